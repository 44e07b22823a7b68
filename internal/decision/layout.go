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
	top, bottom int // the rows of its head; both 0 where the table goes on from another
	columns     int
	roles       []label.Role // by column, from 1
	values      []*Column
	isProvinces bool         // it has what the country asks beside what the province does
	named       map[int]bool // the columns that have a heading, understood or not
	unread      []Doubt      // headings that were not understood
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
	l := &layout{top: row, bottom: headBottom(t, row), columns: t.Columns, roles: make([]label.Role, t.Columns+1),
		named: map[int]bool{}}
	if !l.assign(t) {
		return nil
	}
	return l
}

// again is the layout of a table with the same head as the last one: its columns are what they were there, however few
// rows it has. nil where its head is another.
func (l *layout) again(t *document.Table) *layout {
	if l == nil || l.columns != t.Columns || l.top == 0 {
		return nil
	}
	top, rows := 1, l.bottom-l.top
	for top < min(t.Rows, deepest) && !strings.Contains(strings.TrimSuffix(wordsOf(t, top), "|"), "|") {
		top++ // a title above it
	}
	if !l.repeats(t, top) || rows > 0 && !l.repeats(t, top+rows) {
		return nil
	}
	one := *l
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
		kind, _, _ := label.Of(c.Text)
		kinds = kinds || kind != Unclear || threshold.UntilYear(c.Text) != 0 || threshold.Years(c.Text) != nil
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
		kind, _, _ := label.Of(c.Text)
		r := label.RoleOf(c.Text)
		switch {
		case c.Row < row || c.Text == "":
		case c.Columns == t.Columns:
			return false // of the rows below it
		case kind != Unclear, label.LevelNamed(c.Text) != "", isCountOf(t, top, c), threshold.Years(c.Text) != nil,
			threshold.UntilYear(c.Text) != 0:
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
func (l *layout) assign(t *document.Table) bool {
	for row := l.top; row <= l.bottom; row++ {
		l.heads = append(l.heads, wordsOf(t, row))
	}
	paths := make([][]string, l.columns+1)
	for column := 1; column <= l.columns; column++ {
		paths[column] = l.path(t, column)
		l.roles[column] = roleOfPath(paths[column])
		l.named[column] = len(paths[column]) > 0
	}
	l.findNumbers(t)
	l.settleByShape(t)
	l.settleWhom(t)
	l.settleSet(t)
	l.settleNational(paths)
	l.settleAmended(paths)
	l.settleEitherWay()
	for column := 1; column <= l.columns; column++ {
		if l.roles[column] == value {
			l.addValue(t, column, paths)
		} else if l.roles[column] == unknown && len(paths[column]) > 0 {
			l.unread = append(l.unread, Doubt{Table: t.Number, Row: l.top, Column: column,
				What: fmt.Sprintf("không rõ cột %q là gì: không đọc cột này", strings.Join(paths[column], " / "))})
		}
	}
	for column, is := range l.roles {
		if is == unknown && l.named[column] && l.asksToo(t, column) {
			for _, c := range l.values {
				c.Why = cmp.Or(c.Why, fmt.Sprintf("cột %q cũng ghi mức mà không rõ là mức gì",
					strings.Join(paths[column], " / ")))
			}
		}
	}
	for _, c := range l.values {
		if c.Why != "" {
			l.unread = append(l.unread, Doubt{Table: t.Number, Row: l.top, Column: c.At, What: c.Why})
		}
	}
	l.own = l.values
	return len(l.values) > 0 && l.has(content)
}

func (l *layout) has(wanted label.Role) bool { return slices.Contains(l.roles, wanted) }

// path is the headings above a column, from the top.
func (l *layout) path(t *document.Table, column int) []string {
	var out []string
	var last *document.Cell
	for row := l.top; row <= l.bottom; row++ {
		if c := t.At(row, column); c != nil && c != last {
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
		if kind, _, _ := label.Of(text); kind != Unclear || threshold.Years(text) != nil ||
			threshold.UntilYear(text) != 0 {
			kinds = true
		}
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
	hasContent := l.has(content)
	for column, r := range l.roles {
		if r != eitherWay {
			continue
		}
		if !hasContent && l.has(value) {
			l.roles[column] = content
			hasContent = true
		} else {
			l.roles[column] = value
		}
	}
	if hasContent {
		return
	}
	for column, r := range l.roles {
		if r == criterion {
			l.roles[column] = content
		}
	}
}

func (l *layout) addValue(t *document.Table, column int, paths [][]string) {
	c := &Column{At: column, Heading: strings.Join(paths[column], " / "), Kind: Unclear}
	for i, text := range paths[column] {
		kind, ids, year := label.Of(text)
		if kind == Unclear && i > 0 {
			kind, ids = label.CountedBelow(paths[column][i-1], text)
		}
		if year != 0 {
			c.Year = year
		}
		if kind == Year && c.Kind == Unclear {
			c.Kind = Year
		}
		if kind != Unclear && kind != Year {
			c.Kind, c.IDs = kind, ids
		}
	}
	for _, text := range paths[column] {
		if named := label.LevelNamed(text); named != "" {
			c.Level = named
		}
	}
	for _, m := range inBrackets.FindAllStringSubmatch(c.Heading, -1) {
		if u, ok := threshold.Unit(strings.TrimSpace(m[1])); ok {
			c.Unit = u
		}
	}
	if op, u := threshold.SignOfHeading(c.Heading); op != "" {
		c.op, c.Unit = op, cmp.Or(c.Unit, u)
	}
	if c.Kind == Unclear {
		c.Kind, c.IDs, c.Year = inBracketsOf(c.Heading)
	}
	if c.Kind == Unclear && l.isPlain(t, column, paths) {
		c.Kind, c.Why = All, whyNotPlain(c.Heading)
	}
	if c.Kind == Unclear {
		c.Why = fmt.Sprintf("không rõ cột %q dành cho xã nào", c.Heading)
	}
	years := periodOf(paths[column])
	if of := l.untilYears(paths)[column]; of != nil {
		years = of
	}
	if years != nil && (c.Kind == Unclear || c.Kind == Region || c.Kind == Group ||
		c.Kind == Zone) && c.Year == 0 {
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
			strings.Join(other.IDs, " ") == strings.Join(c.IDs, " ") {
			c.Why = fmt.Sprintf("cột %q dành cho cùng các xã như cột %d", c.Heading, other.At)
			other.Why = fmt.Sprintf("cột %q dành cho cùng các xã như cột %d", other.Heading, c.At)
		}
	}
	l.values = append(l.values, c)
}

// isPlain tells whether a column of thresholds is for every commune: its heading names
// nobody, and it is not one of several under one heading.
func (l *layout) isPlain(t *document.Table, column int, paths [][]string) bool {
	top := t.At(l.top, column)
	return l.byShape ||
		len(paths[column]) > 0 && (top == nil || top.Columns == 1 || len(paths[column]) == 1 || l.isAlone(top) ||
			label.LevelNamed(paths[column][len(paths[column])-1]) != "") &&
			(label.RoleOf(paths[column][len(paths[column])-1]) != unknown || l.isProvinces && ofProvince.MatchString(
				label.Fold(paths[column][len(paths[column])-1])))
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
func (l *layout) counts(t *document.Table) bool {
	no, name := slices.Index(l.roles, number), slices.Index(l.roles, criterion)
	if no < 1 || name < 1 {
		return false
	}
	for row := l.bottom + 2; row <= t.Rows; row++ {
		before, after := t.At(row-1, no), t.At(row, no)
		if before == nil || after == nil || before == after || !shape.Integer.MatchString(before.Text) ||
			!shape.Integer.MatchString(after.Text) {
			continue
		}
		if stays := t.At(row, name); stays != nil && (stays == t.At(row-1, name) || stays.Text == "") {
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
func (l *layout) repeats(t *document.Table, row int) bool {
	if row > t.Rows {
		return false
	}
	words := wordsOf(t, row)
	return strings.Count(words, "|") > 1 && slices.Contains(l.heads, words)
}
