package reading

import (
	"strings"
	"testing"

	"ntm/internal/decision"
)

// What a decision holds beside the table that is read is told, never left out in silence.
func TestWhatStandsBesides(t *testing.T) {
	column := func(kind decision.Kind) *decision.Cell { return &decision.Cell{Column: &decision.Column{Kind: kind}} }
	own := &decision.Annex{Of: "xã", Level: "ntm", Rows: []*decision.Row{
		{Cells: []*decision.Cell{column(decision.All), column(decision.Region)}}}}
	d := &decision.Decision{Annexes: []*decision.Annex{own, {Of: "thôn"}, {Of: "huyện"}, {Of: "xã", Level: "nang-cao"},
		{Of: "thôn"}, {Of: "xã", Level: "ntm"}}}
	got := strings.Join(besides(d, own), "\n")
	for _, want := range []string{"bảng tiêu chí của thôn", "bảng tiêu chí của huyện", "xã nông thôn mới nâng cao",
		"cột chỉ tiêu chung của cả nước không vào bảng"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q is not told once: %s", want, got)
		}
	}
	plain := &decision.Annex{Of: "xã", Rows: []*decision.Row{{Cells: []*decision.Cell{column(decision.All)}}}}
	if got := besides(&decision.Decision{Annexes: []*decision.Annex{plain}}, plain); got != nil {
		t.Errorf("%q", got)
	}
}
