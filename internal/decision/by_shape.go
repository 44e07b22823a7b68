package decision

import (
	"slices"

	"ntm/internal/decision/label"
	"ntm/internal/decision/shape"
	"ntm/internal/document"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// Headings are words, and every office has its own. What a column holds says as much: the numbers of the lines, the
// words of criteria and indicators, what is asked.

// holds is the shape of a column below the head.
func (l *layout) holds(column int) *shape.Column {
	if l.shapes == nil {
		l.shapes = map[int]*shape.Column{}
	}
	if l.shapes[column] == nil {
		from := l.bottom + 1
		if isNumbering(l.Table, from) {
			from++
		}
		s := shape.Of(l.Table, column, from)
		l.shapes[column] = &s
	}
	return l.shapes[column]
}

// isHeadByShape tells whether a row heads columns that hold numbers, words and thresholds, though its own words were
// not foreseen.
func isHeadByShape(t *document.Table, row int) bool {
	const longest, fewest = 90, 3
	cells, known := 0, false
	for c := range cellsIn(t, row) {
		text := vi.OneLine(c.Text)
		kind, _, _ := label.Of(text)
		if len([]rune(text)) > longest || shape.Named.MatchString(text) ||
			listsPlaces.MatchString(label.Fold(text)) ||
			kind == Unclear && threshold.Read(text).Kind == threshold.Value {
			return false
		}
		if text != "" {
			cells++
			known = known || label.RoleOf(text) != unknown || kind != Unclear
		}
	}
	if cells < 2 || !known || isNumbering(t, row) { //nolint:mnd // one is a title
		return false
	}
	numbers, words, asked := 0, 0, 0
	for column := 1; column <= t.Columns; column++ {
		s := shape.Of(t, column, headBottom(t, row)+1)
		numbers += s.Dotted + s.Named
		if s.IsNumbers() {
			numbers += s.Integers
		}
		if s.IsAsked() {
			asked++
		} else if s.IsWords() {
			words++
		}
	}
	return numbers >= fewest && words > 0 && asked > 0
}

// settleByShape gives the columns whose headings nobody foresaw, or which mean one thing in one decision and another
// in the next, the role of what they hold.
func (l *layout) settleByShape() {
	asked := l.firstAsked()
	if asked == 0 {
		return
	}
	words := l.wordsBefore(asked)
	if len(words) == 0 {
		return
	}
	for column := 1; column < words[len(words)-1]; column++ {
		s := l.holds(column)
		if is := l.roles[column]; s.IsNumbers() && (is == unknown || is == value || is == sign || is == unit) {
			l.roles[column] = number
		}
	}
	l.settleWords(words)
	if l.has(value) || l.has(eitherWay) {
		return
	}
	for column := asked; column <= l.Columns; column++ {
		if l.roles[column] == unknown && l.holds(column).IsAsked() {
			l.roles[column], l.byShape = value, true
		}
	}
}

// firstAsked is the first column that asks something of communes, 0 where none does.
func (l *layout) firstAsked() int {
	for column := 1; column <= l.Columns; column++ {
		switch l.roles[column] {
		case number, irrelevant, unit, sign, ofSet, whom:
			continue
		}
		if l.holds(column).IsAsked() {
			if is := l.roles[column]; is == content || is == criterion || is == eitherWay {
				l.roles[column] = value
			}
			return column
		}
	}
	return 0
}

// wordsBefore are the columns of words before the first that asks.
func (l *layout) wordsBefore(asked int) []int {
	var out []int
	for column := 1; column < asked; column++ {
		switch l.roles[column] {
		case unknown, criterion, content, grouping, eitherWay, value:
			if l.holds(column).IsWords() || l.roles[column] == content {
				out = append(out, column)
			}
		}
	}
	return out
}

// settleWords tells the column of the indicators from that of the criteria.
func (l *layout) settleWords(words []int) {
	numbered := func(column int) bool { s := l.holds(column); return s.Named > 1 && s.Named*2 > s.Cells }
	named := slices.IndexFunc(words, numbered)
	at := slices.IndexFunc(words, func(column int) bool { return l.roles[column] == content })
	switch {
	case at < 0 && l.has(content):
		return // it stands behind the thresholds
	case named >= 0 && (at < 0 || !numbered(words[at])):
		at = named
	case at < 0:
		at = len(words) - 1
	}
	for i, column := range words {
		is := l.roles[column]
		switch {
		case i == at:
			l.roles[column] = content
		case i == at-1 && is != criterion && !l.has(criterion) &&
			l.holds(column).Cells < l.holds(words[at]).Cells:
			l.roles[column] = criterion
		case is == value:
			l.roles[column] = unknown
		}
	}
}
