package commune

import (
	"fmt"
	"strings"
	"testing"
)

// A figure says one thing: of all that a document may give of one, in every
// combination, three are read, and each is written back as it stood.
func TestAFigureIsOneThing(t *testing.T) {
	parts := []string{`"value": 1.50`, `"numerator": 3`, `"denominator": 4.0`, `"met": false`}
	want := map[int]string{1: "1.5", 2 | 4: "3/4", 8: "false"}
	for which := range 1 << len(parts) {
		keys := []string{`"id": "nobody_knows"`}
		for i, part := range parts {
			if which>>i&1 == 1 {
				keys = append(keys, part)
			}
		}
		figure := "{" + strings.Join(keys, ", ") + "}"
		text := `{"schema": "ntm.report.v1", "commune": {"code": "16492"}, "year": 2023, "figures": [` + figure + `]}`
		r, err := DecodeKept("f.json", []byte(text), nil)
		if (err == nil) != (want[which] != "") {
			t.Errorf("%s: %v", figure, err)
		}
		if err != nil {
			continue
		}
		if got := fmt.Sprint(r.Figures[0].Measure); got != want[which] {
			t.Errorf("%s is read as %s", figure, got)
		}
		written, err := r.JSON()
		if flat := strings.Join(strings.Fields(string(written)), ""); err != nil ||
			!strings.Contains(flat, strings.ReplaceAll(figure, " ", "")) {
			t.Errorf("%s is written as %s: %v", figure, written, err)
		}
	}
}
