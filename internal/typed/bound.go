package typed

import (
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Bound tells how a number that is written stands to the one that is meant. "" is the
// number itself.
type Bound string

// The closed set of bounds. About is an estimate, which bounds nothing.
const (
	MoreThan Bound = "gt" // trên, hơn
	AtLeast  Bound = "ge" // từ … trở lên, tối thiểu
	LessThan Bound = "lt" // dưới, gần, chưa đến
	AtMost   Bound = "le" // không quá, tối đa
	About    Bound = "about"
)

// Bounds are all there are.
var Bounds = []Bound{MoreThan, AtLeast, LessThan, AtMost, About}

// IsFloor tells that the number meant is no less than the one written.
func (b Bound) IsFloor() bool { return b == MoreThan || b == AtLeast }

// IsCeiling tells that the number meant is no more than the one written.
func (b Bound) IsCeiling() bool { return b == LessThan || b == AtMost }

// IsOpen tells that the number meant is not the one written.
func (b Bound) IsOpen() bool { return b == MoreThan || b == LessThan }

// Word is the bound before a number, as it is said where nobody's words are at hand.
func (b Bound) Word() string {
	return map[Bound]string{MoreThan: "trên", AtLeast: "từ", LessThan: "dưới", AtMost: "không quá",
		About: "khoảng"}[b]
}

// Of is the bound with its number: "trên 70", "từ 97 % trở lên".
func (b Bound) Of(number string) string {
	text := vi.Join(" ", b.Word(), number)
	if b == AtLeast {
		text += " trở lên"
	}
	return text
}

// Mirror is the bound of what falls as the number rises: of the rest of a whole.
func (b Bound) Mirror() Bound {
	if other, has := map[Bound]Bound{MoreThan: LessThan, AtLeast: AtMost, LessThan: MoreThan,
		AtMost: AtLeast}[b]; has {
		return other
	}
	return b
}

// With is the bound of what rises with both of two numbers, such as their sum: a floor
// and a ceiling together bound nothing.
func (b Bound) With(other Bound) Bound {
	switch {
	case b == "" || b == other:
		return other
	case other == "":
		return b
	case b.IsFloor() && other.IsFloor():
		return MoreThan
	case b.IsCeiling() && other.IsCeiling():
		return LessThan
	}
	return About
}

// both is the bound of a number that is said to be so in two words: "từ trên 95 trở lên".
// False where the two speak against each other.
func (b Bound) both(other Bound) (Bound, bool) {
	if b == About || other == About {
		return About, true
	}
	together := b.With(other)
	return together, together != About
}

// Contains tells whether a number can be the one that is meant where v is written.
func (b Bound) Contains(v, number decimal.Decimal) bool {
	switch c := number.Cmp(v); b {
	case MoreThan:
		return c > 0
	case AtLeast:
		return c >= 0
	case LessThan:
		return c < 0
	case AtMost:
		return c <= 0
	case About:
		return true
	default:
		return c == 0
	}
}
