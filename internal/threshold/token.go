package threshold

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"ntm/internal/vi"

	"golang.org/x/text/width"
)

// token is a word, a number or a sign of a cell.
type token struct {
	key        string // what it is compared by
	start, end int    // where it stands in the text
	spaced     bool   // a space stands before it
	isNumber   bool
}

// tokens parts a text, which is in the form of vi.NFC.
func tokens(text string) []token {
	var out []token
	runes := []rune(text)
	offset := make([]int, len(runes)+1)
	for i, r := range runes {
		offset[i+1] = offset[i] + len(string(r))
	}
	spaced := false
	for i := 0; i < len(runes); {
		if unicode.IsSpace(runes[i]) {
			spaced = true
			i++
			continue
		}
		end, isNumber := i+1, false
		switch {
		case isDigit(runes[i]):
			isNumber = true
			for end < len(runes) && (isDigit(runes[end]) || end+1 < len(runes) && (runes[end] == '.' ||
				runes[end] == ',') && isDigit(runes[end+1])) {
				end++
			}
		case isLetter(runes[i]):
			for end < len(runes) && isLetter(runes[end]) {
				end++
			}
		}
		out = append(out, token{key: key(string(runes[i:end])), start: offset[i], end: offset[end], spaced: spaced,
			isNumber: isNumber})
		spaced, i = false, end
	}
	return out
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// key is a word without case and wherever its tone mark is placed; the ways of writing
// one sign are one.
var key = vi.Remembered(keyOf)

func keyOf(word string) string {
	if isLetter([]rune(word)[0]) {
		return vi.FoldTone(word)
	}
	if strings.ContainsAny(word, "‐‑‒–—―−") {
		return "-"
	}
	return word
}

// clean is a line as it is read: signs of double width narrow.
func clean(line string) string { return vi.NFC(width.Narrow.String(line)) }

// table is phrases and what they stand for, by their first word, the longest first; it
// is laid out when it is first asked.
type table[T any] func() map[string][]phrase[T]

type phrase[T any] struct {
	keys []string
	of   T
}

// phrases are lists of them, apart by bars, by what they stand for.
func phrases[T comparable](lists map[T]string) table[T] {
	return sync.OnceValue(func() map[string][]phrase[T] {
		t := map[string][]phrase[T]{}
		for of, list := range lists {
			for words := range strings.SplitSeq(list, "|") {
				var keys []string
				for _, one := range tokens(clean(words)) {
					keys = append(keys, one.key)
				}
				t[keys[0]] = append(t[keys[0]], phrase[T]{keys, of})
			}
		}
		for first := range t {
			slices.SortFunc(t[first], func(a, b phrase[T]) int { return len(b.keys) - len(a.keys) })
		}
		return t
	})
}

// oneOf are phrases, apart by bars, that say no more than that they are there.
func oneOf(list string) table[bool] { return phrases(map[bool]string{true: list}) }

// names are phrases that stand for themselves, and by these names what else some things are called.
func names(own string, others map[string]string) table[string] {
	lists := map[string]string{}
	for name := range strings.SplitSeq(own, "|") {
		lists[name] = name
	}
	for name, list := range others {
		lists[name] = strings.TrimPrefix(lists[name]+"|"+list, "|")
	}
	return phrases(lists)
}

// cursor is the tokens of a cell that are still to be read.
type cursor struct {
	text   string
	tokens []token
}

func cursorOf(text string) cursor { return cursor{text, tokens(text)} }

func (c *cursor) done() bool { return len(c.tokens) == 0 }

// words is the text of what is still to be read.
func (c *cursor) words() string { return c.wordsUntil(len(c.tokens)) }

func (c *cursor) wordsUntil(n int) string {
	if n == 0 {
		return ""
	}
	return c.text[c.tokens[0].start:c.tokens[n-1].end]
}

// next takes a token, whatever it is, and gives its words.
func (c *cursor) next() string {
	words := c.wordsUntil(1)
	c.tokens = c.tokens[1:]
	return words
}

// goTo goes on to where another cursor of the same text stands, and gives the words up to there.
func (c *cursor) goTo(ahead cursor) string {
	words := c.wordsUntil(len(c.tokens) - len(ahead.tokens))
	*c = ahead
	return words
}

func (c *cursor) atNumber() bool { return !c.done() && c.tokens[0].isNumber }

// sign takes a sign.
func (c *cursor) sign(sign string) bool {
	if c.done() || c.tokens[0].key != sign {
		return false
	}
	c.tokens = c.tokens[1:]
	return true
}

// take takes the longest phrase of a table that stands next.
func take[T any](c *cursor, from table[T]) (of T, ok bool) {
	if c.done() {
		return of, false
	}
	for _, p := range from()[c.tokens[0].key] {
		if c.begins(p.keys) {
			c.tokens = c.tokens[len(p.keys):]
			return p.of, true
		}
	}
	return of, false
}

func (c *cursor) begins(keys []string) bool {
	return len(keys) <= len(c.tokens) &&
		slices.EqualFunc(keys, c.tokens[:len(keys)], func(key string, t token) bool { return key == t.key })
}

// skip takes the longest phrase of a table that stands next, whatever it stands for.
func skip[T any](c *cursor, from table[T]) bool {
	_, is := take(c, from)
	return is
}

// has tells whether a phrase of a table stands anywhere in what is still to be read.
func has[T any](c cursor, in table[T]) bool {
	for !c.done() {
		if skip(&c, in) {
			return true
		}
		c.next()
	}
	return false
}
