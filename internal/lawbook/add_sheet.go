package lawbook

import (
	"fmt"
	"slices"

	"ntm/criteria"
)

// addRows is how many indicators an office can add in one workbook: a whole
// set of the years 2026–2030, with room.
const addRows = 60

// addHeads are the rows above the first indicator, from the hidden one on.
const addHeads = 4

// addWays are the ways to judge an added indicator.
var addWays = append(slices.Clone(wayWords), way(criteria.ProvinceSets))

// additions is the sheet Chỉ tiêu mới.
func (e *exporter) additions() *sheet {
	s := &sheet{name: addSheet, footer: e.subject()}
	columns := e.law.addColumns(e.scope.Columns)
	ids, heads, blanks := make([]string, len(columns)), make([]cell, len(columns)), make([]cell, len(columns))
	for i, c := range columns {
		s.widths = append(s.widths, c.width)
		ids[i], heads[i], blanks[i] = c.id, cell{c.title, toFill}, cell{look: longText}
	}
	s.hide(ids...)
	s.rows = append(s.rows,
		row{cells: []cell{{"CHỈ TIÊU MỚI: thêm chỉ tiêu mà tờ Đối chiếu chưa có", title}}, height: 22},
		row{cells: []cell{{"Mỗi dòng một chỉ tiêu. Ghi ngưỡng chung, hoặc ghi riêng cho từng cột; chỉ tiêu xét Đạt thì không ghi ngưỡng. " +
			"Số quyết định, người và ngày đối chiếu để trống thì lấy ở đầu tờ Đối chiếu.", look{size: 11, italic: true}}}, height: 18})
	header := s.add(heads...)
	for range addRows {
		s.rows = append(s.rows, row{cells: blanks, height: 30})
	}
	s.frozen = ref(4, header+1)
	s.header, s.naming = header, [2]int{1, 2}
	judged := slices.IndexFunc(columns, func(c column) bool { return c.id == idWay })
	s.pageBreak = ref(judged+1, 1)
	s.merged = append(s.merged, area(1, 2, judged, 2), area(1, 3, judged, 3))
	over := func(id string) string {
		i := 1 + slices.IndexFunc(columns, func(c column) bool { return c.id == id })
		return area(i, header+1, i, header+addRows)
	}
	s.lists = []list{
		{area: over(idCriterion), source: e.listed(listCriteria), hint: "Chọn tiêu chí có sẵn, hoặc ghi số và tên, ví dụ: 20. Chuyển đổi số."},
		{area: over(idFigure), source: e.listed(listFigures), hint: "Chọn số liệu đã có trong danh mục; chưa có thì để trống và ghi số liệu mới ở các ô sau."},
		{area: over(idUnit), source: e.listed(listUnits), strict: true, hint: "Chọn một đơn vị đo trong danh mục."},
		{area: over(idWay), words: addWays, strict: true, hint: "Chọn cách xét."},
	}
	return s
}

// The columns of the sheet Danh mục.
const (
	listFigures = iota
	listUnits
	listCriteria
)

// listHead is the row of that sheet's heads.
const listHead = 3

// words are the words of a column of the sheet Danh mục.
func (e *exporter) words(column int) []string {
	var out []string
	switch column {
	case listFigures:
		for _, f := range e.law.lib.FigureList {
			if f.LeavesOutOf == "" { // no indicator judges by it
				out = append(out, figureChoice(f))
			}
		}
	case listUnits:
		for _, u := range criteria.Units {
			out = append(out, string(u))
		}
	case listCriteria:
		for _, c := range e.law.std.Criteria {
			out = append(out, c.No+". "+c.Name)
		}
	}
	return out
}

// listed is where a column of words stands.
func (e *exporter) listed(column int) string {
	name, last := string(rune('A'+column)), listHead+len(e.words(column))
	return quoted(listSheet, fmt.Sprintf("$%s$%d:$%s$%d", name, listHead+1, name, last))
}

// figureChoice is a figure as the drop-down offers it.
func figureChoice(f *criteria.Figure) string { return fmt.Sprintf("%s (%s)", f.Name, f.ID) }

// lists is the sheet Danh mục, which the drop-downs take their words from.
func (e *exporter) lists() *sheet {
	s := &sheet{name: listSheet, widths: []float64{90, 24, 60}, footer: e.subject()}
	s.rows = append(s.rows, row{cells: []cell{{"DANH MỤC dùng cho tờ Chỉ tiêu mới", title}}, height: 22}, row{height: 6})
	s.add(cell{"Số liệu có sẵn (mã)", colHead}, cell{"Đơn vị đo", colHead}, cell{"Tiêu chí", colHead})
	columns := [][]string{e.words(listFigures), e.words(listUnits), e.words(listCriteria)}
	for i := range columns[listFigures] {
		var cells []cell
		for _, words := range columns {
			c := cell{}
			if i < len(words) {
				c = cell{words[i], body}
			}
			cells = append(cells, c)
		}
		s.add(cells...)
	}
	s.frozen = ref(1, listHead+1)
	return s
}
