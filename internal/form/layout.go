package form

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
)

// Mark is the hidden first cell of a form's first sheet, by which it is told
// from other workbooks; the year and the highest level asked follow it in the
// cells beside it.
const Mark = "ntm.form.v1"

// The sheets, in their order.
const (
	guideSheet    = "Hướng dẫn"
	placeSheet    = "Thông tin xã"
	figureSheet   = "Số liệu"
	evidenceSheet = "Minh chứng"
	capitalSheet  = "Nguồn lực"
	arrearsSheet  = "Nợ đọng"
	pollSheet     = "Hài lòng"
	securitySheet = "An ninh, trật tự"
	titleSheet    = "Quyết định công nhận"
	smartSheet    = "Thôn thông minh" // this and the next only for kiểu mẫu
	fieldSheet    = "Lĩnh vực nổi trội"
)

// kind is what a cell holds and how it is read.
type kind int

const (
	printed kind = iota // by the program; not read
	keyed               // the hidden key of a row of fixed meaning
	words               // free text
	number              // an amount, 0 or more
	count               // a whole number, 0 or more
	year
	day
	choice // one of the column's options
	cites  // codes of evidence, apart by commas
	result // of a figure: by its unit a number, a grade, or Đạt / Chưa đạt
)

// option is an answer a person picks: the word in the cell, and what it says.
type option struct{ word, value string }

// column is one column of a table.
type column struct {
	id      string  // in the hidden row above the heads
	title   string  // the head, as people see it
	width   float64 // in characters
	kind    kind
	options []option
	hint    string // what a person is told who chooses the cell
}

// table is a table of a sheet. With questions it has one row for each, found by
// its key; without, rows as people fill them in.
type table struct {
	sheet     string
	columns   []column
	questions []question
	rows      int // open for filling in
}

// question is a row of fixed meaning.
type question struct {
	key, label string
	kind       kind
	options    []option
	hint       string
}

// answers is a table of questions.
func answers(sheet string, questions ...question) table {
	return table{sheet: sheet, questions: questions, columns: []column{
		{id: "ntm:key", kind: keyed},
		{id: "ntm:question", title: "Nội dung", width: 58},
		{id: "ntm:answer", title: "Trả lời", width: 38},
		{id: "ntm:how", title: "Cách ghi", width: 52},
	}}
}

var (
	yesNo = []option{{"Có", "yes"}, {"Không", "no"}}
	metOr = []option{{"Đạt", "yes"}, {"Chưa đạt", "no"}}
)

// The answers a sheet asks for above its table.
var (
	placeAnswers = answers(placeSheet, append([]question{
		{key: "code", label: "Mã xã", kind: words, hint: "Mã đơn vị hành chính, ví dụ 16492. Có mã thì ba dòng " +
			"tên dưới đây không bắt buộc."},
		{key: "name", label: "Tên xã", kind: words, hint: "Không ghi chữ \"xã\" cũng được."},
		{key: "district", label: "Huyện", kind: words, hint: "Từ 1/7/2025 không còn cấp huyện: để trống."},
		{key: "province", label: "Tỉnh, thành phố", kind: words},
		{key: "region", label: "Vùng (chỉ ghi khi xã không có trong danh mục)", kind: choice, options: regions(),
			hint: "Bình thường để trống."},
		{key: "year", label: "Năm xét công nhận", kind: year},
		{key: "date", label: "Ngày đánh giá", kind: day, hint: "Ví dụ 15/11/2023. Để trống: lấy ngày cuối năm xét."},
		{key: "note", label: "Ghi chú chung", kind: words},
	}, traits()...)...)
	pollAnswers = answers(pollSheet,
		question{key: "poll_evidence", label: "Minh chứng của việc lấy ý kiến", kind: cites})
	arrearsAnswers = answers(arrearsSheet,
		question{key: "arrears", label: "Xã còn nợ đọng xây dựng cơ bản thuộc Chương trình không?", kind: choice,
			options: yesNo,
			hint:    "Không: không ghi bảng dưới. Có: ghi từng công trình. Để trống: chưa biết."})
	securityAnswers = answers(securitySheet,
		question{key: "security", label: "Xã đạt tiêu chuẩn \"An toàn về an ninh, trật tự\"", kind: choice,
			options: metOr, hint: "Theo xác nhận của công an. Để trống: chưa biết."},
		question{key: "security_evidence", label: "Minh chứng về an ninh, trật tự", kind: cites})
	smartAnswers = answers(smartSheet,
		question{key: "smart", label: "Xã có thôn thông minh theo quy định của tỉnh không?", kind: choice,
			options: yesNo,
			hint:    "Không: không ghi bảng dưới. Có: ghi tên từng thôn. Để trống: chưa biết."},
		question{key: "smart_evidence", label: "Minh chứng về thôn thông minh", kind: cites})
	fieldAnswers = answers(fieldSheet,
		question{key: "fields", label: "Xã có lĩnh vực nổi trội theo quy định của tỉnh không?", kind: choice,
			options: yesNo,
			hint:    "Không: không ghi bảng dưới. Có: ghi từng lĩnh vực. Để trống: chưa biết."})
)

// The tables.
var (
	figureTable = table{sheet: figureSheet, columns: []column{
		{id: "ntm:figure", kind: keyed},
		{id: "ntm:no", title: "Chỉ tiêu", width: 11},
		{id: "ntm:name", title: "Số liệu", width: 36},
		{id: "ntm:unit", title: "Đơn vị", width: 10},
		{id: "ntm:ntm", title: "Mức NTM", width: 11.5},
		{id: "ntm:nang-cao", title: "Mức nâng cao", width: 11.5},
		{id: "ntm:kieu-mau", title: "Mức kiểu mẫu", width: 11.5},
		{id: "ntm:value", title: "Kết quả", width: 10, kind: result},
		{id: "ntm:numerator", title: "Tử số", width: 9, kind: number},
		{id: "ntm:denominator", title: "Mẫu số", width: 9, kind: number},
		{id: "ntm:year", title: "Năm số liệu", width: 7, kind: year},
		{id: "ntm:evidence", title: "Minh chứng số", width: 9, kind: cites},
		{id: "ntm:note", title: "Ghi chú", width: 16, kind: words},
		{id: "ntm:state", title: "Tình trạng", width: 12},
		{id: "ntm:how", title: "Cách tính; nơi xác nhận", width: 38},
	}}
	evidenceTable = table{sheet: evidenceSheet, rows: 120, columns: []column{
		{id: "ntm:code", title: "Số thứ tự (mã)", width: 11, kind: words,
			hint: "Ghi mã này ở cột Minh chứng số của tờ Số liệu."},
		{id: "ntm:number", title: "Số, ký hiệu", width: 20, kind: words},
		{id: "ntm:date", title: "Ngày tháng năm", width: 13, kind: day, hint: "Ví dụ 15/11/2023."},
		{id: "ntm:issuer", title: "Tác giả", width: 28, kind: words},
		{id: "ntm:title", title: "Tên loại và trích yếu nội dung", width: 52, kind: words},
		{id: "ntm:file", title: "Tệp kèm theo", width: 26, kind: words,
			hint: "Tên tệp đặt cùng thư mục hồ sơ, nếu có."},
	}}
	capitalTable = table{sheet: capitalSheet, rows: 12, columns: []column{
		{id: "ntm:source", title: "Nguồn", width: 28, kind: choice, options: sources()},
		{id: "ntm:kind", title: "Loại", width: 18, kind: choice, options: capitalKinds()},
		{id: "ntm:quantity", title: "Số lượng", width: 13, kind: number},
		{id: "ntm:quantity_unit", title: "Đơn vị tính", width: 11, kind: words},
		{id: "ntm:unit_price", title: "Đơn giá (triệu đồng)", width: 13, kind: number},
		{id: "ntm:worth", title: "Giá trị (triệu đồng)", width: 15, kind: number,
			hint: "Để trống thì chương trình nhân số lượng với đơn giá."},
		{id: "ntm:sum", title: "Thành tiền", width: 15},
		{id: "ntm:share", title: "Tỷ trọng", width: 10},
		{id: "ntm:stated_share", title: "Tỷ lệ theo báo cáo (%)", width: 12, kind: number,
			hint: "Chỉ ghi khi báo cáo nêu tỷ lệ mà không nêu số tiền; không dùng để xét."},
		{id: "ntm:from", title: "Từ năm", width: 8, kind: year},
		{id: "ntm:to", title: "Đến năm", width: 8, kind: year},
		{id: "ntm:remark", title: "Ghi chú", width: 26, kind: words},
	}}
	arrearsTable = table{sheet: arrearsSheet, rows: 26, columns: []column{
		{id: "ntm:work", title: "Công trình", width: 36, kind: words},
		{id: "ntm:decision", title: "Quyết định", width: 20, kind: words},
		{id: "ntm:total", title: "Tổng mức đầu tư", width: 14, kind: number},
		{id: "ntm:completed", title: "Khối lượng hoàn thành", width: 14, kind: number},
		{id: "ntm:paid", title: "Đã thanh toán", width: 14, kind: number},
		{id: "ntm:owed", title: "Còn nợ", width: 14, kind: number},
		{id: "ntm:plan", title: "Kế hoạch trả", width: 26, kind: words},
	}}
	pollTable = table{sheet: pollSheet, rows: 60, columns: []column{
		{id: "ntm:village", title: "Thôn", width: 30, kind: words},
		{id: "ntm:households", title: "Số hộ", width: 12, kind: count},
		{id: "ntm:forms_out", title: "Phiếu phát ra", width: 13, kind: count},
		{id: "ntm:forms_back", title: "Phiếu thu về", width: 13, kind: count},
		{id: "ntm:satisfied", title: "Phiếu hài lòng", width: 13, kind: count},
		{id: "ntm:rate", title: "Tỷ lệ hài lòng", width: 13},
	}}
	titleTable = table{sheet: titleSheet, rows: 10, columns: []column{
		{id: "ntm:level", title: "Mức", width: 30, kind: choice, options: levels()},
		{id: "ntm:title_year", title: "Năm công nhận", width: 12, kind: year},
		{id: "ntm:title_decision", title: "Số quyết định", width: 26, kind: words},
		{id: "ntm:title_date", title: "Ngày quyết định", width: 16, kind: day},
	}}
	smartTable = table{sheet: smartSheet, rows: 30, columns: []column{
		{id: "ntm:smart_village", title: "Thôn thông minh", width: 46, kind: words},
	}}
	fieldTable = table{sheet: fieldSheet, rows: 12, columns: []column{
		{id: "ntm:field", title: "Lĩnh vực", width: 46, kind: words},
		{id: "ntm:field_evidence", title: "Minh chứng số", width: 20, kind: cites},
	}}
)

// The units that land and labour are counted in.
const landUnit, labourUnit = "m2", "ngày công"

func traits() []question {
	out := make([]question, len(criteria.Traits))
	for i, t := range criteria.Traits {
		out[i] = question{key: string(t), label: "Đặc điểm: " + t.Title(), kind: choice, options: yesNo}
		if isAbsence(t) { // "Không có làng nghề: Có" would be read as its opposite
			out[i].label = "Xã có " + strings.TrimPrefix(t.Title(), "không có ") + " không?"
			out[i].hint = "Không: chỉ tiêu về nội dung này không áp dụng."
		}
	}
	return out
}

// isAbsence tells a trait that says that the commune has none of something. The
// form asks for the thing itself.
func isAbsence(t criteria.Trait) bool { return strings.HasPrefix(t.Title(), "không có ") }

func regions() []option { return optionsOf(criteria.Regions, criteria.Region.Title) }

func levels() []option { return titlesOf(criteria.Levels) }

func titlesOf(levels []criteria.Level) []option {
	return optionsOf(levels, func(l criteria.Level) string { return "Xã " + l.Title() })
}

func sources() []option { return optionsOf(commune.Sources, commune.Source.Title) }

func capitalKinds() []option { return optionsOf(commune.Kinds, commune.Kind.Title) }

// optionsOf are the values of a closed set by their words.
func optionsOf[T ~string](values []T, word func(T) string) []option {
	out := make([]option, len(values))
	for i, v := range values {
		out[i] = option{word(v), string(v)}
	}
	return out
}

// at is the column with that id, counted from 0.
func (t *table) at(id string) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.id == id })
}
