package criteria

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/list"
	"ntm/internal/vi"
)

// A trait of a commune is yes, no, or not known. Where what is not known decides
// which column of a table holds, or which rule, every possible one is resolved: the
// first is that of a commune without the traits in question, for most communes have
// none of them; the others stand beside it.

// possible lists one query for each way in which the unknown traits could decide,
// the first as if they were all no. The traits that decide nothing stay out of it;
// those that do are the query's Unknown ones. A commune cannot be of two groups at
// once, so such ways are left out.
func (lib *Library) possible(q Query) []Query {
	some := lib.forSome(q)
	deciding := lib.deciding(q, some)
	q.Unknown = list.Where(q.Unknown, func(t Trait) bool { return slices.Contains(deciding, t) })
	if q.Unknown == nil {
		return []Query{q}
	}
	var out []Query
	seen := map[string]bool{}
	for mask := range 1 << len(q.Unknown) {
		way := q
		way.Traits = slices.Clone(q.Traits)
		for i, t := range q.Unknown {
			if mask>>i&1 == 1 {
				way.Traits = append(way.Traits, t)
			}
		}
		if columns, can := lib.columns(way, some); can && !seen[columns] {
			seen[columns] = true
			out = append(out, way)
		}
	}
	if len(out) == 0 {
		return []Query{q} // its resolution says what is wrong
	}
	return out
}

// deciding lists the traits that decide which column or rule holds in the year.
// Those that say that there is nothing to judge are none: who reports no figure of
// a craft village and does not say whether there is one has an unknown already.
func (lib *Library) deciding(q Query, some []*Rule) []Trait {
	var out []Trait
	add := func(traits ...Trait) { out = union(out, traits) }
	for _, groups := range lib.groupsOf(q) {
		for _, g := range groups {
			add(slices.Concat(g.AnyOf...)...)
		}
	}
	for std := range lib.standards(q.Year, q.Province) {
		if rule := std.ColumnRule; len(std.Groups) == 0 && rule != nil && rule.Column != q.Region {
			add(slices.Concat(rule.Traits...)...)
		}
	}
	for _, r := range some {
		add(r.With...)
		add(r.Without...)
	}
	return out
}

// groupsOf lists the commune groups of the year's standards and the zones of the
// overlays that hold.
func (lib *Library) groupsOf(q Query) [][]*Group {
	var out [][]*Group
	for std := range lib.standards(q.Year, q.Province) {
		if len(std.Groups) > 0 {
			out = append(out, std.Groups)
		}
	}
	for _, o := range lib.Overlays {
		if len(o.Groups) > 0 && o.holds(q) {
			out = append(out, o.Groups)
		}
	}
	return out
}

// forSome lists the rules that may hold in the year for some communes only.
func (lib *Library) forSome(q Query) []*Rule {
	var all []*Rule
	for std := range lib.standards(q.Year, q.Province) {
		all = append(all, std.rules()...)
	}
	if proc, ok := lib.Procedure(q.Year); ok {
		all = append(all, rulesOf(proc.Conditions)...)
	}
	for _, o := range lib.Overlays {
		if o.holds(q) {
			all = append(all, o.rules()...)
		}
	}
	return list.Where(all, func(r *Rule) bool { return len(r.With)+len(r.Without) > 0 })
}

// columns names what the query's traits decide, and tells whether a commune can
// have them.
func (lib *Library) columns(q Query, some []*Rule) (names string, can bool) {
	var out strings.Builder
	for _, groups := range lib.groupsOf(q) {
		g, err := groupOf(groups, q)
		if err != nil {
			return "", false
		}
		fmt.Fprintf(&out, "%s;", g.ID)
	}
	for std := range lib.standards(q.Year, q.Province) {
		if std.ColumnRule != nil {
			fmt.Fprintf(&out, "%t;", std.ColumnRule.holds(q))
		}
	}
	for _, r := range some {
		fmt.Fprintf(&out, "%t;", fit(q.Traits, r.With, r.Without))
	}
	return out.String(), true
}

// Column is a column of a table that may hold for a commune.
type Column struct {
	ID    Region `json:"column"`
	Title string `json:"title"`
}

// beside adds what another way of the unknown traits asks otherwise.
func (s *Set) beside(other *Set) {
	for i := range s.Levels {
		level, others := &s.Levels[i], &other.Levels[i]
		if c := (Column{others.Column, others.ColumnTitle}); c.ID != level.Column {
			level.Columns = union(level.Columns, []Column{c})
		}
		for k := range level.Criteria {
			for m := range level.Criteria[k].Indicators {
				level.Criteria[k].Indicators[m].Requirement.beside(&others.Criteria[k].Indicators[m].Requirement)
			}
		}
		for k := range level.Conditions {
			c := &level.Conditions[k]
			n := slices.IndexFunc(others.Conditions, func(o SetCondition) bool { return o.ID == c.ID })
			if n >= 0 {
				c.Requirement.beside(&others.Conditions[n].Requirement)
			}
		}
	}
}

// beside adds another requirement that may hold, if it asks for something else or
// on another authority.
func (r *Requirement) beside(other *Requirement) {
	same := func(o Requirement) bool { return o.asksAs(other) && o.Basis.Decision == other.Basis.Decision }
	if !same(*r) && !slices.ContainsFunc(r.Others, same) {
		r.Others = append(r.Others, *other)
	}
}

// asksAs tells whether two requirements ask for the same of the same figure, as surely.
func (r *Requirement) asksAs(other *Requirement) bool {
	return r.Op == other.Op && r.Figure == other.Figure && r.Known == other.Known && r.Value.Equal(other.Value) &&
		r.Need == other.Need && r.Basis.Status == other.Basis.Status && r.Basis.Layer == other.Basis.Layer &&
		slices.EqualFunc(r.Parts, other.Parts, func(a, b Requirement) bool { return a.asksAs(&b) })
}

// leaveOpen says which traits leave the level's column open, where that matters. Of
// a region's column there is one of its own; of commune groups none is more likely
// than another.
func (l *SetLevel) leaveOpen(q Query, groups []*Group) {
	titles := l.titles(groups)
	if len(titles) == 1 {
		l.Columns = nil // they ask for the same
		return
	}
	if len(groups) > 0 && len(l.Columns) > 0 {
		l.Columns = append(l.Columns, Column{l.Column, l.ColumnTitle})
		slices.SortFunc(l.Columns, func(a, b Column) int { return groupNo(groups, a.ID) - groupNo(groups, b.ID) })
		l.Column, l.ColumnTitle = "", "chưa rõ nhóm"
		titles = l.titles(groups)[1:]
	}
	l.ColumnNote = fmt.Sprintf("%s; nên chưa rõ xét theo %s", q.openSays(), strings.Join(titles, " hay "))
}

// openSays says which answers leave open what the commune is judged by.
func (q Query) openSays() string {
	unanswered := list.Where(q.Unknown, func(t Trait) bool { return !slices.Contains(q.Unplaced, t) })
	var out []string
	if len(unanswered) > 0 {
		out = append(out, "chưa trả lời xã có đặc điểm nào sau đây không: "+vi.List("; ", unanswered, Trait.Title))
	}
	if len(q.Unplaced) > 0 {
		how := "xã trả lời không thuộc vùng nào"
		if slices.ContainsFunc(q.Unplaced, q.has) {
			how = "xã trả lời có nhiều vùng cùng lúc"
		}
		out = append(out, how+" trong các vùng mà quyết định của tỉnh chia, xin xem lại: "+
			vi.List("; ", q.Unplaced, Trait.Title))
	}
	return strings.Join(out, "; ")
}

// groupNo is the place of a commune group among the standard's.
func groupNo(groups []*Group, id Region) int {
	return slices.IndexFunc(groups, func(g *Group) bool { return g.ID == string(id) })
}

// titles names the columns, and the zones of a province, that may hold: that of the
// commune first.
func (l *SetLevel) titles(groups []*Group) []string {
	out := []string{l.ColumnTitle}
	if len(groups) > 0 {
		for _, c := range l.Columns {
			out = union(out, []string{c.Title})
		}
	}
	for r := range l.Requirements {
		for i := range r.Others {
			out = union(out, []string{r.Basis.ColumnTitle, r.Others[i].Basis.ColumnTitle})
		}
	}
	return out
}
