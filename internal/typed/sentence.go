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

func (m Meaning) sentence(text string) *sentence {
	return &sentence{m: m, text: text, tokens: tokens(text)}
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
	if p := s.past(nearly, 0); p > 0 && s.past(noneWords, p) > p {
		return Given{}, false, refuse(s.text, "không còn thì ghi 0; còn thì ghi còn bao nhiêu",
			"có thể hiểu là không còn hoặc còn một ít")
	}
	if s.none() {
		said := fmt.Sprintf("%q được đọc là %s; chưa có số liệu thì để trống", vi.NFC(s.text), s.m.named(decimal.Zero))
		return Given{Percent: s.m.Unit == percent, Said: said}, true, nil
	}
	s.at = 0
	for s.pauses(); s.at < len(s.tokens); s.pauses() {
		if !s.item() {
			return Given{}, false, s.wrong
		}
	}
	return s.given()
}

// pauses passes over the signs between two things.
func (s *sentence) pauses() {
	for s.token(s.at).isPause() {
		s.at++
	}
}

// none tells a sentence that says that there is nothing of what is counted.
func (s *sentence) none() bool {
	p, yet := s.past(noneWords, 0), s.past(notYet, 0)
	isYet := yet > p
	p = max(p, yet)
	if s.m.Owed {
		p = max(p, s.past(paid, 0))
	}
	if p == 0 || !s.m.countsThings() && s.m.Unit != percent && s.m.Unit != Money.Unit {
		return false
	}
	s.at = p
	// Of a rate all that it counts must be named, of money that it is owed.
	whole := (s.m.countsThings() || s.m.Owed) && !isYet
	if end := s.past(debts, p); end > p && s.m.Unit == Money.Unit {
		s.at, whole = end, true
	}
	if _, unit := s.unit(); unit != "" && s.m.countsThings() {
		whole = true
	}
	named := map[int]bool{}
	for s.at < len(s.tokens) {
		n, part := s.part(s.at)
		own, end := s.own(s.at), s.past(noneTails, s.at)
		if end == s.at {
			end = s.tail(s.at)
		}
		switch {
		case part > s.at:
			s.at, named[n] = part, true
			whole = whole || len(named) == len(s.m.sumOf())
		case own > s.at:
			s.at, whole = own, whole || s.names(own-s.at)
		case end > s.at:
			s.at = end
		case s.tokens[s.at].isPause(), s.tokens[s.at].key == "va" && len(named) > 0:
			s.at++
		default:
			return false
		}
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
