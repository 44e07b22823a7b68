package lawbook

import "ntm/criteria"

// guide is the sheet Hướng dẫn: one page on what to do.
func (e *exporter) guide() *sheet {
	s := &sheet{name: guideSheet, portrait: true, widths: []float64{22, 14, 12, 9, 17, 12, 20}, footer: e.subject()}
	wide := func(text string, l look) {
		n := s.add(cell{text, l})
		s.merged = append(s.merged, area(1, n, len(s.widths), n))
		total := 0.0
		for _, w := range s.widths {
			total += w
		}
		measured := sheet{widths: []float64{total}}
		s.rows[n-1].height = measured.fit(s.rows[n-1])
	}
	wide("BẢNG ĐỐI CHIẾU NGƯỠNG", look{size: 15, bold: true, centred: true})
	wide(e.subject(), look{size: 12, centred: true})
	wide(e.extent(), look{size: 11, italic: true, centred: true})
	wide("Vì sao cần bảng này", section)
	wide("Khi lập chương trình chưa có trong tay phụ lục của quyết định, nên nhiều ngưỡng chưa được đối chiếu. Kết quả đánh giá dựa trên ngưỡng chưa đối chiếu chỉ là dự thảo. "+
		"Xin Quý cơ quan mở quyết định bên cạnh, rà từng dòng, rồi gửi lại tệp này.", plain)
	wide("Cách làm", section)
	for _, step := range []string{
		"1. Tờ Đối chiếu: ghi một lần ở đầu tờ số và ngày quyết định, điều hoặc phụ lục, người và ngày đối chiếu. Dòng nào khác thì ghi riêng ở dòng đó.",
		"2. Ngưỡng hiện có đúng với quyết định: ghi x vào cột Đã đối chiếu.",
		"3. Ngưỡng khác hoặc chưa có: ghi ngưỡng đúng vào cột Ngưỡng theo quyết định. Nơi quyết định để tỉnh quy định thì chọn thêm cách xét (≥, ≤, = hoặc Đạt).",
		"4. Chỉ tiêu chưa có trong tờ Đối chiếu: ghi vào tờ Chỉ tiêu mới.",
		"5. Dòng chưa kiểm tra được: để trống. Dòng để trống giữ nguyên như hiện nay.",
		"6. Lưu tệp (.xlsx) rồi nhập bằng lệnh: ntm criteria import TỆP.xlsx --office \"Tên cơ quan\".",
	} {
		wide(step, plain)
	}
	wide("Lưu ý khi ghi", section)
	for _, note := range []string{
		"Số: dấu phẩy trước phần thập phân (1,53; 42; 80). Số đọc được hai cách, như 1.234, sẽ bị hỏi lại. Xếp loại ghi bằng chữ: đạt, khá, tốt. Ngày ghi 15/3/2022.",
		"Chỉ ghi vào các ô màu vàng. Được lọc và đổi độ rộng cột, dòng; không xóa cột, không sửa ô khác.",
		"Chỉ tiêu nhiều phần có mỗi phần một dòng (phần 1, phần 2.1...): đối chiếu từng phần.",
		"Dòng ghi Mọi vùng là một ngưỡng cho mọi xã. Bảng xuất cho một tỉnh (--province) có dòng riêng cho từng cột của tỉnh ấy; tỉnh chia vùng riêng thì ghi trong bộ quy định của tỉnh.",
		"Ngưỡng dễ hơn cấp trên chỉ được nhận khi ghi điều khoản cho phép. Cột Ghi chú chỉ được lưu cùng dòng đã đối chiếu.",
	} {
		wide("• "+note, plain)
	}
	wide("Màu và chữ ở cột Tình trạng", section)
	for _, status := range criteria.Statuses {
		n := s.add(cell{status.Title(), look{size: 11, boxed: true, centred: true, shade: shades[status]}}, cell{meanings[status], look{size: 11, boxed: true}})
		for range len(s.widths) - 2 {
			s.rows[n-1].cells = append(s.rows[n-1].cells, cell{look: look{size: 11, boxed: true}})
		}
		s.merged = append(s.merged, area(2, n, len(s.widths), n))
		s.rows[n-1].height = 28
	}
	wide("Ví dụ (số giả định, chỉ để xem cách ghi)", section)
	s.add(cell{"Ngưỡng hiện có", colHead}, cell{"Đã đối chiếu (x)", toFill}, cell{"Ngưỡng theo quyết định", toFill}, cell{"Cách xét", toFill}, cell{"Số quyết định", toFill}, cell{"Ngày đối chiếu", toFill}, cell{"Nghĩa là", colHead})
	for _, example := range [][]string{
		{"≥ 12 %", "x", "", "", "(lấy ở đầu tờ)", "(lấy ở đầu tờ)", "Ngưỡng hiện có đúng"},
		{"≥ 12 %", "", "12,5", "", "(lấy ở đầu tờ)", "(lấy ở đầu tờ)", "Ngưỡng đúng là 12,5 %"},
		{"UBND cấp tỉnh quy định cụ thể (chưa có mức)", "", "90", "≥", "12/2022/QĐ-UBND", "15/3/2023", "Tỉnh quy định từ 90 % trở lên"},
	} {
		var cells []cell
		for _, text := range example {
			cells = append(cells, cell{text, look{size: 10, boxed: true, centred: true}})
		}
		s.add(cells...)
	}
	return s
}
