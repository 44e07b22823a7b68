package departments

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/typed"
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
		case a.table == &layout.FigureTable && slices.Contains(measured, c.ID):
		case c.Kind == layout.Cites || a.kind(c.ID) == layout.Cites:
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

// measured are the columns of a figure's row that say one thing together.
var measured = []string{"ntm:value", "ntm:numerator", "ntm:denominator", "ntm:year"}

// kind is what the question asks for, where the row is a question's.
func (a *answer) kind(column string) layout.Kind {
	if column == "ntm:answer" {
		for _, q := range a.table.Questions {
			if q.Key == a.key {
				return q.Kind
			}
		}
	}
	return layout.Printed
}

// figure adds what the forms say of a figure; where they differ, nothing.
func (out *Gathered) figure(a *answer, cells map[string]any) {
	said := list.Where(a.rows, func(s said) bool { return s.rec.Has(measured...) })
	if len(said) == 0 {
		return
	}
	best := said[0]
	differ := false
	for _, s := range said[1:] {
		switch {
		case !out.agree(best.rec, s.rec):
			differ = true
		case counts(s.rec) && !counts(best.rec):
			best = s // the counts say more than the rate that is theirs
		}
	}
	name := nameOf(out.Plan, best.rec)
	if differ {
		t := Twice{ID: a.key, Sheet: a.table.Sheet, Name: name}
		for _, s := range said {
			t.Said = append(t.Said, saying(s, measured...))
		}
		out.Twice = append(out.Twice, t)
		return
	}
	for _, id := range measured {
		if w, is := best.rec.Cells[id]; is {
			cells[id] = w.Value
		}
	}
	g := Given{ID: a.key, Name: name, Text: saying(best, measured...).Text}
	for _, s := range said {
		if who := by(s.from); !slices.Contains(g.By, who) {
			g.By = append(g.By, who)
		}
	}
	out.Given = append(out.Given, g)
}

func counts(rec *form.Record) bool {
	if rec.Figure == nil {
		return false
	}
	_, is := rec.Figure.Measure.(commune.Rate)
	return is
}

// agree tells whether two rows say the same of a figure: by what they mean, and where one
// cannot be read by their words.
func (out *Gathered) agree(a, b *form.Record) bool {
	if a.Figure == nil || b.Figure == nil {
		return slices.EqualFunc(measured, measured, func(id, _ string) bool {
			return vi.FoldTone(a.Cells[id].Said) == vi.FoldTone(b.Cells[id].Said)
		})
	}
	year := func(f *commune.Figure) int {
		if f.Year == 0 {
			return out.Plan.Year
		}
		return f.Year
	}
	return year(a.Figure) == year(b.Figure) && same(a.Figure.Measure, b.Figure.Measure)
}

func same(a, b commune.Measure) bool {
	if r, is := b.(commune.Rate); is {
		if _, both := a.(commune.Rate); !both {
			return same(r, a)
		}
	}
	n, isAmount := commune.AmountOf(b)
	switch a := a.(type) {
	case commune.Answer:
		other, is := b.(commune.Answer)
		return is && a == other
	case commune.Rate:
		if other, is := b.(commune.Rate); is {
			return a.Numerator.Equal(other.Numerator) && a.Denominator.Equal(other.Denominator)
		}
		counts := typed.Counts{Numerator: a.Numerator, Denominator: a.Denominator}
		return isAmount && n.Bound == "" && a.Denominator.IsPositive() && counts.Agree(n.Decimal, n.Bound)
	}
	m, is := commune.AmountOf(a)
	return is && isAmount && m.Equal(n.Decimal) && m.Bound == n.Bound
}

// saying is what a form says in some columns.
func saying(s said, columns ...string) Saying {
	out := Saying{By: by(s.from), File: s.from.File}
	var parts []string
	value := func(id string) string { return s.rec.Cells[id].Said }
	for _, id := range columns {
		w, is := s.rec.Cells[id]
		if !is {
			continue
		}
		if out.At == "" {
			out.At = strings.TrimPrefix(strings.TrimPrefix(w.At.String(), w.At.File), ", ")
		}
		switch id {
		case "ntm:numerator":
			parts = append(parts, value(id)+"/"+value("ntm:denominator"))
		case "ntm:denominator":
			if value("ntm:numerator") == "" {
				parts = append(parts, "mẫu số "+value(id))
			}
		case "ntm:year":
			parts = append(parts, "năm "+strings.ReplaceAll(value(id), ".", ""))
		default:
			parts = append(parts, value(id))
		}
	}
	out.Text = strings.Join(parts, ", ")
	return out
}

// cites adds the codes that any form cites.
func (a *answer) cites(column string, cells map[string]any) {
	var codes []string
	for _, s := range a.rows {
		w, is := s.rec.Cells[column]
		if !is {
			continue
		}
		if _, first := cells[column]; !first {
			cells[column] = w.Value
			codes = form.Codes(w.Value)
			continue
		}
		for _, code := range form.Codes(w.Value) {
			if !slices.ContainsFunc(codes, func(c string) bool { return vi.FoldTone(c) == vi.FoldTone(code) }) {
				codes = append(codes, code)
				cells[column] = strings.Join(codes, "; ")
			}
		}
	}
}

// words adds the remarks of all forms.
func (a *answer) words(column string, cells map[string]any) {
	var all []string
	for _, s := range a.rows {
		w, is := s.rec.Cells[column]
		switch {
		case !is:
		case all == nil:
			cells[column], all = w.Value, []string{w.Said}
		case !slices.Contains(all, w.Said):
			all = append(all, w.Said)
			cells[column] = strings.Join(all, "; ")
		}
	}
}

// same adds a cell that all forms must say alike; where they do not, it is asked.
func (out *Gathered) same(a *answer, c layout.Column, cells map[string]any) {
	var first *said
	differ := false
	for i := range a.rows {
		w, is := a.rows[i].rec.Cells[c.ID]
		switch {
		case !is:
		case first == nil:
			first = &a.rows[i]
			cells[c.ID] = w.Value
		case vi.FoldTone(first.rec.Cells[c.ID].Said) != vi.FoldTone(w.Said):
			differ = true
		}
	}
	if !differ {
		return
	}
	delete(cells, c.ID)
	t := Twice{ID: a.key, Sheet: a.table.Sheet, Name: nameOf(out.Plan, first.rec)}
	if !a.table.Fixed() {
		t.Name += ": " + vi.Lower(c.Title)
	}
	for _, s := range a.rows {
		if s.rec.Has(c.ID) {
			t.Said = append(t.Said, saying(s, c.ID))
		}
	}
	out.Twice = append(out.Twice, t)
}

// evidence gives a code of its own to each piece of evidence: two forms may both have a
// "1", and mean two documents. Whoever came first keeps it.
func (out *Gathered) evidence() {
	taken := map[string]string{} // by the code, what it is
	for _, r := range out.returned {
		for i := range r.Records {
			if rec := &r.Records[i]; rec.Table == &layout.EvidenceTable {
				if code := vi.FoldTone(rec.Cells["ntm:code"].Said); taken[code] == "" {
					taken[code] = described(rec)
				}
			}
		}
	}
	for _, r := range out.returned {
		renamed := map[string]string{}
		for i := range r.Records {
			rec := &r.Records[i]
			w, is := rec.Cells["ntm:code"]
			if rec.Table != &layout.EvidenceTable || !is || taken[vi.FoldTone(w.Said)] == described(rec) {
				continue
			}
			code := out.free(r, plain(w.Value), taken)
			taken[vi.FoldTone(code)] = described(rec)
			renamed[vi.FoldTone(plain(w.Value))] = code
			out.Notes.Add(w.At.Problem(fmt.Sprintf("mã minh chứng %s đã có ở phiếu khác cho một văn bản khác",
				plain(w.Value)), "trong biểu gộp, văn bản này mang mã "+code))
			w.Value, w.Said = code, code
			rec.Cells["ntm:code"] = w
		}
		recite(r, renamed)
	}
}

// free is a code that nothing has yet.
func (out *Gathered) free(r *form.Returned, code string, taken map[string]string) string {
	prefix := "P"
	if r.Department != nil {
		prefix = r.Department.Code
	}
	if strings.HasPrefix(code, prefix) {
		prefix = ""
	}
	name := prefix + code
	for n := 2; taken[vi.FoldTone(name)] != ""; n++ {
		name = fmt.Sprintf("%s%s.%d", prefix, code, n)
	}
	return name
}

// described is what a row of evidence says besides its code.
func described(rec *form.Record) string {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(rec.Cells)) {
		if id != "ntm:code" {
			fmt.Fprintf(&b, "%s=%s\x00", id, vi.FoldTone(rec.Cells[id].Said))
		}
	}
	return b.String()
}

// recite has the rows of a form cite what has another code now.
func recite(r *form.Returned, renamed map[string]string) {
	if len(renamed) == 0 {
		return
	}
	for i := range r.Records {
		rec := &r.Records[i]
		for _, c := range rec.Table.Columns {
			w, is := rec.Cells[c.ID]
			if !is || c.Kind != layout.Cites && (&answer{table: rec.Table, key: rec.Key}).kind(c.ID) != layout.Cites {
				continue
			}
			if value, changed := form.Citing(w.Value, renamed); changed {
				w.Value, w.Said = value, value.(string)
				rec.Cells[c.ID] = w
			}
		}
	}
}

// sortEvidence puts the evidence of several forms in the order of its codes.
func (out *Gathered) sortEvidence() {
	if len(out.returned) > 1 {
		slices.SortStableFunc(out.Answers.Rows["ntm:code"], func(a, b map[string]any) int {
			return vi.Compare(plain(a["ntm:code"]), plain(b["ntm:code"]))
		})
	}
}
