package form

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"pgregory.net/rapid"
)

// inG9 is a cell at G9 of the sheet of figures.
func inG9(kind read.Kind, text string) given {
	return given{Cell: read.Cell{Kind: kind, Text: text},
		at: problem.Pos{File: "f.xlsx", Sheet: layout.FigureSheet, Cell: "G9"}}
}

// Codes of evidence as people cite them, and those that are not listed.
func TestCitedCodes(t *testing.T) {
	numbers := []string{"1", "2", "3", "4", "5", "12"}
	for _, tt := range []struct {
		text  string
		kind  read.Kind
		known []string
		want  string
		wrong string // in what is refused
		notes int
	}{
		{"1", read.Text, numbers, "1", "", 0}, {"1; 2", read.Text, numbers, "1 2", "", 0},
		{"1,2", read.Text, numbers, "1 2", "", 0},
		{"1 và 3", read.Text, numbers, "1 3", "", 0}, {"1\n2", read.Text, numbers, "1 2", "", 0},
		{"1; 1", read.Text, numbers, "1", "", 0}, {"2-4", read.Text, numbers, "2 3 4", "", 0},
		{"2 – 4; 1", read.Text, numbers,
			"2 3 4 1", "", 0},
		{"1;", read.Text, numbers, "1", "", 0}, {"", read.Text, numbers, "", "", 0},
		{"TB-thu-nhap", read.Text, []string{"tb-thu-nhap"}, "tb-thu-nhap", "", 0},
		{"1-3", read.Text, []string{"1-3", "1"}, "1-3", "", 0}, // a code of its own before a span
		{"6", read.Text, numbers, "", `không có minh chứng nào số "6"`, 0},
		{"4-6", read.Text, numbers, "4 5", `không có minh chứng nào số "6"`, 0},
		{"4-2", read.Text, numbers, "", `đọc thấy "4-2"`, 0},
		{"xem phụ lục", read.Text, numbers, "", "không có minh chứng nào", 0},
		// what Excel makes a number of
		{"12", read.Number, numbers, "12", "", 0}, {"1.3", read.Number, numbers, "1 3", "", 1},
		{"1.6", read.Number, numbers, "", "đọc thấy số 1,6", 0}, {"9.3", read.Number, numbers, "",
			"đọc thấy số 9,3", 0},
		{"1.3", read.Number, append([]string{"30"}, numbers...), "", "đọc thấy số 1,3", 0}, // 1 and 3, or 1 and 30
	} {
		var d cellReader
		got := d.cites(inG9(tt.kind, tt.text), tt.known)
		if strings.Join(got, " ") != tt.want || len(d.notes) != tt.notes || (tt.wrong == "") != (len(d.problems) == 0) {
			t.Errorf("%q cites %q, want %s: %v, %v", tt.text, got, tt.want, d.problems, d.notes)
			continue
		}
		for _, p := range d.problems {
			if !strings.Contains(p.Message, tt.wrong) || p.Cell != "G9" || p.Hint == "" {
				t.Errorf("%q: %s", tt.text, p.Note())
			}
		}
	}
	d := cellReader{unlisted: true}
	if d.cites(inG9(read.Text, "1"), nil); len(d.problems) != 1 || !strings.Contains(d.problems[0].Message,
		"không còn trang tính") {
		t.Errorf("without the sheet of the evidence: %v", d.problems)
	}
}

// What a cell cites under other names are the codes that it cites, each under its name.
func TestCitingUnderOtherNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		codes := rapid.SliceOfN(rapid.SampledFrom([]string{"1", "2", "12", "YT1", "tb"}), 1, 5).Draw(t, "codes")
		text := strings.Join(codes, rapid.SampledFrom([]string{"; ", ",", "\n", " và "}).Draw(t, "apart"))
		renamed := map[string]string{}
		for _, code := range codes {
			if rapid.Bool().Draw(t, "rename "+code) {
				renamed[vi.FoldTone(code)] = "X" + code
			}
		}
		value, changed := Citing(text, renamed)
		if changed != (len(renamed) > 0) || !changed && value != any(text) {
			t.Fatalf("%q with %v became %q, %t", text, renamed, value, changed)
		}
		for i, code := range Codes(value) {
			want := codes[i]
			if other := renamed[vi.FoldTone(want)]; other != "" {
				want = other
			}
			if code != want {
				t.Fatalf("%q with %v became %q", text, renamed, value)
			}
		}
		if got := Codes(value); len(got) != len(codes) {
			t.Fatalf("%q with %v became %q", text, renamed, value)
		}
	})
}

// Satisfaction by question: what is asked, a colon, a rate.
func TestRatesByQuestion(t *testing.T) {
	for _, tt := range []struct{ text, want, wrong string }{
		{"Giao thông: 98,2", "Giao thông=98.2", ""},
		{"Giao thông: 98,2; Điện: 99", "Giao thông=98.2 Điện=99", ""},
		{"Câu 1: điện: 98 %", "Câu 1: điện=98", ""},
		{"Điện: trên 97 %", "Điện=gt97", ""},
		{"", "", ""}, {"-", "", ""},
		{"Giao thông 98,2", "", `đọc thấy "Giao thông 98,2"`}, {": 98", "", `đọc thấy ": 98"`},
		{"Điện: cao", "", "cao"}, {"Điện: 101", "", "101"},
	} {
		r := &reader{lib: packs.Embedded(), report: &commune.Report{Year: 2023}}
		var got []string
		for _, q := range r.pollQuestions(inG9(read.Text, tt.text)) {
			got = append(got, q.Text+"="+string(q.Rate.Bound)+q.Rate.String())
		}
		said := ""
		for _, p := range r.problems {
			said += p.Message
		}
		if strings.Join(got, " ") != tt.want || (tt.wrong == "") != (said == "") || !strings.Contains(said, tt.wrong) {
			t.Errorf("%q is read as %q (%s), want %s", tt.text, got, said, tt.want)
		}
	}
}

// Names of villages and fields are names, and no answers or numbers.
func TestNamesOfWhatIsCounted(t *testing.T) {
	for text, want := range map[string]bool{"Thôn 1": true, "Giáo dục": true, "Đông": true, "Không": false,
		"có": false, "x": false,
		"3": false, "3 thôn": false, "chưa có thôn nào": false, "đang xây dựng": false, "sẽ công nhận": false,
		"…!":   false,
		"Số 5": false, "Có 2 thôn": false} {
		var d cellReader
		if got := d.name(inG9(read.Text, text), "thôn"); (got == text) != want || want != (len(d.problems) == 0) {
			t.Errorf("%q is a name: %q, %v", text, got, d.problems)
		}
	}
	var d cellReader
	if got := d.name(inG9(read.Blank, ""), "thôn"); got != "" || len(d.problems) > 0 {
		t.Errorf("a blank cell: %q, %v", got, d.problems)
	}
}

// Whatever stands in a cell of a form that comes back: each record is of a row that the form
// has, says what it holds, and where.
func FuzzReturned(f *testing.F) {
	sheets := blankSheets(f)
	for which := range sheets {
		for _, text := range []string{"69", "ntm:value", "1; 3-5"} {
			f.Add(text, which, 9, 8, byte(read.Text))
		}
		f.Add("45245", which, 9, 8, byte(read.Number))
		f.Add("1", which, 5, 3, byte(read.Bool))
	}
	lib := packs.Embedded()
	f.Fuzz(func(t *testing.T, text string, which, row, column int, kind byte) {
		if which < 0 || which >= len(sheets) || row < 1 || row > 200 || column < 1 || column > 30 || text == "" ||
			len(text) > 200 {
			t.Skip()
		}
		c := read.Cell{Text: text, Kind: read.Kind(kind % 6), Shown: read.Shown(kind / 6 % 3)}
		if c.Kind == read.Blank {
			c.Text = ""
		}
		sheet := with(sheets, which, row, column, c)[which]
		r := &reader{file: "f.xlsx", lib: lib, report: &commune.Report{Schema: commune.Schema}, sheets: []scan{sheet}}
		got, err := r.returned(func(string) bool { return false })
		if err != nil {
			if len(problem.Of(err)) == 0 || strings.TrimSpace(err.Error()) == "" {
				t.Error("an error that says nothing")
			}
			return
		}
		for i := range got.Records {
			rec := &got.Records[i]
			if !slices.Contains(layout.Tables, rec.Table) || rec.Table.Fixed() != (rec.Key != "") ||
				rec.At == (problem.Pos{}) {
				t.Errorf("%q: a record %+v", text, rec)
			}
			if rec.Table == &layout.FigureTable && lib.Figures[rec.Key] == nil {
				t.Errorf("%q: of no figure: %s", text, rec.Key)
			}
			for id, w := range rec.Cells {
				_, isText := w.Value.(string)
				_, isNumber := w.Value.(float64)
				if rec.Table.At(id) < 0 || !isText && !isNumber || w.Said != said(w.Value) {
					t.Errorf("%q: %s holds %#v, said %q", text, id, w.Value, w.Said)
				}
			}
		}
		if up := got.Up; up != "" && !slices.Contains(criteria.Levels, up) && which != 0 {
			t.Errorf("%q: up to %q", text, up)
		}
	})
}
