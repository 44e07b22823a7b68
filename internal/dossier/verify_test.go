package dossier_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/dossier"
	"ntm/internal/testenv"
)

func verified(t *testing.T, data []byte) *dossier.Check {
	t.Helper()
	w, err := dossier.Open("ho-so.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = w.Close() }()
	check, err := w.Verify()
	if err != nil {
		t.Fatal(err)
	}
	return check
}

func TestVerifyFresh(t *testing.T) {
	t.Parallel()
	for name, a := range testenv.Sample(t, reports(t), "quang-trung", "spoiled", "third-missing", "formula-like", "settled") {
		if name == "settled" { // an assessment that no set gives
			continue
		}
		check := verified(t, written(t, a))
		if !check.Same() || check.Cells < 300 {
			t.Errorf("%s: %d cells, %+v", name, check.Cells, check.Differences[:min(3, len(check.Differences))])
		}
	}
}

// What LibreOffice saves without a change is the same dossier.
func TestVerifySavedAnew(t *testing.T) {
	t.Parallel()
	soffice, _ := realReaders(t)
	dir := t.TempDir()
	saved := filepath.Join(dir, "saved")
	args := []string{profile(dir), "--headless", "--convert-to", "xlsx", "--outdir", saved}
	books := testenv.Sample(t, map[string][]byte{
		"a": written(t, assessGiaDinh(t)), "b": written(t, assessGiaDinh(t, spoiled)), "c": written(t, assessQuangTrung(t)),
		"filled": altered(t, assessGiaDinh(t), fillIn),
	}, "c", "filled")
	for name, data := range books {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	run(t, soffice, args...)
	for name := range books {
		check := verified(t, must(os.ReadFile(filepath.Join(saved, name+".xlsx"))))
		if name == "filled" {
			opinionsAreRead(t, check)
		}
		if !check.Same() {
			t.Errorf("%s: %d differences, %+v", name, len(check.Differences), check.Differences[:min(5, len(check.Differences))])
		}
	}
}

// altered is a workbook after a change, saved by another program.
func altered(t *testing.T, a *assess.Assessment, change func(w workbook)) []byte {
	t.Helper()
	w := opened(t, written(t, a))
	change(w)
	var out bytes.Buffer
	if err := w.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestVerifyFindsWhatWasAltered(t *testing.T) {
	t.Parallel()
	set := func(w workbook, sheet, cell string, value any) {
		if err := w.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	for name, tt := range map[string]struct {
		change      func(w workbook)
		kind        dossier.Kind
		sheet       string
		differences int
	}{
		"a changed figure": {func(w workbook) { set(w, "Số liệu", w.figure("income_per_capita"), 70) }, dossier.OfValue, "Số liệu", 1},
		"a changed threshold": {func(w workbook) {
			set(w, "Biểu NTM", w.at("Biểu NTM", "Tiêu chuẩn đạt chuẩn", "Nội dung tiêu chí", incomeName), 30)
		}, dossier.OfValue, "Biểu NTM", 1},
		"a changed outcome": {func(w workbook) {
			set(w, "Biểu NTM", w.at("Biểu NTM", "Kết quả tự đánh giá", "Nội dung tiêu chí", incomeName), "Đạt")
		}, dossier.OfValue, "Biểu NTM", 1},
		"a constant for a formula": {func(w workbook) {
			cell := w.at("Biểu NTM", "Kết quả tự đánh giá", "Nội dung tiêu chí", incomeName)
			set(w, "Biểu NTM", cell, w.raw("Biểu NTM", cell))
		}, dossier.OfFormula, "Biểu NTM", 1},
		"a number shown as another": {func(w workbook) {
			style := must(w.NewStyle(&excelize.Style{CustomNumFmt: new(`"99"`)}))
			cell := w.figure("income_per_capita")
			if err := w.SetCellStyle("Số liệu", cell, cell, style); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Số liệu", 1},
		"a white number": {func(w workbook) {
			cell := w.figure("income_per_capita")
			style := must(w.GetStyle(must(w.GetCellStyle("Số liệu", cell))))
			style.Font.Color = "FFFFFF"
			if err := w.SetCellStyle("Số liệu", cell, cell, must(w.NewStyle(style))); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Số liệu", 1},
		"an outcome shown as another word": {func(w workbook) {
			cell := w.at("Biểu NTM", "Kết quả tự đánh giá", "Nội dung tiêu chí", incomeName)
			w.restyle("Biểu NTM", cell, func(s *excelize.Style) { s.CustomNumFmt = new(`;;;"Đạt"`) })
		}, dossier.OfFormat, "Biểu NTM", 1},
		"a decimal point that is a zero": {func(w workbook) {
			w.restyle("Số liệu", w.figure("income_per_capita"), func(s *excelize.Style) { s.CustomNumFmt = new(strings.Replace(*s.CustomNumFmt, ".", `\.`, 1)) })
		}, dossier.OfFormat, "Số liệu", 1},
		"a struck figure": {func(w workbook) {
			w.restyle("Số liệu", w.figure("income_per_capita"), func(s *excelize.Style) { s.Font.Strike = true })
		}, dossier.OfFormat, "Số liệu", 1},
		"a black background": {func(w workbook) {
			w.restyle("Số liệu", w.figure("income_per_capita"), func(s *excelize.Style) {
				s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"000000"}}
			})
		}, dossier.OfFormat, "Số liệu", 1},
		"ink by number": {func(w workbook) {
			w.restyle("Số liệu", w.figure("income_per_capita"), func(s *excelize.Style) { s.Font.Color, s.Font.ColorIndexed = "", 9 })
		}, dossier.OfFormat, "Số liệu", 1},
		"a word in white within a cell": {func(w workbook) {
			cell := w.at("Biểu NTM", "Nội dung tiêu chí", "Nội dung tiêu chí", incomeName)
			if err := w.SetCellRichText("Biểu NTM", cell, []excelize.RichTextRun{{Text: incomeName[:4], Font: &excelize.Font{Color: "FFFFFF"}}, {Text: incomeName[4:]}}); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Biểu NTM", 1},
		"a row squeezed to nothing": {func(w workbook) {
			if err := w.SetRowHeight("Minh chứng", 6, 0.5); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Minh chứng", 1},
		"a column squeezed to nothing": {func(w workbook) {
			if err := w.SetColWidth("Minh chứng", "C", "C", 0.1); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Minh chứng", 1},
		"words in the foot of the pages": {func(w workbook) {
			running := must(w.GetHeaderFooter("Biểu NTM"))
			running.OddFooter = "&LKết luận: ĐẠT"
			if err := w.SetHeaderFooter("Biểu NTM", running); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Biểu NTM", 1},
		"a formula's word without its space": {func(w workbook) {
			cell := w.at("Biểu NTM", "Kết quả tự đánh giá", "Nội dung tiêu chí", incomeName)
			formula := must(w.GetCellFormula("Biểu NTM", cell))
			if err := w.SetCellFormula("Biểu NTM", cell, strings.Replace(formula, "Chưa đạt", "Chưađạt", 1)); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormula, "Biểu NTM", 1},
		"a name of another cell": {func(w workbook) {
			for _, n := range w.GetDefinedName() {
				if n.Name == "income_per_capita" {
					_ = w.DeleteDefinedName(&n)
					n.RefersTo = "'Số liệu'!$A$1"
					if err := w.SetDefinedName(&n); err != nil {
						t.Fatal(err)
					}
				}
			}
		}, dossier.OfFormula, "Số liệu", 1},
		"a hidden row": {func(w workbook) {
			if err := w.SetRowVisible("Minh chứng", 6, false); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Minh chứng", 1},
		"a hidden column": {func(w workbook) {
			if err := w.SetColVisible("Biểu NTM", "F", false); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Biểu NTM", 1},
		"a hidden sheet": {func(w workbook) {
			if err := w.SetSheetVisible("Đối chiếu", false); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfSheet, "Đối chiếu", 1},
		"a cell under another": {func(w workbook) {
			if err := w.MergeCell("Minh chứng", "B6", "B7"); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Minh chứng", 2},
		"a colour that depends on the word": {func(w workbook) {
			style := must(w.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}}))
			if err := w.SetConditionalFormat("Biểu NTM", "E1:E90", []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: "==", Value: `"Chưa đạt"`, Format: &style}}); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Biểu NTM", 1},
		"a draft that does not say so": {func(w workbook) {
			if err := w.SetHeaderFooter("Biểu NTM", &excelize.HeaderFooterOptions{OddFooter: "&P"}); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfFormat, "Biểu NTM", 2},
		"a box over the cells": {func(w workbook) {
			if err := w.AddShape("Tổng hợp", &excelize.Shape{Cell: "B14", Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "Đủ điều kiện"}}}); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfSheet, "xl/drawings/drawing1.xml", 1},
		"a figure as a text": {func(w workbook) { set(w, "Số liệu", w.figure("income_per_capita"), "40.25") }, dossier.OfFormat, "Số liệu", 1},
		"a deleted row": {func(w workbook) {
			if err := w.RemoveRow("Minh chứng", 6); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfRow, "Minh chứng", 1},
		"an added row": {func(w workbook) {
			if err := w.InsertRows("Minh chứng", 6, 1); err != nil {
				t.Fatal(err)
			}
			set(w, "Minh chứng", "B6", "99/QĐ")
		}, dossier.OfRow, "Minh chứng", 1},
		"a deleted sheet": {func(w workbook) {
			if err := w.DeleteSheet("Đối chiếu"); err != nil {
				t.Fatal(err)
			}
		}, dossier.OfSheet, "Đối chiếu", 1},
		"an added sheet":           {func(w workbook) { _ = must(w.NewSheet("Thêm")) }, dossier.OfSheet, "Thêm", 1},
		"something beside a table": {func(w workbook) { set(w, "Biểu NTM", "Z10", "Đạt") }, dossier.OfValue, "Biểu NTM", 1},
		"an edited fingerprint":    {func(w workbook) { set(w, "ntm", "A2", "0") }, dossier.OfSeal, "ntm", 1},
		"another year": {func(w workbook) {
			set(w, "Bìa", w.find("Bìa", "NÔNG THÔN MỚI NĂM 2023"), "NÔNG THÔN MỚI NĂM 2024")
		}, dossier.OfValue, "Bìa", 1},
	} {
		t.Run(name, func(t *testing.T) {
			check := verified(t, altered(t, assessGiaDinh(t, spoiled).Only([]criteria.Level{criteria.NTM}), tt.change))
			if check.Same() || len(check.Differences) != tt.differences {
				t.Fatalf("%d differences, want %d: %+v", len(check.Differences), tt.differences, check.Differences[:min(5, len(check.Differences))])
			}
			if d := check.Differences[0]; d.Kind != tt.kind || d.Sheet != tt.sheet || d.Cell == "" && d.Kind != dossier.OfSheet {
				t.Errorf("%+v", d)
			}
		})
	}
}

// restyle changes the look of a cell.
func (w workbook) restyle(sheet, cell string, change func(*excelize.Style)) {
	w.t.Helper()
	style := must(w.GetStyle(must(w.GetCellStyle(sheet, cell))))
	change(style)
	if err := w.SetCellStyle(sheet, cell, cell, must(w.NewStyle(style))); err != nil {
		w.t.Fatal(err)
	}
}

// fillIn writes what a council and a district write into a dossier.
func fillIn(w workbook) {
	set := func(sheet, cell string, value any) {
		if err := w.SetCellValue(sheet, cell, value); err != nil {
			w.t.Fatal(err)
		}
	}
	const table = "Biểu NTM"
	set(table, w.at(table, "Kết quả thẩm tra", "Nội dung tiêu chí", incomeName), "Đạt")
	set(table, w.at(table, "Kết quả thẩm định", "Nội dung tiêu chí", incomeName), "Chưa đạt")
	set(table, w.at(table, "Ý kiến thẩm định", "Nội dung tiêu chí", incomeName), "=đề nghị bổ sung")
	set(table, beside(w.t, w.find(table, "Kết quả thẩm định: cơ quan, người ghi"), 3), "Sở giả định")
	set(table, beside(w.t, w.find(table, "Kết quả thẩm định: cơ quan, người ghi"), 6), "15/1/2024")
	for label, n := range map[string]int{"Tổng số thành viên hội đồng (người)": 20, "Số thành viên có mặt (người)": 19} {
		set("Biên bản kiểm phiếu", beside(w.t, w.find("Biên bản kiểm phiếu", label), 5), n)
	}
}

// opinionsAreRead holds a check against what fillIn wrote.
func opinionsAreRead(t *testing.T, check *dossier.Check) {
	t.Helper()
	want := map[string]string{"Kết quả thẩm tra": "Đạt||", "Kết quả thẩm định": "Chưa đạt|Sở giả định|2024-01-15", "Ý kiến thẩm định": "=đề nghị bổ sung|Sở giả định|2024-01-15"}
	for _, o := range check.Opinions {
		if got := o.Words + "|" + o.By + "|" + o.On; o.Path != "ntm/10" || o.Name != incomeName || got != want[o.Column] {
			t.Errorf("%+v, want %s", o, want[o.Column])
		}
	}
	if len(check.Opinions) != len(want) || check.Filled != 7 || !check.Same() {
		t.Errorf("%d opinions, %d cells filled, %+v", len(check.Opinions), check.Filled, check.Differences)
	}
}

// A whole dossier with as many parts as fill the memory is refused before they are
// read.
func TestVerifyTooManyParts(t *testing.T) {
	data := written(t, assessGiaDinh(t))
	whole, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, more := range []int{1, 10_000} {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		for _, part := range whole.File {
			if err := z.Copy(part); err != nil {
				t.Fatal(err)
			}
		}
		for i := range more {
			if _, err := z.Create(fmt.Sprintf("docProps/gia-dinh-%d.xml", i)); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := dossier.Open("ho-so.xlsx", out.Bytes()); (err != nil) != (more > 1) {
			t.Errorf("%d more parts: %v", more, err)
		}
	}
}

// A program that keeps formulas without their values leaves nothing to compare.
func TestVerifyWithoutValues(t *testing.T) {
	w, err := dossier.Open("ho-so.xlsx", forgetful(t, written(t, assessGiaDinh(t))))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = w.Close() }()
	if _, err := w.Verify(); err == nil || !strings.Contains(err.Error(), "không tính công thức") {
		t.Errorf("%v", err)
	}
}

func TestOpinions(t *testing.T) {
	opinionsAreRead(t, verified(t, altered(t, assessGiaDinh(t), fillIn)))
}

// figure is the cell of a figure, by its name in the workbook.
func (w workbook) figure(id string) string {
	w.t.Helper()
	for _, n := range w.GetDefinedName() {
		if n.Name == id {
			_, cell, _ := bytes.Cut([]byte(n.RefersTo), []byte("!"))
			return string(bytes.ReplaceAll(cell, []byte("$"), nil))
		}
	}
	w.t.Fatalf("no cell is named %s", id)
	return ""
}
