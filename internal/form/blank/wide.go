package blank

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/xlsx/draw"
)

// WriteWide writes the blank wide sheet of a plan as a workbook, a row for each
// of the communes. The same arguments give the same bytes.
func WriteWide(w io.Writer, plan *layout.Plan, communes []places.Unit, at time.Time) error {
	return write(w, wideSubject(plan, communes), at, wideGuide(plan, communes), widePage(plan, communes))
}

// wideSubject names the sheet: whose communes, and of which year.
func wideSubject(plan *layout.Plan, communes []places.Unit) string {
	if len(communes) == 0 {
		return fmt.Sprintf("Bảng tổng hợp số liệu các xã năm %d", plan.Year)
	}
	return fmt.Sprintf("Bảng tổng hợp số liệu các xã - %s - năm %d", communes[0].Province, plan.Year)
}

// wideGuide is the first sheet, with the mark that holds the year.
func wideGuide(plan *layout.Plan, communes []places.Unit) *page {
	p := blankPage(layout.GuideSheet, wideSubject(plan, communes), draw.Page{Single: true}, 96)
	p.Hide(layout.WideMark, strconv.Itoa(plan.Year), string(plan.Up), plan.OwnWord())
	p.Add(draw.Text(wideSubject(plan, communes), title))
	if says := plan.Lacking(); says != "" {
		p.Add(draw.Text(says, plain))
	}
	for _, says := range []string{
		"Tờ \"" + layout.WideSheet + "\": mỗi xã một dòng, mỗi số liệu một cột. Có thể sắp xếp, thêm, xóa dòng; thêm " +
			"cột riêng; dời cột. Đừng sửa mã xã và tên cột.",
		"Ô trống là chưa có số liệu, không phải là 0. Bằng không thì ghi 0.",
		"Số: ghi số trơn, không cần đơn vị. Nếu máy hiện 153 khi gõ 1,53 thì gõ 1.53. Chưa có số chính xác thì ghi " +
			"như báo cáo: trên 70; từ 97% trở lên; ước 44,1 (số ước không dùng để xét).",
		"Tỷ lệ %: ghi 1,53 (không ghi 0,0153). Có hai số đếm thì nên ghi cả hai, ví dụ 31/2026.",
		"Đạt, Chưa đạt và xếp loại: chọn trong danh sách của ô.",
		"Hài lòng: ghi tỷ lệ %, hoặc số phiếu hài lòng trên số phiếu thu về (1300/1350). Số hộ được lấy ý kiến: ghi " +
			"số phiếu thu về trên tổng số hộ (1350/1900). Năm được công nhận: ghi năm, chưa được thì ghi: không.",
		"Nợ đọng: không còn nợ thì ghi 0. Thôn thông minh, lĩnh vực nổi trội: ghi tên, cách nhau bằng dấu chấm " +
			"phẩy; không có thì ghi: không.",
		"Đặc điểm: ghi mọi đặc điểm xã có theo các cụm từ ở dưới, cách nhau bằng dấu chấm phẩy; không có đặc " +
			"điểm nào thì ghi: không. Để trống là chưa biết: chỉ tiêu có mức khác nhau giữa các cột có thể áp " +
			"dụng thì chưa kết luận.",
		"Bảng này không có chỗ cho minh chứng, nguồn lực và phiếu hài lòng từng thôn: " +
			"những phần ấy ghi ở biểu mẫu của từng xã (ntm template --commune XÃ). Chưa có chúng thì kết quả " +
			"đánh giá ghi là chưa biết.",
		"Điền xong: ntm check TỆP để kiểm tra, ntm assess TỆP để đánh giá các xã, ntm import --wide TỆP -o " +
			"THƯ_MỤC để tách thành báo cáo từng xã.",
	} {
		p.Add(draw.Text("•  "+says, plain))
	}
	p.Add()
	p.Add(draw.Text("Các đặc điểm", section))
	for _, use := range plan.Uses {
		p.Add(draw.Text(strings.TrimSuffix(use.Trait.Title()+" → "+use.Says, " → "), plain))
	}
	return p
}

// Rows of the sheet with the communes.
const (
	wideIDRow    = 1 // hidden
	wideGroupRow = 2
	wideNameRow  = 3
	wideUnitRow  = 4
	wideFirstRow = 5 // commune
	wideSpare    = 20
)

// widePage is the sheet with the communes. It is as wide as what is asked: it is
// not protected, for people add rows and columns of their own to it, and it prints
// at one scale over as many sheets as it takes.
func widePage(plan *layout.Plan, communes []places.Unit) *page {
	columns := layout.WideColumns(plan)
	widths := list.Map(columns, func(c layout.WideColumn) float64 { return c.Width })
	p := blankPage(layout.WideSheet, wideSubject(plan, communes), draw.Page{Landscape: true, Scale: 70}, widths...)
	p.Locked, p.Lines = nil, true
	p.Frozen = draw.Ref(3, wideFirstRow)
	p.Head = draw.Heads{First: wideGroupRow, Row: wideUnitRow, Column: 1, Rightmost: 2}
	p.wideHeads(columns)
	for _, c := range communes {
		p.wideRow(columns, wideKnown(plan, c))
	}
	for range wideSpare {
		p.wideRow(columns, nil)
	}
	for i := range columns {
		p.take(wideRule(&columns[i], i+1, p.Last()))
	}
	p.Texts = draw.Cells(1, wideFirstRow, len(columns), p.Last())
	return p
}

// wideHeads lays down the hidden ids and the heads: criteria, names, units.
func (p *page) wideHeads(columns []layout.WideColumn) {
	var ids []string
	var groups, names, units []draw.Cell
	flat := colHead
	flat.Flat = true
	for i, c := range columns {
		above, unit := c.Group, ""
		if i > 0 && columns[i-1].Group == c.Group {
			above = ""
		}
		if c.Figure != nil {
			unit = string(c.Figure.Unit)
		}
		if i == 0 {
			above, unit = layout.GroupHead, layout.UnitHead
		}
		ids, groups = append(ids, c.ID), append(groups, draw.Text(above, flat))
		names, units = append(names, draw.Text(c.Title, toFill)), append(units, draw.Text(unit, colHead))
	}
	p.Hide(ids...)
	p.Add(groups...)
	p.Add(names...)
	p.Add(units...)
}

// wideRow lays down a commune's row.
func (p *page) wideRow(columns []layout.WideColumn, known map[string]any) {
	cells := make([]draw.Cell, len(columns))
	for i, c := range columns {
		l := entry
		switch {
		case i < len(layout.WideHead) && c.ID != layout.WideYear:
			l.Format, l.Shade = draw.AsTyped, ""
		case c.Figure != nil && c.Figure.Numerator != "":
			l.Format = draw.AsTyped // "31/2026" is no month
		case c.Figure == nil && c.ID != commune.ArrearsFigure && c.ID != layout.WideYear:
			l.Format = draw.AsTyped
		}
		cells[i] = draw.Cell{Value: known[c.ID], Look: l}
	}
	p.AddOpen(cells...)
}

// wideKnown is what is known of a commune beforehand.
func wideKnown(plan *layout.Plan, c places.Unit) map[string]any {
	known := map[string]any{layout.WideCode: c.Code, layout.WideName: c.Name, layout.WideProvince: c.Province,
		layout.WideYear: plan.Year}
	if c.District != "" {
		known[layout.WideDistrict] = c.District
	}
	return known
}

// wideRule is what may be written in the column.
func wideRule(c *layout.WideColumn, column, last int) rule {
	r := rule{area: draw.Cells(column, wideFirstRow, column, last), kind: layout.Words, hint: c.Hint}
	switch {
	case c.Figure != nil && (c.Figure.Unit != criteria.Percent || c.Figure.Numerator == ""): // else also two counts
		return resultRule(c.Figure, r.area, c.Hint)
	case c.ID == layout.WideYear:
		r.kind = layout.Year
	case c.ID == commune.SecurityFigure:
		r.kind, r.options = layout.Choice, layout.MetOr
	case c.ID == commune.ArrearsFigure:
		r.kind = layout.Amount
	}
	return r
}

// WriteWideCSV writes the blank wide sheet as a CSV: a line of ids, one of the
// names with their units, and one for each commune. Semicolons part the columns
// and a mark tells that it is UTF-8: so Excel opens it on a Vietnamese machine,
// where the comma is the decimals'.
func WriteWideCSV(w io.Writer, plan *layout.Plan, communes []places.Unit) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	columns := layout.WideColumns(plan)
	lines := make([][]string, 2, 2+len(communes))
	for _, c := range columns {
		lines[0] = append(lines[0], c.ID)
		head := c.Title
		if c.Figure != nil {
			head = layout.WithUnit(c.Figure)
		}
		lines[1] = append(lines[1], head)
	}
	for _, place := range communes {
		known, line := wideKnown(plan, place), make([]string, len(columns))
		for i, c := range columns {
			if v, ok := known[c.ID]; ok {
				line[i] = fmt.Sprint(v)
			}
		}
		lines = append(lines, line)
	}
	return out.WriteAll(lines)
}
