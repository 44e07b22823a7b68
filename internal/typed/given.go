package typed

import (
	"cmp"
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
	var asCounts error
	if m.Unit == percent && m.CountedIn != "" {
		counts, said, err := Fraction(text, m.counts())
		if counts != nil {
			return Given{Counts: counts, Said: said}, nil
		}
		asCounts = err
	}
	value, said, err := Number(text, m)
	if err == nil {
		return Given{Value: value, Percent: saysPercent(text), Said: said}, nil
	}
	if len(text) > longest || Blank(text) {
		return Given{}, err
	}
	t := shortened.Replace(apostrophe.Replace(clean(text)))
	s := m.sentence(t)
	g, ok, wrong := s.read()
	if !ok {
		return Given{}, cmp.Or(wrong, s.otherUnit(), asCounts, m.unitUnder(text, t), err)
	}
	if g.Bound != "" {
		g.Words = vi.NFC(text)
	}
	return g, nil
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
	f, err := s.sorted()
	if err != nil || f == nil {
		return Given{}, false, err
	}
	value, ok, err := s.valueOf(f)
	if err != nil || !ok {
		return Given{}, false, err
	}
	var g Given
	if g.Share, ok = s.shareOf(f); !ok {
		return Given{}, false, nil
	}
	if one := f.one[ofCount]; one != nil {
		f.say("không dùng %q: muốn xét theo số đếm thì cần cả tổng số", one.words)
	}
	if year := f.one[ofYear]; year != nil {
		g.Year = int(year.value.IntPart())
	}
	if value != nil {
		g.Value, g.Bound, g.Percent = value.value, value.bound, value.sign
	}
	g.Said = vi.Join("; ", f.said...)
	if counts := f.one[ofCounts]; counts != nil {
		return s.both(g, value, counts)
	}
	g.Count = countBeside(f.one, f.parts, f.counts)
	return g, true, nil
}

// sorted is what was found, each where it belongs.
type sorted struct {
	one    map[itemKind]*item
	parts  []*item // of a formula's sum
	counts []*item // of the parts
	said   []string
}

func (f *sorted) say(format string, about ...any) {
	f.said = append(f.said, fmt.Sprintf(format, about...))
}

// sorted is nil, with an error that shows both or none, where two are of one kind, but for the
// parts that the first is broken down into.
func (s *sentence) sorted() (*sorted, error) {
	f := &sorted{one: map[itemKind]*item{}}
	for i := range s.found {
		one := &s.found[i]
		first := f.one[one.kind]
		switch {
		case one.part > 0 && one.kind == ofCount:
			f.counts = append(f.counts, one)
			f.say("không dùng %q: đã có tỷ lệ", one.words)
		case one.part > 0:
			f.parts = append(f.parts, one)
		case one.kind == ofAside:
			f.said = append(f.said, one.said)
		case first == nil:
			f.one[one.kind] = one
			f.said = append(f.said, one.said)
		case !s.breaksDown(first):
			return nil, s.several(one.kind)
		}
	}
	return f, nil
}

// valueOf is the number of the figure: as it stands, or the sum of its parts; nil where its
// counts alone were said, false where nothing was, or parts beside what they cannot be of.
func (s *sentence) valueOf(f *sorted) (*item, bool, error) {
	value, counts := f.one[ofValue], f.one[ofCounts]
	if len(f.parts) == 0 {
		return value, value != nil || counts != nil, nil
	}
	whole, told := s.sum(f.parts)
	if whole == nil || counts != nil || f.one[ofCount] != nil {
		return nil, false, nil
	}
	if value == nil {
		f.said = append(f.said, told)
		return whole, true, nil
	}
	isSum, err := s.againstParts(value, whole, f.parts)
	return value, isSum, err
}

// shareOf is the share beside an amount, nil for none; false where it is a bound, of which
// nothing can be made.
func (s *sentence) shareOf(f *sorted) (*decimal.Decimal, bool) {
	share := f.one[ofShare]
	switch {
	case share == nil:
		return nil, true
	case share.bound != "":
		return nil, false
	case s.m.Name == "" || s.m.isMoney():
		return &share.value, true
	}
	f.say("không dùng %q: ở đây chỉ cần số đếm", share.words)
	return nil, true
}
