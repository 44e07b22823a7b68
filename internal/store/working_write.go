package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"ntm/internal/problem"
)

// Write writes cells of a working copy, all or none: each where its version is still the one
// that its writer saw. Those that somebody else wrote since come back as they stand, and then
// nothing was written. A cell that holds already what is to be written is no such one: it
// was written twice. written are the cells as they stand then.
func (s *Store) Write(ctx context.Context, of OfYear, by string, cells []WorkingCell) (written,
	clashing []WorkingCell, err error) {
	for i := range cells {
		if err := s.keepable(by, cells[i].Sheet, cells[i].Item, cells[i].Cell, cells[i].Value); err != nil {
			return nil, nil, err
		}
	}
	err = s.working(ctx, func(tx *sql.Tx) error {
		written, clashing = nil, nil
		for _, cell := range cells {
			stands, err := s.writeCell(ctx, tx, of, by, cell)
			if err != nil {
				return err
			}
			if stands.Value != cell.Value {
				clashing = append(clashing, stands)
			}
			written = append(written, stands)
		}
		if len(clashing) > 0 {
			written = nil
			return errClash
		}
		return nil
	})
	if err == errClash { //nolint:errorlint // it is ours, and stands alone
		err = nil
	}
	return written, clashing, s.explain(err)
}

// errClash undoes what was written beside a cell that somebody else wrote.
var errClash = fmt.Errorf("a cell was written by somebody else")

// writeCell writes a cell where its version is the one that was seen, and gives it as it
// stands then.
func (s *Store) writeCell(ctx context.Context, tx *sql.Tx, of OfYear, by string, c WorkingCell) (WorkingCell, error) {
	at := s.now().UTC().Truncate(time.Microsecond)
	var done bool
	var err error
	switch {
	case c.Version == 0 && c.Value == "": // nothing was there, and nothing is to be: a key sent it
	case c.Version == 0:
		fresh := WorkingCell{c.Sheet, c.Item, c.Cell, c.Value, 1, at, by}
		done, err = fresh.put(ctx, tx, of, keep)
	default:
		done, err = execute(ctx, tx, "UPDATE working_cells SET value = $7, version = version + 1, at = $8, "+
			"made_by = $9"+isOfYear+ofCell+" AND version = $10 AND value <> $7",
			append(of.row(), c.Sheet, c.Item, c.Cell, c.Value, timeText(at), by, c.Version)...)
	}
	if err != nil {
		return c, err
	}
	if done {
		c.Version, c.At, c.By = c.Version+1, at, by
		return c, nil
	}
	found, err := workingCells(ctx, tx, of, ofCell, c.Sheet, c.Item, c.Cell)
	if err != nil || len(found) != 1 {
		return c, err
	}
	return found[0], nil
}

// ofCell is the condition that a row of a year of a commune is a cell.
const ofCell = " AND sheet = $4 AND item = $5 AND cell = $6"

// Rebase has a working copy stand on another report than it did. done is false where it stood
// on another one than was thought.
func (s *Store) Rebase(ctx context.Context, of OfYear, from, to string) (done bool, err error) {
	err = s.working(ctx, func(tx *sql.Tx) error {
		done, err = execute(ctx, tx, "UPDATE working_copies SET base = $4"+isOfYear+" AND (base = $5 OR base = $4)",
			append(of.row(), to, from)...)
		return err
	})
	return done, s.explain(err)
}

// mostOfCell is how many bytes a text of a working copy may have.
const mostOfCell = 64 << 10

// keepable refuses what an engine cannot keep as it is.
func (s *Store) keepable(texts ...string) error {
	for _, text := range texts {
		if len(text) > mostOfCell || !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			return problem.Problem{Message: "nội dung của ô quá dài hoặc có ký tự không giữ được",
				Hint: fmt.Sprintf("ghi không quá %d chữ", mostOfCell/4)}
		}
	}
	return nil
}
