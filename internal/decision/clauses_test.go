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

// The clauses of an article may say what its annexes hold; each annex has a heading of its own then.
func TestAnnexesThatClausesTellOf(t *testing.T) {
	table := func(no, share string) string {
		return "<table><tr><td>TT<td>Nội dung tiêu chí<td>Mức đạt<tr><td>" + no + "<td>Tỷ lệ<td>" + share + "</table>"
	}
	doc, err := webpage.Read(
		"gia-dinh.html",
		[]byte("<p>Số: 901/QĐ-TTg<p>QUYẾT ĐỊNH<p>Sửa đổi một số nội dung của các "+
			"Bộ tiêu chí xã nông thôn mới, xã nông thôn mới nâng cao (giả định)<p>Điều 1. Sửa đổi, bổ sung:"+
			"<p>1. Sửa đổi một số chỉ tiêu của Phụ lục I (Bộ tiêu chí xã nông thôn mới) tại Phụ lục I kèm theo."+
			"<p>2. Sửa đổi một số chỉ tiêu của Phụ lục II (Bộ tiêu chí xã nông thôn mới nâng cao) tại "+
			"Phụ lục II kèm theo."+
			"<p>Điều 2. Bãi bỏ chỉ tiêu 17.10 tại Phụ lục II đối với các xã khu vực III."+
			"<p>Phụ lục I<p>SỬA ĐỔI BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI"+table("15.1", "≥ 91%")+
			"<p>Phụ lục II<p>SỬA ĐỔI BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO"+table("14.1", "≥ 96%")),
	)
	if err != nil {
		t.Fatal(err)
	}
	d := Of(doc)
	var got []string
	for _, a := range d.Annexes {
		for _, row := range a.Rows {
			got = append(got, a.No+" "+row.No)
		}
	}
	if said := strings.Join(got, "; "); said != "I 15.1; II 14.1; II 17.10" {
		t.Error(said)
	}
}
