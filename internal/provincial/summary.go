package provincial

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// Schema names the JSON document of a Summary.
const Schema = "ntm.provincial.v1"

// Commune is one commune in one year.
type Commune struct {
	Code, Name, District, Province string
	Brief                          assess.Brief   // of its newest assessment of the year
	Held                           criteria.Level // the highest title in force at the end of the year, "" for none
	Declared                       criteria.Level // a title that only its report names, "" for none
}

// Scope is what a report is about.
type Scope struct {
	Province string `json:"province"` // "" for the whole country
	Year     int    `json:"year"`
	Listed   int    `json:"listed"` // communes of the list of places, 0 when not known
}

// Summary is the whole report.
type Summary struct {
	Schema   string       `json:"schema"`
	Scope    Scope        `json:"scope"`
	Communes int          `json:"communes"` // that reported
	Levels   []Level      `json:"levels"`
	Titles   []TitleCount `json:"titles"`
	// Declared are the titles that only the reports name: none that the store knows.
	Declared []TitleCount `json:"declared,omitempty"`
	Capital  Capital      `json:"capital"`
	Areas    []Area       `json:"areas"`   // by district until districts ceased, by province for the whole country
	Ranking  []Ranked     `json:"ranking"` // of communes, the furthest first
	Before   *Comparison  `json:"before"`  // nil without figures of the year before
	// NationOnly are communes that were judged without the office's own packs; nil for none.
	NationOnly *NationOnly `json:"nation_only,omitempty"`
}

// NationOnly counts the communes that were judged without the office's own packs, and says
// why the first of them was.
type NationOnly struct {
	Communes int    `json:"communes"`
	Why      string `json:"why"`
}

// Words says it in a sentence; "" for none.
func (n *NationOnly) Words() string {
	if n == nil {
		return ""
	}
	return fmt.Sprintf("%d xã được đánh giá %s", n.Communes, n.Why)
}

func nationOnly(communes []Commune) (out *NationOnly) {
	for i := range communes {
		why := communes[i].Brief.NationOnly
		switch {
		case why == "":
		case out == nil:
			out = &NationOnly{1, why}
		default:
			out.Communes++
		}
	}
	return out
}

// Level is how the communes stand at one level.
type Level struct {
	Level        criteria.Level `json:"level"`
	Communes     int            `json:"communes"` // judged at it
	Eligible     int            `json:"eligible"`
	NotEligible  int            `json:"not_eligible"`
	Undetermined int            `json:"undetermined"`
	Drafts       int            `json:"drafts"` // verdicts that rest on thresholds nobody checked
	CriteriaMet  int            `json:"criteria_met"`
	Spread       []Spread       `json:"spread"`
	Hardest      []Hard         `json:"hardest"` // every criterion, the one that fails most first
}

// Average is the number of criteria a commune meets, to two decimals.
func (l *Level) Average() decimal.Decimal { return average(l.CriteriaMet, l.Communes) }

func average(sum, of int) decimal.Decimal {
	if of == 0 {
		return decimal.Zero
	}
	return decimal.NewFromInt(int64(sum)).DivRound(decimal.NewFromInt(int64(of)), 2)
}

// Spread counts the communes that meet a number of criteria between two bounds,
// of a standard of Total.
type Spread struct {
	Total    int `json:"total"`
	From     int `json:"from"`
	To       int `json:"to"`
	Communes int `json:"communes"`
	Unknown  int `json:"unknown"` // of them with criteria of which too little is known
}

// Hard is how one criterion of a standard came out.
type Hard struct {
	Standard string `json:"standard"`
	No       string `json:"no"`
	Name     string `json:"name"`
	Communes int    `json:"communes"`
	Met      int    `json:"met"` // or not applicable
	NotMet   int    `json:"not_met"`
	Unknown  int    `json:"unknown"`
}

// TitleCount is how many communes hold a title as their highest, "" for none.
type TitleCount struct {
	Level    criteria.Level `json:"level"`
	Communes int            `json:"communes"`
}

// Capital is what was mobilised, in triệu đồng.
type Capital struct {
	Communes int             `json:"communes"` // that reported some
	Total    decimal.Decimal `json:"total"`
	Bound    typed.Bound     `json:"bound,omitempty"` // of Total, where some commune gave no exact sum
	Inexact  int             `json:"inexact,omitempty"`
	Sources  []Source        `json:"sources"`
}

// Unsure says how many communes gave bounds or estimates, "" for none.
func (c *Capital) Unsure() string {
	if c.Inexact == 0 {
		return ""
	}
	return fmt.Sprintf("%d xã ghi số ước hoặc mới ghi mức tối thiểu, tối đa: các số cộng ở đây chưa chính xác",
		c.Inexact)
}

// Source is what one source gave.
type Source struct {
	Source   commune.Source  `json:"source"`
	Communes int             `json:"communes"`
	Value    decimal.Decimal `json:"value"`
	Bound    typed.Bound     `json:"bound,omitempty"`
}

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

// Summarise counts the communes of a scope. before are those of the year before, nil
// for none; names gives the name of a criterion of a standard.
func Summarise(scope Scope, communes, before []Commune, names func(standard, no string) string) *Summary {
	out := &Summary{Schema: Schema, Scope: scope, Communes: len(communes), Levels: []Level{},
		Titles: titles(communes), Declared: declared(communes), Capital: capital(communes),
		NationOnly: nationOnly(communes)}
	for _, level := range criteria.Levels {
		if l := levelOf(level, communes, names); l.Communes > 0 {
			out.Levels = append(out.Levels, l)
		}
	}
	out.Areas = areas(scope, communes)
	out.Ranking = ranking(communes)
	if len(before) > 0 {
		out.Before = compare(scope.Year-1, communes, before)
	}
	return out
}

func levelOf(level criteria.Level, communes []Commune, names func(standard, no string) string) Level {
	out := Level{Level: level, Spread: []Spread{}, Hardest: []Hard{}}
	type key struct{ standard, no string }
	hard := map[key]*Hard{}
	spread := map[[2]int]*Spread{} // by total and first of the band
	for i := range communes {
		b := communes[i].Brief.On(level)
		if b == nil {
			continue
		}
		out.Communes++
		out.CriteriaMet += b.CriteriaMet
		if b.Draft {
			out.Drafts++
		}
		switch b.Verdict {
		case assess.Eligible:
			out.Eligible++
		case assess.NotEligible:
			out.NotEligible++
		default:
			out.Undetermined++
		}
		from, to := band(b.CriteriaMet, b.CriteriaTotal)
		s := kept(spread, [2]int{b.CriteriaTotal, from}, Spread{Total: b.CriteriaTotal, From: from, To: to})
		s.Communes++
		unknown := false
		for _, c := range b.Criteria {
			h := kept(hard, key{b.Standard, c.No}, Hard{Standard: b.Standard, No: c.No})
			if h.Communes == 0 {
				h.Name = names(b.Standard, c.No)
			}
			h.Communes++
			switch c.Outcome {
			case assess.Met, assess.NotApplicable:
				h.Met++
			case assess.NotMet:
				h.NotMet++
			default:
				h.Unknown++
				unknown = true
			}
		}
		if unknown {
			s.Unknown++
		}
	}
	for _, s := range spread {
		out.Spread = append(out.Spread, *s)
	}
	slices.SortFunc(out.Spread, func(a, b Spread) int { return cmp.Or(b.Total-a.Total, b.From-a.From) })
	for _, h := range hard {
		out.Hardest = append(out.Hardest, *h)
	}
	slices.SortFunc(out.Hardest, func(a, b Hard) int {
		return cmp.Or(b.NotMet-a.NotMet, b.Unknown-a.Unknown, vi.Compare(a.No, b.No),
			cmp.Compare(a.Standard, b.Standard))
	})
	return out
}

// band is the group that a number of criteria falls into: the programme's reports
// count communes with 19, 15–18, 10–14, 5–9 and under 5 of 19. Of another total
// no groups are known, and every number stands alone.
func band(met, total int) (from, to int) {
	if total != 19 {
		return met, met
	}
	for _, b := range [][2]int{{19, 19}, {15, 18}, {10, 14}, {5, 9}} {
		if met >= b[0] {
			return b[0], b[1]
		}
	}
	return 0, 4
}

func titles(communes []Commune) []TitleCount {
	out := []TitleCount{}
	for _, level := range append([]criteria.Level{""}, criteria.Levels...) {
		n := count(communes, func(c *Commune) bool { return c.Held == level })
		if n > 0 || level != criteria.HienDai { // a level of few provinces
			out = append(out, TitleCount{level, n})
		}
	}
	return out
}

// declared counts the titles that only reports name.
func declared(communes []Commune) []TitleCount {
	var out []TitleCount
	for _, level := range criteria.Levels {
		if n := count(communes, func(c *Commune) bool { return c.Declared == level }); n > 0 {
			out = append(out, TitleCount{level, n})
		}
	}
	return out
}

func count(communes []Commune, is func(*Commune) bool) (n int) {
	for i := range communes {
		n += boolean(is(&communes[i]))
	}
	return n
}

// kept is what a map keeps under a key, which is put there when it is first asked.
func kept[K comparable, V any](in map[K]*V, key K, first V) *V {
	if in[key] == nil {
		v := first
		in[key] = &v
	}
	return in[key]
}

// Words says how many hold a title.
func (t TitleCount) Words() string { return fmt.Sprintf("%d xã %s", t.Communes, t.Level.Title()) }

func capital(communes []Commune) Capital {
	out := Capital{Sources: []Source{}}
	bySource := map[commune.Source]*Source{}
	for i := range communes {
		some := false
		for _, c := range communes[i].Brief.Capital {
			s := kept(bySource, c.Source, Source{Source: c.Source})
			s.Communes++
			s.Value, s.Bound = s.Value.Add(c.Value.Decimal), s.Bound.With(c.Bound)
			out.Total, out.Bound = out.Total.Add(c.Value.Decimal), out.Bound.With(c.Bound)
			some = true
		}
		if slices.ContainsFunc(communes[i].Brief.Capital, func(c assess.BriefCapital) bool { return c.Bound != "" }) {
			out.Inexact++
		}
		if some {
			out.Communes++
		}
	}
	for _, source := range commune.Sources {
		if s := bySource[source]; s != nil {
			out.Sources = append(out.Sources, *s)
		}
	}
	return out
}

// lastDistricts is the last year that is reported by district: they ceased on
// 1/7/2025, and a year of communes with and without one has no table that adds up.
const lastDistricts = 2024

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
