package commune

import "testing"

// T14: what may be left out of a rate is a part of what it counts, as far as both
// are counted and of one year.
func TestT14WhatMayBeLeftOut(t *testing.T) {
	const rate, count = "figures:\n  - {id: multidimensional_poverty_rate, ", "}\n  - {id: poor_households_left_out, "
	for body, refused := range map[string]bool{
		"numerator: 61, denominator: 3987" + count + "value: 20":                         false,
		"numerator: 61, denominator: 3987" + count + "value: 61":                         false,
		"numerator: 61, denominator: 3987" + count + "value: 62":                         true,
		"numerator: 61, denominator: 3987, year: 2023" + count + "value: 62":             true,
		"numerator: 61, denominator: 3987, year: 2022" + count + "value: 62":             false, // of two years
		"numerator: 61, denominator: 3987, year: 2022" + count + "value: 62, year: 2022": true,
		"value: 1.53" + count + "value: 62":                                              false,
		"numerator: 61, denominator: 3987" + count + "numerator: 1, denominator: 2":      true, // no count
	} {
		if _, err := read(t, rate+body+"}\n"); (err != nil) != refused {
			t.Errorf("%s: %v, want refused %v", body, err, refused)
		}
	}
	if _, err := read(t, "figures:\n  - {id: poor_households_left_out, value: 62}\n"); err != nil {
		t.Errorf("the count alone: %v", err)
	}
}
