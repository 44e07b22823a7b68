package layout

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Mark is the hidden first cell of a form's first sheet, by which it is told
// from other workbooks; the year and the highest level asked follow it in the
// cells beside it.
const Mark = "ntm.form.v1"

// The sheets, in their order.
const (
	GuideSheet    = "Hướng dẫn"
	PlaceSheet    = "Thông tin xã"
	FigureSheet   = "Số liệu"
	EvidenceSheet = "Minh chứng"
	CapitalSheet  = "Nguồn lực"
	ArrearsSheet  = "Nợ đọng"
	PollSheet     = "Hài lòng"
	SecuritySheet = "An ninh, trật tự"
	TitleSheet    = "Quyết định công nhận"
	RemarkSheet   = "Kết quả thực hiện"
	SmartSheet    = "Thôn thông minh" // this and the next only for kiểu mẫu
	FieldSheet    = "Lĩnh vực nổi trội"
	BriefSheet    = "In nhanh" // what is missing and who owes it: no part of the report
)

// DueHead is the head of the column of that page for the day by which a department answers.
const DueHead = "Hạn trả lời"

// Kind is what a cell holds and how it is read.
type Kind int

// What cells hold.
const (
	Printed Kind = iota // by the program; not read
	Keyed               // the hidden key of a row of fixed meaning
	Words               // free text
	Number              // a number, 0 or more
	Amount              // a number that may be said in words: "trên 70"
	Count               // a whole number, 0 or more
	Year
	Day
	Choice // one of the column's options
	Cites  // codes of evidence, apart by commas
	result // of a figure: by its unit a number, a grade, or Đạt / Chưa đạt
)

// IsFilled tells that a cell is for people to fill in.
func (k Kind) IsFilled() bool { return k != Printed && k != Keyed }

// IsNumber tells that a cell holds a number where nothing is said in words.
func (k Kind) IsNumber() bool { return k == Number || k == Amount || k == Count || k == Year }

// Option is an answer a person picks: the word in the cell, and what it says.
type Option struct{ Word, Value string }

// Column is one column of a table.
type Column struct {
	ID      string  // in the hidden row above the heads
	Title   string  // the head, as people see it
	Width   float64 // in characters
	Kind    Kind
	Options []Option
	Hint    string // what a person is told who chooses the cell
}

// Table is a table of a sheet. With questions it has one row for each, found by
// its key; without, rows as people fill them in.
type Table struct {
	Sheet     string
	Columns   []Column
	Questions []Question
	Rows      int // open for filling in
}

// Question is a row of fixed meaning.
type Question struct {
	Key, Label string
	Kind       Kind
	Options    []Option
	Hint       string
}

// Digits is how many digits a cell of Excel holds.
const Digits = 15

// Held is a number as a cell holds it: one with more digits as text, rather than cut.
func Held(n decimal.Decimal) any {
	if n.NumDigits() > Digits {
		return vi.Number(n)
	}
	return n.InexactFloat64()
}

// Either is the word of yes or of no.
func Either(options []Option, yes bool) string {
	if yes {
		return options[0].Word
	}
	return options[1].Word
}

// answers is a table of questions.
func answers(sheet string, questions ...Question) Table {
	return Table{Sheet: sheet, Questions: questions, Columns: []Column{
		{ID: "ntm:key", Kind: Keyed},
		{ID: "ntm:question", Title: "Nội dung", Width: 58},
		{ID: "ntm:answer", Title: "Trả lời", Width: 38},
		{ID: "ntm:how", Title: "Cách ghi", Width: 52},
	}}
}

// The answers of two.
var (
	YesNo = []Option{{"Có", "yes"}, {"Không", "no"}}
	MetOr = []Option{{"Đạt", "yes"}, {"Chưa đạt", "no"}}
)

// The answers a sheet asks for above its table.
var (
	PlaceAnswers = answers(PlaceSheet, append([]Question{
		{Key: "code", Label: "Mã xã", Kind: Words, Hint: "Mã đơn vị hành chính, ví dụ 16492. Có mã thì ba dòng " +
			"tên dưới đây không bắt buộc."},
		{Key: "name", Label: "Tên xã", Kind: Words, Hint: "Không ghi chữ \"xã\" cũng được."},
		{Key: "district", Label: "Huyện", Kind: Words, Hint: "Từ 1/7/2025 không còn cấp huyện: để trống."},
		{Key: "province", Label: "Tỉnh, thành phố", Kind: Words},
		{Key: "region", Label: "Vùng (chỉ ghi khi xã không có trong danh mục)", Kind: Choice, Options: Regions(),
			Hint: "Bình thường để trống."},
		{Key: "year", Label: "Năm xét công nhận", Kind: Year},
		{Key: "date", Label: "Ngày đánh giá", Kind: Day, Hint: "Ví dụ 15/11/2023. Để trống: lấy ngày cuối năm xét."},
		{Key: LevelKey, Label: "Mức xã phấn đấu", Kind: Choice, Options: Levels(),
			Hint: "Chọn trước khi ghi: chỉ tiêu của mức cao hơn thì không cần ghi. Để trống: mọi mức biểu mẫu hỏi."},
		{Key: "note", Label: "Ghi chú chung", Kind: Words},
	}, append(traits(), claims()...)...)...)
	PollAnswers = answers(PollSheet,
		Question{Key: "poll_evidence", Label: "Minh chứng của việc lấy ý kiến", Kind: Cites},
		Question{Key: "poll_households", Label: "Toàn xã: tổng số hộ", Kind: Count,
			Hint: "Các dòng toàn xã chỉ ghi khi báo cáo nêu số chung; có số từng thôn thì ghi bảng dưới."},
		Question{Key: "poll_out", Label: "Toàn xã: số phiếu phát ra", Kind: Count},
		Question{Key: "poll_back", Label: "Toàn xã: số phiếu thu về (hộ được lấy ý kiến)", Kind: Count},
		Question{Key: "poll_satisfied", Label: "Toàn xã: số phiếu hài lòng", Kind: Count},
		Question{Key: "poll_rate", Label: "Toàn xã: tỷ lệ hài lòng (%)", Kind: Amount,
			Hint: "Ghi khi báo cáo chỉ nêu tỷ lệ."},
		Question{Key: "poll_coverage", Label: "Toàn xã: tỷ lệ hộ được lấy ý kiến (%)", Kind: Amount,
			Hint: "Ghi khi báo cáo chỉ nêu tỷ lệ, không nêu số hộ."},
		Question{Key: "poll_questions", Label: "Tỷ lệ hài lòng từng nội dung hỏi", Kind: Words,
			Hint: "Nếu có, ví dụ: Giao thông: 98,2; Điện: 99."})
	ArrearsAnswers = answers(ArrearsSheet,
		Question{Key: "arrears", Label: "Xã còn nợ đọng xây dựng cơ bản thuộc Chương trình không?", Kind: Choice,
			Options: YesNo,
			Hint:    "Không: không ghi bảng dưới. Có: ghi từng công trình. Để trống: chưa biết."})
	SecurityAnswers = answers(SecuritySheet,
		Question{Key: "security", Label: "Xã đạt tiêu chuẩn \"An toàn về an ninh, trật tự\"", Kind: Choice,
			Options: MetOr, Hint: "Theo xác nhận của công an. Để trống: chưa biết."},
		Question{Key: "security_evidence", Label: "Minh chứng về an ninh, trật tự", Kind: Cites})
	SmartAnswers = answers(SmartSheet,
		Question{Key: "smart", Label: "Xã có thôn thông minh theo quy định của tỉnh không?", Kind: Choice,
			Options: YesNo,
			Hint:    "Không: không ghi bảng dưới. Có: ghi tên từng thôn. Để trống: chưa biết."},
		Question{Key: "smart_evidence", Label: "Minh chứng về thôn thông minh", Kind: Cites})
	FieldAnswers = answers(FieldSheet,
		Question{Key: "fields", Label: "Xã có lĩnh vực nổi trội theo quy định của tỉnh không?", Kind: Choice,
			Options: YesNo,
			Hint:    "Không: không ghi bảng dưới. Có: ghi từng lĩnh vực. Để trống: chưa biết."})
)

// The tables.
var (
	FigureTable = Table{Sheet: FigureSheet, Columns: []Column{
		{ID: "ntm:figure", Kind: Keyed},
		{ID: "ntm:no", Title: "Chỉ tiêu", Width: 11},
		{ID: "ntm:name", Title: "Số liệu", Width: 36},
		{ID: "ntm:unit", Title: "Đơn vị", Width: 10},
		{ID: "ntm:ntm", Title: "Mức NTM", Width: 11.5},
		{ID: "ntm:nang-cao", Title: "Mức nâng cao", Width: 11.5},
		{ID: "ntm:kieu-mau", Title: "Mức kiểu mẫu", Width: 11.5},
		{ID: "ntm:value", Title: "Kết quả", Width: 10, Kind: result},
		{ID: "ntm:numerator", Title: "Tử số", Width: 9, Kind: Number},
		{ID: "ntm:denominator", Title: "Mẫu số", Width: 9, Kind: Number},
		{ID: "ntm:year", Title: "Năm số liệu", Width: 7, Kind: Year},
		{ID: "ntm:earlier", Title: "Các năm trước", Width: 11, Kind: Words,
			Hint: "Nếu báo cáo có nêu, ví dụ 2022: 44,1; 2021: 40,2. Chỉ để so sánh, không dùng để xét."},
		{ID: "ntm:evidence", Title: "Minh chứng số", Width: 9, Kind: Cites},
		{ID: "ntm:note", Title: "Ghi chú", Width: 16, Kind: Words},
		{ID: "ntm:state", Title: "Tình trạng", Width: 12},
		{ID: "ntm:how", Title: "Cách tính; nơi xác nhận", Width: 38},
	}}
	EvidenceTable = Table{Sheet: EvidenceSheet, Rows: 120, Columns: []Column{
		{ID: "ntm:code", Title: "Số thứ tự (mã)", Width: 11, Kind: Words,
			Hint: "Ghi mã này ở cột Minh chứng số của tờ Số liệu."},
		{ID: "ntm:number", Title: "Số, ký hiệu", Width: 20, Kind: Words},
		{ID: "ntm:date", Title: "Ngày tháng năm", Width: 13, Kind: Day, Hint: "Ví dụ 15/11/2023."},
		{ID: "ntm:issuer", Title: "Tác giả", Width: 28, Kind: Words},
		{ID: "ntm:title", Title: "Tên loại và trích yếu nội dung", Width: 52, Kind: Words},
		{ID: "ntm:file", Title: "Tệp kèm theo", Width: 26, Kind: Words,
			Hint: "Tên tệp đặt cùng thư mục hồ sơ, nếu có."},
	}}
	CapitalTable = Table{Sheet: CapitalSheet, Rows: 12, Columns: []Column{
		{ID: "ntm:source", Title: "Nguồn", Width: 28, Kind: Choice, Options: Sources()},
		{ID: "ntm:kind", Title: "Loại", Width: 18, Kind: Choice, Options: CapitalKinds()},
		{ID: "ntm:quantity", Title: "Số lượng", Width: 13, Kind: Amount},
		{ID: "ntm:quantity_unit", Title: "Đơn vị tính", Width: 11, Kind: Words},
		{ID: "ntm:unit_price", Title: "Đơn giá (triệu đồng)", Width: 13, Kind: Number},
		{ID: "ntm:worth", Title: "Giá trị (triệu đồng)", Width: 15, Kind: Amount,
			Hint: "Để trống thì chương trình nhân số lượng với đơn giá."},
		{ID: "ntm:sum", Title: "Thành tiền", Width: 15},
		{ID: "ntm:share", Title: "Tỷ trọng", Width: 10},
		{ID: "ntm:stated_share", Title: "Tỷ lệ theo báo cáo (%)", Width: 12, Kind: Number,
			Hint: "Chỉ ghi khi báo cáo nêu tỷ lệ mà không nêu số tiền; không dùng để xét."},
		{ID: "ntm:from", Title: "Từ năm", Width: 8, Kind: Year},
		{ID: "ntm:to", Title: "Đến năm", Width: 8, Kind: Year},
		{ID: "ntm:remark", Title: "Ghi chú", Width: 26, Kind: Words},
	}}
	ArrearsTable = Table{Sheet: ArrearsSheet, Rows: 26, Columns: []Column{
		{ID: "ntm:work", Title: "Công trình", Width: 36, Kind: Words},
		{ID: "ntm:decision", Title: "Quyết định", Width: 20, Kind: Words},
		{ID: "ntm:total", Title: "Tổng mức đầu tư", Width: 14, Kind: Number},
		{ID: "ntm:completed", Title: "Khối lượng hoàn thành", Width: 14, Kind: Number},
		{ID: "ntm:paid", Title: "Đã thanh toán", Width: 14, Kind: Number},
		{ID: "ntm:owed", Title: "Còn nợ", Width: 14, Kind: Amount},
		{ID: "ntm:plan", Title: "Kế hoạch trả", Width: 26, Kind: Words},
	}}
	PollTable = Table{Sheet: PollSheet, Rows: 60, Columns: []Column{
		{ID: "ntm:village", Title: "Thôn", Width: 30, Kind: Words},
		{ID: "ntm:households", Title: "Số hộ", Width: 12, Kind: Count},
		{ID: "ntm:forms_out", Title: "Phiếu phát ra", Width: 13, Kind: Count},
		{ID: "ntm:forms_back", Title: "Phiếu thu về", Width: 13, Kind: Count},
		{ID: "ntm:satisfied", Title: "Phiếu hài lòng", Width: 13, Kind: Count},
		{ID: "ntm:rate", Title: "Tỷ lệ hài lòng", Width: 13},
	}}
	TitleTable = Table{Sheet: TitleSheet, Rows: 10, Columns: []Column{
		{ID: "ntm:level", Title: "Mức", Width: 30, Kind: Choice, Options: Levels()},
		{ID: "ntm:title_year", Title: "Năm công nhận", Width: 12, Kind: Year},
		{ID: "ntm:title_decision", Title: "Số quyết định", Width: 20, Kind: Words},
		{ID: "ntm:title_date", Title: "Ngày quyết định", Width: 14, Kind: Day},
		{ID: "ntm:votes", Title: "Hội đồng biểu quyết", Width: 13, Kind: Words,
			Hint: "Số tán thành trên số có mặt, ví dụ 20/20. Mới biểu quyết, chưa có quyết định thì để trống ba " +
				"ô trước."},
		{ID: "ntm:vote_date", Title: "Ngày họp hội đồng", Width: 14, Kind: Day},
	}}
	RemarkTable = Table{Sheet: RemarkSheet, Columns: []Column{
		{ID: "ntm:criterion", Kind: Keyed},
		{ID: "ntm:criterion_name", Title: "Tiêu chí", Width: 34},
		{ID: "ntm:done", Title: "Đã làm gì", Width: 62, Kind: Words},
		{ID: "ntm:amount", Title: "Bao nhiêu", Width: 28, Kind: Words, Hint: "Ví dụ: 2,8 km; 12 công trình."},
		{ID: "ntm:cost", Title: "Kinh phí", Width: 24, Kind: Words, Hint: "Ví dụ: 4,2 tỷ đồng, dân góp 1,1 tỷ đồng."},
	}}
	SmartTable = Table{Sheet: SmartSheet, Rows: 30, Columns: []Column{
		{ID: "ntm:smart_village", Title: "Thôn thông minh", Width: 46, Kind: Words},
	}}
	FieldTable = Table{Sheet: FieldSheet, Rows: 12, Columns: []Column{
		{ID: "ntm:field", Title: "Lĩnh vực", Width: 46, Kind: Words},
		{ID: "ntm:field_evidence", Title: "Minh chứng số", Width: 20, Kind: Cites},
	}}
)

// The units that land and labour are counted in.
const (
	LandUnit   = "m2"
	LabourUnit = "ngày công"
)

func traits() []Question {
	out := make([]Question, len(criteria.Traits))
	for i, t := range criteria.Traits {
		out[i] = Question{Key: string(t), Label: "Đặc điểm: " + t.Title(), Kind: Choice, Options: YesNo}
		if IsAbsence(t) { // "Không có làng nghề: Có" would be read as its opposite
			out[i].Label = "Xã có " + strings.TrimPrefix(t.Title(), "không có ") + " không?"
			out[i].Hint = "Không: chỉ tiêu về nội dung này không áp dụng."
		}
	}
	return out
}

// IsAbsence tells a trait that says that the commune has none of something. The
// form asks for the thing itself.
func IsAbsence(t criteria.Trait) bool { return strings.HasPrefix(t.Title(), "không có ") }

// Grades are the grades that a figure may have.
func Grades() []Option { return optionsOf(criteria.Grades, func(g string) string { return g }) }

// Regions are the regions that the standards tell apart.
func Regions() []Option { return optionsOf(criteria.Regions, criteria.Region.Title) }

// Levels are the titles of all levels.
func Levels() []Option { return titlesOf(criteria.Levels) }

func titlesOf(levels []criteria.Level) []Option {
	return optionsOf(levels, func(l criteria.Level) string { return "Xã " + l.Title() })
}

// Sources are where capital comes from.
func Sources() []Option { return optionsOf(commune.Sources, commune.Source.Title) }

// CapitalKinds are what capital is given in.
func CapitalKinds() []Option { return optionsOf(commune.Kinds, commune.Kind.Title) }

// optionsOf are the values of a closed set by their words.
func optionsOf[T ~string](values []T, word func(T) string) []Option {
	return list.Map(values, func(v T) Option { return Option{word(v), string(v)} })
}

// At is the column with that id, counted from 0.
func (t *Table) At(id string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.ID == id })
}

// Column is the column with that id, which the table must have.
func (t *Table) Column(id string) *Column { return &t.Columns[t.At(id)] }

// ShownUnit writes m2 as m², and lets a long unit wrap.
func ShownUnit(u criteria.Unit) string {
	return strings.NewReplacer("m2", "m²", "/", " / ").Replace(string(u))
}
