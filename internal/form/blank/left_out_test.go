package blank

import (
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"

	"github.com/shopspring/decimal"
)

// T14: what a rule may leave out of the rate of poverty is asked right under the
// rate, and nobody must answer.
func TestT14WhatMayBeLeftOutIsOptional(t *testing.T) {
	for _, year := range []int{2019, 2023} {
		plan, err := layout.NewPlan(packs.Embedded(), year, criteria.KieuMau, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		asked, optional := 0, 0
		for i := range plan.Groups {
			g := &plan.Groups[i]
			g.Figures = slices.DeleteFunc(g.Figures, func(a layout.Asked) bool { return a.Told != "" })
			asked += len(g.Figures)
			k := slices.IndexFunc(g.Figures, func(a layout.Asked) bool { return a.Optional })
			if k < 0 {
				continue
			}
			optional++
			f, above := &g.Figures[k], g.Figures[k-1].ID
			if f.ID != formtest.LeftOutFigure || above != f.LeavesOutOf || blank(f) != stateFree {
				t.Errorf("%d: %s stands under %s, blank it is %q", year, f.ID, above, blank(f))
			}
		}
		more := asked - plan.Required()
		if want := map[int]int{2019: 0, 2023: 1}[year]; optional != want || more != want {
			t.Errorf("%d: %d optional figures, %d more than required, want %d", year, optional, more, want)
		}
	}
}

func TestT14AnOptionalFigureCountsNowhere(t *testing.T) {
	const name = "Nghèo đa chiều"
	count := commune.Figure{ID: formtest.LeftOutFigure, Measure: commune.Number{Decimal: decimal.NewFromInt(20)}}
	rate := commune.Figure{ID: "multidimensional_poverty_rate", Measure: commune.Number{Decimal: decimal.NewFromInt(1)}}
	for _, tt := range []struct {
		what    string
		figures []commune.Figure
		given   int
	}{
		{"nothing", nil, 0},
		{"the count alone", []commune.Figure{count}, 0},
		{"the rate alone", []commune.Figure{rate}, 1},
		{"both", []commune.Figure{rate, count}, 1},
	} {
		all, _ := formtest.Covered(t, criteria.NTM, &commune.Report{Figures: tt.figures})
		if c := all[name]; c.Asked != 1 || c.Given != tt.given {
			t.Errorf("%s: %+v", tt.what, c)
		}
	}
}
