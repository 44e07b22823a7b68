package decision

import (
	"slices"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// settleWhom keeps a column that says for which communes each row is only where its cells
// do say it.
func (l *layout) settleWhom() {
	for column, is := range l.roles {
		if is != whom {
			continue
		}
		named, others := 0, 0
		for c := range l.below(column) {
			switch kind, _, _ := label.Of(c.Text); {
			case c.Columns > 1:
			case kind == Unclear || kind == Year:
				others++
			default:
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
	text := strings.Trim(partLead.ReplaceAllString(vi.OneLine(last), ""), " :.;")
	if kind, _, _ := label.Of(text); !namesCommunes(kind) {
		return
	}
	one.whom = text
	if w.content = w.content[:len(w.content)-1]; len(w.content) == 0 {
		w.isWhom = true
	}
}

// sectionLead is what counts the sections of a table: "I.", "A.", "1.", "Bảng 2.".
var sectionLead = pattern.New(`^(?:(?i:bảng|biểu|phần|mục|phụ lục)(?i:\s+số)?\s*)?(?:[IVX]+|[A-H]|\d{1,2})` +
	`\s*[.:)\-–]\s*`)

func withoutLead(text string) string {
	return strings.Trim(sectionLead.ReplaceAllString(text, ""), " :.;")
}

// entersSection goes on to the rows of other communes, where a row over the whole width
// names them and nothing else: "A. Áp dụng đối với xã nhóm 1". "Nhóm 1" alone may be one of
// criteria.
func (r *reader) entersSection(text string) bool {
	if !namesSection(text) {
		return false
	}
	r.leave("", "")
	r.leaveCaption()
	r.section, r.isDerived = withoutLead(text), true
	return true
}

// leaveCaption ends what the caption of a table says of whom its columns are for: that was its first section.
func (r *reader) leaveCaption() {
	if r.layout.own == nil || slices.Equal(r.layout.values, r.layout.own) {
		return
	}
	for _, row := range r.annex.Rows {
		if row.Table == r.layout.Number && row.whom == "" && len(row.Cells) > 0 {
			row.whom = row.Cells[0].Column.Heading
		}
	}
	own := *r.layout
	own.values = own.own
	r.layout = &own
}

// namesSection tells whether a text names communes and nothing else.
func namesSection(text string) bool {
	text = withoutLead(text)
	kind, _, _ := label.Of(text)
	return namesCommunes(kind) && saysXa.MatchString(vi.Fold(text))
}

// namesCommunes tells whether a kind is of some communes.
func namesCommunes(kind Kind) bool { return kind == Group || kind == Zone || kind == Region }

var saysXa = pattern.New(`\b(?:xa|khu vuc|vung)\b`)

// columnOf is a column for the communes that its row is for.
func (r *reader) columnOf(row *Row, c *Column) *Column {
	if row.whom == "" || c.Kind != All && c.Kind != Year {
		return c
	}
	out := *c
	out.Heading = strings.TrimPrefix(c.Heading+" / "+vi.OneLine(row.whom), " / ")
	kind, ids, year := label.Of(row.whom)
	switch {
	case kind == Unclear || kind == Year || year != 0:
		out.Kind, out.Why = Unclear, "không rõ dòng \""+vi.OneLine(row.whom)+"\" dành cho xã nào"
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

// partCells makes of a cell that lists what communes of several kinds are asked, "≥ 60%
// (nhóm 1), ≥ 50% (nhóm 2)", what each of its columns asks; of one for every commune, a cell
// for each kind.
func (row *Row) partCells() {
	var out []*Cell
	for _, c := range row.Cells {
		ids, ok := c.namedParts()
		switch {
		case !ok:
			out = append(out, c)
		case c.Column.Kind == All || c.Column.Kind == Year:
			for i, part := range c.Reading.Parts {
				one, column := *c, *c.Column
				column.Kind, column.IDs = c.forPart(i)
				column.Heading += " / " + part.When
				one.Column, one.Reading = &column, part
				one.Reading.When, one.Reading.Words = "", c.Reading.Words
				one.Doubts = slices.Clone(c.Doubts)
				out = append(out, &one)
			}
		default:
			if at := slices.IndexFunc(ids, func(of []string) bool {
				return len(c.Column.IDs) == 1 && slices.Contains(of, c.Column.IDs[0])
			}); at >= 0 && c.Shared && row.shares(c, slices.Concat(ids...)) {
				words := c.Reading.Words
				c.Reading = c.Reading.Parts[at]
				c.Reading.When, c.Reading.Words = "", words
			}
			out = append(out, c)
		}
	}
	row.Cells = out
}

// shares tells whether a cell stands over the columns of all the kinds that are named.
func (row *Row) shares(c *Cell, ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool {
		return !slices.ContainsFunc(row.Cells, func(o *Cell) bool {
			return o.Shared && o.Words == c.Words && slices.Contains(o.Column.IDs, id)
		})
	})
}

// restWords name the regions that a list does not.
var restWords = pattern.New(`\b(?:con lai|khac)$`)

// otherRegions are those that the other parts of a list leave, where a part is for them:
// "các vùng còn lại".
func (c *Cell) otherRegions(at int) []string {
	if !restWords.MatchString(vi.Fold(strings.Trim(c.Reading.Parts[at].When, " :.;"))) {
		return nil
	}
	var named []string
	for i, p := range c.Reading.Parts {
		if i == at {
			continue
		}
		kind, ids, _ := label.Of(whomOf(p.When))
		if kind != Region {
			return nil
		}
		named = append(named, ids...)
	}
	return label.OtherRegions(named)
}

// whomOf is the name of a case without what leads to it.
func whomOf(when string) string {
	folded := strings.TrimSpace(strings.TrimLeft(when, "-–+•* "))
	for _, lead := range []string{"Áp dụng đối với", "áp dụng đối với", "áp dụng cho", "Đối với", "đối với", "với",
		"riêng"} {
		folded = strings.TrimSpace(strings.TrimPrefix(folded, lead))
	}
	return folded
}

// meet tells whether two lists of ids have one in common.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(id string) bool { return slices.Contains(b, id) })
}

// forPart is whom a part of a list is for, the regions that the others leave where it says so.
func (c *Cell) forPart(at int) (Kind, []string) {
	if rest := c.otherRegions(at); rest != nil {
		return Region, rest
	}
	kind, ids, _ := label.Of(whomOf(c.Reading.Parts[at].When))
	return kind, ids
}

// namedParts are the ids of what the parts of a list are for; false where it is no such
// list, or one kind stands in two of them.
func (c *Cell) namedParts() ([][]string, bool) {
	if c.Reading.Kind != threshold.ByCase || len(c.Doubts) > 0 {
		return nil, false
	}
	var out [][]string
	var all []string
	for i, p := range c.Reading.Parts {
		kind, ids := c.forPart(i)
		before := len(all)
		all = list.Once(all, ids...)
		if p.Count != nil || !namesCommunes(kind) || len(all) < before+len(ids) {
			return nil, false
		}
		out = append(out, ids)
	}
	return out, true
}
