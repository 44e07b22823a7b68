package commune

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/problem"
)

// Whoever names a commune that is in no list is told how to declare it, and a year
// of two digits is said to be one.
func TestOutsideTheLists(t *testing.T) {
	for _, tt := range []struct {
		where Where
		year  int
		told  string
	}{
		{Where{Name: "Xã Giả Định", District: "Quảng Xương", Province: "Thanh Hóa"}, 2023, "declared"},
		{Where{Name: "Xã Giả Định", Province: "Tỉnh Giả Định"}, 2023, "declared"},
		{Where{Name: "Xã Giả Định", Province: "Thanh Hóa"}, 2026, "declared"},
		{Where{Code: "16492"}, 26, "có phải ý là 2026"},
		{Where{Code: "16492"}, 23, "có phải ý là 2023"},
	} {
		r := &Report{Schema: Schema, Year: tt.year, Commune: tt.where}
		err := r.Valid(packs.Embedded())
		if err == nil {
			t.Errorf("%+v is found", tt.where)
			continue
		}
		said := ""
		for _, p := range problem.Of(err) {
			said += p.Note() + "\n"
		}
		if !strings.Contains(said, tt.told) {
			t.Errorf("%+v, %d: %s", tt.where, tt.year, said)
		}
	}
	code := &Report{Schema: Schema, Year: 2023, Commune: Where{Code: "99999"}}
	if err := code.Valid(packs.Embedded()); err == nil || strings.Contains(problem.Of(err)[0].Hint, "declared") {
		t.Errorf("a wrong code: %v", err)
	}
}
