package office

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// The level that was named must be one of the year's; without one it is the highest.
func TestUpTo(t *testing.T) {
	lib := packs.Embedded()
	for _, c := range []struct {
		named, want criteria.Level
		year        int
		refused     bool
	}{
		{"", criteria.KieuMau, 2023, false},
		{criteria.NTM, criteria.NTM, 2023, false},
		{"", criteria.NTM, 2026, false},
		{criteria.KieuMau, "", 2026, true},
		{"", criteria.NTM, 2009, true},
	} {
		got, err := UpTo(lib, c.named, c.year, "Thanh Hóa")
		if got != c.want || (err != nil) != c.refused {
			t.Errorf("%q in %d: %q, %v", c.named, c.year, got, err)
		}
	}
}
