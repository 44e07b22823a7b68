package threshold

import (
	"strconv"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// What a heading over thresholds says of them: which way they count, and for which years they are.

// signAndUnit is a comparison with the unit of the numbers that it is for, and nothing else:
// "≥ %", "(≤ triệu đồng/người)".
var signAndUnit = pattern.New(`^\s*\(?\s*([≥≤<>]=?|=)\s*([^\d()]*?)\s*\)?\s*$`)

// Sign is the comparison, and the unit where it has one, that words above or beside numbers
// give to all of them; false where they give none.
func Sign(words string) (op Op, unit string, ok bool) {
	m := signAndUnit.FindStringSubmatch(words)
	if m == nil {
		return "", "", false
	}
	if op, ok = Comparison(m[1]); !ok {
		return "", "", false
	}
	if m[2] != "" {
		unit, ok = Unit(m[2])
	}
	return op, unit, ok
}

// within is what stands in brackets.
var within = pattern.New(`\(([^()]*)\)`)

// signBehind is one at the end of a heading: "Mức đạt ≥ %".
var signBehind = pattern.New(`\s([≥≤][^\d()]{0,30})$`)

// SignOfHeading is the comparison that a heading gives, in brackets or behind its words.
func SignOfHeading(heading string) (op Op, unit string) {
	for _, m := range within.FindAllStringSubmatch(heading, -1) {
		if op, unit, ok := Sign(m[1]); ok {
			return op, unit
		}
	}
	if m := signBehind.FindStringSubmatch(heading); m != nil {
		if op, unit, ok := Sign(m[1]); ok {
			return op, unit
		}
	}
	return "", ""
}

// period is a heading of several years and nothing else: "Giai đoạn 2026 - 2027".
var period = pattern.New(`(?i)^(?:(?:mức đạt|áp dụng|chỉ tiêu|mức)\s+)?(?:cho |trong )?(?:các năm|năm|giai đoạn|` +
	`từ năm)?\s*(20\d\d)\s*(?:[-–,]|và|đến(?: năm)?)\s*(?:năm\s*)?(20\d\d)$`)

// stage is a heading that counts the years it names: "Giai đoạn 1 (2021-2023)", "Giai đoạn II: năm 2024 - 2025".
var stage = pattern.New(`(?i)^(?:giai đoạn|đợt|chặng|thời kỳ)\s+(?:\d|i{1,3})\s*(?:[-–:(]\s*)([^()]*?)\)?$`)

// Years are the years of a heading that names several, nil where it names none. Those of
// a whole standard, five, part nothing.
func Years(heading string) []int {
	heading = stage.ReplaceAllString(vi.NFC(vi.OneLine(heading)), "$1")
	m := period.FindStringSubmatch(heading)
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

// bracketsIn is what a heading explains.
var bracketsIn = pattern.New(`\([^)]*\)|\[[^\]]*\]`)

// UntilYear is that year; 0 where a heading names none.
func UntilYear(heading string) int {
	heading = vi.Fold(bracketsIn.ReplaceAllString(heading, " "))
	m := until.FindStringSubmatch(strings.Trim(heading, " :.*;,"))
	if m == nil {
		return 0
	}
	year, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	return year
}
