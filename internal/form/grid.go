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

// grid is a table of the form as it was found in a workbook.
type grid struct {
	r     *reader
	table *layout.Table
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
	at := rec.g.pos(max(column, 1), rec.row)
	if !ok {
		return given{at: at}
	}
	c := given{Cell: rec.g.sheet.At(rec.row, column).Typed(), at: at}
	c.merged, c.across = rec.g.sheet.Merged(rec.row, column), rec.g.across(rec.row, column)
	return c
}

// text is the words of the row's cell in the column of that id, as the grid's reader reads them.
func (rec record) text(id string) string { return rec.g.r.text(rec.cell(id)) }

// across tells a cell that is one with the cell of another column that is filled in.
func (g *grid) across(row, column int) bool {
	_, left, _, right := g.sheet.Area(row, column)
	if left == right {
		return false
	}
	for id, other := range g.at {
		if other != column && left <= other && other <= right && g.table.Column(id).Kind.IsFilled() {
			return true
		}
	}
	return false
}

// grid finds a table of the form: on the sheet of its name, else on the one that
// has most of its ids. Two sheets of one table that say different things are an
// error: there is no knowing which one is meant.
func (r *reader) grid(t *layout.Table) (*grid, bool) {
	for _, g := range r.laid {
		if g.table == t {
			return g, true
		}
	}
	var found []*grid
	named, heads := "", heads(t)
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
		r.looked(found)
		return found[0], true
	case named != "":
		r.problems.Add(problem.Problem{File: r.file, Sheet: named,
			Message: "không thấy bảng của biểu mẫu ở trang tính này",
			Hint:    "đừng xóa dòng đầu bảng; chép số liệu sang biểu mẫu mới do ntm template ghi ra",
			Page:    problem.Press("đừng xóa dòng đầu bảng; chép số liệu sang biểu mẫu mới lấy ở trang Tệp")})
	case t.Sheet != layout.SmartSheet && t.Sheet != layout.FieldSheet && // these are only asked of kiểu mẫu
		t.Sheet != layout.RemarkSheet: // and this of nobody
		r.absent(t.Sheet)
	}
	return nil, false
}

// looked notes the tables that are there, each once.
func (r *reader) looked(found []*grid) {
	for _, g := range found {
		known := func(o *grid) bool { return o.sheet.name == g.sheet.name && o.head == g.head }
		if !slices.ContainsFunc(r.found, known) {
			r.found = append(r.found, g)
		}
	}
}

// twice tells of a second sheet of a table when it says something else.
func (r *reader) twice(first, second *grid) {
	if first.said() != second.said() {
		second.fail(1, second.head, "giữ trang tính đúng, xóa trang tính kia",
			"trang tính này là bản thứ hai của trang tính %q, nội dung khác nhau", first.sheet.name)
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
	r.notes = list.Once(r.notes, problem.Problem{File: r.file,
		Message: fmt.Sprintf("không có trang tính %q: các nội dung ở đó coi như chưa biết", name)})
}

// find lays a table's grid over a sheet that has its ids or its heads.
func (r *reader) find(t *layout.Table, s scan) (*grid, bool) {
	byID, _ := s.idRow(t, 0)
	words := heads(t)
	g := r.over(t, s, words, byID, s.headRow(words, byID), func(row int) bool { return slices.Contains(s.ids, row) })
	if g == nil {
		return nil, false
	}
	g.onlyOnce(g.end)
	return g, true
}

// over lays a table's grid over a sheet, from the rows of its ids and of its heads, 0 for none, down
// to a row that ends it; nil where it has neither.
func (r *reader) over(t *layout.Table, s scan, heads map[string]string, byID, byTitle int,
	ends func(row int) bool) *grid {
	if byID > 0 && byTitle > byID+2 {
		byTitle = 0 // another table's
	}
	g := &grid{r: r, table: t, sheet: s, at: map[string]int{}, head: max(byID, byTitle)}
	if g.head == 0 {
		return nil
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
	for g.end = g.head + 1; g.end <= s.rows() && !ends(g.end); g.end++ {
		if !g.empty(g.end) {
			g.rows = append(g.rows, record{g, g.end})
		}
	}
	return g
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
