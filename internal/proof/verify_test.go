package proof_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/proof"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/read"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/xuri/excelize/v2"
)

func TestVerifyFresh(t *testing.T) {
	t.Parallel()
	for name, a := range testenv.Sample(t, dossiertest.Reports(t), "quang-trung", "spoiled", "third-missing",
		"formula-like", "settled") {
		if name == "settled" { // an assessment that no set gives
			continue
		}
		check := dossiertest.Verified(t, dossiertest.Written(t, a))
		if !check.Same() || check.Cells < 300 {
			t.Errorf("%s: %d cells, %+v", name, check.Cells, check.Differences[:min(3, len(check.Differences))])
		}
	}
}

// What LibreOffice saves without a change is the same dossier, of whatever commune and
// for whatever levels, and the opinions in it are read.
func TestSavedAnew(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	dir := t.TempDir()
	books := map[string][]byte{"filled": altered(t, dossiertest.GiaDinh(t), fillIn)}
	for name, a := range dossiertest.Reports(t) {
		if name != "settled" { // an assessment that no set gives
			books[name] = dossiertest.Written(t, a)
		}
	}
	for name, data := range books {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		saved := xlsxtest.Must(os.ReadFile(readers.Save(t, readers.XLSX, filepath.Join(dir, "saved"), path)[0]))
		check := dossiertest.Verified(t, saved)
		if name == "filled" {
			opinionsAreRead(t, check)
		}
		if !check.Same() || check.Older {
			t.Errorf("%s: %d differences, %+v", name, len(check.Differences),
				check.Differences[:min(5, len(check.Differences))])
		}
		objects := func(book []byte) (n int) {
			for _, s := range xlsxtest.Must(read.Read(t.Context(), name, bytes.NewReader(book),
				int64(len(book)))).Sheets {
				n += len(xlsxtest.Must(s.Objects()))
			}
			return n
		}
		if was, is := objects(data), objects(saved); was > 0 && is == 0 {
			t.Errorf("%s: its charts are not found", name)
		}
	}
}

// altered is a workbook after a change, saved by another program.
func altered(t *testing.T, a *assess.Assessment, change func(w xlsxtest.Book)) []byte {
	t.Helper()
	return changed(t, dossiertest.Written(t, a), change)
}

// changed is a workbook after a change.
func changed(t *testing.T, data []byte, change func(w xlsxtest.Book)) []byte {
	t.Helper()
	w := xlsxtest.Open(t, data)
	change(w)
	var out bytes.Buffer
	if err := w.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Values, formulas, sheets and what is drawn besides are compared; how it looks is not.
func TestVerifyFindsWhatWasAltered(t *testing.T) {
	t.Parallel()
	set := func(w xlsxtest.Book, sheet, cell string, value any) {
		if err := w.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	all := map[string]struct {
		change      func(w xlsxtest.Book)
		kind        proof.Kind
		sheet       string
		differences int
	}{
		"a changed figure": {func(w xlsxtest.Book) { set(w, "Số liệu", figure(w, "income_per_capita"), 70) },
			proof.OfValue, "Số liệu", 1},
		"a changed threshold": {func(w xlsxtest.Book) {
			set(w, "Biểu NTM", w.At("Biểu NTM", "Tiêu chuẩn đạt chuẩn", "Tên, nội dung tiêu chí",
				dossiertest.IncomeName), 30)
		}, proof.OfValue, "Biểu NTM", 1},
		"a changed outcome": {func(w xlsxtest.Book) {
			set(w, "Biểu NTM", w.At("Biểu NTM", "Kết quả tự đánh giá", "Tên, nội dung tiêu chí",
				dossiertest.IncomeName), "Đạt")
		}, proof.OfValue, "Biểu NTM", 1},
		"a constant for a formula": {func(w xlsxtest.Book) {
			cell := w.At("Biểu NTM", "Kết quả tự đánh giá", "Tên, nội dung tiêu chí", dossiertest.IncomeName)
			set(w, "Biểu NTM", cell, w.Raw("Biểu NTM", cell))
		}, proof.OfFormula, "Biểu NTM", 1},
		"a number shown as another": {func(w xlsxtest.Book) {
			style := xlsxtest.Must(w.NewStyle(&excelize.Style{CustomNumFmt: new(`"99"`)}))
			cell := figure(w, "income_per_capita")
			if err := w.SetCellStyle("Số liệu", cell, cell, style); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"a white number": {func(w xlsxtest.Book) {
			cell := figure(w, "income_per_capita")
			style := xlsxtest.Must(w.GetStyle(xlsxtest.Must(w.GetCellStyle("Số liệu", cell))))
			style.Font.Color = "FFFFFF"
			if err := w.SetCellStyle("Số liệu", cell, cell, xlsxtest.Must(w.NewStyle(style))); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"an outcome shown as another word": {func(w xlsxtest.Book) {
			cell := w.At("Biểu NTM", "Kết quả tự đánh giá", "Tên, nội dung tiêu chí", dossiertest.IncomeName)
			restyle(w, "Biểu NTM", cell, func(s *excelize.Style) { s.CustomNumFmt = new(`;;;"Đạt"`) })
		}, "", "", 0},
		"a decimal point that is a zero": {func(w xlsxtest.Book) {
			restyle(w, "Số liệu", figure(w, "income_per_capita"),
				func(s *excelize.Style) { s.CustomNumFmt = new(strings.Replace(*s.CustomNumFmt, ".", `\.`, 1)) })
		}, "", "", 0},
		"a struck figure": {func(w xlsxtest.Book) {
			restyle(w, "Số liệu", figure(w, "income_per_capita"), func(s *excelize.Style) { s.Font.Strike = true })
		}, "", "", 0},
		"a black background": {func(w xlsxtest.Book) {
			restyle(w, "Số liệu", figure(w, "income_per_capita"), func(s *excelize.Style) {
				s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"000000"}}
			})
		}, "", "", 0},
		"ink by number": {func(w xlsxtest.Book) {
			restyle(w, "Số liệu", figure(w, "income_per_capita"), func(s *excelize.Style) {
				s.Font.Color,
					s.Font.ColorIndexed = "", 9
			})
		}, "", "", 0},
		"a word in white within a cell": {func(w xlsxtest.Book) {
			cell := w.At("Biểu NTM", "Tên, nội dung tiêu chí", "Tên, nội dung tiêu chí", dossiertest.IncomeName)
			set(w, "Biểu NTM", cell, "")
			if err := w.SetCellRichText("Biểu NTM", cell, []excelize.RichTextRun{{Text: dossiertest.IncomeName[:4],
				Font: &excelize.Font{Color: "FFFFFF"}}, {Text: dossiertest.IncomeName[4:]}}); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"a row squeezed to nothing": {func(w xlsxtest.Book) {
			if err := w.SetRowHeight("Minh chứng", 6, 0.5); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"a column squeezed to nothing": {func(w xlsxtest.Book) {
			if err := w.SetColWidth("Minh chứng", "C", "C", 0.1); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"words in the foot of the pages": {func(w xlsxtest.Book) {
			running := xlsxtest.Must(w.GetHeaderFooter("Biểu NTM"))
			running.OddFooter = "&LKết luận: ĐẠT"
			if err := w.SetHeaderFooter("Biểu NTM", running); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"a formula's word without its space": {func(w xlsxtest.Book) {
			cell := w.At("Biểu NTM", "Kết quả tự đánh giá", "Tên, nội dung tiêu chí", dossiertest.IncomeName)
			formula := xlsxtest.Must(w.GetCellFormula("Biểu NTM", cell))
			if err := w.SetCellFormula("Biểu NTM", cell, strings.Replace(formula, "Chưa đạt", "Chưađạt",
				1)); err != nil {
				t.Fatal(err)
			}
		}, proof.OfFormula, "Biểu NTM", 1},
		"a name of another cell": {func(w xlsxtest.Book) {
			for _, n := range w.GetDefinedName() {
				if n.Name == "income_per_capita" {
					_ = w.DeleteDefinedName(&n)
					n.RefersTo = "'Số liệu'!$A$1"
					if err := w.SetDefinedName(&n); err != nil {
						t.Fatal(err)
					}
				}
			}
		}, proof.OfFormula, "Số liệu", 1},
		"a hidden row": {func(w xlsxtest.Book) {
			if err := w.SetRowVisible("Minh chứng", 6, false); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"a hidden column": {func(w xlsxtest.Book) {
			if err := w.SetColVisible("Biểu NTM", "F", false); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"a hidden sheet": {func(w xlsxtest.Book) {
			if err := w.SetSheetVisible("Hài lòng", false); err != nil {
				t.Fatal(err)
			}
		}, proof.OfSheet, "Hài lòng", 1},
		"a cell under another": {func(w xlsxtest.Book) {
			if err := w.MergeCell("Minh chứng", "B6", "B7"); err != nil { // which loses what stood in it
				t.Fatal(err)
			}
		}, proof.OfValue, "Minh chứng", 1},
		"a colour that depends on the word": {func(w xlsxtest.Book) {
			style := xlsxtest.Must(w.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}}))
			if err := w.SetConditionalFormat("Biểu NTM", "E1:E90",
				[]excelize.ConditionalFormatOptions{{Type: "cell", Criteria: "==", Value: `"Chưa đạt"`,
					Format: &style}}); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"a draft that does not say so": {func(w xlsxtest.Book) {
			if err := w.SetHeaderFooter("Biểu NTM", &excelize.HeaderFooterOptions{OddFooter: "&P"}); err != nil {
				t.Fatal(err)
			}
		}, "", "", 0},
		"a box over the cells": {func(w xlsxtest.Book) {
			if err := w.AddShape("Tổng hợp", &excelize.Shape{Cell: "B14", Type: "rect",
				Paragraph: []excelize.RichTextRun{{Text: "Đủ điều kiện"}}}); err != nil {
				t.Fatal(err)
			}
		}, proof.OfObject, "Tổng hợp", 1},
		"a figure as a text": {func(w xlsxtest.Book) { set(w, "Số liệu", figure(w, "income_per_capita"), "40.25") },
			proof.OfValue, "Số liệu", 1},
		"a deleted row": {func(w xlsxtest.Book) {
			if err := w.RemoveRow("Minh chứng", 6); err != nil {
				t.Fatal(err)
			}
		}, proof.OfRow, "Minh chứng", 1},
		"an added row": {func(w xlsxtest.Book) {
			if err := w.InsertRows("Minh chứng", 6, 1); err != nil {
				t.Fatal(err)
			}
			set(w, "Minh chứng", "B6", "99/QĐ")
		}, proof.OfRow, "Minh chứng", 1},
		"a deleted sheet": {func(w xlsxtest.Book) {
			if err := w.DeleteSheet("Hài lòng"); err != nil {
				t.Fatal(err)
			}
		}, proof.OfSheet, "Hài lòng", 1},
		"an added sheet": {func(w xlsxtest.Book) { _ = xlsxtest.Must(w.NewSheet("Thêm")) }, proof.OfSheet,
			"Thêm", 1},
		"something beside a table": {func(w xlsxtest.Book) { set(w, "Biểu NTM", "Z10", "Đạt") }, proof.OfValue,
			"Biểu NTM", 1},
		"an edited fingerprint": {func(w xlsxtest.Book) { set(w, "ntm", "A2", "0") }, proof.OfSeal, "ntm", 1},
		"another year": {func(w xlsxtest.Book) {
			set(w, "Bìa", w.Find("Bìa", "NÔNG THÔN MỚI NĂM 2023"), "NÔNG THÔN MỚI NĂM 2024")
		}, proof.OfValue, "Bìa", 1},
	}
	data := dossiertest.Written(t, dossiertest.GiaDinh(t, dossiertest.Spoiled).Only([]criteria.Level{criteria.NTM}))
	for _, name := range testenv.Every(t, 5, slices.Sorted(maps.Keys(all))) {
		t.Run(name, func(t *testing.T) {
			tt := all[name]
			check := dossiertest.Verified(t, changed(t, data, tt.change))
			if check.Same() != (tt.differences == 0) || len(check.Differences) != tt.differences {
				t.Fatalf("%d differences, want %d: %+v", len(check.Differences), tt.differences,
					check.Differences[:min(5, len(check.Differences))])
			}
			if tt.differences == 0 {
				return
			}
			if d := check.Differences[0]; d.Kind != tt.kind || d.Sheet != tt.sheet || d.Cell == "" &&
				d.Kind != proof.OfSheet && d.Kind != proof.OfObject {
				t.Errorf("%+v", d)
			}
		})
	}
}

// restyle changes the look of a cell.
func restyle(w xlsxtest.Book, sheet, cell string, change func(*excelize.Style)) {
	style := xlsxtest.Must(w.GetStyle(xlsxtest.Must(w.GetCellStyle(sheet, cell))))
	change(style)
	if err := w.SetCellStyle(sheet, cell, cell, xlsxtest.Must(w.NewStyle(style))); err != nil {
		panic(err)
	}
}

// fillIn writes what a council and a district write into a dossier.
func fillIn(w xlsxtest.Book) {
	set := func(sheet, cell string, value any) {
		if err := w.SetCellValue(sheet, cell, value); err != nil {
			panic(err)
		}
	}
	const table = "Biểu NTM"
	set(table, w.At(table, "Kết quả thẩm tra", "Tên, nội dung tiêu chí", dossiertest.IncomeName), "Đạt")
	set(table, w.At(table, "Kết quả thẩm định", "Tên, nội dung tiêu chí", dossiertest.IncomeName), "Chưa đạt")
	set(table, w.At(table, "Ý kiến thẩm định", "Tên, nội dung tiêu chí", dossiertest.IncomeName), "=đề nghị bổ sung")
	set(table, xlsxtest.Beside(w.Find(table, "Kết quả thẩm định: cơ quan, người ghi"), 2), "Sở giả định")
	set(table, xlsxtest.Beside(w.Find(table, "Kết quả thẩm định: cơ quan, người ghi"), 5), "15/1/2024")
	for label, n := range map[string]int{"Tổng số thành viên hội đồng (người)": 20,
		"Số thành viên có mặt (người)": 19} {
		set("Biên bản kiểm phiếu", xlsxtest.Beside(w.Find("Biên bản kiểm phiếu", label), 5), n)
	}
}

// opinionsAreRead holds a check against what fillIn wrote.
func opinionsAreRead(t *testing.T, check *proof.Check) {
	t.Helper()
	want := map[string]string{"Kết quả thẩm tra": "Đạt||", "Kết quả thẩm định": "Chưa đạt|Sở giả định|2024-01-15",
		"Ý kiến thẩm định": "=đề nghị bổ sung|Sở giả định|2024-01-15"}
	for _, o := range check.Opinions {
		if got := o.Words + "|" + o.By + "|" + o.On; o.Path != "ntm/10" || o.Name != dossiertest.IncomeName ||
			got != want[o.Column] {
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
	data := dossiertest.Written(t, dossiertest.GiaDinh(t))
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
		if _, err := read.Read(t.Context(), "ho-so.xlsx", bytes.NewReader(out.Bytes()),
			int64(out.Len())); (err != nil) != (more > 1) {
			t.Errorf("%d more parts: %v", more, err)
		}
	}
}

// A program that keeps formulas without their values leaves nothing to compare.
func TestVerifyWithoutValues(t *testing.T) {
	w := dossiertest.HandedIn(t, xlsxtest.Forgetful(t, dossiertest.Written(t, dossiertest.GiaDinh(t))))
	if _, err := w.Verify(); err == nil || !strings.Contains(err.Error(), "không tính công thức") {
		t.Errorf("%v", err)
	}
}

func TestOpinions(t *testing.T) {
	opinionsAreRead(t, dossiertest.Verified(t, altered(t, dossiertest.GiaDinh(t), fillIn)))
}

// figure is the cell of a figure, by its name in the workbook.
func figure(w xlsxtest.Book, id string) string {
	for _, n := range w.GetDefinedName() {
		if n.Name == id {
			_, cell, _ := strings.Cut(n.RefersTo, "!")
			return strings.ReplaceAll(cell, "$", "")
		}
	}
	panic("no cell is named " + id)
}
