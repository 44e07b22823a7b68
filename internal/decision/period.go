package decision

import (
	"strings"

	"ntm/internal/threshold"
)

// untilYears are the years of columns that stand side by side for what must be reached until one
// year and until a later one: each is of the years since the one before. One alone says nothing.
func (l *layout) untilYears() map[int][]int {
	const span = 5 // years of a standard, which begins in the one after 2020, 2025…
	out := map[int][]int{}
	for column, path := range l.paths {
		if len(path) == 0 || l.roles[column] != value {
			continue
		}
		year := threshold.UntilYear(path[len(path)-1])
		if year == 0 {
			continue
		}
		above, before, many := strings.Join(path[:len(path)-1], " / "), 0, false
		for other, of := range l.paths {
			if len(of) != len(path) || other == column || l.roles[other] != value ||
				strings.Join(of[:len(of)-1], " / ") != above {
				continue
			}
			switch at := threshold.UntilYear(of[len(of)-1]); {
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
		if years := threshold.Years(text); years != nil {
			out = years
		}
	}
	return out
}
