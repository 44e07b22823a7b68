package form

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/testenv"

	"github.com/xuri/excelize/v2"
)

const (
	income  = "income_per_capita"
	poverty = "multidimensional_poverty_rate"
	paved   = "commune_road_paved_rate"
	cremate = "cremation_rate"
)

// fault is a form with something odd about it: what is read of a figure, "" for nothing,
// and a telling part of what is said.
type fault struct {
	name string
	fill func(b formtest.BlankForm)
	of   string // the figure
	want string
	told string
}

// typedForm is a form as fill leaves it, in a file.
func typedForm(t *testing.T, blank []byte, fill func(b formtest.BlankForm)) string {
	t.Helper()
	b := formtest.NewBlankForm(t, blank)
	fill(b)
	var out bytes.Buffer
	if err := b.File.Write(&out); err != nil {
		t.Fatal(err)
	}
	return writeTemp(t, "gia-dinh.xlsx", out.Bytes())
}

func tryFaults(t *testing.T, all []fault) {
	t.Helper()
	forms := map[criteria.Level][]byte{}
	for _, tt := range testenv.Every(t, 5, all) {
		up := criteria.NTM // whose form is quick to read
		if tt.of == cremate {
			up = criteria.NangCao
		}
		if forms[up] == nil {
			forms[up] = formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, up), nil)
		}
		t.Run(tt.name, func(t *testing.T) {
			one, err := Read(t.Context(), typedForm(t, forms[up], tt.fill), packs.Embedded())
			said, got := "", ""
			if err != nil {
				said = fullText(problem.Of(err))
			} else {
				said, got = fullText(one.Notes), valueOf(one.Report, tt.of)
			}
			if got != tt.want || !strings.Contains(said, tt.told) || tt.told == "" && said != "" {
				t.Errorf("read %q, want %q; said %q, want %q", got, tt.want, said, tt.told)
			}
		})
	}
}

func fullText(l problem.List) string {
	var out []string
	for _, p := range l {
		out = append(out, p.Note())
	}
	return strings.Join(out, "\n")
}

func valueOf(r *commune.Report, id string) string {
	i := slices.IndexFunc(r.Figures, func(f commune.Figure) bool { return f.ID == id })
	if i < 0 {
		return ""
	}
	switch m := r.Figures[i].Measure.(type) {
	case commune.Number:
		return m.String()
	case commune.Rate:
		return m.String()
	case commune.Answer:
		return fmt.Sprint(bool(m))
	case commune.Amount:
		return string(m.Bound) + " " + m.String()
	}
	return "?"
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func valueCell(b formtest.BlankForm, id string) string {
	return b.Keyed(layout.FigureSheet, id, "ntm:value")
}

// typing puts a value into the cell of a figure.
func typing(id string, value any) func(formtest.BlankForm) {
	return func(b formtest.BlankForm) { must(b.File.SetCellValue(layout.FigureSheet, valueCell(b, id), value)) }
}

// both fills in one after the other.
func both(fills ...func(formtest.BlankForm)) func(formtest.BlankForm) {
	return func(b formtest.BlankForm) {
		for _, fill := range fills {
			fill(b)
		}
	}
}

// showing puts a number under a format of its own.
func showing(id string, value any, format string) func(formtest.BlankForm) {
	return func(b formtest.BlankForm) {
		must(b.File.SetCellValue(layout.FigureSheet, valueCell(b, id), value))
		style, err := b.File.NewStyle(&excelize.Style{CustomNumFmt: &format})
		must(err)
		must(b.File.SetCellStyle(layout.FigureSheet, valueCell(b, id), valueCell(b, id), style))
	}
}

// computing puts a formula with its result.
func computing(id, formula string, result any) func(formtest.BlankForm) {
	return func(b formtest.BlankForm) {
		must(b.File.SetCellValue(layout.FigureSheet, valueCell(b, id), result))
		must(b.File.SetCellFormula(layout.FigureSheet, valueCell(b, id), formula))
	}
}

// setIn writes a text in runs: struck ones begin with "-", raised ones with "^".
func setIn(id string, runs ...string) func(formtest.BlankForm) {
	return func(b formtest.BlankForm) {
		var out []excelize.RichTextRun
		for _, r := range runs {
			font := &excelize.Font{Family: "Times New Roman", Size: 11}
			switch r[0] {
			case '-':
				font.Strike, r = true, r[1:]
			case '^':
				font.VertAlign, r = "superscript", r[1:]
			}
			out = append(out, excelize.RichTextRun{Text: r, Font: font})
		}
		must(b.File.SetCellRichText(layout.FigureSheet, valueCell(b, id), out))
	}
}

// A share of 1 in the place of per cents is asked about; the answer is the sign.
func TestSharesAreNoPercents(t *testing.T) {
	tryFaults(t, []fault{
		{"a division", computing(poverty, "31/500", 0.062), poverty, "", "là 6,2 % hay 0,062 %"},
		{"a quotient of two decimals", computing(poverty, "ROUND(31/500,2)", 0.06), poverty, "", "là 6 % hay 0,06 %"},
		{"a hundredfold", computing(poverty, "3/500*100", 0.6), poverty, "0.6", ""},
		{"typed with three decimals", typing(poverty, 0.062), poverty, "", "là 6,2 % hay 0,062 %"},
		{"typed as text", typing(poverty, "0,062"), poverty, "", "là 6,2 % hay 0,062 %"},
		{"a whole share", typing(paved, 1), paved, "", "là 100 % hay 1 %"},
		{"under at least", typing(cremate, 0.5), cremate, "", "là 50 % hay 0,5 %"},
		{"answered by the sign", typing(cremate, "0,5 %"), cremate, "0.5", ""},
		{"answered in words", typing(cremate, "0,5 phần trăm"), cremate, "0.5", ""},
		{"answered by the format", showing(cremate, 0.005, "0.00%"), cremate, "0.5", ""},
		{"with all others", both(typing(poverty, 0.09), typing("child_stunting_rate", 0.11)), poverty, "",
			"là 9 % hay 0,09 %"},
		{"a small rate of few poor", typing(poverty, 0.62), poverty, "0.62", ""},
		{"none at all", typing(paved, 0), paved, "0", ""},
		{"with the counts beside", both(computing(poverty, "31/500", 0.062), func(b formtest.BlankForm) {
			must(b.File.SetCellValue(layout.FigureSheet, b.Keyed(layout.FigureSheet, poverty, "ntm:numerator"), 31))
			must(b.File.SetCellValue(layout.FigureSheet, b.Keyed(layout.FigureSheet, poverty, "ntm:denominator"), 500))
		}), poverty, "31/500", ""},
	})
}

func TestSharesInTablesAndDocuments(t *testing.T) {
	const head = "Mã xã;Năm xét;" + income + ";" + poverty + ";" + paved + "\n"
	for _, tt := range []struct{ name, file, text, want, told string }{
		{"a row", "a.csv", head + "16492;2023;69;0,062;0,95\n", "", "là 95 % hay 0,95 %"},
		{"a column", "a.csv", head + "16492;2023;69;0,06;\n16495;2023;58;0,15;\n", "", "là 6 % hay 0,06 %"},
		{"answered", "a.csv", head + "16492;2023;69;6,2 %;0,95 %\n", "6.2", ""},
		{"as ever", "a.csv", head + "16492;2023;69;0,62;95\n16495;2023;58;6,2;90\n", "0.62", ""},
		{"a document", "a.yaml", report + "figures: [{id: " + poverty + ", value: 0.097}, {id: " + paved +
			", value: 0.95}]\n", "", "là 9,7 % hay 0,097 %"},
		{"a document, one of one", "a.yaml", report + "figures: [{id: " + paved + ", value: 1}]\n", "",
			"là 100 % hay 1 %"},
		{"a document, answered", "a.yaml", report + "figures: [{id: " + poverty + ", value: 0.5 %}]\n", "0.5", ""},
		{"a document, answered with a comma", "a.yaml", report + "figures:\n - id: " + poverty +
			"\n   value: 0,5 %\n", "0.5", ""},
		{"JSON", "a.json", `{"schema": "ntm.report.v1", "year": 2023, "commune": {"code": "16492"}, "figures": ` +
			`[{"id": "` + paved + `", "value": 0.95}]}`, "", "là 95 % hay 0,95 %"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, said := firstOf(t, writeTemp(t, tt.file, []byte(tt.text)), poverty)
			if got != tt.want || !strings.Contains(said, tt.told) || tt.told == "" && said != "" {
				t.Errorf("read %q, want %q; said %q, want %q", got, tt.want, said, tt.told)
			}
		})
	}
}

// The whole of a column tells how it is written, however long the sheet is.
func TestSharesFarDownAColumn(t *testing.T) {
	for _, tt := range []struct {
		name, first, rest string
		asked             bool
	}{
		{"shares below three hundred blanks", "", "0,06", true},
		{"shares all the way", "0,06", "0,06", true},
		{"rates below three hundred small ones", "0,06", "5,1", false},
	} {
		var text strings.Builder
		text.WriteString("Mã xã;Năm xét;" + poverty + "\n")
		for i := range 330 {
			value := tt.first
			if i >= 310 {
				value = tt.rest
			}
			fmt.Fprintf(&text, "%05d;2023;%s\n", 13000+i, value)
		}
		source, err := Open(t.Context(), writeTemp(t, "a.csv", []byte(text.String())), packs.Embedded(), 0)
		must(err)
		asked := source.wide.shares[2]
		must(source.Close())
		if asked != tt.asked {
			t.Errorf("%s: asked %v", tt.name, asked)
		}
	}
}

// firstOf is a figure of the first report of a file, and all that is said of it.
func firstOf(t *testing.T, path, id string) (value, said string) {
	t.Helper()
	source, err := Open(t.Context(), path, packs.Embedded(), 0)
	if err != nil {
		return "", fullText(problem.Of(err))
	}
	defer source.Close() //nolint:errcheck // opened for reading: nothing is lost
	for row := range source.Rows {
		one, err := source.Read(row)
		if err != nil {
			return "", fullText(problem.Of(err))
		}
		return valueOf(one.Report, id), fullText(slices.Concat(source.Notes, one.Notes))
	}
	t.Fatal("no report")
	return "", ""
}

// An answer that was given is kept: the report as a document is not asked about again.
func TestAnAnswerIsKept(t *testing.T) {
	blank := formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.NTM), nil)
	one, err := Read(t.Context(), typedForm(t, blank, typing(paved, "0,5 %")), packs.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	text, err := one.Report.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if got, said := firstOf(t, writeTemp(t, "a.json", text), paved); got != "0.5" || said != "" {
		t.Errorf("read %q, said %q: %s", got, said, text)
	}
}

func TestSmallAndStruckLetters(t *testing.T) {
	strike := func(id string, value any) func(formtest.BlankForm) {
		return func(b formtest.BlankForm) {
			must(b.File.SetCellValue(layout.FigureSheet, valueCell(b, id), value))
			style, err := b.File.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
			must(err)
			must(b.File.SetCellStyle(layout.FigureSheet, valueCell(b, id), valueCell(b, id), style))
		}
	}
	tryFaults(t, []fault{
		{"a footnote", setIn(income, "69", "^1"), income, "69", `bỏ qua "1" viết nhỏ`},
		{"a footnote in brackets", setIn(income, "69,5", "^(2)"), income, "69.5", `bỏ qua "(2)"`},
		{"a star", setIn(poverty, "1,53", "^*"), poverty, "1.53", `bỏ qua "*"`},
		{"a decimal part", setIn(income, "69", "^,5"), income, "", "không rõ là chú thích"},
		{"a power", setIn(income, "69×10", "^6"), income, "", "không rõ là chú thích"},
		{"a square", setIn("public_green_space", "2,5 m", "^2"), "public_green_space", "2.5", ""},
		{"a struck digit", setIn(poverty, "-1", "2"), poverty, "2", `"1" bị gạch ngang`},
		{"a struck number before another", setIn(income, "-67 ", "69"), income, "69", `"67 " bị gạch ngang`},
		{"a struck word", setIn("clean_landscape", "-Chưa ", "đạt"), "clean_landscape", "true", "bị gạch ngang"},
		{"all struck, in runs", setIn(income, "-69"), income, "", "không rõ còn dùng không"},
		{"all struck, a number", strike(income, 69), income, "", "không rõ còn dùng không"},
		{"all struck, a word", strike("clean_landscape", "Đạt"), "clean_landscape", "", "không rõ còn dùng không"},
	})
}

func TestWhatIsShownIsNotWhatIsHeld(t *testing.T) {
	tryFaults(t, []fault{
		{"zeros of the format", showing(income, 69, `0"000"`), income, "", `hiện "69000" nhưng đang giữ số 69`},
		{"a digit of the format", showing(poverty, 5, `"1"0`), poverty, "", `hiện "15" nhưng đang giữ số 5`},
		{"an escaped digit", showing(poverty, 5, `\10`), poverty, "", `hiện "15"`},
		{"nothing shown", showing(poverty, 5, `;;;`), poverty, "", "không hiện gì nhưng đang giữ số 5"},
		{"a word alone", showing(poverty, 5, `"."`), poverty, "", "đang giữ số 5"},
		{"scaled", showing(income, 69000, `0,`), income, "", `hiện "69" nhưng đang giữ số 69000`},
		{"rounded", showing(income, 68.6, `0`), income, "", `hiện "69" nhưng đang giữ số 68,6`},
		{"rounded to a threshold", showing(paved, 79.996, `0.00`), paved, "", `hiện "80,00"`},
		{"a share rounded", showing(poverty, 0.0549, `0%`), poverty, "", `hiện "5%" nhưng đang giữ số 5,49 %`},
		{"zero hidden", showing(poverty, 0, `0;-0;;@`), poverty, "", "không hiện gì"},
		{"a condition", showing(income, 69, `[>50]"50";0`), income, "", `hiện "50"`},
		{"two decimals of two", showing(poverty, 1.53, `0.00`), poverty, "1.53", ""},
		{"two decimals of a quotient", showing(poverty, 1.53010858835143, `0.00`), poverty, "1.530108588", ""},
		{"thousands", showing("makeshift_houses", 12, `#,##0`), "makeshift_houses", "12", ""},
		{"as accountants do", showing("makeshift_houses", 0, `_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-`),
			"makeshift_houses", "0", ""},
	})
}

// A format with words shows the digits that are held; its word is read as if typed.
func TestWordsOfAFormat(t *testing.T) {
	tryFaults(t, []fault{
		{"the unit", showing(income, 69, `0" triệu"`), income, "69", ""},
		{"a smaller unit", showing(income, 69000000, `#,##0 "đồng"`), income, "69", ""},
		{"a currency", showing(income, 69000000, `#,##0\ [$₫-42A]`), income, "69", ""},
		{"a currency before", showing(income, 69000000, `[$VND]\ #,##0`), income, "69", ""},
		{"a currency of triệu", showing(income, 69, `#,##0\ [$₫-42A]`), income, "", "hay là 69 triệu đồng"},
		{"typed with the wrong word", typing(income, "69 đ"), income, "", "hay là 69 triệu đồng"},
		{"a language", showing(income, 69, `[$-42A]#,##0`), income, "69", ""},
		{"things counted", showing("makeshift_houses", 2, `0" căn"`), "makeshift_houses", "2", ""},
		{"another thing", showing("makeshift_houses", 2, `0" km"`), "makeshift_houses", "", `ghi theo "km"`},
		{"a percent sign in quotes", showing(cremate, 0.5, `General" %"`), cremate, "0.5", ""},
		{"a percent sign escaped", showing(paved, 80, `0.0\%`), paved, "80", ""},
		{"a percent sign of a count", showing("makeshift_houses", 2, `0"%"`), "makeshift_houses", "", `ghi theo "%"`},
		{"three decimals", showing(income, 69.125, `0.000" triệu"`), income, "69.125", ""},
		{"a floor", showing(paved, 80, `"≥ "0`), paved, "ge 80", ""},
		{"about", showing(income, 69, `"khoảng "0`), income, "about 69", ""},
		{"rounded", showing(income, 69.04, `0.0" triệu"`), income, "", `hiện "69,0 triệu" nhưng đang giữ số 69,04`},
		{"scaled", showing(income, 69000000, `0,," triệu"`), income, "", `hiện "69 triệu"`},
		{"digits in the words", showing(income, 6, `0"9 triệu"`), income, "", `hiện "69 triệu"`},
		{"a text hidden", showing("clean_landscape", "Đạt", `;;;`), "clean_landscape", "", `đang giữ "Đạt"`},
		{"a text with its unit", showing(income, "69", `@" triệu"`), income, "69", ""},
		{"a text with a digit more", showing(income, "6", `@"9"`), income, "", `hiện "69"`},
	})
}

func TestRowsLongerThanTheirHead(t *testing.T) {
	for name, text := range map[string]string{
		"a comma that divides":   "Mã xã,Năm xét," + poverty + "," + paved + "\n16492,2023,5,2,\n",
		"more than one":          "Mã xã,Năm xét," + income + "," + poverty + "\n16492,2023,69,5,1,53\n",
		"a semicolon in a name":  "Mã xã;Xã;Năm xét;" + income + "\n16492;Quảng; Trung;2023;69\n",
		"only blanks behind it":  "Mã xã;Năm xét;" + income + "\n16492;2023;69;;\n",
		"a tabulator in a field": "Mã xã\tNăm xét\t" + income + "\n16492\t2023\t6\t9\n",
	} {
		if got, said := firstOf(t, writeTemp(t, "a.csv", []byte(text)), poverty); got != "" ||
			!strings.Contains(said, "không rõ số nào thuộc cột nào") {
			t.Errorf("%s: read %q, said %q", name, got, said)
		}
	}
}

// A value over several communes is none of theirs, in whichever row one looks.
func TestMergedOverCommunes(t *testing.T) {
	for _, tt := range []struct{ name, from, to, told string }{
		{"three communes", "D2", "D4", "gộp nhiều dòng"},
		{"two figures", "D2", "E2", "gộp nhiều cột"},
		{"a block", "D2", "E3", "gộp nhiều dòng"},
	} {
		f := excelize.NewFile()
		for i, row := range [][]any{{"Mã xã", "Năm xét", "Ghi chú", income, poverty}, {"16492", 2023, "", 69, 1.5},
			{"16495", 2023, "", nil, 2}, {"16498", 2023, "", nil, 2}} {
			must(f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
		}
		must(f.MergeCell("Sheet1", tt.from, tt.to))
		must(f.MergeCell("Sheet1", "C3", "C4")) // what is no figure may be
		var out bytes.Buffer
		must(f.Write(&out))
		all, wrong, _ := wideRead(t, writeTemp(t, "a.xlsx", out.Bytes()), 2023)
		rows := map[string]int{"D4": 3, "E2": 1, "E3": 2}[tt.to]
		if said := fullText(wrong); !strings.Contains(said, tt.told) || len(all) != 3-rows {
			t.Errorf("%s: %d read, said %q", tt.name, len(all), said)
		}
	}
}

// In a form too a value over two columns is neither's.
func TestMergedOverColumns(t *testing.T) {
	over := func(from, to string) func(formtest.BlankForm) {
		return func(b formtest.BlankForm) {
			typing(paved, 90)(b)
			must(b.File.MergeCell(layout.FigureSheet, b.Keyed(layout.FigureSheet, paved, from),
				b.Keyed(layout.FigureSheet, paved, to)))
		}
	}
	tryFaults(t, []fault{
		{"a rate and its count", over("ntm:value", "ntm:numerator"), paved, "", "gộp nhiều cột"},
		{"all three", over("ntm:value", "ntm:denominator"), paved, "", "gộp nhiều cột"},
		{"not over the value", over("ntm:note", "ntm:state"), paved, "90", ""},
	})
}

func TestTypedBesideTheCell(t *testing.T) {
	in := func(sheet, key, id string, value any) func(formtest.BlankForm) {
		return func(b formtest.BlankForm) { must(b.File.SetCellValue(sheet, b.Keyed(sheet, key, id), value)) }
	}
	tryFaults(t, []fault{
		{"a threshold", in(layout.FigureSheet, income, "ntm:nang-cao", 69), income, "", `"69" gõ ở cột "Mức nâng cao"`},
		{"merged with one", both(in(layout.FigureSheet, income, "ntm:kieu-mau", 69), func(b formtest.BlankForm) {
			must(b.File.MergeCell(layout.FigureSheet, b.Keyed(layout.FigureSheet, income, "ntm:kieu-mau"),
				valueCell(b, income)))
		}), income, "", `"69" gõ ở cột "Mức kiểu mẫu"`},
		{"as text", in(layout.FigureSheet, poverty, "ntm:ntm", "1,53 %"), poverty, "", "không phải ô màu vàng"},
		{"a threshold of all, as text", in(layout.FigureSheet, poverty, "ntm:ntm", "100 %"), poverty, "",
			`"100 %" gõ ở cột "Mức NTM"`},
		{"a floor, as text", in(layout.FigureSheet, paved, "ntm:nang-cao", "≥ 95 %"), paved, "", `"≥ 95 %" gõ ở cột`},
		{"a bound in words", in(layout.FigureSheet, income, "ntm:kieu-mau", "trên 70"), income, "",
			`"trên 70" gõ ở cột`},
		{"an answer over a rate", in(layout.FigureSheet, poverty, "ntm:nang-cao", "Đạt"), poverty, "",
			`"Đạt" gõ ở cột`},
		{"in the unit", in(layout.FigureSheet, poverty, "ntm:state", 1.53), poverty, "", `ở cột "Tình trạng"`},
		{"as text in place of a formula", in(layout.FigureSheet, income, "ntm:state", "69"), income, "",
			`ở cột "Tình trạng"`},
		{"behind the table", func(b formtest.BlankForm) {
			_, row := b.Head(layout.FigureSheet, income)
			must(b.File.SetCellValue(layout.FigureSheet, fmt.Sprintf("Q%d", row), "69"))
		}, income, "", `"69" gõ ngoài bảng`},
		{"beside an answer", in(layout.PlaceSheet, "date", "ntm:how", 45000), income, "", `ở cột "Cách ghi"`},
		{"in its place", typing(income, 69), income, "69", ""},
	})
}

func TestEvidenceThatBecameANumber(t *testing.T) {
	blank := formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.NTM), nil)
	for _, tt := range []struct {
		cited any
		codes []string
		want  string // nothing where it is asked about
	}{
		{1.3, []string{"1", "2", "3"}, "1 3"},
		{2.4, []string{"2", "4"}, "2 4"},
		{12.13, []string{"12", "13"}, "12 13"},
		{1.3, []string{"1", "3", "30"}, ""},
		{1.3, []string{"1"}, ""},
		{"1; 3", []string{"1", "3"}, "1 3"},
		{3, []string{"3"}, "3"},
		{1.3, []string{"1.3"}, "1.3"},
	} {
		path := typedForm(t, blank, func(b formtest.BlankForm) {
			typing(income, 69)(b)
			must(b.File.SetCellValue(layout.FigureSheet, b.Keyed(layout.FigureSheet, income, "ntm:evidence"), tt.cited))
			column, row := b.Head(layout.EvidenceSheet, "ntm:code")
			title, _ := b.Head(layout.EvidenceSheet, "ntm:title")
			for i, code := range tt.codes {
				must(b.File.SetCellValue(layout.EvidenceSheet, cellName(column, row+2+i), code))
				must(b.File.SetCellValue(layout.EvidenceSheet, cellName(title, row+2+i), "Báo cáo giả định"))
			}
		})
		one, err := Read(t.Context(), path, packs.Embedded())
		got := ""
		if err == nil {
			got = strings.Join(one.Report.Figures[0].Evidence, " ")
		} else if !strings.Contains(fullText(problem.Of(err)), "dấu chấm phẩy: 1; 3") {
			t.Error(err)
		}
		if got != tt.want {
			t.Errorf("%v of %v: %q, want %q", tt.cited, tt.codes, got, tt.want)
		}
	}
}

func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	must(err)
	return name
}

// One cause is one sentence with three examples.
func TestOneCauseIsToldOnce(t *testing.T) {
	blank := formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.NTM), nil)
	figures := func(b formtest.BlankForm, do func(i, row int)) {
		_, first := b.Head(layout.FigureSheet, "ntm:figure")
		for i, row := 0, first+1; row < first+80; row++ {
			key, err := b.File.GetCellValue(layout.FigureSheet, cellName(1, row))
			must(err)
			if entry := packs.Embedded().Figures[key]; entry != nil && entry.Unit == criteria.Percent {
				do(i, row)
				i++
			}
		}
	}
	value := func(b formtest.BlankForm, row int, v any) {
		column, _ := b.Head(layout.FigureSheet, "ntm:value")
		must(b.File.SetCellValue(layout.FigureSheet, cellName(column, row), v))
	}
	for name, fill := range map[string]func(b formtest.BlankForm){
		"a sorted sheet": func(b formtest.BlankForm) {
			name, _ := b.Head(layout.FigureSheet, "ntm:name")
			figures(b, func(_, row int) {
				value(b, row, 90)
				must(b.File.SetCellValue(layout.FigureSheet, cellName(name, row), "Thu nhập bình quân đầu người"))
			})
		},
		"a deleted sheet": func(b formtest.BlankForm) {
			column, _ := b.Head(layout.FigureSheet, "ntm:evidence")
			figures(b, func(i, row int) {
				value(b, row, 90)
				must(b.File.SetCellValue(layout.FigureSheet, cellName(column, row), fmt.Sprint(i+1)))
			})
			must(b.File.DeleteSheet(layout.EvidenceSheet))
		},
		"shares": func(b formtest.BlankForm) { figures(b, func(_, row int) { value(b, row, 0.9) }) },
		"units":  func(b formtest.BlankForm) { figures(b, func(_, row int) { value(b, row, "90 km") }) },
	} {
		_, err := Read(t.Context(), typedForm(t, blank, fill), packs.Embedded())
		if list := problem.Of(err); len(list) != 1 || !strings.Contains(list[0].Message, "chỗ khác, ví dụ ô ") {
			t.Errorf("%s: %d problems: %v", name, len(list), err)
		}
	}
}

func TestAsPeopleType(t *testing.T) {
	tryFaults(t, []fault{
		{"the sign of the đồng", typing(income, "69.000.000 ₫"), income, "69", ""},
		{"before the number", typing(income, "69.000.000₫"), income, "69", ""},
		{"houses by their word", typing("makeshift_houses", "2 căn"), "makeshift_houses", "2", ""},
		{"a point that ends it", typing(income, "69."), income, "69", ""},
		{"quoted", typing(income, `="69"`), income, "69", ""},
		{"another unit", typing("makeshift_houses", "2 km"), "makeshift_houses", "", `ghi theo "km"`},
	})
	for _, tt := range []struct{ file, text, want, told string }{
		{"a.csv", "Mã xã;Năm xét;" + income + "\n=\"16492\";2023;69\n", "69", ""},
		{"a.csv", "Mã xã;Năm xét;" + income + "\n16492.0;2023.0;69\n", "69", ""},
		{"a.yaml", "schema: ntm.report.v1\nyear: 2023\ncommune: {code: 16492.0}\nfigures:\n - id: " + income +
			"\n   value: 69,5\n", "69.5", ""},
		{"a.yaml", report + "figures: [{id: " + income + ", value: 69,5}]\n", "", "viết bằng dấu chấm"},
		{"a.yaml", report + "figures:\n - id: " + income + "\n   value: 69,500\n", "", "dấu chấm trước phần thập phân"},
	} {
		if got, said := firstOf(t, writeTemp(t, tt.file, []byte(tt.text)), income); got != tt.want ||
			!strings.Contains(said, tt.told) || tt.told == "" && said != "" {
			t.Errorf("%s: read %q, said %q", tt.text, got, said)
		}
	}
}

func TestThousandsCutByAMachine(t *testing.T) {
	line := func(source string, worth any) func(formtest.BlankForm) {
		return func(b formtest.BlankForm) {
			column, row := b.Head(layout.CapitalSheet, "ntm:source")
			value, _ := b.Head(layout.CapitalSheet, "ntm:worth")
			must(b.File.SetCellValue(layout.CapitalSheet, cellName(column, row+2), source))
			must(b.File.SetCellValue(layout.CapitalSheet, cellName(value, row+2), worth))
		}
	}
	total, people := commune.Total.Title(), commune.Source("people").Title()
	tryFaults(t, []fault{
		{"a line of capital", line(people, 2.5), "", "", "có thể đã gõ 2.500"},
		{"answered", line(people, "2,5 triệu"), "", "", ""},
		{"the whole", line(total, 538.336), "", "", "có thể đã gõ 538.336"},
		{"a line that may be", line(people, 412.3), "", "", ""},
		{"households", typing("poor_households_left_out", 2.5), "", "", "gõ lại 2500"},
	})
	const head = "Mã xã;Năm xét;" + income + "\n"
	if got, said := firstOf(t, writeTemp(t, "a.csv", []byte(head+"16492;2023;0.069\n")), income); got != "" ||
		!strings.Contains(said, "có thể đã gõ 69") {
		t.Errorf("read %q, said %q", got, said)
	}
}

// The smallest inputs of each fault, as they were found.
func TestFaultsAsTheyWereFound(t *testing.T) {
	for file, told := range map[string]string{
		"R1-formula-fraction.xlsx": "là 6,2 % hay 0,062 %",
		"R2-superscript.xlsx":      `bỏ qua "1" viết nhỏ`,
		"R3-literal-zeros.xlsx":    `hiện "69000"`,
		"R5-merged-over.xlsx":      "gộp nhiều dòng",
		"R6-typed-in-merged.xlsx":  `"69" gõ ở cột`,
	} {
		path := filepath.Join("../../testdata/faults", file)
		if _, err := os.Stat(path); err != nil {
			t.Fatal(err)
		}
		source, err := Open(t.Context(), path, packs.Embedded(), 0)
		if err != nil {
			if !strings.Contains(err.Error(), told) {
				t.Errorf("%s: %v", file, err)
			}
			continue
		}
		var said []string
		for row := range source.Rows {
			one, err := source.Read(row)
			if err != nil {
				said = append(said, err.Error())
			} else {
				said = append(said, fullText(one.Notes))
			}
		}
		_ = source.Close()
		if !strings.Contains(strings.Join(said, "\n"), told) {
			t.Errorf("%s: said %q", file, said)
		}
	}
}
