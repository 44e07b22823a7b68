package clause

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// whole is what may stand between "bãi bỏ" and the indicators that are repealed, or behind it where they stand before
// it, folded.
var whole = pattern.New(`^(?:cac |toan bo |ca |noi dung |hai |muc |tai |phu luc [ivx\d]+|[-\s.,;:]|ke tu .*$)*$`)

// isOfWords tells whether what stands behind "bãi bỏ" is some words of an indicator, and not the indicator: anything
// but the indicator itself stands before its number.
func isOfWords(behind string) bool {
	folded := vi.Fold(behind)
	for _, name := range []string{"chi tieu", "tieu chi"} {
		if at := strings.Index(folded, name); at >= 0 {
			folded = folded[:at]
		}
	}
	return !whole.MatchString(folded)
}
