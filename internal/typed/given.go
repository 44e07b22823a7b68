package typed

import (
	"fmt"
	"strings"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Given is what a cell says of a figure, with all that people write around a number.
type Given struct {
	Value  decimal.Decimal
	Bound  Bound   // how Value stands to the number meant
	Counts *Counts // of a rate that is given by them: Value is then nothing
	Year   int     // that the number is said to be of, 0 for none
	// Share is the per cents of a whole that stand beside an amount which is none itself.
	Share *decimal.Decimal
	// Count is how many of what a rate counts stand beside its per cents without their whole:
	// "15 hộ nghèo, chiếm 1,15 %".
	Count   *decimal.Decimal
	Percent bool   // said with its sign
	Words   string // as they stand, of a bound and an estimate
	Said    string // how something with two readings was read; "" where there was but one
}

// Read reads what an official writes for a figure: a number as [Number] reads it, the two
// counts of a rate, a bound or an estimate, a sum in several units, with its year, its
// counts or its share beside it, and the words of the figure behind it; "không" of what is
// counted. The error is that of [Number], and where two numbers contradict each other it
// shows both.
func Read(text string, m Meaning) (Given, error) {
	isRate := m.Unit == percent && m.CountedIn != ""
	if isRate {
		if counts, said, err := Fraction(text, m.counts()); err == nil && counts != nil {
			return Given{Counts: counts, Said: said}, nil
		}
	}
	value, said, err := Number(text, m)
	if err == nil {
		return Given{Value: value, Percent: saysPercent(text), Said: said}, nil
	}
	if len(text) > longest || Blank(text) {
		return Given{}, err
	}
	t := shortened.Replace(apostrophe.Replace(clean(text)))
	s := sentence{m: m, text: t, tokens: tokens(t)}
	switch g, ok, wrong := s.read(); {
	case wrong != nil:
		return Given{}, wrong
	case !ok && s.otherUnit() != nil:
		return Given{}, s.otherUnit()
	case ok:
		if g.Bound != "" {
			g.Words = vi.NFC(text)
		}
		return g, nil
	case isRate:
		if counts, _, wrong := Fraction(text, m.counts()); counts == nil && wrong != nil {
			return Given{}, wrong
		}
	}
	return Given{}, err
}

// longest is how many bytes a cell may have: whoever writes more writes a report.
const longest = 400

// saysPercent tells a text that says of a number that it is per cents.
func saysPercent(text string) bool {
	return strings.Contains(text, "%") || strings.Contains(text, "％") || strings.Contains(vi.Fold(text), "phan tram")
}

// item is one of the things that a sentence says.
type item struct {
	kind   itemKind
	value  decimal.Decimal
	counts *Counts
	bound  Bound
	part   int // of a formula's sum, from 1; 0 for the whole
	sign   bool
	words  string
	said   string
	ahead  bool // a year, of the number that follows
}

// given puts together what was found: at most one of each kind.
func (s *sentence) given() (Given, bool, error) {
	var g Given
	kinds := map[itemKind]*item{}
	var parts []*item
	var said []string
	var beside []*item // counts of the parts
	for i := range s.found {
		one := &s.found[i]
		switch {
		case one.part > 0 && one.kind == ofCount:
			said, beside = append(said, fmt.Sprintf("không dùng %q: đã có tỷ lệ", one.words)), append(beside, one)
			continue
		case one.part > 0:
			parts = append(parts, one)
			continue
		case one.kind == ofAside:
			said = append(said, one.said)
			continue
		}
		switch first := kinds[one.kind]; {
		case first == nil:
		case s.breaksDown(first):
			continue
		default:
			return g, false, s.several(one.kind)
		}
		kinds[one.kind] = one
		said = append(said, one.said)
	}
	value, counts := kinds[ofValue], kinds[ofCounts]
	switch {
	case len(parts) > 0:
		whole, told := s.sum(parts)
		switch {
		case whole == nil, counts != nil, kinds[ofCount] != nil:
			return g, false, nil
		case value == nil:
			value, said = whole, append(said, told)
		default:
			if isSum, wrong := s.againstParts(value, whole, parts); !isSum {
				return g, false, wrong
			}
		}
	case value == nil && counts == nil:
		return g, false, nil
	}
	if year := kinds[ofYear]; year != nil {
		g.Year = int(year.value.IntPart())
	}
	if share := kinds[ofShare]; share != nil {
		if share.bound != "" {
			return g, false, nil
		}
		if s.m.Name == "" || s.m.isMoney() {
			g.Share = &share.value
		} else {
			said = append(said, fmt.Sprintf("không dùng %q: ở đây chỉ cần số đếm", share.words))
		}
	}
	if one := kinds[ofCount]; one != nil {
		said = append(said, fmt.Sprintf("không dùng %q: muốn xét theo số đếm thì cần cả tổng số", one.words))
	}
	if counts == nil {
		g.Count = countBeside(kinds, parts, beside)
	}
	if value != nil {
		g.Value, g.Bound, g.Percent = value.value, value.bound, value.sign
	}
	g.Said = vi.Join("; ", said...)
	if counts == nil {
		return g, true, nil
	}
	return s.both(g, value, counts)
}
