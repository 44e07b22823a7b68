package head_test

import (
	"strings"
	"testing"

	"ntm/internal/decision/head"
	"ntm/internal/vi"
)

// lines are those of an invented paper: what stands in one table is given as "table.side text".
func lines(of ...string) []head.Line {
	var out []head.Line
	for i, text := range of {
		l := head.Line{Text: text, Cell: i}
		if strings.HasPrefix(text, "1.1 ") || strings.HasPrefix(text, "1.2 ") {
			l = head.Line{Text: text[4:], Cell: i, Table: 1, Side: int(text[2] - '0')}
		}
		out = append(out, l)
	}
	return out
}

// A head is read as it is printed: beside the country's name in a table, one line below another, or in one line.
func TestHeads(t *testing.T) {
	for _, tt := range []struct {
		of   []string
		want string
	}{
		{[]string{"1.1 ỦY BAN NHÂN DÂN", "1.1 TỈNH GIẢ ĐỊNH", "1.2 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "1.1 -------",
			"1.2 Độc lập - Tự do - Hạnh phúc", "1.1 Số: 12/2022/QĐ-UBND", "1.2 Giả Định, ngày 5 tháng 7 năm 2022",
			"QUYẾT ĐỊNH", "Ban hành Bộ tiêu chí xã nông thôn mới", "tỉnh Giả Định", "Căn cứ Luật giả định"},
			"12/2022/QĐ-UBND|05/07/2022|ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH|" +
				"Ban hành Bộ tiêu chí xã nông thôn mới tỉnh Giả Định"},
		{[]string{"THỦ TƯỚNG CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 9 /QĐ - TTg",
			"Hà Nội, ngày 1 tháng 2 năm 2023", "QUYẾT ĐỊNH:", "Ban hành Bộ tiêu chí giả định", "THỦ TƯỚNG CHÍNH PHỦ"},
			"9/QĐ-TTg|01/02/2023|THỦ TƯỚNG CHÍNH PHỦ|Ban hành Bộ tiêu chí giả định"},
		{[]string{"Quyết định số: 7/QĐ-TTg", "Phụ lục"}, "7/QĐ-TTg|||"},
		{[]string{"Số:      /QĐ-UBND", "DỰ THẢO", "QUYẾT ĐỊNH", "Ban hành bộ giả định", "(kèm theo)"},
			"|||Ban hành bộ giả định|dự thảo|quyết định chưa có số: Số:      /QĐ-UBND"},
		{[]string{"Dự thảo văn bản", "Trang chủ", "Tin tức", "Liên hệ", "Số: 8/QĐ-TTg", "QUYẾT ĐỊNH",
			"Về bộ giả định"},
			"8/QĐ-TTg||Tin tức Liên hệ|Về bộ giả định"},
		// a page of a law portal has a box of its own above the paper, or beside a paper without a head
		{[]string{"1.1 Số hiệu:", "1.2 Xem trong văn bản", "1.1 Loại văn bản:", "1.2 Quyết định",
			"1.1 Ngày ban hành:",
			"1.2 12/06/2024", "1.1 Ngày hiệu lực:", "1.2 22/06/2024", "ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH",
			"Số: 3/2024/QĐ-UBND",
			"Giả Định, ngày 12 tháng 6 năm 2024", "QUYẾT ĐỊNH", "Về bộ giả định"},
			"3/2024/QĐ-UBND|12/06/2024|ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH|Về bộ giả định"},
		{[]string{"Số hiệu: 3/2024/QĐ-UBND | Loại văn bản: Quyết định", "Cơ quan ban hành: UBND tỉnh Giả Định",
			"Ngày ban hành: 12/06/2024 Ngày hiệu lực: 22/06/2024", "QUYẾT ĐỊNH", "Về bộ giả định"},
			"3/2024/QĐ-UBND|12/06/2024|UBND tỉnh Giả Định|Về bộ giả định"},
		{[]string{"Số ký hiệu", "4/2024/QĐ-UBND", "Nơi ban hành", "Tỉnh Giả Khác", "Ngày ký", "13/06/2024",
			"Loại văn bản",
			"Quyết định", "ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH", "Số: 3/2024/QĐ-UBND", "Giả Định, ngày 12 tháng 6 năm 2024",
			"QUYẾT ĐỊNH", "Về bộ giả định"},
			"3/2024/QĐ-UBND|12/06/2024|ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH|Về bộ giả định|trang ghi số hiệu " +
				"4/2024/QĐ-UBND, " +
				"nhưng quyết định có số 3/2024/QĐ-UBND; trang ghi ngày ban hành 13/06/2024, " +
				"nhưng quyết định ghi ngày " +
				"12/06/2024; trang ghi cơ quan ban hành là Tỉnh Giả Khác, nhưng quyết định ghi ỦY BAN NHÂN DÂN TỈNH " +
				"GIẢ ĐỊNH"},
		{[]string{"Ngày ban hành: 12/06/2024", "QUYẾT ĐỊNH", "Về bộ giả định"}, "|||Về bộ giả định"},
		{nil, "|||"},
	} {
		h := head.Read(lines(tt.of...))
		got := h.Number + "|"
		if !h.Date.IsZero() {
			got += vi.Date(h.Date)
		}
		got += "|" + h.Issuer + "|" + h.Title
		if h.IsDraft {
			got += "|dự thảo"
		}
		if len(h.Doubts) > 0 {
			got += "|" + strings.Join(h.Doubts, "; ")
		}
		if got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.of, got, tt.want)
		}
	}
	if !head.Day("ngày mai").IsZero() {
		t.Error("a day that is none")
	}
}
