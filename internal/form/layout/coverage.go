package layout

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/vi"
)

// Coverage is how much of what a criterion asks a report gives. What the
// commune's traits make no matter of is not asked.
type Coverage struct {
	No      string    `json:"no"` // of the criterion; "" for what stands on sheets of its own
	Name    string    `json:"name"`
	Asked   int       `json:"asked"`
	Given   int       `json:"given"`
	Missing []Missing `json:"missing"`
}

// Missing is what a form asks for and a report does not give.
type Missing struct {
	ID   string `json:"id"` // of the figure, or of the section in the report document
	Name string `json:"name"`
}

// Other names what is asked besides the criteria's figures.
const Other = "Các nội dung khác"

// Others are the sections of a report, in the order of the form's sheets, and
// the lowest level that asks for each.
var Others = []struct {
	Missing
	From  criteria.Level
	given func(*commune.Report) bool
}{
	{Missing{"capital", CapitalSheet}, criteria.NTM, func(r *commune.Report) bool { return r.Capital != nil }},
	{Missing{"arrears", ArrearsSheet}, criteria.NTM, func(r *commune.Report) bool { return r.Arrears != nil }},
	{Missing{"satisfaction", PollSheet}, criteria.NTM, polled},
	{Missing{"security", SecuritySheet}, criteria.NTM, func(r *commune.Report) bool { return r.Security != nil }},
	{Missing{"recognitions", TitleSheet}, criteria.NangCao,
		func(r *commune.Report) bool { return r.Recognitions != nil }},
	{Missing{"smart_village", SmartSheet}, criteria.KieuMau,
		func(r *commune.Report) bool { return r.SmartVillage != nil }},
	{Missing{"outstanding_fields", FieldSheet}, criteria.KieuMau,
		func(r *commune.Report) bool { return r.OutstandingFields != nil }},
}

// polled tells whether it is known how many of those who answered were satisfied.
func polled(r *commune.Report) bool { return r.Satisfaction != nil && r.Satisfaction.Measure() != nil }

// Coverage holds a report against what the plan asks, by criterion, and last
// what is asked besides.
func (p *Plan) Coverage(r *commune.Report) []Coverage {
	measured := r.Measured()
	out := make([]Coverage, 0, len(p.Groups)+1)
	for _, g := range p.Groups {
		c := Coverage{No: g.No, Name: g.Name, Missing: []Missing{}}
		for _, f := range g.Figures {
			if given := has(measured, f.Figure); !f.Optional && (given || !f.Idle) {
				c.count(given, Missing{f.ID, f.Name})
			}
		}
		if c.Asked > 0 {
			out = append(out, c)
		}
	}
	// The levels have criteria of their own under one number.
	slices.SortStableFunc(out, func(a, b Coverage) int { return vi.Compare(a.No, b.No) })
	rest := Coverage{Name: Other, Missing: []Missing{}}
	for _, o := range Others {
		if p.Asks(o.From) {
			rest.count(o.given(r), o.Missing)
		}
	}
	return append(out, rest)
}

// has tells whether a report gives the figure, or all that it is the sum of.
func has(measured map[string]*commune.Figure, f *criteria.Figure) bool {
	parts := f.SumOf()
	return measured[f.ID] != nil || len(parts) > 0 &&
		!slices.ContainsFunc(parts, func(id string) bool { return measured[id] == nil })
}

func (c *Coverage) count(given bool, what Missing) {
	c.Asked++
	if given {
		c.Given++
	} else {
		c.Missing = append(c.Missing, what)
	}
}
