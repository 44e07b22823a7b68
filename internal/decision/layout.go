package decision

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/decision/shape"
	"ntm/internal/document"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// layout is how a table of criteria is laid out.
type layout struct {
	*document.Table
	top, bottom int          // the rows of its head; both 0 where the table goes on from another
	roles       []label.Role // by column, from 1
	values      []*Column
	isProvinces bool       // it has what the country asks beside what the province does
	paths       [][]string // the headings above each column, from the top
	unread      []Doubt    // headings that were not understood
	shapes      map[int]*shape.Column
	own         []*Column // its values, before a caption says for whom they are
	heads       []string  // the words of its head, row after row
	byShape     bool      // its thresholds were found by what they are, not by a heading
}

// deepest is how many rows from the top a head is looked for, and how many it may have.
const (
	deepest  = 15
	headRows = 4
)

// layoutOf finds the head of a table of criteria, from a row on; nil where there is none.
func layoutOf(t *document.Table, from int) *layout {
	for row := from; row <= min(t.Rows, from+deepest-1); row++ {
		if l := layoutFrom(t, row); l != nil {
			return l
		}
	}
	for row := from; row <= min(t.Rows, from+deepest-1); row++ {
		if isHeadByShape(t, row) {
			return layoutAt(t, row)
		}
	}
	return nil
}

// layoutFrom is the layout by a head that begins in a row, nil where none does.
func layoutFrom(t *document.Table, row int) *layout {
	if !isHead(t, row) {
		return nil
	}
	return layoutAt(t, row)
}

func layoutAt(t *document.Table, row int) *layout {
	l := &layout{Table: t, top: row, bottom: headBottom(t, row), roles: make([]label.Role, t.Columns+1),
		paths: make([][]string, t.Columns+1)}
	if !l.assign() {
		return nil
	}
	return l
}

// again is the layout of a table with the same head as the last one: its columns are what they were there, however few
// rows it has. nil where its head is another.
func (l *layout) again(t *document.Table) *layout {
	if l == nil || l.Columns != t.Columns || l.top == 0 {
		return nil
	}
	one := *l
	one.Table = t
	top, rows := 1, l.bottom-l.top
	for top < min(t.Rows, deepest) && !strings.Contains(strings.TrimSuffix(wordsOf(t, top), "|"), "|") {
		top++ // a title above it
	}
	if !one.repeats(top) || rows > 0 && !one.repeats(top+rows) {
		return nil
	}
	one.top, one.bottom, one.values, one.unread = top, top+rows, l.own, nil
	return &one
}

// listsPlaces is a heading of a table that lists communes or districts: what they have
// reached, and not what they must.
var listsPlaces = pattern.New(`^(?:ten )?(?:xa|huyen|xa, phuong|don vi hanh chinh|huyen, thi xa.*)$`)

// isHead tells whether a row names the columns of a table of criteria.
func isHead(t *document.Table, row int) bool {
	var seen [whom + 1]bool
	kinds := false
	for c := range cellsIn(t, row) {
		if c.Row == row && (shape.Dotted.MatchString(c.Text) || shape.Named.MatchString(c.Text)) {
			return false // an indicator begins here
		}
	}
	for c := range cellsIn(t, row) {
		if len(c.Text) < longestHeading && listsPlaces.MatchString(label.Fold(c.Text)) {
			return false
		}
		seen[label.RoleOf(c.Text)] = true
		kinds = kinds || isOfSome(c.Text)
	}
	if seen[number] && (seen[content] || seen[criterion]) && !kinds {
		kinds = isParted(t, row)
	}
	return (seen[content] || seen[criterion] || seen[eitherWay]) && (seen[value] || seen[eitherWay] || kinds) &&
		(seen[number] || seen[content] && seen[criterion] || seen[criterion] && (seen[eitherWay] || seen[value]) ||
			seen[content] && seen[value] || seen[content] && seen[eitherWay] && isNumberedBelow(t, row))
}

// isNumberedBelow tells whether the row below begins an indicator by its number: "9.1. Nhà tạm…".
func isNumberedBelow(t *document.Table, row int) bool {
	for c := range cellsIn(t, row+1) {
		if shape.Named.MatchString(vi.OneLine(c.Text)) {
			return true
		}
	}
	return false
}

// isOfSome tells whether a heading names communes or years.
func isOfSome(text string) bool {
	kind, _, _ := label.Of(text)
	return kind != Unclear || threshold.UntilYear(text) != 0 || threshold.Years(text) != nil
}

// isParted tells whether the row below parts columns by regions, groups or years.
func isParted(t *document.Table, row int) bool {
	kinds := 0
	for c := range cellsIn(t, row+1) {
		if kind, _, _ := label.Of(c.Text); kind != Unclear && c.Row == row+1 {
			kinds++
		}
	}
	return kinds > 1
}

// headBottom is the last row of a head that begins in a row.
func headBottom(t *document.Table, top int) int {
	bottom := top
	for c := range cellsIn(t, top) {
		if c.Row+c.Rows-1 < top+headRows {
			bottom = max(bottom, c.Row+c.Rows-1)
		}
	}
	for bottom < min(t.Rows, top+headRows-1) && isUnderHead(t, top, bottom+1) {
		bottom++
	}
	return bottom
}

// isUnderHead tells whether a row only parts the columns of the head above it.
func isUnderHead(t *document.Table, top, row int) bool {
	kinds := 0
	for c := range cellsIn(t, row) {
		r := label.RoleOf(c.Text)
		switch {
		case c.Row < row || c.Text == "":
		case c.Columns == t.Columns:
			return false // of the rows below it
		case isOfSome(c.Text), label.LevelNamed(c.Text) != "", isCountOf(t, top, c):
			kinds++
		case row == top+1 && c.Column > 1 && isParted(t, row) && isNoBegin(t.At(row+1, 1), row+1):
			kinds++ // "Phân theo vùng", over their names
		case r == value || r == number || r == criterion || r == content:
			if above := t.At(top, c.Column); above == nil || vi.Fold(above.Text) != vi.Fold(c.Text) && r != value {
				return false
			}
		default:
			return false
		}
	}
	return kinds > 0
}

// isNoBegin tells whether a cell begins no row: it is blank, or began above.
func isNoBegin(c *document.Cell, row int) bool { return c == nil || c.Text == "" || c.Row < row }

// cellsIn gives the cells of a row, each once.
func cellsIn(t *document.Table, row int) func(func(*document.Cell) bool) {
	return func(yield func(*document.Cell) bool) {
		var last *document.Cell
		for column := 1; column <= t.Columns; column++ {
			if c := t.At(row, column); c != nil && c != last {
				last = c
				if !yield(c) {
					return
				}
			}
		}
	}
}

// assign gives each column its role; false where that makes no table of criteria.
func (l *layout) assign() bool {
	for row := l.top; row <= l.bottom; row++ {
		l.heads = append(l.heads, wordsOf(l.Table, row))
	}
	for column := 1; column <= l.Columns; column++ {
		l.paths[column] = l.path(column)
		l.roles[column] = roleOfPath(l.paths[column])
	}
	l.findNumbers()
	l.settleByShape()
	l.settleWhom()
	l.settleSet()
	l.settleNational()
	l.settleAmended()
	l.settleEitherWay()
	for column := 1; column <= l.Columns; column++ {
		if l.roles[column] == value {
			l.addValue(column)
		} else if l.roles[column] == unknown && l.isNamed(column) {
			l.unread = append(l.unread, doubtAt(l.Number, l.top, column, "không rõ cột %q là gì: không đọc cột này",
				l.heading(column)))
		}
	}
	for column, is := range l.roles {
		if is == unknown && l.isNamed(column) && l.asksToo(column) {
			for _, c := range l.values {
				c.Why = cmp.Or(c.Why, fmt.Sprintf("cột %q cũng ghi mức mà không rõ là mức gì", l.heading(column)))
			}
		}
	}
	for _, c := range l.values {
		if c.Why != "" {
			l.unread = append(l.unread, doubtAt(l.Number, l.top, c.At, "%s", c.Why))
		}
	}
	l.own = l.values
	return len(l.values) > 0 && l.has(content)
}

// isNamed tells whether a column has a heading, understood or not.
func (l *layout) isNamed(column int) bool { return len(l.paths[column]) > 0 }

func (l *layout) heading(column int) string { return strings.Join(l.paths[column], " / ") }

func (l *layout) has(wanted label.Role) bool { return slices.Contains(l.roles, wanted) }

// path is the headings above a column, from the top.
func (l *layout) path(column int) []string {
	var out []string
	var last *document.Cell
	for row := l.top; row <= l.bottom; row++ {
		if c := l.At(row, column); c != nil && c != last {
			last = c
			if text := strings.ReplaceAll(c.Text, "\n", " "); text != "" &&
				(len(out) == 0 || out[len(out)-1] != text) {
				out = append(out, text)
			}
		}
	}
	return out
}

// roleOfPath is the role of a column by its headings. A region or a year below a
// heading that says nothing makes a column of thresholds.
func roleOfPath(path []string) label.Role {
	found, kinds := unknown, false
	for i, text := range path {
		kinds = kinds || isOfSome(text)
		if i > 0 {
			kind, _ := label.CountedBelow(path[i-1], text)
			kinds = kinds || kind != Unclear
		}
		if r := label.RoleOf(text); found == unknown || found == value && r == irrelevant {
			found = r
		}
	}
	if kinds && (found == unknown || found == eitherWay || found == whom || found == sign) {
		return value
	}
	return found
}

// settleEitherWay decides what "Chỉ tiêu" is, and which column is the content where none
// is called so.
func (l *layout) settleEitherWay() {
	for column, r := range l.roles {
		switch {
		case r != eitherWay:
		case !l.has(content) && l.has(value):
			l.roles[column] = content
		default:
			l.roles[column] = value
		}
	}
	if l.has(content) {
		return
	}
	for column, r := range l.roles {
		if r == criterion {
			l.roles[column] = content
		}
	}
}

func (l *layout) addValue(column int) {
	path := l.paths[column]
	c := &Column{At: column, Heading: l.heading(column), Kind: Unclear}
	for i, text := range path {
		kind, ids, year := label.Of(text)
		if kind == Unclear && i > 0 {
			kind, ids = label.CountedBelow(path[i-1], text)
		}
		c.Year, c.Level = cmp.Or(year, c.Year), cmp.Or(label.LevelNamed(text), c.Level)
		if kind == Year && c.Kind == Unclear {
			c.Kind = Year
		}
		if kind != Unclear && kind != Year {
			c.Kind, c.IDs = kind, ids
		}
	}
	for _, m := range inBrackets.FindAllStringSubmatch(c.Heading, -1) {
		if u, ok := threshold.Unit(m[1]); ok {
			c.Unit = u
		}
	}
	if op, u := threshold.SignOfHeading(c.Heading); op != "" {
		c.op, c.Unit = op, cmp.Or(c.Unit, u)
	}
	if c.Kind == Unclear {
		c.Kind, c.IDs, c.Year = inBracketsOf(c.Heading)
	}
	if c.Kind == Unclear && l.isPlain(column) {
		c.Kind, c.Why = All, whyNotPlain(c.Heading)
	}
	if c.Kind == Unclear {
		c.Why = fmt.Sprintf("không rõ cột %q dành cho xã nào", c.Heading)
	}
	years := l.untilYears()[column]
	if years == nil {
		years = periodOf(path)
	}
	if years != nil && (c.Kind == Unclear || namesCommunes(c.Kind)) && c.Year == 0 {
		if c.Kind == Unclear {
			c.Kind, c.Why = Year, ""
		}
		for _, year := range years {
			one := *c
			one.Year = year
			l.addColumn(&one)
		}
		return
	}
	l.addColumn(c)
}

// addColumn adds a column of thresholds; one for the same communes as another is marked.
func (l *layout) addColumn(c *Column) {
	for _, other := range l.values {
		if other.Kind == c.Kind && other.Level == c.Level && other.Year == c.Year &&
			slices.Equal(other.IDs, c.IDs) {
			const same = "cột %q dành cho cùng các xã như cột %d"
			c.Why, other.Why = fmt.Sprintf(same, c.Heading, other.At), fmt.Sprintf(same, other.Heading, c.At)
		}
	}
	l.values = append(l.values, c)
}

// isPlain tells whether a column of thresholds is for every commune: its heading names
// nobody, and it is not one of several under one heading.
func (l *layout) isPlain(column int) bool {
	top, path := l.At(l.top, column), l.paths[column]
	if l.byShape || len(path) == 0 {
		return l.byShape
	}
	last := path[len(path)-1]
	return (top == nil || top.Columns == 1 || len(path) == 1 || l.isAlone(top) || label.LevelNamed(last) != "") &&
		(label.RoleOf(last) != unknown || l.isProvinces && ofProvince.MatchString(label.Fold(last)))
}

var enumerator = pattern.New(`^\(?(\d{1,2}|[a-hA-H])\)?$`)

// isNumbering tells whether a row only numbers the columns: "(1) (2) (3)", "A B 1 2".
func isNumbering(t *document.Table, row int) bool {
	n, before := 0, ""
	for c := range cellsIn(t, row) {
		m := enumerator.FindStringSubmatch(c.Text)
		if m == nil || c.Rows > 1 || before != "" && !shape.Follows(before, m[1]) {
			return false
		}
		n, before = n+1, m[1]
	}
	return n > 2
}

// counts tells whether the first column counts the rows through all criteria: it goes on
// where the criterion stays the same.
func (l *layout) counts() bool {
	no, name := slices.Index(l.roles, number), slices.Index(l.roles, criterion)
	if no < 1 || name < 1 {
		return false
	}
	for row := l.bottom + 2; row <= l.Rows; row++ {
		before, after := l.At(row-1, no), l.At(row, no)
		if before == nil || after == nil || before == after || !shape.Integer.MatchString(before.Text) ||
			!shape.Integer.MatchString(after.Text) {
			continue
		}
		if stays := l.At(row, name); stays != nil && (stays == l.At(row-1, name) || stays.Text == "") {
			return true
		}
	}
	return false
}

// wordsOf are the words of a row, each folded before a mark.
func wordsOf(t *document.Table, row int) string {
	var out strings.Builder
	for column := 1; column <= t.Columns; column++ {
		if c := t.At(row, column); c != nil && c.Text != "" {
			out.WriteString(vi.Fold(c.Text))
			out.WriteString("|")
		}
	}
	return out.String()
}

// repeats tells whether a row is the head again, as after a page.
func (l *layout) repeats(row int) bool {
	if row > l.Rows {
		return false
	}
	words := wordsOf(l.Table, row)
	return strings.Count(words, "|") > 1 && slices.Contains(l.heads, words)
}
