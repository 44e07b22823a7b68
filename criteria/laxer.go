package criteria

import (
	"slices"
	"strings"
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
			if set.LaxerBy == "" {
				c.laxerRule(o, set)
			}
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
				if above == nil || !mayBeEasier(below, above) {
					continue
				}
				how := "không so được với mức"
				if below.Op == above.Op && below.Figure == above.Figure && len(above.Parts) == 0 {
					how = "dễ hơn mức"
				}
				c.fail(set.Pos, "sửa ngưỡng, hoặc ghi laxer_by: điều khoản cho phép thấp hơn",
					"chỉ tiêu %s, năm %d, cột %s: %s, %s %s của %s", set.Indicator, year, q.Region, below, how, above, above.Basis.Decision)
				return
			}
		}
	}
}

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

// mayBeEasier tells whether a may be met where b is not. What the layer above
// leaves open may be set freely; what cannot be compared may be easier.
func mayBeEasier(a, b *Requirement) bool {
	switch {
	case b.Op == ProvinceSets:
		return false
	case len(b.Parts) > 0:
		if a.Op != b.Op || a.Need != b.Need || len(a.Parts) != len(b.Parts) {
			return true
		}
		for i := range b.Parts {
			if mayBeEasier(&a.Parts[i], &b.Parts[i]) {
				return true
			}
		}
		return false
	case !b.Known:
		return !slices.ContainsFunc(append(slices.Clone(a.Parts), *a), func(part Requirement) bool {
			return part.Op == b.Op && part.Figure == b.Figure && a.Need == len(a.Parts)
		})
	case a.Op != b.Op || a.Figure != b.Figure || !a.Known:
		return true
	case a.Op == AtLeast:
		return a.Value.LessThan(b.Value)
	case a.Op == AtMost:
		return a.Value.GreaterThan(b.Value)
	}
	return !a.Value.Equal(b.Value)
}
