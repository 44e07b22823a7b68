package lawbook

import (
	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/xlsx/draw"
)

const plainGuide = "Khi lập chương trình chưa có trong tay phụ lục của quyết định, nên nhiều ngưỡng chưa được " +
	"đối chiếu. Kết quả đánh giá dựa trên ngưỡng " +
	"chưa đối chiếu chỉ là dự thảo. Xin Quý cơ quan mở quyết định bên cạnh, rà từng dòng, rồi gửi lại tệp này."

var plainSteps = []string{
	"1. Tờ Đối chiếu: ghi một lần ở đầu tờ số và ngày quyết định, điều hoặc phụ lục, người và ngày đối chiếu. " +
		"Dòng nào khác thì ghi riêng ở dòng đó.",
	"2. Ngưỡng hiện có đúng với quyết định: ghi x vào cột Đã đối chiếu.",
	"3. Ngưỡng khác hoặc chưa có: ghi ngưỡng đúng vào cột Ngưỡng theo quyết định. Nơi quyết định để tỉnh quy " +
		"định thì chọn thêm cách xét (≥, ≤, =, >, < hoặc Đạt).",
	"4. Chỉ tiêu chưa có trong tờ Đối chiếu: ghi vào tờ Chỉ tiêu mới.",
	"5. Dòng chưa kiểm tra được: để trống. Dòng để trống giữ nguyên như hiện nay.",
	"6. Lưu tệp (.xlsx) rồi nhập bằng lệnh: ntm criteria import TỆP.xlsx --office \"Tên cơ quan\".",
}

const readGuide = "Máy đã đọc quyết định và đưa từng ngưỡng vào bảng, cạnh nguyên văn. Máy không xác nhận thay: " +
	"chỉ dòng có người đánh dấu mới được dùng, " +
	"kèm tên người, ngày và nguyên văn."

var readSteps = []string{
	"1. Tờ Đối chiếu: ghi họ tên người đối chiếu và ngày ở đầu tờ; kiểm tra số và ngày quyết định đã ghi sẵn.",
	"2. Dòng nào ngưỡng đúng như nguyên văn: ghi x vào cột Đã đối chiếu. Mọi dòng máy đọc chắc đều đúng: ghi x " +
		"một lần ở ô Tất cả dòng đúng như nguyên văn.",
	"3. Dòng cần đọc lại đứng đầu, kèm lý do; dấu x chung không tính những dòng này. Sửa hoặc ghi ngưỡng rồi ghi " +
		"x ở từng dòng.",
	"4. Tờ Chỉ tiêu mới: dòng cần chọn số liệu thì chọn một số liệu trong danh sách của ô, hoặc chọn Số liệu mới. " +
		"Không số liệu nào có sẵn là đúng: để trống, rồi ghi x một lần ở ô Dòng cần chọn mà để trống, ở đầu tờ " +
		"Đối chiếu.",
	"5. Dòng chưa kiểm tra được: để nguyên, không ghi x. Dòng ấy giữ như hiện nay.",
	"6. Lưu tệp (.xlsx) rồi nhập bằng lệnh: ntm criteria import TỆP.xlsx --office \"Tên cơ quan\".",
}

// kindMeanings say what each kind asks of the official.
var kindMeanings = map[collation.Kind]string{
	collation.Again:  "Máy không chắc, hoặc hai chỗ nói khác nhau: đọc lại ở quyết định rồi ghi.",
	collation.Choose: "Ngưỡng đọc được; chưa chắc chỉ tiêu này xét theo số liệu nào trong danh mục.",
	collation.Other:  "Quyết định ghi khác với ngưỡng chương trình đang có.",
	collation.New:    "Chương trình chưa có ngưỡng này.",
	collation.Same:   "Trùng với ngưỡng đang có; đánh dấu thì ngưỡng thành đã xác nhận.",
	collation.Absent: "Chương trình có, không thấy trong quyết định; giữ nguyên.",
}

// guide is the sheet Hướng dẫn: one page on what to do.
func (e *exporter) guide() *draw.Sheet {
	s := e.sheet(guideSheet, draw.Page{}, 22, 14, 12, 9, 17, 12, 20)
	s.Line("BẢNG ĐỐI CHIẾU NGƯỠNG", draw.Look{Size: 15, Bold: true}.Centred())
	s.Line(e.subject(), plain.Centred())
	s.Line(e.extent(), remark.Centred())
	why, steps := plainGuide, plainSteps
	if e.read != nil {
		why, steps = readGuide, readSteps
	}
	s.Line("Vì sao cần bảng này", section)
	s.Line(why, plain)
	s.Line("Cách làm", section)
	for _, step := range steps {
		s.Line(step, plain)
	}
	if e.read != nil {
		s.Line("Màu và chữ ở cột So với chương trình", section)
		for _, k := range collation.Kinds {
			s.AddTall(28, draw.Text(string(k), boxed(11).Centred().On(kindShades[k])),
				draw.Text(kindMeanings[k], boxed(11)).Over(s.Columns()-1))
		}
	}
	s.Line("Lưu ý khi ghi", section)
	for _, note := range []string{
		"Số: dấu phẩy trước phần thập phân (1,53; 42; 80). Số đọc được hai cách, như 1.234, sẽ bị hỏi lại. Xếp " +
			"loại ghi bằng chữ: đạt, khá, tốt. Ngày ghi 15/3/2022.",
		"Chỉ ghi vào các ô màu vàng. Được lọc và đổi độ rộng cột, dòng; không xóa cột, không sửa ô khác.",
		"Chỉ tiêu nhiều phần có mỗi phần một dòng (phần 1, phần 2.1...): đối chiếu từng phần.",
		"Dòng ghi Mọi vùng là một ngưỡng cho mọi xã. Bảng xuất cho một tỉnh (--province) có dòng riêng cho từng " +
			"cột của tỉnh ấy; tỉnh chia vùng riêng thì ghi trong bộ quy định của tỉnh.",
		"Ngưỡng dễ hơn cấp trên chỉ được nhận khi ghi điều khoản cho phép. Cột Ghi chú chỉ được lưu cùng dòng đã " +
			"đối chiếu.",
	} {
		s.Line("• "+note, plain)
	}
	if e.read != nil {
		return s
	}
	s.Line("Màu và chữ ở cột Tình trạng", section)
	for _, status := range criteria.Statuses {
		s.AddTall(28, draw.Text(status.Title(), boxed(11).Centred().On(shades[status])),
			draw.Text(meanings[status], boxed(11)).Over(s.Columns()-1))
	}
	s.Line("Ví dụ (số giả định, chỉ để xem cách ghi)", section)
	s.Add(draw.Text("Ngưỡng hiện có", colHead), draw.Text("Đã đối chiếu (x)", toFill),
		draw.Text("Ngưỡng theo quyết định", toFill),
		draw.Text("Cách xét", toFill), draw.Text("Số quyết định", toFill), draw.Text("Ngày đối chiếu", toFill),
		draw.Text("Nghĩa là", colHead))
	for _, example := range [][]string{
		{"≥ 12 %", "x", "", "", "(lấy ở đầu tờ)", "(lấy ở đầu tờ)", "Ngưỡng hiện có đúng"},
		{"≥ 12 %", "", "12,5", "", "(lấy ở đầu tờ)", "(lấy ở đầu tờ)", "Ngưỡng đúng là 12,5 %"},
		{"UBND cấp tỉnh quy định cụ thể (chưa có mức)", "", "90", "≥", "12/2022/QĐ-UBND", "15/3/2023",
			"Tỉnh quy định từ 90 % trở lên"},
	} {
		cells := list.Map(example, func(text string) draw.Cell { return draw.Text(text, centre) })
		s.Add(cells...)
	}
	return s
}
