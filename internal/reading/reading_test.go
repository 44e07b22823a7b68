package reading_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/decision"
	"ntm/internal/problem"
	"ntm/internal/reading"
)

func decisions(t *testing.T, names ...string) []*decision.Decision {
	t.Helper()
	var out []*decision.Decision
	for _, name := range names {
		d, err := decision.Read(t.Context(), filepath.Join("../../testdata/decisions", "gia-dinh-"+name))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

func TestTheStandardOfADecision(t *testing.T) {
	lib := packs.Embedded()
	for _, tt := range []struct{ file, id, want, wrong string }{
		{"theo-nhom.docx", "", "ntm-2026-2030", ""},
		{"tron-bo-2026.docx", "", "ntm-2026-2030", ""},
		{"kieu-mau.docx", "", "kieu-mau-2021-2025", ""},
		{"theo-khu-vuc.docx", "", "nang-cao-2021-2025", ""},
		{"theo-vung.docx", "ntm-2021-2025", "ntm-2021-2025", ""},
		{"theo-vung.docx", "", "", "(ntm-2021-2025); "},
		{"mot-cot.csv", "", "", "không rõ quyết định này là của bộ tiêu chí nào"},
		{"mot-cot.csv", "khong-co", "", `không có bộ tiêu chí "khong-co"`},
	} {
		std, err := reading.Standard(lib, decisions(t, tt.file), tt.id)
		got := ""
		if std != nil {
			got = std.ID
		}
		if got != tt.want || (err != nil) != (tt.wrong != "") || err != nil && !strings.Contains(err.Error(),
			tt.wrong) {
			t.Errorf("%s %s: %q, %v", tt.file, tt.id, got, err)
		}
	}
}

func TestPapers(t *testing.T) {
	std, _ := packs.Embedded().StandardByID("ntm-2026-2030")
	day := criteria.Day(2026, 3, 1)
	for _, tt := range []struct {
		name   string
		files  []string
		named  reading.Named
		number string
		layer  criteria.Layer
		says   string // among the cautions
		wrong  string
	}{
		{"the nation's", []string{"tron-bo-2026.docx"}, reading.Named{}, "952/2025/QĐ-TTg", criteria.Nation, "", ""},
		{"a province's", []string{"trang-web.html"}, reading.Named{Province: "Thanh Hóa"}, "983/2026/QĐ-UBND",
			criteria.Province, "", ""},
		{"named otherwise", []string{"tron-bo-2026.docx"},
			reading.Named{Decision: criteria.Document{Number: "1/QĐ-TTg", Date: day}}, "1/QĐ-TTg", criteria.Nation,
			"tệp ghi số 952/2025/QĐ-TTg, khác với số 1/QĐ-TTg", ""},
		{"a ministry's", []string{"tron-bo-2026.docx"},
			reading.Named{Decision: criteria.Document{Number: "1327/QĐ-BCT"}}, "1327/QĐ-BCT", criteria.Ministry, "",
			""},
		{"nobody's", []string{"mot-cot.csv"}, reading.Named{}, "", criteria.Office,
			"không rõ bảng này thuộc bộ tiêu chí nào", ""},
		{"of the province named", []string{"mot-cot.csv"}, reading.Named{Province: "Thanh Hóa"}, "",
			criteria.Province, "", ""},
		{"two for one level", []string{"doc-nham.docx"}, reading.Named{}, "", "", "",
			"có 2 bảng cho cùng một mức (bảng 2 và bảng 3)"},
		{"of another level", []string{"kieu-mau.docx"}, reading.Named{}, "", "", "",
			"không thấy bảng tiêu chí của mức này"},
		{"one decision twice", []string{"tron-bo-2026.docx", "tron-bo-2026.docx"}, reading.Named{}, "", "", "",
			`hai tệp cùng có bảng của mức này trong quyết định "952/2025/QĐ-TTg"`},
		{"of two levels", []string{"theo-vung.docx"}, reading.Named{}, "901/QĐ-TTg", criteria.Nation,
			"còn có bảng của xã nông thôn mới nâng cao", ""},
		{"a head for a table", []string{"mot-cot.csv", "kieu-mau.docx"}, reading.Named{}, "902/QĐ-TTg",
			criteria.Nation, "", ""},
		{"a file for nothing", []string{"tron-bo-2026.docx", "kieu-mau.docx"}, reading.Named{}, "", "", "",
			"tệp này không có bảng tiêu chí của mức cần đọc"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := reading.Papers(std, decisions(t, tt.files...), tt.named)
			if tt.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), tt.wrong) {
					t.Fatalf("got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if p := got[0]; p.Decision.Number != tt.number || p.Layer != tt.layer ||
				!strings.Contains(strings.Join(p.Cautions, "; "), tt.says) {
				t.Errorf("%s, %s, %q", p.Decision.Number, p.Layer, p.Cautions)
			}
		})
	}
}

func TestADraftSaysThatItIsOne(t *testing.T) {
	d := decisions(t, "doc-nham.docx")[0]
	d.Annexes = d.Annexes[:1]
	std, _ := packs.Embedded().StandardByID("ntm-2026-2030")
	got, err := reading.Papers(std, []*decision.Decision{d},
		reading.Named{Decision: criteria.Document{Date: criteria.Day(2026, 7, 1)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"DỰ THẢO", "quyết định chưa có số",
		"tệp ghi ngày 01/06/2026, khác với ngày 01/07/2026", "không thấy chỉ tiêu 1.3"} {
		if !strings.Contains(strings.Join(got[0].Cautions, "; "), want) {
			t.Errorf("%q does not say %q", got[0].Cautions, want)
		}
	}
}

func TestADecisionOfAnotherProvince(t *testing.T) {
	std, _ := packs.Embedded().StandardByID("ntm-2026-2030")
	all := decisions(t, "trang-web.html")
	if of := reading.ProvinceOf(all); of != "GIẢ ĐỊNH" {
		t.Errorf("of %q", of)
	}
	if of := reading.ProvinceOf(decisions(t, "tron-bo-2026.docx")); of != "" {
		t.Errorf("the nation's is of %q", of)
	}
	papers, err := reading.Papers(std, all, reading.Named{})
	if err != nil {
		t.Fatal(err)
	}
	reading.Foreign(papers, all, "giả định")
	if papers[0].Foreign != "" {
		t.Errorf("its own province: %s", papers[0].Foreign)
	}
	reading.Foreign(papers, all, "Thanh Hóa")
	if papers[0].Foreign != "quyết định này của tỉnh Giả Định, không phải của Thanh Hóa" {
		t.Errorf("another's: %q", papers[0].Foreign)
	}
}

// written is a decision of a few lines of invented contents, as a page.
func written(t *testing.T, issuer, number, day, title string, rows ...string) *decision.Decision {
	t.Helper()
	var page strings.Builder
	for _, line := range []string{issuer, "Số: " + number, day, "QUYẾT ĐỊNH", "Ban hành " + title, "PHỤ LỤC",
		strings.ToUpper(title)} {
		fmt.Fprintf(&page, "<p>%s</p>\n", line)
	}
	page.WriteString("<table>")
	for _, row := range append([]string{"TT|Nội dung tiêu chí|Mức đạt"}, rows...) {
		page.WriteString("<tr><td>" + strings.ReplaceAll(row, "|", "</td><td>") + "</td></tr>\n")
	}
	page.WriteString("</table>")
	path := filepath.Join(t.TempDir(), "gia-dinh.html")
	if err := os.WriteFile(path, []byte("<html><body>"+page.String()+"</body></html>"), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := decision.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const ofTheSet = "Bộ tiêu chí giả định về xã nông thôn mới tỉnh %s giai đoạn 2021-2025"

func ofProvince(t *testing.T, name, number, day string) *decision.Decision {
	t.Helper()
	return written(t, "ỦY BAN NHÂN DÂN TỈNH "+strings.ToUpper(name), number, name+", ngày "+day,
		fmt.Sprintf(ofTheSet, name), "2|Giao thông|", "2.1|Tỷ lệ đường xã giả định|≥ 91%")
}

// Of several decisions each is held against the province by its own head: one of another
// province never sets the thresholds of the first in silence. Who lays an older one over a
// newer one is told so.
func TestDecisionsOfSeveralProvinces(t *testing.T) {
	std, _ := packs.Embedded().StandardByID("ntm-2021-2025")
	first := ofProvince(t, "Nghệ An", "11/2022/QĐ-UBND", "15 tháng 4 năm 2022")
	later := ofProvince(t, "Nghệ An", "12/2023/QĐ-UBND", "15 tháng 4 năm 2023")
	other := ofProvince(t, "Thanh Hóa", "13/2023/QĐ-UBND", "15 tháng 5 năm 2023")
	nation := written(t, "THỦ TƯỚNG CHÍNH PHỦ", "14/QĐ-TTg", "Hà Nội, ngày 1 tháng 3 năm 2021",
		"Bộ tiêu chí giả định về xã nông thôn mới giai đoạn 2021-2025", "2|Giao thông|", "2.1|Tỷ lệ giả định|≥ 80%")
	for _, tt := range []struct {
		name    string
		all     []*decision.Decision
		foreign []bool
		over    string // what one is laid over that is newer
	}{
		{"one", []*decision.Decision{first}, []bool{false}, ""},
		{"an amendment", []*decision.Decision{first, later}, []bool{false, false}, ""},
		{"the wrong way round", []*decision.Decision{later, first}, []bool{false, false}, "12/2023/QĐ-UBND"},
		{"another province's", []*decision.Decision{first, other}, []bool{false, true}, ""},
		{"another province's first", []*decision.Decision{other, later}, []bool{true, false}, "13/2023/QĐ-UBND"},
		{"under the nation's", []*decision.Decision{first, nation}, []bool{false, false}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			papers, err := reading.Papers(std, tt.all, reading.Named{Province: "Nghệ An"})
			if err != nil {
				t.Fatal(err)
			}
			reading.Foreign(papers, tt.all, "Nghệ An")
			said := ""
			for i, p := range papers {
				if (p.Foreign != "") != tt.foreign[i] {
					t.Errorf("%s: %q", p.Decision.Number, p.Foreign)
				}
				said += strings.Join(p.Cautions, "; ")
			}
			if is := strings.Contains(said, "đặt chồng lên "); is != (tt.over != "") ||
				!strings.Contains(said, tt.over) {
				t.Errorf("laid over: %s", said)
			}
		})
	}
}

// A decision of other years than the standard that was named is for a person, line by line;
// a file without a table is told so, not asked for a standard.
func TestADecisionOfOtherYears(t *testing.T) {
	lib := packs.Embedded()
	d := ofProvince(t, "Nghệ An", "11/2022/QĐ-UBND", "15 tháng 4 năm 2022")
	for id, foreign := range map[string]string{"ntm-2021-2025": "",
		"ntm-2026-2030": "quyết định này cho giai đoạn 2021-2025, bộ tiêu chí ntm-2026-2030 của giai đoạn 2026-2030"} {
		std, err := reading.Standard(lib, []*decision.Decision{d}, id)
		if err != nil {
			t.Fatal(err)
		}
		papers, err := reading.Papers(std, []*decision.Decision{d}, reading.Named{})
		if err != nil || papers[0].Foreign != foreign {
			t.Errorf("%s: %q, %v", id, papers[0].Foreign, err)
		}
	}
	empty := &decision.Decision{File: "anh.docx"}
	_, wrong := reading.Standard(lib, []*decision.Decision{empty}, "")
	std, _ := lib.StandardByID("ntm-2021-2025")
	_, too := reading.Papers(std, []*decision.Decision{empty}, reading.Named{})
	for _, err := range []error{wrong, too} {
		if p := problem.Of(err)[0]; p.File != "anh.docx" ||
			!strings.Contains(p.Message, "không thấy bảng tiêu chí nào") ||
			strings.Contains(p.Hint, "--standard") || !strings.Contains(p.Hint, "ảnh chụp") {
			t.Errorf("%v", p)
		}
	}
}

// The frame of a province's own level is what its decision says of it, and no more; what it does not say is asked for.
func TestOwnLevel(t *testing.T) {
	const issuer, number = "<p>ỦY BAN NHÂN DÂN TỈNH THANH HÓA</p>", "<p>Số: 955/2026/QĐ-UBND</p>"
	const day, years = "<p>Thanh Hóa, ngày 10 tháng 3 năm 2026</p>", " GIAI ĐOẠN 2026 - 2030"
	const one = "<td>Mức đạt</tr><tr><td>1<td>Hạ tầng<td>1.1. Tỷ lệ giả định (%)<td>≥ 90</tr>" +
		"<tr><td><td><td>1.2. Tỷ lệ khác giả định (%)<td>≥ 90</tr><tr><td>2<td>Thu nhập<td>2.1. Số giả định<td>≥ 9</tr>"
	const groups = "<td>Xã nhóm 1<td>Xã nhóm 2<td>Xã nhóm 3</tr>" +
		"<tr><td>1<td>Hạ tầng<td>1.1. Tỷ lệ giả định (%)<td>≥ 90<td>≥ 80<td>≥ 70</tr>"
	paper := func(head, years, level, rows string) string {
		return "<meta charset=utf-8>" + head + "<p>QUYẾT ĐỊNH</p><p>Ban hành Bộ tiêu chí</p><p>PHỤ LỤC</p>" +
			"<p>BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI " + level + years + "</p>" +
			"<table><tr><td>TT<td>Tên tiêu chí<td>Nội dung tiêu chí" + rows + "</table>"
	}
	for name, tt := range map[string]struct {
		text, wrong      string
		criteria, groups int
	}{
		"one column":  {paper(issuer+number+day, years, "HIỆN ĐẠI", one), "", 2, 0},
		"by groups":   {paper(issuer+number+day, years, "HIỆN ĐẠI", groups), "", 1, 3},
		"no number":   {paper(issuer+day, years, "HIỆN ĐẠI", one), "số hoặc ngày", 0, 0},
		"no day":      {paper(issuer+number, years, "HIỆN ĐẠI", one), "số hoặc ngày", 0, 0},
		"no years":    {paper(issuer+number+day, "", "HIỆN ĐẠI", one), "giai đoạn", 0, 0},
		"no province": {paper(number+day, years, "HIỆN ĐẠI", one), "tỉnh nào", 0, 0},
		"no level":    {paper(issuer+number+day, years, "", one), "hiện đại", 0, 0},
	} {
		file := filepath.Join(t.TempDir(), "quyet-dinh.html")
		if err := os.WriteFile(file, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := decision.Read(t.Context(), file)
		if err != nil {
			t.Fatal(name, err)
		}
		std, err := reading.OwnLevel(packs.Embedded(), []*decision.Decision{d})
		if tt.wrong != "" {
			if err == nil || !strings.Contains(err.Error(), tt.wrong) {
				t.Errorf("%s: %+v, %v", name, std, err)
			}
			continue
		}
		if err != nil || std.Province != "Thanh Hóa" || len(std.Criteria) != tt.criteria ||
			len(std.Groups) != tt.groups || std.Years != (criteria.Years{From: 2026, To: 2030}) {
			t.Errorf("%s: %+v, %v", name, std, err)
			continue
		}
		again, err := reading.OwnLevel(&criteria.Library{Standards: []*criteria.Standard{std}},
			[]*decision.Decision{d})
		if tt.groups == 0 && (err != nil || again != std) {
			t.Errorf("%s: laid twice: %+v, %v", name, again, err)
		}
	}
}
