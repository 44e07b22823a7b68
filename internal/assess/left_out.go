package assess

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/vi"
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

	rule      *criteria.LeftOut
	otherYear bool // the count is not of the rate's year
}

// Quotient is a rate with the counts it is computed from, rounded to four decimals
// for the reader.
type Quotient struct {
	Numerator   Number `json:"numerator"`
	Denominator Number `json:"denominator"`
	Value       Number `json:"value"`
}

func quotient(f *commune.Figure) *Quotient {
	return &Quotient{Number{*f.Numerator}, Number{*f.Denominator}, Number{criteria.Trimmed(valueOf(f, 4))}}
}

// leaveOut puts each reported count beside its rate and, where an office has set
// the rule, the rate by that rule in the place of the counted one. The figures have
// been cross-checked as they were reported.
func (j *judge) leaveOut(set *criteria.Set) {
	for i := range set.LeftOut {
		rule := &set.LeftOut[i]
		rate, count := j.figures[rule.Rate.ID], j.figures[rule.Count.ID]
		if rate == nil || count == nil || count.Value == nil {
			continue
		}
		out := &LeftOut{ID: rule.Count.ID, Count: Number{count.Value.Decimal}, From: rule.From, rule: rule}
		if rule.From == "" {
			out.From = criteria.FromNumerator
		} else {
			out.Basis = &rule.Basis
		}
		lessened := j.lessened(out, rate, count)
		if lessened != nil && rule.From != "" {
			out.Applied = true
			j.replace(rate, lessened, count)
		}
		if lessened != nil {
			out.Text = out.formula()
		}
		rate.shown.LeftOut = out
	}
}

// replace puts the rate without those left out in the place of the counted one. It
// is proven as well as both.
func (j *judge) replace(rate *held, lessened *commune.Figure, count *held) {
	entry := rate.shown.Entry
	rate.Figure, rate.shown = lessened, Figure{}
	j.show(rate, entry)
	rate.evidence = weaker(rate.evidence, count.evidence)
	for _, id := range count.Evidence {
		rate.shown.Sources = once(slices.Clone(rate.shown.Sources), id)
	}
}

// leftOut points out a count that cannot be a part of its rate. Where a rule would
// have it left out, the rate itself is in doubt.
func (c *crossChecker) leftOut(j *judge) {
	for i := range c.in.Set.LeftOut {
		rule := &c.in.Set.LeftOut[i]
		rate, count := j.figures[rule.Rate.ID], j.figures[rule.Count.ID]
		if rate == nil || count == nil || count.Value == nil || !rate.IsRate() || rate.shown.LeftOut == nil || rate.shown.LeftOut.Counted != nil {
			continue
		}
		exceeds := exact.Compare(count.Value.Decimal, *rate.Numerator) > 0
		figures := []string{rule.Count.ID}
		if rule.From != "" {
			figures = append(figures, rule.Rate.ID)
		}
		switch {
		case rate.shown.LeftOut.otherYear:
		case exceeds:
			c.findings = append(c.findings, Finding{"left_out_exceeds", Wrong, fmt.Sprintf("%s: %s %s, lớn hơn tử số %s của “%s”", rule.Count.Name,
				vi.Number(count.Value.Decimal), rule.Count.Unit, vi.Number(*rate.Numerator), rule.Rate.Name), figures})
		case rule.From != "" && !j.impossible[rule.Rate.ID]:
			c.findings = append(c.findings, Finding{"left_out_unusable", Wrong, fmt.Sprintf("%s: không trừ được %s", rule.Rate.Name,
				rate.shown.LeftOut.who()), figures[1:]})
		}
	}
}

// Rest tells how sure the judgement's outcome is: as its threshold, or as a rule by
// which its figure is computed, whichever is less.
func (j *Judgement) Rest() criteria.Status {
	status := j.Threshold.Basis.Status
	for _, rule := range j.Computed() {
		status = status.Weaker(rule.Basis.Status)
	}
	return status
}

// Computed lists what offices' rules leave out of the figures of the judgement.
func (j *Judgement) Computed() []*LeftOut {
	var out []*LeftOut
	j.Leaves(func(leaf *Judgement) {
		if f := leaf.Figure; f != nil && f.LeftOut != nil && f.LeftOut.Applied && !slices.Contains(out, f.LeftOut) {
			out = append(out, f.LeftOut)
		}
	})
	return out
}

// UncheckedBy names what nobody has checked of that by which alone the judgement
// fails: the threshold, the rule by which its figure is computed, or both; "" where
// it does not fail so.
func (j *Judgement) UncheckedBy() string {
	if !j.Unchecked {
		return ""
	}
	var out []string
	rules := slices.ContainsFunc(j.Computed(), func(l *LeftOut) bool { return !l.Basis.Status.Sure() })
	if !rules || !j.Threshold.Basis.Status.Sure() {
		out = append(out, "ngưỡng")
	}
	if rules {
		out = append(out, "quy tắc trừ")
	}
	return strings.Join(out, " và ")
}

// Rule says what an office leaves out and from where: "trừ 20 hộ … ở tử số".
func (l *LeftOut) Rule() string { return fmt.Sprintf("không tính %s, %s", l.who(), l.From.Title()) }

// leftOut says of each rate what may be left out of it.
func (j *Judgement) leftOut() string {
	var said []string
	j.Leaves(func(leaf *Judgement) {
		if leaf.Figure != nil && leaf.Figure.LeftOut != nil {
			said = once(said, leaf.Figure.LeftOut.Text)
		}
	})
	return strings.Join(said, "; ")
}

// lessened is the rate without those left out, or says in out.Text why there is
// none.
func (j *judge) lessened(out *LeftOut, rate, count *held) *commune.Figure {
	years := func(h *held) int {
		if h.Year == 0 {
			return j.report.Year
		}
		return h.Year
	}
	n, who := count.Value.Decimal, out.who()
	switch {
	case j.impossible[rate.ID] || j.impossible[count.ID]:
		out.Text = "số liệu không hợp lý nên không trừ " + who
		return nil
	case years(rate) != years(count):
		out.otherYear = true
		out.Text = fmt.Sprintf("%s là số của năm %d, tỷ lệ là của năm %d nên không trừ", who, years(count), years(rate))
		return nil
	case !rate.IsRate():
		out.Text = fmt.Sprintf("có %s nhưng tỷ lệ chỉ ghi bằng số %%, không có tử số và mẫu số nên không tính lại được; xét theo tỷ lệ đã ghi", who)
		return nil
	case !leavable(n, rate.Figure, out.From):
		out.Text = fmt.Sprintf("không trừ được %s: phải là phần của %s %s", who, vi.Number(*rate.Numerator), rate.shown.Entry.CountedIn)
		return nil
	}
	lessened := *rate.Figure
	numerator, denominator := rate.Numerator.Sub(n), *rate.Denominator
	if out.From == criteria.FromBoth {
		denominator = denominator.Sub(n)
	}
	lessened.Numerator, lessened.Denominator = &numerator, &denominator
	out.Counted, out.Lessened = quotient(rate.Figure), quotient(&lessened)
	return &lessened
}

// leavable tells whether so many can be left out of the rate's counts.
func leavable(n decimal.Decimal, rate *commune.Figure, from criteria.LeftFrom) bool {
	return !n.IsNegative() && n.IsInteger() && exact.Compare(n, *rate.Numerator) <= 0 &&
		(from != criteria.FromBoth || exact.Compare(n, *rate.Denominator) < 0)
}

// who are those that may be left out: "20 hộ nghèo, hộ cận nghèo không có …".
func (l *LeftOut) who() string {
	name := strings.TrimSuffix(l.rule.Count.Name, " (nếu có)")
	n, unit := vi.Number(l.Count.Decimal), string(l.rule.Count.Unit)
	if rest, ok := strings.CutPrefix(name, "Số "+unit+" "); ok {
		return fmt.Sprintf("%s %s %s", n, unit, rest)
	}
	return fmt.Sprintf("%s %s (%s)", n, unit, name)
}

// formula is the rate both ways: as it was judged by, then the other.
func (l *LeftOut) formula() string {
	counted, lessened := l.Counted.text(l.rule.Rate), l.Lessened.text(l.rule.Rate)
	if !l.Applied {
		return fmt.Sprintf("%s = %s; nếu không tính %s: %s (quy tắc chưa đối chiếu [?])", formulaOf(l.rule.Rate), counted, l.who(), lessened)
	}
	b, unsure := l.rule.Basis, ""
	if !b.Status.Sure() {
		unsure = ", chưa đối chiếu [?]"
	}
	return fmt.Sprintf("%s, không tính %s = %s (%s, theo %s, %s%s); tính cả: %s", formulaOf(l.rule.Rate), l.who(), lessened,
		l.From.Title(), b.Decision, b.Annex, unsure, counted)
}

// formulaOf is how a rate is computed, in short.
func formulaOf(rate *criteria.Figure) string {
	if rate.Formula != "" {
		return rate.Formula
	}
	return rate.Numerator + " / " + rate.Denominator
}

// text is "61/3.987 = 1,53 %".
func (q *Quotient) text(rate *criteria.Figure) string {
	return fmt.Sprintf("%s/%s = %s", vi.Number(q.Numerator.Decimal), vi.Number(q.Denominator.Decimal), rate.Show(criteria.Trimmed(q.Value.Round(2))))
}
