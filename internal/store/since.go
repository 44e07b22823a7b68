package store

import (
	"context"
	"time"
)

// cellKey tells a cell of a working copy from its others.
type cellKey struct{ sheet, item, cell string }

// tally is what cells add up to. A cell that is written counts one more, and none ever goes, so
// that cells of the same tally are the same cells.
type tally struct {
	cells, versions int
	newest          string
}

func tallyOf(cells []WorkingCell) tally {
	t := tally{cells: len(cells)}
	var newest time.Time
	for i := range cells {
		t.versions += cells[i].Version
		if cells[i].At.After(newest) {
			newest = cells[i].At
		}
	}
	t.newest = timeText(newest)
	return t
}

// cellsSince are the cells of a working copy for who has read them before: no more is read again
// than what was written since, unless a clock went back.
func cellsSince(ctx context.Context, on querier, of OfYear, known []WorkingCell) ([]WorkingCell, error) {
	if len(known) == 0 {
		return workingCells(ctx, on, of, "")
	}
	was, is := tallyOf(known), tally{}
	err := eachRow(ctx, on, func(scan scanner) error { return scan(&is.cells, &is.versions, &is.newest) },
		"SELECT count(*), coalesce(sum(version), 0), coalesce(max(at), '') FROM working_cells"+isOfYear, of.row()...)
	if err != nil {
		return nil, err
	}
	if was == is {
		return known, nil
	}
	written, err := workingCells(ctx, on, of, " AND at >= $4", was.newest)
	if err != nil {
		return nil, err
	}
	at := make(map[cellKey]int, len(known))
	for i := range known {
		at[cellKey{known[i].Sheet, known[i].Item, known[i].Cell}] = i
	}
	out := append(make([]WorkingCell, 0, is.cells), known...)
	for _, c := range written {
		if i, is := at[cellKey{c.Sheet, c.Item, c.Cell}]; is {
			out[i] = c
		} else {
			out = append(out, c)
		}
	}
	if tallyOf(out) != is {
		return workingCells(ctx, on, of, "")
	}
	return out, nil
}
