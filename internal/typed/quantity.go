package typed

import (
	"fmt"
	"strings"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// number reads a number with all that stands behind it.
func (s *sentence) number(one *item) bool {
	if s.isFraction() {
		return s.counts(one)
	}
	m, digits := s.m, s.tokens[s.at]
	s.at++
	in, unit := s.unit()
	switch {
	case m.isMoney() && unit != "" && !strings.Contains(unit, "/") && s.isCompound():
		return s.compound(one, digits, in) && s.behind(one, true)
	case unit != "":
	case m.Unit != percent && s.isPercent():
		m, one.kind = Meaning{Unit: percent}, ofShare
		s.at = s.past(shareNouns, s.past(wholes, s.at+1))
	case m.Unit == percent && m.CountedIn != "":
		if _, counted := s.unitOf(m.counts()); counted != "" {
			m, one.kind = m.counts(), ofCount
		}
	}
	bare, end := unit == "" && one.kind == ofValue, s.at
	if !s.behind(one, unit != "" || one.kind != ofValue) {
		return false
	}
	one.sign = m.Unit == percent && unit != ""
	return s.decide(one, m, digits, in) && (!bare || !s.isOther(m, end))
}

// isFraction tells that the first of two counts stands next.
func (s *sentence) isFraction() bool {
	if s.m.Unit != percent || s.m.CountedIn == "" {
		return false
	}
	at := s.at
	defer func() { s.at = at }()
	s.at++
	s.unitOf(s.m.counts())
	end := s.past(outOf, s.saying(s.at))
	return end > s.at && s.token(end).isNumber
}

// decide takes the number that digits stand for.
func (s *sentence) decide(one *item, m Meaning, digits token, in scale) bool {
	found := readings(digits.text)
	if found == nil {
		return false
	}
	for i, v := range found {
		if found[i] = in.apply(v); !inBounds(found[i]) {
			return false
		}
	}
	one.value = found[0]
	if one.words == "" {
		one.words = vi.NFC(s.text[digits.start:s.tokens[s.at-1].end])
	}
	if len(found) == 2 {
		if share, ok := s.shareAhead(); ok && m.Unit == Money.Unit && m.Plausible == nil {
			m.Plausible = CapitalTotal.shareOf(share)
		}
		if one.value, one.said, s.wrong = m.choose(one.words, found[0], found[1], in); s.wrong != nil {
			return false
		}
	}
	meant := one.value
	switch {
	case one.bound == MoreThan && meant.Equal(hundred):
		meant = beyond
	case one.bound == LessThan && meant.IsZero():
		meant = decimal.NewFromInt(-1)
	}
	s.wrong = m.refused(s.text, meant)
	return s.wrong == nil
}

// counts reads the two counts of a rate.
func (s *sentence) counts(one *item) bool {
	m := s.m.counts()
	read := func() (decimal.Decimal, string, bool) {
		digits := s.tokens[s.at]
		s.at++
		in, unit := s.unitOf(m)
		part := item{}
		ok := (unit != "" || !s.isOther(m, s.at)) && s.decide(&part, m, digits, in)
		return part.value, part.said, ok
	}
	above, said, ok := read()
	if !ok {
		return false
	}
	s.at = s.past(outOf, s.saying(s.at))
	below, saidBelow, ok := read()
	if !ok || !s.behind(one, true) {
		return false
	}
	one.kind, one.counts, one.said = ofCounts, &Counts{above, below}, vi.Join("; ", said, saidBelow)
	return true
}

// shareAhead is the per cents that stand behind the number that is being read.
func (s *sentence) shareAhead() (decimal.Decimal, bool) {
	p := s.at
	for p < len(s.tokens) && !s.tokens[p].isNumber {
		p++
	}
	found := readings(s.token(p).text)
	if s.token(p+1).key != percent || len(found) != 1 || !found[0].IsPositive() {
		return decimal.Decimal{}, false
	}
	return found[0], true
}

// isPercent tells that per cents stand next.
func (s *sentence) isPercent() bool { return s.token(s.at).key == percent }

// isCompound tells that a further number of a sum in several units stands next.
func (s *sentence) isCompound() bool {
	p := s.at
	for s.token(p).key == "," || s.token(p).key == "va" {
		p++
	}
	return s.token(p).isNumber
}

// compound reads "71 tỷ 355 triệu đồng": whole numbers of falling units, the last of which
// may have decimals.
func (s *sentence) compound(one *item, digits token, in scale) bool {
	sum := decimal.Zero
	for {
		found, more := readings(digits.text), s.isCompound()
		if found == nil || more && !found[0].IsInteger() || !more && len(found) > 1 || !inBounds(in.apply(found[0])) {
			return false
		}
		sum = sum.Add(in.apply(found[0]))
		if !more {
			break
		}
		for !s.tokens[s.at].isNumber {
			s.at++
		}
		digits = s.tokens[s.at]
		s.at++
		above := in
		var unit string
		if in, unit = s.unit(); unit == "" {
			s.wrong = s.noUnit(sum, above, digits.text)
			return false
		}
		found = readings(digits.text)
		if in.shift >= above.shift || found == nil ||
			in.apply(found[0]).GreaterThanOrEqual(above.apply(decimal.NewFromInt(1))) {
			return false
		}
	}
	one.value = trimmed(sum)
	return inBounds(one.value)
}

// noUnit is the error of a sum whose last number says no unit: "1 tỷ 5" is 1.500 triệu as
// people say it, and 1.005 triệu as it stands.
func (s *sentence) noUnit(sum decimal.Decimal, above scale, digits string) error {
	const message = "số %s chưa có đơn vị"
	rest, err := decimal.NewFromString(digits)
	if err != nil || len(digits) > 2 || above.shift < 0 {
		return refuse(s.text, "ghi đủ đơn vị của từng số, ví dụ 71 tỷ 355 triệu đồng", message, digits)
	}
	asSaid := s.m.named(sum.Add(above.apply(rest.Shift(-int32(len(digits))))))
	asWritten := s.m.named(sum.Add(above.apply(rest.Shift(-3))))
	return refuse(s.text, fmt.Sprintf("ghi %s hoặc %s", asSaid, asWritten), message+": có thể hiểu là %s hoặc %s",
		digits,
		asSaid, asWritten)
}
