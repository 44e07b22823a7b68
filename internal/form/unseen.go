package form

import (
	"fmt"
	"strconv"

	"ntm/internal/form/layout"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// unseen notes what a person who looks at the workbook takes for something else than it is: figures on
// a sheet that is no part of the form, and rows that are hidden and count all the same.
func (r *reader) unseen(taken []*grid) {
	used := map[string]bool{}
	for _, g := range taken {
		used[g.sheet.name] = true
		r.hiddenRows(g)
	}
	for _, s := range r.sheets {
		ours := s.name == layout.GuideSheet || s.name == layout.BriefSheet || s.At(1, 1).Text == layout.Mark
		if !ours && !used[s.name] {
			r.unusedSheet(s)
		}
	}
}

// looksNumber is a text that a person reads as a number.
var looksNumber = pattern.New(`^[-+]?\d[\d.,]* ?%?$`)

// unusedSheet notes a sheet with numbers on it of which nothing is read.
func (r *reader) unusedSheet(s scan) {
	first, numbers := "", 0
	for _, row := range s.Rows {
		for j, c := range row.Cells {
			if c.Kind != read.Number && (c.Kind != read.Text || !looksNumber.MatchString(vi.NFC(c.Text))) {
				continue
			}
			if numbers++; first == "" {
				first = read.Ref(j+1, row.Number)
			}
		}
	}
	if numbers > 0 {
		r.notes.Add(problem.Problem{File: r.file, Sheet: s.name, Cell: first,
			Message: fmt.Sprintf("trang tính này không thuộc biểu mẫu: %d ô có số ở đây không được đọc", numbers),
			Hint:    "số nào là của báo cáo thì chép vào trang tính của biểu mẫu"})
	}
}

// mostHidden is how many hidden rows a note names.
const mostHidden = 5

// hiddenRows notes the rows of a table that are hidden and have something filled in.
func (r *reader) hiddenRows(g *grid) {
	var rows []int
	for _, row := range g.rows {
		if line, _ := g.sheet.line(row.row); line.Hidden && row.filled() {
			rows = append(rows, row.row)
		}
	}
	if len(rows) == 0 {
		return
	}
	named := vi.List(", ", rows[:min(mostHidden, len(rows))], strconv.Itoa)
	if more := len(rows) - mostHidden; more > 0 {
		named += fmt.Sprintf(" và %d dòng khác", more)
	}
	r.notes.Add(problem.Problem{File: r.file, Sheet: g.sheet.name, Cell: read.Ref(1, rows[0]),
		Message: fmt.Sprintf("có dòng đang bị ẩn mà vẫn được đọc: dòng %s", named),
		Hint:    "bỏ ẩn để xem lại; dòng nào không dùng thì xóa nội dung"})
}

// filled tells whether a person wrote something in the row, an answer to a question too.
func (rec record) filled() bool { return !rec.cell("ntm:answer").blank() || rec.says() }
