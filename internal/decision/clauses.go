package decision

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ntm/internal/decision/clause"
	"ntm/internal/vi"
)

// clause is the one that announces the table that is being begun, as the last line above
// it: nil where none does, or the decision amends nothing. Above the heading of an annex, at, stand
// the words of another.
func (f *finder) clause(at int) *clause.Clause {
	if !slices.ContainsFunc(f.head, func(l line) bool { return amending.MatchString(vi.Fold(l.text)) }) ||
		len(f.since) == 0 {
		return nil
	}
	if c := clause.In(f.since[len(f.since)-1].text); c != nil {
		return c
	}
	for i := len(f.since) - 1; i > at; i-- {
		if c := clause.Article(f.since[i].text); c != nil {
			return c
		}
	}
	return nil
}

// beginClause begins the annex of a clause.
func (f *finder) beginClause(c *clause.Clause) {
	if f.annex != nil {
		f.annexNotes(f.since[:len(f.since)-1])
	}
	f.annex = &Annex{No: c.Annex, Title: c.Text, Level: c.Level, isOfClause: true}
	f.Annexes = append(f.Annexes, f.annex)
	f.rows = &reader{annex: f.annex}
}

// settleClauses gives each clause the level of its annex, puts what is of one annex
// together, and adds what clauses change by words alone.
func (f *finder) settleClauses() {
	levels := map[string]string{}
	for _, l := range f.all {
		maps.Copy(levels, clause.Annexes(l.text))
	}
	announced := map[string]bool{}
	var out []*Annex
	for _, a := range f.Annexes {
		if a.isOfClause {
			announced[a.Title] = true
			if a.Level == "" {
				a.Level = levels[a.No]
			}
			if a.No != "" {
				levels[a.No] = cmp.Or(levels[a.No], a.Level)
			}
			if i := slices.IndexFunc(out, func(o *Annex) bool {
				return o.isOfClause && o.Level == a.Level && o.No == a.No
			}); i >= 0 {
				out[i].add(a)
				continue
			}
		}
		out = append(out, a)
	}
	f.Annexes = out
	within := &clause.Clause{}
	for i, l := range f.all {
		if c := clause.Article(l.text); c != nil {
			within = c
		} else if nextArticle.MatchString(l.text) {
			within = &clause.Clause{}
		}
		if c := clause.In(l.text); c != nil && !announced[l.text] {
			c.Level = cmp.Or(c.Level, levels[c.Annex])
			if c.Annex == "" {
				c.Level, c.Annex = cmp.Or(c.Level, within.Level), within.Annex
			}
			f.byWords(c, i)
		} else if c == nil && l.table == 0 && clause.Changes(l.text) {
			f.doubt("lời sửa đổi này không rõ ở chỉ tiêu nào: " + l.text)
		}
	}
}

// add takes the tables of another annex into this one.
func (a *Annex) add(o *Annex) {
	a.Tables, a.Rows = append(a.Tables, o.Tables...), append(a.Rows, o.Rows...)
	a.Notes, a.Doubts = append(a.Notes, o.Notes...), append(a.Doubts, o.Doubts...)
}

// byWords adds what a clause changes without a table, each for a person to read; a clause
// of which it is not known whose it is, is said of the file as a whole.
func (f *finder) byWords(c *clause.Clause, at int) {
	if c.Level == "" {
		f.doubt("lời sửa đổi chỉ tiêu " + strings.Join(c.Nos, ", ") + " không rõ của bộ tiêu chí nào: " + c.Text)
		return
	}
	i := slices.IndexFunc(f.Annexes, func(a *Annex) bool {
		return a.isOfClause && a.Level == c.Level || !a.isOfClause && a.No != "" && a.No == c.Annex
	})
	if i < 0 {
		i = len(f.Annexes)
		f.Annexes = append(f.Annexes, &Annex{No: c.Annex, Title: f.Title, Level: c.Level, isOfClause: true})
	}
	text := c.Text
	if strings.HasSuffix(text, ":") && at+1 < len(f.all) {
		text += "\n" + f.all[at+1].text
	}
	name, reading := c.Asks(text)
	isPlain := c.IsPlain(text, reading)
	for _, no := range c.Nos {
		row := &Row{No: no, Name: name, ByNumber: true}
		if !isPlain {
			row.doubt(0, "sửa đổi bằng lời, không có trong bảng nào: so với nguyên văn")
		}
		row.Cells = []*Cell{{Column: &Column{Kind: All}, Words: text, Reading: reading}}
		f.Annexes[i].Rows = append(f.Annexes[i].Rows, row)
	}
}
