package wordpapers

import (
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/docx"
	"ntm/internal/vi"
)

// Field is a field that templates may name, and what stands there.
type Field struct {
	Name string `json:"name"`
	Says string `json:"says"`
	List bool   `json:"list,omitempty"` // of a list: its row or paragraph is repeated
}

// words are the fields that stand alone.
var words = []Field{
	{Name: "xã", Says: "tên xã, không kèm chữ “xã”"},
	{Name: "tên đầy đủ", Says: "xã …, huyện …, tỉnh …"},
	{Name: "mã xã", Says: "mã đơn vị hành chính"},
	{Name: "huyện", Says: "huyện …; từ 01/7/2025 không còn"},
	{Name: "tỉnh", Says: "tỉnh … hoặc thành phố …"},
	{Name: "vùng", Says: "vùng theo bộ tiêu chí"},
	{Name: "đặc điểm", Says: "đặc điểm của xã đã khai"},
	{Name: "năm", Says: "năm xét, công nhận"},
	{Name: "năm ký", Says: "năm ghi ở đầu văn bản; ngày và tháng để trống"},
	{Name: "danh hiệu", Says: "mức đề nghị: nông thôn mới, nông thôn mới nâng cao, nông thôn mới kiểu mẫu"},
	{Name: "nơi nhận hồ sơ", Says: "Ủy ban nhân dân huyện (đến 30/6/2025) hoặc tỉnh"},
	{Name: "cột áp dụng", Says: "cột của bảng tiêu chí dùng cho xã"},
	{Name: "quy định áp dụng thêm", Says: "quy định riêng đã dùng"},
	{Name: "chú ý", Says: "chú ý khi thiếu bộ tiêu chí riêng của cơ quan"},
	{Name: "kết luận", Says: "kết luận của mức đề nghị: Đủ điều kiện, Chưa đủ điều kiện, Chưa đủ căn cứ kết luận"},
	{Name: "kết luận đầy đủ", Says: "kết luận của mức đề nghị thành câu"},
	{Name: "đủ điều kiện", Says: "có nội dung khi xã đủ điều kiện; dùng với {{nếu …}}"},
	{Name: "chưa đủ", Says: "kết luận thành câu khi xã chưa đủ điều kiện hoặc chưa đủ căn cứ, nếu không thì trống"},
	{
		Name: "trái danh hiệu",
		Says: "danh hiệu đã có mà số liệu của chính năm xét cho thấy không còn đạt, nếu không thì trống",
	},
	{Name: "dự thảo", Says: "DỰ THẢO khi kết quả còn dựa vào ngưỡng chưa đối chiếu, nếu không thì trống"},
	{Name: "dự thảo ở chân trang", Says: "“ – DỰ THẢO” khi là dự thảo, nếu không thì trống"},
	{Name: "lý do dự thảo", Says: "vì sao còn là dự thảo"},
	{Name: "tiêu chí đạt", Says: "số tiêu chí đạt của mức đề nghị: 19/19"},
	{Name: "chỉ tiêu đạt", Says: "số chỉ tiêu đạt của mức đề nghị: 57/57"},
	{Name: "chưa đạt gọn", Says: "các chỉ tiêu và điều kiện chưa đạt, một dòng"},
	{Name: "thiếu số liệu gọn", Says: "các chỉ tiêu chưa có số liệu, một dòng"},
	{Name: "thiếu ngưỡng gọn", Says: "các chỉ tiêu chưa có ngưỡng, một dòng"},
	{Name: "số minh chứng", Says: "số văn bản, tài liệu minh chứng"},
	{Name: "thôn thông minh", Says: "các thôn thông minh"},
	{Name: "lĩnh vực nổi trội", Says: "các lĩnh vực nổi trội"},
	{Name: "tổng nguồn lực", Says: "tổng nguồn lực huy động, triệu đồng"},
	{Name: "giai đoạn nguồn lực", Says: "“ (2016-2022)” khi báo cáo nêu, nếu không thì trống"},
	{Name: "tỷ lệ tổng nguồn lực", Says: "“100,0 %” khi biết đúng tổng, nếu không thì trống"},
	{Name: "tỷ lệ làm tròn", Says: "“; từng tỷ lệ đã làm tròn” khi cộng lại khác 100 %, nếu không thì trống"},
	{Name: "ghi chú tổng nguồn lực", Says: "tổng theo báo cáo hay cộng các nguồn"},
	{Name: "tổng nợ đọng", Says: "tổng nợ đọng, triệu đồng"},
	{Name: "nợ đọng nói gọn", Says: "“không có” hoặc số nợ"},
	{Name: "hết nợ đọng", Says: "có nội dung khi xã báo không có nợ; dùng với {{nếu …}}"},
	{Name: "chưa báo cáo nợ đọng", Says: "có nội dung khi báo cáo chưa nêu; dùng với {{nếu …}}"},
	{Name: "tổng số hộ", Says: "số hộ của xã theo kết quả lấy ý kiến"},
	{Name: "phiếu phát ra", Says: "phiếu lấy ý kiến phát ra"},
	{Name: "phiếu thu về", Says: "phiếu lấy ý kiến thu về"},
	{Name: "phiếu hài lòng", Says: "phiếu hài lòng"},
	{Name: "tỷ lệ hài lòng", Says: "tỷ lệ hài lòng của người dân"},
	{Name: "tỷ lệ hộ được lấy ý kiến", Says: "tỷ lệ hộ được lấy ý kiến"},
	{Name: "nguồn lấy ý kiến", Says: "văn bản kết quả lấy ý kiến"},
	{Name: "mã hồ sơ", Says: "mã của hồ sơ, để đối chiếu bằng ntm verify"},
	{Name: "cơ quan cấp trên", Says: "UBND huyện hoặc tỉnh, ở đầu báo cáo thẩm định"},
	{Name: "nơi nhận thẩm định", Says: "nơi nhận báo cáo thẩm định"},
	{Name: "việc thẩm định", Says: "thẩm tra, thẩm định (đến 30/6/2025) hoặc thẩm định"},
	{Name: "lĩnh vực", Says: "lĩnh vực của báo cáo thẩm định"},
	{Name: "số chỉ tiêu lĩnh vực", Says: "số chỉ tiêu của lĩnh vực"},
	{Name: "kết quả lĩnh vực", Says: "các chỉ tiêu của lĩnh vực theo kết quả"},
	{Name: "hội đồng", Says: "tên hội đồng thẩm định"},
	{Name: "ngày họp", Says: "ngày họp hội đồng"},
	{Name: "tháng họp", Says: "tháng họp hội đồng"},
	{Name: "năm họp", Says: "năm họp hội đồng"},
	{Name: "ngày họp đầy đủ", Says: "ngày … tháng … năm …"},
	{Name: "số thành viên", Says: "số thành viên hội đồng"},
	{Name: "số có mặt", Says: "số thành viên có mặt"},
	{Name: "số vắng", Says: "số thành viên vắng"},
	{Name: "tỷ lệ có mặt", Says: "tỷ lệ thành viên có mặt"},
	{Name: "hình thức biểu quyết", Says: "bằng phiếu kín hoặc giơ tay"},
	{Name: "người ghi biên bản", Says: "Thư ký, hoặc Người ghi biên bản khi thư ký vắng"},
	{Name: "quy tắc biểu quyết", Says: "tỷ lệ họp và tỷ lệ đồng ý theo quy định, khi biết"},
	{Name: "phiếu biểu quyết phát ra", Says: "phiếu biểu quyết phát ra"},
	{Name: "phiếu biểu quyết thu về", Says: "phiếu biểu quyết thu về"},
	{Name: "phiếu còn lại", Says: "“Không hợp lệ” hoặc “Không biểu quyết”"},
	{Name: "phiếu đồng ý", Says: "phiếu đồng ý của xã này"},
	{Name: "phiếu không đồng ý", Says: "phiếu không đồng ý của xã này"},
	{Name: "tỷ lệ đồng ý", Says: "tỷ lệ đồng ý của xã này trên số có mặt"},
	{Name: "kết luận chủ tịch", Says: "kết luận của chủ tịch hội đồng, khi đã ghi"},
}

// listed is a list of fields.
type listed struct {
	name   string
	says   string
	fields []Field
	lists  []listed
}

var judged = []Field{{Name: "tên", Says: "nội dung"}, {Name: "yêu cầu", Says: "mức phải đạt"},
	{Name: "kết quả", Says: "số liệu xã báo cáo"}, {Name: "tự đánh giá", Says: "Đạt, Chưa đạt, Chưa có số liệu …"},
	{Name: "minh chứng", Says: "số hoặc tên văn bản minh chứng"}, {Name: "ghi chú", Says: "năm của số liệu, lưu ý"}}

var number = Field{Name: "số", Says: "số thứ tự theo bộ tiêu chí"}
var running = Field{Name: "tt", Says: "số thứ tự"}

func f(name, says string) Field { return Field{Name: name, Says: says} }

var lists = []listed{
	{"căn cứ", "văn bản làm căn cứ", []Field{f("văn bản", "số, ngày"),
		f("nội dung", "tên bộ tiêu chí hoặc thủ tục")}, nil},
	{"công nhận", "các lần đã được công nhận", []Field{f("danh hiệu", "mức"), f("năm", "năm"),
		f("quyết định", "số quyết định"), f("ngày", "ngày quyết định")}, nil},
	{"mức", "mỗi mức được đánh giá", []Field{f("tên", "tên mức"), f("tiêu chí đạt", "19/19"),
		f("chỉ tiêu đạt", "57/57"),
		f("kết luận", "kết luận của mức"), f("tóm tắt còn thiếu", "dấu hai chấm, hoặc câu “không còn …”")}, []listed{
		{"tiêu chí", "mỗi tiêu chí của mức", []Field{number, f("tên", "tên tiêu chí"),
			f(
				"tự đánh giá",
				"kết quả cả tiêu chí",
			), f("chỉ tiêu đạt", "2/2"), f("đã làm", "nội dung xã đã thực hiện"),
			f("khối lượng", "khối lượng"), f("kinh phí", "kinh phí"),
			f("nội dung thực hiện", "có nội dung khi xã nêu đã làm gì; dùng với {{nếu …}}")}, []listed{
			{"chỉ tiêu", "mỗi chỉ tiêu của tiêu chí", append([]Field{number, f("thẩm định",
				"chỗ trống cho kết quả thẩm định")}, judged...), []listed{
				{"nội dung", "mỗi nội dung của chỉ tiêu có nhiều yêu cầu", judged, nil}}}}},
		{"theo kết quả", "các tiêu chí theo kết quả", []Field{f("kết quả", "Đạt, Chưa đạt …"),
			f("số lượng", "bao nhiêu"),
			f("tiêu chí", "số các tiêu chí")}, nil},
		{"điều kiện chung", "mỗi điều kiện công nhận của mức", append([]Field{number}, judged...), nil},
		{"chưa đạt", "mỗi chỉ tiêu, điều kiện chưa đạt", []Field{number, f("tên", "nội dung"),
			f("còn thiếu", "còn thiếu bao nhiêu")}, nil},
		{"việc chung", "nội dung khác còn thiếu của mức", []Field{f("nội dung", "thành câu")}, nil},
		{"chưa có số liệu", "theo cơ quan xác nhận", []Field{f("cơ quan", "cơ quan xác nhận"),
			f("chỉ tiêu", "số các chỉ tiêu, điều kiện")}, nil},
		{"chưa có ngưỡng", "theo cấp quy định", []Field{f("cơ quan", "cấp quy định"),
			f("chỉ tiêu", "số các chỉ tiêu, điều kiện")}, nil}}},
	{"điều kiện", "mỗi điều kiện công nhận của mức đề nghị", append([]Field{number}, judged...), nil},
	{"nguồn vốn", "mỗi nguồn vốn", []Field{running, f("tên", "nguồn"), f("giá trị", "triệu đồng"), f("tỷ lệ", "%"),
		f("ghi chú", "ghi chú")}, nil},
	{"đóng góp khác", "đất, ngày công, hiện vật", []Field{f("nội dung", "thành câu")}, nil},
	{"nợ đọng", "mỗi công trình còn nợ", []Field{running, f("công trình", "tên"), f("quyết định", "số quyết định"),
		f("tổng mức", "triệu đồng"), f("hoàn thành", "triệu đồng"), f("đã thanh toán", "triệu đồng"),
		f("còn nợ", "triệu đồng"), f("kế hoạch", "kế hoạch trả")}, nil},
	{"thôn", "kết quả lấy ý kiến mỗi thôn", []Field{running, f("tên", "tên thôn"), f("số hộ", "số hộ"),
		f("phiếu phát ra", "phiếu"), f("phiếu thu về", "phiếu"), f("hài lòng", "phiếu"), f("tỷ lệ", "%")}, nil},
	{"câu hỏi", "mỗi nội dung hỏi", []Field{running, f("nội dung", "câu hỏi"), f("tỷ lệ", "%")}, nil},
	{"minh chứng", "mỗi văn bản minh chứng", []Field{running, f("số", "số, ký hiệu"), f("ngày", "ngày"),
		f("cơ quan", "cơ quan ban hành"), f("tên", "trích yếu")}, nil},
	{"ảnh", "mỗi ảnh minh chứng, lớn", []Field{running, f("hình", "ảnh, rộng đến 150 mm"),
		f("chú thích", "tên minh chứng")},
		nil},
	{"cặp ảnh", "ảnh minh chứng, hai ảnh một hàng", []Field{f("hình trái", "ảnh, rộng đến 76 mm"),
		f("chú thích trái", "số thứ tự, tên minh chứng"), f("hình phải", "ảnh"),
		f("chú thích phải", "như bên trái")}, nil},
	{"điều cần kiểm tra", "cảnh báo khi đối chiếu số liệu", []Field{f("nội dung", "thành câu")}, nil},
	{"ý kiến", "ý kiến thẩm định đã ghi của lĩnh vực", []Field{f("số", "số chỉ tiêu"), f("kết quả", "kết quả"),
		f("nội dung", "nhận xét")}, nil},
	{"thành viên", "mỗi thành viên hội đồng", []Field{running, f("họ tên", "họ và tên"), f("cơ quan", "cơ quan"),
		f("vai trò", "vai trò"), f("dự họp", "Có mặt, Vắng")}, nil},
	{"xã được xét", "mỗi xã hội đồng xét", []Field{running, f("tên", "tên đầy đủ"), f("đồng ý", "phiếu"),
		f("không đồng ý", "phiếu"), f("còn lại", "phiếu không hợp lệ hoặc không biểu quyết"),
		f("tỷ lệ", "% trên số có mặt"),
		f("kết luận", "kết luận theo quy định"), f("kết quả đánh giá", "kết quả đánh giá của xã"),
		f("kết luận chủ tịch", "kết luận của chủ tịch hội đồng về xã, khi đã ghi")}, []listed{
		{"lý do", "ý kiến ghi trên phiếu", []Field{f("nội dung", "nguyên văn")}, nil}}},
}

// aliases are the figures that people mean by a few words.
var aliases = map[string]string{
	"thu nhập": "income_per_capita", "thu nhập bình quân": "income_per_capita",
	"hộ nghèo": "multidimensional_poverty_rate", "nghèo đa chiều": "multidimensional_poverty_rate",
	"bảo hiểm y tế": "health_insurance_rate", "an ninh trật tự": commune.SecurityFigure,
}

// Fields are all fields; with a library also every figure of its dictionary, by its name.
func Fields(lib *criteria.Library) []Field {
	out := append([]Field{}, words...)
	var add func(l []listed)
	add = func(l []listed) {
		for _, one := range l {
			for _, field := range one.fields {
				out = append(out, Field{Name: one.name + "." + field.Name, Says: one.says + ": " + field.Says,
					List: true})
			}
			add(one.lists)
		}
	}
	add(lists)
	for _, name := range figureNames(lib) {
		out = append(out, Field{Name: name, Says: "số liệu xã báo cáo"})
	}
	return out
}

// figureNames are the names by which templates may name figures, each once.
func figureNames(lib *criteria.Library) []string {
	if lib == nil {
		return nil
	}
	taken := map[string]bool{}
	for _, w := range words {
		taken[vi.FoldTone(w.Name)] = true
	}
	for _, l := range lists {
		taken[vi.FoldTone(l.name)] = true
	}
	var out []string
	add := func(name string) {
		if key := vi.FoldTone(name); !taken[key] {
			taken[key] = true
			out = append(out, name)
		}
	}
	for _, name := range []string{"thu nhập", "thu nhập bình quân", "hộ nghèo", "nghèo đa chiều", "bảo hiểm y tế",
		"an ninh trật tự"} {
		add(name)
	}
	for _, figure := range lib.FigureList {
		add(figure.Name)
	}
	for _, figure := range lib.FigureList {
		add(figure.ID)
	}
	return out
}

// schema is which fields templates may name.
func schema(lib *criteria.Library) *docx.Schema {
	var names []string
	for _, w := range words {
		names = append(names, w.Name)
	}
	return docx.NewSchema(append(names, figureNames(lib)...), listsOf(lists)...)
}

func listsOf(all []listed) []*docx.List {
	var out []*docx.List
	for _, l := range all {
		one := &docx.List{Name: l.name, Lists: listsOf(l.lists)}
		for _, field := range l.fields {
			one.Words = append(one.Words, field.Name)
		}
		out = append(out, one)
	}
	return out
}
