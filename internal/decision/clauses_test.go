package decision

import (
	"strings"
	"testing"

	"ntm/internal/webpage"
)

// A clause in words is taken as it was read where it says one thing and nothing else.
func TestPlainClauses(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		plain      bool
	}{
		{"2. Sửa đổi chỉ tiêu 17.10 thuộc tiêu chí số 17 về Môi trường tại Phụ lục II (xã nông thôn mới nâng cao) " +
			"từ “≥ 10%” thành “≥ 5%”.", "≥ 5 %", true},
		{"3. Sửa đổi chỉ tiêu 12.2 thuộc tiêu chí số 12 tại Phụ lục I như sau: mức đạt từ “≥ 25%” giảm còn “≥ 20%” " +
			"đối với tất cả các vùng.", "≥ 20 %", true},
		{"a) Điều chỉnh mức đạt của chỉ tiêu 15.1 tại Phụ lục I thành “≥ 90%”;", "≥ 90 %", true},
		{"1. Sửa đổi chỉ tiêu 15.4 tại Phụ lục I thành: “Tỷ lệ dân số có sổ sức khỏe điện tử: ≥ 50%”.", "≥ 50 %",
			true},
		{"a) Chỉ tiêu 17.11 sửa đổi như sau: “Tỷ lệ hộ gia đình phân loại chất thải: ≥ 40%”, thay cho mức “≥ 30%”.",
			"≥ 40 %", true},
		{"b) Mức đạt của chỉ tiêu 12.1 thuộc tiêu chí số 12 về Lao động được sửa từ “≥ 70%” thành “≥ 75%”, áp dụng " +
			"chung cho các vùng.", "≥ 75 %", true},
		{"- Chỉ tiêu 12.1 được điều chỉnh từ “≥ 70%” lên “≥ 75%”, riêng xã đảo giữ nguyên.", "≥ 75 %", false},
		{"1. Sửa đổi chỉ tiêu 15.1 tại Phụ lục I thành “≥ 95%”, thay cho mức “≥ 90%”.", "≥ 95 %", true},
		// of another criterion, of two indicators, for some only, with another condition, or a repeal
		{"2. Sửa đổi chỉ tiêu 17.10 thuộc tiêu chí số 18 tại Phụ lục II từ “≥ 10%” thành “≥ 5%”.", "≥ 5 %", false},
		{"2. Sửa đổi chỉ tiêu 17.1, 17.2 tại Phụ lục II thành “≥ 5%”.", "≥ 5 %", false},
		{"3. Sửa đổi chỉ tiêu 12.2 tại Phụ lục I thành “≥ 20%” đối với các xã đặc biệt khó khăn.", "≥ 20 %", false},
		{"3. Sửa đổi chỉ tiêu 12.2 tại Phụ lục I thành “≥ 20%”, áp dụng từ năm 2025.", "≥ 20 %", false},
		{"3. Sửa đổi chỉ tiêu 12.2 tại Phụ lục I từ “≥ 20%” thành “≤ 20%”.", "≤ 20 %", false},
		{"3. Sửa đổi chỉ tiêu 12.2 tại Phụ lục I từ “≥ 20%” thành “≥ 20%”.", "≥ 20 %", false},
		{"3. Thay cụm từ “≥90%” bằng cụm từ “≥85%” tại nội dung tiêu chí 14.2 của Phụ lục II.", "≥ 85 %", false},
		{"3. Thay cụm từ “≥90%” bằng “≥85%” tại mục 14.2, 14.3 Phụ lục II.", "≥ 85 %", false},
		{"3. Bãi bỏ chỉ tiêu 12.2 tại Phụ lục I.", "không áp dụng", false},
	} {
		c := clauseIn(line{text: tt.text})
		if c == nil {
			t.Errorf("%s: no clause", tt.text)
			continue
		}
		_, r := c.asks(tt.text)
		if r.String() != tt.want || c.isPlain(tt.text, r) != tt.plain {
			t.Errorf("%s: %s, plain %t", tt.text, r, c.isPlain(tt.text, r))
		}
	}
}

// What an amendment changes in words stands among its indicators, or is said of the file.
func TestClausesThatAreLeftToAPerson(t *testing.T) {
	head := "<p>Số: 901/QĐ-TTg<p>QUYẾT ĐỊNH<p>Sửa đổi một số nội dung của các Bộ tiêu chí xã nông thôn mới, xã " +
		"nông thôn " +
		"mới nâng cao (giả định)<p>Điều 1."
	table := "<p>1. Sửa đổi một số chỉ tiêu tại Bộ tiêu chí xã nông thôn mới nâng cao (Phụ lục II) như sau:" +
		"<table><tr><td>TT<td>Nội dung<td>Mức đạt<tr><td>15.1<td>Tỷ lệ<td>≥ 95%</table>"
	for _, tt := range []struct{ text, no, told string }{
		{"2. Thay cụm từ “≥90%” bằng cụm từ “≥85%” tại nội dung tiêu chí 14.2 của Phụ lục II.", "14.2", ""},
		{"2. Thay cụm từ “≥90%” bằng cụm từ “≥85%” tại tiêu chí 14.2 của Phụ lục I.", "",
			"không rõ của bộ tiêu chí nào"},
		{"2. Thay cụm từ “huyện” bằng cụm từ “xã” trong cả Quyết định.", "", "không rõ ở chỉ tiêu nào"},
		{"2. Giao Bộ Nông nghiệp hướng dẫn “nước sạch” ở chỉ tiêu 14.2.", "", ""},
	} {
		doc, err := webpage.Read("gia-dinh.html", []byte(head+table+"<p>"+tt.text+"<p>Điều 2. Hiệu lực"))
		if err != nil {
			t.Fatal(err)
		}
		d := Of(doc)
		no := ""
		for _, row := range d.Annexes[0].Rows[1:] {
			no += row.No
		}
		told := ""
		for _, doubt := range d.Doubts {
			told += doubt.What
		}
		if no != tt.no || !strings.Contains(told, tt.told) || tt.told == "" && told != "" {
			t.Errorf("%s: %q, told %q", tt.text, no, told)
		}
	}
}
