package typed

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// several is the error of a cell with more numbers than one that may be the one meant.
func (s *sentence) several(kind itemKind) error {
	if aRange.MatchString(s.text) {
		return nil // and told so
	}
	var all []string
	of := ""
	for i := range s.found {
		one := &s.found[i]
		if one.kind == ofValue && one.part == 0 {
			all, of = append(all, one.bound.Of(s.m.named(one.value))+of), ""
		}
		if one.kind != ofYear || kind != ofValue {
			continue
		}
		if year := fmt.Sprintf(" (%s)", one.value); one.ahead {
			of = year
		} else if len(all) > 0 {
			all[len(all)-1] += year
		}
	}
	if len(all) < 2 {
		return nil
	}
	if total, ok := s.addUp(); ok {
		if first := s.found[0].value; len(all) > 2 && strings.Contains(s.text, "(") {
			return refuse(s.text, "giữ một số đúng", "ghi %s nhưng các phần cộng lại là %s", s.m.named(first),
				s.m.named(total.Sub(first)))
		}
		return refuse(s.text, fmt.Sprintf("nếu đó là các phần của tổng số, ghi %s", total), "có thể hiểu là %s (cộng "+
			"lại) hoặc một trong các số: %s", s.m.named(total), strings.Join(all, "; "))
	}
	return refuse(s.text, "giữ một số; số của năm khác ghi ở chỗ của năm ấy", "có thể hiểu là %s",
		strings.Join(all, " hoặc "))
}

// addUp is what the numbers of a cell come to, where they may be parts of what is counted.
func (s *sentence) addUp() (sum decimal.Decimal, ok bool) {
	for i := range s.found {
		one := &s.found[i]
		if one.kind == ofYear || one.bound != "" {
			return sum, false
		}
		if one.kind == ofValue {
			sum = sum.Add(one.value)
		}
	}
	return sum, s.m.countsThings() && !slices.Contains(neighbours, s.m.Unit)
}

// breaksDown tells whether the values behind the first are what it is made of: "03 sản phẩm
// (02 sản phẩm 3 sao, 01 sản phẩm 4 sao)".
func (s *sentence) breaksDown(first *item) bool {
	sum := decimal.Zero
	for i := range s.found {
		other := &s.found[i]
		if other.kind != ofValue || other.bound != "" || other.part > 0 {
			return false
		}
		sum = sum.Add(other.value)
	}
	return s.m.countsThings() && sum.Equal(first.value.Add(first.value))
}

// both holds a share against its two counts. An estimate stays one, whatever it was made
// of.
func (s *sentence) both(g Given, value, of *item) (Given, bool, error) {
	counts := of.counts
	if of.bound != "" {
		return s.boundCounts(g, value, of)
	}
	if value != nil && !counts.Agree(value.value, value.bound) {
		return g, false, counts.disagree(s.text, value.value, value.bound)
	}
	if g.Bound == About {
		return g, true, nil
	}
	if value != nil {
		g.Said = "" // the share has told how to read the counts
	}
	return Given{Counts: counts, Year: g.Year, Said: g.Said}, true, nil
}

// boundCounts is the bound of a rate that counts are the bound of: "hơn 1.200/1.300 hộ". A
// floor is cut and a ceiling raised, so that what it says holds.
func (s *sentence) boundCounts(g Given, value, of *item) (Given, bool, error) {
	above, below := of.counts.Numerator, of.counts.Denominator
	if !below.IsPositive() || above.GreaterThan(below) {
		return g, false, of.counts.disagree(s.text, hundred, of.bound)
	}
	const places = 4
	rate := above.Shift(2).DivRound(below, places+2)
	if value != nil && value.bound == "" && !of.counts.Agree(value.value, "") && !of.bound.Contains(rate, value.value) {
		return g, false, of.counts.disagree(s.text, value.value, of.bound)
	}
	g.Bound, g.Value, g.Percent = of.bound, rate.RoundFloor(places), true
	if of.bound.IsCeiling() {
		g.Value = rate.RoundCeil(places)
	}
	g.Value = trimmed(g.Value)
	if g.Bound == MoreThan && !g.Value.LessThan(hundred) {
		return g, false, s.m.refused(s.text, beyond)
	}
	return g, true, nil
}

// sum is what the parts of a formula come to; where some are not told, no less than that.
func (s *sentence) sum(parts []*item) (*item, string) {
	whole, terms, told := item{sign: true}, []string{}, map[int]bool{}
	for _, part := range parts {
		if told[part.part] || part.counts != nil { // of two counts a part's share is not said
			return nil, ""
		}
		told[part.part] = true
		whole.value, whole.bound = whole.value.Add(part.value), whole.bound.With(part.bound)
		terms = append(terms, part.bound.Of(spaced(part.value)))
	}
	all := s.m.sumOf()
	if len(parts) < len(all) {
		whole.bound = whole.bound.With(AtLeast)
		missing := all[0]
		if told[1] {
			missing = all[1]
		}
		return &whole, fmt.Sprintf("%q được đọc là %s: còn thiếu %s", vi.NFC(s.text),
			whole.bound.Of(s.m.named(whole.value)), missing)
	}
	return &whole, fmt.Sprintf("%q được đọc là %s = %s", vi.NFC(s.text), strings.Join(terms, " + "),
		whole.bound.Of(s.m.named(whole.value)))
}
