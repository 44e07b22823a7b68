package wordpapers

import (
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/docx"
	"ntm/internal/list"
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
	f("xã", "tên xã, không kèm chữ “xã”"),
	f("tên đầy đủ", "xã …, huyện …, tỉnh …"),
	f("mã xã", "mã đơn vị hành chính"),
	f("huyện", "huyện …; từ 01/7/2025 không còn"),
	f("tỉnh", "tỉnh … hoặc thành phố …"),
	f("vùng", "vùng theo bộ tiêu chí"),
	f("đặc điểm", "đặc điểm của xã đã khai"),
	f("năm", "năm xét, công nhận"),
	f("năm ký", "năm ghi ở đầu văn bản; ngày và tháng để trống"),
	f("danh hiệu", "mức đề nghị: nông thôn mới, nông thôn mới nâng cao, nông thôn mới kiểu mẫu"),
	f("nơi nhận hồ sơ", "Ủy ban nhân dân huyện (đến 30/6/2025) hoặc tỉnh"),
	f("cột áp dụng", "cột của bảng tiêu chí dùng cho xã"),
	f("quy định áp dụng thêm", "quy định riêng đã dùng"),
	f("chú ý", "chú ý khi thiếu bộ tiêu chí riêng của cơ quan"),
	f("kết luận", "kết luận của mức đề nghị: Đủ điều kiện, Chưa đủ điều kiện, Chưa đủ căn cứ kết luận"),
	f("kết luận đầy đủ", "kết luận của mức đề nghị thành câu"),
	f("đủ điều kiện", "có nội dung khi xã đủ điều kiện; dùng với {{nếu …}}"),
	f("chưa đủ", "kết luận thành câu khi xã chưa đủ điều kiện hoặc chưa đủ căn cứ, nếu không thì trống"),
	f("trái danh hiệu", "danh hiệu đã có mà số liệu của chính năm xét cho thấy không còn đạt, nếu không thì trống"),
	f("dự thảo", "DỰ THẢO khi kết quả còn dựa vào ngưỡng chưa đối chiếu, nếu không thì trống"),
	f("dự thảo ở chân trang", "“ – DỰ THẢO” khi là dự thảo, nếu không thì trống"),
	f("lý do dự thảo", "vì sao còn là dự thảo"),
	f("tiêu chí đạt", "số tiêu chí đạt của mức đề nghị: 19/19"),
	f("chỉ tiêu đạt", "số chỉ tiêu đạt của mức đề nghị: 57/57"),
	f("chưa đạt gọn", "các chỉ tiêu và điều kiện chưa đạt, một dòng"),
	f("thiếu số liệu gọn", "các chỉ tiêu chưa có số liệu, một dòng"),
	f("thiếu ngưỡng gọn", "các chỉ tiêu chưa có ngưỡng, một dòng"),
	f("số minh chứng", "số văn bản, tài liệu minh chứng"),
	f("thôn thông minh", "các thôn thông minh"),
	f("lĩnh vực nổi trội", "các lĩnh vực nổi trội"),
	f("tổng nguồn lực", "tổng nguồn lực huy động, triệu đồng"),
	f("giai đoạn nguồn lực", "“ (2016-2022)” khi báo cáo nêu, nếu không thì trống"),
	f("tỷ lệ tổng nguồn lực", "“100,0 %” khi biết đúng tổng, nếu không thì trống"),
	f("tỷ lệ làm tròn", "“; từng tỷ lệ đã làm tròn” khi cộng lại khác 100 %, nếu không thì trống"),
	f("ghi chú tổng nguồn lực", "tổng theo báo cáo hay cộng các nguồn"),
	f("tổng nợ đọng", "tổng nợ đọng, triệu đồng"),
	f("nợ đọng nói gọn", "“không có” hoặc số nợ"),
	f("hết nợ đọng", "có nội dung khi xã báo không có nợ; dùng với {{nếu …}}"),
	f("chưa báo cáo nợ đọng", "có nội dung khi báo cáo chưa nêu; dùng với {{nếu …}}"),
	f("tổng số hộ", "số hộ của xã theo kết quả lấy ý kiến"),
	f("phiếu phát ra", "phiếu lấy ý kiến phát ra"),
	f("phiếu thu về", "phiếu lấy ý kiến thu về"),
	f("phiếu hài lòng", "phiếu hài lòng"),
	f("tỷ lệ hài lòng", "tỷ lệ hài lòng của người dân"),
	f("tỷ lệ hộ được lấy ý kiến", "tỷ lệ hộ được lấy ý kiến"),
	f("nguồn lấy ý kiến", "văn bản kết quả lấy ý kiến"),
	f("mã hồ sơ", "mã của hồ sơ, để đối chiếu bằng ntm verify"),
	f("cơ quan cấp trên", "UBND huyện hoặc tỉnh, ở đầu báo cáo thẩm định"),
	f("nơi nhận thẩm định", "nơi nhận báo cáo thẩm định"),
	f("việc thẩm định", "thẩm tra, thẩm định (đến 30/6/2025) hoặc thẩm định"),
	f("lĩnh vực", "lĩnh vực của báo cáo thẩm định"),
	f("số chỉ tiêu lĩnh vực", "số chỉ tiêu của lĩnh vực"),
	f("kết quả lĩnh vực", "các chỉ tiêu của lĩnh vực theo kết quả"),
	f("hội đồng", "tên hội đồng thẩm định"),
	f("ngày họp", "ngày họp hội đồng"),
	f("tháng họp", "tháng họp hội đồng"),
	f("năm họp", "năm họp hội đồng"),
	f("ngày họp đầy đủ", "ngày … tháng … năm …"),
	f("số thành viên", "số thành viên hội đồng"),
	f("số có mặt", "số thành viên có mặt"),
	f("số vắng", "số thành viên vắng"),
	f("tỷ lệ có mặt", "tỷ lệ thành viên có mặt"),
	f("hình thức biểu quyết", "bằng phiếu kín hoặc giơ tay"),
	f("người ghi biên bản", "Thư ký, hoặc Người ghi biên bản khi thư ký vắng"),
	f("quy tắc biểu quyết", "tỷ lệ họp và tỷ lệ đồng ý theo quy định, khi biết"),
	f("phiếu biểu quyết phát ra", "phiếu biểu quyết phát ra"),
	f("phiếu biểu quyết thu về", "phiếu biểu quyết thu về"),
	f("phiếu còn lại", "“Không hợp lệ” hoặc “Không biểu quyết”"),
	f("phiếu đồng ý", "phiếu đồng ý của xã này"),
	f("phiếu không đồng ý", "phiếu không đồng ý của xã này"),
	f("tỷ lệ đồng ý", "tỷ lệ đồng ý của xã này trên số có mặt"),
	f("kết luận chủ tịch", "kết luận của chủ tịch hội đồng, khi đã ghi"),
}

// listed is a list of fields.
type listed struct {
	name   string
	says   string
	fields []Field
	lists  []listed
}

var judged = []Field{f("tên", "nội dung"), f("yêu cầu", "mức phải đạt"),
	f("kết quả", "số liệu xã báo cáo"), f("tự đánh giá", "Đạt, Chưa đạt, Chưa có số liệu …"),
	f("minh chứng", "số hoặc tên văn bản minh chứng"), f("ghi chú", "năm của số liệu, lưu ý")}

var number = f("số", "số thứ tự theo bộ tiêu chí")
var running = f("tt", "số thứ tự")

func f(name, says string) Field { return Field{Name: name, Says: says} }

var lists = []listed{
	{"căn cứ", "văn bản làm căn cứ", []Field{f("văn bản", "số, ngày"), f("nội dung", "tên bộ tiêu chí hoặc thủ tục")},
		nil},
	{"công nhận", "các lần đã được công nhận", []Field{f("danh hiệu", "mức"), f("năm", "năm"),
		f("quyết định", "số quyết định"), f("ngày", "ngày quyết định")}, nil},
	{"mức", "mỗi mức được đánh giá", []Field{f("tên", "tên mức"), f("tiêu chí đạt", "19/19"),
		f("chỉ tiêu đạt", "57/57"), f("kết luận", "kết luận của mức"),
		f("tóm tắt còn thiếu", "dấu hai chấm, hoặc câu “không còn …”")}, []listed{
		{"tiêu chí", "mỗi tiêu chí của mức", []Field{number, f("tên", "tên tiêu chí"),
			f("tự đánh giá", "kết quả cả tiêu chí"), f("chỉ tiêu đạt", "2/2"),
			f("đã làm", "nội dung xã đã thực hiện"), f("khối lượng", "khối lượng"), f("kinh phí", "kinh phí"),
			f("nội dung thực hiện", "có nội dung khi xã nêu đã làm gì; dùng với {{nếu …}}")}, []listed{
			{"chỉ tiêu", "mỗi chỉ tiêu của tiêu chí", append([]Field{number, f("thẩm định",
				"chỗ trống cho kết quả thẩm định")}, judged...), []listed{
				{"nội dung", "mỗi nội dung của chỉ tiêu có nhiều yêu cầu", judged, nil}}}}},
		{"theo kết quả", "các tiêu chí theo kết quả", []Field{f("kết quả", "Đạt, Chưa đạt …"),
			f("số lượng", "bao nhiêu"), f("tiêu chí", "số các tiêu chí")}, nil},
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
		f("chú thích", "tên minh chứng")}, nil},
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
		f("tỷ lệ", "% trên số có mặt"), f("kết luận", "kết luận theo quy định"),
		f("kết quả đánh giá", "kết quả đánh giá của xã"),
		f("kết luận chủ tịch", "kết luận của chủ tịch hội đồng về xã, khi đã ghi")}, []listed{
		{"lý do", "ý kiến ghi trên phiếu", []Field{f("nội dung", "nguyên văn")}, nil}}},
}

// aliases are the few words by which people mean figures, each with its figure.
var aliases = [][2]string{
	{"thu nhập", "income_per_capita"}, {"thu nhập bình quân", "income_per_capita"},
	{"hộ nghèo", "multidimensional_poverty_rate"}, {"nghèo đa chiều", "multidimensional_poverty_rate"},
	{"bảo hiểm y tế", "health_insurance_rate"}, {"an ninh trật tự", commune.SecurityFigure},
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
	for _, alias := range aliases {
		add(alias[0])
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
	return docx.NewSchema(append(namesOf(words), figureNames(lib)...), listsOf(lists)...)
}

func namesOf(fields []Field) []string {
	return list.Map(fields, func(f Field) string { return f.Name })
}

func listsOf(all []listed) []*docx.List {
	return list.Map(all, func(l listed) *docx.List {
		return &docx.List{Name: l.name, Words: namesOf(l.fields), Lists: listsOf(l.lists)}
	})
}
