package dossier_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

const (
	paperIndex = "Mục lục hồ sơ"
	shortfall  = "Khoảng cách"
	proofs     = "Minh chứng"
)

// indexed are the sheets that the index leads to.
func indexed(w xlsxtest.Book) []string {
	var out []string
	w.Each(paperIndex, func(cell, _ string) {
		if sheet, toSheet := strings.CutSuffix(w.Link(paperIndex, cell), "!A1"); toSheet {
			out = append(out, strings.Trim(sheet, "'"))
		}
	})
	slices.Sort(out) // that of the capital holds two papers
	return slices.Compact(out)
}

// The index leads to every sheet but the cover and itself, whatever a report tells.
func TestIndexLeadsToEverySheet(t *testing.T) {
	for name, a := range dossiertest.Reports(t) {
		w := dossiertest.Open(t, a)
		want := slices.DeleteFunc(w.GetSheetList(), func(s string) bool {
			return s == "Bìa" || s == paperIndex || s == "ntm"
		})
		slices.Sort(want)
		if diff := cmp.Diff(want, indexed(w)); diff != "" {
			t.Errorf("%s: links to sheets (-want +got):\n%s", name, diff)
		}
	}
}

// The list of evidence leads to files only within the dossier's own folder.
func TestIndexLinks(t *testing.T) {
	a := dossiertest.GiaDinh(t, func(r *commune.Report) {
		r.Evidence[0].File, r.Evidence[1].File, r.Evidence[2].File = "minh-chung/so 1.pdf", "../ngoai.pdf",
			"https://x/a.pdf"
	})
	w := dossiertest.Open(t, a)
	var files []string
	w.Each(proofs, func(cell, value string) {
		if target := w.Link(proofs, cell); target != "" {
			files = append(files, value+" "+target)
		}
	})
	if diff := cmp.Diff([]string{"so 1.pdf minh-chung/so%201.pdf"}, files); diff != "" {
		t.Errorf("links to files (-want +got):\n%s", diff)
	}
	if !w.Says(proofs, "ngoai.pdf") {
		t.Error("a file outside the folder is not named")
	}
}

func TestIndexNames(t *testing.T) {
	a := dossiertest.GiaDinh(t, func(r *commune.Report) {
		r.Recognitions = []commune.Recognition{{Level: criteria.NangCao, Year: 2022, Decision: "9/QĐ-GĐ",
			Date: criteria.Day(2022, 12, 5)}}
	})
	w := dossiertest.Open(t, a)
	for name, want := range map[string]string{
		"Quyết định công nhận xã đạt chuẩn nông thôn mới nâng cao": "9/QĐ-GĐ",
		"Văn bản xác nhận về an ninh, trật tự":                     "Xem Minh chứng, TT 5",
	} {
		if got := w.Raw(paperIndex, xlsxtest.Beside(w.Find(paperIndex, name), -2)); got != want {
			t.Errorf("%s: number %q, want %q", name, got, want)
		}
	}
	if got := w.Raw(proofs, xlsxtest.Beside(w.Find(proofs, "05/XN-GĐ"), -1)); got != "5" {
		t.Errorf("the police's paper is number %s, others refer to 5", got)
	}
	if w.Says(paperIndex, "Mẫu số") {
		t.Error("a form's number, which nobody knows, is printed")
	}
	plain := dossiertest.Open(t, a.Only([]criteria.Level{criteria.NTM}))
	if plain.Says(paperIndex, "Tài liệu chứng minh") || plain.Says(paperIndex, "Quyết định công nhận xã") {
		t.Error("the papers of kiểu mẫu are asked of a commune that asks for NTM")
	}
}

func TestShortfallSheet(t *testing.T) {
	a := dossiertest.GiaDinh(t, dossiertest.Spoiled)
	w := dossiertest.Open(t, a)
	income := w.Find(shortfall, "Thu nhập bình quân đầu người (triệu đồng/người)")
	for column, want := range map[int]string{1: "40.25", 2: "42", 3: "1.75", 5: "Ngành thống kê"} {
		if got := w.Raw(shortfall, xlsxtest.Beside(income, column)); got != want {
			t.Errorf("income, column %d: %q, want %q", column, got, want)
		}
	}
	if !w.IsNumber(shortfall, xlsxtest.Beside(income, 1)) || !w.IsNumber(shortfall, xlsxtest.Beside(income, 2)) {
		t.Error("figure and threshold are no numbers")
	}
	for _, words := range []string{"Chưa đạt (2), gần ngưỡng nhất xếp trước", "Chưa có số liệu (1)",
		"Phải đạt trước", "Đạt nhưng còn nợ minh chứng (64 số liệu)"} {
		if !w.Says(shortfall, words) {
			t.Errorf("the sheet does not say %q", words)
		}
	}
	bare := dossiertest.Open(t, dossiertest.QuangTrung(t))
	if want := "Chưa có ngưỡng"; !bare.Says(shortfall, want) {
		t.Errorf("Quảng Trung: the sheet does not say %q", want)
	}
}

// A commune that lacks nothing has no such sheet, nor a line for it in the index.
func TestNothingShort(t *testing.T) {
	a := dossiertest.GiaDinh(t, func(r *commune.Report) {
		for i := range r.Evidence {
			r.Evidence[i].File = "tep.pdf"
		}
	})
	w := dossiertest.Open(t, a)
	if slices.Contains(w.GetSheetList(), shortfall) || w.Says(paperIndex, shortfall) {
		t.Error("nothing is short, and a sheet says so")
	}
}

func TestRoundingHidesNoGap(t *testing.T) {
	a := dossiertest.GiaDinh(t, func(r *commune.Report) {
		for i := range r.Figures {
			if f := &r.Figures[i]; f.ID == "health_insurance_rate" {
				f.Measure = commune.Rate{Numerator: decimal.NewFromInt(89_999),
					Denominator: decimal.NewFromInt(100_000)}
			}
		}
	})
	w := dossiertest.Open(t, a)
	cell := xlsxtest.Beside(w.Find(shortfall, "Tỷ lệ người dân tham gia bảo hiểm y tế (áp dụng đạt cho cả nam và "+
		"nữ)"), 1)
	if got := w.Format(shortfall, cell); !strings.Contains(got, "0.000") {
		t.Errorf("89,999 %% is shown in format %s", got)
	}
}

// What no figure of the commune's can make good is said all the same.
func TestShortfallBesideFigures(t *testing.T) {
	a := dossiertest.GiaDinh(t)
	a.Findings = append(a.Findings, assess.Finding{Severity: assess.Wrong, Message: "số liệu giả định trái nhau",
		Figures: []string{"income_per_capita"}})
	a.Levels[0].Conditions = nil
	for _, c := range a.Levels[0].Criteria {
		for i := range c.Indicators {
			if len(c.Indicators[i].Parts) > 0 {
				c.Indicators[i].Outcome = assess.NotMet // though no part says why
			}
		}
	}
	w := dossiertest.Open(t, a)
	for _, words := range []string{"Số liệu không hợp lý, cần sửa trước khi kết luận (1)",
		"Số liệu giả định trái nhau", "Chưa có bộ thủ tục công nhận cho năm 2023", "xem lại số liệu"} {
		if !w.Says(shortfall, words) {
			t.Errorf("the sheet does not say %q", words)
		}
	}
}
