package decision

import (
	"strings"
	"testing"

	"ntm/internal/webpage"
)

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
