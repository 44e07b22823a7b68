package threshold_test

import (
	"strings"
	"testing"

	"ntm/internal/threshold"
)

// Every cell that a decision of the kind may have, and what it says. The right side is
// how the program says it back.
func TestCells(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		// a number, its comparison, its unit
		{"≥ 80%", "≥ 80 %"}, {"≥80 %", "≥ 80 %"}, {">= 80%", "≥ 80 %"}, {"=> 80%", "≥ 80 %"}, {"80% trở lên", "≥ 80 %"},
		{"từ 80% trở lên", "≥ 80 %"}, {"Từ 80 % trở lên", "≥ 80 %"}, {"Đạt từ 80% trở lên",
			"≥ 80 %"}, {"đạt từ\n80% trở\nlên", "≥ 80 %"},
		{"≥ 80% trở lên", "≥ 80 %"}, {"tối thiểu 80%", "≥ 80 %"}, {"Tối thiểu đạt 80%",
			"≥ 80 %"}, {"ít nhất 02 mô hình", "≥ 2 mô hình"},
		{"không dưới 80%", "≥ 80 %"}, {"lớn hơn hoặc bằng 80%", "≥ 80 %"}, {"trên 80%", "> 80 %"}, {"> 80%",
			"> 80 %"}, {"cao hơn 80%", "> 80 %"},
		{"≤ 5%", "≤ 5 %"}, {"<= 5%", "≤ 5 %"}, {"không quá 5%", "≤ 5 %"}, {"tối đa 5%", "≤ 5 %"}, {"5% trở xuống",
			"≤ 5 %"},
		{"từ 5% trở xuống", "≤ 5 %"}, {"bằng hoặc dưới 5%", "≤ 5 %"}, {"< 5%", "< 5 %"}, {"dưới 5%",
			"< 5 %"}, {"Dưới 1,5%", "< 1,5 %"},
		{"100%", "100 %"}, {"100", "100"}, {"80,5 %", "80,5 %"}, {"≥ 80,50%", "≥ 80,50 %"}, {"１００％",
			"100 %"}, {"= 100%", "= 100 %"},
		{"≥ 01 mô hình", "≥ 1 mô hình"}, {"≥ 01 (một) mô hình", "≥ 1 mô hình"}, {"≥ 02 (một) mô hình",
			"CẦN"}, {"≥ 1 HTX", "≥ 1 hợp tác xã"},
		{"≥ 45 triệu đồng/người/năm", "≥ 45 triệu đồng/người/năm"}, {"≥ 4m²/người",
			"≥ 4 m2/người"}, {"≥ 4 m2/người", "≥ 4 m2/người"},
		{"≥ 60 lít/người/ngày đêm", "≥ 60 lít/người/ngày đêm"}, {"- ≥ 80%", "≥ 80 %"}, {"- Đạt", "đạt"}, {"≥ 80%.",
			"≥ 80 %"},
		{"100% số hộ", "100 % (số hộ)"}, {"từ 80% trở lên số hộ", "≥ 80 % (số hộ)"}, {"≥ 02 lần/năm", "≥ 2 lần/năm"},
		{"Đạt chuẩn mức độ 2", "mức độ 2"}, {"Đạt 100%", "100 %"}, {"≥ 101%", "CẦN"}, {"≥ 1,5 mô hình",
			"CẦN"}, {"0%", "0 %"}, {"≥ 80% (1)", "≥ 80 %"}, {"≥ 80%*", "≥ 80 %"}, {"69¹", "69"},
		// levels, grades, words
		{"Cấp độ 1", "cấp độ 1"}, {"Mức độ 2", "mức độ 2"}, {"Mức độ 2 trở lên", "≥ mức độ 2"}, {"Đạt cấp độ 2",
			"cấp độ 2"}, {"từ cấp độ 2 trở lên", "≥ cấp độ 2"},
		{"Loại khá trở lên", "loại khá trở lên"}, {"Khá trở lên", "loại khá trở lên"}, {"Đạt loại khá trở lên",
			"loại khá trở lên"}, {"Từ loại khá trở lên", "loại khá trở lên"},
		{"Tốt", "loại tốt"}, {"Khá", "loại khá"}, {"Từ khá", "CẦN"}, {"Hoàn thành tốt nhiệm vụ trở lên",
			"loại hoàn thành tốt nhiệm vụ trở lên"},
		{"Đạt", "đạt"}, {"ĐẠT", "đạt"}, {"Đạt chuẩn", "đạt"}, {"Có", "có"}, {"Không", "không"}, {"Đất",
			"CẦN"}, {"Chưa đạt", "CẦN"},
		// who sets it, and nothing
		{"UBND cấp tỉnh quy định cụ thể", "UBND cấp tỉnh quy định"}, {"Uỷ ban nhân dân cấp tỉnh quy định cụ thể",
			"UBND cấp tỉnh quy định"},
		{"Theo quy định của UBND tỉnh", "UBND cấp tỉnh quy định"}, {"Giao UBND cấp tỉnh quy định",
			"UBND cấp tỉnh quy định"},
		{"UBND cấp tỉnh quy định cụ thể phù hợp với điều kiện thực tế của địa phương", "UBND cấp tỉnh quy định"},
		{"Theo quy định của Bộ Giáo dục và Đào tạo",
			"theo quy định: Bộ Giáo dục và Đào tạo"}, {"Đạt theo hướng dẫn của Bộ Y tế", "đạt"},
		{"Bộ Công Thương quy định cụ thể",
			"theo quy định: Bộ Công Thương"}, {"theo quy định của Bộ Văn hoá, Thể thao và Du lịch",
			"theo quy định: Bộ Văn hóa, Thể thao và Du lịch"},
		{"-", "không có mức"}, {"–", "không có mức"}, {"", "không có mức"}, {"Không quy định",
			"không áp dụng"}, {"Không áp dụng", "không áp dụng"},
		// a value with its part
		{"≥ 95% (trong đó ≥ 55% từ hệ thống cấp nước tập trung)",
			"≥ 95 %; trong đó ≥ 55 % (từ hệ thống cấp nước tập trung)"},
		{"≥ 95%, trong đó ≥ 55% từ hệ thống cấp nước tập trung",
			"≥ 95 %; trong đó ≥ 55 % (từ hệ thống cấp nước tập trung)"},
		{"≥35%\n(≥20% từ hệ thống cấp nước tập trung)", "≥ 35 %; trong đó ≥ 20 % (từ hệ thống cấp nước tập trung)"},
		{"≥ 95% (trong đó: từ công trình cấp nước tập trung ≥ 55%)",
			"≥ 95 %; trong đó ≥ 55 % (từ công trình cấp nước tập trung)"},
		{"≥ 80%\n(≥ 60% đối với xã ĐBKK)", "CẦN"}, {"≥ 80% (miền núi ≥ 60%)", "CẦN"}, {"≥ 80% (cũ 60%)", "CẦN"},
		{"≥ 80% (phấn đấu 90%)", "CẦN"}, {"≥ 80% (trong đó ≥ 60% ở hải đảo)", "CẦN"}, {"1.000%", "CẦN"},
		{"≥ 95% (trong đó ≥ 55% nếu có hệ thống)", "CẦN"}, {"≥ 95% (trong đó ≥ 55%)",
			"CẦN"}, {"≥ 95% (trong đó ≥ 55% từ 3 hệ thống)", "CẦN"},
		{"≥ 95% (trong đó 55% không bắt buộc)", "CẦN"},
		// by years and by cases
		{"Năm 2021: ≥ 45; Năm 2022: ≥ 48", "năm 2021: ≥ 45; năm 2022: ≥ 48"}, {"Năm 2021 ≥ 45\nNăm 2022 ≥ 48",
			"năm 2021: ≥ 45; năm 2022: ≥ 48"},
		{"Năm 2021 ≥ 45 Năm 2022 ≥ 48", "năm 2021: ≥ 45; năm 2022: ≥ 48"}, {"≥ 45 (năm 2021)",
			"năm 2021: ≥ 45"}, {"Năm 2021: ≥ 45", "năm 2021: ≥ 45"},
		{"Năm 2021: ≥ 45; Năm 2021: ≥ 48", "CẦN"}, {"Năm 2021: ≥ 45; ≥ 48", "CẦN"}, {"Đến năm 2025 ≥ 48", "CẦN"},
		{"Đối với xã có từ 3 trường trở lên: ≥ 70%; đối với xã có dưới 3 trường: ≥ 50%",
			"Đối với xã có từ 3 trường trở lên [≥ 3 trường]: ≥ 70 %; đối với xã có dưới 3 trường [< 3 trường]: ≥ 50 %"},
		{"- Xã có trên 3 trường: ≥ 70%\n- Xã có ≤ 3 trường: ≥ 50%",
			"Xã có trên 3 trường [> 3 trường]: ≥ 70 %; Xã có ≤ 3 trường [≤ 3 trường]: ≥ 50 %"},
		{"≥70% (xã có >3 trường) hoặc ≥50% (xã có ≤3 trường)",
			"xã có >3 trường [> 3 trường]: ≥ 70 %; xã có ≤3 trường [≤ 3 trường]: ≥ 50 %"},
		{"≥ 71% (đối với xã có > 3 trường), ≥ 51% (đối với xã có ≤ 3 trường)",
			"đối với xã có > 3 trường [> 3 trường]: ≥ 71 %; đối với xã có ≤ 3 trường [≤ 3 trường]: ≥ 51 %"},
		{"100% đối với xã có từ 3 trường trở xuống; ≥ 71% đối với xã có trên 3 trường",
			"đối với xã có từ 3 trường trở xuống [≤ 3 trường]: 100 %; đối với xã có trên 3 trường [> 3 trường]: " +
				"≥ 71 %"},
		{"Xã khu vực III: ≥ 60%; các xã còn lại: ≥ 80%", "Xã khu vực III: ≥ 60 %; các xã còn lại: ≥ 80 %"},
		// words that say another thing than their number
		{"từ 80 đến 90%", "CẦN"}, {"80-90%", "CẦN"}, {"từ 80%", "CẦN"}, {"≥ 80% trở xuống",
			"CẦN"}, {"trên 80% trở lên", "CẦN"}, {"≤ ≥ 80%", "CẦN"},
		{"80% không áp dụng", "CẦN"}, {"100% (nếu có)", "100 %"}, {"giảm 5%", "CẦN"}, {"Đạt và ≥ 80%",
			"CẦN"}, {"2.1. ≥ 80%", "CẦN"}, {"2/3", "CẦN"},
		{"-5%", "CẦN"}, {"1.530", "CẦN"}, {"khoảng 80%", "CẦN"}, {"≥ 80% 90%", "CẦN"}, {"80% trừ xã đảo",
			"CẦN"}, {"≥ \uFFFC 80%", "CẦN"},
		{"100% trường đạt CSVC tối thiểu", "CẦN"}, {"UBND cấp tỉnh quy định cụ thể nhưng không thấp hơn 80%",
			"CẦN"}, {"§¹t chuÈn", "CẦN"},
		{"Tỷ lệ hộ nghèo", "CẦN"}, {"tự 80% trở lên", "CẦN"}, {"cao hơn 10% so với năm trước",
			"CẦN"}, {"≥ 80 % hộ nghèo", "CẦN"}, {"…", "CẦN"},
		{"Theo quy định", "CẦN"}, {"Mức độ 2 hoặc 3", "CẦN"}, {"3 không", "CẦN"}, {"x", "CẦN"},
	} {
		t.Run(c.words, func(t *testing.T) {
			r := threshold.Read(c.words)
			got := r.String()
			if r.Words != c.words {
				t.Errorf("the words became %q", r.Words)
			}
			if c.want == "CẦN" && r.Kind == threshold.Unread && r.Why != "" {
				return
			}
			if got != c.want {
				t.Errorf("read as %q, want %q", got, c.want)
			}
		})
	}
}

func TestYear(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{{"Năm 2021", 2021}, {"2025", 2025}, {"- Năm 2021:", 2021}, {"Năm 2021 ≥ 45", 0}, {"1999", 0}, {"2021-2025",
		0}, {"Giai đoạn 2021", 0}, {"", 0}} {
		if got, ok := threshold.Year(c.text); got != c.want || ok != (c.want != 0) {
			t.Errorf("%q: %d, %v", c.text, got, ok)
		}
	}
}

// What is read keeps its words, ends, and never has a number that is not in the cell.
func FuzzRead(f *testing.F) {
	for _, words := range []string{"≥ 95% (trong đó ≥ 55% từ hệ thống)", "Năm 2021: ≥ 45\nNăm 2022: ≥ 48",
		"Loại khá trở lên", "xã có >3 trường: 1; xã có 2 trường: 2", "80(một) %", "- -"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		r := threshold.Read(words)
		if r.Words != words || r.String() == "" {
			t.Errorf("%q: %q", words, r.String())
		}
		if r.Kind == threshold.Value && !strings.ContainsAny(words, "0123456789０１２３４５６７８９") {
			t.Errorf("%q: a number out of nothing: %s", words, r)
		}
	})
}
