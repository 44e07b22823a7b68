package decision

import (
	"fmt"
	"regexp"
	"strings"

	"ntm/internal/document"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// reader reads the rows of an annex, table after table.
type reader struct {
	annex  *Annex
	table  *document.Table
	layout *layout

	group       string
	criterionNo string
	criterion   string
	no, name    string           // of the last indicator
	lastContent []*document.Cell // of the row before
	lastMark    *document.Cell   // the cell of the last criterion's number or name
	pending     *Row             // an indicator's line without thresholds: its parts may follow
	indicators  int              // of the criterion so far
	isRunning   bool             // the first column counts the rows, not the criteria
	isOverWidth bool             // the criterion stands in a row over the whole width
}

func (r *reader) read(t *document.Table, l *layout) {
	r.table, r.layout, r.lastContent, r.lastMark = t, l, nil, nil
	r.isRunning = l.counts(t)
	for row := l.bottom + 1; row <= t.Rows; row++ {
		if isReceipt(t, row) {
			break // two tables with nothing between became one
		}
		if again := layoutFrom(t, row); again != nil { // after a page, or another table that became one with this
			r.annex.Doubts = append(r.annex.Doubts, again.unread...)
			r.layout, row = again, again.bottom
			continue
		}
		r.row(row)
	}
	r.flush()
}

// isReceipt tells whether a row is the place of receipt and the signature, which end a
// decision.
func isReceipt(t *document.Table, row int) bool {
	for c := range cellsIn(t, row) {
		if strings.HasPrefix(vi.Fold(c.Text), "noi nhan") {
			return true
		}
	}
	return false
}

// words are what a row says, by the role of the columns.
type words struct {
	at        int
	numbers   []string
	criterion string
	content   []string
	cells     []*document.Cell // of the content
	mark      *document.Cell   // the first cell of the criterion: its number or its name
	unit      string
	values    string // of all columns, to see whether there are any
	notes     []string
	stray     string // what stands in a column that the head does not have
}

func (r *reader) gather(row int) words {
	w := words{at: row}
	seen := map[*document.Cell]bool{}
	for column := 1; column <= r.table.Columns; column++ {
		c := r.table.At(row, column)
		if c == nil || seen[c] || column >= len(r.layout.roles) {
			continue
		}
		seen[c] = true
		text := strings.TrimSpace(c.Text)
		is := r.layout.roles[column]
		if is != value && is != irrelevant && c.Row == row {
			w.notes = append(w.notes, c.Notes...)
		}
		switch is {
		case number:
			w.numbers = append(w.numbers, text)
			if w.mark == nil {
				w.mark = c
			}
		case criterion:
			w.criterion = text
			if w.mark == nil || w.mark.Text == "" {
				w.mark = c
			}
		case content:
			if text != "" {
				w.content = append(w.content, text)
			}
			w.cells = append(w.cells, c)
		case unit:
			w.unit = text
		case unknown:
			if text != "" && !r.layout.named[column] {
				w.stray = text
			}
		case value:
			w.values += text
			for range c.Tables {
				w.values += document.Unreadable
			}
		}
	}
	return w
}

func (r *reader) row(row int) {
	if isNumbering(r.table, row) || r.layout.repeats(r.table, row) || r.isWhole(row) {
		return
	}
	w := r.gather(row)
	if strings.Join(w.numbers, "")+w.criterion+strings.Join(w.content, "")+w.values == "" {
		return
	}
	one := &Row{Table: r.table.Number, Row: row, Notes: w.notes}
	if w.stray != "" {
		one.isShifted = true
		one.doubt(0, "có %q ở cột không có tên: các cột có thể bị lệch", w.stray)
	}
	if r.place(one, w) {
		r.add(one, w)
	}
	r.lastContent = w.cells
}

// add puts a row in place, with what its columns ask. One without thresholds waits for
// its parts.
func (r *reader) add(one *Row, w words) {
	one.Group, one.CriterionNo, one.Criterion = r.group, r.criterionNo, r.criterion
	if r.pending != nil && !one.isPartOf(r.pending) {
		r.flush()
	}
	r.pending = nil
	one.Unit = r.unitOf(one, w)
	r.readCells(one)
	one.takeYear()
	if one.isAgain && one.Year == 0 {
		one.doubt(0, "nhiều dòng cho cùng một chỉ tiêu mà không rõ khác nhau ở đâu")
	}
	if w.values == "" {
		r.pending = one
		return
	}
	r.annex.Rows = append(r.annex.Rows, one)
}

// isPartOf tells whether a row is a part, or a year, of an indicator named above it.
func (row *Row) isPartOf(above *Row) bool {
	return row.No == above.No && row.Name == above.Name && (row.Part != "" || row.Year != 0)
}

// flush puts in place a row that waited for parts in vain.
func (r *reader) flush() {
	if r.pending != nil {
		r.pending.doubt(0, "dòng này không có mức nào")
		r.annex.Rows = append(r.annex.Rows, r.pending)
		r.pending = nil
	}
}

func (row *Row) doubt(column int, format string, args ...any) {
	row.Doubts = append(row.Doubts, Doubt{row.Table, row.Row, column, fmt.Sprintf(format, args...)})
}

var (
	dotted      = regexp.MustCompile(`^\(?(\d{1,2}(?:[.,]\d{1,2}){1,2})[.)]?$`)
	integer     = regexp.MustCompile(`^\(?(\d{1,2})[.)]?$`)
	romanNumber = regexp.MustCompile(`^[IVX]+[.)]?$|^[A-H][.)]?$`)
	partMark    = regexp.MustCompile(`^(?:[a-zđ][.)]?|[-–+•*])$`)

	numberedName = regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){1,2})\s*[.:)]?\s+(\S.*)$`)
	criterionIn  = regexp.MustCompile(`(?is)^(?:tiêu chí(?: số)?\s*)?(\d{1,2})\s*(?:[.:)\-–]\s*|\s+)(\D.*)$`)
	criterionNo  = regexp.MustCompile(`(?i)^tiêu chí(?: số)?\s*(\d{1,2})$`)
	partName     = regexp.MustCompile(`^(?:\(?[a-zđ]\)|[a-zđ]\.|[-–+•])\s*\S`)
)

// place tells which criterion and indicator a row is of; false where it is a heading.
func (r *reader) place(one *Row, w words) bool {
	no, part := "", ""
	for _, text := range w.numbers {
		switch {
		case text == "":
		case dotted.MatchString(text):
			no = strings.ReplaceAll(dotted.FindStringSubmatch(text)[1], ",", ".")
		case integer.MatchString(text) && (r.isRunning || r.isOverWidth && w.values != ""):
			no = integer.FindStringSubmatch(text)[1]
			one.doubt(0, "số thứ tự %s đếm các dòng, không phải số của chỉ tiêu trong bộ tiêu chí", no)
		case integer.MatchString(text):
			r.enterCriterion(integer.FindStringSubmatch(text)[1], "", w.mark)
		case romanNumber.MatchString(text) && w.values == "":
			r.enterGroup(text + " " + strings.TrimSpace(w.criterion+" "+strings.Join(w.content, " ")))
			return false
		case partMark.MatchString(text):
			part = text
		default:
			one.doubt(1, "cột số thứ tự có %q, không phải số", text)
		}
	}
	if w.criterion != "" {
		r.nameCriterion(one, w)
	}
	text := strings.ReplaceAll(strings.Join(w.content, " "), "\n", " ")
	if m := numberedName.FindStringSubmatch(text); m != nil {
		if no != "" && no != m[1] {
			one.doubt(0, "cột số thứ tự ghi %s nhưng nội dung ghi %s", no, m[1])
		}
		no, text = m[1], m[2]
	}
	if r.isCriterionLine(w, no, text) {
		return false
	}
	for _, c := range w.content {
		if year, ok := threshold.Year(c); ok {
			one.Year = year
		}
	}
	r.nameIndicator(one, w, no, part, text)
	return true
}

// enterCriterion goes on to another criterion.
func (r *reader) enterCriterion(no, name string, mark *document.Cell) {
	if no == r.criterionNo && (name == "" || vi.Fold(name) == vi.Fold(r.criterion)) {
		return
	}
	r.flush()
	r.isOverWidth = false
	r.criterionNo, r.criterion, r.no, r.name, r.indicators, r.lastMark = no, name, "", "", 0, mark
}

func (r *reader) enterGroup(name string) {
	r.flush()
	r.group, r.criterionNo, r.criterion, r.no, r.name, r.indicators = oneLine(name), "", "", "", "", 0
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// nameCriterion reads the column of the criteria's names, where the number may stand too.
func (r *reader) nameCriterion(one *Row, w words) {
	name := oneLine(w.criterion)
	if m := criterionIn.FindStringSubmatch(name); m != nil {
		r.enterCriterion(m[1], m[2], w.mark)
		return
	}
	if m := criterionNo.FindStringSubmatch(name); m != nil {
		r.enterCriterion(m[1], r.criterion, w.mark)
		return
	}
	switch {
	case r.criterion == "":
		r.criterion = name
	case vi.Fold(name) == vi.Fold(r.criterion):
	default:
		r.enterCriterion("", name, w.mark)
		one.doubt(0, "tiêu chí %q không có số", name)
	}
}

// isCriterionLine takes a line that names a criterion whose indicators follow, where the
// names of criteria and indicators share a column.
func (r *reader) isCriterionLine(w words, no, text string) bool {
	if r.layout.has(criterion) || no != "" || w.values != "" {
		return false
	}
	if m := criterionIn.FindStringSubmatch(text); m != nil {
		r.enterCriterion(m[1], m[2], w.mark)
		return true
	}
	if r.criterionNo != "" && r.criterion == "" && text != "" {
		r.criterion = oneLine(text)
		return true
	}
	return false
}

// nameIndicator tells which indicator a row is of, or of which it is a part.
func (r *reader) nameIndicator(one *Row, w words, no, part, text string) {
	same := len(w.cells) > 0 && len(r.lastContent) > 0 && w.cells[0] == r.lastContent[0] && r.name != ""
	isYear := one.Year != 0 && (same || len(w.content) == 1)
	switch {
	case no != "":
		r.startIndicator(one, no, nameOf(w, text))
	case isYear:
	case same && len(w.content) > 1:
		one.Part = oneLine(strings.Join(w.content[1:], " "))
	case same:
		one.isAgain = true
	case r.name != "" && (part != "" || partName.MatchString(text)):
		one.Part = oneLine(strings.TrimSpace(part + " " + text))
	case text == "" && r.name == "" && r.criterion != "":
		r.startIndicator(one, r.criterionNo, r.criterion)
	case text == "":
		one.doubt(0, "dòng này không có nội dung")
	case r.criterionNo != "" && r.indicators == 0:
		r.startIndicator(one, r.criterionNo, nameOf(w, text))
	default:
		r.startIndicator(one, "", nameOf(w, text))
		one.doubt(0, "chỉ tiêu này không có số")
	}
	if r.criterion == "" && !r.layout.has(criterion) && r.no == r.criterionNo {
		r.criterion = r.name // a criterion of one indicator, named once
	}
	one.No, one.Name = r.no, r.name
}

// nameOf is the words of an indicator without the year of the row.
func nameOf(w words, text string) string {
	if len(w.content) < 2 {
		return oneLine(text)
	}
	var out []string
	for _, c := range w.content {
		if _, isYear := threshold.Year(c); !isYear {
			out = append(out, c)
		}
	}
	name := oneLine(strings.Join(out, " "))
	if m := numberedName.FindStringSubmatch(name); m != nil {
		return m[2]
	}
	return name
}

func (r *reader) startIndicator(one *Row, no, name string) {
	r.no, r.name = no, name
	r.indicators++
	if before, _, has := strings.Cut(no, "."); has {
		if r.criterionNo == "" {
			r.criterionNo = before
		} else if before != r.criterionNo {
			one.doubt(0, "chỉ tiêu %s đứng dưới tiêu chí %s", no, r.criterionNo)
		}
	}
	if _, isBound := threshold.Unit(name); isBound || threshold.Read(name).Kind == threshold.Value {
		one.isShifted = true
		one.doubt(0, "cột nội dung có %q: các cột có thể bị lệch", name)
	}
}

var (
	noteLead  = regexp.MustCompile(`^(?:ghi chu|chu thich|luu y|\*|\(\*|\(\d{1,2}\)|\[\d{1,2}\])`)
	groupName = regexp.MustCompile(`^(?:[IVX]+|[A-H])\s*[.:)\-–]\s*\S|^[IVX]+\s+\S|(?i)^nhóm`)
)

// isWhole takes a row that is one text over the whole width: a group, a criterion, a note.
func (r *reader) isWhole(row int) bool {
	text, covers := "", 0
	var only *document.Cell
	for c := range cellsIn(r.table, row) {
		if c.Text == "" && len(c.Tables) == 0 {
			continue
		}
		if only != nil {
			return false
		}
		only, text, covers = c, oneLine(c.Text), c.Columns
	}
	if only == nil {
		return true // an empty row
	}
	if covers*2 < r.table.Columns && (only.Row < row || !groupName.MatchString(text) && !noteLead.MatchString(vi.Fold(text))) {
		return false
	}
	m := criterionIn.FindStringSubmatch(text)
	switch {
	case only.Row < row:
		return false
	case noteLead.MatchString(vi.Fold(text)):
		r.annex.Notes = append(r.annex.Notes, text)
	case groupName.MatchString(text), text == strings.ToUpper(text) && m == nil:
		r.enterGroup(text)
	case m != nil:
		r.enterCriterion(m[1], m[2], only)
		r.isOverWidth = true
	default:
		r.annex.Notes = append(r.annex.Notes, text)
		r.annex.Doubts = append(r.annex.Doubts, Doubt{r.table.Number, row, 0, fmt.Sprintf("không rõ dòng %q là gì", text)})
	}
	return true
}
