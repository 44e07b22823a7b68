package decision

import (
	"slices"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/decision/shape"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// isTitled tells whether lines between two tables are the title of another set: one that names
// a level, or stands in capitals.
func (f *finder) isTitled(titles []line) bool {
	if f.annex != nil && slices.ContainsFunc(titles, func(l line) bool {
		level := label.LevelAlone(l.Text)
		return level != "" && level != label.LevelOf(vi.Fold(f.annex.Title))
	}) {
		return true
	}
	at := slices.IndexFunc(titles, isSetTitle)
	return at >= 0 && !f.isContinued(titles) && (label.LevelOf(joined(titles)) != "" ||
		titles[at].Text == strings.ToUpper(titles[at].Text))
}

func isSetTitle(l line) bool { return setTitle.MatchString(vi.Fold(l.Text)) }

// isSame tells whether a title is that of the annex under way once more, word for word, as at the
// head of each page: the table below it goes on, or is for other communes.
func (f *finder) isSame(titles []line, at int, l *layout) bool {
	if f.annex == nil {
		return false
	}
	if at >= 0 && !strings.EqualFold(annexWords.First(vi.Fold(titles[0].Text)), f.no) {
		return false
	}
	if title := annexTitle(titles, at >= 0); title != "" && vi.Fold(title) != vi.Fold(f.annex.Title) {
		return false
	}
	return !f.restarts(l) || f.isForOthers(l)
}

// restarts tells whether the first number of a table has been in the annex under way already.
func (f *finder) restarts(l *layout) bool {
	first := ""
	for row := l.bottom + 1; row <= l.Rows && first == ""; row++ {
		first = l.numberAt(row)
	}
	return slices.ContainsFunc(f.annex.Rows, func(r *Row) bool {
		return first != "" && (r.No == first || r.CriterionNo == first && first != f.rows.criterionNo)
	})
}

// numberAt is the number of the indicator or the criterion that a row begins, "" where it has none.
func (l *layout) numberAt(row int) string {
	for column, is := range l.roles {
		c := l.At(row, column)
		if c == nil || c.Row < row || is != number && is != content && is != criterion {
			continue
		}
		text := vi.OneLine(c.Text)
		for _, form := range []*pattern.Regexp{shape.Dotted, shape.Integer, shape.Named, criterionIn} {
			if no := form.First(text); no != "" {
				return strings.ReplaceAll(no, ",", ".")
			}
		}
	}
	return ""
}

// isForOthers tells whether the columns of a table are for none of those that the annex under way
// has been for.
func (f *finder) isForOthers(l *layout) bool {
	return !slices.ContainsFunc(l.values, func(c *Column) bool {
		return len(c.IDs) == 0 || c.Kind == All || slices.ContainsFunc(f.annex.Rows, func(r *Row) bool {
			return slices.ContainsFunc(r.Cells, func(o *Cell) bool { return meet(o.Column.IDs, c.IDs) })
		})
	})
}
