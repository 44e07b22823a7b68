package collation_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"

	"pgregory.net/rapid"
)

// Whatever numbers a decision has for the regions, each row says the number of its own columns, with
// its own words, and is sure only where no other stands beside it.
func TestEveryColumnSaysItsOwn(t *testing.T) {
	lib := collationtest.Library(t)
	std := collationtest.Standard(t, "ntm-2021-2025")
	law := collation.NewLaw(lib, std, "")
	rapid.Check(t, func(rt *rapid.T) {
		asked, cells := map[criteria.Region]int{}, []string{"≥ 50%"}
		for _, c := range criteria.Regions {
			asked[c] = rapid.SampledFrom([]int{80, 85, 90}).Draw(rt, string(c))
			cells = append(cells, fmt.Sprintf("≥ %d%%", asked[c]))
		}
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
			"15|Y tế|15.1. Tỷ lệ người dân tham gia bảo hiểm y tế|"+strings.Join(cells, "|"))
		seen := map[criteria.Region]bool{}
		for _, row := range collation.Collate(law, nil, []collation.Paper{p}).Rows {
			if row.Topic.ID != "ntm/15.1" {
				continue
			}
			for _, c := range row.Columns {
				want := fmt.Sprint(asked[c])
				if seen[c] = true; row.Said.Asks.Value() != want || row.Said.Words != "≥ "+want+"%" ||
					row.Said.Asks.Op != criteria.AtLeast || row.Said.Kind == collation.Again {
					rt.Errorf("%s: %s %q of %q, want %s: %v", c, row.Said.Kind, row.Said.Asks.Value(),
						row.Said.Words, want,
						row.Said.Why)
				}
			}
		}
		if len(seen) != len(criteria.Regions) {
			rt.Errorf("rows for %d columns", len(seen))
		}
	})
}

// A later decision over an earlier one: what it says of a row goes before, what it leaves out stays
// as the earlier has it.
func TestTheLastThatSaysAnythingGoesBefore(t *testing.T) {
	lib := collationtest.Library(t)
	law := collation.NewLaw(lib, collationtest.Standard(t, "ntm-2021-2025"), "")
	paper := func(cells ...string) collation.Paper {
		var lines []string
		for i, name := range []string{"15.1. Tỷ lệ người dân tham gia bảo hiểm y tế",
			"15.3. Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi"} {
			if cells[i] != "" {
				lines = append(lines, collationtest.Each("15", "Y tế", name, cells[i]))
			}
		}
		return collationtest.Paper(t, criteria.Nation, append([]string{collationtest.ByRegion}, lines...)...)
	}
	for _, tt := range []struct {
		name         string
		first, later []string
		want         [2]string // of 15.1 and 15.3
	}{
		{"one alone", []string{"≥ 91%", "≤ 21%"}, nil, [2]string{"91", "21"}},
		{"both", []string{"≥ 91%", "≤ 21%"}, []string{"≥ 96%", "≤ 16%"}, [2]string{"96", "16"}},
		{"the later leaves one out", []string{"≥ 91%", "≤ 21%"}, []string{"≥ 96%", ""}, [2]string{"96", "21"}},
		{"the earlier does", []string{"≥ 91%", ""}, []string{"", "≤ 16%"}, [2]string{"91", "16"}},
	} {
		papers := []collation.Paper{paper(tt.first...)}
		if tt.later != nil {
			papers = append(papers, paper(tt.later...))
		}
		got := map[string]string{}
		for _, row := range collation.Collate(law, nil, papers).Rows {
			if row.Said.Kind != collation.Absent {
				got[row.Topic.ID] = row.Said.Asks.Value()
			}
		}
		if got["ntm/15.1"] != tt.want[0] || got["ntm/15.3"] != tt.want[1] {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
