package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
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
// workbook is for: "ntm.lawbook.v1|nang-cao-2021-2025|Thanh Hóa". One into which a
// decision was read says of which layer that is, too.
const schema = "ntm.lawbook.v1"

// column is a column of a sheet. Its id stands in a hidden row above its head,
// by which it is found again wherever it was moved to.
type column struct {
	id, title string
	width     float64 // in characters
	entry     bool    // an official writes in it
	shows     shown   // of what an official only reads
}

// toFillIn is a column that an official writes in.
func toFillIn(id, title string, width float64) column {
	return column{id: id, title: title, width: width, entry: true}
}

// shown is what a column shows of a threshold.
type shown int

// What columns of the sheet Đối chiếu show.
const (
	nothing shown = iota
	theCriterion
	theNumber
	theYears
	thePlace
	theWording
	theFigure
	theWay
	thePresent
	theStatus
	theSource
	theKind  // how the decision stands to what the program has
	theWords // the decision's own
	theWhy   // a person is to read it again
)

// layout is how the columns of the sheet Đối chiếu are laid out.
type layout struct {
	columns      []column
	hidden       int        // columns at the left that only programs read
	head         []headCell // the entries that every row shares
	pageAcross   int        // the column that a second page across begins with
	titleColumns int        // columns that a title may cover
	headTall     float64    // the height of the head's titles, in points
}

// beforeHead is how many columns say what the head is for, behind the hidden ones.
const beforeHead = 2

// headCell is an entry written once for every row that leaves its own blank, and the
// columns of the sheet that it stands over, counted from 1.
type headCell struct {
	id, title   string
	first, last int
}

// over is the cells of a column, by its id, from one row to another.
func over(columns []column, id string, first, last int) string {
	i := 1 + slices.IndexFunc(columns, func(c column) bool { return c.id == id })
	return draw.Cells(i, first, i, last)
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

// heads are entries that every row shares, as a sheet lays them down behind other
// columns: their ids, their titles, and what the machine puts in.
func heads(fields []headCell, behind int, put func(id string) string) (ids []string, titles, entries []draw.Cell) {
	ids = make([]string, fields[len(fields)-1].last)
	titles, entries = make([]draw.Cell, behind), make([]draw.Cell, behind)
	for _, f := range fields {
		ids[f.first-1] = headID(f.id)
		titles = append(titles, draw.Text(f.title, toFill).Over(f.last-f.first+1))
		entries = append(entries, draw.Text(put(f.id), entry).Over(f.last-f.first+1))
	}
	return ids, titles, entries
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
	idPart, idYear           = "ntm:part", "ntm:year"
	idCase                   = "ntm:case"
	idNewName, idUnit        = "ntm:new.name", "ntm:new.unit"
	idNumerator, idOver      = "ntm:new.numerator", "ntm:new.denominator"
	idCounted, idConfirmedBy = "ntm:new.counted", "ntm:new.confirmed"
	idAt                     = "ntm:at." // and a column of the standard
	idHead                   = "ntm:head."
	idRead                   = "ntm:read"  // what the machine put into the row
	idWords                  = "ntm:words" // the decision's own
	idAll                    = "ntm:all"   // every row stands as the decision has it
	idFresh                  = "ntm:fresh" // what no figure is chosen for is judged by a new one
)

var (
	colKey       = column{id: idKey, title: "Mã dòng"}
	colSeen      = column{id: idSeen, title: "Ngưỡng khi xuất"}
	colTick      = toFillIn(idTick, "Đã đối chiếu (x)", 9)
	colValue     = toFillIn(idValue, "Ngưỡng theo quyết định", 14)
	colWay       = toFillIn(idWay, "Cách xét", 8)
	basisColumns = []column{
		toFillIn(idDecision, "Số quyết định", 16),
		toFillIn(idDate, "Ngày quyết định", 12),
		toFillIn(idArticle, "Điều, phụ lục", 16),
		toFillIn(idBy, "Người đối chiếu", 18),
		toFillIn(idOn, "Ngày đối chiếu", 12),
		toFillIn(idLaxer, "Điều khoản cho phép thấp hơn", 17),
		toFillIn(idNote, "Ghi chú", 22),
	}
)

// plainLayout is the sheet Đối chiếu as an office fills it in with the decision in
// hand: what stands, then what the official writes.
var plainLayout = layout{
	columns: slices.Concat([]column{
		colKey, colSeen,
		{title: "Tiêu chí", width: 17, shows: theCriterion},
		{title: "Chỉ tiêu", width: 8, shows: theNumber},
		{title: "Năm", width: 11, shows: theYears},
		{title: "Vùng, nhóm xã", width: 15, shows: thePlace},
		{title: "Nội dung", width: 42, shows: theWording},
		{title: "Số liệu", width: 30, shows: theFigure},
		{title: "Cách xét", width: 9, shows: theWay},
		{id: idPresent, title: "Ngưỡng hiện có", width: 20, shows: thePresent},
		{title: "Tình trạng", width: 13, shows: theStatus},
		{title: "Nguồn", width: 34, shows: theSource},
		colTick, colValue, colWay,
	}, basisColumns),
	hidden: 2, pageAcross: 13, titleColumns: 10, headTall: 18,
	head: []headCell{
		{idDecision, "Số quyết định", 5, 6},
		{idDate, "Ngày quyết định", 7, 7},
		{idArticle, "Điều, phụ lục", 8, 8},
		{idBy, "Người đối chiếu", 9, 10},
		{idOn, "Ngày đối chiếu", 11, 12},
	},
}

// readLayout is the sheet Đối chiếu into which a decision was read: its words and what
// the machine made of them stand beside what the program has.
var readLayout = layout{
	columns: slices.Concat([]column{
		colKey, colSeen, {id: idRead, title: "Máy đọc"},
		{title: "Tiêu chí", width: 15, shows: theCriterion},
		{title: "Chỉ tiêu", width: 8, shows: theNumber},
		{title: "Năm", width: 10, shows: theYears},
		{title: "Vùng, nhóm xã", width: 14, shows: thePlace},
		{title: "Nội dung", width: 36, shows: theWording},
		{title: "So với chương trình", width: 12, shows: theKind},
		{id: idWords, title: "Nguyên văn trong quyết định", width: 28, shows: theWords},
		toFillIn(idValue, "Ngưỡng theo quyết định", 12),
		toFillIn(idWay, "Cách xét", 9),
		colTick,
		{title: "Vì sao cần đọc lại", width: 30, shows: theWhy},
		{id: idPresent, title: "Ngưỡng hiện có", width: 18, shows: thePresent},
		{title: "Số liệu", width: 26, shows: theFigure},
		{title: "Tình trạng", width: 13, shows: theStatus},
		{title: "Nguồn", width: 30, shows: theSource},
	}, basisColumns),
	hidden: 3, pageAcross: 16, titleColumns: 11, headTall: 45,
	head: []headCell{
		{idArticle, "Điều, phụ lục", 6, 7},
		{idDecision, "Số quyết định", 8, 8},
		{idDate, "Ngày quyết định", 9, 9},
		{idBy, "Người đối chiếu", 10, 10},
		{idOn, "Ngày đối chiếu", 11, 12},
		{idAll, "Tất cả dòng đúng như nguyên văn (x)", 13, 14},
		{idFresh, "Dòng cần chọn mà để trống: lập số liệu mới (x)", 15, 15},
	},
}

// required are the ids of the columns that the sheet cannot be read back without.
func required(columns []column) []string {
	needed := list.Where(columns, func(c column) bool { return c.id != "" && !slices.Contains(optional, c.id) })
	return list.Map(needed, func(c column) string { return c.id })
}

// optional are columns that workbooks of earlier versions do not have.
var optional = []string{idRead, idWords, idPart, idYear, idCase, idTick, idKey}

// addColumns are the columns of the sheet Chỉ tiêu mới; of one into which a decision
// was read, with what the machine read.
func addColumns(l *collation.Law, looked []criteria.Region, isRead bool) []column {
	out := []column{
		toFillIn(idCriterion, "Tiêu chí (chọn, hoặc ghi số và tên)", 26),
		toFillIn(idNo, "Chỉ tiêu số", 9),
		toFillIn(idName, "Nội dung chỉ tiêu", 44),
		toFillIn(idPart, "Phần (nếu chỉ tiêu có nhiều phần)", 20),
		toFillIn(idYear, "Năm (để trống: mọi năm)", 9),
		toFillIn(idCase, "Trường hợp (theo số trường, hoặc)", 14),
	}
	if isRead {
		out = append(out,
			column{title: "So với chương trình", width: 12, shows: theKind},
			column{title: "Thay cho mức đang có", width: 18, shows: thePresent},
			column{id: idWords, title: "Nguyên văn trong quyết định", width: 34, shows: theWords},
			toFillIn(idTick, "Đã đối chiếu (x)", 9))
		out[2].width, out[3].width, out[4].width = 36, 16, 9
	}
	thresholds := []column{toFillIn(idWay, "Cách xét", 13), toFillIn(idValue, "Ngưỡng chung", 11)}
	for _, c := range l.Columns {
		if looked == nil || slices.Contains(looked, c) {
			title := l.ColumnTitle(c)
			if isRead {
				title, _, _ = strings.Cut(title, ",") // the words beside it say the rest
			}
			thresholds = append(thresholds, toFillIn(idAt+string(c), "Ngưỡng: "+title, 13))
		}
	}
	figures := []column{
		toFillIn(idFigure, "Số liệu có sẵn (chọn)", 26),
		toFillIn(idNewName, "Số liệu mới: tên", 30),
		toFillIn(idUnit, "Đơn vị đo", 13),
		toFillIn(idNumerator, "Tỷ lệ: tử số", 22),
		toFillIn(idOver, "Tỷ lệ: mẫu số", 22),
		toFillIn(idCounted, "Tỷ lệ: đếm theo", 11),
		toFillIn(idConfirmedBy, "Ngành xác nhận số liệu", 18),
	}
	if isRead {
		out = slices.Concat(out, figures[:1], thresholds,
			[]column{{title: "Vì sao cần đọc lại", width: 30, shows: theWhy}}, figures[1:])
	} else {
		out = slices.Concat(out, figures, thresholds)
	}
	out = append(out, list.Where(basisColumns, func(c column) bool { return c.id != idLaxer })...)
	if isRead {
		out = append(out, column{id: idRead, title: "Máy đọc"}, column{id: idKey, title: "Mã dòng"})
	}
	return out
}

// wayWords are the ways to judge as the drop-downs offer them.
var wayWords = []string{"≥", "≤", "=", ">", "<", "Đạt"}

// headID is the id of a head entry.
func headID(id string) string { return idHead + strings.TrimPrefix(id, "ntm:") }
