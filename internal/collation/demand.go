package collation

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/matching"
	"ntm/internal/threshold"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Demand is a threshold as an official writes it: how a figure is judged, and the number.
type Demand struct {
	Op     criteria.Op // "" for none
	number decimal.Decimal
	grade  string // the number's name, of a grade
}

func (d Demand) compares() bool { return d.Op.Sign() != "" }

// Value is the threshold itself.
func (d Demand) Value() string {
	switch {
	case d.Op == criteria.DeclaredMet:
		return "Đạt"
	case d.Op == criteria.NotAsked:
		return NotApplied
	case !d.compares():
		return ""
	case d.grade != "":
		return d.grade
	}
	return strings.ReplaceAll(plainText(d.number), ".", ",")
}

// Way is how it is judged, in a word.
func (d Demand) Way() string { return Way(d.Op) }

// judged is what a threshold of a decision is held against.
type judged struct {
	figure *criteria.Figure
	name   string      // the indicator's words
	op     criteria.Op // that a number without a comparison has: as it stands, or as its neighbours
	text   string      // the words that stand in the program
}

// demand turns what was read into a threshold of the figure, or says why it cannot.
func (j judged) demand(r *threshold.Reading) (Demand, string) {
	isDeclared := j.figure.Unit == criteria.Declared
	switch r.Kind {
	case threshold.Value:
		if isDeclared {
			return j.counted(r)
		}
		return j.number(r)
	case threshold.Grade:
		return j.graded(r)
	case threshold.Word:
		return j.word(r)
	case threshold.Province:
		return Demand{Op: criteria.ProvinceSets}, ""
	case threshold.Ministry:
		switch {
		case !isDeclared:
			return Demand{}, ruledBy(r)
		case j.isRuledBy(r.Word):
			return Demand{Op: criteria.DeclaredMet}, ""
		}
		return Demand{Op: criteria.DeclaredMet}, ruledBy(r) // met or not, by a rule that a person reads first
	case threshold.NotApplied:
		return Demand{Op: criteria.NotAsked}, ""
	case threshold.None:
		return Demand{}, "ô này không có mức"
	case threshold.ByCase, threshold.OneOf:
		return Demand{}, severalIn(r)
	case threshold.ByYear:
		return Demand{}, "mức chia theo năm, không có năm này"
	}
	return Demand{}, r.Why
}

// severalIn says that a cell asks one of several things.
func severalIn(r *threshold.Reading) string {
	if r.Kind == threshold.OneOf {
		return fmt.Sprintf("một trong các mức là đủ (%s), chương trình chỉ xét một: ghi ở bộ quy định của cơ quan", r)
	}
	return fmt.Sprintf("mức chia theo trường hợp (%s): mỗi trường hợp ghi một dòng, hoặc chọn trường hợp của địa "+
		"phương", r)
}

// ruledBy says that a number is to be looked up in the rule of a ministry.
func ruledBy(r *threshold.Reading) string {
	return "mức theo quy định của " + r.Word + ": đọc ở quy định ấy"
}

// isRuledBy tells whether the indicator is itself whether a ministry's rule is met: what it counts
// would have a number in that rule.
func (j judged) isRuledBy(ministry string) bool {
	if _, counts := matching.UnitByWords(j.name); counts {
		return false
	}
	stands := vi.Fold(j.text + " " + j.figure.Name)
	return strings.Contains(stands, vi.Fold(ministry)) || strings.Contains(vi.Fold(j.text), "theo quy dinh")
}

func (j judged) number(r *threshold.Reading) (Demand, string) {
	out := Demand{number: r.Number}
	if unit, ok := matching.UnitOf(r.Unit); r.Unit != "" && (!ok || unit != j.figure.Unit) && !j.isShort(r.Unit) {
		return Demand{}, fmt.Sprintf("quyết định tính bằng %s, số liệu %q tính bằng %s", r.Unit, j.figure.Name,
			j.figure.Unit)
	}
	why := j.otherThings(r)
	if r.Unit == "" && j.figure.Unit == criteria.Percent {
		why = "ô chỉ có số, không rõ có phải tỷ lệ % không"
	}
	switch out.Op = ops[r.Op]; {
	case out.Op == criteria.Exactly && j.figure.Unit == criteria.Percent && r.Number.Equal(hundred):
		out.Op = criteria.AtLeast // of all of them there is no more
	case out.Op == "":
		var sure bool
		if out.Op, sure = j.bare(r); !sure {
			why = "ô chỉ có số, chiều so sánh do máy đoán theo nội dung"
		}
	}
	if out.Op == criteria.AtLeast && r.Number.IsZero() {
		why = "mức từ 0 trở lên không yêu cầu gì: quyết định có thể muốn nói khác"
	}
	return out, why
}

// ops are the comparisons of decisions as the program judges by them.
var ops = map[threshold.Op]criteria.Op{threshold.AtLeast: criteria.AtLeast, threshold.AtMost: criteria.AtMost,
	threshold.Above: criteria.MoreThan, threshold.Below: criteria.LessThan, threshold.Equal: criteria.Exactly}

var hundred = decimal.NewFromInt(100)

// bare is the comparison of a number that stands without one, and whether it is certain.
func (j judged) bare(r *threshold.Reading) (criteria.Op, bool) {
	switch {
	case j.op.Sign() != "":
		return j.op, true
	case j.figure.Unit == criteria.Percent && r.Number.Equal(hundred), r.Unit == "mức độ", r.Unit == "cấp độ":
		return criteria.AtLeast, true
	case r.Number.IsZero():
		return criteria.AtMost, matching.WantsNone(j.name)
	}
	isLess, sure := matching.Wants(j.name, j.figure.Unit)
	if isLess {
		return criteria.AtMost, sure
	}
	return criteria.AtLeast, sure
}

func (j judged) graded(r *threshold.Reading) (Demand, string) {
	at := gradeOf(r.Word)
	switch {
	case j.figure.Unit == criteria.Declared && at < 0 &&
		strings.Contains(vi.Fold(j.name+" "+j.figure.Name+" "+
			j.text), vi.Fold(r.Word)):
		return Demand{Op: criteria.DeclaredMet}, "" // the figure is whether that step is reached
	case j.figure.Unit != criteria.Grade:
		return Demand{}, fmt.Sprintf("quyết định ghi xếp loại, nhưng số liệu %q tính bằng %s", j.figure.Name,
			j.figure.Unit)
	case at < 0:
		return Demand{}, fmt.Sprintf("chương trình không có xếp loại %q", r.Word)
	}
	return Demand{Op: criteria.AtLeast, number: decimal.NewFromInt(int64(at)), grade: criteria.Grades[at]}, ""
}

func (j judged) word(r *threshold.Reading) (Demand, string) {
	isNo := r.Word == "không"
	switch unit := j.figure.Unit; {
	case unit == criteria.Declared && isNo && vi.Fold(j.text) != "khong" && !matching.WantsNone(j.name):
		return Demand{Op: criteria.DeclaredMet}, "ô ghi Không: Đạt ở đây nghĩa là không có"
	case unit == criteria.Declared:
		return Demand{Op: criteria.DeclaredMet}, ""
	case unit == criteria.Grade && !isNo:
		return Demand{Op: criteria.AtLeast, number: decimal.NewFromInt(1), grade: criteria.Grades[1]}, ""
	case isNo && (j.op == criteria.AtMost || matching.WantsNone(j.name)):
		return Demand{Op: criteria.AtMost}, ""
	case r.Word == "đạt":
		if out, ok := j.askedInName(); ok {
			return out, ""
		}
	}
	return Demand{}, fmt.Sprintf("quyết định chỉ ghi %q, nhưng số liệu %q tính bằng %s", r.Words, j.figure.Name,
		j.figure.Unit)
}

// plainText writes a number as a pack does, with the decimals it was typed with.
func plainText(d decimal.Decimal) string { return d.StringFixed(max(0, -d.Exponent())) }
