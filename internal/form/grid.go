package form

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// scan is a sheet of a workbook, looked through once for what its tables are
// found by.
type scan struct {
	*read.Table
	name  string
	width int        // columns with something in them
	ids   []int      // the rows that hold ids
	words [][]string // of each of Rows, folded: short texts, which may be heads
}

// longestHead is longer than any head, in bytes.
const longestHead = 80

func newScan(name string, t *read.Table) scan {
	p := scan{Table: t, name: name, words: make([][]string, len(t.Rows))}
	for i, r := range t.Rows {
		p.width = max(p.width, len(r.Cells))
		p.words[i] = make([]string, len(r.Cells))
		for j, c := range r.Cells {
			if c.Kind == read.Text && len(c.Text) <= longestHead {
				p.words[i][j] = vi.Fold(c.Text)
			}
			if strings.HasPrefix(c.Text, "ntm:") && (len(p.ids) == 0 || p.ids[len(p.ids)-1] != r.Number) {
				p.ids = append(p.ids, r.Number)
			}
		}
	}
	return p
}

// rows is the number of the last row with something in it.
func (p scan) rows() int {
	if len(p.Rows) == 0 {
		return 0
	}
	return p.Rows[len(p.Rows)-1].Number
}

// line is the row of a number, where something is in it.
func (p scan) line(number int) (line read.Row, is bool) {
	i, is := slices.BinarySearchFunc(p.Rows, number, func(r read.Row, n int) int { return r.Number - n })
	if !is {
		return read.Row{}, false
	}
	return p.Rows[i], true
}

// grid is a table of the form as it was found in a workbook.
type grid struct {
	r     *reader
	table layout.Table
	sheet scan
	head  int            // the row of ids or, where they are gone, of heads
	at    map[string]int // the sheet's column of each id
	rows  []record
	end   int // the row after the last

	prints printedThresholds // nil until they are asked for
}

// record is a row of a grid that has something in it.
type record struct {
	g   *grid
	row int
}

// cell is the row's cell in the column of that id. Where the column is not
// there, nothing was filled in.
func (rec record) cell(id string) given {
	column, ok := rec.g.at[id]
	at := problem.Pos{File: rec.g.r.file, Sheet: rec.g.sheet.name, Cell: read.Ref(max(column, 1), rec.row)}
	if !ok {
		return given{at: at}
	}
	c := given{Cell: rec.g.sheet.At(rec.row, column).Typed(), at: at}
	c.merged, c.across = rec.g.sheet.Merged(rec.row, column), rec.g.across(rec.row, column)
	return c
}

// across tells a cell that is one with the cell of another column that is filled in.
func (g *grid) across(row, column int) bool {
	_, left, _, right := g.sheet.Area(row, column)
	if left == right {
		return false
	}
	for id, other := range g.at {
		c := g.table.Columns[g.table.At(id)]
		if other != column && left <= other && other <= right && c.Kind != layout.Printed && c.Kind != layout.Keyed {
			return true
		}
	}
	return false
}

// grid finds a table of the form: on the sheet of its name, else on the one that
// has most of its ids. Two sheets of one table that say different things are an
// error: there is no knowing which one is meant.
func (r *reader) grid(t layout.Table) (*grid, bool) {
	for _, g := range r.laid {
		if g.table.Sheet == t.Sheet && g.table.Columns[0].ID == t.Columns[0].ID {
			return g, true
		}
	}
	var found []*grid
	named, heads := "", heads(&t)
	for _, s := range r.sheets {
		isNamed := vi.FoldTone(s.name) == vi.FoldTone(t.Sheet)
		if isNamed {
			named = s.name
		}
		if _, ids := s.idRow(t, 0); !isNamed && ids < (len(t.Columns)+1)/2 &&
			(len(heads) < 5 || s.headRow(heads, 0) == 0) {
			continue
		}
		if g, ok := r.find(t, s); ok && (isNamed || len(g.answers()) == len(t.Questions)) {
			found = append(found, g)
		}
	}
	slices.SortStableFunc(found, func(a, b *grid) int {
		switch named { // the sheet of that name first
		case a.sheet.name:
			return -1
		case b.sheet.name:
			return 1
		}
		return 0
	})
	switch {
	case len(found) > 0:
		for _, other := range found[1:] {
			r.twice(found[0], other)
		}
		found[0].beside()
		return found[0], true
	case named != "":
		r.problems.Add(problem.Problem{File: r.file, Sheet: named,
			Message: "không thấy bảng của biểu mẫu ở trang tính này",
			Hint:    "đừng xóa dòng đầu bảng; chép số liệu sang biểu mẫu mới do ntm template ghi ra"})
	case t.Sheet != layout.SmartSheet && t.Sheet != layout.FieldSheet && // these are only asked of kiểu mẫu
		t.Sheet != layout.RemarkSheet: // and this of nobody
		r.absent(t.Sheet)
	}
	return nil, false
}

// twice tells of a second sheet of a table when it says something else.
func (r *reader) twice(first, second *grid) {
	if first.said() != second.said() {
		r.problems.Add(problem.Problem{File: r.file, Sheet: second.sheet.name, Cell: read.Ref(1, second.head),
			Message: fmt.Sprintf("trang tính này là bản thứ hai của trang tính %q, nội dung khác nhau",
				first.sheet.name), Hint: "giữ trang tính đúng, xóa trang tính kia"})
	}
}

// said is what people filled in, in one text.
func (g *grid) said() string {
	var b strings.Builder
	for _, row := range g.rows {
		for _, c := range g.table.Columns {
			if c.Kind != layout.Printed || c.ID == "ntm:answer" {
				given := row.cell(c.ID)
				fmt.Fprintf(&b, "%q %d %d ", given.Text, given.Kind, given.Shown)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// absent notes once that a sheet is not there.
func (r *reader) absent(name string) {
	p := problem.Problem{File: r.file,
		Message: fmt.Sprintf("không có trang tính %q: các nội dung ở đó coi như chưa biết", name)}
	if !slices.Contains(r.notes, p) {
		r.notes.Add(p)
	}
}

// idRow is the row from one on that holds most of the table's ids, and how many.
func (p scan) idRow(t layout.Table, from int) (best, most int) {
	for _, row := range p.ids {
		found := 0
		for column := 1; column <= p.width; column++ {
			if t.At(p.At(row, column).Text) >= 0 {
				found++
			}
		}
		if row >= from && found > most {
			best, most = row, found
		}
	}
	return best, most
}

// heads are the ids of a table's columns by their visible heads, folded.
func heads(t *layout.Table) map[string]string {
	out := map[string]string{}
	for _, c := range t.Columns {
		if c.Title != "" {
			out[vi.Fold(c.Title)] = c.ID
		}
	}
	return out
}

// headRow is the row below another that holds a table's visible heads, or 0.
func (p scan) headRow(heads map[string]string, below int) int {
	last := 0
	for i, r := range p.Rows {
		if r.Number <= below {
			continue
		}
		found := 0
		for _, word := range p.words[i] {
			if _, known := heads[word]; known && word != "" {
				found++
			}
		}
		if found < max(1, (len(heads)+1)/2) {
			continue
		}
		if len(heads) > 1 {
			return r.Number
		}
		last = r.Number // a lone head may say the same as the sheet's own title above it
	}
	return last
}

func (r *reader) find(t layout.Table, s scan) (*grid, bool) {
	g := &grid{r: r, table: t, sheet: s, at: map[string]int{}}
	byID, _ := s.idRow(t, 0)
	heads := heads(&t)
	byTitle := s.headRow(heads, byID)
	if byID > 0 && byTitle > byID+2 {
		byTitle = 0 // another table's
	}
	g.head = max(byID, byTitle)
	if g.head == 0 {
		return nil, false
	}
	if byID > 0 {
		g.columns(byID, func(c read.Cell) string {
			if t.At(c.Text) < 0 {
				return ""
			}
			return c.Text
		})
	}
	if byTitle > 0 {
		g.columns(byTitle, func(c read.Cell) string { return heads[vi.Fold(c.Text)] })
	}
	row := g.head + 1
	for ; row <= s.rows() && !slices.Contains(s.ids, row); row++ {
		if !g.empty(row) {
			g.rows = append(g.rows, record{g, row})
		}
	}
	g.end = row
	g.onlyOnce(row)
	return g, true
}

// onlyOnce refuses a second table of the same ids on the sheet, from a row on.
func (g *grid) onlyOnce(from int) {
	if row, ids := g.sheet.idRow(g.table, from); ids > len(g.table.Columns)/2 {
		g.fail(1, row, "gộp vào bảng trên, xóa bảng này", "trang tính này có hai bảng giống nhau (bảng trước bắt "+
			"đầu ở dòng %d)", g.head)
	}
}

// fail tells of a cell of the grid's sheet.
func (g *grid) fail(column, row int, hint, format string, args ...any) {
	g.r.fail(given{at: problem.Pos{File: g.r.file, Sheet: g.sheet.name, Cell: read.Ref(column, row)}}, hint, format,
		args...)
}

// columns notes where the columns are by the words of a row. A column that is
// there twice is told: there is no knowing which one was meant.
func (g *grid) columns(row int, id func(read.Cell) string) {
	found := map[string]int{}
	for column := 1; column <= g.sheet.width; column++ {
		id := id(g.sheet.At(row, column))
		if id == "" {
			continue
		}
		if before, twice := found[id]; twice && g.table.Columns[g.table.At(id)].Kind != layout.Printed &&
			!g.same(before, column, row) {
			g.fail(column, row, "xóa một trong hai cột", "cột này có hai lần (lần trước ở ô %s) mà nội dung khác "+
				"nhau", read.Ref(before, row))
			continue
		}
		found[id] = column
		before, known := g.at[id]
		if kind := g.table.Columns[g.table.At(id)].Kind; known && before != column && kind != layout.Printed {
			g.fail(column, row, "đặt lại đầu cột như biểu mẫu do ntm template ghi ra", "đầu cột này là của cột %s",
				read.Ref(before, row))
		}
		if !known {
			g.at[id] = column
		}
	}
}

// same tells whether two columns hold the same below a row.
func (g *grid) same(a, b, row int) bool {
	for ; row <= g.sheet.rows(); row++ {
		if g.sheet.At(row, a) != g.sheet.At(row, b) {
			return false
		}
	}
	return true
}

// empty tells whether a row holds nothing that a person may have filled in.
func (g *grid) empty(row int) bool {
	for id, column := range g.at {
		if c := g.table.Columns[g.table.At(id)]; c.Kind != layout.Keyed && c.Kind != layout.Printed {
			if !(given{Cell: g.sheet.At(row, column)}).blank() {
				return false
			}
		}
	}
	return len(g.table.Questions) == 0
}

// columnsMustBe tells of columns without which the table says nothing.
func (g *grid) columnsMustBe(ids ...string) {
	for _, id := range ids {
		if _, ok := g.at[id]; !ok {
			g.r.problems.Add(problem.Problem{File: g.r.file, Sheet: g.sheet.name, Cell: read.Ref(1, g.head),
				Message: "không thấy cột " + g.table.Columns[g.table.At(id)].Title,
				Hint:    "đừng xóa hay đổi tên cột; chép số liệu sang biểu mẫu mới do ntm template ghi ra"})
		}
	}
}

// isTotal tells whether a row sums up the rows above it, as people add to their
// tables.
func (rec record) isTotal(id string) bool { return totals.MatchString(vi.Fold(rec.cell(id).Text)) }

var totals = pattern.New(`^(cong|tong( cong| so)?|toan xa|cong toan xa|tong toan xa)$`)

// allBlank tells whether nothing stands in the row's cells of those ids.
func (rec record) allBlank(ids ...string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return !rec.cell(id).blank() })
}

// answers are the cells of a table of questions, by the questions' keys. A
// question that is there twice with two answers is an error, and so is one whose
// words are another's.
func (g *grid) answers() map[string]given {
	out := map[string]given{}
	var labels []string // of the questions, where words stand beside the answers
	for _, row := range g.rows {
		key, label, answer := row.cell("ntm:key").Text, vi.Fold(row.cell("ntm:question").Text), row.cell("ntm:answer")
		if label != "" && labels == nil {
			labels = list.Map(g.table.Questions, func(q layout.Question) string { return vi.Fold(q.Label) })
		}
		for i, q := range g.table.Questions {
			if q.Key != key && (label == "" || labels[i] != label) {
				continue
			}
			before, known := out[q.Key]
			switch {
			case known && !answer.blank() && !before.blank() && before.Text != answer.Text:
				g.r.fail(answer, "giữ một, xóa một", "câu hỏi này có hai câu trả lời (lần trước ở ô %s)",
					before.at.Cell)
			case !known || before.blank():
				out[q.Key] = answer
			}
		}
	}
	return out
}
