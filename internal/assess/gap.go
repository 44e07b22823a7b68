package assess

import (
	"encoding/json"
	"fmt"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Gap is how far a figure is from its threshold, in the figure's own unit and,
// for a rate reported as counts, in what is counted. It is rounded away from
// zero: making it good is enough. As a Threshold, it is put into words when it is
// asked for.
type Gap struct {
	Amount    Number        `json:"amount"`
	Unit      criteria.Unit `json:"unit"`
	Count     *Number       `json:"count"`
	CountUnit string        `json:"count_unit,omitempty"`

	Bound typed.Bound `json:"bound,omitempty"` // where the figure is one: there is more to make good

	over bool // beyond the threshold, not short of it
}

// MarshalJSON writes the gap and its text.
func (g *Gap) MarshalJSON() ([]byte, error) {
	type fields Gap // without this method
	return json.Marshal(struct {
		*fields
		Text string `json:"text"`
	}{(*fields)(g), g.Text()})
}

// The sign by which a difference counts.
var short, beyond = decimal.NewFromInt(1), decimal.NewFromInt(-1)

func gap(f *commune.Figure, req *criteria.Requirement) *Gap {
	out := &Gap{Unit: req.Figure.Unit, over: over(f, req)}
	sign := short
	if out.over {
		sign = beyond
	}
	switch m := f.Measure.(type) {
	case commune.Amount:
		out.Amount, out.Bound = Number{req.Value.Sub(m.Decimal).Mul(sign)}, typed.AtLeast
		if m.Bound.IsOpen() {
			out.Bound = typed.MoreThan
		}
	case commune.Number:
		out.Amount = Number{req.Value.Sub(m.Decimal).Mul(sign)}
	case commune.Rate:
		missing := req.Value.Mul(m.Denominator).Sub(m.Numerator.Mul(hundred)).Mul(sign) // hundredths of what is counted
		out.Amount = Number{criteria.Trimmed(ceilDiv(missing, m.Denominator, 2))}
		places := int32(2)
		if m.Numerator.IsInteger() && m.Denominator.IsInteger() {
			places = 0
		}
		count := ceilDiv(missing, hundred, places)
		if req.Op.IsStrict() && count.Mul(hundred).Equal(missing) {
			count = count.Add(decimal.New(1, -places)) // on the threshold itself is not enough
		}
		out.Count, out.CountUnit = number(criteria.Trimmed(count)), req.Figure.CountedIn
	}
	return out
}

// over tells whether the figure is beyond the threshold rather than short of
// it.
func over(f *commune.Figure, req *criteria.Requirement) bool {
	if a, is := f.Measure.(commune.Amount); is {
		return a.Bound.IsFloor()
	}
	return req.Op.IsCeiling() || req.Op == criteria.Exactly && reaches(f, criteria.AtLeast, req.Value)
}

// ceilDiv divides and rounds up to the given decimals.
func ceilDiv(a, b decimal.Decimal, places int32) decimal.Decimal {
	q, r := a.QuoRem(b, places)
	if r.IsPositive() {
		q = q.Add(decimal.New(1, -places))
	}
	return q
}

// Text is the gap as an official reads it: "thiếu 0,42 điểm %, tương đương 5 hộ".
func (g *Gap) Text() string {
	word, unit := "thiếu", string(g.Unit)
	if g.over {
		word = "vượt"
	}
	switch g.Unit {
	case criteria.Percent:
		unit = "điểm %"
	case criteria.Grade, "mức độ":
		unit = "bậc"
	}
	text := word + " " + g.Bound.Of(vi.Number(criteria.Written(g.Amount.Decimal))+" "+unit)
	if g.Amount.IsZero() && g.Bound != "" {
		return word + ", cần số chính xác để biết bao nhiêu"
	}
	if g.Amount.IsZero() { // the threshold itself does not count
		text = "bằng đúng mức, phải cao hơn"
		if g.over {
			text = "bằng đúng mức, phải thấp hơn"
		}
	}
	if g.Count != nil {
		text += fmt.Sprintf(", tương đương %s %s", vi.Number(g.Count.Decimal), g.CountUnit)
	}
	return text
}
