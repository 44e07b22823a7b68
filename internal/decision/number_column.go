package decision

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/decision/shape"
	"ntm/internal/document"
	"ntm/internal/vi"
)

// findNumbers makes a column of numbers one, whatever it is called: where "Chỉ tiêu"
// stands over the numbers and the words of the indicators, or over their numbers alone.
func (l *layout) findNumbers() {
	named := func(r label.Role) bool { return r == content || r == criterion || r == eitherWay }
	for column := 1; column < len(l.roles); column++ {
		if named(l.roles[column]) && slices.ContainsFunc(l.roles[column+1:], named) && l.holdsNumbers(column) {
			l.roles[column] = number
		}
	}
	for column := 1; column < len(l.roles)-1; column++ { // under a heading that nobody foresaw
		if l.roles[column] == unknown && l.isNamed(column) && l.holdsNumbers(column) && l.holdsDotted(column) &&
			slices.ContainsFunc(l.roles[column+1:], named) {
			l.roles[column] = number
		}
	}
	l.findCriterion()
	numbers := []int{}
	for column, is := range l.roles {
		if is == number {
			numbers = append(numbers, column)
		}
	}
	if len(numbers) == 2 && l.countsBeside(numbers[0], numbers[1]) { //nolint:mnd // a count and the numbers
		l.roles[numbers[0]] = irrelevant
	}
}

// below are the cells with words of a column that begin below the head, from the top.
func (l *layout) below(column int) iter.Seq[*document.Cell] {
	return func(yield func(*document.Cell) bool) {
		for row := l.bottom + 1; row <= l.Rows; row++ {
			if c := l.At(row, column); c != nil && c.Row == row && c.Text != "" && !yield(c) {
				return
			}
		}
	}
}

// countsBeside tells whether a column counts the rows, 1, 2, 3, beside one of the numbers of
// the indicators.
func (l *layout) countsBeside(count, numbers int) bool {
	n, others := 0, 0
	for row := l.bottom + 1; row <= l.Rows; row++ {
		a, b := l.At(row, count), l.At(row, numbers)
		if a == nil || b == nil || a == b || a.Row != row || b.Row != row || b.Text == "" || isHead(l.Table, row) {
			continue
		}
		no := shape.Integer.First(a.Text)
		if n++; no != strconv.Itoa(n) {
			return false
		}
		if of, _, _ := strings.Cut(strings.Trim(b.Text, " ."), "."); of != no {
			others++
		}
	}
	return others > 0
}

// isCounter tells whether a column of numbers counts the rows, 1, 2, 3, where most have their indicator's number in
// their words, and another than that.
func (l *layout) isCounter() bool {
	no, words := slices.Index(l.roles, number), slices.Index(l.roles, content)
	if no < 1 || words < 1 || !l.holds(no).Counts {
		return false
	}
	if s := l.holds(words); s.Named == 0 || (s.Named+s.Titled)*2 < s.Cells {
		return false
	}
	for row := l.bottom + 1; row <= l.Rows; row++ {
		a, b := l.At(row, no), l.At(row, words)
		if a == nil || b == nil || a.Row != row || a == b {
			continue
		}
		of, _, isNamed := strings.Cut(shape.Named.First(vi.OneLine(b.Text)), ".")
		if isNamed && a.Text != "" && of != strings.Trim(a.Text, " .)") {
			return true
		}
	}
	return false
}

// holdsNumbers tells whether below the head a column holds numbers of indicators, or of
// criteria, and nothing else.
func (l *layout) holdsNumbers(column int) bool {
	n := 0
	for c := range l.below(column) {
		if c.Columns > 1 {
			continue
		}
		if isHead(l.Table, c.Row) {
			break // of another table in the same sheet
		}
		for text := range strings.SplitSeq(c.Text, "\n") {
			if text = strings.TrimSpace(text); !shape.Dotted.MatchString(text) && !shape.Integer.MatchString(text) {
				return false
			}
		}
		n++
	}
	return n > 0
}

// findCriterion makes the first of two columns of contents the criteria's, where the numbers of the indicators stand
// in the other: "Tên chỉ tiêu" over "Giáo dục", "Nội dung" over "14.1. Phổ cập…".
func (l *layout) findCriterion() {
	first := slices.Index(l.roles, content)
	if first < 0 || l.has(criterion) && l.roles[max(first-1, 0)] != number {
		return
	}
	second := first + 1 + slices.Index(l.roles[first+1:], content)
	if second == first || !l.holdsNames(second) || l.holdsNames(first) {
		return
	}
	l.roles[first] = criterion
}

// holdsNames tells whether the column holds indicators by number and name.
func (l *layout) holdsNames(column int) bool {
	for c := range l.below(column) {
		if shape.Named.MatchString(vi.OneLine(c.Text)) {
			return true
		}
	}
	return false
}

// holdsDotted tells whether a column holds numbers of indicators, "1.2", in most of its rows.
func (l *layout) holdsDotted(column int) bool {
	with, without := 0, 0
	for c := range l.below(column) {
		if shape.Dotted.MatchString(c.Text) {
			with++
		} else {
			without++
		}
	}
	return with > without
}

// isCountOf tells whether a cell in a head is such a number, the heading right above it
// over several columns.
func isCountOf(t *document.Table, top int, c *document.Cell) bool {
	for row := c.Row - 1; row >= top; row-- {
		if above := t.At(row, c.Column); above != nil && above.Columns > 1 {
			kind, _ := label.CountedBelow(above.Text, c.Text)
			return kind != Unclear
		}
	}
	return false
}
