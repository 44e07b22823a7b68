package lawbook

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/xlsx/draw"
)

// addRows is how many indicators an office can add in one workbook: a whole
// set of the years 2026–2030, with room.
const addRows = 60

// addHeads are the rows above the first indicator, from the hidden one on.
const addHeads = 4

// addWays are the ways to judge an added indicator.
var addWays = append(slices.Clone(wayWords), way(criteria.ProvinceSets))

// additions is the sheet Chỉ tiêu mới.
func (e *exporter) additions() *draw.Sheet {
	columns := e.law.addColumns(e.scope.Columns)
	widths, ids, heads, blanks := laid(columns, longText)
	judged := slices.IndexFunc(columns, func(c column) bool { return c.id == idWay })
	s := e.sheet(addSheet, draw.Page{Landscape: true, Across: judged + 1}, widths...)
	s.Hide(ids...)
	s.AddTall(22, draw.Text("CHỈ TIÊU MỚI: thêm chỉ tiêu mà tờ Đối chiếu chưa có", title).Over(judged))
	s.AddTall(18, draw.Text("Mỗi dòng một chỉ tiêu. Ghi ngưỡng chung, hoặc ghi riêng cho từng cột; chỉ tiêu xét Đạt thì không ghi ngưỡng. "+
		"Số quyết định, người và ngày đối chiếu để trống thì lấy ở đầu tờ Đối chiếu.", remark).Over(judged))
	header := s.Add(heads...)
	for range addRows {
		s.AddTall(30, blanks...)
	}
	s.Frozen = draw.Ref(4, header+1)
	s.Head = draw.Heads{Row: header, Column: 1, Rightmost: 2}
	over := func(id string) string {
		i := 1 + slices.IndexFunc(columns, func(c column) bool { return c.id == id })
		return draw.Cells(i, header+1, i, header+addRows)
	}
	s.Take(&draw.Rule{Kind: draw.Choice, Source: e.listed(listCriteria), Hint: "Chọn tiêu chí có sẵn, hoặc ghi số và tên, ví dụ: 20. Chuyển đổi số."}, over(idCriterion))
	s.Take(&draw.Rule{Kind: draw.Choice, Source: e.listed(listFigures), Hint: "Chọn số liệu đã có trong danh mục; chưa có thì để trống và ghi số liệu mới ở các ô sau."}, over(idFigure))
	s.Take(strict(&draw.Rule{Source: e.listed(listUnits), Hint: "Chọn một đơn vị đo trong danh mục."}), over(idUnit))
	s.Take(strict(&draw.Rule{Words: addWays, Hint: "Chọn cách xét."}), over(idWay))
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
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", listSheet, name, listHead+1, name, last)
}

// figureChoice is a figure as the drop-down offers it.
func figureChoice(f *criteria.Figure) string { return fmt.Sprintf("%s (%s)", f.Name, f.ID) }

// lists is the sheet Danh mục, which the drop-downs take their words from.
func (e *exporter) lists() *draw.Sheet {
	s := e.sheet(listSheet, draw.Page{Landscape: true}, 90, 24, 60)
	s.AddTall(22, draw.Text("DANH MỤC dùng cho tờ Chỉ tiêu mới", title))
	s.Gap(6)
	s.Add(draw.Text("Số liệu có sẵn (mã)", colHead), draw.Text("Đơn vị đo", colHead), draw.Text("Tiêu chí", colHead))
	columns := [][]string{e.words(listFigures), e.words(listUnits), e.words(listCriteria)}
	for i := range columns[listFigures] {
		var cells []draw.Cell
		for _, words := range columns {
			c := draw.Cell{}
			if i < len(words) {
				c = draw.Text(words[i], body)
			}
			cells = append(cells, c)
		}
		s.Add(cells...)
	}
	s.Frozen = draw.Ref(1, listHead+1)
	return s
}
