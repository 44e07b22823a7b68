package council_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/council"
)

// A share is read as it is typed, and what may be a fraction is asked about.
func TestReadShare(t *testing.T) {
	for _, c := range []struct{ typed, want, asks string }{
		{"90", "90", ""},
		{" 66,7 % ", "66.7", ""},
		{"66.67%", "66.67", ""},
		{"100", "100", ""},
		{"1%", "1", ""},
		{"0,5%", "0.5", ""},
		{"1", "", "100 % hay 1 %"},
		{"0,9", "", "90 % hay 0,9 %"},
		{"0", "", "từ trên 0 đến 100"},
		{"-5", "", "từ trên 0 đến 100"},
		{"100,1", "", "từ trên 0 đến 100"},
		{"chín mươi", "", "từ trên 0 đến 100"},
		{"", "", "từ trên 0 đến 100"},
		{"1,000,000", "", "từ trên 0 đến 100"},
		{"90.0000000000", "", "từ trên 0 đến 100"},
	} {
		d, err := council.ReadShare(c.typed)
		switch {
		case c.asks == "" && (err != nil || d.String() != c.want):
			t.Errorf("%q is read as %s, %v", c.typed, d, err)
		case c.asks != "" && (err == nil || !strings.Contains(err.Error(), c.asks) || !d.IsZero()):
			t.Errorf("%q is read as %s, %v", c.typed, d, err)
		}
	}
}

// Minutes say how sure a rule is, and of a confirmed one by what.
func TestRuleOnPaper(t *testing.T) {
	sure := council.Rule{Status: criteria.Confirmed, Source: "Điều 9 giả định"}
	if got := sure.OnPaper(); !strings.HasSuffix(got, "; Điều 9 giả định") {
		t.Error(got)
	}
	doubt := council.Rule{Status: criteria.Doubtful, Source: "Điều 9 giả định"}
	if got := doubt.OnPaper(); got == "" || strings.Contains(got, "Điều 9") {
		t.Error(got)
	}
}
