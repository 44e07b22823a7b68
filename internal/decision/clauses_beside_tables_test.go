package decision

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/webpage"
)

// amended reads an invented amendment, and says what each annex asks: its level, its rows and whether a row is marked.
func amended(t *testing.T, title, body string) string {
	t.Helper()
	doc, err := webpage.Read(
		"gia-dinh.html",
		[]byte("<p>Số: 902/QĐ-TTg<p>QUYẾT ĐỊNH<p>"+title+" (giả định)<p>"+body),
	)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, a := range Of(doc).Annexes {
		said := a.Level + ":"
		for _, row := range a.Rows {
			said += " " + row.No
			for _, c := range row.Cells {
				said += " " + c.Reading.String()
			}
			if !row.Sure() {
				said += "*"
			}
		}
		out = append(out, said)
	}
	return strings.Join(out, "; ")
}

// asking is a table of criteria of invented shares, by numbers.
func asking(pairs ...string) string {
	out := "<table><tr><td>TT<td>Nội dung tiêu chí<td>Mức đạt"
	for i := 0; i < len(pairs); i += 2 {
		out += fmt.Sprintf("<tr><td>%s<td>Tỷ lệ hộ %s<td>%s", pairs[i], pairs[i], pairs[i+1])
	}
	return out + "</table>"
}

// The table that a clause announces and the clauses beside it are read together.
func TestTablesOfClausesBesideClauses(t *testing.T) {
	const (
		one  = "Sửa đổi một số nội dung của Bộ tiêu chí quốc gia về xã nông thôn mới"
		both = one + " và Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao"
		ntm  = "<p>Điều 1. Sửa đổi một số chỉ tiêu của Bộ tiêu chí quốc gia về xã nông thôn mới (Phụ lục I) như sau:"
		high = "<p>Điều 2. Sửa đổi một số chỉ tiêu của Bộ tiêu chí xã nông thôn mới nâng cao (Phụ lục II):"
		c16  = "<p>2. Sửa đổi chỉ tiêu 16 thuộc tiêu chí số 16 từ “≥ 70%” thành “≥ 75%”."
	)
	lead := "<p>1. Sửa đổi chỉ tiêu 15.1 như sau:"
	for _, tt := range []struct{ title, body, want string }{
		{one, ntm + lead + asking("15.1", "≥ 91%") + c16, "ntm: 15.1 ≥ 91 % 16 ≥ 75 %"},
		{both, ntm + lead + asking("15.1", "≥ 91%") + c16, "ntm: 15.1 ≥ 91 % 16 ≥ 75 %"},
		{both, ntm + lead + "<p>(Đơn vị tính: %)" + asking("15.1", "≥ 91%") + c16, "ntm: 15.1 ≥ 91 % 16 ≥ 75 %"},
		// the same words below two articles are of two sets
		{both, ntm + lead + asking("15.1", "≥ 91%") + high + lead + asking("15.1", "≥ 96%") + c16,
			"ntm: 15.1 ≥ 91 %; nang-cao: 15.1 ≥ 96 % 16 ≥ 75 %"},
		{both, "<p>Điều 1. Sửa đổi như sau:<p>I. XÃ NÔNG THÔN MỚI" + lead + asking("15.1", "≥ 91%") +
			"<p>II. XÃ NÔNG THÔN MỚI NÂNG CAO" + lead + asking("15.1", "≥ 96%"),
			"ntm: 15.1 ≥ 91 %; nang-cao: 15.1 ≥ 96 %"},
		{both, "<p>Điều 1. Sửa đổi như sau:" +
			"<p>1. Sửa đổi chỉ tiêu 15.1 của Bộ tiêu chí xã nông thôn mới nâng cao như sau:" +
			asking("15.1", "≥ 96%"), "nang-cao: 15.1 ≥ 96 %"},
		// nothing says of which of the two: each has it, marked
		{both, "<p>Điều 1. Sửa đổi như sau:" + lead + asking("15.1", "≥ 91%"),
			"ntm: 15.1 ≥ 91 %*; nang-cao: 15.1 ≥ 91 %*"},
		{both, "<p>Điều 1. Sửa đổi như sau:" + c16, "ntm: 16 ≥ 75 %*; nang-cao: 16 ≥ 75 %*"},
		// the lead-in and its table name other indicators
		{one, ntm + lead + asking("15.2", "≥ 91%"),
			"ntm: 15.2 ≥ 91 %* 15.1 CẦN ĐỌC LẠI*"},
		{one, ntm + "<p>1. Sửa đổi chỉ tiêu 15.1 và 17.6 như sau:" + asking("15.1", "≥ 91%"),
			"ntm: 15.1 ≥ 91 % 17.6 CẦN ĐỌC LẠI*"},
		{one, ntm + lead + asking("", "≥ 91%") + c16, "ntm: 15.1 ≥ 91 %* 16 ≥ 75 %"},
	} {
		if got := amended(t, tt.title, tt.body); strings.ReplaceAll(
			got,
			"CẦN ĐỌC LẠI: ",
			"CẦN ĐỌC LẠI",
		) != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.body, got, tt.want)
		}
	}
}

// Clauses and an annex of the same amendment are read together; what both say in other words is marked.
func TestClausesBesideAnAnnex(t *testing.T) {
	const (
		title = "Sửa đổi một số nội dung của Bộ tiêu chí quốc gia về xã nông thôn mới"
		head  = "<p>Điều 1. Sửa đổi một số chỉ tiêu của Bộ tiêu chí quốc gia về xã nông thôn mới (Phụ lục I) như sau:"
		annex = "<p>Điều 2. Quyết định này có hiệu lực từ ngày ký.<p>PHỤ LỤC<p>CÁC CHỈ TIÊU SỬA ĐỔI"
		ofSet = annex + " CỦA BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI"
	)
	table := asking("15.1", "≥ 91%", "17.6", "≥ 80%")
	for _, tt := range []struct{ body, want string }{
		{head + "<p>1. Sửa đổi chỉ tiêu 16 từ “≥ 70%” thành “≥ 75%”." +
			"<p>2. Các chỉ tiêu khác sửa đổi tại Phụ lục kèm theo." +
			ofSet + table, "ntm: 15.1 ≥ 91 % 17.6 ≥ 80 % 16 ≥ 75 %"},
		{head + "<p>1. Sửa đổi chỉ tiêu 16 từ “≥ 70%” thành “≥ 75%”." + annex + table,
			"ntm: 15.1 ≥ 91 % 17.6 ≥ 80 % 16 ≥ 75 %"},
		{head + "<p>1. Sửa đổi chỉ tiêu 15.1, 17.6 tại Phụ lục kèm theo Quyết định này." + ofSet + table,
			"ntm: 15.1 ≥ 91 % 17.6 ≥ 80 %"},
		{head + "<p>1. Sửa đổi chỉ tiêu 15.1, 18.1 tại Phụ lục kèm theo Quyết định này." + ofSet + table,
			"ntm: 15.1 ≥ 91 % 17.6 ≥ 80 % 18.1 CẦN ĐỌC LẠI: không rõ mức mới là gì*"},
		{head + "<p>1. Sửa đổi chỉ tiêu 15.1 từ “≥ 90%” thành “≥ 91%”." + ofSet + table,
			"ntm: 15.1 ≥ 91 % 17.6 ≥ 80 %"},
		{head + "<p>1. Sửa đổi chỉ tiêu 15.1 từ “≥ 90%” thành “≥ 92%”." + ofSet + table,
			"ntm: 15.1 ≥ 91 %* 17.6 ≥ 80 % 15.1 ≥ 92 %*"},
	} {
		if got := amended(t, title, tt.body); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.body, got, tt.want)
		}
	}
}
