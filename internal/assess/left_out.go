package assess

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/list"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

// A commune may report how many of what a rate counts some rule may leave out.
// While no office has set the rule, the rate counts everyone, and the two ways
// are only told beside it. Once one has, the rate is computed by its rule, and
// what comes of it is no surer than the rule.

// LeftOut is such a count beside its rate.
type LeftOut struct {
	ID    string `json:"id"`
	Count Number `json:"count"`
	// Applied is set where the figure's value is computed by an office's rule.
	Applied bool `json:"applied"`
	// Counted is the rate of everyone, Lessened the rate without those left out; nil
	// where the report does not allow to compute it.
	Counted  *Quotient         `json:"counted,omitempty"`
	Lessened *Quotient         `json:"lessened,omitempty"`
	From     criteria.LeftFrom `json:"from"`            // what Lessened takes the count from
	Basis    *criteria.Basis   `json:"basis,omitempty"` // of the office's rule
	Text     string            `json:"text"`            // the formula both ways, or why there is none

	rule  *criteria.LeftOut
	bound typed.Bound // of Count
	open  bool        // the rate by the rule may be another: only figures are missing to compute it
}

// Quotient is a rate with the counts it is computed from, rounded to four decimals
// for the reader.
type Quotient struct {
	Numerator   Number `json:"numerator"`
	Denominator Number `json:"denominator"`
	Value       Number `json:"value"`
}

func quotient(r commune.Rate) *Quotient {
	return &Quotient{Number{r.Numerator}, Number{r.Denominator}, Number{criteria.Trimmed(valueOf(r, 4))}}
}

// pair is a rate with what may be left out of it, both reported.
type pair struct {
	rule        *criteria.LeftOut
	rate, count *held
	n           decimal.Decimal // the count
	bound       typed.Bound     // how it stands to the count meant, "" where it is that
	of          commune.Rate    // of whom; none where the rate is reported as a number
	isCounted   bool
}

// pairs are those of the set of which both figures are reported.
func (j *judge) pairs(set *criteria.Set) []pair {
	var out []pair
	for i := range set.LeftOut {
		p := pair{rule: &set.LeftOut[i]}
		p.rate, p.count = j.figures[p.rule.Rate.ID], j.figures[p.rule.Count.ID]
		if p.rate == nil || p.count == nil {
			continue
		}
		if n, isNumber := commune.AmountOf(p.count.Measure); isNumber {
			p.n, p.bound = n.Decimal, n.Bound
			p.of, p.isCounted = p.rate.Measure.(commune.Rate)
			out = append(out, p)
		}
	}
	return out
}

// years are those of the rate and of the count.
func (p *pair) years(r *commune.Report) (rate, count int) {
	return r.YearOf(p.rate.Figure), r.YearOf(p.count.Figure)
}

// leaveOut puts each reported count beside its rate and, where an office has set
// the rule, the rate by that rule in the place of the counted one. The figures have
// been cross-checked as they were reported.
func (j *judge) leaveOut(set *criteria.Set) {
	for _, p := range j.pairs(set) {
		out := &LeftOut{ID: p.rule.Count.ID, Count: Number{p.n}, From: p.rule.From, rule: p.rule, bound: p.bound}
		if p.rule.From == "" {
			out.From = criteria.FromNumerator
		} else {
			out.Basis = &p.rule.Basis
		}
		if out.Text = j.whyCounted(p, out); out.Text == "" {
			lessened := p.lessened(out.From)
			out.Counted, out.Lessened, out.Applied = quotient(p.of), quotient(lessened), p.rule.From != ""
			out.Text = out.formula()
			if out.Applied {
				j.replace(p, lessened)
			}
		}
		p.rate.shown.LeftOut = out
	}
}

// lessened is the rate without those left out.
func (p *pair) lessened(from criteria.LeftFrom) commune.Rate {
	out := commune.Rate{Numerator: p.of.Numerator.Sub(p.n), Denominator: p.of.Denominator}
	if from == criteria.FromBoth {
		out.Denominator = out.Denominator.Sub(p.n)
	}
	return out
}

// leavable tells whether n can be left out of the rate's counts.
func leavable(n decimal.Decimal, of commune.Rate, from criteria.LeftFrom) bool {
	return !n.IsNegative() && n.IsInteger() && exact.Compare(n, of.Numerator) <= 0 &&
		(from != criteria.FromBoth || exact.Compare(n, of.Denominator) < 0)
}

// replace puts the rate without those left out in the place of the counted one. It
// is proven as well as the less proven of rate and count.
func (j *judge) replace(p pair, lessened commune.Rate) {
	figure := *p.rate.Figure
	figure.Measure = lessened
	p.rate.Figure, p.rate.shown = &figure, Figure{}
	j.show(p.rate, p.rule.Rate)
	p.rate.evidence = weaker(p.rate.evidence, p.count.evidence)
	p.rate.shown.Sources = list.Once(slices.Clone(p.rate.shown.Sources), p.count.Evidence...)
}

// uncounted tells whether an office's rule leaves some out of the figure and the report
// does not allow to compute the rate by it: whoever fails by the rate of everyone may
// pass by the rule, which only lessens it.
func (j *judge) uncounted(judged *Judgement) bool {
	l := judged.Figure.LeftOut
	return j.rules >= CheckedRules && l != nil && l.Basis != nil && !l.Applied && l.open && l.Count.IsPositive()
}
