// Package threshold reads what a decision writes in a cell of its table of criteria:
// "≥ 80%", "từ 80 % trở lên", "Đạt", "Cấp độ 1", "UBND cấp tỉnh quy định cụ thể".
//
// The grammar is closed and stands in grammar.go as data. A cell is read whole or not at
// all: where one word of it is left over, it is Unread, and its words are kept for a
// person. A number is never taken out of words that say another thing.
package threshold

import (
	"slices"
	"strconv"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Kind is what a cell says.
type Kind string

// The kinds of a reading.
const (
	Value      Kind = "value"       // a number, with or without a comparison
	Grade      Kind = "grade"       // a grade: "Loại khá trở lên"
	Word       Kind = "word"        // Đạt, Có or Không
	Province   Kind = "province"    // "UBND cấp tỉnh quy định cụ thể"
	Ministry   Kind = "ministry"    // "theo quy định của Bộ Y tế"
	None       Kind = "none"        // an empty cell, a dash
	NotApplied Kind = "not_applied" // "không áp dụng"
	ByYear     Kind = "by_year"     // a value for each of several years
	ByCase     Kind = "by_case"     // a value for each of several cases: by the number of schools
	OneOf      Kind = "one_of"      // one of several values is enough: "≥ 2 mô hình hoặc ≥ 1 sản phẩm"
	Unread     Kind = "unread"      // for a person to read
)

// Op is how a figure is compared. A cell may name a number alone: then it is Bare, and
// the indicator's own words say which way it counts.
type Op string

// The comparisons.
const (
	Bare    Op = ""
	AtLeast Op = "ge"
	Above   Op = "gt"
	AtMost  Op = "le"
	Below   Op = "lt"
	Equal   Op = "eq"
)

// IsLeast tells whether a figure must be so much or more, IsMost whether it must be so much or less.
func (op Op) IsLeast() bool { return op == AtLeast || op == Above }

// IsMost is told beside IsLeast.
func (op Op) IsMost() bool { return op == AtMost || op == Below }

// sign is the comparison as a decision prints it.
var sign = map[Op]string{AtLeast: "≥ ", Above: "> ", AtMost: "≤ ", Below: "< ", Equal: "= "}

// Reading is what a cell, or a part of it, was read as.
type Reading struct {
	Kind   Kind
	Words  string          // what stands in the cell
	Op     Op              // of a Value or a Grade
	Number decimal.Decimal // of a Value, exact, with the decimals it was written with
	Unit   string          // of a Value: "%", "mô hình", "cấp độ"; "" when the cell has none
	Word   string          // the word, the grade, the ministry
	Of     string          // of what: "từ hệ thống cấp nước tập trung"
	Year   int             // of a part of ByYear
	When   string          // of a part of ByCase: the case in the cell's words
	Count  *Reading        // of a part of ByCase by a number: that number
	UpTo   *Reading        // of a Count from one number to another: the other
	Parts  []Reading       // of ByYear, ByCase and OneOf; of a Value, what is "trong đó"
	Mark   string          // the mark of a note typed behind the value: "(1)", "*"
	Remark string          // words in brackets behind a Value or a Word: "nhựa hóa, bê tông hóa"
	IsFrom bool            // of a Value: "từ 85%" alone, which nothing says the end of
	Why    string          // of Unread: why, in a sentence for the person
}

// String shows how the cell was understood, in the words of a decision.
func (r Reading) String() string {
	out := ""
	switch r.Kind {
	case Value:
		out = r.value()
	case Grade:
		out = "loại " + r.Word
		if r.Op == AtLeast {
			out += " trở lên"
		}
	case Word:
		out = r.Word
	case Province:
		out = "UBND cấp tỉnh quy định"
	case Ministry:
		out = "theo quy định: " + r.Word
	case None:
		out = "không có mức"
	case NotApplied:
		out = "không áp dụng"
	case ByYear, ByCase:
		return vi.List("; ", r.Parts, Reading.part)
	case OneOf:
		return vi.List(" hoặc ", r.Parts, Reading.String)
	default:
		return "CẦN ĐỌC LẠI: " + r.Why
	}
	for _, more := range []string{r.Of, r.Remark} {
		if more != "" {
			out += " (" + more + ")"
		}
	}
	for _, p := range r.Parts {
		out += "; trong đó " + p.part()
	}
	return out
}

func (r Reading) value() string {
	number := vi.Number(r.Number)
	switch {
	case r.Unit == "":
		return sign[r.Op] + number
	case slices.Contains(scales, r.Unit):
		return sign[r.Op] + r.Unit + " " + number
	}
	return sign[r.Op] + number + " " + r.Unit
}

// part is a part behind the year or the case that it is for.
func (r Reading) part() string {
	switch {
	case r.Year != 0 && r.When == "":
		return "năm " + strconv.Itoa(r.Year) + ": " + r.String()
	case r.Count != nil:
		count := r.Count.String()
		if r.Count.UpTo != nil {
			count += ", " + r.Count.UpTo.String()
		}
		return r.When + " [" + count + "]: " + r.String()
	}
	return vi.Join(": ", r.When, r.String())
}
