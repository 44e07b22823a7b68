package decision

import (
	"strconv"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// period is a heading of several years and nothing else: "Giai đoạn 2026 - 2027".
var period = pattern.New(`(?i)^(?:(?:mức đạt|áp dụng|chỉ tiêu|mức)\s+)?(?:cho |trong )?(?:các năm|năm|giai đoạn|` +
	`từ năm)?\s*(20\d\d)\s*(?:[-–,]|và|đến(?: năm)?)\s*(?:năm\s*)?(20\d\d)$`)

// yearsOf are the years of a heading that names several, nil where it names none. Those of
// a whole standard, five, part nothing.
func yearsOf(heading string) []int {
	m := period.FindStringSubmatch(vi.NFC(vi.OneLine(heading)))
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

// until is a heading of what must be reached until the end of a year, folded.
var until = pattern.New(`^(?:(?:muc dat|muc|chi tieu|yeu cau) )?(?:tinh )?(?:den|toi) (?:het |cuoi )?(?:nam )?` +
	`(20\d\d)$`)

func untilYear(heading string) int {
	m := until.FindStringSubmatch(foldHeading(heading))
	if m == nil {
		return 0
	}
	year, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	return year
}

// untilYears are the years of columns that stand side by side for what must be reached until one
// year and until a later one: each is of the years since the one before. One alone says nothing.
func (l *layout) untilYears(paths [][]string) map[int][]int {
	const span = 5 // years of a standard, which begins in the one after 2020, 2025…
	out := map[int][]int{}
	for column, path := range paths {
		if len(path) == 0 || l.roles[column] != value {
			continue
		}
		year := untilYear(path[len(path)-1])
		if year == 0 {
			continue
		}
		above, before, many := strings.Join(path[:len(path)-1], " / "), 0, false
		for other, of := range paths {
			if len(of) != len(path) || other == column || l.roles[other] != value ||
				strings.Join(of[:len(of)-1], " / ") != above {
				continue
			}
			switch at := untilYear(of[len(of)-1]); {
			case at == 0 || at == year:
				return nil // beside a year of another kind it is not clear when it begins
			case at < year:
				before = max(before, at)
			}
			many = true
		}
		if !many {
			continue
		}
		if before == 0 {
			before = (year - 1) / span * span
		}
		for y := before + 1; y <= year; y++ {
			out[column] = append(out[column], y)
		}
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
