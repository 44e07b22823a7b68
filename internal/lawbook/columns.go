package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/xlsx/draw"
)

// The sheets, by the names they are found by.
const (
	guideSheet = "Hướng dẫn"
	checkSheet = "Đối chiếu"
	addSheet   = "Chỉ tiêu mới"
	listSheet  = "Danh mục"
)

// schema opens the hidden cell that says which standard, of which province, a
// workbook is for: "ntm.lawbook.v1|nang-cao-2021-2025|Thanh Hóa".
const schema = "ntm.lawbook.v1"

// column is a column of a sheet. Its id stands in a hidden row above its head,
// by which it is found again wherever it was moved to.
type column struct {
	id, title string
	width     float64 // in characters
	entry     bool    // an official writes in it
}

// laid are columns as a sheet lays them down: their widths, their ids, their heads
// and a row of blanks.
func laid(columns []column, blank draw.Look) (widths []float64, ids []string, heads, blanks []draw.Cell) {
	for _, c := range columns {
		head := colHead
		if c.entry {
			head = toFill
		}
		widths, ids = append(widths, c.width), append(ids, c.id)
		heads, blanks = append(heads, draw.Text(c.title, head)), append(blanks, draw.Blank(blank))
	}
	return widths, ids, heads, blanks
}

// The ids that both sheets use for what an official writes.
const (
	idKey, idSeen, idPresent = "ntm:key", "ntm:seen", "ntm:present"
	idValue, idWay, idTick   = "ntm:value", "ntm:way", "ntm:tick"
	idDecision, idDate       = "ntm:decision", "ntm:date"
	idArticle, idBy, idOn    = "ntm:article", "ntm:by", "ntm:on"
	idLaxer, idNote          = "ntm:laxer", "ntm:note"
	idCriterion, idNo        = "ntm:criterion", "ntm:no"
	idName, idFigure         = "ntm:name", "ntm:figure"
	idNewName, idUnit        = "ntm:new.name", "ntm:new.unit"
	idNumerator, idOver      = "ntm:new.numerator", "ntm:new.denominator"
	idCounted, idConfirmedBy = "ntm:new.counted", "ntm:new.confirmed"
	idAt                     = "ntm:at." // and a column of the standard
	idHead                   = "ntm:head."
)

// checkColumns are the columns of the sheet Đối chiếu: what stands, then what
// the official writes.
var checkColumns = []column{
	{id: idKey, title: "Mã dòng"},
	{id: idSeen, title: "Ngưỡng khi xuất"},
	{title: "Tiêu chí", width: 17},
	{title: "Chỉ tiêu", width: 8},
	{title: "Năm", width: 11},
	{title: "Vùng, nhóm xã", width: 15},
	{title: "Nội dung", width: 42},
	{title: "Số liệu", width: 30},
	{title: "Cách xét", width: 9},
	{id: idPresent, title: "Ngưỡng hiện có", width: 20},
	{title: "Tình trạng", width: 13},
	{title: "Nguồn", width: 34},
	{id: idTick, title: "Đã đối chiếu (x)", width: 9, entry: true},
	{id: idValue, title: "Ngưỡng theo quyết định", width: 14, entry: true},
	{id: idWay, title: "Cách xét", width: 8, entry: true},
	{id: idDecision, title: "Số quyết định", width: 16, entry: true},
	{id: idDate, title: "Ngày quyết định", width: 12, entry: true},
	{id: idArticle, title: "Điều, phụ lục", width: 16, entry: true},
	{id: idBy, title: "Người đối chiếu", width: 18, entry: true},
	{id: idOn, title: "Ngày đối chiếu", width: 12, entry: true},
	{id: idLaxer, title: "Điều khoản cho phép thấp hơn", width: 17, entry: true},
	{id: idNote, title: "Ghi chú", width: 22, entry: true},
}

// The columns that say which threshold a row is about stand on every printed
// page, and on the screen however far one scrolls. Counted from 1.
const (
	firstVisible            = 3
	firstNaming, lastNaming = 4, 6
)

// addColumns are the columns of the sheet Chỉ tiêu mới.
func (l *law) addColumns(looked []criteria.Region) []column {
	out := []column{
		{id: idCriterion, title: "Tiêu chí (chọn, hoặc ghi số và tên)", width: 26, entry: true},
		{id: idNo, title: "Chỉ tiêu số", width: 9, entry: true},
		{id: idName, title: "Nội dung chỉ tiêu", width: 44, entry: true},
		{id: idFigure, title: "Số liệu có sẵn (chọn)", width: 26, entry: true},
		{id: idNewName, title: "Số liệu mới: tên", width: 30, entry: true},
		{id: idUnit, title: "Đơn vị đo", width: 13, entry: true},
		{id: idNumerator, title: "Tỷ lệ: tử số", width: 22, entry: true},
		{id: idOver, title: "Tỷ lệ: mẫu số", width: 22, entry: true},
		{id: idCounted, title: "Tỷ lệ: đếm theo", width: 11, entry: true},
		{id: idConfirmedBy, title: "Ngành xác nhận số liệu", width: 18, entry: true},
		{id: idWay, title: "Cách xét", width: 13, entry: true},
		{id: idValue, title: "Ngưỡng chung", width: 11, entry: true},
	}
	for _, c := range l.columns {
		if looked == nil || slices.Contains(looked, c) {
			out = append(out, column{id: idAt + string(c), title: "Ngưỡng: " + l.columnTitle(c), width: 13, entry: true})
		}
	}
	for _, c := range checkColumns {
		if slices.Contains([]string{idDecision, idDate, idArticle, idBy, idOn, idNote}, c.id) {
			out = append(out, c)
		}
	}
	return out
}

// headFields are the entries written once for every row that leaves its own
// blank, and the columns of the sheet that each stands over, counted from 1.
var headFields = []struct {
	id, title   string
	first, last int
}{
	{idDecision, "Số quyết định", 5, 6},
	{idDate, "Ngày quyết định", 7, 7},
	{idArticle, "Điều, phụ lục", 8, 8},
	{idBy, "Người đối chiếu", 9, 10},
	{idOn, "Ngày đối chiếu", 11, 12},
}

// wayWords are the ways to judge as the drop-downs offer them.
var wayWords = []string{"≥", "≤", "=", "Đạt"}

// headID is the id of a head entry.
func headID(id string) string { return idHead + strings.TrimPrefix(id, "ntm:") }
