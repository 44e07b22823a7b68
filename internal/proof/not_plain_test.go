package proof_test

import (
	"regexp"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/xuri/excelize/v2"
)

// An opinion that is struck out, whole or in part, raised, shown otherwise than it
// is held or merged with another is asked about and not taken; the figures are as they were.
func TestOpinionsThatAreNotPlain(t *testing.T) {
	const table = "Biểu NTM"
	a := dossiertest.GiaDinh(t).Only([]criteria.Level{criteria.NTM})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	result := func(w xlsxtest.Book) string {
		return w.At(table, "Kết quả thẩm định", "Tên, nội dung tiêu chí", dossiertest.IncomeName)
	}
	style := func(value any, change func(*excelize.Style)) func(xlsxtest.Book) {
		return func(w xlsxtest.Book) {
			must(w.SetCellValue(table, result(w), value))
			restyle(w, table, result(w), change)
		}
	}
	runs := func(all ...excelize.RichTextRun) func(xlsxtest.Book) {
		return func(w xlsxtest.Book) { must(w.SetCellRichText(table, result(w), all)) }
	}
	run := func(text string, font excelize.Font) excelize.RichTextRun {
		font.Family, font.Size = "Times New Roman", 12
		return excelize.RichTextRun{Text: text, Font: &font}
	}
	struck, raised, lowered := excelize.Font{Strike: true}, excelize.Font{VertAlign: "superscript"},
		excelize.Font{VertAlign: "subscript"}
	data := dossiertest.Written(t, a)
	for name, tt := range testenv.EveryNamed(t, 8, map[string]struct {
		fill func(w xlsxtest.Book)
		told string // "" for one that is taken, as words
		want string
	}{
		"a struck cell": {style("Đạt", func(s *excelize.Style) { s.Font.Strike = true }), "không rõ còn dùng", ""},
		"a struck number": {style(75.5, func(s *excelize.Style) { s.Font.Strike = true }), "không rõ còn dùng",
			""},
		"all runs struck": {runs(run("Chưa ", struck), run("đạt", struck)), "không rõ còn dùng không", ""},
		"a struck word":   {runs(run("Chưa ", struck), run("đạt", excelize.Font{})), `"Chưa " bị gạch ngang`, ""},
		"struck at its end": {runs(run("Đạt", excelize.Font{}), run(" có điều kiện", struck)),
			`" có điều kiện" bị gạch ngang`, ""},
		"a footnote":      {runs(run("Đạt", excelize.Font{}), run("(1)", raised)), `"(1)" viết nhỏ lệch dòng`, ""},
		"below the line":  {runs(run("Đạt", excelize.Font{}), run("*", lowered)), `"*" viết nhỏ lệch dòng`, ""},
		"nothing shown":   {style(80, func(s *excelize.Style) { s.CustomNumFmt = new(";;;") }), "không hiện gì", ""},
		"other digits":    {style(8, func(s *excelize.Style) { s.CustomNumFmt = new(`0"0"`) }), `hiện "80"`, ""},
		"a rounded share": {style(79.6, func(s *excelize.Style) { s.CustomNumFmt = new("0") }), `hiện "80"`, ""},
		"over two rows": {func(w xlsxtest.Book) {
			must(w.SetCellValue(table, result(w), "Đạt"))
			must(w.MergeCell(table, result(w), below(result(w))))
		}, "gộp với ô khác", ""},
		"over two columns": {func(w xlsxtest.Book) {
			left := w.At(table, "Kết quả thẩm tra", "Tên, nội dung tiêu chí", dossiertest.IncomeName)
			must(w.SetCellValue(table, left, "Đạt"))
			must(w.MergeCell(table, left, result(w)))
		}, "gộp với ô khác", ""},
		"in runs of other looks": {runs(run("Chưa ", excelize.Font{Bold: true}),
			run("đạt", excelize.Font{Color: "FF0000"})),
			"", "Chưa đạt"},
		"a square":       {runs(run("thiếu 5 m", excelize.Font{}), run("2", raised)), "", "thiếu 5 m2"},
		"a plain number": {func(w xlsxtest.Book) { must(w.SetCellValue(table, result(w), 75.5)) }, "", "75.5"},
		"plain":          {func(w xlsxtest.Book) { must(w.SetCellValue(table, result(w), "Đạt")) }, "", "Đạt"},
		"nothing":        {func(xlsxtest.Book) {}, "", ""},
	}) {
		t.Run(name, func(t *testing.T) {
			check := dossiertest.Verified(t, changed(t, data, tt.fill))
			if !check.Same() {
				t.Fatalf("altered: %+v", check.Differences)
			}
			said, got := "", ""
			if err := check.Clear("y-kien.xlsx"); err != nil {
				said = err.Error()
			}
			for _, o := range check.Opinions {
				got += o.Words
			}
			if got != tt.want || !strings.Contains(said, tt.told) || (said == "") != (tt.told == "") ||
				said != "" && !strings.Contains(said, `y-kien.xlsx, trang tính "Biểu NTM", ô `) {
				t.Errorf("read %q, want %q; said %q, want %q", got, tt.want, said, tt.told)
			}
		})
	}
}

// The own merged cells of a dossier, in which its signers are named, are theirs to fill in;
// a signer who is struck out is asked about.
func TestSigners(t *testing.T) {
	a := dossiertest.GiaDinh(t).Only([]criteria.Level{criteria.NTM})
	check := dossiertest.Verified(t, altered(t, a, fillIn))
	if err := check.Clear("y-kien.xlsx"); err != nil || len(check.Opinions) != 3 {
		t.Errorf("%d opinions, %v", len(check.Opinions), err)
	}
	check = dossiertest.Verified(t, altered(t, a, func(w xlsxtest.Book) {
		fillIn(w)
		restyle(w, "Biểu NTM", xlsxtest.Beside(w.Find("Biểu NTM", "Kết quả thẩm định: cơ quan, người ghi"), 2),
			func(s *excelize.Style) { s.Font.Strike = true })
	}))
	if err := check.Clear("y-kien.xlsx"); err == nil || !strings.Contains(err.Error(), "Sở giả định") {
		t.Errorf("a struck signer: %v", err)
	}
}

// below is the cell two rows down.
func below(cell string) string {
	column, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		panic(err)
	}
	return xlsxtest.Must(excelize.CoordinatesToCellName(column, row+2))
}

// An opinion that is a formula must have come to something.
func TestOpinionsByFormulas(t *testing.T) {
	a := dossiertest.GiaDinh(t).Only([]criteria.Level{criteria.NTM})
	w := dossiertest.Open(t, a)
	cell := w.At("Biểu NTM", "Kết quả thẩm định", "Tên, nội dung tiêu chí", dossiertest.IncomeName)
	blank := regexp.MustCompile(`<c r="` + cell + `"( s="\d+")?(/>|></c>)`)
	for name, tt := range map[string]struct{ cell, told, want string }{
		"no value": {`><f>"Đạt"</f></c>`, "chưa có kết quả tính", ""},
		"an error": {` t="e"><f>NA()</f><v>#N/A</v></c>`, "báo lỗi #N/A", ""},
		"a value":  {` t="str"><f>"Đ"&amp;"ạt"</f><v>Đạt</v></c>`, "", "Đạt"},
	} {
		data := xlsxtest.Edited(t, dossiertest.Written(t, a), func(parts map[string]string) {
			if !blank.MatchString(parts[table]) {
				t.Fatalf("no blank cell %s", cell)
			}
			parts[table] = blank.ReplaceAllString(parts[table], `<c r="`+cell+`"$1`+
				strings.ReplaceAll(tt.cell, "$", "$$"))
		})
		check := dossiertest.Verified(t, data)
		said, got := "", ""
		if err := check.Clear("x.xlsx"); err != nil {
			said = err.Error()
		}
		for _, o := range check.Opinions {
			got += o.Words
		}
		if !check.Same() || got != tt.want || !strings.Contains(said, tt.told) || (said == "") != (tt.told == "") {
			t.Errorf("%s: read %q, said %q, %+v", name, got, said, check.Differences)
		}
	}
}
