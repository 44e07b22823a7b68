package typed

import (
	"fmt"
	"strings"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// sumOf are the parts of the formula's sum: "hộ nghèo" and "hộ cận nghèo".
func (m Meaning) sumOf() []string {
	inner, _, ok := strings.Cut(strings.TrimPrefix(m.Formula, "("), ")")
	if !ok || !strings.HasPrefix(m.Formula, "(") {
		return nil
	}
	return strings.Split(inner, " + ")
}

// part tells which part of the formula's sum is named at p, from 1.
func (s *sentence) part(p int) (n, end int) {
	at := p
	if key := s.token(p).key; key == "so" || key == "la" {
		at++
	}
	for i, name := range s.m.sumOf() {
		for words := strings.Fields(vi.Fold(name)); len(words) > 0; words = words[1:] { // "cận nghèo" of "hộ cận nghèo"
			if end := s.matched(words, at); end > at {
				return i + 1, end
			}
			if len(words) > 1 && !isNoun(words[:1]) {
				break
			}
		}
	}
	return 0, p
}

// Agree tells whether a share and its bound can be that of the counts, as it was rounded,
// up or down, or cut for print: by less than one in its last decimal.
func (c *Counts) Agree(share decimal.Decimal, b Bound) bool {
	if !c.Denominator.IsPositive() {
		return false
	}
	off := c.Numerator.Shift(2).Sub(share.Mul(c.Denominator))
	if b != "" {
		return b.Contains(decimal.Zero, off)
	}
	return off.Abs().LessThan(c.Denominator.Shift(share.Exponent()))
}

// disagree is the error of a share that is not that of its counts.
func (c *Counts) disagree(text string, share decimal.Decimal, b Bound) error {
	said := b.Of(spaced(share) + " %")
	if !c.Denominator.IsPositive() {
		return refuse(text, "ghi tổng số lớn hơn 0", "tổng số là %s", spaced(c.Denominator))
	}
	rate := c.Numerator.Shift(2).DivRound(c.Denominator, max(2, -share.Exponent()))
	above, below := spaced(c.Numerator), spaced(c.Denominator)
	return refuse(text, fmt.Sprintf("giữ số đúng, xóa số kia: ghi %s/%s nếu hai số đếm đúng, ghi %s %% nếu tỷ lệ đúng",
		c.Numerator, c.Denominator, strings.ReplaceAll(vi.Number(share), ".", "")),
		"ghi %s nhưng %s / %s = %s %%", said, above, below, spaced(rate))
}
