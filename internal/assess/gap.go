package assess

import (
	"fmt"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/vi"
)

// Gap is how far a figure is from its threshold, in the figure's own unit and,
// for a rate reported as counts, in what is counted. It is rounded away from
// zero: making it good is enough.
type Gap struct {
	Amount    Number        `json:"amount"`
	Unit      criteria.Unit `json:"unit"`
	Count     *Number       `json:"count"`
	CountUnit string        `json:"count_unit,omitempty"`
	Text      string        `json:"text"`
}

func gap(f *commune.Figure, req *criteria.Requirement) *Gap {
	out := &Gap{Unit: req.Figure.Unit}
	sign := decimal.NewFromInt(1)
	if over(f, req) {
		sign = sign.Neg()
	}
	if !f.IsRate() {
		out.Amount = Number{req.Value.Sub(f.Value.Decimal).Mul(sign)}
	} else {
		short := req.Value.Mul(*f.Denominator).Sub(f.Numerator.Mul(hundred)).Mul(sign) // hundredths of what is counted
		out.Amount = Number{criteria.Trimmed(ceilDiv(short, *f.Denominator, 2))}
		places := int32(2)
		if f.Numerator.IsInteger() && f.Denominator.IsInteger() {
			places = 0
		}
		out.Count, out.CountUnit = number(criteria.Trimmed(ceilDiv(short, hundred, places))), req.Figure.CountedIn
	}
	out.Text = out.text(sign.IsNegative())
	return out
}

// over tells whether the figure is beyond the threshold rather than short of
// it.
func over(f *commune.Figure, req *criteria.Requirement) bool {
	return req.Op == criteria.AtMost || req.Op == criteria.Exactly && reaches(f, criteria.AtLeast, req.Value)
}

// ceilDiv divides and rounds up to the given decimals.
func ceilDiv(a, b decimal.Decimal, places int32) decimal.Decimal {
	q, r := a.QuoRem(b, places)
	if r.IsPositive() {
		q = q.Add(decimal.New(1, -places))
	}
	return q
}

func (g *Gap) text(over bool) string {
	word, unit := "thiếu", string(g.Unit)
	if over {
		word = "vượt"
	}
	switch g.Unit {
	case criteria.Percent:
		unit = "điểm %"
	case criteria.Grade, "mức độ":
		unit = "bậc"
	}
	text := fmt.Sprintf("%s %s %s", word, vi.Number(g.Amount.Decimal), unit)
	if g.Count != nil {
		text += fmt.Sprintf(", tương đương %s %s", vi.Number(g.Count.Decimal), g.CountUnit)
	}
	return text
}
