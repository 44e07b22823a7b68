package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
	"ntm/internal/yamldoc"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
)

var wideDay = time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC)

// wideBlank is the blank sheet of two communes, as a workbook and as a CSV.
func wideBlank(t *testing.T) (xlsx, csv []byte) {
	t.Helper()
	var communes []places.Unit
	for _, code := range []string{"16492", "16495"} {
		p, err := places.On(wideDay).Lookup(places.Query{Code: code})
		if err != nil {
			t.Fatal(err)
		}
		communes = append(communes, p)
	}
	plan, err := layout.NewPlan(packs.Embedded(), 2023, criteria.KieuMau, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var book, again, text bytes.Buffer
	for _, out := range []*bytes.Buffer{&book, &again} {
		if err := blank.WriteWide(out, plan, communes, wideDay); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(book.Bytes(), again.Bytes()) {
		t.Error("written twice, the workbook differs")
	}
	if err := blank.WriteWideCSV(&text, plan, communes); err != nil {
		t.Fatal(err)
	}
	return book.Bytes(), text.Bytes()
}

// wideRead reads every row of a wide sheet.
func wideRead(t *testing.T, path string, year int) (all []*Reading, wrong, notes problem.List) {
	t.Helper()
	wide, err := Open(t.Context(), path, packs.Embedded(), year)
	if err != nil || !wide.Many() {
		t.Fatalf("%s is no wide sheet: %v", path, err)
	}
	defer wide.Close() //nolint:errcheck // read only
	notes = wide.Notes
	wide.Rows(func(row Row) bool {
		r, err := wide.Read(row)
		if err != nil {
			wrong = append(wrong, problem.Of(err)...)
			return true
		}
		all, notes = append(all, r), append(notes, r.Notes...)
		return true
	})
	return all, wrong, notes
}

func writeTemp(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Nothing was filled in, so nothing is known: no zero, no "không".
func TestWideBlank(t *testing.T) {
	xlsx, csv := wideBlank(t)
	for name, data := range map[string][]byte{"a.xlsx": xlsx, "a.csv": csv} {
		all, wrong, notes := wideRead(t, writeTemp(t, name, data), 0)
		if len(all) != 2 || len(wrong)+len(notes) > 0 {
			t.Fatalf("%s: %d rows, %v, %v", name, len(all), wrong, notes)
		}
		for i, code := range []string{"16492", "16495"} {
			want := &commune.Report{Schema: commune.Schema, Year: 2023, Commune: commune.Where{Code: code}}
			if diff := cmp.Diff(want, all[i].Report, cmpopts.IgnoreTypes(problem.Pos{})); diff != "" {
				t.Errorf("%s, row %d:\n%s", name, i, diff)
			}
		}
	}
	if !bytes.HasPrefix(csv, []byte("\ufeffntm:code;ntm:name;")) ||
		bytes.Count(csv, []byte("\r\n")) != bytes.Count(csv, []byte("\n")) {
		t.Errorf("Excel on a Vietnamese Windows would not open it: %.40q", csv)
	}
}

const wideFill = `import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["Số liệu các xã"]
columns = {cell.value: cell.column for cell in sheet[1]}
row = next(r for r in range(5, 40) if sheet.cell(r, columns["ntm:code"]).value == "16492")
for id, value in json.load(sys.stdin).items():
    sheet.cell(row, columns[id]).value = value
book.save(sys.argv[2])
`

// The figures of the invented commune, lent to a real row and typed in by
// another program, read as from a report document; again when LibreOffice has
// saved the workbook.
func TestWideFilledByOtherPrograms(t *testing.T) {
	testenv.LeftToWhole(t)
	python := readers.Python(t, "openpyxl")
	readers.NeedLibreOffice(t)
	var want commune.Report
	if err := yamldoc.Read("../../testdata/xa-gia-dinh-2023.yaml", &want); err != nil {
		t.Fatal(err)
	}
	want = commune.Report{Schema: want.Schema, Year: want.Year, Commune: commune.Where{Code: "16492"},
		Figures: want.Figures, Arrears: want.Arrears,
		Security: want.Security, SmartVillage: want.SmartVillage, OutstandingFields: want.OutstandingFields,
		Traits: []criteria.Trait{criteria.NoCemetery, criteria.SafeZone}}
	want.Security.Evidence, want.SmartVillage.Evidence = nil, nil
	typed := map[string]any{
		"ntm:traits": "không có nghĩa trang, cơ sở hỏa táng; safe_zone", "construction_arrears": 0,
		"security_standard": "Đạt",
		"smart_villages":    strings.Join(want.SmartVillage.Villages, "; "),
	}
	var fields []string
	for i := range want.OutstandingFields {
		want.OutstandingFields[i].Evidence = nil
		fields = append(fields, want.OutstandingFields[i].Name)
	}
	typed["outstanding_fields"] = strings.Join(fields, "\n")
	for i := range want.Figures {
		f := &want.Figures[i]
		f.Evidence, f.Note, f.Year = nil, "", 0
		typed[f.ID] = typedIn(f)
	}
	input, err := json.Marshal(typed)
	if err != nil {
		t.Fatal(err)
	}
	xlsx, _ := wideBlank(t)
	blank := writeTemp(t, "trong.xlsx", xlsx)
	filled := filepath.Join(filepath.Dir(blank), "ghi.xlsx")
	readers.Run(t, input, python, "-c", wideFill, blank, filled)
	same := []cmp.Option{cmpopts.IgnoreTypes(problem.Pos{}), cmp.Comparer(decimal.Decimal.Equal),
		cmpopts.SortSlices(func(a, b commune.Figure) bool { return a.ID < b.ID })}
	for _, path := range []string{filled, readers.Save(t, readers.XLSX, t.TempDir(), filled)[0]} {
		all, wrong, notes := wideRead(t, path, 0)
		if len(all) != 2 || len(wrong)+len(notes) > 0 {
			t.Fatalf("%s: %d rows, %v, %v", path, len(all), wrong, notes)
		}
		if diff := cmp.Diff(&want, all[0].Report, same...); diff != "" {
			t.Errorf("%s:\n%s", path, diff)
		}
	}
}

// typedIn is a figure as a person types it into its cell.
func typedIn(f *commune.Figure) any {
	switch m := f.Measure.(type) {
	case commune.Answer:
		return map[bool]string{true: "Đạt", false: "Chưa đạt"}[bool(m)]
	case commune.Rate:
		return strings.ReplaceAll(vi.Number(m.Numerator)+" / "+vi.Number(m.Denominator), ".", " ")
	case commune.Number:
		if m.Word == "" {
			return m.InexactFloat64() // as the program keeps what is typed
		}
		return m.Word
	}
	return nil
}

// What people make of the sheet, as a CSV; "|" is what parts the columns.
func TestWideAsPeopleMakeIt(t *testing.T) {
	const head = "Mã xã|Xã|Tỉnh|Thu nhập bình quân đầu người|clean_landscape\n"
	for _, tt := range []struct {
		name, text string
		year       int
		rows       []string // the figures read: code, then values
		said       []string // parts of the problems and notes, in their order
	}{
		{"heads by name and by id, columns of their own",
			"TT|Tên xã|Tỉnh|Ghi chú|THU NHAP BINH QUAN DAU NGUOI\n1|Quảng Trung|Thanh Hóa|gấp|69,5\n", 2023,
			[]string{"16492 69.5"}, nil},
		{"a title above the heads", "BẢNG SỐ LIỆU||||\n||||\n" + head + "16492||| 69 |x\n", 2023,
			[]string{"16492 69 true"}, []string{`E4: "x" được đọc là Đạt`}},
		{"further rows of heads", "ntm:code|income_per_capita\nMã xã|Thu nhập bình quân đầu người (triệu " +
			"đồng/người/năm)\nĐơn vị|triệu đồng/người/năm\n16492|69\n", 2023, []string{"16492 69"}, nil},
		{"a year of its own", "Mã xã|Năm xét|income_per_capita\n16492|2022|60\n16492|2023|69\n", 0,
			[]string{"16492 60", "16492 69"}, nil},
		{"no year", "Mã xã|income_per_capita\n16492|60\n", 0, nil, []string{"A2: chưa biết năm xét"}},
		{"a year that is none", "Mã xã|Năm xét|income_per_capita\n16492|năm nay|60\n", 2023, nil,
			[]string{"B2: đọc thấy \"năm nay\""}},
		{"a zero lost from the code, the name confirms it", "Mã xã|Xã|Tỉnh|income_per_capita\n382|Minh Trí|Hà " +
			"Nội|60\n", 2023, []string{"00382 60"}, nil},
		{"a zero lost from the code, and another name", "Mã xã|Xã|Tỉnh|income_per_capita\n382|Bắc Sơn|Hà Nội|60\n",
			2023, nil, []string{"A2: mã 00382"}},
		{"the code of one, the name of another", head + "16492|Quảng Bình|Thanh Hóa|60|\n", 2023, nil,
			[]string{"A2: mã 16492"}},
		{"above the heads", "16492|||69|\n" + head + "16495|||60|\n", 2023, []string{"16495 60"},
			[]string{"A1: dòng này đứng trên dòng tiêu đề"}},
		{"heads again", head + "16492|||60|\n" + head + "16495|||61|\n", 2023, []string{"16492 60", "16495 61"}, nil},
		{"heads again in another order", "Mã xã|income_per_capita|ocop_products\n16492|60|2\nMã " +
			"xã|ocop_products|income_per_capita\n", 2023, []string{"16492 60 2"}, []string{"B3: tiêu đề lặp lại"}},
		{"another unit", "Mã xã|income_per_capita\nĐơn vị|đồng/người/năm\n16492|60\n", 2023, []string{"16492 60"},
			[]string{"B2: đơn vị của cột"}},
		{"more cells than heads", "Mã xã|income_per_capita\n16492|1|53\n", 2023, nil,
			[]string{"C2: dòng này có 3 ô, dòng tiêu đề có 2"}},
		{"no villages by name", "Mã xã|smart_villages|income_per_capita\n16492|không có thôn nào|60\n16495|3 " +
			"thôn|60\n16498|không|60\n", 2023, []string{"16498 60"}, []string{"B2: ", "B3: "}},
		{"arrears not met", "Mã xã|construction_arrears|income_per_capita\n16492|Chưa đạt|60\n", 2023, nil,
			[]string{"B2: "}},
		{"in đồng", head + "16492|||69000000|\n", 2023, nil, []string{"D2: đọc thấy 69.000.000, quá lớn"}},
		{"the name of two", head + "|Quảng Trung||60|\n", 2023, nil, []string{"B2: "}},
		{"nobody's figures", head + "|||60|\n", 2023, nil,
			[]string{"A2: dòng này có số liệu nhưng không ghi là của xã nào"}},
		{"twice", head + "16492|||60|\n||||\n16492|||61|\n", 2023, []string{"16492 60"},
			[]string{"A4: xã mã 16492 năm 2023 đã có ở dòng 2"}},
		{"all that is wrong at once, the others go on", head + "99999|||tăng 84|có lẽ\n16492|||-|chưa\n", 2023,
			[]string{"16492 false"}, []string{"A2: không có đơn vị nào", "D2: ", "E2: "}},
		{"no figure of ours", "Mã xã|Thu nhâp|income_per_capita\n16492|69|70\n", 2023, []string{"16492 70"},
			[]string{`B1: cột "Thu nhâp" không phải`}},
		{"a column without a head", "Mã xã|income_per_capita||ocop_products\n16492|69|70|1\n", 2023,
			[]string{"16492 69 1"}, []string{"C2: cột này không có tiêu đề"}},
		{"a share of the households alone", "Mã xã|income_per_capita|Số hộ được lấy ý kiến\n16492|69|71%\n", 2023,
			[]string{"16492 69"}, []string{"C2: có số hộ được lấy ý kiến nhưng chưa có tỷ lệ hài lòng"}},
		{"the poll in two columns that differ", "Mã xã|income_per_capita|Tỷ lệ hài lòng|Số hộ được lấy ý kiến\n" +
			"16492|69|1300/1350|1340/1900\n", 2023, nil, []string{"D2: số phiếu thu về ở đây là 1.340"}},
		{"more than all are satisfied", "Mã xã|income_per_capita|Tỷ lệ hài lòng\n16492|69|120\n", 2023, nil,
			[]string{"C2: "}},
		{"a title without its year", "Mã xã|income_per_capita|Năm công nhận NTM\n16492|69|có\n16495|69|15\n", 2023, nil,
			[]string{"C2: đọc thấy \"có\"", "C3: đọc thấy \"15\""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, delimiter := range []string{";", "\t"} {
				path := writeTemp(t, "gia-dinh.csv", []byte(strings.ReplaceAll(tt.text, "|", delimiter)))
				all, wrong, notes := wideRead(t, path, tt.year)
				var rows []string
				for _, r := range all {
					row := r.Report.Commune.Code
					for _, f := range r.Report.Figures {
						row += fmt.Sprint(" ", f.Measure)
					}
					rows = append(rows, row)
				}
				if diff := cmp.Diff(tt.rows, rows); diff != "" {
					t.Errorf("read (-want +got):\n%s", diff)
				}
				said := slices.Concat(wrong, notes)
				if len(said) != len(tt.said) {
					t.Fatalf("said %v, want %q", said, tt.said)
				}
				for i, want := range tt.said {
					if got := said[i].Cell + ": " + said[i].Message; !strings.HasPrefix(got, want) {
						t.Errorf("said %q, want %q", got, want)
					}
				}
			}
		})
	}
}

func TestWideSections(t *testing.T) {
	const head = "Mã xã;Đặc điểm;construction_arrears;security_standard;" +
		"smart_villages;outstanding_fields;income_per_capita\n"
	for row, want := range map[string]string{
		";0;x;;": `{"arrears":[],"security":{"met":true}}`,
		";không nợ;chưa;không;0": `{"arrears":[],"security":{"met":false},"smart_village":{"villages":[]},` +
			`"outstanding_fields":[]}`,
		";không;không đạt;không;không": `{"arrears":[],"security":{"met":false},` +
			`"smart_village":{"villages":[]},"outstanding_fields":[]}`,
		";1;1;Thôn 1;Du lịch; ": `{"arrears":[{"work":"Theo bảng tổng hợp các xã",` +
			`"owed":1}],"security":{"met":true},"smart_village":{"villages":["Thôn 1"]},` +
			`"outstanding_fields":[{"name":"Du lịch"}]}`,
		`;;;"Thôn 1; Thôn 2;";"Du lịch` + "\nY tế\"": `{"smart_village":{"villages":["Thôn 1","Thôn 2"]},` +
			`"outstanding_fields":[{"name":"Du lịch"},{"name":"Y tế"}]}`,
		`"safe_zone, THUỘC HUYỆN NGHÈO";;;;`: `{"traits":["safe_zone","poor_district"]}`,
		";;;-;chưa có":       `{}`,
		";có;;;":             "!",
		";;;2;":              "!",
		";;;;có":             "!",
		"huyện giàu;;;;":     "!",
		";;;Thôn 1, thôn 1;": `{"smart_village":{"villages":["Thôn 1, thôn 1"]}}`,
		";;;Thôn 1; thôn 1": `{"smart_village":{"villages":["Thôn 1"]},` +
			`"outstanding_fields":[{"name":"thôn 1"}]}`,
		`;;;"Thôn 1; thôn 1"`: "!",
	} {
		all, wrong, _ := wideRead(t, writeTemp(t, "gia-dinh.csv", []byte(head+"16492;"+row+"\n")), 2023)
		if want == "!" {
			if len(wrong) == 0 {
				t.Errorf("%q was read", row)
			}
			continue
		}
		if len(all) != 1 {
			t.Errorf("%q: %v", row, wrong)
			continue
		}
		text, err := all[0].Report.JSON()
		if err != nil {
			t.Fatal(err)
		}
		var got, expected map[string]any
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatal(err)
		}
		delete(got, "schema")
		delete(got, "commune")
		delete(got, "year")
		if err := json.Unmarshal([]byte(want), &expected); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(expected, got); diff != "" {
			t.Errorf("%q:\n%s", row, diff)
		}
	}
}

func TestWhatIsNoWideSheet(t *testing.T) {
	for text, want := range map[string]string{
		"Họ và tên;Điện thoại\nA;1\n": "không thấy dòng tiêu đề của bảng " +
			"tổng hợp",
		"Mã xã;Xã\n16492;Quảng Trung\n": "không thấy dòng tiêu đề của bảng " +
			"tổng hợp",
		"Mã xã;income_per_capita;Thu nhập bình quân đầu người\n16492;1;2\n": `cột "Thu nhập bình quân đầu người" ` +
			`có hai lần (lần trước ở ô B1)`,
	} {
		_, err := Open(t.Context(), writeTemp(t, "gia-dinh.csv", []byte(text)), packs.Embedded(), 2023)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// A wide sheet as other programs keep it: numbers as numbers, percentages as
// their hundredths, dates where two counts were typed.
func TestWideCellsOfAWorkbook(t *testing.T) {
	w := &wide{lib: packs.Embedded(), year: 2023, book: &read.Book{File: "gia-dinh.xlsx"},
		sheet: &read.Sheet{Name: layout.WideSheet}}
	index := layout.WideIndex(w.lib)
	for _, tt := range []struct {
		id   string
		cell read.Cell
		want string // the value, or the problem
	}{
		{"income_per_capita", read.Cell{Kind: read.Number, Text: "69.5"}, "69.5"},
		{"multidimensional_poverty_rate", read.Cell{Kind: read.Number, Text: "1.5299999999999999E-2",
			Shown: read.Percent}, "1.53"},
		{"multidimensional_poverty_rate", read.Cell{Kind: read.Number, Text: "46357", Shown: read.Date},
			"ô này đang giữ một ngày"},
		{"income_per_capita", read.Cell{Kind: read.Error, Text: "#REF!"}, "ô này báo lỗi #REF!"},
		{"construction_arrears", read.Cell{Kind: read.Uncomputed, Formula: true},
			"ô này có công thức nhưng chưa có kết quả"},
		{"smart_villages", read.Cell{Kind: read.Text, Text: "Th«n 1", Font: read.TCVN3},
			"đọc thấy \"Th«n 1\", viết bằng bảng mã cũ"},
	} {
		w.heads, w.columns = []string{"Mã xã", tt.id}, []*layout.WideColumn{index[layout.WideCode], index[tt.id]}
		row := w.row(read.Row{Number: 5, Cells: []read.Cell{{Kind: read.Text, Text: "16492"}, tt.cell}})
		r, err := w.read(row)
		switch {
		case err != nil:
			if p := problem.Of(err)[0]; !strings.HasPrefix(p.Message, tt.want) || p.Cell != "B5" ||
				p.Sheet != layout.WideSheet {
				t.Errorf("%+v: %v, want %q", tt.cell, p, tt.want)
			}
		case len(r.Report.Figures) != 1 || fmt.Sprint(r.Report.Figures[0].Measure) != tt.want:
			t.Errorf("%+v: %+v, want %s", tt.cell, r.Report.Figures, tt.want)
		}
	}
}
