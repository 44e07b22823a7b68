package assess_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/typed"
)

// No debt is allowed: what is certainly owed decides, what may be nothing does not.
func TestABoundOfDebts(t *testing.T) {
	for _, tt := range []struct {
		name string
		owed []commune.Amount
		want assess.Outcome
		note string
	}{
		{"none", nil, assess.Met, ""},
		{"none at each work", []commune.Amount{bounded("", "0", ""), bounded(typed.AtMost, "0", "")}, assess.Met, ""},
		{"below some sum", []commune.Amount{bounded(typed.LessThan, "200", "dưới 200 triệu")}, assess.Undetermined,
			"“dưới 200 triệu” (tức dưới 200 triệu đồng) chưa đủ để kết luận: cần số chính xác"},
		{"an estimate", []commune.Amount{bounded(typed.About, "1200", "khoảng 1,2 tỷ")}, assess.Undetermined,
			"“khoảng 1,2 tỷ” là số ước, chưa dùng để xét: cần số chính xác"},
		{"some at least", []commune.Amount{bounded(typed.MoreThan, "0", "hơn 0")}, assess.NotMet, ""},
		{"one is certain, another is not", []commune.Amount{bounded(typed.About, "1200", "khoảng 1,2 tỷ"),
			bounded("", "500", "")}, assess.NotMet, ""},
		{"two that may be nothing", []commune.Amount{bounded(typed.LessThan, "200", "dưới 200"),
			bounded(typed.About, "1200", "khoảng 1,2 tỷ")}, assess.Undetermined, "cần số chính xác"},
	} {
		a := withFigures(t, func(r *commune.Report) {
			r.Arrears = []commune.Arrear{}
			for i, owed := range tt.owed {
				r.Arrears = append(r.Arrears, commune.Arrear{Work: fmt.Sprint("Đường giả định ", i), Owed: &owed})
			}
		})
		for _, c := range a.Levels[0].Conditions {
			if c.ID == "arrears" && (c.Outcome != tt.want || !strings.Contains(c.Detail, tt.note) ||
				strings.Contains(c.Detail, ": cần số chính xác") != (tt.want == assess.Undetermined)) {
				t.Errorf("%s: %s, %q; want %s", tt.name, c.Outcome, c.Detail, tt.want)
			}
		}
	}
}
