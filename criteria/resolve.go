package criteria

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Query is what decides which requirements hold for a commune.
type Query struct {
	Year     int     `json:"year"`   // of recognition
	On       Date    `json:"on"`     // the day whose texts hold; zero for the last day of Year
	Region   Region  `json:"region"` // of the commune's province
	Province string  `json:"province,omitempty"`
	Traits   []Trait `json:"traits,omitempty"`
	Unknown  []Trait `json:"unknown,omitempty"` // that nobody has said yes or no to; the rest are no
	UpTo     Layer   `json:"up_to,omitempty"`   // the last layer to lay on; "" for all
	// Unplaced are the Unknown ones that were answered, but put the commune into none of
	// a province's zones, or into two at once.
	Unplaced []Trait `json:"unplaced,omitempty"`
}

func (q Query) has(t Trait) bool { return slices.Contains(q.Traits, t) }

// Resolve lays the layers over each other for one commune and year. The error
// is a problem.Problem: no standard holds for the year, or the region or the
// commune's group is not known.
func (lib *Library) Resolve(q Query) (*Set, error) {
	if !slices.Contains(Regions, q.Region) {
		return nil, problem.Problem{Message: fmt.Sprintf("chưa biết vùng của xã (đọc thấy %q)", q.Region),
			Hint: "ghi region là một trong: tdmnpb, dbsh, btb, dhntb, tn, dnb, dbscl"}
	}
	if q.On.IsZero() {
		q.On = Day(q.Year, 12, 31)
	}
	answered := q.Traits
	if q.Unplaced = lib.unplaced(q); q.Unplaced != nil {
		isOpen := func(t Trait) bool { return slices.Contains(q.Unplaced, t) }
		q.Traits, q.Unknown = slices.DeleteFunc(slices.Clone(q.Traits), isOpen), union(q.Unknown, q.Unplaced)
	}
	ways := lib.possible(q)
	set, err := lib.resolve(ways[0])
	if err != nil {
		return nil, err
	}
	for _, way := range ways[1:] {
		other, err := lib.resolve(way)
		if err != nil {
			return nil, err
		}
		set.beside(other)
	}
	set.Query.Traits = answered
	set.Query.Unknown = ways[0].Unknown
	if len(ways) > 1 {
		for i := range set.Levels {
			l := &set.Levels[i]
			std, _ := lib.StandardIn(l.Standard.Level, q.Year, q.Province)
			l.leaveOpen(set.Query, std.Groups)
		}
	}
	judged := set.judged()
	set.LeftOut = lib.leftOut(set.Query, func(id string) bool { return judged[id] != nil })
	set.Related = lib.related(judged)
	set.NationOnly, set.Digest = lib.NationOnly, digest(set)
	return set, nil
}

// resolve resolves as if no trait were unknown.
func (lib *Library) resolve(q Query) (*Set, error) {
	set := &Set{Query: q}
	for std := range lib.standards(q.Year, q.Province) {
		if std.Province != "" && q.Province == "" {
			continue
		}
		r, err := newResolver(lib, q, std)
		if err != nil {
			return nil, err
		}
		resolved, err := r.level()
		if err != nil {
			return nil, err
		}
		set.Levels = append(set.Levels, resolved)
	}
	if err := lib.HasYear(q.Year); err != nil {
		return nil, err
	}
	for _, o := range lib.Overlays {
		if o.holds(q) {
			set.Overlays = append(set.Overlays, SetOverlay{o.ID, o.Name})
		}
	}
	if p, ok := lib.Procedure(q.Year); ok {
		set.Procedure = p.On(q.On)
	}
	return set, nil
}

// holds tells whether the overlay is for the commune's province and year.
func (o *Overlay) holds(q Query) bool {
	return o.Years.Contain(q.Year) && (o.Province == "" || vi.Fold(o.Province) == vi.Fold(q.Province))
}

// layered lists the overlays that hold, those that override last.
func (lib *Library) layered(q Query) []*Overlay {
	var out []*Overlay
	for _, layer := range Layers {
		for _, o := range lib.Overlays {
			if o.Layer == layer && o.holds(q) {
				out = append(out, o)
			}
		}
		if layer == q.UpTo {
			break
		}
	}
	return out
}

// HasYear gives a problem.Problem when no standard holds for the year.
func (lib *Library) HasYear(year int) error {
	if slices.ContainsFunc(lib.Standards, func(s *Standard) bool { return s.Years.Contain(year) }) {
		return nil
	}
	const century = 100
	if 0 < year && year < century {
		return problem.Problem{Message: fmt.Sprintf("đọc thấy năm %02d, ở đây cần năm đủ bốn chữ số", year),
			Hint: fmt.Sprintf("có phải ý là %d?", 2000+year)}
	}
	return problem.Problem{Message: fmt.Sprintf("không có bộ tiêu chí nào áp dụng cho năm %d", year),
		Hint: "các bộ tiêu chí đang có: " + strings.Join(lib.periods(), ", ")}
}

// periods names the spans of years that some standard covers.
func (lib *Library) periods() []string {
	var out []string
	for _, std := range lib.Standards {
		out = list.Once(out, fmt.Sprintf("%d-%d", std.Years.From, std.Years.To))
	}
	slices.Sort(out)
	return out
}

// resolver resolves one standard for one query.
type resolver struct {
	lib        *Library
	q          Query
	std        *Standard
	law        *Law
	column     Region
	columnNote string
	zones      map[*Overlay]Region // the commune's zone in each overlay that has zones
}

func newResolver(lib *Library, q Query, std *Standard) (*resolver, error) {
	r := &resolver{lib: lib, q: q, std: std, column: q.Region, zones: map[*Overlay]Region{}}
	if len(std.Groups) > 0 {
		g, err := groupOf(std.Groups, q)
		if err != nil {
			return nil, err
		}
		r.column = Region(g.ID)
	} else if rule := std.ColumnRule; rule != nil && rule.Column != q.Region && rule.holds(q) {
		r.column = rule.Column
		r.columnNote = fmt.Sprintf("xét theo mức của vùng %s (%s)", rule.Column.Title(), rule.Article)
	}
	r.law = lib.lawWith(std, q.Province, r.column)
	for _, o := range r.law.overlays {
		if o.zoned() && o.Years.Contain(q.Year) {
			g, err := groupOf(o.Groups, q)
			if err != nil {
				return nil, err
			}
			r.zones[o] = Region(g.ID)
		}
	}
	return r, nil
}

// holds tells whether the commune has a trait of every group.
func (c *ColumnRule) holds(q Query) bool {
	return !slices.ContainsFunc(c.Traits, func(group []Trait) bool { return !slices.ContainsFunc(group, q.has) })
}

func (r *resolver) level() (SetLevel, error) {
	out := SetLevel{Standard: r.std.InSet(), Column: r.column, ColumnTitle: columnTitle(r.column, r.std.Groups),
		ColumnNote: r.columnNote, Prerequisite: r.prerequisite()}
	known := 0
	for _, c := range r.law.Criteria {
		if o := c.Overlay; o != nil && (!o.Years.Contain(r.q.Year) || !r.goesDownTo(o)) {
			continue
		}
		crit := list.Entry(&out.Criteria, func(have SetCriterion) bool { return have.No == c.No },
			SetCriterion{No: c.No, Name: c.Name})
		crit.Indicators = slices.Grow(crit.Indicators, len(c.Topics))
		for _, t := range c.Topics {
			one, err := r.indicator(t)
			if err != nil {
				return out, err
			}
			crit.Indicators = append(crit.Indicators, one)
		}
		if r.std.Has(c.No) {
			known += len(c.Topics)
		}
	}
	out.Lack = r.std.LackOf(known)
	proc, _ := r.lib.Procedure(r.q.Year)
	for _, t := range r.law.Conditions {
		if t.Procedure != nil && t.Procedure != proc {
			continue
		}
		held, ok := r.find(t)
		if held.err != nil {
			return out, held.err
		}
		if ok {
			_, id, _ := strings.Cut(t.ID, "/")
			out.Conditions = append(out.Conditions, SetCondition{id, cmp.Or(held.rule.Name, t.Name), held.asks})
		}
	}
	return out, nil
}

func (r *resolver) indicator(t *Topic) (SetIndicator, error) {
	out := SetIndicator{No: t.Indicator.No, Name: t.Name}
	for _, trait := range t.Indicator.AppliesUnless {
		if r.q.has(trait) {
			out.NotApplicable = trait
		}
	}
	held, ok := r.find(t)
	if !ok {
		return out, problem.Problem{Message: fmt.Sprintf("%s %s: không có quy định nào cho ngày %s", r.std.ID,
			out.No, r.q.On)}
	}
	out.Name = cmp.Or(held.rule.Name, out.Name)
	out.Requirement = held.asks
	return out, held.err
}

// Indicator finds an indicator by its number.
func (s *Standard) Indicator(no string) (*Indicator, bool) {
	for ind := range s.indicators {
		if ind.No == no {
			return ind, true
		}
	}
	return nil, false
}
