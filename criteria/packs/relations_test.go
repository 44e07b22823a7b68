package packs

import (
	"strings"
	"testing"

	"ntm/criteria"
)

// Relations lead to figures that there are, compare what can be compared, and come back to
// nothing.
func TestRelationsOfTheDictionary(t *testing.T) {
	rate := func(id string, rel ...criteria.Relation) *criteria.Figure {
		return &criteria.Figure{ID: id, Unit: criteria.Percent, CountedIn: "hộ", Numerator: "n", Denominator: "d",
			Relations: rel}
	}
	yes := &criteria.Figure{ID: "yes", Unit: criteria.Declared}
	part := func(to string) criteria.Relation { return criteria.Relation{Kind: criteria.PartOf, To: to} }
	for name, tt := range map[string]struct {
		figures []*criteria.Figure
		want    string
	}{
		"right":          {[]*criteria.Figure{rate("a", part("b")), rate("b")}, ""},
		"no such figure": {[]*criteria.Figure{rate("a", part("x"))}, "không có số liệu nào mã này"},
		"itself":         {[]*criteria.Figure{rate("a", part("a"))}, "đi vòng"},
		"a circle": {[]*criteria.Figure{rate("a", part("b")), rate("b", part("c")), rate("c", part("a"))},
			"đi vòng"},
		"twice":            {[]*criteria.Figure{rate("a", part("b"), part("b")), rate("b")}, "ghi hai lần"},
		"what is declared": {[]*criteria.Figure{rate("a", part("yes")), yes}, "không hợp với"},
		"in other units": {[]*criteria.Figure{{ID: "n", Unit: "trường", Relations: []criteria.Relation{part("b")}},
			rate("b")}, "không hợp với"},
		"a chain of totals": {[]*criteria.Figure{rate("a", criteria.Relation{Kind: criteria.SameTotalAs, To: "b"}),
			rate("b", criteria.Relation{Kind: criteria.SameTotalAs, To: "c"}), rate("c")}, "không hợp với"},
	} {
		c := checker{lib: &criteria.Library{Figures: map[string]*criteria.Figure{}}, ids: map[string]criteria.Pos{}}
		for _, f := range tt.figures {
			c.lib.Figures[f.ID] = f
		}
		for _, f := range tt.figures {
			c.relations(f)
		}
		got := ""
		if len(c.problems) > 0 {
			got = c.problems[0].Message
		}
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
