package reading_test

import (
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/decision"
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
		{"theo-vung.docx", "", "", "bảng của nhiều bộ tiêu chí: ntm-2021-2025, nang-cao-2021-2025"},
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
	reading.Foreign(papers, "GIẢ ĐỊNH", "giả định")
	if papers[0].Foreign != "" {
		t.Errorf("its own province: %s", papers[0].Foreign)
	}
	reading.Foreign(papers, "GIẢ ĐỊNH", "Thanh Hóa")
	if papers[0].Foreign != "quyết định này của tỉnh Giả Định, không phải của Thanh Hóa" {
		t.Errorf("another's: %q", papers[0].Foreign)
	}
}
