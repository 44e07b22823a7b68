package form

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/internal/commune"
	"ntm/internal/problem"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// The rows and the columns of a wide sheet may stand in any order, numbers as
// people type them included: each commune's report is the same.
func TestOrderOfRowsAndColumnsIsNothing(t *testing.T) {
	heads := []string{"Mã xã", "income_per_capita", "multidimensional_poverty_rate", "clean_landscape",
		"ocop_products", "smart_villages", "irrigated_area_rate"}
	cells := [][]string{nil, {"69", "69,5", "69.5", "41.999", "1.234", "", "-", "trên 84"},
		{"1,53", "1.53 %", "0", "", "12"}, {"x", "chưa", "", "Đạt"},
		{"1", "0", "2 sản phẩm", ""}, {"Thôn 1, Thôn 2", "không", ""}, {"80", "79,996", "602,4/640", "1.000/1.250"}}
	codes := []string{"16492", "16495", "16498", "00382"}
	path := filepath.Join(t.TempDir(), "giả-định.csv")
	kept := 0
	rapid.Check(t, func(r *rapid.T) {
		table := [][]string{heads}
		for _, code := range codes[:rapid.IntRange(1, len(codes)).Draw(r, "rows")] {
			row := []string{code}
			for k := 1; k < len(heads); k++ {
				row = append(row, rapid.SampledFrom(cells[k]).Draw(r, heads[k]))
			}
			table = append(table, row)
		}
		read := func(columns, rows []int) (reports []*commune.Report, wrong []string) {
			var text strings.Builder
			for _, i := range append([]int{0}, rows...) {
				row := make([]string, len(columns))
				for k, c := range columns {
					row[k] = table[i][c]
				}
				text.WriteString(strings.Join(row, ";") + "\n")
			}
			if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
				t.Fatal(err)
			}
			all, problems, _ := wideRead(t, path, 2023)
			for _, one := range all {
				slices.SortFunc(one.Report.Figures, func(a, b commune.Figure) int { return cmp.Compare(a.ID, b.ID) })
				reports = append(reports, one.Report)
			}
			slices.SortFunc(reports, func(a, b *commune.Report) int {
				return cmp.Compare(a.Commune.Code,
					b.Commune.Code)
			})
			for _, p := range problems {
				wrong = append(wrong, p.Message)
			}
			slices.Sort(wrong)
			return reports, wrong
		}
		numbers := func(from, to int) (out []int) {
			for i := from; i < to; i++ {
				out = append(out, i)
			}
			return out
		}
		columns, rows := numbers(0, len(heads)), numbers(1, len(table))
		before, wrong := read(columns, rows)
		after, wrongAfter := read(rapid.Permutation(columns).Draw(r, "columns"), rapid.Permutation(rows).Draw(r,
			"order of the rows"))
		kept += len(before)
		if diff := gocmp.Diff(before, after, cmpopts.IgnoreTypes(problem.Pos{})) + gocmp.Diff(wrong,
			wrongAfter); diff != "" {
			r.Fatal(diff)
		}
	})
	if kept == 0 {
		t.Error("no row could be read: the property was not tried")
	}
}
