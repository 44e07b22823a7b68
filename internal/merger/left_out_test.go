package merger

import (
	"fmt"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// T14: what may be left out of a rate adds up where every part reports it, is open
// where only some do, and is nothing to find out where none does.
func TestT14WhatMayBeLeftOut(t *testing.T) {
	const id = "poor_households_left_out"
	for name, tt := range map[string]struct {
		counts   [2]int64 // -1: not reported
		sum      string
		openText string
	}{
		"both":    {[2]int64{20, 5}, "25", ""},
		"a zero":  {[2]int64{20, 0}, "20", ""},
		"one":     {[2]int64{20, -1}, "", "chưa có số liệu của xã Giả Định B"},
		"neither": {[2]int64{-1, -1}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			parts := []Reported{{part("A"), inventedReport(t)}, {part("B"), inventedReport(t)}}
			for i, n := range tt.counts {
				if n >= 0 {
					count := commune.Figure{ID: id, Measure: commune.Number{Decimal: decimal.NewFromInt(n)}}
					parts[i].Report.Figures = append(parts[i].Report.Figures, count)
				}
			}
			got, open := Figures(into, 2023, parts, packs.Embedded())
			hold(t, got, open)
			sum := ""
			if f := got.Measured()[id]; f != nil {
				sum = fmt.Sprint(f.Measure)
			}
			if reason := reasonOf(open, id); sum != tt.sum || reason != tt.openText {
				t.Errorf("sum %q, open for %q", sum, reason)
			}
		})
	}
}
