package commune

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
)

// Measure is what a figure says, one thing and no other: a Number, an Amount that is none
// exactly, a Rate or an Answer; nil for nothing. In a document it is value, numerator with
// denominator, or met.
type Measure interface{ isMeasure() }

// Number is a reported number, or the name of a grade, which stands for its place in
// criteria.Grades.
type Number struct {
	decimal.Decimal
	Word    string // the grade's name as it was written, "" for a number
	Percent bool   // it was said with its sign, "0,5 %", so that it is no share of 1
}

// Rate is two counts whose quotient is the figure.
type Rate struct{ Numerator, Denominator decimal.Decimal }

// Answer is a declaration: met, or not met.
type Answer bool

// unclear is what a document says of a figure that is no measure. Check refuses it, so
// that no report has one.
type unclear int

const (
	half    unclear = iota // one count of two
	several                // in several ways at once
)

// String is the two counts: "31/2026".
func (r Rate) String() string { return r.Numerator.String() + "/" + r.Denominator.String() }

func (Number) isMeasure()  {}
func (Rate) isMeasure()    {}
func (Answer) isMeasure()  {}
func (unclear) isMeasure() {}

// RateOf is the Rate of two counts, nil of none. One alone is no measure, which Check
// tells.
func RateOf(numerator, denominator *decimal.Decimal) Measure {
	switch {
	case numerator == nil && denominator == nil:
		return nil
	case numerator == nil || denominator == nil:
		return half
	}
	return Rate{*numerator, *denominator}
}

// figureDoc is a Figure as its document has it.
type figureDoc struct {
	Pos         yamldoc.Pos      `yaml:"-"`
	ID          string           `yaml:"id"`
	Value       *value           `yaml:"value"`
	Numerator   *decimal.Decimal `yaml:"numerator"`
	Denominator *decimal.Decimal `yaml:"denominator"`
	Met         *bool            `yaml:"met"`
	Year        int              `yaml:"year"`
	Evidence    []string         `yaml:"evidence"`
	Note        string           `yaml:"note"`
	Count       *decimal.Decimal `yaml:"count"`
	Earlier     []Earlier        `yaml:"earlier"`
}

// DecodeNode reads a figure with the one thing that it says.
func (f *Figure) DecodeNode(n yamldoc.Node) {
	var d figureDoc
	n.Decode(&d)
	*f = Figure{Pos: d.Pos, ID: d.ID, Measure: d.measure(), Year: d.Year, Evidence: d.Evidence, Note: d.Note,
		Count: d.Count, Earlier: d.Earlier}
}

func (d *figureDoc) measure() Measure {
	out := RateOf(d.Numerator, d.Denominator)
	if d.Value != nil && (out != nil || d.Met != nil) || d.Met != nil && out != nil {
		return several
	}
	switch {
	case d.Value != nil:
		return d.Value.Measure
	case d.Met != nil:
		return Answer(*d.Met)
	}
	return out
}

// EncodeNode is the figure as DecodeNode reads it.
func (f Figure) EncodeNode() any {
	d := figureDoc{ID: f.ID, Year: f.Year, Evidence: f.Evidence, Note: f.Note, Count: f.Count, Earlier: f.Earlier}
	switch m := f.Measure.(type) {
	case Number, Amount:
		d.Value = &value{m}
	case Rate:
		d.Numerator, d.Denominator = &m.Numerator, &m.Denominator
	case Answer:
		d.Met = (*bool)(&m)
	}
	return d
}

// DecodeNode reads a number or the name of a grade.
func (v *Number) DecodeNode(n yamldoc.Node) {
	text, ok := n.Text()
	if !ok {
		n.Decode(&v.Decimal) // no number either: told there
		return
	}
	i, isGrade := grade(text)
	switch {
	case isGrade:
		v.Decimal, v.Word = decimal.NewFromInt(int64(i)), text
	case v.typed(text):
	case !strings.ContainsAny(text, "0123456789"):
		n.Fail(noGrade(text))
	default:
		n.Decode(&v.Decimal)
	}
}

// value is what stands behind the key value: a Number, or an Amount.
type value struct{ Measure }

// number is a number as a document has it.
var number = pattern.New(`^-?\d+(?:\.\d+)?$`)

// DecodeNode reads a number, a grade, what is kept of an amount, or words.
func (v *value) DecodeNode(n yamldoc.Node) {
	text, single := n.Text()
	var exact Number
	if _, isGrade := grade(text); single && (isGrade || number.MatchString(text) || exact.typed(text)) {
		n.Decode(&exact)
		v.Measure = exact
		return
	}
	var a Amount
	n.Decode(&a)
	v.Measure = a.Measure()
}

// EncodeNode is the value as DecodeNode reads it.
func (v value) EncodeNode() any { return v.Measure }

// As people type a number into a document: with the sign of a rate, with a comma. Three
// digits behind a comma may be thousands.
var (
	withSign  = pattern.New(`^(\d{1,15}(?:[.,]\d{1,9})?) ?%$`)
	withComma = pattern.New(`^(\d{1,15},(?:\d{1,2}|\d{4,9}))$`)
)

// typed reads a number as people type it, and tells whether it is one.
func (v *Number) typed(text string) bool {
	m := withSign.FindStringSubmatch(text)
	v.Percent = m != nil
	if m == nil {
		if m = withComma.FindStringSubmatch(text); m == nil {
			return false
		}
	}
	v.Decimal = decimal.RequireFromString(strings.Replace(m[1], ",", ".", 1))
	return true
}

// EncodeNode is the number as DecodeNode reads it.
func (v Number) EncodeNode() any {
	switch {
	case v.Word != "":
		return v.Word
	case v.Percent:
		return v.StringFixed(max(0, -v.Exponent())) + " %" // as fine as it was
	}
	return v.Decimal
}
