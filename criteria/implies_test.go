package criteria

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// holds tells whether a number is op a value.
func holds(number decimal.Decimal, op Op, value decimal.Decimal) bool {
	switch c := number.Cmp(value); op {
	case AtLeast:
		return c >= 0
	case AtMost:
		return c <= 0
	case MoreThan:
		return c > 0
	case LessThan:
		return c < 0
	}
	return number.Equal(value)
}

// One comparison implies another where no number is the one and not the other: of those
// that lie on, between and beyond the two values, none is left out.
func TestImpliesIsWhatItSays(t *testing.T) {
	ops := []Op{AtLeast, AtMost, MoreThan, LessThan, Exactly}
	rapid.Check(t, func(t *rapid.T) {
		number := func(what string) decimal.Decimal { return decimal.NewFromInt(rapid.Int64Range(0, 6).Draw(t, what)) }
		op, other := rapid.SampledFrom(ops).Draw(t, "op"), rapid.SampledFrom(ops).Draw(t, "other")
		value, bound := number("value"), number("bound")
		want := true
		for half := int64(-4); half <= 16; half++ {
			n := decimal.New(half*5, -1)
			want = want && (!holds(n, op, value) || holds(n, other, bound))
		}
		if got := Implies(op, value, other, bound); got != want {
			t.Fatalf("%s %s implies %s %s: %t", op, value, other, bound, got)
		}
	})
}
