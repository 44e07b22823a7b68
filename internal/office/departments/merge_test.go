package departments

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria/division"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/typed"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func number(text string) decimal.Decimal { return decimal.RequireFromString(text) }

// measure is "61/3987", "gt 1.5", "yes" or "1.53".
func measure(text string) commune.Measure {
	if text == "yes" || text == "no" {
		return commune.Answer(text == "yes")
	}
	if a, b, has := strings.Cut(text, "/"); has {
		return commune.Rate{Numerator: number(a), Denominator: number(b)}
	}
	if bound, n, has := strings.Cut(text, " "); has {
		return commune.Amount{Decimal: number(n), Bound: typed.Bound(bound)}
	}
	if text == "" {
		return nil
	}
	return commune.Number{Decimal: number(text)}
}

// Two departments say the same where they mean the same, however it is written; whichever
// of the two is asked first.
func TestTheSameAnswer(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"69", "69", true}, {"69", "69.0", true}, {"69", "70", false},
		{"gt 69", "gt 69.00", true}, {"gt 69", "69", false}, {"gt 69", "ge 69", false}, {"gt 69", "gt 70", false},
		{"yes", "yes", true}, {"yes", "no", false}, {"yes", "1", false}, {"no", "0", false},
		{"61/3987", "61/3987", true}, {"61/3987", "61.0/3987", true}, {"61/3987", "62/3987", false},
		{"61/3987", "122/7974", false},                      // two counts that come to one rate are two answers
		{"61/3987", "1.53", true}, {"61/3987", "1.5", true}, // as it was rounded
		{"61/3987", "1.63", false}, {"61/3987", "gt 1", false}, // a floor says less
		{"0/0", "1", false}, {"1/0", "1", false}, {"", "69", false}, {"", "", false},
	} {
		if got := same(measure(tt.a), measure(tt.b)); got != tt.want {
			t.Errorf("%q and %q are the same: %t", tt.a, tt.b, got)
		}
		if got := same(measure(tt.b), measure(tt.a)); got != tt.want {
			t.Errorf("%q and %q are the same: %t", tt.b, tt.a, got)
		}
	}
}

// record is a row with cells: "column=text".
func record(table *layout.Table, key string, cells ...string) *form.Record {
	rec := &form.Record{Table: table, Key: key, Cells: map[string]form.Written{}}
	for i, cell := range cells {
		column, text, _ := strings.Cut(cell, "=")
		rec.Cells["ntm:"+column] = form.Written{Value: text, Said: text,
			At: problem.Pos{File: "y-te.xlsx", Sheet: table.Sheet, Cell: fmt.Sprintf("H%d", i+2)}}
	}
	return rec
}

// by each of several forms one row.
func answered(table *layout.Table, key string, all ...*form.Record) *answer {
	a := &answer{table: table, key: key}
	for i, rec := range all {
		a.rows = append(a.rows, said{&form.Returned{File: fmt.Sprintf("phieu/%d.xlsx", i+1)}, rec})
	}
	return a
}

// What a form says of a figure, in a line and where it stands.
func TestWhatAFormSays(t *testing.T) {
	from := &form.Returned{File: "phieu/y-te.xlsx", Department: division.DepartmentByID("y-te")}
	for _, tt := range []struct {
		cells string
		want  string
	}{
		{"value=95,5", "95,5"}, {"value=95,5 year=2022", "95,5, năm 2022"}, {"year=2.022", "năm 2022"},
		{"numerator=61 denominator=3987", "61/3987"}, {"numerator=61", "61/"}, {"denominator=3987", "mẫu số 3987"},
		{"value=1,5 numerator=61 denominator=3987 year=2023", "1,5, 61/3987, năm 2023"}, {"", ""},
	} {
		rec := record(&layout.FigureTable, "x", strings.Fields(tt.cells)...)
		got := saying(said{from, rec}, layout.Measured...)
		if got.Text != tt.want || got.By != "Y tế" || got.File != "phieu/y-te.xlsx" {
			t.Errorf("%s is told as %+v, want %s", tt.cells, got, tt.want)
		}
		if strings.Contains(got.At, "y-te.xlsx") || (got.At == "") != (tt.cells == "") {
			t.Errorf("%s stands at %q", tt.cells, got.At)
		}
	}
	if got := by(&form.Returned{File: "phieu/cong-an.xlsx"}); got != "cong-an.xlsx" {
		t.Errorf("a form of nobody is by %q", got)
	}
}

// What may differ from form to form is put together: the codes that are cited, the remarks.
func TestCodesAndRemarksOfSeveralForms(t *testing.T) {
	for _, tt := range []struct {
		cells []string
		codes string
		words string
	}{
		{[]string{"1; 2"}, "1; 2", "1; 2"},
		{[]string{"1", "2"}, "1; 2", "1; 2"},
		{[]string{"1, 2", "2", "3"}, "1; 2; 3", "1, 2; 2; 3"},
		{[]string{"YT1", "yt1"}, "YT1", "YT1; yt1"},
		{[]string{"1", "1"}, "1", "1"},
		{nil, "", ""},
	} {
		var rows []*form.Record
		for _, c := range tt.cells {
			rows = append(rows, record(&layout.FigureTable, "x", "evidence="+c))
		}
		rows = append(rows, record(&layout.FigureTable, "x")) // one that says nothing
		a := answered(&layout.FigureTable, "x", rows...)
		cited, told := map[string]any{}, map[string]any{}
		a.cites("ntm:evidence", cited)
		a.words("ntm:evidence", told)
		if got := plain(cited["ntm:evidence"]); got != tt.codes {
			t.Errorf("%q cite %q, want %q", tt.cells, got, tt.codes)
		}
		if got := plain(told["ntm:evidence"]); got != tt.words {
			t.Errorf("%q say %q, want %q", tt.cells, got, tt.words)
		}
	}
}

// What all must say alike is taken where they do, in whatever case and spacing; else it is
// left blank and asked.
func TestCellsThatAllMustSayAlike(t *testing.T) {
	for _, tt := range []struct {
		cells []string
		want  string
		asked int
	}{
		{[]string{"Đường thôn 1"}, "Đường thôn 1", 0},
		{[]string{"Đường thôn 1", "đường  thôn 1"}, "Đường thôn 1", 0},
		{[]string{"Hòa Bình", "Hoà Bình"}, "Hòa Bình", 0},
		{[]string{"Đường thôn 1", "Đường thôn 2"}, "", 2},
		{[]string{"Tân Lập", "Tân Lấp"}, "", 2},
		{[]string{"a", "a", "b"}, "", 3},
	} {
		var rows []*form.Record
		for _, c := range tt.cells {
			rows = append(rows, record(&layout.ArrearsTable, "", "work="+c))
		}
		out := &Gathered{Plan: &layout.Plan{Year: 2023}}
		cells := map[string]any{}
		out.same(answered(&layout.ArrearsTable, "", rows...), layout.ArrearsTable.Columns[0], cells)
		if got := plain(cells["ntm:work"]); got != tt.want {
			t.Errorf("%q come to %q, want %q", tt.cells, got, tt.want)
		}
		if tt.asked == 0 && len(out.Twice) > 0 || tt.asked > 0 && (len(out.Twice) != 1 ||
			len(out.Twice[0].Said) != tt.asked || !strings.HasSuffix(out.Twice[0].Name, ": công trình")) {
			t.Errorf("%q: asked %+v", tt.cells, out.Twice)
		}
	}
}

// A code that two documents have gets one of the department's, and then one with a number.
func TestCodesThatAreFree(t *testing.T) {
	health := &form.Returned{Department: division.DepartmentByID("y-te")}
	for _, tt := range []struct {
		from  *form.Returned
		code  string
		taken string
		want  string
	}{
		{health, "1", "1", "YT1"}, {health, "1", "1 yt1", "YT1.2"}, {health, "1", "1 yt1 yt1.2", "YT1.3"},
		{health, "YT3", "yt3", "YT3.2"}, {&form.Returned{}, "1", "1", "P1"}, {&form.Returned{}, "P1", "p1", "P1.2"},
	} {
		taken := map[string]string{}
		for code := range strings.FieldsSeq(tt.taken) {
			taken[code] = "x"
		}
		if got := (&Gathered{}).free(tt.from, tt.code, taken); got != tt.want {
			t.Errorf("beside %s, %s becomes %s, want %s", tt.taken, tt.code, got, tt.want)
		}
	}
}

// The evidence of several forms: two documents of one code are told apart, and who cited the
// second cites its new code; one document in two forms stays one.
func TestEvidenceOfSeveralForms(t *testing.T) {
	file := func(id string, records ...*form.Record) *form.Returned {
		r := &form.Returned{File: id + ".xlsx", Department: division.DepartmentByID(id)}
		for _, rec := range records {
			r.Records = append(r.Records, *rec)
		}
		return r
	}
	paper := func(code, title string) *form.Record {
		return record(&layout.EvidenceTable, "", "code="+code, "title="+title)
	}
	for _, tt := range []struct {
		name  string
		forms []*form.Returned
		want  []string // codes and what cites, form by form
		notes int
	}{
		{"two documents", []*form.Returned{file("y-te", paper("1", "A"), record(&layout.FigureTable, "x",
			"evidence=1")),
			file("cong-an", paper("1", "B"), record(&layout.FigureTable, "y", "evidence=1; 2"))},
			[]string{"1", "1", "CA1", "CA1; 2"}, 1},
		{"one document", []*form.Returned{file("y-te", paper("1", "A")), file("cong-an", paper("1", "a"),
			record(&layout.FigureTable, "y", "evidence=1"))}, []string{"1", "1", "1"}, 0},
		{"codes of their own", []*form.Returned{file("y-te", paper("YT1", "A")), file("cong-an", paper("CA1", "B"))},
			[]string{"YT1", "CA1"}, 0},
	} {
		out := &Gathered{returned: tt.forms}
		out.evidence()
		var got []string
		for _, r := range tt.forms {
			for _, rec := range r.Records {
				for _, column := range []string{"ntm:code", "ntm:evidence"} {
					if w, is := rec.Cells[column]; is {
						got = append(got, plain(w.Value))
					}
				}
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || len(out.Notes) != tt.notes {
			t.Errorf("%s: %s%v", tt.name, diff, out.Notes)
		}
	}
}

func TestTheStateOfADepartment(t *testing.T) {
	missing := []Lack{{layout.Missing{Name: "Thu nhập"}, ""}, {layout.Missing{Name: "tờ Hài lòng"}, ""}}
	unclear := []Lack{
		{layout.Missing{Name: "Bảo hiểm y tế"}, answeredTwice},
		{layout.Missing{Name: "Nghèo"}, unreadable},
	}
	for _, tt := range []struct {
		o            Owed
		state, names string
	}{
		{Owed{Asked: 2, Missing: missing}, "chưa gửi lại", "cả phiếu"},
		{Owed{Asked: 2, Missing: missing, Sent: true}, "đã gửi, còn thiếu", "Thu nhập; tờ Hài lòng"},
		{Owed{Asked: 2, Missing: unclear, Sent: true}, "đã gửi, còn thiếu",
			"Bảo hiểm y tế (hai câu trả lời khác nhau); Nghèo (chưa đọc được câu trả lời)"},
		{Owed{Asked: 2, Sent: true}, "đã gửi đủ", ""},
	} {
		if tt.o.state() != tt.state || tt.o.names() != tt.names {
			t.Errorf("%+v: %q, %q", tt.o, tt.o.state(), tt.o.names())
		}
	}
}

func TestNamesOfForms(t *testing.T) {
	part := &layout.Plan{Year: 2023}
	if got := FileName("y-te", part); got != "y-te-2023.xlsx" {
		t.Errorf("of nobody: %s", got)
	}
	if part.Place = (&places.Unit{Code: "16492"}); FileName("y-te", part) != "y-te-16492-2023.xlsx" {
		t.Errorf("of a commune: %s", FileName("y-te", part))
	}
}

// The sheet that tells how a form came together says all of it, and what there is none of.
func TestTheSheetOfTheForms(t *testing.T) {
	texts := func(out *Gathered) []string {
		var all []string
		for _, row := range out.sheet().Rows {
			for _, c := range row.Cells {
				if c.Value != nil {
					all = append(all, fmt.Sprint(c.Value))
				}
			}
		}
		return all
	}
	none := texts(&Gathered{})
	for _, want := range []string{"Không có.", "Không thiếu gì.", "Chưa có số liệu nào."} {
		if !slices.Contains(none, want) {
			t.Errorf("of nothing no %q is said: %q", want, none)
		}
	}
	some := texts(&Gathered{
		Twice: []Twice{{Name: "Thu nhập", Said: []Saying{{By: "Văn phòng", Text: "69", File: "a.xlsx",
			At: "tờ Số liệu, ô H9"},
			{By: "Nông nghiệp", Text: "70", File: "b.xlsx", At: "ô H9"}}}},
		Owed: []Owed{
			{
				Department: "Y tế",
				Asked:      3,
				Sent:       true,
				Missing:    []Lack{{Missing: layout.Missing{Name: "Bảo hiểm y tế"}}},
			},
		},
		Sent:  []Sent{{File: "a.xlsx", Department: "Văn phòng", Answers: 7}},
		Given: []Given{{Name: "Nghèo", Text: "61/3987", By: []string{"Văn hóa", "Văn phòng"}}},
	})
	for _, want := range []string{"Thu nhập", "69", "a.xlsx, tờ Số liệu, ô H9", "b.xlsx, ô H9", "Y tế", "2/3",
		"Bảo hiểm y tế", "đã gửi, còn thiếu", "7", "61/3987", "Văn hóa, Văn phòng"} {
		if !slices.Contains(some, want) {
			t.Errorf("nothing says %q: %q", want, some)
		}
	}
	if n := len(slices.DeleteFunc(some, func(s string) bool { return s != "Thu nhập" })); n != 1 {
		t.Errorf("the name of what was answered twice stands %d times", n)
	}
}
