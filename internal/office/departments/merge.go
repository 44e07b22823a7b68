package departments

import (
	"fmt"
	"slices"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
)

// answer is a row as the forms give it, each with who wrote it.
type answer struct {
	table *layout.Table
	key   string
	rows  []said
}

type said struct {
	from *form.Returned
	rec  *form.Record
}

// rowKeys are the columns by which two rows that people filled in are of the same thing.
var rowKeys = map[*layout.Table][]string{
	&layout.EvidenceTable: {"ntm:code"},
	&layout.CapitalTable:  {"ntm:source", "ntm:kind", "ntm:from", "ntm:to", "ntm:remark"},
	&layout.ArrearsTable:  {"ntm:work"},
	&layout.PollTable:     {"ntm:village"},
	&layout.TitleTable:    {"ntm:level", "ntm:title_year"},
	&layout.SmartTable:    {"ntm:smart_village"},
	&layout.FieldTable:    {"ntm:field"},
}

// merge puts the rows of the forms together: those of the same thing become one.
func (out *Gathered) merge() {
	var order []*answer
	known := map[string]*answer{}
	for _, r := range out.returned {
		times := map[string]int{} // a form may have a row twice: that is for check to tell
		for i := range r.Records {
			rec := &r.Records[i]
			id := rec.Table.Sheet + "\x00" + rec.Table.Columns[0].ID + "\x00" + rec.Key
			for _, column := range rowKeys[rec.Table] {
				id += "\x00" + vi.FoldTone(rec.Cells[column].Said)
			}
			if !rec.Table.Fixed() {
				times[id]++
				id += fmt.Sprint("\x00", times[id])
			}
			if known[id] == nil {
				known[id] = &answer{table: rec.Table, key: rec.Key}
				order = append(order, known[id])
			}
			known[id].rows = append(known[id].rows, said{r, rec})
		}
	}
	for _, a := range order {
		out.take(a)
	}
	out.sortEvidence()
	slices.SortStableFunc(out.Given, func(a, b Given) int { return vi.Compare(a.Name, b.Name) })
}

// take adds what the forms say of one row.
func (out *Gathered) take(a *answer) {
	cells := map[string]any{}
	if a.table == &layout.FigureTable {
		out.figure(a, cells)
	}
	for _, c := range a.table.Columns {
		switch {
		case a.table == &layout.FigureTable && slices.Contains(layout.Measured, c.ID):
		case a.table.KindOf(a.key, c.ID) == layout.Cites:
			a.cites(c.ID, cells)
		case c.Kind == layout.Words && a.table.Fixed() || a.table == &layout.PlaceAnswers && a.key == "note":
			a.words(c.ID, cells)
		default:
			out.same(a, c, cells)
		}
	}
	if len(cells) == 0 {
		return
	}
	if a.table.Fixed() {
		for column, value := range cells {
			out.Answers.Set(a.table.Sheet, a.key, column, value)
		}
		return
	}
	first := a.table.Columns[0].ID
	out.Answers.Rows[first] = append(out.Answers.Rows[first], cells)
}
