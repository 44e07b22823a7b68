package web

import (
	"net/http"
	"slices"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// staleView is where what is typed differs from a report that came in meanwhile.
type staleView struct {
	At, Current string
	Stale       bool // there is such a report
	Cells       []staleCell
}

// staleCell is a cell with both its texts.
type staleCell struct{ Key, Name, Mine, Theirs string }

func (w *Window) showStale(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	found, err := w.Work.Differences(r.Context(), working.OfYear)
	if err != nil {
		return err
	}
	v := staleView{At: page.YearAt(working.OfYear, ""), Current: working.Current, Stale: working.Stale()}
	for _, f := range found {
		v.Cells = append(v.Cells, staleCell{keyOf(f.At), w.nameOf(f.At), f.Mine, f.Theirs})
	}
	return w.showOf(out, r, working, headed{"stale", "figures", "hai bản khác nhau"}, v)
}

// settle takes the cells that were chosen from the report that came in.
func (w *Window) settle(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	theirs := r.PostForm["kho"]
	if err := w.Work.Settle(r.Context(), of, w.Actor(), r.PostFormValue("ban"), func(at form.Place) bool {
		return slices.Contains(theirs, keyOf(at))
	}); err != nil {
		return err
	}
	return w.leadOn(out, r, of, "so-lieu")
}

func keyOf(at form.Place) string { return at.Sheet + "/" + at.Item + "/" + at.ID }

// nameOf is a cell as people call it: the figure or the question, else the row of its sheet,
// and the column where that is not the answer itself.
func (w *Window) nameOf(at form.Place) string {
	row, column := at.Sheet+", dòng "+at.Item, ""
	for _, t := range layout.Tables {
		i := t.At(at.ID)
		if t.Sheet != at.Sheet || i < 0 {
			continue
		}
		if column = t.Columns[i].Title; len(t.Questions) > 0 {
			column = ""
		}
		for _, q := range t.Questions {
			if q.Key == at.Item {
				row = q.Label
			}
		}
	}
	if at.Sheet == layout.FigureSheet {
		row = office.FigureName(w.Library, at.Item)
		if at.ID == "ntm:value" {
			column = ""
		}
	}
	return vi.Join(": ", row, column)
}
