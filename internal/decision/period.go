package decision

import (
	"strconv"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// period is a heading of several years and nothing else: "Giai đoạn 2026 - 2027".
var period = pattern.New(`(?i)^(?:(?:mức đạt|áp dụng|chỉ tiêu|mức)\s+)?(?:cho |trong )?(?:các năm|năm|giai đoạn|` +
	`từ năm)?\s*(20\d\d)\s*(?:[-–,]|và|đến(?: năm)?)\s*(?:năm\s*)?(20\d\d)$`)

// yearsOf are the years of a heading that names several, nil where it names none. Those of
// a whole standard, five, part nothing.
func yearsOf(heading string) []int {
	m := period.FindStringSubmatch(vi.NFC(oneLine(heading)))
	if m == nil {
		return nil
	}
	from, errFrom := strconv.Atoi(m[1])
	to, errTo := strconv.Atoi(m[2])
	const whole = 4
	if errFrom != nil || errTo != nil || to <= from || to-from >= whole {
		return nil
	}
	var out []int
	for y := from; y <= to; y++ {
		out = append(out, y)
	}
	return out
}

// periodOf are the years of the lowest heading that names several.
func periodOf(path []string) []int {
	var out []int
	for _, text := range path {
		if years := yearsOf(text); years != nil {
			out = years
		}
	}
	return out
}
