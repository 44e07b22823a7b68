package form

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/vi"
)

// The wide sheet holds many communes: one a row, one figure a column. It has no
// room for what is a table of its own – evidence, capital, the poll by villages,
// earlier titles – and does not pretend to: those are unknown to a report read
// from it. Of the sections that are figures it takes what a cell says exactly:
// the sum owed, the police's confirmation, the names of villages and fields.

// WideMark is the hidden first cell of a wide sheet's workbook; the year and the
// highest level asked follow it.
const WideMark = "ntm.wide.v1"

// wideSheet is the sheet with the communes.
const wideSheet = "Số liệu các xã"

// The columns before the figures.
const (
	wideCode     = "ntm:code"
	wideName     = "ntm:name"
	wideDistrict = "ntm:district"
	wideProvince = "ntm:province"
	wideYear     = "ntm:year"
	wideTraits   = "ntm:traits"
)

// wideColumn is a column of a wide sheet.
type wideColumn struct {
	id, title, hint string
	group           string // the criterion, as the row above the titles names it
	width           float64
	titles          []string         // further words by which the head is known
	figure          *criteria.Figure // nil for who and when, and for the sections
}

// wideHead is the columns that say which commune a row is of, and when.
var wideHead = []wideColumn{
	{id: wideCode, title: "Mã xã", width: 9, titles: []string{"ma", "ma don vi", "ma dvhc", "ma don vi hanh chinh"}},
	{id: wideName, title: "Xã", width: 20, titles: []string{"ten xa", "ten don vi", "don vi hanh chinh"}},
	{id: wideDistrict, title: "Huyện", width: 17, titles: []string{"ten huyen", "quan huyen"}},
	{id: wideProvince, title: "Tỉnh", width: 15, titles: []string{"ten tinh", "tinh, thanh pho", "tinh thanh pho",
		"tinh/thanh pho"}},
	{id: wideYear, title: "Năm xét", width: 8, titles: []string{"nam", "nam xet cong nhan"},
		hint: "Năm xét công nhận, ví dụ 2023."},
	{id: wideTraits, title: "Đặc điểm", width: 22, titles: []string{"dac diem cua xa"},
		hint: "Ghi như ở tờ Hướng dẫn, nhiều đặc điểm cách nhau bằng dấu chấm phẩy. Không có đặc điểm nào thì " +
			"ghi: không. Để trống: chưa biết."},
}

// wideSections is the columns of the sections that a cell can say exactly.
var wideSections = []wideColumn{
	{id: commune.ArrearsFigure, title: "Nợ đọng xây dựng cơ bản còn phải trả (triệu đồng)",
		hint: "Không còn nợ thì ghi 0. Để trống: chưa biết."},
	{id: commune.SecurityFigure, title: "Đạt tiêu chuẩn \"An toàn về an ninh, trật tự\"",
		hint: "Đạt hoặc Chưa đạt, theo xác nhận của công an. Để trống: chưa biết."},
	{id: commune.SmartFigure, title: "Các thôn thông minh", hint: "Ghi tên từng thôn, cách nhau bằng dấu chấm " +
		"phẩy. Không có thì ghi: không. Để trống: chưa biết."},
	{id: commune.FieldsFigure, title: "Các lĩnh vực nổi trội", hint: "Ghi tên từng lĩnh vực, cách nhau bằng dấu " +
		"chấm phẩy. Không có thì ghi: không. Để trống: chưa biết."},
}

// wideColumns is the columns of the blank sheet of a plan.
func wideColumns(plan *Plan) []wideColumn {
	out := append([]wideColumn{}, wideHead...)
	for _, g := range plan.Groups {
		for _, f := range g.Figures {
			out = append(out, wideColumn{id: f.ID, title: f.Name, group: g.No + ". " + g.Name,
				hint: strings.TrimSpace(wideHint(f.Figure) + " " + f.In(plan.Year)), width: 14, figure: f.Figure})
		}
	}
	for _, c := range wideSections {
		if (c.id == commune.SmartFigure || c.id == commune.FieldsFigure) && !plan.asks(criteria.KieuMau) {
			continue
		}
		c.group, c.width = Other, 18
		out = append(out, c)
	}
	return out
}

// wideHint tells how the figure is typed.
func wideHint(f *criteria.Figure) string {
	if f.LeavesOutOf != "" {
		return "Không bắt buộc. Ghi một số tính bằng " + string(f.Unit) + ", hoặc để trống."
	}
	switch f.Unit {
	case criteria.Declared:
		return "Chọn Đạt hoặc Chưa đạt. Để trống: chưa biết."
	case criteria.Grade:
		return "Chọn một xếp loại: " + strings.Join(criteria.Grades, ", ") + ". Để trống: chưa biết."
	case criteria.Percent:
		if f.Numerator != "" {
			return "Ghi tỷ lệ %, ví dụ 98,5; hoặc ghi hai số đếm, ví dụ 31/2026. Để trống: chưa có số liệu."
		}
		return "Ghi tỷ lệ %, ví dụ 98,5. Để trống: chưa có số liệu."
	}
	return "Ghi một số tính bằng " + string(f.Unit) + ". Để trống: chưa có số liệu."
}

// wideIndex is every column a wide sheet may have, by its id and, folded, by the
// words of its head.
func wideIndex(lib *criteria.Library) map[string]*wideColumn {
	out := map[string]*wideColumn{}
	add := func(c wideColumn) {
		out[c.id] = &c
		for _, words := range append([]string{c.title}, c.titles...) {
			out[vi.Fold(words)] = &c
		}
	}
	for _, f := range lib.FigureList {
		add(wideColumn{id: f.ID, title: f.Name, figure: f, titles: []string{withUnit(f)}})
	}
	for _, c := range append(append([]wideColumn{}, wideHead...), wideSections...) {
		add(c)
	}
	return out
}

// withUnit is a figure's name as a head where there is no row for the units.
func withUnit(f *criteria.Figure) string { return f.Name + " (" + string(f.Unit) + ")" }
