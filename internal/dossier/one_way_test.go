package dossier_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/shopspring/decimal"
)

// What is at most all of a whole is not asked to be more than it, screens and papers
// write a number alike, charts as Vietnamese writes numbers, and a dossier of an earlier
// year does not bear the year of its printing.
func TestOneWay(t *testing.T) {
	rate := &criteria.Figure{Unit: criteria.Percent}
	grown := &criteria.Figure{Unit: criteria.Percent, Plausible: &criteria.Range{To: decimal.NewFromInt(300)}}
	for _, tt := range []struct {
		figure *criteria.Figure
		op     criteria.Op
		value  string
		want   string
	}{
		{rate, criteria.AtLeast, "100", "100 %"}, {rate, criteria.AtLeast, "100.00", "100 %"},
		{rate, criteria.Exactly, "100", "100 %"}, {rate, criteria.AtLeast, "75.00", "≥ 75 %"},
		{rate, criteria.AtLeast, "99.50", "≥ 99,50 %"}, {rate, criteria.AtMost, "100", "≤ 100 %"},
		{grown, criteria.AtLeast, "100", "≥ 100 %"},
		{&criteria.Figure{Unit: "hộ"}, criteria.AtLeast, "100", "≥ 100 hộ"},
	} {
		r := criteria.Requirement{Figure: tt.figure, Op: tt.op, Known: true, Value: decimal.RequireFromString(tt.value)}
		if got := r.String(); got != tt.want {
			t.Errorf("%s %s is written %q, want %q", tt.op, tt.value, got, tt.want)
		}
	}

	counted := func(r *commune.Report) {
		for i := range r.Figures {
			switch r.Figures[i].ID {
			case "irrigated_area_rate":
				r.Figures[i].Measure = commune.Rate{Numerator: decimal.NewFromInt(3),
					Denominator: decimal.NewFromInt(4)}
			case "health_insurance_rate":
				r.Figures[i].Measure = commune.Number{Decimal: decimal.RequireFromString("75.00")}
			}
		}
	}
	a := dossiertest.GiaDinh(t, counted)
	for _, l := range a.Levels {
		for x := range l.Judged() {
			if id := x.Threshold.Figure; id != nil && strings.HasSuffix(x.Result(), "75,00 %") {
				t.Errorf("%s: %s", x.ID, x.Result())
			}
		}
	}
	book := dossiertest.Open(t, a)
	for _, sheet := range book.GetSheetList() {
		if text := wordsOf(t, book, sheet); strings.Contains(text, "≥ 100 %") ||
			strings.Contains(text, "75,00") || strings.Contains(text, "75.00") {
			t.Errorf("%s: %q", sheet, text)
		}
	}
	for name, format := range chartFormats(t, dossiertest.Written(t, a)) {
		if strings.Contains(format, "0.#") || !strings.Contains(format, "[$-42A]") && format != "General" {
			t.Errorf("%s shows numbers as %q", name, format)
		}
	}
	for _, tt := range []struct {
		at   int
		bear string
	}{{2023, "năm 2023"}, {2024, "năm 2024"}, {2025, "năm ………"}, {2026, "năm ………"}, {2022, "năm ………"}} {
		var out bytes.Buffer
		at := time.Date(tt.at, time.March, 1, 0, 0, 0, 0, time.UTC)
		if err := dossier.Write(&out, a, dossier.Options{At: at}); err != nil {
			t.Fatal(err)
		}
		for _, sheet := range []string{"Bìa", "Phiếu biểu quyết", "Biên bản kiểm phiếu"} {
			if text := wordsOf(t, xlsxtest.Open(t, out.Bytes()), sheet); !strings.Contains(text, "tháng …… "+tt.bear) {
				t.Errorf("made in %d for 2023, %s does not bear %q: %s", tt.at, sheet, tt.bear, text)
			}
		}
	}
}

// wordsOf is all that a sheet shows, as a reader sees it.
func wordsOf(t *testing.T, book xlsxtest.Book, sheet string) string {
	t.Helper()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows {
		out = append(out, row...)
	}
	return strings.Join(out, " ")
}

var formatCode = regexp.MustCompile(`<c:numFmt formatCode="([^"]*)" sourceLinked="0"`)

// chartFormats are the formats of the charts of a workbook that are not their cells'.
func chartFormats(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		if !strings.Contains(f.Name, "/charts/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range formatCode.FindAllStringSubmatch(string(text), -1) {
			out[f.Name+" "+m[1]] = m[1]
		}
	}
	return out
}
