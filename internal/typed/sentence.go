package typed

import (
	"fmt"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// sentence is a text on its way into what it says.
type sentence struct {
	m      Meaning
	text   string
	tokens []token
	at     int // the token that is read next
	found  []item
	wrong  error // what was understood, and cannot be
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
