package blank

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// typeIn types values into the cells of a workbook as a person with another
// program would, and keeps no result of any formula.
const typeIn = `import json, sys, openpyxl
for path, cells in json.load(sys.stdin).items():
    book = openpyxl.load_workbook(path)
    for name, value in cells.items():
        sheet, cell = name.split("!")
        book[sheet][cell] = value
    book.save(path)
`

// results prints what the formulas of workbooks come to.
const results = `import json, sys, openpyxl
out = {}
for path in sys.argv[1:]:
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    out[path] = {s.title + "!" + c.coordinate: values[s.title][c.coordinate].value or ""
                 for s in formulas for row in s.iter_rows() for c in row if c.data_type == "f"}
json.dump(out, sys.stdout)
`

// computed types into forms and gives what LibreOffice makes of their formulas.
// forms are by name, typed by name and "sheet!cell".
func computed(t *testing.T, forms map[string][]byte, typed map[string]map[string]any) (ours,
	theirs map[string]map[string]any) {
	t.Helper()
	ours, theirs, _ = computedIn(t, forms, typed)
	return ours, theirs
}

// computedIn gives the files too that LibreOffice saved, by the names of the forms.
func computedIn(t *testing.T, forms map[string][]byte, typed map[string]map[string]any) (ours,
	theirs map[string]map[string]any, files map[string]string) {
	t.Helper()
	python := readers.Python(t, "openpyxl")
	dir := t.TempDir()
	read := []string{"-c", results}
	cells := map[string]map[string]any{}
	for name, data := range forms {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		read = append(read, path)
		cells[path] = map[string]any{}
		for cell, value := range typed[name] {
			cells[path][cell] = value
		}
	}
	parse := func(data []byte) map[string]map[string]any {
		var byPath map[string]map[string]any
		if err := json.Unmarshal(data, &byPath); err != nil {
			t.Fatal(err)
		}
		out := map[string]map[string]any{}
		for path, values := range byPath {
			out[strings.TrimSuffix(filepath.Base(path), ".xlsx")] = values
		}
		return out
	}
	ours = parse(readers.Run(t, nil, python, read...))
	input, err := json.Marshal(cells)
	if err != nil {
		t.Fatal(err)
	}
	readers.Run(t, input, python, "-c", typeIn)
	saved := readers.Save(t, readers.XLSX, filepath.Join(dir, "saved"), read[2:]...)
	files = map[string]string{}
	for _, path := range saved {
		files[strings.TrimSuffix(filepath.Base(path), ".xlsx")] = path
	}
	return ours, parse(readers.Run(t, nil, python, append(read[:2:2], saved...)...)), files
}

// The results that the form is written with are those that LibreOffice finds.
func TestResultsAreThoseOfOtherPrograms(t *testing.T) {
	testenv.LeftToWhole(t)
	none, err := layout.NewPlan(packs.Embedded(), 2026, criteria.KieuMau, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	idle := formtest.PlanFor(t, 2023, criteria.KieuMau)
	if idle, err = layout.NewPlan(packs.Embedded(), 2023, criteria.NTM, idle.Place,
		[]criteria.Trait{criteria.NoCraftVillage, criteria.NoCemetery}); err != nil {
		t.Fatal(err)
	}
	odd := formtest.Invented(t, "../../../testdata")
	for i := range odd.Figures {
		odd.Figures[i].Year = []int{0, 2022, 2024}[i%3]
		switch m := odd.Figures[i].Measure.(type) {
		case commune.Number:
			if i%4 == 1 && m.Word == "" {
				odd.Figures[i].Measure = commune.Amount{Decimal: m.Decimal, Bound: "gt", Words: "trên " + m.String()}
			}
			if i%2 == 0 && m.Word == "" {
				odd.Figures[i].Measure = commune.Number{Decimal: m.Shift(3)}
			}
		case commune.Rate:
			if i%5 == 0 {
				odd.Figures[i].Measure = commune.Rate{Numerator: m.Denominator, Denominator: m.Numerator}
			}
		}
	}
	left := commune.Number{Decimal: decimal.NewFromInt(20)}
	odd.Figures = append(odd.Figures, commune.Figure{ID: formtest.LeftOutFigure, Measure: left, Year: 2024})
	ours, theirs := computed(t, testenv.Sample(t, map[string][]byte{
		"blank": formtest.Template(t, Write, formtest.PlanFor(t, 2023, criteria.KieuMau), nil),
		"carried": formtest.Template(t, Write, formtest.PlanFor(t, 2024, criteria.KieuMau),
			formtest.Invented(t, "../../../testdata")),
		"odd":  formtest.Template(t, Write, formtest.PlanFor(t, 2023, criteria.NangCao), odd),
		"none": formtest.Template(t, Write, none, nil),
		"idle": formtest.Template(t, Write, idle, nil),
	}, "idle", "odd"), nil)
	shown := map[string]bool{}
	for name, cells := range ours {
		if len(cells) < 100 {
			t.Errorf("%s has only %d formulas", name, len(cells))
		}
		for cell, ours := range cells {
			if theirs := theirs[name][cell]; !same(theirs, ours) {
				t.Errorf("%s %s: %v is written, LibreOffice finds %v", name, cell, ours, theirs)
			}
			if strings.HasPrefix(cell, layout.FigureSheet) {
				shown[fmt.Sprint(ours)] = true
			}
		}
	}
	for _, l := range stateLooks {
		if !shown[l.Word] {
			t.Errorf("no figure is in the state %q", l.Word)
		}
	}
}

// The form answers what is typed: the states of figures, the meter, the sums of
// the capital, the rates of the poll.
func TestAnswersWhatIsTyped(t *testing.T) {
	testenv.LeftToWhole(t)
	const poverty, income, grade, declared = "multidimensional_poverty_rate", "income_per_capita",
		"disaster_readiness_grade", "commune_master_plan"
	type cells = map[string]any
	plan := formtest.PlanFor(t, 2023, criteria.KieuMau)
	plan.Groups = slices.DeleteFunc(plan.Groups,
		func(g layout.Group) bool { return !slices.Contains([]string{"1", "3", "10", "11"}, g.No) })
	data := formtest.Template(t, Write, plan, nil)
	b := formtest.NewBlankForm(t, data)
	forms, typed, wanted := map[string][]byte{}, map[string]cells{}, map[string]cells{}
	add := func(name string, in, want cells) { forms[name], typed[name], wanted[name] = data, in, want }
	round, filled := map[string]int{}, map[string]int{} // a form has one case of each figure
	type answer struct {
		figure string
		cells  cells
		want   string
	}
	answers := []answer{
		{income, cells{"value": 69}, stateGiven},
		{income, cells{"value": 69, "year": 2023}, stateGiven},
		{income, cells{"value": 69, "year": 2022}, stateOld},
		{income, cells{"value": 69000}, stateOdd},
		{income, cells{"value": "69,0"}, stateWords},
		{income, cells{"value": "trên 70 triệu đồng"}, stateWords},
		{income, cells{"value": "trên 70", "year": 2022}, stateOld},
		{income, cells{"value": -1}, stateWrong},
		{income, cells{"value": 69, "year": "năm ngoái"}, stateWrong},
		{income, cells{"year": 2022}, stateMissing},
		{poverty, cells{"value": 1.53}, stateGiven},
		{poverty, cells{"value": 0}, stateGiven},
		{poverty, cells{"value": 153}, stateOdd},
		{poverty, cells{"value": "dưới 2 %"}, stateWords},
		{poverty, cells{"numerator": 31, "denominator": 2026}, stateGiven},
		{poverty, cells{"numerator": 0, "denominator": 2026}, stateGiven},
		{poverty, cells{"numerator": 31}, stateWrong},
		{poverty, cells{"denominator": 2026}, stateWrong},
		{poverty, cells{"numerator": 2027, "denominator": 2026}, stateWrong},
		{poverty, cells{"numerator": 0, "denominator": 0}, stateWrong},
		{poverty, cells{"numerator": "31 hộ", "denominator": 2026}, stateWrong},
		{poverty, cells{"value": 1.53, "numerator": 31, "denominator": 2026}, stateWrong},
		{formtest.LeftOutFigure, cells{"value": 20}, stateExtra}, // not required: the meter stays as it is
		{formtest.LeftOutFigure, cells{"value": 20, "year": 2022}, stateOld},
		{formtest.LeftOutFigure, cells{"value": -1}, stateWrong},
		{formtest.LeftOutFigure, cells{"year": 2023}, stateFree},
		{grade, cells{"value": "khá"}, stateGiven},
		{grade, cells{"value": "giỏi"}, stateWrong},
		{declared, cells{"value": "Đạt"}, stateGiven},
		{declared, cells{"value": "Chưa đạt"}, stateGiven},
		{declared, cells{"value": 1}, stateWrong},
	}
	if few := testenv.Some(t, 4, len(answers)); few < len(answers) {
		answers = slices.Concat(answers[2:3], answers[18:19], answers[22:23], answers[27:28], answers[29:30])
	}
	for _, tt := range answers {
		name := fmt.Sprintf("round-%d", round[tt.figure])
		round[tt.figure]++
		if forms[name] == nil {
			add(name, cells{}, cells{})
		}
		for id, value := range tt.cells {
			typed[name][layout.FigureSheet+"!"+b.Keyed(layout.FigureSheet, tt.figure, "ntm:"+id)] = value
		}
		wanted[name][layout.FigureSheet+"!"+b.Keyed(layout.FigureSheet, tt.figure, "ntm:state")] = tt.want
		if slices.Contains(areGiven, tt.want) && tt.figure != formtest.LeftOutFigure {
			filled[name]++
		}
		wanted[name][meter(b)] = blankIfZero(filled[name])
	}
	add("sections", cells{
		layout.ArrearsSheet + "!" + b.Keyed(layout.ArrearsSheet, "arrears", "ntm:answer"):    "Không",
		layout.SecuritySheet + "!" + b.Keyed(layout.SecuritySheet, "security", "ntm:answer"): "Đạt",
		b.Row(layout.SmartSheet, "ntm:smart_village", 0):                                     "Thôn Giả Định",
		b.Row(layout.TitleSheet, "ntm:level", 0):                                             "Xã nông thôn mới",
		b.Row(layout.TitleSheet, "ntm:title_year", 0):                                        2015,
		b.Row(layout.PollSheet, "ntm:forms_out", 0):                                          200,
		b.Row(layout.PollSheet, "ntm:forms_back", 0):                                         190,
		b.Row(layout.PollSheet, "ntm:satisfied", 0):                                          171,
		b.Row(layout.PollSheet, "ntm:forms_out", 1):                                          100,
		b.Row(layout.PollSheet, "ntm:forms_back", 1):                                         110,
		b.Row(layout.PollSheet, "ntm:satisfied", 1):                                          90,
		b.Row(layout.CapitalSheet, "ntm:worth", 0):                                           1500,
		// the first source's money
		b.Row(layout.CapitalSheet, "ntm:quantity", 8):   200,
		b.Row(layout.CapitalSheet, "ntm:unit_price", 8): 0.25,
	}, cells{
		meter(b):                                         6.0,
		b.Row(layout.PollSheet, "ntm:rate", 0):           0.9,
		b.Row(layout.PollSheet, "ntm:rate", 1):           stateWrong,
		b.Row(layout.PollSheet, "ntm:rate", 2):           "",
		b.Row(layout.PollSheet, "ntm:rate", 3):           "",
		b.Row(layout.CapitalSheet, "ntm:sum", 0):         1500.0,
		b.Row(layout.CapitalSheet, "ntm:sum", 8):         50.0,
		b.Row(layout.CapitalSheet, "ntm:share", 8):       50.0 / 1550,
		above(b, layout.CapitalSheet, "ntm:quantity", 3): 1550.0,
		above(b, layout.CapitalSheet, "ntm:quantity", 1): "chưa ghi tổng số theo báo cáo",
	})
	stated := map[float64]string{1500: "khớp", 1499.5: "lệch nhau, xem lại"}
	if !testenv.Whole() {
		delete(stated, 1500)
	}
	for total, says := range stated {
		at := b.Row(layout.CapitalSheet, "ntm:worth", len(capitalRows())+layout.CapitalTable.Rows)
		add(fmt.Sprintf("stated-%v", total), cells{b.Row(layout.CapitalSheet, "ntm:worth", 0): 1500, at: total},
			cells{above(b, layout.CapitalSheet, "ntm:quantity", 1): says, above(b, layout.CapitalSheet,
				"ntm:quantity", 3): 1500.0,
				meter(b): 1.0})
	}
	_, theirs := computed(t, forms, typed)
	for name, want := range wanted {
		for cell, want := range want {
			if got := theirs[name][cell]; !same(got, want) {
				t.Errorf("%s, typed %v: %s is %v, want %v", name, typed[name], cell, got, want)
			}
		}
	}
}

// same compares results; LibreOffice writes 15 digits of a number.
func same(a, b any) bool {
	x, isNumber := a.(float64)
	y, isToo := b.(float64)
	if isNumber && isToo {
		return fmt.Sprintf("%.12g", x) == fmt.Sprintf("%.12g", y)
	}
	return a == b
}

func blankIfZero(n int) any {
	if n == 0 {
		return "" // as the script prints it
	}
	return float64(n)
}

// meter is the cell that says how much is filled in.
func meter(b formtest.BlankForm) string {
	_, row, _ := excelize.CellNameToCoordinates(b.Find(layout.GuideSheet, meterTitle))
	return layout.GuideSheet + "!" + draw.Ref(2, row)
}

// above is the cell so many rows above a table's ids.
func above(b formtest.BlankForm, sheet, id string, n int) string {
	column, head := b.Head(sheet, id)
	return sheet + "!" + draw.Ref(column, head-n)
}
