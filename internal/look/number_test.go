package look

import (
	"testing"

	"ntm/criteria"

	"github.com/shopspring/decimal"
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
		{"", 1, "triệu đồng/người/năm", `[$-42A]#,##0.0 "triệu"`},
		{"", 0, `cái "to"`, `[$-42A]#,##0 "cái 'to'"`},
	} {
		if got := Measured(c.sign, c.places, c.unit); got != c.want {
			t.Errorf("measured(%q, %d, %q) = %s, want %s", c.sign, c.places, c.unit, got, c.want)
		}
	}
}

// Every program compares fourteen digits alike. What has more stays exact as text.
func TestNumberTooLongForACell(t *testing.T) {
	if got := Number(dec("12345678901.345"), Body.Shown("0")); got.Value != 12345678901.345 {
		t.Errorf("fourteen digits: %v", got.Value)
	}
	long := Number(dec("123456789012.456"), Body.Shown("0"))
	if long.Value != "123.456.789.012,456" || long.Look.Format != "" {
		t.Errorf("fifteen digits: %v in format %q", long.Value, long.Look.Format)
	}
}

func TestNumbersKeepTheirValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-99_999_999_999_999, 99_999_999_999_999).Draw(t, "digits"),
			rapid.Int32Range(-12, 2).Draw(t, "exponent"))
		value, isNumber := Number(d, Body).Value.(float64)
		if !isNumber || !decimal.NewFromFloat(value).Equal(d) {
			t.Errorf("%s became %v", d, value)
		}
	})
}
