package assess

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// whyCounted says why nobody is left out of a rate, "" where somebody may be.
func (j *judge) whyCounted(p pair, out *LeftOut) string {
	ofRate, ofCount := p.years(j.report)
	switch who := out.who(); {
	case j.impossible[p.rule.Rate.ID] || j.impossible[p.rule.Count.ID]:
		return "số liệu không hợp lý nên không trừ " + who
	case ofRate != ofCount:
		out.open = true
		text := fmt.Sprintf("%s là số của năm %d, tỷ lệ là của năm %d nên không trừ", who, ofCount, ofRate)
		if out.Basis != nil {
			text += "; theo quy tắc trừ thì cần số của cùng một năm"
		}
		return text
	case p.bound == typed.About:
		return who + ": số ước nên không trừ; cần số chính xác"
	case p.bound != "":
		out.open = true
		return who + ": chưa phải số chính xác nên chưa trừ được; cần số chính xác"
	case !p.isCounted && out.Basis != nil:
		out.open = true
		return fmt.Sprintf("có %s nhưng tỷ lệ chỉ ghi bằng số %%; theo quy tắc trừ thì cần tử số và mẫu số", who)
	case !p.isCounted:
		return fmt.Sprintf("có %s nhưng tỷ lệ chỉ ghi bằng số %%, không có tử số và mẫu số nên không tính lại được; "+
			"xét theo tỷ lệ đã ghi", who)
	case !leavable(p.n, p.of, out.From):
		whole := vi.Number(p.of.Numerator) + " " + p.rule.Rate.CountedIn
		return fmt.Sprintf("không trừ được %s: phải là phần của %s", who, whole)
	}
	return ""
}

// who are those that may be left out: "20 hộ nghèo, hộ cận nghèo không có …".
func (l *LeftOut) who() string {
	n, unit := l.bound.Of(vi.Number(l.Count.Decimal)), string(l.rule.Count.Unit)
	name := strings.TrimSuffix(l.rule.Count.Name, " (nếu có)")
	if rest, ok := strings.CutPrefix(name, "Số "+unit+" "); ok {
		return fmt.Sprintf("%s %s %s", n, unit, rest)
	}
	return fmt.Sprintf("%s %s (%s)", n, unit, name)
}

// Rule says what an office leaves out and from where: "không tính 20 hộ …, trừ ở
// tử số".
func (l *LeftOut) Rule() string { return fmt.Sprintf("không tính %s, %s", l.who(), l.From.Title()) }

// formula is the rate both ways: as it is judged by, then the other.
func (l *LeftOut) formula() string {
	how, counted, lessened := formulaOf(l.rule.Rate), l.Counted.text(l.rule.Rate), l.Lessened.text(l.rule.Rate)
	if !l.Applied {
		return fmt.Sprintf("%s = %s; nếu không tính %s: %s (quy tắc chưa đối chiếu [?])", how, counted, l.who(),
			lessened)
	}
	unsure := ""
	if !l.Basis.Status.Sure() {
		unsure = ", chưa đối chiếu [?]"
	}
	by := fmt.Sprintf("%s, theo %s, %s%s", l.From.Title(), l.Basis.Decision, l.Basis.Annex, unsure)
	return fmt.Sprintf("%s, không tính %s = %s (%s); tính cả: %s", how, l.who(), lessened, by, counted)
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
	value := rate.Show(criteria.Trimmed(q.Value.Round(2)))
	return fmt.Sprintf("%s/%s = %s", vi.Number(q.Numerator.Decimal), vi.Number(q.Denominator.Decimal), value)
}

// leftOut says of each rate what may be left out of it.
func (j *Judgement) leftOut() string {
	return vi.List("; ", j.besides(nil), func(l *LeftOut) string { return l.Text })
}

// leftOut points out a count that cannot be a part of its rate. Where a rule would
// have it left out, the rate itself is in doubt.
func (c *crossChecker) leftOut(j *judge) {
	for _, p := range j.pairs(c.in.Set) {
		out := p.rate.shown.LeftOut
		if ofRate, ofCount := p.years(j.report); out.Counted != nil || !p.isCounted || ofRate != ofCount {
			continue
		}
		switch {
		case p.bound != "" && (!p.bound.IsFloor() || p.n.LessThanOrEqual(p.of.Numerator)):
		case p.n.GreaterThan(p.of.Numerator):
			f := c.note("left_out_exceeds", Wrong, p.rule.Count.ID, "%s: %s %s, lớn hơn tử số %s của “%s”",
				p.rule.Count.Name, vi.Number(p.n), p.rule.Count.Unit, vi.Number(p.of.Numerator), p.rule.Rate.Name)
			if p.rule.From != "" {
				f.Figures = append(f.Figures, p.rule.Rate.ID)
			}
		case p.rule.From != "" && !j.impossible[p.rule.Rate.ID]:
			c.note("left_out_unusable", Wrong, p.rule.Rate.ID, "%s: không trừ được %s", p.rule.Rate.Name, out.who())
		}
	}
}
