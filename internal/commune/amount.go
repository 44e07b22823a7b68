package commune

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/exact"
	"ntm/internal/pattern"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
)

// Amount is a number that a report gives exactly, as a bound ("trên 70"), or as an
// estimate ("ước 44,1"). As the Measure of a figure it is one of the latter two: an exact
// one is a Number. In a document it is a number, the words that people write, or what is
// kept of these: {number: 70, bound: gt, words: "trên 70 triệu đồng"}.
type Amount struct {
	decimal.Decimal
	Bound   typed.Bound // "" of an exact one
	Words   string      // as it was written, "" of what was only said by number and bound
	Percent bool        // it was said with its sign, so that it is no share of 1
	Unread  *Unread     // not nil until Read has read it
}

// Unread is a text that waits for somebody who knows what it is of.
type Unread struct {
	Text string
	Pos  yamldoc.Pos
}

// text is what the amount still says in words, nil for none.
func (a *Amount) text() *Unread {
	if a == nil {
		return nil
	}
	return a.Unread
}

func (Amount) isMeasure() {}

// Exact is an amount that is its number.
func Exact(n decimal.Decimal) Amount { return Amount{Decimal: n} }

// IsExact tells whether the amount is its number.
func (a Amount) IsExact() bool { return a.Bound == "" }

// Plus is the sum of two amounts. Of a floor and a ceiling only an estimate is left.
func (a Amount) Plus(b Amount) Amount {
	return Amount{Decimal: exact.Add(a.Decimal, b.Decimal), Bound: a.Bound.With(b.Bound)}
}

// Sum is the amounts together. The words of one alone are kept.
func Sum(amounts ...Amount) (sum Amount) {
	for i, a := range amounts {
		if i == 0 {
			sum = a
			continue
		}
		sum = sum.Plus(a)
	}
	return sum
}

// Times is the amount taken so many times. n is no less than 0.
func (a Amount) Times(n decimal.Decimal) Amount {
	return Amount{Decimal: a.Mul(n), Bound: a.Bound}
}

// Excludes tells whether no number is within both amounts. An estimate excludes nothing.
func (a Amount) Excludes(b Amount) bool {
	if a.Bound == typed.About || b.Bound == typed.About {
		return false
	}
	return a.below(b) || b.below(a)
}

// below tells whether every number within a is less than every one within b.
func (a Amount) below(b Amount) bool {
	if a.Bound.IsFloor() || b.Bound.IsCeiling() {
		return false
	}
	c := a.Cmp(b.Decimal)
	return c < 0 || c == 0 && (a.Bound.IsOpen() || b.Bound.IsOpen())
}

// Said is the amount as its report has it, else by its bound and the number as shown.
func (a Amount) Said(shown string) string {
	if a.Words != "" {
		return a.Words
	}
	return a.Bound.Of(shown)
}

// AmountOf is the number that a measure gives, false of two counts and of an answer.
func AmountOf(m Measure) (Amount, bool) {
	switch m := m.(type) {
	case Number:
		return Amount{Decimal: m.Decimal, Percent: m.Percent}, true
	case Amount:
		return m, true
	}
	return Amount{}, false
}

// Measure is the amount as the measure of a figure.
func (a Amount) Measure() Measure {
	if a.Bound == "" && a.Unread == nil {
		return Number{Decimal: a.Decimal, Percent: a.Percent}
	}
	return a
}

// amountDoc is an amount as a document keeps it.
type amountDoc struct {
	Number  *decimal.Decimal `yaml:"number"`
	Bound   typed.Bound      `yaml:"bound"`
	Words   string           `yaml:"words"`
	Percent bool             `yaml:"percent"`
}

// bare is a text that is no words: a document has its numbers with a point, and takes no
// other sign for one.
var bare = pattern.New(`^[-+\d.,' ]*$`)

// DecodeNode reads an amount. Words are left for Read, which knows what they are of.
func (a *Amount) DecodeNode(n yamldoc.Node) {
	*a = Amount{}
	if n.IsMapping() {
		a.kept(n)
		return
	}
	text, single := n.Text()
	if !single || bare.MatchString(text) {
		n.Decode(&a.Decimal)
		return
	}
	a.Unread = &Unread{text, n.Pos()}
}

func (a *Amount) kept(n yamldoc.Node) {
	var d amountDoc
	n.Decode(&d)
	switch {
	case d.Number == nil:
		n.Fail("ở đây cần một số, hoặc number và bound", "ghi thẳng con số, hoặc cả chữ: \"trên 70\"")
	case d.Bound != "" && !slices.Contains(typed.Bounds, d.Bound):
		n.Fail(fmt.Sprintf("đọc thấy bound %q", d.Bound), "ghi một trong: "+
			vi.List(", ", typed.Bounds, func(b typed.Bound) string { return string(b) }))
	default:
		*a = Amount{Decimal: *d.Number, Bound: d.Bound, Words: d.Words, Percent: d.Percent}
	}
}

// EncodeNode is the amount as DecodeNode reads it.
func (a Amount) EncodeNode() any {
	switch {
	case a.Unread != nil:
		return a.Unread.Text
	case a.Bound == "" && !a.Percent:
		return a.Decimal
	}
	return amountDoc{&a.Decimal, a.Bound, a.Words, a.Percent}
}

// AmountGiven is what a typed text says as an amount.
func AmountGiven(g typed.Given) Amount {
	return Amount{Decimal: g.Value, Bound: g.Bound, Words: g.Words, Percent: g.Percent}
}

// MeasureGiven is what a typed text says of a figure.
func MeasureGiven(g typed.Given) Measure {
	if g.Counts != nil {
		return Rate(*g.Counts)
	}
	a := AmountGiven(g)
	a.Percent = a.Percent && MayBeShare(a.Decimal)
	return a.Measure()
}

// MeaningOf is what a number of a figure stands for.
func MeaningOf(f *criteria.Figure) typed.Meaning {
	return typed.Meaning{Unit: string(f.Unit), Plausible: (*typed.Range)(f.Plausible), CountedIn: f.CountedIn,
		Name: f.Name, Numerator: f.Numerator, Denominator: f.Denominator, Formula: f.Formula,
		Also: f.Also, Wider: f.Wider}
}

// grade is the step of a grade's name, false where it is none.
func grade(text string) (int, bool) {
	i := slices.IndexFunc(criteria.Grades, func(grade string) bool { return vi.Fold(grade) == vi.Fold(text) })
	return i, i >= 0
}

// noGrade is what is said of a text that names none.
func noGrade(text string) (message, hint string) {
	return fmt.Sprintf("đọc thấy %q, ở đây cần một số hoặc một xếp loại", text),
		"xếp loại là một trong: " + strings.Join(criteria.Grades, ", ")
}
