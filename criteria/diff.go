package criteria

import (
	"cmp"
	"slices"
	"strings"

	"ntm/internal/list"
)

// Side is one side of a comparison: a standard as it is resolved for a
// province in a year.
type Side struct {
	Standard *Standard
	Query    Query // its Region is set for each column in turn
}

// Difference is an indicator that asks for something else on the other side.
// An empty number says the side does not have it.
type Difference struct {
	NoA   string             `json:"no_a"`
	NoB   string             `json:"no_b"`
	Name  string             `json:"name"`
	NameB string             `json:"name_b,omitempty"` // when worded otherwise
	Cells []DifferenceInCell `json:"cells"`
}

// DifferenceInCell is what the two sides ask in one column.
type DifferenceInCell struct {
	Column Region       `json:"column"`
	Title  string       `json:"title"`
	A      *Requirement `json:"-"` // nil where the side has no such indicator
	B      *Requirement `json:"-"`
	TextA  string       `json:"a"`
	TextB  string       `json:"b"`
}

// Diff compares two sides indicator by indicator. Of one level, indicators are
// the same when their numbers are; of two levels, when they judge a figure in
// common.
func (lib *Library) Diff(a, b Side, columns []Region) ([]Difference, error) {
	var out []Difference
	for _, column := range columns {
		left, err := lib.side(a, column)
		if err != nil {
			return nil, err
		}
		right, err := lib.side(b, column)
		if err != nil {
			return nil, err
		}
		for _, p := range pair(left, right, a.Standard.Level == b.Standard.Level) {
			d, cell := p.difference(column)
			if cell == nil && d.NameB == "" {
				continue
			}
			entry := list.Entry(&out, func(o Difference) bool { return o.NoA == d.NoA && o.NoB == d.NoB }, d)
			if cell != nil {
				entry.Cells = append(entry.Cells, *cell)
			}
		}
	}
	return out, nil
}

// side resolves the indicators of one side for a column.
func (lib *Library) side(s Side, column Region) ([]SetIndicator, error) {
	q := s.Standard.queryFor(s.Query, column)
	if q.On.IsZero() {
		q.On = Day(q.Year, 12, 31)
	}
	r, err := newResolver(lib, q, s.Standard)
	if err != nil {
		return nil, err
	}
	level, err := r.level()
	if err != nil {
		return nil, err
	}
	var out []SetIndicator
	for _, c := range level.Criteria {
		out = append(out, c.Indicators...)
	}
	for _, c := range level.Conditions {
		out = append(out, SetIndicator{No: c.ID, Name: c.Name, Requirement: c.Requirement})
	}
	return out, nil
}

// pairing is an indicator on either side, or on one.
type pairing struct{ a, b *SetIndicator }

func pair(left, right []SetIndicator, byNumber bool) []pairing {
	same := func(a, b *SetIndicator) bool { return a.No == b.No }
	if !byNumber {
		same = func(a, b *SetIndicator) bool { return shareFigure(&a.Requirement, &b.Requirement) }
	}
	var out []pairing
	taken := make([]bool, len(right))
	for i := range left {
		p := pairing{a: &left[i]}
		for k := range right {
			if !taken[k] && same(&left[i], &right[k]) {
				p.b, taken[k] = &right[k], true
				break
			}
		}
		out = append(out, p)
	}
	for k := range right {
		if !taken[k] {
			out = append(out, pairing{b: &right[k]})
		}
	}
	return out
}

func shareFigure(a, b *Requirement) bool {
	var ids []string
	a.Leaves(func(r *Requirement) { ids = append(ids, r.Figure.ID) })
	shared := false
	b.Leaves(func(r *Requirement) { shared = shared || slices.Contains(ids, r.Figure.ID) })
	return shared
}

func (p pairing) difference(column Region) (Difference, *DifferenceInCell) {
	var d Difference
	cell := &DifferenceInCell{Column: column}
	if p.a != nil {
		d.NoA, d.Name = p.a.No, p.a.Name
		cell.A, cell.TextA = &p.a.Requirement, p.a.Requirement.String()
		cell.Title = p.a.Requirement.Basis.ColumnTitle
	}
	if p.b != nil {
		d.NoB = p.b.No
		cell.B, cell.TextB = &p.b.Requirement, p.b.Requirement.String()
		cell.Title = cmp.Or(cell.Title, p.b.Requirement.Basis.ColumnTitle)
		switch {
		case p.a == nil:
			d.Name = p.b.Name
		case p.a.Name != p.b.Name:
			d.NameB = p.b.Name
		}
	}
	if p.a != nil && p.b != nil && cell.A.asksAs(cell.B) {
		return d, nil
	}
	return d, cell
}

// ParseSide reads STANDARD[@YEAR or @DATE][:PROVINCE][/LAYER], for example
// nang-cao-2021-2025@2023:Thanh Hóa, or ntm-2021-2025@2023/nation for what the
// nation alone asks. Without a year it is the standard's last.
func (lib *Library) ParseSide(text string) (Side, bool) {
	rest, layer, layered := strings.Cut(text, "/")
	rest, province, _ := strings.Cut(rest, ":")
	id, when, dated := strings.Cut(rest, "@")
	std, ok := lib.StandardByID(id)
	if !ok {
		return Side{}, false
	}
	s := Side{Standard: std, Query: Query{Year: std.Years.To, Province: province}}
	if layered && s.Query.UpTo.UnmarshalText([]byte(layer)) != nil {
		return Side{}, false
	}
	if dated {
		var day Date
		if len(when) == 4 {
			when += "-12-31"
		}
		if day.UnmarshalText([]byte(when)) != nil || !std.Years.Contain(day.Year()) {
			return Side{}, false
		}
		s.Query.Year, s.Query.On = day.Year(), day
	}
	return s, true
}
