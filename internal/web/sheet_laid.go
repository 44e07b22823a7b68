package web

import (
	"encoding/json"
	"slices"
	"strconv"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/office/desk"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// seenCell is a cell as the page showed it.
type seenCell struct {
	Text    string `json:"chu"`
	Version int    `json:"ban"`
}

// rowsToFill is how many empty rows stand behind the last.
const rowsToFill = 3

// layOut lays out a sheet; more is how many empty rows stand behind the last.
func (w *Window) layOut(working *desk.Working, plan *layout.Plan, name string, more int) *sheetView {
	v := &sheetView{At: page.YearAt(working.OfYear, ""), Slug: vi.Slug(name), Name: name,
		Sheets: w.sheetLinks(working, plan, name)}
	l := laying{working: working, seen: map[string]seenCell{}}
	for _, t := range layout.Tables {
		switch {
		case t.Sheet != name:
		case len(t.Questions) > 0:
			if name == layout.PlaceSheet {
				t = plan.PlaceAnswers()
			}
			for _, q := range t.Questions {
				if t.Sheet != layout.PlaceSheet || !layout.Says(q.Key) {
					v.Questions = append(v.Questions, l.question(t, q))
				}
			}
		default:
			if name == layout.TitleSheet {
				t = plan.TitleTable()
			}
			v.Heads = desk.Open(t)
			items := working.Items(t)
			for n := range more {
				items = append(items, strconv.Itoa(working.Free(t)+n))
			}
			for _, item := range items {
				v.Rows = append(v.Rows, rowView{Item: item, Filled: slices.Contains(working.Items(t), item),
					Cells: list.Map(v.Heads, func(c layout.Column) fieldView { return l.field(t, item, c) })})
			}
		}
	}
	v.Seen = l.said()
	return v
}

// laying lays out cells, and remembers what stood in them.
type laying struct {
	working *desk.Working
	seen    map[string]seenCell
}

func (l *laying) said() string {
	data, err := json.Marshal(l.seen)
	if err != nil { // texts and numbers are always text
		return ""
	}
	return string(data)
}

func (l *laying) question(t *layout.Table, q layout.Question) askedView {
	c := layout.Column{ID: "ntm:answer", Title: q.Label, Kind: q.Kind, Options: q.Options}
	return askedView{q.Label, q.Hint, l.field(t, q.Key, c)}
}

func (l *laying) field(t *layout.Table, item string, c layout.Column) fieldView {
	at := form.Place{Sheet: t.Sheet, Item: item, ID: c.ID}
	stands := l.working.Cells[at]
	v := fieldView{Name: item + "/" + c.ID, Title: c.Title, Text: stands.Value,
		Number: c.Kind.IsNumber(), Wrong: page.Told(l.working.Entered.Wrong[at]),
		Noted: page.Told(l.working.Entered.Noted[at])}
	for _, o := range c.Options {
		v.Options = append(v.Options, o.Word)
	}
	if v.Options != nil && stands.Value != "" && !slices.Contains(v.Options, stands.Value) {
		v.Options = append(v.Options, stands.Value)
	}
	l.seen[v.Name] = seenCell{stands.Value, stands.Version}
	return v
}
