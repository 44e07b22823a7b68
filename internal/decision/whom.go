package decision

import (
	"slices"
	"strings"

	"ntm/internal/document"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// settleWhom keeps a column that says for which communes each row is only where its cells
// do say it.
func (l *layout) settleWhom(t *document.Table) {
	for column, is := range l.roles {
		if is != whom {
			continue
		}
		named, others := 0, 0
		for row := l.bottom + 1; row <= t.Rows; row++ {
			c := t.At(row, column)
			if c == nil || c.Row != row || c.Text == "" || c.Columns > 1 {
				continue
			}
			if kind, _, _ := columnKind(c.Text); kind == Unclear || kind == Year {
				others++
			} else {
				named++
			}
		}
		if named < 2 || others > named { //nolint:mnd // one row says nothing of a column
			l.roles[column] = unknown
		}
	}
}

// whomIn takes from a row's words for which communes it is: from the column that says so,
// or where an indicator's name is followed by "- Xã nhóm 1: …" in a row of its own.
func (r *reader) whomIn(one *Row, w *words) {
	if r.layout.has(whom) {
		one.whom = w.whom
		return
	}
	if one.whom = r.section; one.whom != "" {
		return
	}
	if r.name == "" || len(w.content) == 0 || w.values == "" {
		return
	}
	last := w.content[len(w.content)-1]
	text := strings.Trim(partLead.ReplaceAllString(oneLine(last), ""), " :.;")
	kind, _, _ := columnKind(text)
	if kind != Group && kind != Zone && kind != Region {
		return
	}
	one.whom = text
	if w.content = w.content[:len(w.content)-1]; len(w.content) == 0 {
		w.isWhom = true
	}
}

// sectionLead is what counts the sections of a table: "I.", "A.", "1.".
var sectionLead = pattern.New(`^(?:[IVX]+|[A-H]|\d{1,2})\s*[.:)\-–]\s*`)

// entersSection goes on to the rows of other communes, where a row over the whole width
// names them and nothing else: "A. Áp dụng đối với xã nhóm 1". "Nhóm 1" alone may be one of
// criteria.
func (r *reader) entersSection(text string) bool {
	text = strings.Trim(sectionLead.ReplaceAllString(text, ""), " :.;")
	kind, _, _ := columnKind(text)
	if kind != Group && kind != Zone && kind != Region || !saysXa.MatchString(vi.Fold(text)) {
		return false
	}
	r.flush()
	r.section = text
	r.criterionNo, r.criterion, r.no, r.name, r.indicators, r.isDerived = "", "", "", "", 0, true
	return true
}

var saysXa = pattern.New(`\b(?:xa|khu vuc|vung)\b`)

// columnOf is a column for the communes that its row is for.
func (r *reader) columnOf(row *Row, c *Column) *Column {
	if row.whom == "" || c.Kind != All && c.Kind != Year {
		return c
	}
	out := *c
	out.Heading = strings.TrimPrefix(c.Heading+" / "+oneLine(row.whom), " / ")
	kind, ids, year := columnKind(row.whom)
	switch {
	case kind == Unclear || kind == Year || year != 0:
		out.Kind, out.Why = Unclear, "không rõ dòng \""+oneLine(row.whom)+"\" dành cho xã nào"
	case kind == All:
	default:
		out.Kind, out.IDs = kind, ids
	}
	return &out
}

// join puts a row that asks the same indicator of other communes to the one above; false
// where it is no such row.
func (a *Annex) join(one *Row) bool {
	if one.whom == "" || len(a.Rows) == 0 {
		return false
	}
	i := slices.IndexFunc(a.Rows, func(o *Row) bool {
		return o.whom != "" && o.No == one.No && vi.Fold(o.Name) == vi.Fold(one.Name) && o.Part == one.Part &&
			o.Year == one.Year
	})
	if i < 0 {
		return false
	}
	last := a.Rows[i]
	for _, c := range one.Cells {
		if slices.ContainsFunc(last.Cells, func(o *Cell) bool {
			return o.Column.Kind == c.Column.Kind && o.Column.Year == c.Column.Year &&
				slices.Equal(o.Column.IDs, c.Column.IDs)
		}) {
			return false // twice for the same communes: marked as an indicator that stands twice
		}
	}
	last.Cells, last.Doubts = append(last.Cells, one.Cells...), append(last.Doubts, one.Doubts...)
	return true
}
