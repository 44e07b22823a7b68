package layout

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// The wide sheet holds many communes: one a row, one figure a column. It has no
// room for what is a table of its own – evidence, capital, the poll by villages –
// and does not pretend to: those are unknown to a report read from it. Of the
// sections it takes what a cell says exactly: the poll of the whole commune, the
// sum owed, the police's confirmation, the years of earlier titles, the names of
// villages and fields.

// WideMark is the hidden first cell of a wide sheet's workbook; the year and the
// highest level asked follow it.
const WideMark = "ntm.wide.v1"

// WideSheet is the sheet with the communes.
const WideSheet = "Số liệu các xã"

// The columns before the figures.
const (
	WideCode     = "ntm:code"
	WideName     = "ntm:name"
	WideDistrict = "ntm:district"
	WideProvince = "ntm:province"
	WideYear     = "ntm:year"
	WideTraits   = "ntm:traits"
)

// What stands in the column of codes beside the rows above the communes.
const (
	GroupHead = "Tiêu chí"
	UnitHead  = "Đơn vị"
)

// WideColumn is a column of a wide sheet.
type WideColumn struct {
	ID, Title, Hint string
	Group           string // the criterion, as the row above the titles names it
	Width           float64
	titles          []string         // further words by which the head is known
	Figure          *criteria.Figure // nil for who and when, and for the sections
}

// WideHead is the columns that say which commune a row is of, and when.
var WideHead = []WideColumn{
	{ID: WideCode, Title: "Mã xã", Width: 9, titles: []string{"ma", "ma don vi", "ma dvhc", "ma don vi hanh chinh"}},
	{ID: WideName, Title: "Xã", Width: 20, titles: []string{"ten xa", "ten don vi", "don vi hanh chinh"}},
	{ID: WideDistrict, Title: "Huyện", Width: 17, titles: []string{"ten huyen", "quan huyen"}},
	{ID: WideProvince, Title: "Tỉnh", Width: 15, titles: []string{"ten tinh", "tinh, thanh pho", "tinh thanh pho",
		"tinh/thanh pho"}},
	{ID: WideYear, Title: "Năm xét", Width: 8, titles: []string{"nam", "nam xet cong nhan"},
		Hint: "Năm xét công nhận, ví dụ 2023."},
	{ID: WideTraits, Title: "Đặc điểm", Width: 22, titles: []string{"dac diem cua xa"},
		Hint: "Ghi như ở tờ Hướng dẫn, nhiều đặc điểm cách nhau bằng dấu chấm phẩy. Không có đặc điểm nào thì " +
			"ghi: không. Để trống: chưa biết."},
}

// WideTitle begins the id of a column for the year in which a level was recognised.
const WideTitle = "title_of_"

// wideTitles are the columns for what was recognised before.
func wideTitles(levels []criteria.Level) []WideColumn {
	return list.Map(levels, func(l criteria.Level) WideColumn {
		return WideColumn{ID: WideTitle + string(l), Title: "Năm được công nhận xã " + l.Title(),
			Hint: "Ghi năm, hoặc năm kèm quyết định: 2021 (số 12/QĐ-UBND ngày 15/11/2021). Chưa được công nhận thì " +
				"ghi: không. Trống cả các cột này: chưa biết.",
			titles: titlesOfTitle(l)}
	})
}

// titlesOfTitle are further heads of such a column, folded.
func titlesOfTitle(l criteria.Level) []string {
	var out []string
	for _, lead := range []string{"nam cong nhan", "nam dat chuan", "nam dat", "nam duoc cong nhan", "cong nhan",
		"nam cong nhan dat chuan"} {
		for _, name := range []string{l.Title(), "xã " + l.Title(), l.Brief(), "NTM " + l.Brief()} {
			if head := lead + " " + vi.Fold(name); !slices.Contains(out, head) && !strings.Contains(head, "ntm ntm") {
				out = append(out, head)
			}
		}
	}
	return out
}

// wideSections is the columns of the sections that a cell can say exactly.
var wideSections = []WideColumn{
	{ID: commune.SatisfactionFigure, Title: "Tỷ lệ người dân hài lòng (%)", titles: []string{"ty le hai long",
		"ty le hai long cua nguoi dan", "ty le nguoi dan hai long", "hai long", "su hai long cua nguoi dan",
		"ty le hai long (%)"},
		Hint: "Ghi tỷ lệ %, hoặc số phiếu hài lòng trên số phiếu thu về: 1300/1350. Để trống: chưa biết."},
	{ID: commune.CoverageFigure, Title: "Số hộ được lấy ý kiến trên tổng số hộ", titles: []string{
		"so ho duoc lay y kien", "ty le ho duoc lay y kien", "ho duoc lay y kien/tong so ho"},
		Hint: "Ghi hai số: số phiếu thu về trên tổng số hộ, ví dụ 1350/1900; hoặc tỷ lệ %, ví dụ 71. Để trống: " +
			"chưa biết."},
	{ID: commune.ArrearsFigure, Title: "Nợ đọng xây dựng cơ bản còn phải trả (triệu đồng)",
		titles: []string{"no dong", "no dong xay dung co ban", "no dong xdcb", "no dong xay dung co ban (trieu dong)"},
		Hint:   "Không còn nợ thì ghi 0. Số chưa chính xác thì ghi như báo cáo: dưới 200. Để trống: chưa biết."},
	{ID: commune.SecurityFigure, Title: "Đạt tiêu chuẩn \"An toàn về an ninh, trật tự\"",
		titles: []string{"an ninh, trat tu", "an ninh trat tu", "an toan ve an ninh, trat tu"},
		Hint:   "Đạt hoặc Chưa đạt, theo xác nhận của công an. Để trống: chưa biết."},
	{ID: commune.SmartFigure, Title: "Các thôn thông minh", Hint: "Ghi tên từng thôn, cách nhau bằng dấu chấm " +
		"phẩy. Không có thì ghi: không. Để trống: chưa biết."},
	{ID: commune.FieldsFigure, Title: "Các lĩnh vực nổi trội", Hint: "Ghi tên từng lĩnh vực, cách nhau bằng dấu " +
		"chấm phẩy. Không có thì ghi: không. Để trống: chưa biết."},
}

// WideColumns is the columns of the blank sheet of a plan.
func WideColumns(plan *Plan) []WideColumn {
	out := append([]WideColumn{}, WideHead...)
	for _, g := range plan.Groups {
		for _, f := range g.Figures {
			out = append(out, WideColumn{ID: f.ID, Title: f.Name, Group: strings.TrimPrefix(g.No+". "+g.Name, ". "),
				Hint: strings.TrimSpace(wideHint(f.Figure) + " " + f.In(plan.Year)), Width: 14, Figure: f.Figure})
		}
	}
	for _, c := range slices.Concat(wideSections, wideTitles(plan.Titles)) {
		if (c.ID == commune.SmartFigure || c.ID == commune.FieldsFigure) && !plan.Asks(criteria.KieuMau) {
			continue
		}
		c.Group, c.Width = Other, 18
		out = append(out, c)
	}
	return out
}

// wideHint tells how the figure is typed.
func wideHint(f *criteria.Figure) string {
	if (f.LeavesOutOf != "" || f.Told != "") && f.Unit != criteria.Percent {
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

// WideIndex is every column a wide sheet may have, by its id and, folded, by the
// words of its head.
func WideIndex(lib *criteria.Library) map[string]*WideColumn {
	out := map[string]*WideColumn{}
	add := func(c WideColumn) {
		out[c.ID] = &c
		for _, words := range append([]string{c.Title}, c.titles...) {
			out[vi.Fold(words)] = &c
		}
	}
	for _, f := range lib.FigureList {
		add(WideColumn{ID: f.ID, Title: f.Name, Figure: f, titles: []string{WithUnit(f)}})
	}
	for _, c := range slices.Concat(WideHead, wideSections, wideTitles(criteria.Levels)) {
		add(c)
	}
	return out
}

// WithUnit is a figure's name as a head where there is no row for the units.
func WithUnit(f *criteria.Figure) string { return f.Name + " (" + string(f.Unit) + ")" }
