package layout_test

import (
	"testing"

	"ntm/internal/form/layout"

	"github.com/shopspring/decimal"
)

// A cell of Excel holds fifteen digits; a number with more is text there, and loses none.
func TestWhatACellHolds(t *testing.T) {
	for _, c := range []struct {
		number string
		want   any
	}{
		{"1.5", 1.5}, {"123456789012345", 123456789012345.0}, {"1234567890123456", "1.234.567.890.123.456"},
	} {
		if got := layout.Held(decimal.RequireFromString(c.number)); got != c.want {
			t.Errorf("%s is held as %#v, want %#v", c.number, got, c.want)
		}
	}
}

func TestWordsOfYesAndNo(t *testing.T) {
	for _, c := range []struct {
		options []layout.Option
		yes     bool
		want    string
	}{
		{layout.YesNo, true, "Có"}, {layout.YesNo, false, "Không"}, {layout.MetOr, true, "Đạt"},
		{layout.MetOr, false, "Chưa đạt"},
	} {
		if got := layout.Either(c.options, c.yes); got != c.want {
			t.Errorf("%v of %v is %q, want %q", c.yes, c.options, got, c.want)
		}
	}
}

// What people fill in is neither printed nor a key.
func TestWhichColumnsAreFilledIn(t *testing.T) {
	for id, want := range map[string]bool{
		"ntm:figure": false, "ntm:name": false, "ntm:value": true, "ntm:evidence": true, "ntm:state": false,
	} {
		if got := layout.FigureTable.Column(id).Kind.IsFilled(); got != want {
			t.Errorf("%s is filled in: %v, want %v", id, got, want)
		}
	}
}
