package dossier_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier/dossiertest"

	"github.com/xuri/excelize/v2"
)

// Margins of Nghị định 30/2020, in millimetres.
func TestPaper(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t))
	for _, sheet := range w.GetSheetList() {
		layout, err := w.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if *layout.Size != 9 || *layout.FitToWidth != 1 {
			t.Errorf("%s: paper %d, %d pages wide; want A4, one page wide", sheet, *layout.Size, *layout.FitToWidth)
		}
		margins, err := w.GetPageMargins(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range []struct {
			name     string
			inches   float64
			from, to float64
		}{
			{"top", *margins.Top, 20, 25}, {"bottom", *margins.Bottom, 20, 25},
			{"left", *margins.Left, 30, 35}, {"right", *margins.Right, 15, 20},
		} {
			if mm := math.Round(m.inches*25.4*100) / 100; mm < m.from || mm > m.to {
				t.Errorf("%s: %s margin %v mm, want %v to %v", sheet, m.name, mm, m.from, m.to)
			}
		}
		view, err := w.GetSheetView(sheet, 0)
		if err != nil {
			t.Fatal(err)
		}
		if *view.ShowGridLines {
			t.Errorf("%s shows grid lines", sheet)
		}
	}
}

// The columns of a sheet fill the page at full size, neither more nor less, in
// Excel's units of width (5.25 points) and in LibreOffice's (5.5).
func TestColumnsFillThePage(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t))
	for _, sheet := range w.GetSheetList() {
		layout, err := w.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		page := map[string]float64{"portrait": 165, "landscape": 252}[*layout.Orientation]
		columns, err := w.GetCols(sheet)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for i := range columns {
			name, _ := excelize.ColumnNumberToName(i + 1)
			width, err := w.GetColWidth(sheet, name)
			if err != nil {
				t.Fatal(err)
			}
			sum += width * 5.5 / 72 * 25.4
		}
		if sum > page+0.5 || sum < page*0.98 && len(columns) > 2 {
			t.Errorf("%s: columns are %.1f mm wide, the page has %.0f", sheet, sum, page)
		}
	}
}

func TestRunningFoot(t *testing.T) {
	long := dossiertest.GiaDinh(t)
	long.Commune.Name = strings.Repeat("Rất Dài & ", 60)
	for name, want := range map[string]string{
		"Biểu NTM":  "Xã Giả Định – nông thôn mới năm 2023",
		"Nguồn lực": "Xã Giả Định – nông thôn mới kiểu mẫu năm 2023",
	} {
		w := dossiertest.Open(t, dossiertest.GiaDinh(t))
		foot, err := w.GetHeaderFooter(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(foot.OddFooter, want) || !strings.HasSuffix(foot.OddFooter, "Trang &P/&N") {
			t.Errorf("%s: foot %q", name, foot.OddFooter)
		}
	}
	foot, err := dossiertest.Open(t, long).GetHeaderFooter("Biểu NTM")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(foot.OddFooter, "Rất Dài && Rất") || len(foot.OddFooter) > 255 {
		t.Errorf("long name: foot %q of %d bytes", foot.OddFooter, len(foot.OddFooter))
	}
	cover, err := dossiertest.Open(t, long).GetHeaderFooter("Bìa")
	if err != nil {
		t.Fatal(err)
	}
	if cover.OddFooter != "" {
		t.Errorf("the cover has a foot: %q", cover.OddFooter)
	}
}

// Every table repeats its head on each page and keeps it on the screen.
func TestHeadsStay(t *testing.T) {
	a := dossiertest.GiaDinh(t, dossiertest.Spoiled)
	a.Findings = append(a.Findings, assess.Finding{Severity: assess.Warning, Message: "số liệu giả định"})
	w := dossiertest.Open(t, a)
	repeated := map[string]string{}
	for _, name := range w.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" {
			repeated[name.Scope] = name.RefersTo
		}
	}
	for _, sheet := range []string{"Biểu NTM", "Biểu nâng cao", "Biểu kiểu mẫu", "Nợ đọng", "Hài lòng",
		"Minh chứng", "Căn cứ pháp lý", "Đối chiếu"} {
		head := strings.TrimLeft(w.Find(sheet, "TT"), "A")
		if want := fmt.Sprintf("'%s'!$%s:$%s", sheet, head, head); repeated[sheet] != want {
			t.Errorf("%s repeats %q, want %q", sheet, repeated[sheet], want)
		}
		panes, err := w.GetPanes(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if !panes.Freeze || fmt.Sprint(panes.YSplit) != head {
			t.Errorf("%s: %d rows stay on the screen, want %s", sheet, panes.YSplit, head)
		}
	}
}

// No row is higher than Excel allows, however long its words.
func TestLongWords(t *testing.T) {
	a := dossiertest.GiaDinh(t, func(r *commune.Report) { r.Note = strings.Repeat("một ghi chú rất dài ", 500) })
	w := dossiertest.Open(t, a)
	rows, err := w.GetRows("Tổng hợp")
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if height, err := w.GetRowHeight("Tổng hợp", i+1); err != nil || height > 409 {
			t.Errorf("row %d is %v points high (%v)", i+1, height, err)
		}
	}
}
