package typed

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// token is a word, a number or a sign of a cell.
type token struct {
	key        string // what it is compared by
	text       string
	start, end int // where it stands in the text
	isNumber   bool
}

// tokenForm finds, in this order: a day; digits, parted by threes or not; a word with the
// digit that ends it ("m2", "m²"); a comparison; any other sign.
var tokenForm = pattern.New(`\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,']\d+)*|` +
	`(?i:tr\.đ|tr\.d)[\pL\pM]*|[\pL\pM]+[0-9²]?|[<>=≤≥~≈≃±+]+(?: =)?|[^\s]`)

var signs = strings.NewReplacer("²", "2", " =", "=")

// mostTokens is how many a cell may have.
const mostTokens = 40

// tokens parts a text, nil of one that is too long.
func tokens(text string) []token {
	found := tokenForm.FindAllStringIndex(text, mostTokens+1)
	if len(found) > mostTokens {
		return nil
	}
	out := make([]token, len(found))
	for i, at := range found {
		word := text[at[0]:at[1]]
		out[i] = token{text: word, key: signs.Replace(vi.Fold(word)), start: at[0], end: at[1],
			isNumber: word[0] >= '0' && word[0] <= '9'}
		if out[i].key == "" {
			out[i].key = word // a sign that names are matched without
		}
	}
	return out
}

// isPause tells a sign that parts what is said.
func (t token) isPause() bool { return t.isOne("(),;:[].") }

// isJoint tells a word or sign that joins two things of a kind.
func (t token) isJoint() bool { return t.key == "va" || t.isOne(",/&") }

// isOne tells whether the token is one of the signs.
func (t token) isOne(signs string) bool { return len(t.key) == 1 && strings.ContainsAny(t.key, signs) }

// take matches the longest phrase of a table at p, and gives what it means and where it ends; p
// where none does.
func (s *sentence) take(of table, p int) (means string, end int) {
	for _, one := range of()[s.token(p).key] {
		if end := s.matched(one.words, p); end > p && spelt(one.spelt, s.tokens[p:end]) {
			return one.means, end
		}
	}
	return "", p
}

// past is where the longest phrase of a table ends that stands at p; p where none does.
func (s *sentence) past(of table, p int) int {
	_, end := s.take(of, p)
	return end
}

// token is the token at p, an empty one behind the last.
func (s *sentence) token(p int) token {
	if p >= len(s.tokens) {
		return token{}
	}
	return s.tokens[p]
}

// said is how tokens from one to before another are written.
func (s *sentence) said(from, to int) string {
	return vi.NFC(s.text[s.tokens[from].start:s.tokens[to-1].end])
}

// spelt tells whether tokens are words as they are spelt, or with their accents left out:
// "có" is not "cỡ".
func spelt(words []string, tokens []token) bool {
	i := 0
	for _, t := range tokens {
		if t.key == "," || t.key == "-" {
			continue
		}
		if t.text != words[i] && t.text != t.key && !vi.LeavesOut(t.text, words[i]) {
			return false
		}
		i++
	}
	return true
}

// matched is where the words end that stand at p, p where others stand there.
func (s *sentence) matched(words []string, p int) int { return s.matchedBut(words, p, "") }

// matchedBut is matched, with a further word passed over that says nothing.
func (s *sentence) matchedBut(words []string, p int, nothing string) int {
	at := p
	for i, word := range words {
		for ; at < len(s.tokens); at++ {
			if key := s.tokens[at].key; key != nothing && (i == 0 || key != "," && key != "-") {
				break
			}
		}
		if s.token(at).key != word {
			return p
		}
		at++
	}
	return at
}
