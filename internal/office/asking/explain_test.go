package asking

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
)

// An indicator and a condition are explained by where they stand; another id is wrong use.
func TestExplain(t *testing.T) {
	a, _, err := office.JudgeFile(t.Context(), packs.Embedded(), sample, "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	for id, criterion := range map[string]string{"ntm/10": "Tiêu chí 10.", "kieu-mau/satisfaction": "Điều kiện",
		"ntm/17.1": "Tiêu chí 17."} {
		all, err := Explain(a, "", id)
		if err != nil || len(all) != 1 {
			t.Fatalf("%s: %v, %v", id, all, err)
		}
		if e := all[0]; e.ID != id || e.Year != 2023 || e.Judgement == nil || !strings.HasPrefix(e.Criterion,
			criterion) {
			t.Errorf("%s: %+v", id, e)
		}
	}
	for _, id := range []string{"", "17", "ntm/99", "ntm/", "vàng/10"} {
		if e, err := Explain(a, "", id); !officetest.IsWrongUse(err) {
			t.Errorf("%q: %+v, %v", id, e, err)
		}
	}
}
