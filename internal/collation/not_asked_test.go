package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// What one column does not ask holds back none of the others, of a known indicator and of a new one.
func TestAColumnThatIsNotAsked(t *testing.T) {
	lib := collationtest.Library(t)
	for _, words := range []string{"Không bắt buộc", "Không yêu cầu", "Không áp dụng", "Không bắt buộc thực hiện"} {
		row := collationtest.Each("15", "Y tế", "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "≥ 91%")
		row = row[:strings.LastIndex(row, "|")+1] + words
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, row)
		for key, got := range rowsOf(t, lib, "ntm-2021-2025", p) {
			if !strings.HasPrefix(key, "ntm/15.1#") {
				continue
			}
			want := "91"
			if strings.HasSuffix(key, "dbscl") {
				want = collation.NotApplied
			}
			if got.Asks.Value() != want || len(got.Why) > 0 {
				t.Errorf("%s: %s: %q, %q", words, key, got.Asks.Value(), got.Why)
			}
		}
		p = collationtest.Paper(t, criteria.Nation, collationtest.ByGroup,
			"2|Hạ tầng kinh tế - xã hội|2.1. Tỷ lệ trâu giả định được tiêm|≥ 91%|≥ 81%|"+words)
		r := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2026-2030"), ""), nil,
			[]collation.Paper{p})
		if len(r.Lines) != 1 {
			t.Fatalf("%d lines", len(r.Lines))
		}
		n := r.Lines[0]
		if n.Kind == collation.Again || n.At["nhom-1"] != "91" || n.At["nhom-2"] != "81" ||
			n.At["nhom-3"] != collation.NotApplied {
			t.Errorf("%s: %s, %v, %q", words, n.Kind, n.At, n.Why)
		}
	}
}
