package assess_test

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// A count beside a share is held against the households of the commune where the report gives
// them, and what does not fit is told once; within the drift of two counts it is asked about.
func TestACountBesideAShare(t *testing.T) {
	lib := packs.Embedded()
	for name, tt := range map[string]struct {
		share      string
		count      int64
		households int64
		severity   assess.Severity
		told       string
	}{
		"as it is": {"1.15", 15, 1304, "", ""},
		"rounded":  {"1.2", 15, 1304, "", ""},
		"of fewer": {"1.15", 15, 1850, assess.Wrong,
			"15 hộ là 1,15 % thì tổng số khoảng 1.304 hộ, mà báo cáo ghi 1.850 hộ"},
		"of nearly as many":     {"1.15", 15, 1340, assess.Warning, "khoảng 1.304 hộ"},
		"of no known commune":   {"1.15", 15, 0, "", ""},
		"no share of the count": {"0", 15, 1304, "", ""},
	} {
		r := whole(t, lib)
		n := decimal.NewFromInt(tt.count)
		for i := range r.Figures {
			f := &r.Figures[i]
			switch f.ID {
			case "multidimensional_poverty_rate":
				f.Measure, f.Count = commune.Number{Decimal: decimal.RequireFromString(tt.share)}, &n
			case "households":
				f.Measure = commune.Number{Decimal: decimal.NewFromInt(tt.households)}
			}
		}
		var found []assess.Finding
		for _, f := range assess.Assess(input(t, lib, r)).Findings {
			if f.Code == "count_not_of_size" {
				found = append(found, f)
			}
		}
		switch {
		case tt.told == "" && len(found) > 0:
			t.Errorf("%s: %s", name, found[0].Message)
		case tt.told != "" && (len(found) != 1 || found[0].Severity != tt.severity ||
			!strings.Contains(found[0].Message, tt.told)):
			t.Errorf("%s: %+v", name, found)
		}
	}
}
