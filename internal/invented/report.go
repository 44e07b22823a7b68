package invented

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/places"

	"github.com/shopspring/decimal"
)

// writer makes up one report.
type writer struct {
	*rand.Rand
	set *criteria.Set
}

// in tells whether a thing happens that happens once in n times.
func (w *writer) in(n int) bool { return w.IntN(n) == 0 }

// documents are what a commune cites, by id.
var documents = []string{"bao-cao", "thong-ke", "cong-an", "mat-tran"}

func (w *writer) report(p *places.Unit, year int) *commune.Report {
	r := &commune.Report{Schema: commune.Schema, Note: "Giả định, chỉ để thử chương trình.",
		Commune: commune.Where{Code: p.Code}, Year: year}
	for i, id := range documents {
		e := commune.Evidence{ID: id, Number: fmt.Sprintf("%d/GĐ", i+1), Date: criteria.Day(year, 11, 20),
			Issuer: "Cơ quan giả định", Title: "Văn bản giả định " + id}
		if w.in(2) {
			e.File = id + ".pdf"
		}
		r.Evidence = append(r.Evidence, e)
	}
	w.figures(r)
	w.sections(r)
	return r
}

// figures reports what the lowest level asks and more of what the others do, each
// figure once.
func (w *writer) figures(r *commune.Report) {
	sections := []string{commune.ArrearsFigure, commune.SatisfactionFigure,
		commune.CoverageFigure, commune.SecurityFigure,
		commune.SmartFigure, commune.FieldsFigure}
	seen := map[string]bool{}
	report := func(req *criteria.Requirement) {
		id := req.Figure.ID
		if seen[id] || slices.Contains(sections, id) {
			return
		}
		seen[id] = true
		if w.in(15) {
			return // a gap
		}
		f := w.figure(req)
		if w.in(25) {
			f.Year = r.Year - 1
		}
		if !w.in(8) {
			f.Evidence = []string{documents[w.IntN(len(documents))]}
		}
		r.Figures = append(r.Figures, f)
	}
	for i := range w.set.Levels {
		for _, c := range w.set.Levels[i].Criteria {
			for k := range c.Indicators {
				c.Indicators[k].Requirement.Leaves(report)
			}
		}
	}
}

// figure is one about what is asked, in the way its unit is reported.
func (w *writer) figure(req *criteria.Requirement) commune.Figure {
	f := commune.Figure{ID: req.Figure.ID}
	good := !w.in(12)
	switch unit := req.Figure.Unit; {
	case unit == criteria.Declared:
		f.Measure = commune.Answer(good)
	case unit == criteria.Grade:
		f.Measure = whole(w.Int64N(3) + 1)
	case unit == criteria.Percent && req.Figure.Numerator != "" && w.in(2):
		f.Measure = w.counts(req, good)
	case unit == criteria.Percent:
		f.Measure = commune.Number{Decimal: decimal.New(w.percent(req, good), -2)}
	default:
		f.Measure = w.amount(req, good)
	}
	return f
}

// percent is a rate in hundredths of a per cent.
func (w *writer) percent(req *criteria.Requirement, good bool) int64 {
	asked := int64(9000)
	if req.Known && req.Op.Sign() != "" {
		asked = req.Value.Shift(2).IntPart()
	}
	switch {
	case good && req.Op == criteria.LessThan:
		return w.Int64N(max(asked, 1))
	case good && req.Op == criteria.MoreThan:
		return min(10_000, asked+1+w.Int64N(300))
	case good && req.Op.IsCeiling():
		return w.Int64N(asked + 1)
	case good && req.Op == criteria.Exactly:
		return asked
	case good:
		return asked + w.Int64N(10_001-min(asked, 10_000))
	case req.Op.IsCeiling():
		return min(10_000, asked+1+w.Int64N(300))
	}
	return max(0, asked-1-w.Int64N(1500))
}

// counts reports a rate as what is counted and what of.
func (w *writer) counts(req *criteria.Requirement, good bool) commune.Rate {
	of := 200 + w.Int64N(3000)
	part := decimal.NewFromInt(of * w.percent(req, good)).Shift(-4).Ceil()
	if req.Op.IsCeiling() {
		part = decimal.NewFromInt(of * w.percent(req, good)).Shift(-4).Floor()
	}
	return commune.Rate{Numerator: part, Denominator: decimal.NewFromInt(of)}
}

// amount is a number of the figure's unit, one in three hundred with its comma
// one place too far to the right.
func (w *writer) amount(req *criteria.Requirement, good bool) commune.Number {
	asked := decimal.NewFromInt(2)
	if req.Known && req.Op.Sign() != "" {
		asked = req.Value
	}
	percent := 100 + w.Int64N(30)
	if good == req.Op.IsCeiling() {
		percent = 100 - w.Int64N(20)
	}
	if asked.LessThan(decimal.NewFromInt(20)) { // so few that they are counted
		return commune.Number{Decimal: off(asked, asked.Mul(decimal.New(percent, -2)).Round(0), req.Op, good)}
	}
	value := off(asked, asked.Mul(decimal.New(percent, -2)).Round(1), req.Op, good)
	if w.in(300) {
		value = value.Shift(1)
	}
	return commune.Number{Decimal: value}
}

// off is a good value, one away from a threshold that it must not be on.
func off(asked, value decimal.Decimal, op criteria.Op, good bool) decimal.Decimal {
	switch {
	case !good || !op.IsStrict() || !value.Equal(asked):
		return value
	case op.IsCeiling():
		return value.Sub(decimal.NewFromInt(1))
	}
	return value.Add(decimal.NewFromInt(1))
}

func whole(n int64) commune.Number { return commune.Number{Decimal: decimal.NewFromInt(n)} }

// sections fills those that most reports have.
func (w *writer) sections(r *commune.Report) {
	if !w.in(10) {
		r.Arrears = []commune.Arrear{}
	}
	if w.in(10) {
		r.Arrears = []commune.Arrear{{Work: "Công trình giả định", Owed: new(commune.Exact(*count(1 + w.Int64N(900))))}}
	}
	if !w.in(6) {
		r.Satisfaction = &commune.Satisfaction{Evidence: []string{"mat-tran"}}
		for i := range 4 + w.IntN(8) {
			out := 60 + w.Int64N(200)
			back := out - w.Int64N(5)
			r.Satisfaction.Villages = append(r.Satisfaction.Villages, commune.Village{Name: fmt.Sprintf("Thôn %d", i+1),
				Households: count(out + w.Int64N(40)), FormsOut: count(out), FormsBack: count(back),
				Satisfied: count(back - w.Int64N(back/8))})
		}
	}
	if !w.in(10) {
		r.Security = &commune.Security{Met: new(!w.in(30)), Evidence: []string{"cong-an"}}
	}
	if w.in(3) {
		r.Capital = []commune.Capital{
			{Source: commune.Own, Kind: commune.Money, Value: amount(500 + w.Int64N(40_000))},
			{Source: commune.People, Kind: commune.Money, Value: amount(100 + w.Int64N(90_000))},
			{Source: commune.People, Kind: commune.Land, Quantity: amount(200 + w.Int64N(20_000)), Unit: "m2"},
			{Source: commune.Total, Value: amount(20_000 + w.Int64N(200_000))}, // at times less than its parts
		}
	}
	if w.in(2) {
		year := r.Year - 1
		r.Recognitions = []commune.Recognition{{Level: criteria.NTM, Year: year, Decision: "1/QĐ-GĐ",
			Date: criteria.Day(year, 12, 20)}}
	}
	if w.in(4) {
		r.SmartVillage = &commune.SmartVillage{Villages: []string{"Thôn 1"}, Evidence: []string{"bao-cao"}}
	}
	if w.in(4) {
		r.OutstandingFields = []commune.Field{{Name: "Lĩnh vực giả định", Evidence: []string{"bao-cao"}}}
	}
}

func amount(n int64) *commune.Amount { return &commune.Amount{Decimal: decimal.NewFromInt(n)} }

func count(n int64) *decimal.Decimal { return new(decimal.NewFromInt(n)) }
