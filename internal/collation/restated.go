package collation

import (
	"cmp"
	"slices"

	"ntm/criteria"
)

// Restated is a known indicator of which a decision asks in another shape than the program has: with a part,
// without its parts, a number where it was Đạt. What the decision asks stands in lines, which take its place
// for the span once an official says so.
type Restated struct {
	Slot
	Before string // what stands, in words
}

// restates finds what a paper asks of a topic in another shape: lines without any doubt, and the rows that they
// are for, which then only point to them. Where anything is doubtful, the rows are left as they are.
func (r *Collation) restates(t *Topic, rows []Row) []*Line {
	abouts := r.about[t.Topic]
	if len(abouts) != 1 || abouts[0].doubt != "" || abouts[0].paper.Foreign != "" {
		return nil
	}
	var out []*Line
	for _, group := range groupsOf(rows) {
		if abouts[0].paper.Layer == criteria.Nation || r.isOpen(group, layerRank(abouts[0].paper.Layer)) {
			out = append(out, r.restatesGroup(t, abouts[0], group)...)
		}
	}
	return out
}

// restatesGroup is the same of the rows of one standing, one time and one zone.
func (r *Collation) restatesGroup(t *Topic, about about, group []*Row) []*Line {
	of := r.spanOf(group)
	lines := r.linesOf(about.paper, about.rows, of.Columns, of.zone.id, ownFigure(group))
	for _, n := range lines {
		if n.Kind == Again || n.Year != 0 && !of.Years.Contain(n.Year) ||
			about.paper.Layer != criteria.Nation && n.Figure != group[0].Asked.Figure && n == lines[0] {
			return nil
		}
	}
	for _, n := range lines {
		n.No, n.Criterion, n.Of, n.Kind = t.No, t.Criterion, of, Rewritten
		n.rank = Rewritten.rank()
		n.Case = cmp.Or(n.Case, zoneOf(of.zone.id))
	}
	for _, one := range group {
		one.Said = &Said{Kind: Rewritten, Words: one.Said.Words, Paper: one.Said.Paper, Why: []string{
			"quyết định viết lại chỉ tiêu này theo dạng khác: xem các dòng của nó ở Chỉ tiêu mới"}}
	}
	return lines
}

// groupsOf are the rows of which a paper says something that cannot be said in their shape, with those beside them: the
// rows of one standing, one time and one zone of the province each.
func groupsOf(rows []Row) [][]*Row {
	var out [][]*Row
	for i := range rows {
		first := &rows[i]
		isIn := func(group []*Row) bool { return group[0].isBeside(first) }
		if !first.Said.isOther || slices.ContainsFunc(out, isIn) {
			continue
		}
		var group []*Row
		for k := range rows {
			if first.isBeside(&rows[k]) && rows[k].Said.Words != "" {
				group = append(group, &rows[k])
			}
		}
		if !slices.ContainsFunc(group, func(one *Row) bool {
			return one.Standing.Prerequisite != nil || one.Ask.Relative != nil
		}) {
			out = append(out, group)
		}
	}
	return out
}

// isBeside tells whether two rows are of one requirement, time and zone.
func (row *Row) isBeside(o *Row) bool {
	return row.Standing == o.Standing && row.From == o.From && row.Until == o.Until && row.zone.id == o.zone.id
}

// spanOf is the requirement of rows as a whole, and what it asks so far.
func (r *Collation) spanOf(group []*Row) *Restated {
	out := &Restated{Slot: group[0].Slot}
	out.Path = ""
	out.Columns = nil
	for _, one := range group {
		out.Years.From, out.Years.To = min(out.Years.From, one.Years.From), max(out.Years.To, one.Years.To)
	}
	var shown []asked
	for _, c := range r.law.Columns {
		if i := slices.IndexFunc(group, func(one *Row) bool { return slices.Contains(one.Columns, c) }); i >= 0 {
			rule := group[i].Standing.Rule
			whole := r.law.Lib.Asked(rule, &rule.Ask, group[i].Years.From, c)
			out.Columns, shown = append(out.Columns, c), append(shown, asked{c, &item{words: whole.String()}})
		}
	}
	out.Before = r.wordsByColumn(out.Columns, shown)
	return out
}

// isOpen tells whether nothing that is known stands above rows: what replaces them can ask for no less.
func (r *Collation) isOpen(group []*Row, rank int) bool {
	return !slices.ContainsFunc(group, func(one *Row) bool {
		above := r.above(&one.Slot, rank)
		return one.Path != "" || above != nil && above.Known && above.Op != criteria.ProvinceSets ||
			above == nil && one.Standing.Doc.Layer != criteria.Nation
	})
}

// ownFigure is the figure of a requirement without parts, nil of one that has some.
func ownFigure(group []*Row) *criteria.Figure {
	if group[0].Path != "" {
		return nil
	}
	return group[0].Asked.Figure
}

// Whole gives the requirement that a key names, whatever its parts, false when the packs have changed so that it
// no longer stands as one.
func (l *Law) Whole(key string) (Slot, bool) {
	t, s, b, _ := l.standing(key)
	if s == nil {
		return Slot{}, false
	}
	return Slot{Span: b, Topic: t, Standing: s, Ask: &s.Rule.Ask,
		Asked: l.Lib.Asked(s.Rule, &s.Rule.Ask, b.Years.From, b.Columns[0])}, true
}

// Before is what stands of the indicator that the line rewrites, in words; "" of a new one.
func (n *Line) Before() string {
	if n.Of == nil {
		return ""
	}
	return n.Of.Before
}

// Key names the requirement that the line is to take the place of; "" of a new one.
func (n *Line) Key(l *Law) string {
	if n.Of == nil {
		return ""
	}
	return n.Of.Key(l)
}
