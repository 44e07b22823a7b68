package decision

import (
	"strings"

	"ntm/internal/decision/shape"
	"ntm/internal/document"
	"ntm/internal/threshold"
)

// several is a row of a table that lists several indicators: their words are the lines of
// one cell, and what is asked of them the lines of another.
type several struct {
	many, at int
	lines    map[*document.Cell][]string
	values   map[*document.Cell]bool // the cells that ask something
}

// text is what a cell says of the indicator that is being read, and whether it is
// certain that it says it of this one. Of a row of one indicator it is all of it.
func (l *several) text(c *document.Cell) (string, bool) {
	whole := strings.TrimSpace(c.Text)
	if l == nil {
		return whole, true
	}
	if lines := l.lines[c]; lines != nil {
		return lines[l.at], true
	}
	return whole, !l.values[c]
}

// listIn tells whether a row lists several indicators, each with its number: "2.1. Tỷ lệ…",
// "2.2. Tỷ lệ…". nil where it does not.
func (r *reader) listIn(row int) *several {
	l := &several{lines: map[*document.Cell][]string{}, values: map[*document.Cell]bool{}}
	var values []*document.Cell
	for column := 1; column < len(r.layout.roles) && column <= r.layout.Columns; column++ {
		c := r.layout.At(row, column)
		if c == nil || c.Row != row {
			continue
		}
		switch r.layout.roles[column] {
		case number, content:
			lines := numberedLines(c.Text, r.layout.roles[column] == number)
			if len(lines) > 1 && (l.many == 0 || l.many == len(lines)) {
				l.many, l.lines[c] = len(lines), lines
			}
		case value:
			values = append(values, c)
		}
	}
	if l.many == 0 {
		return nil
	}
	for column := 1; column < len(r.layout.roles); column++ { // the words beside a list of numbers
		c := r.layout.At(row, column)
		if c == nil || l.lines[c] != nil || r.layout.roles[column] != content {
			continue
		}
		if lines := strings.Split(c.Text, "\n"); len(lines) == l.many {
			l.lines[c] = lines
		}
	}
	for _, c := range values {
		l.values[c] = true
		if lines := strings.Split(c.Text, "\n"); len(lines) == l.many && areThresholds(lines) {
			l.lines[c] = lines
		}
	}
	return l
}

// numberedLines are the lines of a cell, each that begins with a number of its own with
// those below it that do not; nil where the first does not.
func numberedLines(text string, alone bool) []string {
	var out []string
	last := ""
	for line := range strings.SplitSeq(text, "\n") {
		no := shape.Named.First(line)
		if no == "" && alone {
			no = shape.Dotted.First(line)
		}
		switch {
		case no != "" && sameCriterion(no, last):
			out, last = append(out, line), no
		case len(out) == 0 || no != "":
			return nil
		default:
			out[len(out)-1] += "\n" + line
		}
	}
	return out
}

// sameCriterion tells whether a number may stand below another in a list of indicators.
func sameCriterion(no, above string) bool {
	a, _, isIndicator := strings.Cut(no, ".")
	b, _, _ := strings.Cut(above, ".")
	return isIndicator && no != above && (above == "" || a == b)
}

// areThresholds tells whether each of the lines is a threshold by itself.
func areThresholds(lines []string) bool {
	for _, line := range lines {
		if kind := threshold.Read(line).Kind; kind == threshold.Unread || kind == threshold.None {
			return false
		}
	}
	return true
}
