package decision

import (
	"slices"
	"strconv"
	"strings"

	"ntm/internal/decision/clause"
	"ntm/internal/list"
)

// clause is the one that announces the table that is being begun, as the last line above it, and
// which line of the paper that is: nil where none does, or the decision amends nothing. Above the
// heading of an annex, at, stand the words of another.
func (f *finder) clause(at int) (c *clause.Clause, which int) {
	if !slices.ContainsFunc(f.head, func(l line) bool { return clause.Amends(l.Text) }) {
		return nil, 0
	}
	last := len(f.since) - 1
	for last > 0 && (unitWords.MatchString(f.since[last].Text) || strings.HasPrefix(f.since[last].Text, "(")) {
		last-- // what its numbers are in
	}
	above := len(f.all) - len(f.since)
	if last >= 0 {
		c = clause.In(f.since[last].Text)
	}
	for i := last; i > at && c == nil; i-- {
		c, last = clause.Article(f.since[i].Text), i
	}
	return c, above + last
}

// beginClause begins the annex of a clause, which is the line of that number.
func (f *finder) beginClause(c *clause.Clause, at int) {
	f.annexNotes(f.all[len(f.all)-len(f.since) : at])
	f.goOnTo(&Annex{No: c.Annex, Title: c.Text, Level: c.Level, isOfClause: true, clauseAt: at})
}

// settleClauses gives each table of an amendment the level of its clause, its heading or its paper,
// puts together what is of one level, and adds what clauses change by words alone.
func (f *finder) settleClauses() {
	told := clause.Settle(f.Title, list.Map(f.all, func(l line) string { return l.Text }))
	all, unplaced := f.Annexes, []*Annex(nil)
	f.Annexes = nil
	put := func(a *Annex) {
		if a.Level == "" {
			unplaced = append(unplaced, a)
		} else {
			f.lay(a)
		}
	}
	for _, a := range all {
		switch {
		case a.isOfClause:
			a.take(told[a.clauseAt])
			told[a.clauseAt] = nil
		case !a.isLeveled:
			var isGuess bool
			if a.Level, isGuess = clause.LevelOfAnnex(f.Title, a.Title, a.No, told); isGuess {
				f.doubt("bảng " + strconv.Itoa(a.first()) + " không nêu mức: đọc là bảng sửa Phụ lục " + a.No +
					" của quyết định trước, xem có đúng không")
			}
			a.isLeveled = a.Level != ""
		}
		put(a)
	}
	for i, l := range f.all {
		if c := told[i]; c != nil && !c.IsArticle {
			put(f.byWords(c, i))
		} else if l.Table == 0 && clause.Changes(l.Text) && clause.In(l.Text) == nil {
			f.doubt("lời sửa đổi này không rõ ở chỉ tiêu nào: " + l.Text)
		}
	}
	for _, a := range unplaced {
		f.layUnplaced(a)
	}
}
