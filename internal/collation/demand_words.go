package collation

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/matching"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// counted turns a count into what is declared: "≥ 01 mô hình" of a figure that says whether
// there is a model. Of more than one, what met means is for a person to look at.
func (j judged) counted(r *threshold.Reading) (Demand, string) {
	out := Demand{Op: criteria.DeclaredMet}
	about := " " + vi.Fold(j.figure.Name+" "+j.name) + " "
	isOf := r.Unit != "" && r.Unit != "%" && strings.Contains(about, " "+vi.Fold(r.Unit)+" ")
	if r.Op != threshold.AtLeast && r.Op != threshold.Bare || !r.Number.IsInteger() || !r.Number.IsPositive() || !isOf {
		return Demand{}, fmt.Sprintf("quyết định ghi số, nhưng số liệu %q chỉ xét Đạt hoặc chưa đạt", j.figure.Name)
	}
	if n := r.Number.IntPart(); n > 1 && !strings.Contains(about, fmt.Sprintf(" it nhat %02d ", n)) &&
		!strings.Contains(about, fmt.Sprintf(" it nhat %d ", n)) {
		return out, fmt.Sprintf("quyết định ghi số, số liệu %q chỉ xét Đạt: Đạt ở đây nghĩa là có từ %d %s trở lên",
			j.figure.Name, n, r.Unit)
	}
	return out, j.otherThings(r)
}

// unless are words by which what an indicator's own words ask may not be all.
var unless = pattern.New(`\b(?:rieng|tru|hoac|truong hop|doi voi|chua|khong|so voi)\b`)

// askedInName is the one threshold in an indicator's own words, of which the cell says that it is met:
// "Tỷ lệ diện tích được tưới chủ động đạt từ 80% trở lên".
func (j judged) askedInName() (Demand, bool) {
	all := threshold.InWords(j.name)
	if len(all) != 1 || unless.MatchString(vi.Fold(j.name)) {
		return Demand{}, false
	}
	if unit, ok := matching.UnitOf(all[0].Unit); !ok || unit != j.figure.Unit {
		return Demand{}, false
	}
	return Demand{Op: ops[all[0].Op], number: all[0].Number}, true
}

// isShort tells whether a unit is the figure's without what it is counted by, which the
// indicator's own words say: "lít" of "lít/người/ngày đêm", or "mô hình" of thôn where they
// count mô hình thôn.
func (j judged) isShort(unit string) bool {
	about := j.name + " " + j.figure.Name
	if matching.Fits(criteria.Unit(unit), j.figure.Unit, about) {
		return true
	}
	about = vi.Fold(about)
	return unit == "mô hình" && strings.Contains(about, "mo hinh "+vi.Fold(string(j.figure.Unit)))
}

// isGrade tells whether a word is a grade of the program's own ladder.
func isGrade(word string) bool { return gradeOf(word) >= 0 }

// gradeOf is the place of a word on that ladder, -1 where it is none of its.
func gradeOf(word string) int {
	return slices.IndexFunc(criteria.Grades, func(g string) bool { return vi.Fold(g) == vi.Fold(word) })
}

// otherThings tells of things that must be such of which neither the indicator nor the
// figure speaks, "sản phẩm 4 sao": the figure counts others too.
func (j judged) otherThings(r *threshold.Reading) string {
	if r.Of == "" || r.Unit == "%" || saysOf(j.figure.Name+" "+j.name, r.Of) && !rank.MatchString(vi.Fold(r.Of)) ||
		saysOf(j.figure.Name, r.Of) || lowest.MatchString(vi.Fold(r.Of)) &&
		strings.Contains(vi.Fold(j.figure.Name), "xep hang dat chuan") {
		return ""
	}
	return fmt.Sprintf("quyết định đếm %s %s, số liệu %q không nói thế", r.Unit, r.Of, j.figure.Name)
}

// lowest is the lowest rank of a product of OCOP that is recognised at all, folded: every one that is
// ranked has it.
var lowest = pattern.New(`^(?:(?:dat|tu|xep|hang|duoc) )*3 sao(?: (?:tro len|ocop|ocop tro len))?$`)

// rank is a number of stars.
var rank = pattern.New(`\d+ sao`)

// saysOf tells whether words say what is asked of things that are counted: all that tells
// it apart, whatever stands around it.
func saysOf(words, of string) bool {
	about, asked := " "+vi.Fold(words)+" ", vi.Fold(of)
	if stars := rank.FindString(asked); stars != "" {
		asked = stars
	}
	for _, filler := range []string{"hoat dong ", "co ", "dat "} {
		asked = strings.TrimPrefix(asked, filler)
	}
	return strings.Contains(about, " "+asked+" ")
}

// thingsOf is what is counted, where the indicator's own words do not say it: products of so
// many stars, schools of a standard, or one of several things.
func (n *Line) thingsOf(mine []asked) string {
	out, of, seen := "", "", false
	for _, a := range mine {
		if a.reading.Kind != threshold.Value {
			continue
		}
		things := ""
		if a.reading.Unit != "%" {
			things = vi.OneLine(a.reading.Of)
			of = things
		}
		if strings.HasPrefix(n.Case, EitherWay) || things != "" {
			things = strings.TrimSpace(a.reading.Unit + " " + things)
		}
		if seen && vi.Fold(things) != vi.Fold(out) {
			n.doubt("các cột đếm thứ khác nhau: " + out + ", " + things)
		}
		out, seen = things, true
	}
	if of != "" && !strings.HasPrefix(n.Case, EitherWay) && saysOf(n.Name+" "+n.Part, of) {
		return ""
	}
	return out
}

// stepOf is the step that is to be reached, where it is of a ladder that the program does
// not have: "Hoàn thành tốt nhiệm vụ trở lên". What is declared is that it is reached.
func (n *Line) stepOf(mine []asked) string {
	out, step := "", ""
	for _, a := range mine {
		if a.reading.Kind != threshold.Grade || isGrade(a.reading.Word) {
			continue
		}
		if step != "" && step != a.reading.Word {
			n.doubt("các cột ghi mức khác nhau: đặt mỗi mức một số liệu")
		}
		if words := vi.Lower(vi.OneLine(a.reading.Words)); len(words) > len(out) {
			out = words // one step is written in several ways, the longest says "trở lên"
		}
		step = a.reading.Word
	}
	return out
}
