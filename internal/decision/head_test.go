package decision_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"ntm/internal/decision"
	"ntm/internal/vi"
	"ntm/internal/webpage"
)

// paper reads a decision whose lines above its table are given.
func paper(t testing.TB, lines ...string) *decision.Decision {
	t.Helper()
	text := ""
	for _, l := range lines {
		text += "<p>" + l
	}
	doc, err := webpage.Read("gia-dinh.html", []byte(text+rows("TT|Nội dung tiêu chí|Mức đạt", "1.1|A|Đạt")))
	if err != nil {
		t.Fatal(err)
	}
	return decision.Of(doc)
}

// headOf is what was read of a head, in a line; what is blank is left out.
func headOf(d *decision.Decision) string {
	var out []string
	add := func(name, text string) {
		if text != "" {
			out = append(out, name+" "+text)
		}
	}
	add("số", d.Number)
	if !d.Date.IsZero() {
		add("ngày", vi.Date(d.Date))
	}
	add("của", d.Issuer)
	add("tên", d.Title)
	if !d.InForce.IsZero() {
		add("từ", vi.Date(d.InForce))
	}
	for name, is := range map[string]bool{"dự thảo": d.IsDraft, "sửa đổi": d.Amends, "hợp nhất": d.IsMerged} {
		if is {
			out = append(out, name)
		}
	}
	for _, doubt := range d.Doubts {
		out = append(out, "? "+doubt.What)
	}
	return strings.Join(out, "; ")
}

const (
	people  = "ỦY BAN NHÂN DÂN"
	issuer  = "TỈNH GIA ĐỊNH"
	country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	motto   = "Độc lập - Tự do - Hạnh phúc"
	place   = "Gia Định, ngày 05 tháng 02 năm 2026"
	decides = "QUYẾT ĐỊNH"
	title   = "Ban hành Bộ tiêu chí xã nông thôn mới (giả định)"
)

// Heads as Nghị định 30/2020 sets them, and what is often otherwise in a file.
func TestHeads(t *testing.T) {
	const whole = "số 12/2026/QĐ-UBND; ngày 05/02/2026; của ỦY BAN NHÂN DÂN TỈNH GIA ĐỊNH; tên " + title
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"as it is set", []string{people, issuer, "Số: 12/2026/QĐ-UBND", country, motto, place, decides, title}, whole},
		{"the motto in the issuer's line", []string{people + "     " + country, issuer + "     " + motto,
			"Số: 12/2026/QĐ-UBND", place, decides, title}, whole},
		{"spaces in the number", []string{people, issuer, "Số : 12 /2026/QĐ - UBND", country, motto, place, decides,
			title},
			whole},
		{"a rule below the issuer", []string{people, issuer, "_______", "Số: 12/2026/QĐ-UBND", place, decides,
			title}, whole},
		{"a title of two lines", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, decides, "Ban hành Bộ tiêu chí",
			"xã nông thôn mới (giả định)"}, whole},
		{"the issuer again below the title", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, decides, title,
			"ỦY BAN NHÂN DÂN TỈNH GIA ĐỊNH", "Căn cứ Luật (giả định)"}, whole},
		{"a day of force", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, decides, title,
			"Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 02 năm 2026."}, whole + "; từ 15/02/2026"},
		{"a day of force in figures", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, decides, title,
			"Điều 2. Quyết định có hiệu lực từ ngày 15/2/2026"}, whole + "; từ 15/02/2026"},
		{"not numbered yet", []string{people, issuer, "Số: /2026/QĐ-UBND", place, decides, title},
			strings.Replace(whole, "số 12/2026/QĐ-UBND; ", "", 1) +
				"; ? quyết định chưa có số: Số: /2026/QĐ-UBND"},
		{"nothing but the title", []string{decides, title}, "tên " + title},
		{"nothing below the title", []string{people, issuer, decides}, ""},
		{"named in a line", []string{"Quyết định số 12/2026/QĐ-UBND"}, "số 12/2026/QĐ-UBND"},
		{"a draft", []string{"DỰ THẢO", people, issuer, "Số: 12/2026/QĐ-UBND", place, decides, title},
			whole + "; dự thảo"},
		{"a draft by its round", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, "(Dự thảo lần 2)", decides,
			title},
			whole + "; dự thảo"},
		{"a menu of drafts", []string{"Dự thảo", "Trang chủ", "Liên hệ", "Tin tức", people, issuer,
			"Số: 12/2026/QĐ-UBND",
			place, decides, title}, whole},
		{"given with a decision",
			[]string{"(Kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05 tháng 02 năm 2026 của Ủy ban " +
				"nhân dân tỉnh Gia Định)"}, "số 12/2026/QĐ-UBND; ngày 05/02/2026; của Ủy ban nhân dân tỉnh Gia Định"},
		{"given with a decision, in figures",
			[]string{"(Ban hành kèm theo Quyết định số 12/2026/QĐ-UBND, ngày 5/2/2026)"},
			"số 12/2026/QĐ-UBND; ngày 05/02/2026"},
		{"given with another number", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, decides, title,
			"(Kèm theo Quyết định số 13/2026/QĐ-UBND)"}, whole + "; ? phụ lục ghi là kèm theo Quyết định số " +
			"13/2026/QĐ-UBND, nhưng quyết định có số 12/2026/QĐ-UBND"},
		{"given on another day", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, decides, title,
			"(Kèm theo Quyết định số 12/2026/QĐ-UBND ngày 06 tháng 02 năm 2026)"},
			whole + "; ? phụ lục ghi ngày 06/02/2026, nhưng quyết định ghi ngày 05/02/2026"},
		{"the day of a decision that is amended", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, decides,
			"Sửa đổi Quyết định số 1/2025/QĐ-UBND ngày 01 tháng 01 năm 2025"},
			"số 12/2026/QĐ-UBND; ngày 05/02/2026; của " +
				"ỦY BAN NHÂN DÂN TỈNH GIA ĐỊNH; tên Sửa đổi Quyết định số 1/2025/QĐ-UBND ngày 01 tháng 01 năm 2025; " +
				"sửa đổi"},
		{"supplements", []string{people, issuer, "Số: 12/2026/QĐ-UBND", place, decides,
			"Bổ sung một số điều (giả định)"},
			"số 12/2026/QĐ-UBND; ngày 05/02/2026; của ỦY BAN NHÂN DÂN TỈNH GIA ĐỊNH; tên Bổ sung một số điều " +
				"(giả định); " +
				"sửa đổi"},
		{"merged", []string{"VĂN BẢN HỢP NHẤT", people, issuer, "Số: 12/2026/QĐ-UBND", place, decides, title},
			whole + "; hợp nhất"},
		{"a day that cannot be", []string{people, issuer, "Số: 12/2026/QĐ-UBND", "Gia Định, ngày 31 tháng 02 năm 2026",
			decides, title}, "số 12/2026/QĐ-UBND; của ỦY BAN NHÂN DÂN TỈNH GIA ĐỊNH; tên " + title},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := headOf(paper(t, tt.lines...)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A decision that stands beside the country's name, in a table without lines as Word has
// it, is read like one above it.
func TestAHeadInATable(t *testing.T) {
	doc, err := webpage.Read("gia-dinh.html", []byte(rows(people+"<br>"+issuer+"<p>Số: 12/2026/QĐ-UBND|"+country+"<br>"+
		motto+"<p>"+place)+"<p>"+decides+"<p>"+title+rows("TT|Nội dung tiêu chí|Mức đạt", "1.1|A|Đạt")))
	if err != nil {
		t.Fatal(err)
	}
	d := decision.Of(doc)
	if d.Number != "12/2026/QĐ-UBND" || vi.Date(d.Date) != "05/02/2026" || d.Title != title {
		t.Errorf("%s", headOf(d))
	}
}

// Rows and cells of an annex are held against each other; what does not fit is marked.
func TestRowsAgainstEachOther(t *testing.T) {
	const head = "TT|Nội dung tiêu chí|Mức đạt"
	for _, tt := range []struct {
		name   string
		table  string
		doubts []string // parts of what is said, in any order; nil: nothing
	}{
		{"all in order", rows(head, "1.1|A|Đạt", "1.2|B|≥ 81%", "2.1|C|≥ 71%"), nil},
		{"a number left out", rows(head, "1.1|A|Đạt", "1.3|B|≥ 81%"),
			[]string{"trước chỉ tiêu 1.3 không thấy chỉ tiêu 1.2"}},
		{"two left out", rows(head, "1.1|A|Đạt", "1.4|B|≥ 81%"),
			[]string{"trước chỉ tiêu 1.4 không thấy chỉ tiêu 1.3"}},
		{"the first left out", rows(head, "2.2|A|Đạt", "2.3|B|≥ 81%"), []string{"không thấy chỉ tiêu 2.1"}},
		{"a number twice", rows(head, "1.1|A|Đạt", "1.2|B|≥ 81%", "1.1|C|≥ 71%"),
			[]string{"chỉ tiêu 1.1 đã có ở bảng 1, dòng 2", "chỉ tiêu 1.1 còn có ở bảng 1, dòng 4"}},
		{"ten without its zero", rows(head, "17.8|A|Đạt", "17.9|B|Đạt", "17.1|C|Đạt"),
			[]string{"trước chỉ tiêu 17.8 không thấy chỉ tiêu 17.7"}}, // 17.10 follows 17.9
		{"a comparison against the others", rows("TT|Nội dung tiêu chí|Nhóm 1|Nhóm 2|Nhóm 3",
			"1.1|Đường xã|≥ 81%|≤ 71%|≥ 61%"),
			[]string{"dấu so sánh ngược với các cột khác"}},
		{"a comparison against the words", rows(head, "1.1|Tỷ lệ hộ nghèo|≥ 3%"), []string{"ngược với nội dung"}},
		{"a comparison by the words", rows(head, "1.1|Tỷ lệ hộ nghèo|≤ 3%"), nil},
		{"most who are content", rows(head, "1.1|Tỷ lệ người dân hài lòng|≤ 95%"), []string{"ngược với nội dung"}},
		{"a number far from the others", rows("TT|Nội dung tiêu chí|Nhóm 1|Nhóm 2|Nhóm 3",
			"1.1|Đường xã|≥ 81%|≥ 8%|≥ 61%"),
			[]string{"lệch hẳn so với các cột khác"}},
		{"two numbers far apart", rows("TT|Nội dung tiêu chí|Nhóm 1|Nhóm 2", "1.1|Đường xã|≥ 81%|≥ 8%"),
			[]string{"lệch nhau quá nhiều", "lệch nhau quá nhiều"}},
		{"a part above its whole", rows(head, "1.1|Nước|≥ 55% (trong đó ≥ 95% từ hệ thống)"),
			[]string{"lớn hơn toàn thể"}},
		{"another number in the words", rows(head, "1.1|Tỷ lệ hộ có nước sạch đạt từ 90% trở lên|≥ 80%"),
			[]string{`ô ghi "≥ 80%"`}},
		{"the number of the words", rows(head, "1.1|Tỷ lệ hộ có nước sạch đạt từ 80% trở lên|≥ 80%"), nil},
		{"years that rise and fall", rows("2v TT|2v Nội dung tiêu chí|4>Mức đạt", "Năm 2021|Năm 2022|Năm 2023|Năm 2024",
			"1.1|Thu nhập|≥ 41|≥ 44|≥ 43|≥ 50"), []string{"số của năm 2023 đi ngược với các năm khác"}},
		{"years that rise", rows("2v TT|2v Nội dung tiêu chí|4>Mức đạt", "Năm 2021|Năm 2022|Năm 2023|Năm 2024",
			"1.1|Thu nhập|≥ 41|≥ 44|≥ 47|≥ 50"), nil},
		{"years that fall", rows("2v TT|2v Nội dung tiêu chí|3>Mức đạt", "Năm 2021|Năm 2022|Năm 2023",
			"1.1|Tỷ lệ nghèo|≤ 5%|≤ 4%|≤ 3%"), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			said := doubtsOf(page(t, tt.table))
			for _, want := range tt.doubts {
				if !strings.Contains(strings.Join(said, "\n"), want) {
					t.Errorf("nobody says %q: %q", want, said)
				}
			}
			if len(said) != len(tt.doubts) {
				t.Errorf("%d doubts: %q", len(said), said)
			}
		})
	}
}

// doubtsOf are the doubts about the rows and cells of a decision.
func doubtsOf(d *decision.Decision) []string {
	var out []string
	for _, a := range d.Annexes {
		for _, doubt := range a.Doubts {
			out = append(out, doubt.String())
		}
		for _, r := range a.Rows {
			for _, doubt := range r.Doubts {
				out = append(out, doubt.String())
			}
			for _, c := range r.Cells {
				for _, doubt := range c.Doubts {
					out = append(out, doubt.String())
				}
			}
		}
	}
	return out
}

// A doubt says where it is, as far as it is somewhere.
func TestWhereADoubtIs(t *testing.T) {
	for want, d := range map[string]decision.Doubt{
		"x":                        {What: "x"},
		"bảng 2: x":                {Table: 2, What: "x"},
		"bảng 2, dòng 3: x":        {Table: 2, Row: 3, What: "x"},
		"bảng 2, dòng 3, cột 4: x": {Table: 2, Row: 3, Column: 4, What: "x"},
	} {
		if d.String() != want {
			t.Errorf("%+v is %q", d, d)
		}
	}
}

// The annex of a level is the one there is; none and two are problems that name what was seen.
func TestTheAnnexOfALevel(t *testing.T) {
	annex := func(level, of string, table int) *decision.Annex {
		return &decision.Annex{Level: level, Of: of, Title: fmt.Sprintf("%s %s", of, level), Tables: []int{table},
			Rows: []*decision.Row{{Table: table}}}
	}
	d := &decision.Decision{File: "gia-dinh.docx", Annexes: []*decision.Annex{annex("ntm", "xã", 1),
		annex("nang-cao", "xã", 2), annex("ntm", "huyện", 3), annex("kieu-mau", "xã", 4), annex("kieu-mau", "xã", 5)}}
	for level, want := range map[string]string{"ntm": "xã ntm", "nang-cao": "xã nang-cao",
		"kieu-mau": "!bảng 4 và bảng 5", "hien-dai": `!"xã ntm"; "xã nang-cao"; "huyện ntm"`} {
		a, err := d.Annex(level)
		if want, wrong := strings.CutPrefix(want, "!"); wrong {
			if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), d.File) {
				t.Errorf("%s: %v, want %s", level, err, want)
			}
		} else if err != nil || a.Title != want {
			t.Errorf("%s: %+v, %v", level, a, err)
		}
	}
	if _, err := (&decision.Decision{}).Annex("ntm"); err == nil || !strings.Contains(err.Error(),
		"không có bảng nào") {
		t.Errorf("of none: %v", err)
	}
}

// Whatever stands above the table, the head is read of it and the table stays as it is.
func FuzzHead(f *testing.F) {
	f.Add(people + "\n" + issuer + "\nSố: 12/2026/QĐ-UBND\n" + place + "\n" + decides + "\n" + title)
	f.Add(people + "\n" + decides)
	f.Add("(Kèm theo Quyết định số 12/2026/QĐ-UBND ngày 31 tháng 02 năm 2026 của )\nSố: /QĐ-X\nDỰ THẢO")
	f.Add("Điều 1. có hiệu lực từ ngày 99/99/2026\nBảng 1. Đối với xã nhóm 1\nSửa đổi chỉ tiêu 1.1 thành “≥ 5%”")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "<>&") || !utf8.ValidString(text) {
			return // a line of text, no page
		}
		d := paper(t, strings.Split(text, "\n")...)
		if strings.ContainsAny(d.Number, " \n\t") || !d.Date.IsZero() &&
			(d.Date.Year() < 1900 || d.Date.Year() > 2200) {
			t.Errorf("%q: number %q of %s", text, d.Number, d.Date)
		}
		if len(strings.Split(d.Number, "/")) > 3 || d.Number != "" && !strings.ContainsAny(d.Number, "0123456789") {
			t.Errorf("%q: number %q", text, d.Number)
		}
	})
}
