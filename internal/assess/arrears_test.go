package assess_test

import (
	"fmt"
	"slices"
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

// A row whose own sums deny it leaves undecided whether anything is owed, unless another row is a
// debt for certain: that one is not taken back.
func TestACertainDebtStandsBesideOneThatDeniesItself(t *testing.T) {
	row := func(completed, paid, owed string) commune.Arrear {
		sum := bounded("", owed, "")
		out := commune.Arrear{Work: "Đường giả định " + owed + completed, Owed: &sum}
		if completed != "" {
			done, given := bounded("", completed, "").Decimal, bounded("", paid, "").Decimal
			out.Completed, out.Paid = &done, &given
		}
		return out
	}
	denied, cleared := row("2000", "1800", "0"), row("2000", "2000", "5")
	for _, tt := range []struct {
		name string
		rows []commune.Arrear
		want assess.Outcome
	}{
		{"one that denies itself", []commune.Arrear{denied}, assess.Undetermined},
		{"beside one without debt", []commune.Arrear{denied, row("", "", "0"), row("9", "9", "0")},
			assess.Undetermined},
		{"beside a debt alone", []commune.Arrear{denied, row("", "", "120.5")}, assess.NotMet},
		{"beside a debt that its sums bear out", []commune.Arrear{row("9", "4", "5"), denied}, assess.NotMet},
		{"a debt that is all paid", []commune.Arrear{cleared}, assess.Undetermined},
		{"two that deny themselves", []commune.Arrear{cleared, denied}, assess.Undetermined},
		{"all paid, beside a debt", []commune.Arrear{cleared, row("9", "4", "5")}, assess.NotMet},
	} {
		a := withFigures(t, func(r *commune.Report) { r.Arrears = tt.rows })
		for _, c := range a.Levels[0].Conditions {
			if c.ID == "arrears" && c.Outcome != tt.want {
				t.Errorf("%s: %s, want %s", tt.name, c.Outcome, tt.want)
			}
		}
		told := func(f assess.Finding) bool { return f.Code == "arrears_value" }
		if !slices.ContainsFunc(a.Findings, told) {
			t.Errorf("%s: it is not told that a row denies itself", tt.name)
		}
	}
}
