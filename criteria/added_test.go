package criteria_test

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

const inventedAddition = `schema: ntm.overlay.v1
id: gia-dinh
name: Quy định giả định
layer: office
years: {from: 2026, to: 2030}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2026-01-05}
add:
  - level: ntm
    no: '3'
    name: Phát triển kinh tế nông thôn
    indicators:
      - no: '3.1'
        name: Thu nhập giả định
        rules:
          - {figure: income_per_capita, at_least: {nhom-1: 9, nhom-2: 7, nhom-3: 5}, status: recalled, source: giả định}
`

// What a year lacks is counted with what packs add for every province, and what they add is
// listed cell by cell.
func TestWhatPacksAddIsNoLongerLacking(t *testing.T) {
	with, err := loadOffice(t, inventedAddition)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		lib           *criteria.Library
		year, missing int // 0 for a year that lacks nothing
		cells         int // added to its set
	}{{packs.Embedded(), 2026, 47, 0}, {with, 2026, 46, 3}, {with, 2023, 0, 0}, {packs.Embedded(), 2009, 0, 0}} {
		lacks := tt.lib.LacksIn(tt.year)
		if missing := len(lacks) > 0; missing != (tt.missing > 0) || missing && lacks[0].Missing() != tt.missing {
			t.Errorf("%d lacks %v, want %d", tt.year, lacks, tt.missing)
		}
		std, ok := tt.lib.Standard(criteria.NTM, tt.year)
		if !ok {
			continue
		}
		laid, cells, err := tt.lib.Added(std, "")
		if err != nil || len(cells) != tt.cells || (len(laid) > 0) != (tt.cells > 0) {
			t.Errorf("%d: %d cells are added, want %d; %v", tt.year, len(cells), tt.cells, err)
		}
		for _, c := range cells {
			if c.Requirement.Basis.Decision != "00/QĐ-GIẢ-ĐỊNH" || c.Indicator.No != "3.1" {
				t.Errorf("a cell of %s, %s", c.Indicator.No, c.Requirement.Basis.Decision)
			}
		}
	}
}
