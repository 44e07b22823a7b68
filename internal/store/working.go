package store

import (
	"context"
	"database/sql"
	"time"

	"ntm/internal/docket"
)

// OfYear is whose working copy is meant: a commune's of a province, in a year.
type OfYear struct {
	Province, Commune string
	Year              int
}

// YearOf is whose dossier it is.
func YearOf(d *docket.Dossier) OfYear { return OfYear{d.Province, d.Commune, d.Year} }

// OfYear is whose row it is.
func (r *Row) OfYear() OfYear { return OfYear{r.Province, r.Commune, r.Year} }

func (o OfYear) row() []any { return []any{o.Province, o.Commune, o.Year} }

// isOfYear is the condition that a row is of a year of a commune.
const isOfYear = " WHERE province = $1 AND commune = $2 AND year = $3"

// WorkingCopy is what is being typed of a commune's year before it becomes a version of its
// report. There is one of each. It is no event, and no report: nothing is judged by it but
// for who types.
type WorkingCopy struct {
	OfYear
	State string // what the office knows of it, for the store to keep
	Base  string // the digest of the report it was begun from or last became, "" for none
	At    time.Time
	By    string
}

// WorkingCell is a cell of a working copy as it was typed, "" for one that was emptied.
type WorkingCell struct {
	Sheet, Item, Cell string // its table's sheet, the key of its row, the id of its column
	Value             string
	Version           int // how often it was written; 0 for never
	At                time.Time
	By                string
}

// BeginWorking makes a working copy with what stands in it, unless there is one, which stays
// as it is. begun tells whether it did.
func (s *Store) BeginWorking(ctx context.Context, c WorkingCopy, cells []WorkingCell) (begun bool, err error) {
	if err := s.keepable(c.Province, c.Commune, c.State, c.Base, c.By); err != nil {
		return false, err
	}
	err = s.working(ctx, func(tx *sql.Tx) error {
		c.At = s.now()
		if begun, err = c.put(ctx, tx); err != nil || !begun {
			return err
		}
		for _, cell := range cells {
			if err := s.keepable(cell.Sheet, cell.Item, cell.Cell, cell.Value); err != nil {
				return err
			}
			cell.Version, cell.At, cell.By = 1, c.At, c.By
			if _, err := cell.put(ctx, tx, c.OfYear, ""); err != nil { // a cell that stands twice is refused
				return err
			}
		}
		return nil
	})
	return begun, s.explain(err)
}

// put writes a working copy, unless there is one. done tells whether it did.
func (c WorkingCopy) put(ctx context.Context, tx *sql.Tx) (done bool, err error) {
	return put(ctx, tx, copiesTable, append(c.row(), c.State, c.Base, timeText(c.At), c.By), keep)
}

// put writes a cell of a working copy; where there is one already, tail says what becomes of it.
func (c WorkingCell) put(ctx context.Context, tx *sql.Tx, of OfYear, tail string) (done bool, err error) {
	return put(ctx, tx, cellsTable, append(of.row(), c.Sheet, c.Item, c.Cell, c.Value, c.Version, timeText(c.At), c.By),
		tail)
}

// Working is a working copy with its cells; nil for none. known are its cells as they were read
// before, by who did; they stay as they are.
func (s *Store) Working(ctx context.Context, of OfYear, known []WorkingCell) (*WorkingCopy, []WorkingCell, error) {
	var c *WorkingCopy
	var cells []WorkingCell
	err := s.Moment(ctx, func(s *Store) error {
		found, err := s.copies(ctx, isOfYear, of.row()...)
		if err != nil || len(found) == 0 {
			return err
		}
		c = &found[0]
		cells, err = cellsSince(ctx, s.read, of, known)
		return err
	})
	return c, cells, s.explain(err)
}

// WorkingCopies are all of a store.
func (s *Store) WorkingCopies(ctx context.Context) ([]WorkingCopy, error) {
	found, err := s.copies(ctx, "")
	return found, s.explain(err)
}

// Unreported are those of whose year nothing was reported yet.
func (s *Store) Unreported(ctx context.Context) ([]WorkingCopy, error) {
	found, err := s.copies(ctx, " AS w WHERE NOT EXISTS (SELECT 1 FROM dossiers AS d WHERE d.province = w.province "+
		"AND d.commune = w.commune AND d.year = w.year)")
	return found, s.explain(err)
}

func (s *Store) copies(ctx context.Context, tail string, args ...any) ([]WorkingCopy, error) {
	return collect(ctx, s.read, func(scan scanner) (c WorkingCopy, err error) {
		var at string
		if err := scan(&c.Province, &c.Commune, &c.Year, &c.State, &c.Base, &at, &c.By); err != nil {
			return c, err
		}
		c.At, err = time.Parse(timeFormat, at)
		return c, err
	}, "SELECT "+copiesTable.list()+" FROM working_copies"+tail+" ORDER BY province, commune, year", args...)
}

// workingCells are the cells of a working copy of which tail says more, in the order of their keys.
func workingCells(ctx context.Context, on querier, of OfYear, tail string, args ...any) ([]WorkingCell, error) {
	return collect(ctx, on, func(scan scanner) (c WorkingCell, err error) {
		var at string
		if err := scan(&c.Sheet, &c.Item, &c.Cell, &c.Value, &c.Version, &at, &c.By); err != nil {
			return c, err
		}
		c.At, err = time.Parse(timeFormat, at)
		return c, err
	}, "SELECT sheet, item, cell, value, version, at, made_by FROM working_cells"+isOfYear+tail+
		" ORDER BY sheet, item, cell", append(of.row(), args...)...)
}

// working runs a transaction on the working copies.
func (s *Store) working(ctx context.Context, work func(tx *sql.Tx) error) error {
	return s.retry(ctx, func(bool) error { return s.change(ctx, work) })
}

// workFrom brings over the working copies of another store, those of whose year there is none
// here.
func (s *Store) workFrom(ctx context.Context, from *Store) error {
	there, err := from.hasTable(ctx, from.read, copiesTable.name)
	if err != nil || !there {
		return from.explain(err)
	}
	found, err := from.WorkingCopies(ctx)
	if err != nil {
		return err
	}
	for _, c := range found {
		cells, err := workingCells(ctx, from.read, c.OfYear, "")
		if err != nil {
			return from.explain(err)
		}
		err = s.working(ctx, func(tx *sql.Tx) error {
			if _, err := c.put(ctx, tx); err != nil {
				return err
			}
			for _, cell := range cells {
				if _, err := cell.put(ctx, tx, c.OfYear, keep); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return s.explain(err)
		}
	}
	return nil
}
