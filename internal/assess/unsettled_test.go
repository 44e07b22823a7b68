package assess_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
)

// How well the law behind a verdict is settled is one statement: it counts
// thresholds only where there are some, and says nothing only where nothing is open.
func TestOneStatement(t *testing.T) {
	for _, tt := range []struct {
		year         int
		code         string
		says, silent string
		level        criteria.Level
	}{
		{year: 2026, code: "14872", says: "còn thiếu 47", silent: "0 ngưỡng"},
		{year: 2023, code: "16492", says: "ngưỡng chưa đối chiếu với quyết định hoặc chưa có", silent: "chỉ tiêu nào"},
		{year: 2023, code: "16492", level: criteria.KieuMau, says: "2 ngưỡng chưa đối chiếu", silent: "chỉ tiêu nào"},
		{year: 2018, code: "16492", level: criteria.KieuMau, says: "chỉ tiêu", silent: " 0 "},
	} {
		r := &commune.Report{Schema: commune.Schema, Year: tt.year, Commune: commune.Where{Code: tt.code}}
		in, err := assess.Prepare(packs.Embedded(), r, "0")
		if err != nil {
			t.Fatal(err)
		}
		a := assess.Assess(in)
		if tt.level != "" {
			a = a.Only([]criteria.Level{tt.level})
		}
		got := assess.Unsettled(a.Levels...)
		if !strings.Contains(got, tt.says) || strings.Contains(got, tt.silent) {
			t.Errorf("%d %s: %q, want %q without %q", tt.year, tt.level, got, tt.says, tt.silent)
		}
		for _, l := range a.Levels {
			if one := assess.Unsettled(l); (one == "") == l.Draft {
				t.Errorf("%d %s: draft %v, but it says %q", tt.year, l.Level, l.Draft, one)
			}
		}
	}
	if got := assess.Unsettled(assess.Level{Draft: true}); !strings.Contains(got, "mức phải đạt trước") {
		t.Errorf("a level that is a draft by the one below it: %q", got)
	}
	if got := assess.Unsettled(assess.Level{}); got != "" {
		t.Errorf("nothing is open: %q", got)
	}
}
