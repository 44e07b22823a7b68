package shape

import (
	"strings"

	"ntm/internal/document"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// TableIn reads a small table in a cell of thresholds, a name over each threshold or
// before it, "2022 | 2023" over "54 | 57", as the list that it stands for; false where it is
// anything else. What names one of several is told by the caller.
func TableIn(c *document.Cell, isName func(string) bool) (string, bool) {
	if len(c.Tables) != 1 || strings.Trim(c.Text, document.Unreadable+" \n") != "" {
		return "", false
	}
	t := c.Tables[0]
	lines := make([][]string, 0, t.Rows)
	for row := 1; row <= t.Rows; row++ {
		var line []string
		for column := 1; column <= t.Columns; column++ {
			one := t.At(row, column)
			if one == nil || one.Rows > 1 || one.Columns > 1 || len(one.Odd) > 0 || len(one.Tables) > 0 ||
				len(one.Changed) > 0 {
				return "", false
			}
			line = append(line, vi.OneLine(one.Text))
		}
		lines = append(lines, line)
	}
	if text, ok := listOf(lines, isName); ok {
		return text, true
	}
	turned := make([][]string, t.Columns)
	for _, line := range lines {
		for i, text := range line {
			turned[i] = append(turned[i], text)
		}
	}
	return listOf(turned, isName)
}

// listOf is the names in the first of two lines with the thresholds below them, behind a
// cell that may say what both are: "Năm", "Triệu đồng/người".
func listOf(lines [][]string, isName func(string) bool) (string, bool) {
	if len(lines) != 2 || len(lines[0]) < 2 { //nolint:mnd // names and thresholds
		return "", false
	}
	names, values := lines[0], lines[1]
	unit := ""
	if !isName(names[0]) {
		unit, _ = threshold.Unit(values[0])
		if unit == "" && threshold.Read(values[0]).Kind == threshold.Value {
			return "", false // a threshold of nothing
		}
		names, values = names[1:], values[1:]
	}
	var out []string
	for i, name := range names {
		if !isName(name) || threshold.Read(values[i]).Kind == threshold.Unread || values[i] == "" {
			return "", false
		}
		if year, is := threshold.Year(name); is && !strings.ContainsAny(name, "nN") && year > 0 {
			name = "Năm " + name
		}
		value := values[i]
		if r := threshold.Read(value); unit != "" && r.Kind == threshold.Value && r.Unit == "" {
			value += " " + unit
		}
		out = append(out, strings.Trim(name, " :")+": "+value)
	}
	return strings.Join(out, ";\n"), len(out) > 0
}
