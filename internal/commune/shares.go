package commune

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
)

// A rate of 6,2 % is 0,062 in a spreadsheet that shows it as a percentage, and 0,062 %
// where nobody took it for one: a commune of 31 poor households in 500 would be one of
// the richest of the country. So a rate of no more than 1 that is said without its sign
// is asked about, where it may be a share: nobody takes it for either. Of what there should be
// little of, such as poor households, 0,5 % is common and 50 % next to nowhere: there a rate above
// [mostShare] is read as it stands, as long as it has no more decimals than such rates have.

// Shares asks about the rates of a report that may be shares of 1 instead of per cents.
func (r *Report) Shares(lib *criteria.Library) problem.List {
	var out problem.List
	all := r.onlyShares(lib)
	for i := range r.Figures {
		f := &r.Figures[i]
		if n, ok := f.small(lib); ok && (all || !lib.AtMost(f.ID) || isLittle(n)) {
			out.Add(AskShare(f.Pos.Or(r.Pos), lib.Figures[f.ID], n))
		}
	}
	if r.Satisfaction != nil {
		for _, rate := range r.Satisfaction.rates() {
			if !rate.Percent && rate.Unread == nil && MayBeShare(rate.Decimal) {
				out.Add(AskShare(r.Satisfaction.at().Or(r.Pos), lib.Figures[SatisfactionFigure], rate.Decimal))
			}
		}
	}
	return out
}

// usualDecimals is how many a rate is reported with.
const usualDecimals = 2

// mostShare is the highest share there still is of what there should be little of: 0.3 is 30 %.
var mostShare = decimal.New(3, -1)

// isLittle tells a rate of what there should be little of that may be a share all the same.
func isLittle(n decimal.Decimal) bool {
	return -n.Exponent() > usualDecimals || n.LessThanOrEqual(mostShare)
}

// small is a rate that may be a share: between 0 and 1, and without its sign.
func (f *Figure) small(lib *criteria.Library) (decimal.Decimal, bool) {
	n, isNumber := AmountOf(f.Measure)
	entry := lib.Figures[f.ID]
	ok := isNumber && entry != nil && entry.Unit == criteria.Percent && !n.Percent && MayBeShare(n.Decimal)
	return n.Decimal, ok
}

// MayBeShare tells a number of per cents that may be a share of 1.
func MayBeShare(n decimal.Decimal) bool {
	return n.IsPositive() && n.LessThanOrEqual(decimal.NewFromInt(1))
}

// onlyShares tells that a report has several rates, and none of them above 1.
func (r *Report) onlyShares(lib *criteria.Library) bool {
	found := 0
	for i := range r.Figures {
		n, isNumber := AmountOf(r.Figures[i].Measure)
		entry := lib.Figures[r.Figures[i].ID]
		if !isNumber || entry == nil || entry.Unit != criteria.Percent || n.IsZero() {
			continue
		}
		if _, small := r.Figures[i].small(lib); !small {
			return false
		}
		found++
	}
	return found > 1
}

// AskShare asks which of the two a rate is, and says how each is written.
func AskShare(at yamldoc.Pos, entry *criteria.Figure, n decimal.Decimal) problem.Problem {
	exact := func(v decimal.Decimal) string { return vi.Rounded(v, max(0, -criteria.Trimmed(v).Exponent())) }
	share, per := exact(n.Shift(2)), exact(n)
	return at.Problem(fmt.Sprintf("số liệu %q ghi %s: là %s %% hay %s %%?", entry.Name, per, share, per),
		fmt.Sprintf("ghi kèm dấu %%: %s %% hoặc %s %%", share, per))
}
