package desk

import (
	"bytes"
	"maps"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/store"
)

// Working is a working copy as it stands, or what one would begin as.
type Working struct {
	store.OfYear
	Place   docket.Place
	Base    string // the digest of the report it stands on, "" for none
	Current string // that of the commune's current report
	Begun   bool
	Cells   map[form.Place]store.WorkingCell

	Entered    *form.Entered
	Assessment *assess.Assessment // nil where the cells are no report yet
	base       *commune.Report    // nil for none
	read       []store.WorkingCell
}

// Stale tells that another report came in since the working copy was begun from one.
func (w *Working) Stale() bool { return w.Base != w.Current }

// Differs tells that what is typed is not what the report says that it stands on.
func (w *Working) Differs() bool {
	if w.base == nil || !w.Begun {
		return false
	}
	if w.Entered == nil || !w.Entered.Sound() {
		return true
	}
	is, err := w.Entered.Reading.Report.JSON()
	was, wrong := w.base.JSON()
	return err != nil || wrong != nil || !bytes.Equal(is, was)
}

// Text is what stands in a cell.
func (w *Working) Text(sheet, item, id string) string {
	return w.Cells[form.Place{Sheet: sheet, Item: item, ID: id}].Value
}

// Level is the level that the commune is after, "" where nobody said.
func (w *Working) Level() criteria.Level {
	level, _ := criteria.LevelNamed(w.Text(layout.PlaceSheet, layout.LevelKey, "ntm:answer")) // "" for no level
	return level
}

// says tells whether the same stands in the cells of another reading.
func (w *Working) says(other *Working) bool {
	return w.Base == other.Base && maps.EqualFunc(w.Cells, other.Cells, func(a, b store.WorkingCell) bool {
		return a.Value == b.Value
	})
}

// stands tells whether the cells say what others say, and no more.
func (w *Working) stands(as []form.Cell) bool {
	filled := 0
	for _, c := range w.Cells {
		if c.Value != "" {
			filled++
		}
	}
	differs := func(c form.Cell) bool { return w.Cells[c.At()].Value != c.Text }
	return filled == len(as) && !slices.ContainsFunc(as, differs)
}
