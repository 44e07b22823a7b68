package decision

import (
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/document"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// reader reads the rows of an annex, table after table.
type reader struct {
	annex  *Annex
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
	isCounter   bool             // so it does where every row has its own number in its words
	isDerived   bool             // the criterion is known by its indicators' numbers alone
	isOfOne     bool             // the criterion is its own only indicator
	isOverWidth bool             // the criterion stands in a row over the whole width
	level       string           // of the set that the last row was of
	section     string           // for which communes the rows below a row over the whole width are
	choices     label.Choices    // what headings leave a commune the choice among
	under       underYear        // the year that a row over the whole width is of
	listed      *several         // the row that is being read lists several indicators
}

// maxRows is how many rows an annex may have; the longest known has 300.
const maxRows = 5_000

// read reads the rows of a table below its head, until another annex is announced in it:
// next is the row that does, or the one after the last.
func (r *reader) read(l *layout) (next int) {
	t := l.Table
	r.layout, r.lastContent, r.lastMark, r.under = l, nil, nil, underYear{}
	if l.top > 0 { // with a head of its own, it need not go on with the criterion of the last
		r.isDerived = true
	}
	r.isRunning, r.isCounter = l.counts(), l.isCounter()
	defer r.flush()
	for row := l.bottom + 1; row <= t.Rows; row++ {
		if announces(t, row) {
			if layoutOf(t, row) != nil {
				return row
			}
			r.annex.doubt(t.Number, row, "dòng này báo một bảng khác, nhưng bên dưới không có tiêu đề cột")
		}
		if len(r.annex.Rows) > maxRows {
			r.annex.doubt(t.Number, row, "bảng quá dài để là bảng tiêu chí: từ dòng này không đọc nữa")
			break
		}
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
	return t.Rows + 1
}

// announces tells whether a row is one text that begins another annex or another set.
func announces(t *document.Table, row int) bool {
	text := ""
	for c := range cellsIn(t, row) {
		if c.Text != "" && text != "" || c.Row < row {
			return false
		}
		text += c.Text
	}
	folded := vi.Fold(text)
	return len(folded) < 250 && (annexWords.MatchString(folded) || setTitle.MatchString(folded))
}

// isReceipt tells whether a row is the place of receipt and the signature, which end a
// decision.
func isReceipt(t *document.Table, row int) bool {
	for c := range cellsIn(t, row) {
		const enough = 40 // bytes: a letter cut in two is behind the words
		if strings.HasPrefix(vi.Fold(c.Text[:min(len(c.Text), enough)]), "noi nhan") {
			return true
		}
	}
	return false
}

// words are what a row says, by the role of the columns.
type words struct {
	at        int
	numbers   []string
	group     string
	criterion string
	content   []string
	cells     []*document.Cell // of the content
	mark      *document.Cell   // the first cell of the criterion: its number or its name
	unit      string
	whom      string
	level     string // of the set that the row is of
	isWhom    bool   // the content says for which communes the row is, and nothing else
	values    string // of all columns, to see whether there are any
	notes     []string
	changed   []string // by tracked changes that nobody has accepted
	stray     string   // what stands in a column that the head does not have
}

func (r *reader) gather(row int) words {
	w := words{at: row}
	seen := map[*document.Cell]bool{}
	for column := 1; column <= r.layout.Columns; column++ {
		c := r.layout.At(row, column)
		if c == nil || seen[c] || column >= len(r.layout.roles) {
			continue
		}
		seen[c] = true
		text, _ := r.listed.text(c)
		is := r.layout.roles[column]
		if end := column + c.Columns - 1; is == number && column > 1 && end > column && end < len(r.layout.roles) &&
			r.layout.roles[end] == content {
			is = content // over the column of a number that it has not
		}
		if is != value && is != irrelevant && c.Row == row {
			w.notes = append(w.notes, c.Notes...)
			w.changed = append(w.changed, c.Changed...)
		}
		switch is {
		case number:
			if _, isYear := threshold.Year(text); isYear && strings.ContainsAny(text, "nN") { // "Năm 2028"
				w.content = append(w.content, text)
				break
			}
			w.numbers = append(w.numbers, text)
			if w.mark == nil {
				w.mark = c
			}
		case grouping:
			w.group = vi.OneLine(text)
		case criterion:
			w.criterion = text
			if w.mark == nil || w.mark.Text == "" {
				w.mark = c
			}
		case content:
			name, mark := threshold.NameMark(text)
			if text = name; mark != "" && c.Row == row {
				w.notes = append(w.notes, mark)
			}
			if text != "" {
				w.content = append(w.content, text)
			}
			w.cells = append(w.cells, c)
		case unit:
			w.unit = text
		case whom:
			w.whom = vi.OneLine(text)
		case ofSet:
			w.level = label.LevelNamed(text)
		case unknown:
			if text != "" && !r.layout.isNamed(column) {
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
	if isNumbering(r.layout.Table, row) || r.layout.repeats(row) || r.isWhole(row) {
		return
	}
	if r.listed = r.listIn(row); r.listed == nil {
		r.indicatorIn(row)
		return
	}
	for r.listed.at = range r.listed.many {
		r.indicatorIn(row)
	}
	r.listed = nil
}

// indicatorIn reads a row, or of one that lists several indicators the one it is at.
func (r *reader) indicatorIn(row int) {
	w := r.gather(row)
	if isTotal(w) {
		return
	}
	if strings.Join(w.numbers, "")+w.criterion+strings.Join(w.content, "")+w.values == "" {
		return
	}
	one := &Row{Table: r.layout.Number, Row: row, Notes: w.notes}
	if w.stray != "" {
		one.isShifted = true
		one.doubt("có %q ở cột không có tên: các cột có thể bị lệch", w.stray)
	}
	if len(w.changed) > 0 {
		one.doubt("dòng này có thay đổi được theo dõi, chưa ai chấp nhận: %s", strings.Join(w.changed, "; "))
	}
	if w.group != "" {
		r.group = w.group
	}
	if one.level = w.level; one.level != "" && one.level != r.level {
		r.level = w.level
		r.leave("", "")
	}
	if r.place(one, w) {
		r.add(one, w)
	}
	r.lastContent = w.cells
}

// total is a row that adds up the rows above it: it asks nothing of its own.
var total = pattern.New(`^(?:tong (?:cong|so)|cong|tong)(?: (?:chung|so|cac tieu chi|tieu chi|chi tieu|diem))*$`)

// addsUp begins such a row where nothing is asked in it.
var addsUp = pattern.New(`^(?:tong cong|cong)(?:[ :]|$)`)

func isTotal(w words) bool {
	text := vi.Fold(strings.Join(append([]string{w.criterion}, w.content...), " "))
	if text == "" && len(w.numbers) > 0 {
		text = vi.Fold(w.numbers[0])
	}
	return total.MatchString(strings.Trim(text, " :.")) || w.values == "" && addsUp.MatchString(text)
}

// add puts a row in place, with what its columns ask. One without thresholds waits for
// its parts.
func (r *reader) add(one *Row, w words) {
	one.Group, one.CriterionNo, one.Criterion = r.group, r.criterionNo, r.criterion
	if r.pending != nil && !one.isPartOf(r.pending) {
		r.flush()
	}
	r.pending = nil
	choice := r.choices.Now()
	if choice == "" && !strings.EqualFold(one.Name, r.criterion) {
		choice = label.Choice(r.criterion)
	}
	if choice != "" {
		one.doubt("đứng dưới tiêu đề %q: xã chỉ cần đạt một số trong đó, và số ở đây không phải số của bộ tiêu chí",
			choice)
	}
	one.Unit = r.unitOf(one, w)
	r.yearAmongValues(one)
	r.readCells(one)
	one.takeYear()
	if one.isAgain && one.Year == 0 && one.whom == "" {
		one.doubt("nhiều dòng cho cùng một chỉ tiêu mà không rõ khác nhau ở đâu")
	}
	if w.values == "" && one.whom == "" {
		r.pending = one
		return
	}
	if !r.annex.join(one) {
		r.annex.Rows = append(r.annex.Rows, one)
	}
}

// yearAmongValues takes the year of a row from a column of thresholds, where 318/QĐ-TTg
// prints it: "Năm 2021" for the whole country, and a number for each region.
func (r *reader) yearAmongValues(one *Row) {
	year, others := 0, false
	for _, column := range r.layout.values {
		c := r.layout.At(one.Row, column.At)
		if c == nil {
			continue
		}
		if y, is := threshold.Year(c.Text); is && column.Year == 0 {
			year = y
			continue
		}
		others = others || c.Text != ""
	}
	if year == 0 || !others {
		return
	}
	if one.Year != 0 && one.Year != year {
		one.doubt("dòng này ghi hai năm khác nhau: %d và %d", one.Year, year)
	}
	one.Year, one.isYearAmong = year, true
}

// leave leaves the criterion under way for another, or for none.
func (r *reader) leave(no, name string) {
	r.flush()
	r.criterionNo, r.criterion, r.no, r.name, r.indicators = no, name, "", "", 0
}

// isPartOf tells whether a row is a part, or a year, of an indicator named above it.
func (row *Row) isPartOf(above *Row) bool {
	return row.No == above.No && row.Name == above.Name && (row.Part != "" || row.Year != 0 || row.whom != "")
}

// flush puts in place a row that waited for parts in vain.
func (r *reader) flush() {
	if r.pending != nil {
		r.pending.doubt("dòng này không có mức nào")
		r.annex.Rows = append(r.annex.Rows, r.pending)
		r.pending = nil
	}
}
