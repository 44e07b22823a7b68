package vi

import (
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestNumber(t *testing.T) {
	tests := []struct{ in, want string }{
		{"0", "0"},
		{"7", "7"},
		{"999", "999"},
		{"1000", "1.000"},
		{"11683", "11.683"},
		{"538336", "538.336"},
		{"1234567890", "1.234.567.890"},
		{"1.53", "1,53"},
		{"1.50", "1,50"},
		{"80.00", "80,00"},
		{"0.05", "0,05"},
		{"-1234.5", "-1.234,5"},
		{"-0.5", "-0,5"},
		{"-999", "-999"},
		{"12e3", "12.000"},
	}
	for _, tt := range tests {
		if got := Number(decimal.RequireFromString(tt.in)); got != tt.want {
			t.Errorf("Number(%s) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestRounded(t *testing.T) {
	tests := []struct {
		in     string
		places int32
		want   string
	}{
		{"98.605", 2, "98,61"},
		{"98.604", 2, "98,6"},
		{"-98.605", 2, "-98,61"},
		{"0.5", 0, "1"},
		{"-0.5", 0, "-1"},
		{"-0.001", 2, "0"},
		{"80.00", 2, "80"},
		{"10350", 2, "10.350"},
		{"10350", 0, "10.350"},
		{"1.53", 4, "1,53"},
		{"999.995", 2, "1.000"},
		{"76.5877", 1, "76,6"},
	}
	for _, tt := range tests {
		if got := Rounded(decimal.RequireFromString(tt.in), tt.places); got != tt.want {
			t.Errorf("Rounded(%s, %d) = %q, want %q", tt.in, tt.places, got, tt.want)
		}
	}
}

var written = regexp.MustCompile(`^-?\d{1,3}(\.\d{3})*(,\d+)?$`)

// read undoes the Vietnamese writing.
func read(t *rapid.T, s string) decimal.Decimal {
	if !written.MatchString(s) {
		t.Fatalf("%q is not a number as Vietnamese write it", s)
	}
	return decimal.RequireFromString(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."))
}

func TestNumberProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		exp := rapid.Int32Range(-9, 6).Draw(t, "exp")
		d := decimal.New(rapid.Int64().Draw(t, "value"), exp)
		s := Number(d)
		if back := read(t, s); !back.Equal(d) {
			t.Fatalf("Number(%s) = %q reads back as %s", d, s, back)
		}
		if _, fraction, _ := strings.Cut(s, ","); int32(len(fraction)) != max(0, -exp) {
			t.Fatalf("Number(%s) = %q does not keep %d decimals", d, s, -exp)
		}
		places := rapid.Int32Range(0, 6).Draw(t, "places")
		half := decimal.New(5, -places-1)
		r := Rounded(d, places)
		if off := read(t, r).Sub(d).Abs(); off.GreaterThan(half) {
			t.Fatalf("Rounded(%s, %d) = %q is off by %s", d, places, r, off)
		}
		if _, fraction, has := strings.Cut(r, ","); int32(len(fraction)) > places || has &&
			strings.HasSuffix(fraction, "0") {
			t.Fatalf("Rounded(%s, %d) = %q has decimals to spare", d, places, r)
		}
	})
}

func BenchmarkNumber(b *testing.B) {
	d := decimal.RequireFromString("538336.25")
	for b.Loop() {
		Number(d)
	}
}
