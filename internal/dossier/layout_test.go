package dossier

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/assess"
	"pgregory.net/rapid"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestMeasuredFormats(t *testing.T) {
	for _, c := range []struct {
		sign   string
		places int32
		unit   criteria.Unit
		want   string
	}{
		{"", 0, "%", `[$-42A]#,##0 "%"`},
		{"≥", 2, "%", `[$-42A]"≥ "#,##0.00 "%"`},
		{"≤", 0, "mức độ", `[$-42A]"≤ mức độ "#,##0`},
		{"", 1, "m2/người", `[$-42A]#,##0.0 "m²/người"`},
		{"", 1, "triệu đồng/người/năm", `[$-42A]#,##0.0 "triệu đồng"`},
		{"", 0, `cái "to"`, `[$-42A]#,##0 "cái 'to'"`},
	} {
		if got := measured(c.sign, c.places, c.unit); got != c.want {
			t.Errorf("measured(%q, %d, %q) = %s, want %s", c.sign, c.places, c.unit, got, c.want)
		}
	}
}

// Every program compares fourteen digits alike. What has more stays exact as text.
func TestNumberTooLongForACell(t *testing.T) {
	if got := number(dec("12345678901.345"), body.shown("0")); got.value != 12345678901.345 {
		t.Errorf("fourteen digits: %v", got.value)
	}
	long := number(dec("123456789012.456"), body.shown("0"))
	if long.value != "123.456.789.012,456" || long.look.format != "" {
		t.Errorf("fifteen digits: %v in format %q", long.value, long.look.format)
	}
}

func TestNumbersKeepTheirValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-99_999_999_999_999, 99_999_999_999_999).Draw(t, "digits"), rapid.Int32Range(-12, 2).Draw(t, "exponent"))
		value, isNumber := number(d, body).value.(float64)
		if !isNumber || !decimal.NewFromFloat(value).Equal(d) {
			t.Errorf("%s became %v", d, value)
		}
	})
}

func TestThresholdInTheDecisionsWords(t *testing.T) {
	none := &criteria.Requirement{Op: criteria.AtMost, Known: true, Text: "Không", Figure: &criteria.Figure{Unit: "nhà"}}
	got := required(assess.Threshold{Requirement: none}, body)
	if want := `[$-42A]"≤ "#,##0 "nhà";[$-42A]-#,##0;"Không"`; got.value != 0.0 || got.look.format != want {
		t.Errorf("%v in format %s, want 0 in %s", got.value, got.look.format, want)
	}
	good := &criteria.Requirement{Op: criteria.AtLeast, Known: true, Value: dec("2"), Figure: &criteria.Figure{Unit: criteria.Grade}}
	grade := required(assess.Threshold{Requirement: good}, body)
	if grade.value != "khá trở lên" {
		t.Errorf("a grade: %v", grade.value)
	}
}

func TestClean(t *testing.T) {
	for given, want := range map[string]string{
		"a\x00b\x0bc": "abc", "a\tb": "a b", "dòng một\ndòng hai": "dòng một\ndòng hai", "\xffx": "x", "=1+1": "=1+1", "x\u0085y": "xy",
	} {
		if got := clean(given); got != want {
			t.Errorf("clean(%q) = %q, want %q", given, got, want)
		}
	}
}

// A deep cell does not make its own row high; the rows it reaches make room.
func TestDeepCell(t *testing.T) {
	s := newSheet("x", page{}, 1, 5)
	first := s.add(text("Cơ sở hạ tầng thương mại nông thôn và nhiều chữ nữa", label).reachingDown(), text("một", body))
	s.add(blank(label), text("hai", body))
	one := s.rows[0].height
	s.deepen(1, first, first+1)
	if s.rows[0].height != one || one > 20 {
		t.Errorf("the first row is %v points high", s.rows[0].height)
	}
	need := s.rows[0].cells[0].height(s.widths[0])
	if got := s.rows[0].height + s.rows[1].height; math.Abs(got-need) > 0.01 {
		t.Errorf("both rows are %v points high, the words need %v", got, need)
	}
}

func TestBreaks(t *testing.T) {
	build := func(heights []float64, bound ...int) *sheet {
		s := newSheet("x", page{}, 1)
		for i, h := range heights {
			s.gap(h)
			s.rows[i].bound = slices.Contains(bound, i+1)
		}
		return s
	}
	full := page{}.height()
	for _, c := range []struct {
		name  string
		sheet *sheet
		want  []int
	}{
		{"all on one page", build([]float64{full / 2, full / 2}), nil},
		{"one row too many", build([]float64{full / 2, full / 2, 10}), []int{3}},
		{"a heading goes with its table", build([]float64{full - 20, 15, 30}, 2), []int{2}},
		{"a block longer than a page begins where it falls", build([]float64{full * 0.7, full * 0.7, 5}, 1), nil},
	} {
		if diff := cmp.Diff(c.want, c.sheet.breaks()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	repeated := build([]float64{100, full - 100, full - 105, 10})
	repeated.headRow = 1
	if diff := cmp.Diff([]int{3, 4}, repeated.breaks()); diff != "" {
		t.Errorf("a repeated head takes room (-want +got):\n%s", diff)
	}
}

func TestSmallWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{sentence("đủ điều kiện"), "Đủ điều kiện"},
		{sentence(""), ""},
		{joined("; ", "", "một", "", "hai"), "một; hai"},
		{day("2023-12-01"), "01/12/2023"},
		{day("không rõ"), "không rõ"},
		{document(criteria.Document{Number: "318/QĐ-TTg", Date: criteria.Day(2022, 3, 8)}), "Quyết định số 318/QĐ-TTg ngày 08 tháng 3 năm 2022"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
