package typed

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/internal/vi"
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

// sentence is a text on its way into what it says.
type sentence struct {
	m      Meaning
	text   string
	tokens []token
	at     int // the token that is read next
	found  []item
	wrong  error // what was understood, and cannot be
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
}

type itemKind int

const (
	ofValue  itemKind = iota // the number of the figure
	ofCounts                 // its two counts
	ofShare                  // per cents beside an amount
	ofCount                  // a count beside per cents
	ofYear
	ofAside // another number beside it, which is passed over
)

// read is what the sentence says; false where some word is in no phrase.
func (s *sentence) read() (Given, bool, error) {
	if len(s.tokens) == 0 || s.tokens[0].key == "(" { // "(5)" is a loss
		return Given{}, false, nil
	}
	if _, p := take(nearly, s.tokens, 0); p > 0 {
		if _, end := take(noneWords, s.tokens, p); end > p {
			return Given{}, false, refuse(s.text, "không còn thì ghi 0; còn thì ghi còn bao nhiêu",
				"có thể hiểu là không còn hoặc còn một ít")
		}
	}
	if s.none() {
		said := fmt.Sprintf("%q được đọc là %s; chưa có số liệu thì để trống", vi.NFC(s.text), s.m.named(decimal.Zero))
		return Given{Percent: s.m.Unit == percent, Said: said}, true, nil
	}
	for s.pauses(); s.at < len(s.tokens); s.pauses() {
		if !s.item() {
			return Given{}, false, s.wrong
		}
	}
	return s.given()
}

// pauses passes over the signs between two things.
func (s *sentence) pauses() {
	for s.at < len(s.tokens) && s.tokens[s.at].isPause() {
		s.at++
	}
}

// none tells a sentence that says that there is nothing of what is counted.
func (s *sentence) none() bool {
	_, p := take(noneWords, s.tokens, 0)
	_, yet := take(notYet, s.tokens, 0)
	isYet := yet > p
	if isYet {
		p = yet
	}
	if s.m.Owed {
		_, all := take(paid, s.tokens, 0)
		p = max(p, all)
	}
	if p == 0 || !s.m.countsThings() && s.m.Unit != percent && s.m.Unit != Money.Unit {
		return false
	}
	s.at = p
	// Of a rate all that it counts must be named, of money that it is owed.
	whole := (s.m.countsThings() || s.m.Owed) && !isYet
	if _, end := take(debts, s.tokens, p); end > p && s.m.Unit == Money.Unit {
		s.at, whole = end, true
	}
	if _, unit := s.unit(); unit != "" && s.m.countsThings() {
		whole = true
	}
	named := map[int]bool{}
	for s.at < len(s.tokens) {
		if n, end := s.part(s.at); end > s.at {
			s.at, named[n] = end, true
			whole = whole || len(named) == len(s.m.sumOf())
			continue
		}
		if end := s.own(s.at); end > s.at {
			s.at, whole = end, whole || s.names(end-s.at)
			continue
		}
		if s.tokens[s.at].key == "va" && len(named) > 0 {
			s.at++
			continue
		}
		_, end := take(noneTails, s.tokens, s.at)
		if end == s.at {
			end = s.tail(s.at)
		}
		if end == s.at && s.tokens[s.at].isPause() {
			end++
		}
		if end == s.at {
			s.at = 0
			return false
		}
		s.at = end
	}
	if !whole {
		s.at = 0
	}
	return whole
}

// names tells whether words name more than the whole that a rate is of.
func (s *sentence) names(words int) bool {
	all := coresOf(s.m.Denominator)
	return len(all) == 0 || words > len(all[0])
}

// countsThings tells a meaning of which there may be none: a step or a year is no thing.
func (m Meaning) countsThings() bool {
	return m.whole() && m.Unit != "mức độ" && m.Unit != "xếp loại" && m.Unit != "năm"
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

// several is the error of a cell with more numbers than one that may be the one meant.
func (s *sentence) several(kind itemKind) error {
	if aRange.MatchString(s.text) {
		return nil // and told so
	}
	var all []string
	for i := range s.found {
		one := &s.found[i]
		if one.kind == ofValue && one.part == 0 {
			all = append(all, one.bound.Of(s.m.named(one.value)))
		}
		if one.kind == ofYear && len(all) > 0 && kind == ofValue {
			all[len(all)-1] += fmt.Sprintf(" (%s)", one.value)
		}
	}
	if len(all) < 2 {
		return nil
	}
	if total, ok := s.addUp(); ok {
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
		return g, false, refuse(s.text, hintOf(s.m.Check(hundred.Add(hundred))), "số này vượt quá 100 %%")
	}
	return g, true, nil
}

// sum is what the parts of a formula come to; where some are not told, no less than that.
func (s *sentence) sum(parts []*item) (*item, string) {
	whole, terms, told := item{sign: true}, []string{}, map[int]bool{}
	for _, part := range parts {
		if told[part.part] {
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
