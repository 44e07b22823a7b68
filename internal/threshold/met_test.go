package threshold_test

import (
	"testing"

	"ntm/internal/threshold"
)

// A number may stand beside a word that something is met, or behind it as its verb.
func TestMetBesideNumbers(t *testing.T) {
	for words, want := range map[string][2]bool{
		"Đạt (100%)": {true, true}, "100% (Đạt)": {true, true}, "Đạt\n100%": {true, true}, "Có (100%)": {true, true},
		"Đạt: 100%": {true, true}, "Đạt 100%": {true, false}, "Phải đạt ≥ 21%": {true, false}, "100%": {false, false},
		"Đạt": {false, false}, "≥ 90% (đạt chuẩn)": {true, true}, "Có ít nhất 01 mô hình": {false, false},
	} {
		r := threshold.Read(words)
		if is, isApart := r.MetBeside(); is != want[0] || isApart != want[1] {
			t.Errorf("%q: %t, %t", words, is, isApart)
		}
	}
}
