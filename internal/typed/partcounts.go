package typed

import (
	"fmt"
	"slices"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// partCounts reads a rate whose parts are counted apart: "41 hộ nghèo và 66 hộ cận nghèo
// trên tổng số 2.140 hộ". False, and nothing read, of anything else.
func (s *sentence) partCounts(one *item) bool {
	all := len(s.m.sumOf())
	if all == 0 || s.m.CountedIn == "" {
		return false
	}
	at, sum, told := s.at, decimal.Zero, map[int]bool{}
	undo := func() bool {
		s.at, s.wrong = at, nil
		return false
	}
	for len(told) < all {
		n, v, ok := s.countOfPart()
		if !ok || told[n] {
			return undo()
		}
		told[n], sum = true, sum.Add(v)
	}
	s.joints()
	end := s.past(outOf, s.at)
	if end == s.at {
		end = s.past(wholes, s.at)
	}
	if end == s.at || !s.token(end).isNumber {
		return undo()
	}
	s.at = end
	whole, ok := s.countHere()
	if !ok || !s.behind(one, true) || one.bound != "" {
		return undo()
	}
	one.kind, one.part, one.counts = ofCounts, 0, &Counts{sum, whole}
	return true
}

// joints passes over what stands between two parts.
func (s *sentence) joints() {
	for s.token(s.at).isPause() || s.token(s.at).key == "va" {
		s.at++
	}
}

// countOfPart reads how many there are of a part, named before its number or behind.
func (s *sentence) countOfPart() (n int, v decimal.Decimal, ok bool) {
	s.joints()
	if n, s.at = s.part(s.at); n > 0 {
		s.joints()
		s.at = s.past(leads, s.at)
	}
	if v, ok = s.countHere(); !ok {
		return 0, v, false
	}
	if n == 0 {
		n, s.at = s.part(s.at)
	}
	return n, v, n > 0
}

// countHere reads a number of what the rate counts.
func (s *sentence) countHere() (decimal.Decimal, bool) {
	m, digits, one := s.m.counts(), s.token(s.at), item{}
	if !digits.isNumber {
		return one.value, false
	}
	s.at++
	in, _ := s.unitOf(m)
	ok := !s.isPercent() && s.decide(&one, m, digits, in)
	return one.value, ok
}

// againstParts tells whether a number is what its parts come to; the error is that of one that is
// not: "4,15 % (hộ nghèo 1,62 %, hộ cận nghèo 2,83 %)". Where some are not told, nobody knows.
func (s *sentence) againstParts(value, whole *item, parts []*item) (isSum bool, err error) {
	if whole.bound != "" || value.bound != "" || len(parts) < len(s.m.sumOf()) {
		return false, nil
	}
	if whole.value.Equal(value.value) {
		return true, nil
	}
	terms := vi.List(" + ", parts, func(p *item) string { return spaced(p.value) })
	return false, refuse(s.text, fmt.Sprintf("giữ số đúng: ghi %s nếu số chung đúng, ghi %s nếu hai phần đúng",
		s.m.named(value.value), s.m.named(whole.value)),
		"ghi %s nhưng %s = %s", s.m.named(value.value), terms, s.m.named(whole.value))
}

// countBeside is the count that stands beside per cents: that of the whole, or of each part that
// has its per cents too; nil where one is no exact number.
func countBeside(kinds map[itemKind]*item, parts, counts []*item) *decimal.Decimal {
	exact := func(of []*item) bool {
		return !slices.ContainsFunc(of, func(one *item) bool { return one.bound != "" })
	}
	if one, value := kinds[ofCount], kinds[ofValue]; one != nil && value != nil {
		if one.bound == "" && value.bound == "" {
			return &one.value
		}
		return nil
	}
	if len(counts) == 0 || len(counts) != len(parts) || !exact(parts) || !exact(counts) {
		return nil
	}
	sum := decimal.Zero
	for _, one := range counts {
		sum = sum.Add(one.value)
	}
	return &sum
}
