package commune

import (
	"cmp"

	"ntm/criteria"
	"ntm/internal/exact"
	"ntm/internal/list"

	"github.com/shopspring/decimal"
)

// Ids of the figures that a report gives in sections of their own.
const (
	ArrearsFigure      = "construction_arrears"
	SatisfactionFigure = "satisfaction_rate"
	CoverageFigure     = "satisfaction_coverage_rate"
	SecurityFigure     = "security_standard"
	SmartFigure        = "smart_villages"
	FieldsFigure       = "outstanding_fields"
)

// UnknownTraits are the traits that the report says neither yes nor no to.
func (r *Report) UnknownTraits() []criteria.Trait {
	if r.Traits == nil && r.TraitsUnknown == nil {
		return criteria.Traits
	}
	return r.TraitsUnknown
}

// Measured gives the report's figures by id: those entered as figures and
// those that its sections amount to.
func (r *Report) Measured() map[string]*Figure {
	out := make(map[string]*Figure, len(r.Figures)+6)
	r.EachMeasured(func(f *Figure) { out[f.ID] = f })
	return out
}

// EachMeasured calls f for each figure of Measured.
func (r *Report) EachMeasured(f func(*Figure)) {
	for i := range r.Figures {
		f(&r.Figures[i])
	}
	for _, figure := range r.fromSections() {
		f(figure)
	}
}

// fromSections computes the figures that stand in sections of their own. A
// section that is not given yields none; an empty one yields zero.
func (r *Report) fromSections() []*Figure {
	var out []*Figure
	number := func(id string, v decimal.Decimal, evidence []string) {
		out = append(out, &Figure{ID: id, Measure: Number{Decimal: v}, Evidence: evidence})
	}
	if r.Arrears != nil {
		out = append(out, &Figure{ID: ArrearsFigure, Measure: r.Owed().Measure()})
	}
	if s := r.Satisfaction; s != nil {
		for _, f := range []*Figure{{ID: SatisfactionFigure, Measure: s.Measure()},
			{ID: CoverageFigure, Measure: s.Coverage()}} {
			if f.Measure != nil {
				f.Pos, f.Evidence = s.at(), s.Evidence
				out = append(out, f)
			}
		}
	}
	if s := r.Security; s != nil {
		out = append(out, &Figure{ID: SecurityFigure, Measure: Answer(*s.Met), Pos: s.Pos, Evidence: s.Evidence})
	}
	if s := r.SmartVillage; s != nil && s.Villages != nil {
		number(SmartFigure, decimal.NewFromInt(int64(len(s.Villages))), s.Evidence)
	}
	if r.OutstandingFields != nil {
		var evidence []string
		for _, f := range r.OutstandingFields {
			evidence = append(evidence, f.Evidence...)
		}
		number(FieldsFigure, decimal.NewFromInt(int64(len(r.OutstandingFields))), evidence)
	}
	return out
}

// Tally sums the poll over the villages: residents satisfied and forms that
// came back.
func (s *Satisfaction) Tally() (satisfied, answered decimal.Decimal) {
	for _, v := range s.Villages {
		satisfied = exact.Add(satisfied, *v.Satisfied)
		answered = exact.Add(answered, *v.FormsBack)
	}
	return satisfied, answered
}

// YearOf is the year of one of the report's figures: its own, else the report's.
func (r *Report) YearOf(f *Figure) int { return cmp.Or(f.Year, r.Year) }

// IsRate tells whether the figure was reported as two counts.
func (f *Figure) IsRate() bool {
	_, isRate := f.Measure.(Rate)
	return isRate
}

// Worth is the line's value in triệu đồng: as stated, else quantity times unit
// price, else unknown.
func (c *Capital) Worth() (value Amount, known bool) {
	switch {
	case c.Value != nil:
		return *c.Value, true
	case c.Quantity != nil && c.UnitPrice != nil:
		return c.Quantity.Times(*c.UnitPrice), true
	}
	return Amount{}, false
}

// Uncited is the evidence that no figure and no section of the report cites.
func (r *Report) Uncited() []Evidence {
	cited := map[string]bool{}
	cite := func(ids []string) {
		for _, id := range ids {
			cited[id] = true
		}
	}
	for i := range r.Figures {
		cite(r.Figures[i].Evidence)
	}
	if s := r.Satisfaction; s != nil {
		cite(s.Evidence)
	}
	if s := r.Security; s != nil {
		cite(s.Evidence)
	}
	if s := r.SmartVillage; s != nil {
		cite(s.Evidence)
	}
	for _, f := range r.OutstandingFields {
		cite(f.Evidence)
	}
	return list.Where(r.Evidence, func(e Evidence) bool { return !cited[e.ID] })
}

// TitleOf is what the report calls the evidence in a file.
func (r *Report) TitleOf(file string) string {
	for _, e := range r.Evidence {
		if e.File == file {
			return e.Title
		}
	}
	return ""
}

// NameOf is what papers call a document of evidence: its number, else its title, and its id where
// the report has none of it.
func (r *Report) NameOf(id string) string {
	for _, e := range r.Evidence {
		if e.ID == id {
			return cmp.Or(e.Number, e.Title)
		}
	}
	return id
}

// Households sums the households of the villages that the poll was held in, FormsOut what was handed
// out there; nil where some village does not say it.
func (s *Satisfaction) Households() *decimal.Decimal {
	return s.inAll(func(v *Village) *decimal.Decimal { return v.Households })
}

// FormsOut is told of with Households.
func (s *Satisfaction) FormsOut() *decimal.Decimal {
	return s.inAll(func(v *Village) *decimal.Decimal { return v.FormsOut })
}

func (s *Satisfaction) inAll(of func(*Village) *decimal.Decimal) *decimal.Decimal {
	sum := new(decimal.Decimal)
	for i := range s.Villages {
		one := of(&s.Villages[i])
		if one == nil {
			return nil
		}
		*sum = exact.Add(*sum, *one)
	}
	return sum
}
