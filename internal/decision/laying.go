package decision

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/decision/clause"
	"ntm/internal/decision/label"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// take holds a table against the clause that announces it: the table's rows are of the indicators
// that it names.
func (a *Annex) take(c *clause.Clause) {
	if c == nil {
		return
	}
	a.Level, a.No = c.Level, c.Annex
	for _, row := range a.Rows {
		if row.No == "" && len(c.Nos) == 1 {
			row.No = c.Nos[0]
		}
		if row.No != "" && len(c.Nos) > 0 && !c.Names(row.No) {
			row.doubt("lời dẫn trên bảng nêu chỉ tiêu %s, dòng này là chỉ tiêu %s", strings.Join(c.Nos, ", "),
				row.No)
		}
	}
	for _, no := range c.Nos {
		if !slices.ContainsFunc(a.Rows, func(r *Row) bool { return (&clause.Clause{Nos: []string{no}}).Names(r.No) }) {
			row := inWords(no, "", c.Text, threshold.Reading{Kind: threshold.Unread, Words: c.Text})
			row.doubt("lời dẫn trên bảng nêu chỉ tiêu này, bảng không có dòng nào của nó")
			a.Rows = append(a.Rows, row)
		}
	}
}

// inWords is the row of an indicator that a clause changes without a table.
func inWords(no, name, text string, asked threshold.Reading) *Row {
	return &Row{No: no, Name: cmp.Or(name, "(chỉ tiêu "+no+")"), ByNumber: true,
		Cells: []*Cell{{Column: &Column{Kind: All}, Words: text, Reading: asked}}}
}

// byWords is what a clause changes without a table, each for a person to read but where it is plain;
// a clause of which it is not known whose it is, is said of the file as a whole too.
func (f *finder) byWords(c *clause.Clause, at int) *Annex {
	if c.Level == "" {
		f.doubt("lời sửa đổi chỉ tiêu " + strings.Join(c.Nos, ", ") + " không rõ của bộ tiêu chí nào: " + c.Text)
	}
	a := &Annex{No: c.Annex, Title: f.Title, Level: c.Level, isOfClause: true}
	text := c.Text
	if strings.HasSuffix(text, ":") && at+1 < len(f.all) {
		text += "\n" + f.all[at+1].Text
	}
	name, reading := c.Asks(text)
	isPlain := c.IsPlain(text, reading)
	for _, no := range c.Nos {
		row := inWords(no, name, text, reading)
		row.isElsewhere = c.IsElsewhere(text)
		if !isPlain {
			row.doubt("sửa đổi bằng lời, không có trong bảng nào: so với nguyên văn")
		}
		a.Rows = append(a.Rows, row)
	}
	return a
}

// lay puts what a clause changes to the annex of its level, where there is one.
func (f *finder) lay(a *Annex) {
	i := slices.IndexFunc(f.Annexes, func(o *Annex) bool {
		return o.Level == a.Level && (o.isOfClause || a.isOfClause) && o.forWhat() == a.forWhat()
	})
	if i < 0 {
		f.Annexes = append(f.Annexes, a)
		return
	}
	into := f.Annexes[i]
	into.No, into.isOfClause = cmp.Or(into.No, a.No), true
	into.Tables, into.Notes = append(into.Tables, a.Tables...), append(into.Notes, a.Notes...)
	into.Doubts = append(into.Doubts, a.Doubts...)
	for _, row := range a.Rows {
		if !into.saysAlready(row) {
			into.Rows = append(into.Rows, row)
		}
	}
}

// forWhat is what an annex is for, by its own title.
func (a *Annex) forWhat() string { return label.ForWhat(vi.Fold(a.Title), "") }

// saysAlready tells whether an annex has what a row in words asks: a table of it does, or the row only
// says that one does. Where they ask different things both are marked.
func (a *Annex) saysAlready(row *Row) bool {
	var same []*Row
	for _, o := range a.Rows {
		if o.No == row.No && row.ByNumber != o.ByNumber {
			same = append(same, o)
		}
	}
	if len(same) == 0 {
		return false
	}
	if row.isElsewhere || slices.ContainsFunc(same, func(o *Row) bool { return o.isElsewhere }) {
		a.Rows = slices.DeleteFunc(a.Rows, func(o *Row) bool { return o.isElsewhere && o.No == row.No })
		return row.isElsewhere
	}
	isAlike := !slices.ContainsFunc(same, func(o *Row) bool {
		return slices.ContainsFunc(o.Cells, func(c *Cell) bool {
			return c.Reading.String() != row.Cells[0].Reading.String()
		})
	})
	if isAlike && row.ByNumber && len(row.Doubts) == 0 {
		return true
	}
	const twice = "chỉ tiêu %s được nêu hai lần trong quyết định, hai chỗ ghi khác nhau: còn có ở %s"
	for _, o := range same {
		o.doubt(twice, o.No, row.Place())
		row.doubt(twice, row.No, o.Place())
	}
	return false
}

// layUnplaced puts a table or a clause of which nothing says of what set it is to each that it may be of, marked.
func (f *finder) layUnplaced(a *Annex) {
	isLaid := false
	for _, level := range label.LevelsIn(vi.Fold(f.Title)) {
		isOther := slices.ContainsFunc(f.Annexes, func(o *Annex) bool {
			return o.Level == level && a.No != "" && o.No != "" && o.No != a.No
		})
		if isOther || a.forWhat() != label.OfCommunes {
			continue
		}
		mine := *a
		mine.Level, mine.isLeveled, mine.isOfClause, mine.Rows = level, true, true, nil
		mine.Doubts, mine.Notes = slices.Clone(a.Doubts), slices.Clone(a.Notes)
		for _, row := range a.Rows {
			one := row.clone()
			one.doubt("quyết định sửa nhiều bộ tiêu chí, không rõ chỗ này là của bộ nào")
			mine.Rows = append(mine.Rows, one)
		}
		f.lay(&mine)
		isLaid = true
	}
	if !isLaid {
		f.Annexes = append(f.Annexes, a)
	}
}

// clone is a row whose doubts are its own.
func (row *Row) clone() *Row {
	one := *row
	one.Doubts, one.Cells = slices.Clone(row.Doubts), nil
	for _, c := range row.Cells {
		cell := *c
		cell.Doubts = slices.Clone(c.Doubts)
		one.Cells = append(one.Cells, &cell)
	}
	return &one
}

// Place is where a row stands.
func (row *Row) Place() string {
	if row.Table == 0 {
		return "lời sửa đổi chỉ tiêu " + row.No
	}
	return fmt.Sprintf("bảng %d, dòng %d", row.Table, row.Row)
}
