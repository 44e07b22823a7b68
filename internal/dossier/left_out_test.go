package dossier_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/shopspring/decimal"
)

// leavesOut is an invented law: 1.9 % of households may be poor, and what the rule
// names is left out of them.
func leavesOut(t *testing.T, rule string) func() (*criteria.Library, error) {
	t.Helper()
	dir := t.TempDir()
	text := `schema: ntm.overlay.v1
id: ngheo-gia-dinh
name: Quy định giả định về hộ nghèo (không có giá trị pháp lý)
layer: office
years: {from: 2022, to: 2025}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
set:
  - {indicator: ntm/11, at_most: {btb: 1.9}, status: seen, source: giả định}
` + rule
	if err := os.WriteFile(filepath.Join(dir, "gia-dinh.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return func() (*criteria.Library, error) { return packs.Load(dossiertest.InventedLaw, dir) }
}

// without has the commune report how many poor households may be left out.
func without(n string) func(*commune.Report) {
	return func(r *commune.Report) {
		count := commune.Number{Decimal: decimal.RequireFromString(n)}
		r.Figures = append(r.Figures, commune.Figure{ID: "poor_households_left_out", Measure: count})
	}
}

// rateOnly has the commune report its poverty without the counts.
func rateOnly(r *commune.Report) {
	for i := range r.Figures {
		if f := &r.Figures[i]; f.ID == "multidimensional_poverty_rate" {
			f.Measure = commune.Number{Decimal: decimal.RequireFromString("2.00")}
		}
	}
}

// T14: a dossier tells the rate of poverty both ways, computes by an office's rule
// where there is one, and names the rule where it names what it rests on.
func TestT14WhatIsLeftOut(t *testing.T) {
	t.Parallel()
	rule := func(from, status string) func() (*criteria.Library, error) {
		const text = "  - {figure: poor_households_left_out, from: %s, article: Điều 1, status: %s, source: giả định}\n"
		return leavesOut(t, "leave_out:\n"+fmt.Sprintf(text, from, status))
	}
	unsure := rule("numerator", "recalled")
	const content = "Tỷ lệ nghèo đa chiều giai đoạn 2021-2025"
	dossiers := map[string]*assess.Assessment{
		"no rule":    dossiertest.Assess(t, dossiertest.InventedReport, leavesOut(t, ""), without("3")),
		"met by it":  dossiertest.Assess(t, dossiertest.InventedReport, unsure, without("3")),
		"not enough": dossiertest.Assess(t, dossiertest.InventedReport, unsure, without("1")),
		"checked":    dossiertest.Assess(t, dossiertest.InventedReport, rule("numerator", "seen"), without("1")),
		"for both":   dossiertest.Assess(t, dossiertest.InventedReport, rule("both", "recalled"), without("10")),
		"rate only": dossiertest.Assess(t, dossiertest.InventedReport, rule("numerator", "seen"),
			without("3"), rateOnly),
		"impossible":        dossiertest.Assess(t, dossiertest.InventedReport, unsure, without("38")),
		"below naught":      dossiertest.Assess(t, dossiertest.InventedReport, unsure, without("-1")),
		"no rule, too many": dossiertest.Assess(t, dossiertest.InventedReport, leavesOut(t, ""), without("38")),
	}
	type said struct {
		result, outcome, remark string
		basis                   bool
	}
	want := map[string]said{
		"no rule":    {"2", "Chưa đạt", "nếu không tính 3 hộ", false},
		"met by it":  {"1.8378378378", "Đạt", "37/1.850 hộ", true},
		"rate only":  {"2", "Chưa có số liệu", "cần tử số và mẫu số", false},
		"not enough": {"1.9459459459", "Chưa đạt", "36/1.850 = 1,95", true},
		"checked":    {"1.9459459459", "Chưa đạt", "tính cả: 37/1.850 = 2", true},
		"for both":   {"1.4673913043", "Đạt", "27/1.840 = 1,47", true},
		"impossible": {"2", "Chưa đạt", "Số liệu không hợp lý", false},
	}
	books := map[string][]byte{}
	for name, a := range testenv.Sample(t, dossiers, "rate only", "for both") {
		books[name] = dossiertest.Written(t, a.Only([]criteria.Level{criteria.NTM}))
		if check := dossiertest.Verified(t, books[name]); !check.Same() {
			t.Errorf("%s: verified with %d differences, %+v", name, len(check.Differences), check.Differences[:1])
		}
		w, want := xlsxtest.Open(t, books[name]), want[name]
		if want.result == "" {
			continue
		}
		const sheet = "Biểu NTM"
		got := func(head string) string {
			return w.Raw(sheet, w.At(sheet, head, "Tên, nội dung tiêu chí", content))
		}
		result, outcome, remark := got("Kết quả thực hiện"), got("Kết quả tự đánh giá"), got("Minh chứng, ghi chú")
		alike := strings.HasPrefix(result, want.result) &&
			(strings.Contains(remark, want.remark) || w.Says(sheet, want.remark)) // below, if it is long
		if !alike || outcome != want.outcome {
			t.Errorf("%s: %s, %s, %s\nwant %+v", name, result, outcome, remark, want)
		}
		if named := w.Says("Căn cứ pháp lý", "trừ ở"); named != want.basis {
			t.Errorf("%s: the grounds name the rule: %v", name, named)
		}
	}
	if testenv.Whole() {
		xlsxtest.Recalculates(t, books, 80)
	}
}
