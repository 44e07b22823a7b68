package dossier_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// Excel "repairs" a workbook whose parts are out of order or overlap, and an
// official who sees that message trusts the file no more. The other readers
// here forgive, so these tests hold the files to what Excel asks.

// order is that of the schema of a worksheet (ECMA-376, CT_Worksheet).
var order = []string{
	"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "mergeCells",
	"conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
	"headerFooter", "rowBreaks", "colBreaks", "drawing",
}

func TestPartsStandInOrder(t *testing.T) {
	for name, sheet := range xlsxtest.Worksheets(t, dossiertest.Written(t, dossiertest.GiaDinh(t))) {
		last := 0
		for _, element := range children(t, sheet) {
			i := slices.Index(order, element)
			if i < last {
				t.Errorf("%s: <%s> stands after <%s>", name, element, order[last])
			}
			last = max(last, i)
		}
	}
}

// children are the elements right below the root.
func children(t *testing.T, part string) []string {
	t.Helper()
	var out []string
	depth := 0
	decoder := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				out = append(out, e.Name.Local)
			}
		case xml.EndElement:
			depth--
		}
	}
}

func TestMergedCellsDoNotOverlap(t *testing.T) {
	for _, a := range []*assess.Assessment{dossiertest.QuangTrung(t), dossiertest.GiaDinh(t)} {
		w := dossiertest.Open(t, a)
		for _, sheet := range w.GetSheetList() {
			merged, err := w.GetMergeCells(sheet)
			if err != nil {
				t.Fatal(err)
			}
			taken := map[string]string{}
			for _, m := range merged {
				for _, cell := range cellsOf(t, m) {
					if other, twice := taken[cell]; twice {
						t.Errorf("%s: %s and %s overlap", sheet, other, m.GetStartAxis())
					}
					taken[cell] = m.GetStartAxis()
				}
			}
		}
	}
}

func cellsOf(t *testing.T, m excelize.MergeCell) []string {
	t.Helper()
	left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
	if err != nil {
		t.Fatal(err)
	}
	right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for c := left; c <= right; c++ {
		for r := top; r <= bottom; r++ {
			out = append(out, fmt.Sprint(c, ":", r))
		}
	}
	return out
}

func TestColumnsAscend(t *testing.T) {
	for name, sheet := range xlsxtest.Worksheets(t, dossiertest.Written(t, dossiertest.GiaDinh(t))) {
		var got []int
		for _, col := range strings.Split(sheet, `<col min="`)[1:] {
			n, err := strconv.Atoi(col[:strings.IndexByte(col, '"')])
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, n)
		}
		if len(got) == 0 || !slices.IsSorted(got) {
			t.Errorf("%s: columns in the order %v", name, got)
		}
	}
}

// Equal looks share a style: the styles do not grow with the report.
func TestFewStyles(t *testing.T) {
	_, content := xlsxtest.Parts(t, dossiertest.Written(t, dossiertest.GiaDinh(t)))
	if n := strings.Count(content["xl/styles.xml"], "<xf "); n > 150 {
		t.Errorf("%d styles", n)
	}
}

// A number too wide for its cell would shrink; those of a usual report do not
// have to.
func TestNumbersFitTheirColumns(t *testing.T) {
	for _, a := range []*assess.Assessment{dossiertest.QuangTrung(t), dossiertest.GiaDinh(t)} {
		w := dossiertest.Open(t, a)
		for _, sheet := range w.GetSheetList() {
			w.Each(sheet, func(cell, _ string) {
				if !w.IsNumber(sheet, cell) {
					return
				}
				shown, err := w.GetCellValue(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				width := 0.0
				for _, c := range merged(w, sheet, cell) {
					width += xlsxtest.Must(w.GetColWidth(sheet, strings.TrimRight(c, "0123456789")))
				}
				size := xlsxtest.Must(w.GetStyle(xlsxtest.Must(w.GetCellStyle(sheet, cell)))).Font.Size
				// Letters take about half of their size, columns 5.25 points a unit.
				if need := float64(len([]rune(shown))) * size * 0.47; need > math.Ceil(width*5.25) {
					t.Errorf("%s %s: %q needs %.0f points, the column has %.0f", sheet, cell, shown, need, width*5.25)
				}
			})
		}
	}
}

// merged are the cells of the row that a cell spreads over.
func merged(w xlsxtest.Book, sheet, cell string) []string {
	for _, m := range xlsxtest.Must(w.GetMergeCells(sheet, true)) {
		if m.GetStartAxis() == cell {
			out := []string{cell}
			for next := cell; next[:1] != m.GetEndAxis()[:1]; out = append(out, next) {
				next = xlsxtest.Beside(next, 1)
			}
			return out
		}
	}
	return []string{cell}
}

// However a report is damaged, its dossier can be written and read, and holds
// the verdicts of the assessment.
func TestAnyReport(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		a := dossiertest.GiaDinh(t, func(r *commune.Report) {
			r.Figures = slices.DeleteFunc(r.Figures,
				func(commune.Figure) bool { return rapid.IntRange(0, 9).Draw(rt, "gone") == 0 })
			for i := range r.Figures {
				if n, isNumber := r.Figures[i].Measure.(commune.Number); isNumber && n.Word == "" {
					r.Figures[i].Measure = commune.Number{Decimal: decimal.New(rapid.Int64Range(0, 99_999).Draw(rt,
						"value"), -2)}
				}
				r.Figures[i].Note = rapid.String().Draw(rt, "note")
			}
			if rapid.Bool().Draw(rt, "no sections") {
				r.Arrears, r.Satisfaction, r.Capital = nil, nil, nil
			}
		})
		var first, second strings.Builder
		for _, out := range []io.Writer{&first, &second} {
			if err := dossier.Write(out, a, dossier.Options{At: dossiertest.Signed}); err != nil {
				rt.Fatal(err)
			}
		}
		if first.String() != second.String() {
			rt.Fatal("two writes differ")
		}
		w := xlsxtest.Open(t, []byte(first.String()))
		var want, got []string
		for _, c := range a.Levels[0].Criteria {
			want = append(want, c.Outcome.Word())
			for _, ind := range c.Indicators {
				want = append(want, ind.Outcome.Word())
			}
		}
		const no, outcome = 0, 4 // columns
		for _, row := range xlsxtest.Must(w.GetRows("Biểu NTM")) {
			if len(row) > outcome && row[no] != "" && row[no] != "TT" &&
				len(got) < len(want) {
				got = append(got, row[outcome])
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("verdicts (-assessment +workbook):\n%s", diff)
		}
	})
}
