package vi

import (
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators keeps sorters ready: one serves a single goroutine at a time, and
// making one costs as much as a comparison.
var collators = sync.OnceValue(func() *sync.Pool {
	return &sync.Pool{New: func() any {
		return collate.New(language.Vietnamese, collate.Numeric)
	}}
})

// Compare orders names by the Unicode rules for Vietnamese: a ă â … d đ … o ô ơ,
// tones (ngang huyền hỏi ngã sắc nặng) only after the letters of the whole name,
// numbers by value. It is 0 only for equal strings, so that a sorted list is
// always the same list.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	pool := collators()
	c := pool.Get().(*collate.Collator)
	defer pool.Put(c)
	if order := c.CompareString(a, b); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

// Order compares as Compare does, many times faster: it keeps the sort key of each
// name it has seen. It serves one goroutine.
type Order struct {
	collator *collate.Collator
	buffer   collate.Buffer
	keys     map[string]string
}

// NewOrder is an Order that has seen nothing.
func NewOrder() *Order {
	return &Order{collator: collate.New(language.Vietnamese, collate.Numeric), keys: map[string]string{}}
}

// Compare orders two names as the function Compare does.
func (o *Order) Compare(a, b string) int {
	if a == b {
		return 0
	}
	if order := strings.Compare(o.key(a), o.key(b)); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

func (o *Order) key(name string) string {
	key, known := o.keys[name]
	if !known {
		o.buffer.Reset()
		key = string(o.collator.KeyFromString(&o.buffer, name))
		o.keys[name] = key
	}
	return key
}
