package dossier

import (
	"testing"

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
	if got := number(dec("12345678901.345"), body.Shown("0")); got.Value != 12345678901.345 {
		t.Errorf("fourteen digits: %v", got.Value)
	}
	long := number(dec("123456789012.456"), body.Shown("0"))
	if long.Value != "123.456.789.012,456" || long.Look.Format != "" {
		t.Errorf("fifteen digits: %v in format %q", long.Value, long.Look.Format)
	}
}

func TestNumbersKeepTheirValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-99_999_999_999_999, 99_999_999_999_999).Draw(t, "digits"), rapid.Int32Range(-12, 2).Draw(t, "exponent"))
		value, isNumber := number(d, body).Value.(float64)
		if !isNumber || !decimal.NewFromFloat(value).Equal(d) {
			t.Errorf("%s became %v", d, value)
		}
	})
}

func TestThresholdInTheDecisionsWords(t *testing.T) {
	none := &criteria.Requirement{Op: criteria.AtMost, Known: true, Text: "Không", Figure: &criteria.Figure{Unit: "nhà"}}
	got := required(assess.Threshold{Requirement: none}, body)
	if want := `[$-42A]"≤ "#,##0 "nhà";[$-42A]-#,##0;"Không"`; got.Value != 0.0 || got.Look.Format != want {
		t.Errorf("%v in format %s, want 0 in %s", got.Value, got.Look.Format, want)
	}
	good := &criteria.Requirement{Op: criteria.AtLeast, Known: true, Value: dec("2"), Figure: &criteria.Figure{Unit: criteria.Grade}}
	grade := required(assess.Threshold{Requirement: good}, body)
	if grade.Value != "khá trở lên" {
		t.Errorf("a grade: %v", grade.Value)
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
