package desk

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"ntm/internal/form"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Difference is a cell in which a working copy says something else than a report that came in
// meanwhile, from the command line or another office.
type Difference struct {
	At           form.Place
	Mine, Theirs string
	Version      int // of mine
}

// Differences are the cells in which a working copy and the commune's current report differ, in
// the order of the sheets; none where the report is the one it stands on.
func (d *Desk) Differences(ctx context.Context, of store.OfYear) ([]Difference, error) {
	w, err := d.cells(ctx, of)
	if err != nil || !w.Stale() {
		return nil, err
	}
	return d.differences(ctx, w)
}

func (d *Desk) differences(ctx context.Context, w *Working) ([]Difference, error) {
	r, err := office.KeptReport(ctx, d.Store, w.Province, w.Current, d.Lib.Figures)
	if err != nil {
		return nil, err
	}
	theirs := working(form.CellsOf(r)).Cells
	both := maps.Clone(theirs)
	maps.Copy(both, w.Cells)
	var out []Difference
	for at := range both {
		if mine, text := w.Cells[at], theirs[at].Value; mine.Value != text {
			out = append(out, Difference{at, mine.Value, text, mine.Version})
		}
	}
	slices.SortFunc(out, func(a, b Difference) int {
		return cmp.Or(strings.Compare(a.At.Sheet, b.At.Sheet), strings.Compare(a.At.Item, b.At.Item),
			strings.Compare(a.At.ID, b.At.ID))
	})
	return out, nil
}

// Settle has a working copy stand on the commune's current report: the cells at the places of
// theirs say what that says, all others stay. current is the report that was seen.
func (d *Desk) Settle(ctx context.Context, of store.OfYear, by, current string, theirs func(form.Place) bool) error {
	w, err := d.cells(ctx, of)
	if err != nil || !w.Stale() {
		return err
	}
	again := problem.Problem{Message: "trong lúc xem, xã này lại có thay đổi khác",
		Hint: "xem lại hai bản rồi chọn lại"}
	if w.Current != current {
		return again
	}
	found, err := d.differences(ctx, w)
	if err != nil {
		return err
	}
	var cells []store.WorkingCell
	for _, f := range found {
		if theirs(f.At) {
			cells = append(cells, store.WorkingCell{Sheet: f.At.Sheet, Item: f.At.Item, Cell: f.At.ID, Value: f.Theirs,
				Version: f.Version})
		}
	}
	_, clashing, err := d.Store.Write(ctx, of, by, cells)
	if err == nil && len(clashing) > 0 {
		err = again
	}
	if err == nil {
		_, err = d.Store.Rebase(ctx, of, w.Base, current)
	}
	return err
}
