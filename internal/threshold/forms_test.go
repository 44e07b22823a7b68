package threshold_test

import (
	"testing"

	"ntm/internal/threshold"
)

// read is what a cell must be read as; "" where it is for a person.
type cell struct{ words, want string }

func checkCells(t *testing.T, cells []cell) {
	t.Helper()
	for _, c := range cells {
		r := threshold.Read(c.words)
		switch {
		case c.want == "" && (r.Kind != threshold.Unread || r.Why == ""):
			t.Errorf("%q: read as %q, and says another thing", c.words, r)
		case c.want != "" && r.String() != c.want:
			t.Errorf("%q: read as %q, want %q", c.words, r, c.want)
		}
	}
}

// A number with its comparison, and what stands near to it and says another thing.
func TestNumbersAndWhatIsNearThem(t *testing.T) {
	checkCells(t, []cell{
		{"Tối thiểu đạt 80%", "≥ 80 %"}, {"Đạt tối thiểu 80%", "≥ 80 %"}, {"Không quá 05 hộ", "≤ 5 hộ"},
		{"đạt trên 90 %", "> 90 %"}, {"Dưới 3 vụ", "< 3 vụ"}, {"80% số hộ trở lên", "≥ 80 % (số hộ)"},
		{"01 mô hình trở lên", "≥ 1 mô hình"}, {"Có từ 01 mô hình trở lên", "≥ 1 mô hình"},
		{"bằng hoặc cao hơn 80%", "≥ 80 %"}, {"nhỏ hơn hoặc bằng 5%", "≤ 5 %"}, {"≥02 CLB", "≥ 2 câu lạc bộ"},
		{"80.5%", "80,5 %"}, {"≤ 0,5%/năm", "≤ 0,5 %/năm"}, {"0 vụ", "0 vụ"}, {"≥ 2 (02) mô hình", "≥ 2 mô hình"},
		{"đạt ≥90%.", "≥ 90 %"}, {"≥ 60 lít", "≥ 60 lít"},
		{"Ít nhất một mô hình", "≥ 1 mô hình"}, {"≥ 5 năm", "≥ 5 năm"}, {"≥ 5 một mô hình", ""},
		{"từ hai thôn trở lên", "≥ 2 thôn"}, {"chưa đến 5%", "< 5 %"},
		{"Từ đủ 80% trở lên", "≥ 80 %"}, {"100% đạt chuẩn", "100 % (đạt chuẩn)"}, {"≥ 1 lần/tháng", "≥ 1 lần/tháng"},
		// near them
		{"một mô hình", ""}, {"ít nhất một", ""}, {"ít nhất một trong hai mô hình", ""}, {"từ hai đến ba thôn", ""},
		{"ít nhất ba phần tư số thôn", ""}, {"≥ 80% chưa đạt chuẩn", ""}, {"≥ 80% đạt chuẩn mức độ 1", ""},
		{"80 – 90%", ""}, {"từ 80% đến dưới 90%", ""}, {"trên 80% đến 90%", ""}, {"≥ 80% và ≤ 90%", ""}, {"80%±5", ""},
		{"80. %", ""}, {"≥ 8O%", ""}, {"l00%", ""}, {"≥ 8 0%", ""}, {"80/%", ""}, {"80/100", ""},
		{"trên 2/3 số thôn", ""},
		{"ít nhất 02/03 trường", ""}, {"≥ 80% trở xuống", ""}, {"không quá 80% trở lên", ""}, {"từ 80%", ""},
		{"Giảm 2%/năm", ""}, {"Tăng ≥ 5%", ""}, {"gấp 1,5 lần", ""}, {"gấp ≥ 1,5 lần", ""},
		{"hơn 10% so với năm trước", ""},
		{"Trên 80% và tăng so với năm trước", ""}, {"Dưới mức bình quân chung của tỉnh", ""}, {"gần 80%", ""},
		{"khoảng 80%", ""}, {"xấp xỉ 80%", ""}, {"≥ 2 (3) mô hình", ""}, {"≥ 2 (ba) mô hình", ""}, {"≥ 101%", ""},
		{"≥ 80% (không tính hộ mới tách)", ""}, {"≥80% (bao gồm cả hộ tạm trú)", ""}, {"80% hoặc 90%", ""},
		{"≥ 80%, riêng xã đảo ≥ 70%", ""}, {"≥ 80% vào năm 2025", ""}, {"đến năm 2025 đạt 80%", ""},
		{"≥ 1 HTX hoặc THT", ""}, {"≥ 80% (áp dụng từ năm 2024)", ""}, {"không dưới", ""}, {"≥", ""}, {"%", ""},
		{"chưa đạt 80%", ""}, {"không đạt 80%", ""}, {"không 80%", ""},
	})
}

// Units, in brackets too, and the dots between thousands.
func TestUnitsAndThousands(t *testing.T) {
	checkCells(t, []cell{
		{"≥ 80 (%)", "≥ 80 %"}, {"≥ 01 (mô hình)", "≥ 1 mô hình"},
		{"≥ 53 (triệu đồng/người/năm)", "≥ 53 triệu đồng/người/năm"}, {"53 tr.đ/người/năm", "53 triệu đồng/người/năm"},
		{"53 triệu đ/người/năm", "53 triệu đồng/người/năm"}, {"≥ 1.000 ngày", "≥ 1.000 ngày"},
		{"≥ 1.200 hộ", "≥ 1.200 hộ"}, {"≥ 2.000.000 đồng", "≥ 2 triệu đồng"}, {"≥ 50.000 đồng", "≥ 50.000 đồng"},
		{"≥ 1.500 cây", "≥ 1.500 cây"},
		// a number of three decimals, or of thousands: nobody can tell
		{"≥ 1.000 km", ""}, {"≥ 1.500 m²/người", ""}, {"≥ 1.000", ""}, {"1.000%", ""},
		{"≥ 1.00 ngày", "≥ 1,00 ngày"}, {"≥ 80 (hộ) mô hình", ""}, {"≥ 80 (%", ""}, {"≥ 80 (x)", ""}, {"≥ 80 %%", ""},
		{"≥ 80 % hộ nghèo", ""}, {"≥ 4 m2 mỗi", ""}, {"≥ 1,5 hộ", ""}, {"≥ 80 người/ngày", ""},
	})
}

// What is "trong đó", and what stands in brackets behind a value.
func TestPartsOfAValue(t *testing.T) {
	checkCells(t, []cell{
		{"80%, trong đó 50% mức độ 2", "80 %; trong đó 50 % (mức độ 2)"},
		{"100% sạch, trong đó cứng hóa ≥ 50%", "100 % (sạch); trong đó ≥ 50 % (cứng hóa)"},
		{"100% (cứng hóa đạt ≥ 60%)", "100 %; trong đó ≥ 60 % (cứng hóa)"},
		{"100%, cứng hóa ≥ 60%", "100 %; trong đó ≥ 60 % (cứng hóa)"},
		{"≥ 95\n(tập trung ≥ 80)", "≥ 95; trong đó ≥ 80 (tập trung)"},
		{">= 98 (tập trung >= 45)", "≥ 98; trong đó ≥ 45 (tập trung)"},
		{"≥ 95% (trong đó, từ công trình cấp nước tập trung: ≥ 50%)",
			"≥ 95 %; trong đó ≥ 50 % (từ công trình cấp nước tập trung)"},
		{"≥ 95% (≥ 50% sử dụng nước sạch từ hệ thống cấp nước tập trung)",
			"≥ 95 %; trong đó ≥ 50 % (sử dụng nước sạch từ hệ thống cấp nước tập trung)"},
		{"100% mức độ 1, ít nhất 01 trường mức độ 2", "100 % (mức độ 1); trong đó ≥ 1 trường (mức độ 2)"},
		{"100% số trường đạt chuẩn, trong đó có ít nhất 50% đạt mức độ 1",
			"100 % (số trường đạt chuẩn); trong đó ≥ 50 % (đạt mức độ 1)"},
		{"≥ 90%, miền núi ≥ 80%", ""}, {"≥ 90%, từ hệ thống ≥ 80%", ""}, {"≥ 90%; ≥ 80%", ""},
		{"Đạt (≥ 80%)", "≥ 80 %"}, {"Đạt (80%, năm sau 90%)", ""}, {"Có (01 mô hình)", "1 mô hình"},
		{"Đạt (80% số hộ nghèo)", ""},
		// what is enough, and what is counted for each commune and year
		{"≥ 01 HTX hoặc tổ hợp tác", "≥ 1 hợp tác xã hoặc ≥ 1 tổ hợp tác"},
		{"Ít nhất 01 HTX hoặc 02 tổ hợp tác", "≥ 1 hợp tác xã hoặc ≥ 2 tổ hợp tác"},
		{"≥ 01 lớp/năm", "≥ 1 lớp"}, {"≥ 02 mô hình/xã", "≥ 2 mô hình"}, {"01 lần/năm", "1 lần/năm"},
		{"≥ 01 lớp/quý", ""}, {"≥ 5%/xã", ""}, {"≥ 80% (nếu có)", "≥ 80 %"}, {"≥ 80% nếu có điều kiện", ""},
		{"≥ 4 m2/ng", "≥ 4 m2/người"}, {"≥ 60 l/ng/ngđ", "≥ 60 lít/người/ngày đêm"},
		// who sets it, in longer words
		{"Theo quy định của UBND tỉnh tại văn bản riêng", "UBND cấp tỉnh quy định"},
		{"UBND cấp tỉnh quy định cụ thể theo từng vùng", "UBND cấp tỉnh quy định"},
		{"UBND tỉnh Gia Định ban hành quy định riêng", "UBND cấp tỉnh quy định"},
		{"HĐND tỉnh quy định", "UBND cấp tỉnh quy định"}, {"UBND tỉnh quy định sau", ""}, {"UBND xã Tân An quy định",
			""},
		{"100% (trong đó ≥ 20% đạt mức độ 2)", "100 %; trong đó ≥ 20 % (đạt mức độ 2)"},
		{"100%\n(≥60% cứng hóa)", "100 %; trong đó ≥ 60 % (cứng hóa)"},
		{"100% (≥50% được cứng hoá)", "100 %; trong đó ≥ 50 % (được cứng hoá)"},
		{"≥ 95% (trong đó có ít nhất 55% từ công trình cấp nước tập trung)",
			"≥ 95 %; trong đó ≥ 55 % (từ công trình cấp nước tập trung)"},
		{"≥ 80%; trong đó nữ ≥ 30%", "≥ 80 %; trong đó ≥ 30 % (nữ)"},
		{"100% (80% mức độ 1)", "100 %; trong đó 80 % (mức độ 1)"},
		// near them
		{"100% (≥60% cứng hóa vào năm 2025)", ""}, {"100% (≥60% mục tiêu)", ""}, {"100% (60% hiện tại)", ""},
		{"80%, trong đó 50% mức độ 2 hoặc 3", ""}, {"80%, trong đó 50%", ""}, {"80%, trong đó mức độ 2", ""},
		{"80%, trong đó 50% mức độ 2 công trình", ""}, {"≥ 80% (Mức độ 2: 50%)", ""}, {"100% (xã đảo ≥ 50%)", ""},
		{"≥ 90% (xã đặc biệt khó khăn: ≥ 70%)", ""}, {"≥ 80% (trong đó ≥ 60% khi có)", ""},
		{"≥ 80% (trong đó không có 60%)", ""}, {"80% (mức độ 2)", ""}, {"≥ 80% (≥ 50%)", ""},
	})
}

// A value for each of several cases: by schools, by zones, by groups.
func TestCases(t *testing.T) {
	checkCells(t, []cell{
		{"3 trường: ít nhất 2 trường; 4-5 trường: ít nhất 3 trường; từ 6 trường trở lên: ít nhất 4 trường",
			"3 trường [3 trường]: ≥ 2 trường; 4-5 trường [≥ 4 trường, ≤ 5 trường]: ≥ 3 trường; " +
				"từ 6 trường trở lên [≥ 6 trường]: ≥ 4 trường"},
		{"Xã có từ 3 đến 5 trường: ≥ 60%; xã có trên 5 trường: ≥ 70%",
			"Xã có từ 3 đến 5 trường [≥ 3 trường, ≤ 5 trường]: ≥ 60 %; xã có trên 5 trường [> 5 trường]: ≥ 70 %"},
		{"- Xã có 3 trường: ít nhất 2;\n- Xã có từ 4 - 5 trường: ít nhất 3",
			"Xã có 3 trường [3 trường]: ≥ 2; Xã có từ 4 - 5 trường [≥ 4 trường, ≤ 5 trường]: ≥ 3"},
		{"Khu vực 1: 80%; khu vực 2: 70%", "Khu vực 1: 80 %; khu vực 2: 70 %"},
		{"≥ 80% (đối với khu vực 1), ≥ 70% (đối với khu vực 2)",
			"đối với khu vực 1: ≥ 80 %; đối với khu vực 2: ≥ 70 %"},
		{"Các xã khu vực III: ≥ 60%\nCác xã còn lại: ≥ 80%", "Các xã khu vực III: ≥ 60 %; Các xã còn lại: ≥ 80 %"},
		{"80% đối với xã nhóm 1, 70% đối với xã nhóm 2 và 60% đối với xã nhóm 3",
			"đối với xã nhóm 1: 80 %; đối với xã nhóm 2: 70 %; đối với xã nhóm 3: 60 %"},
		// near them
		{"3 trường: 2", ""}, {"5-4 trường: 2; 3 trường: 1", ""}, {"3 km: 2; 4 km: 5", ""}, {"3: 2; 4: 3", ""},
		{"Khu vực 1: 80%", ""}, {"Khu vực 1: 80%; 70%", ""}, {"Khu vực 1: 80%; khu vực 1: 70%", ""},
		{"3 trường: 2; trường hợp khác: 1", ""}, {"80% đối với xã nhóm 1 và 2", ""}, {"xã giàu: 80%; xã nghèo: 70%",
			""},
		{"3 trường ít nhất 2; 4 trường ít nhất 3", ""}, {"Xã có 3% trường: 2; xã có 4% trường: 3", ""},
	})
}

// A value for each of several years.
func TestYears(t *testing.T) {
	checkCells(t, []cell{
		{"45 (2021), 48 (2022)", "năm 2021: 45; năm 2022: 48"}, {"2021: 45\n2022: 48", "năm 2021: 45; năm 2022: 48"},
		{"- Năm 2022: ≥ 45 triệu đồng/người/năm.\n- Năm 2023: ≥ 48 triệu đồng/người/năm.",
			"năm 2022: ≥ 45 triệu đồng/người/năm; năm 2023: ≥ 48 triệu đồng/người/năm"},
		{"năm 2021: Đạt; năm 2022: Đạt", "năm 2021: đạt; năm 2022: đạt"},
		// near them
		{"2021-2025: 45", ""}, {"2021: 45; 2021: 48", ""}, {"2021: 45; sau đó: 48", ""}, {"từ năm 2022: 45", ""},
		{"trước năm 2022: 45; năm 2022: 48", ""}, {"45/2021; 48/2022", ""}, {"Năm 2021, 2022: 45", ""},
	})
}

// What is no number: grades, words, whose business it is.
func TestWordsAndWhatIsNearThem(t *testing.T) {
	checkCells(t, []cell{
		{"Mức tốt trở lên", "loại tốt trở lên"}, {"tốt trở lên", "loại tốt trở lên"},
		{"Đạt từ mức 2 trở lên", "≥ mức 2"},
		{"Đạt (nếu có)", "đạt"}, {"Đạt nếu có", "đạt"}, {"Đạt nếu được", ""}, {"Đạt (nếu có vốn)", ""},
		{"Có", "có"}, {"không có", "không"}, {"KHÔNG", "không"}, {"không áp dụng", "không áp dụng"},
		{"Do UBND cấp tỉnh quy định", "UBND cấp tỉnh quy định"}, {"UBND tỉnh quy định", "UBND cấp tỉnh quy định"},
		{"Đạt chuẩn theo quy định của Bộ Y tế", "đạt"}, {"Đạt chuẩn theo quy định", "đạt"},
		// near them
		{"Không đạt", ""}, {"Đạt một phần", ""}, {"Cơ bản đạt", ""}, {"Đạt hoặc không", ""},
		{"Không có hộ nghèo", ""}, {"Loại khá hoặc tốt", ""}, {"khá trở xuống", ""}, {"Không dưới loại khá", ""},
		{"Hạng III", ""}, {"UBND cấp xã quy định cụ thể", ""}, {"UBND cấp tỉnh quy định, nhưng không dưới 80%", ""},
		{"UBND cấp tỉnh", ""}, {"Bộ Y tế", ""}, {"Theo quy định của Bộ Y tế hoặc UBND cấp tỉnh", ""},
		{"Đạt theo quy định của ngành", ""}, {"Không áp dụng với xã đảo", ""}, {"- Đạt\n- Không", ""},
	})
}

// Products that must have stars: those are of what is counted, not the threshold.
func TestStarsOfProducts(t *testing.T) {
	checkCells(t, []cell{
		{"≥ 02 sản phẩm 4 sao", "≥ 2 sản phẩm (4 sao)"}, {"≥ 01 sản phẩm OCOP đạt 3 sao trở lên",
			"≥ 1 sản phẩm (đạt 3 sao trở lên)"},
		{"Ít nhất 02 SP OCOP được xếp hạng từ 4 sao", "≥ 2 sản phẩm (được xếp hạng từ 4 sao)"},
		{"≥ 2 sản phẩm 4 sao và 1 sản phẩm 5 sao", ""}, {"≥ 2 sản phẩm 4 điểm", ""}, {"≥ 4 sao", "≥ 4 sao"},
		{"≥ 2 sản phẩm, 4 sao", ""}, {"2 mô hình 4 sao", ""},
	})
}

// Lists by how many schools a commune has, also of a part, and values of which one is enough.
func TestListsBySchoolsAndChoices(t *testing.T) {
	checkCells(t, []cell{
		{"xã có 3 trường: ≥ 2 trường đạt chuẩn; xã có từ 4 trường trở lên: ≥ 3 trường đạt chuẩn",
			"xã có 3 trường [3 trường]: ≥ 2 trường (đạt chuẩn); xã có từ 4 trường trở lên [≥ 4 trường]: " +
				"≥ 3 trường (đạt chuẩn)"},
		{"100%, trong đó ≥ 70% (xã có trên 3 trường) hoặc ≥ 50% (xã có từ 3 trường trở xuống) đạt mức độ 1",
			"100 %; trong đó xã có trên 3 trường [> 3 trường]: ≥ 70 %; xã có từ 3 trường trở xuống [≤ 3 trường]: " +
				"≥ 50 %"},
		{"≥ 2 mô hình hoặc ≥ 1 sản phẩm OCOP 4 sao", "≥ 2 mô hình hoặc ≥ 1 sản phẩm (4 sao)"},
		{"≥ 3 sản phẩm 3 sao hoặc ≥ 1 sản phẩm 4 sao", "≥ 3 sản phẩm (3 sao) hoặc ≥ 1 sản phẩm (4 sao)"},
		{"≥ 2 mô hình hoặc ≥ 3 mô hình", ""}, {"≥ 2 hoặc 3 mô hình", ""}, {"2 mô hình hoặc 1 sản phẩm", ""},
		{"≥ 80% hoặc ≥ 90%", ""}, {"100%, trong đó ≥ 70% (xã có trên 3 trường)", ""},
		{"100%, trong đó ≥ 70% (xã miền núi) hoặc ≥ 50% (xã đảo)", ""},
	})
	for words, want := range map[string][2]int64{"xã có từ 4 trường trở lên": {4, 0}, "trên 3 trường": {4, 0},
		"Xã có 3 trường": {3, 3}, "xã có từ 3 trường trở xuống": {1, 3}, "dưới 3 trường": {1, 2},
		"4-5 trường": {4, 5}, "xã có nhiều trường": {}, "4 hộ": {}} {
		r, ok := threshold.Schools(words)
		if least, most := r.Within(); ok != (want[0] != 0) || ok && (least != want[0] || most != want[1]) {
			t.Errorf("%s: %d, %d, %t", words, least, most, ok)
		}
	}
}

// Forms that provinces write: whose rate it is, what is counted and how it works, words
// that say met or none.
func TestFormsOfProvinces(t *testing.T) {
	checkCells(t, []cell{
		{"≥ 95% số hộ dân", "≥ 95 % (số hộ dân)"}, {"100% các thôn", "100 % (các thôn)"},
		{"Bình quân ≥ 4 m2/đầu người", "≥ 4 m2/người"}, {"≥ 65 triệu/người", "≥ 65 triệu đồng/người/năm"},
		{"≥ 60 lít/người/ngđ", "≥ 60 lít/người/ngày đêm"},
		{"≥ 01 HTX hoạt động hiệu quả", "≥ 1 hợp tác xã (hoạt động hiệu quả)"},
		{"Có ít nhất 01 mô hình hoạt động có hiệu quả", "≥ 1 mô hình (hoạt động có hiệu quả)"},
		{"Không còn", "không"}, {"Không để xảy ra", "không"}, {"Bảo đảm", "đạt"}, {"Đảm bảo theo quy định", "đạt"},
		{"Do UBND tỉnh quy định cụ thể theo điều kiện thực tế", "UBND cấp tỉnh quy định"},
		// near them
		{"Không còn hộ nghèo", ""}, {"Bảo đảm 80%", ""}, {"≥ 95% số hộ nghèo", ""}, {"≥ 01 HTX chưa hoạt động", ""},
		{"Không đảm bảo", ""}, {"bình quân 3 năm ≥ 4%", ""}, {"≥ 2 mô hình hoạt động từ 2 năm", ""},
		{"≥ 4 m2", "≥ 4 m2"}, {"24/24 giờ", ""},
	})
}

// A comparison that stands alone, and lists of regions.
func TestComparisonsAndRegions(t *testing.T) {
	for text, want := range map[string]threshold.Op{"≥": threshold.AtLeast, "Tối thiểu": threshold.AtLeast,
		"không quá": threshold.AtMost, "trở xuống": threshold.AtMost, "từ": "", "≥ 5": "", "~": "", "": ""} {
		if op, ok := threshold.Comparison(text); ok != (want != "") || ok && op != want {
			t.Errorf("%q: %q %t", text, op, ok)
		}
	}
	for text, want := range map[string]string{
		"Tây Nguyên: ≥ 70%; ĐBSCL và Đông Nam Bộ: ≥ 80%":  "Tây Nguyên: ≥ 70 %; ĐBSCL và Đông Nam Bộ: ≥ 80 %",
		"Vùng Tây Nguyên: ≥ 70%; các vùng còn lại: ≥ 80%": "Vùng Tây Nguyên: ≥ 70 %; các vùng còn lại: ≥ 80 %",
		"≥ 70% (Tây Nguyên), ≥ 80% (Bắc Trung Bộ)":        "Tây Nguyên: ≥ 70 %; Bắc Trung Bộ: ≥ 80 %",
	} {
		if got := threshold.Read(text); got.Kind != threshold.ByCase || got.String() != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// What a cell goes by asks for nothing of its own; what makes of it a condition does.
func TestPapersThatCellsGoBy(t *testing.T) {
	checkCells(t, []cell{
		{"Đạt\n(theo quy định của Bộ Công Thương)", "đạt"}, {"Đạt (theo Thông tư số 12/2010/TT-BVHTTDL)", "đạt"},
		{"Đạt theo Quyết định số 1491/QĐ-BGDĐT ngày 08/3/2022 của Bộ Giáo dục và Đào tạo", "đạt"},
		{"≥ 95% (theo QCVN 01-1:2018/BYT)", "≥ 95 %"}, {"Đạt theo khoản 2 Điều 5 Nghị định số 98/2020/NĐ-CP", "đạt"},
		{"Loại khá trở lên (theo Thông tư số 25/2014/TT-BGDĐT)", "loại khá trở lên"},
		// near them
		{"Đạt (theo Thông tư số 12/2010/TT-BVHTTDL, riêng xã đảo không xét)", ""},
		{"Đạt (theo quy định của UBND cấp tỉnh)", ""}, {"≥ 95% (theo quy định của Bộ Y tế)", ""},
		{"Đạt (theo mức 3 của Thông tư số 12/2010/TT-BVHTTDL)", ""}, {"Đạt (trừ Thông tư số 12/2010/TT-BVHTTDL)", ""},
		{"Theo Thông tư số 12/2010/TT-BVHTTDL", ""}, {"Giảm 5% theo Nghị quyết số 25/2021/QH15", ""},
	})
}

// A rate up to all of them is one from there on; up to anything else it says two things.
func TestRatesUpToAll(t *testing.T) {
	checkCells(t, []cell{
		{"từ 95% đến 100%", "≥ 95 %"}, {"Đạt từ 95 đến 100%", "≥ 95 %"}, {"từ 97,5% - 100%", "≥ 97,5 %"},
		{"Đạt từ 75%", "≥ 75 %"}, {"phải đạt từ 97,5 %", "≥ 97,5 %"},
		// near them
		{"từ 75%", ""}, {"Đạt từ 75% đến 80%", ""}, {"Đạt từ 75 hộ", ""},
		{"từ 80% đến 90%", ""}, {"từ 95% đến dưới 100%", ""}, {"95% đến 100%", ""}, {"từ 1 đến 100 hộ", ""},
		{"từ 95% đến 100% (trừ xã đảo)", ""},
	})
}
