package provincial

import (
	"cmp"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Area is a district or a province.
type Area struct {
	Name        string                 `json:"name"`
	Communes    int                    `json:"communes"`
	Eligible    map[criteria.Level]int `json:"eligible"`
	Held        map[criteria.Level]int `json:"held"`   // as their highest title
	Judged      int                    `json:"judged"` // communes assessed at NTM, of which CriteriaMet is the sum
	CriteriaMet int                    `json:"criteria_met"`
}

// Average is the number of NTM criteria met by a commune of the area that was
// assessed at NTM, to two decimals.
func (a *Area) Average() decimal.Decimal { return average(a.CriteriaMet, a.Judged) }

// Ranked is a commune by what it lacks of the level that it works toward: the
// lowest for which it is not eligible, else the highest there is.
type Ranked struct {
	Code     string         `json:"code"`
	Name     string         `json:"name"`
	District string         `json:"district"`
	Province string         `json:"province"`
	Held     criteria.Level `json:"held"`
	Toward   criteria.Level `json:"toward"`
	Verdict  assess.Verdict `json:"verdict"`
	Draft    bool           `json:"draft"`
	Met      int            `json:"met"`
	Total    int            `json:"total"`
	NotMet   []string       `json:"not_met"` // numbers of criteria
	Unknown  []string       `json:"unknown"`

	// Ids of the conditions besides the criteria that the commune fails: a commune
	// of 19/19 that is not eligible lacks one of these, or the level below.
	Conditions []string `json:"conditions_not_met"`
}

func areas(scope Scope, communes []Commune) []Area {
	out := []Area{}
	if scope.Province != "" && scope.Year > lastDistricts {
		return out
	}
	at := map[string]int{}
	for i := range communes {
		c := &communes[i]
		name := c.District
		if scope.Province == "" {
			name = c.Province
		}
		if name == "" {
			continue // a declared commune may name none
		}
		k, known := at[name]
		if !known {
			k = len(out)
			at[name] = k
			out = append(out, Area{Name: name, Eligible: map[criteria.Level]int{}, Held: map[criteria.Level]int{}})
		}
		a := &out[k]
		a.Communes++
		if c.Held != "" {
			a.Held[c.Held]++
		}
		for _, l := range c.Brief.Levels {
			if l.Verdict == assess.Eligible {
				a.Eligible[l.Level]++
			}
			if l.Level == criteria.NTM {
				a.Judged++
				a.CriteriaMet += l.CriteriaMet
			}
		}
	}
	slices.SortFunc(out, func(a, b Area) int { return vi.Compare(a.Name, b.Name) })
	return out
}

func ranking(communes []Commune) []Ranked {
	out := make([]Ranked, 0, len(communes))
	for i := range communes {
		if r, ok := ranked(&communes[i]); ok {
			out = append(out, r)
		}
	}
	order := vi.NewOrder()
	slices.SortFunc(out, func(a, b Ranked) int {
		return cmp.Or(slices.Index(criteria.Levels, b.Toward)-slices.Index(criteria.Levels, a.Toward),
			boolean(b.Verdict == assess.Eligible)-boolean(a.Verdict == assess.Eligible),
			len(a.NotMet)-len(b.NotMet), len(a.Unknown)-len(b.Unknown),
			order.Compare(a.Name, b.Name), order.Compare(a.District, b.District),
			order.Compare(a.Province, b.Province), cmp.Compare(a.Code, b.Code))
	})
	return out
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

func ranked(c *Commune) (Ranked, bool) {
	var toward *assess.BriefLevel
	for i := range c.Brief.Levels {
		toward = &c.Brief.Levels[i]
		if toward.Verdict != assess.Eligible {
			break
		}
	}
	if toward == nil {
		return Ranked{}, false
	}
	out := Ranked{
		Code: c.Code, Name: c.Name, District: c.District, Province: c.Province, Held: c.Held, Toward: toward.Level,
		Verdict: toward.Verdict, Draft: toward.Draft,
		Met: toward.CriteriaMet, Total: toward.CriteriaTotal, NotMet: []string{}, Unknown: []string{},
		Conditions: []string{},
	}
	for _, one := range toward.Criteria {
		switch one.Outcome {
		case assess.Met, assess.NotApplicable:
		case assess.NotMet:
			out.NotMet = append(out.NotMet, one.No)
		default:
			out.Unknown = append(out.Unknown, one.No)
		}
	}
	for _, one := range toward.Conditions {
		if one.Outcome == assess.NotMet {
			out.Conditions = append(out.Conditions, one.No)
		}
	}
	return out, true
}
