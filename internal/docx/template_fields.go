package docx

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ntm/internal/vi"
)

// Blank stands where a field's value is not known.
const Blank = "……"

// Schema is which fields there are: words, and lists whose items have fields of their own.
type Schema struct {
	names []string // of all words, those of lists behind their lists'
	index map[string]slot
}

// List is a list of items. Lists of its own stand in each item.
type List struct {
	Name  string
	Words []string
	Lists []*List

	up *List // nil of one at the top
}

// Values is what a template is filled with: at the top, and of each item of a list. A word
// that is not there is a blank; "" is nothing.
type Values struct {
	Words    map[string]string
	Pictures map[string]*Picture
	Lists    map[string][]*Values
}

// Set sets words, each behind its name, unless there is nothing to say: then it is a blank.
func (v *Values) Set(namesAndWords ...string) {
	for one := range slices.Chunk(namesAndWords, 2) {
		if one[1] != "" {
			v.Put(one...)
		}
	}
}

// Put sets words, each behind its name, also to nothing.
func (v *Values) Put(namesAndWords ...string) {
	if v.Words == nil {
		v.Words = map[string]string{}
	}
	for one := range slices.Chunk(namesAndWords, 2) {
		v.Words[one[0]] = one[1]
	}
}

// Add adds an item to a list.
func (v *Values) Add(list string) *Values {
	if v.Lists == nil {
		v.Lists = map[string][]*Values{}
	}
	item := &Values{}
	v.Lists[list] = append(v.Lists[list], item)
	return item
}

// slot is what a name in a template means.
type slot struct {
	list  *List  // that it is a word of, or that it is itself; nil for a word at the top
	word  string // "" for the list itself
	shape func(string) string
}

func foldField(name string) string {
	return vi.List(".", strings.Split(name, "."), vi.FoldTone)
}

// NewSchema makes a schema ready. No two fields may have one name.
func NewSchema(words []string, lists ...*List) *Schema {
	s := &Schema{index: map[string]slot{}}
	for _, w := range words {
		s.put(w, slot{word: w})
	}
	for _, l := range lists {
		s.putList(l, nil)
	}
	return s
}

func (s *Schema) putList(l, up *List) {
	l.up = up
	s.put(l.Name, slot{list: l})
	for _, w := range l.Words {
		s.put(l.Name+"."+w, slot{list: l, word: w})
	}
	for _, inner := range l.Lists {
		s.putList(inner, l)
	}
}

func (s *Schema) put(name string, f slot) {
	key := foldField(name)
	if _, twice := s.index[key]; twice {
		panic(fmt.Sprintf("two fields are called %q", name))
	}
	s.index[key] = f
	if f.word != "" {
		s.names = append(s.names, name)
	}
}

// find is the field of a name as people type it, with how its letters were typed.
func (s *Schema) find(name string) (slot, bool) {
	f, known := s.index[foldField(name)]
	f.shape = shapeOf(name)
	return f, known
}

// near are the fields that a name may have been meant for.
func (s *Schema) near(name string) []string { return vi.Near(name, s.names, 3) }

// shapeOf is what becomes of a value by the letters of the field's name.
func shapeOf(name string) func(string) string {
	capitals, small, first := 0, 0, rune(0)
	for _, r := range name {
		if !unicode.IsLetter(r) {
			continue
		}
		if first == 0 {
			first = r
		}
		if unicode.IsUpper(r) {
			capitals++
		} else {
			small++
		}
	}
	switch {
	case capitals > 0 && small == 0:
		return strings.ToUpper
	case unicode.IsUpper(first):
		return vi.Capital
	}
	return func(s string) string { return s }
}

// isWithin tells whether the list is another or stands in its items.
func (l *List) isWithin(other *List) bool {
	for ; l != nil; l = l.up {
		if l == other {
			return true
		}
	}
	return false
}
