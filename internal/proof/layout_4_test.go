package proof_test

import (
	"os"
	"testing"

	"ntm/internal/dossier/dossiertest"
	"ntm/internal/xlsx/xlsxtest"
)

// A dossier of layout 4, in which a criterion's name had a column of its own, is what it was:
// its opinions are read, what was changed in it is told.
func TestLayout4(t *testing.T) {
	data := xlsxtest.Must(os.ReadFile("testdata/layout-4.xlsx"))
	income := func(w xlsxtest.Book, head string) string {
		return w.At("Biểu NTM", head, "Nội dung tiêu chí", dossiertest.IncomeName)
	}
	set := func(w xlsxtest.Book, sheet, cell string, value any) {
		if err := w.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	for name, tt := range map[string]struct {
		change   func(w xlsxtest.Book)
		opinions int
		sheet    string // that says something else; "" for none
	}{
		"as it was": {func(xlsxtest.Book) {}, 0, ""},
		"two opinions": {func(w xlsxtest.Book) {
			set(w, "Biểu NTM", income(w, "Kết quả thẩm định"), "Đạt")
			set(w, "Biểu NTM", income(w, "Ý kiến thẩm định"), "xem lại")
		}, 2, ""},
		"an outcome": {func(w xlsxtest.Book) {
			set(w, "Biểu NTM", income(w, "Kết quả tự đánh giá"), "Chưa đạt")
		}, 0, "Biểu NTM"},
		"a figure": {func(w xlsxtest.Book) {
			set(w, "Số liệu", figure(w, "income_per_capita"), 99)
		}, 0, "Số liệu"},
		"capital": {func(w xlsxtest.Book) {
			set(w, "Nguồn lực", xlsxtest.Beside(w.Find("Nguồn lực", "Tổng số"), 5), 1)
		}, 0, "Nguồn lực"},
	} {
		check := dossiertest.Verified(t, changed(t, data, tt.change))
		switch {
		case !check.Older, len(check.Opinions) != tt.opinions, check.Cells < 250, check.Unplaced == 0,
			check.Same() != (tt.sheet == ""):
			t.Errorf("%s: older %v, %d opinions, %d cells, %d unplaced: %+v", name, check.Older, len(check.Opinions),
				check.Cells, check.Unplaced, check.Differences)
		case tt.sheet != "" && check.Differences[0].Sheet != tt.sheet:
			t.Errorf("%s: %+v", name, check.Differences)
		}
	}
}
