package criteria

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// laxer finds overlays that may ask for less than the layer above them without
// naming the clause that allows it. Each is resolved as it would be, for every
// column, year and day on which it may hold.
func (c *checker) laxer() {
	for _, o := range c.lib.Overlays {
		if o.Layer == Nation {
			continue // the nation's own level, better known for one province
		}
		for _, set := range o.Set {
			c.laxerRule(o, set)
		}
	}
}

func (c *checker) laxerRule(o *Overlay, set *OverlayRule) {
	level, no, _ := strings.Cut(set.Indicator, "/")
	for year := o.Years.From; year <= o.Years.To; year++ {
		std, ok := c.lib.Standard(Level(level), year)
		if !ok {
			continue
		}
		for _, day := range edges([]*Rule{&set.Rule}, Years{year, year}) {
			if day.Year() != year {
				continue
			}
			for _, q := range queries(o, std, set, year, day) {
				above, below := c.lib.layersOf(q, std, no, o.Layer)
				if above == nil {
					continue
				}
				if why := unfit(below); why != "" {
					c.fail(set.Pos, "viết theo số liệu và cách xét của cấp trên; chỉ tiêu nhiều phần thì ghi đủ all_of, mỗi phần có figure",
						"chỉ tiêu %s: %s", set.Indicator, why)
					return
				}
				if set.LaxerBy != "" || asStrict(below, above) {
					continue
				}
				how := "không so được với mức"
				if below.Op == above.Op && below.Figure == above.Figure && len(above.Parts) == 0 {
					how = "dễ hơn mức"
				}
				c.fail(set.Pos, "sửa ngưỡng, hoặc ghi laxer_by: điều khoản cho phép thấp hơn (mức cấp trên ghi sẵn mà sai thì ghi chỗ đúng trong văn bản gốc)",
					"chỉ tiêu %s, năm %d, cột %s: %s, %s %s của %s", set.Indicator, year, q.Region, below, how, above, above.Basis.Decision)
				return
			}
		}
	}
}

// unfit says why a requirement whose figure came from the layer above cannot be
// judged, or "".
func unfit(r *Requirement) (why string) {
	r.Leaves(func(leaf *Requirement) {
		switch f := leaf.Figure; {
		case f == nil:
			why = "chưa nói xét theo số liệu nào (figure)"
		case leaf.Op == ProvinceSets:
		case (leaf.Op == DeclaredMet) != (f.Unit == Declared):
			why = fmt.Sprintf("số liệu %s có đơn vị %q, không hợp với cách xét này", f.ID, f.Unit)
		case leaf.Known && f.Unit == Percent && (leaf.Value.IsNegative() || leaf.Value.GreaterThan(hundred)):
			why = fmt.Sprintf("ngưỡng %s nằm ngoài khoảng 0-100 %%", f.Show(leaf.Value))
		}
	})
	return why
}

var hundred = decimal.NewFromInt(100)

// queries lists a commune for every column the rule may hold in: every region,
// and within it every zone or group.
func queries(o *Overlay, std *Standard, set *OverlayRule, year int, day Date) []Query {
	traits := [][]Trait{slices.Clone(set.With)}
	for _, g := range slices.Concat(o.Groups, std.Groups) {
		for _, all := range g.AnyOf {
			traits = append(traits, slices.Concat(set.With, all))
		}
	}
	var out []Query
	for _, region := range Regions {
		for _, t := range traits {
			out = append(out, Query{Year: year, On: day, Region: region, Province: o.Province, Traits: t})
		}
	}
	return out
}

// layersOf resolves one indicator or condition and gives what the layer sets
// and what it replaces, or nil where it sets nothing.
func (lib *Library) layersOf(q Query, std *Standard, no string, layer Layer) (above, below *Requirement) {
	r, err := newResolver(lib, q, std)
	if err != nil {
		return nil, nil // a commune of two groups, which nobody is
	}
	req, err := r.single(no)
	if err != nil {
		return nil, nil
	}
	for ; req.Replaces != nil; req = req.Replaces {
		if req.Basis.Layer == layer {
			return req.Replaces, req
		}
	}
	return nil, nil
}

// single resolves the one indicator or condition of the number.
func (r *resolver) single(no string) (*Requirement, error) {
	for _, c := range r.criteria() {
		for _, ind := range c.Indicators {
			if ind.No == no {
				one, err := r.indicator(ind)
				return &one.Requirement, err
			}
		}
	}
	if proc, ok := r.lib.Procedure(r.q.Year); ok {
		for _, c := range proc.Conditions {
			if c.ID == no {
				one, _, err := r.condition(proc, c)
				return &one.Requirement, err
			}
		}
	}
	return &Requirement{}, nil
}

// asStrict tells whether whoever meets a meets b. What the layer above leaves
// open may be set freely; what cannot be compared is not as strict.
func asStrict(a, b *Requirement) bool {
	implied := func(part Requirement) bool { return asStrict(a, &part) }
	implies := func(part Requirement) bool { return asStrict(&part, b) }
	every := func(parts []Requirement, holds func(Requirement) bool) bool {
		return !slices.ContainsFunc(parts, func(r Requirement) bool { return !holds(r) })
	}
	switch {
	case b.Op == AllOf:
		return every(b.Parts, implied)
	case a.Op == AllOf && b.Op != AnyOf:
		return slices.ContainsFunc(a.Parts, implies)
	case b.Op == AnyOf && a.Op != AnyOf:
		return slices.ContainsFunc(b.Parts, implied) || a.Op == AllOf && slices.ContainsFunc(a.Parts, implies)
	case a.Op == AnyOf:
		return every(a.Parts, implies)
	case len(a.Parts) > 0 || len(b.Parts) > 0 || a.Figure != b.Figure:
		return false
	case b.Op == ProvinceSets:
		return true
	case a.Op != b.Op:
		return false
	case !b.Known || !a.Known:
		return !b.Known
	case a.Op == AtLeast:
		return a.Value.GreaterThanOrEqual(b.Value)
	case a.Op == AtMost:
		return a.Value.LessThanOrEqual(b.Value)
	}
	return a.Value.Equal(b.Value)
}
