package collation

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/matching"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// settleMet takes a cell of an indicator that the program does not have and that says both that it is met and a number,
// "Đạt (100%)", as the indicator's words ask: a number of what they count, else met or not. That is for a person to
// look at: the decision may mean the number.
func (r *Collation) settleMet(n *Line, one *item) {
	is, isApart := one.reading.MetBeside()
	words := strings.TrimSpace(n.Name + " " + n.Part)
	if !is || r.asksNumber(words, one.reading.Unit, isApart) {
		return
	}
	number := one.reading
	number.Remark, number.Parts = "", nil
	one.reading = threshold.Read("Đạt")
	one.reading.Words = number.Words
	one.doubts = append(one.doubts, fmt.Sprintf("ô ghi cả Đạt và %s, nội dung chỉ tiêu không nói đến tỷ lệ hay số "+
		"lượng: máy để là xét Đạt; nếu quyết định xét theo số thì sửa thành %s, chọn số liệu và đơn vị đo",
		number, number))
}

// asksNumber tells whether an indicator's words ask for a number in a unit: a rate, things that they name, or a figure
// that is called so. Beside a word that stands apart, they must say it outright.
func (r *Collation) asksNumber(words, unit string, outright bool) bool {
	of, known := matching.UnitOf(unit)
	if spoken, is := matching.UnitByWords(words); is && (unit == "" || spoken == of) {
		return true
	}
	if known {
		if f, ok := r.figures.Called(words, of); ok && f.Unit != criteria.Declared {
			return true
		}
	}
	folded := " " + vi.Fold(words) + " "
	if of == criteria.Percent {
		return strings.Contains(folded, "ty le ") || strings.Contains(folded, "ti le ") ||
			!outright && matching.CountsThings(words)
	}
	return unit != "" && strings.Contains(folded, " "+vi.Fold(unit)+" ")
}
