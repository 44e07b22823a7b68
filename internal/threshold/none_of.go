package threshold

import (
	"slices"
	"strings"
	"unicode"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// noneLeft leads to what there must be none of.
var noneLeft = pattern.New(`^khong (?:con|co|de xay ra|xay ra|phat sinh) `)

// IsNoneOf tells whether a cell asks that there be none of what its indicator names, in words of that name: "Không
// còn nhà tạm" beside "Số nhà tạm, nhà dột nát". An indicator that says so itself is met or not.
func IsNoneOf(cell, name string) bool {
	folded := strings.Trim(vi.Fold(cell), " .;")
	lead := noneLeft.FindString(folded)
	if name = vi.Fold(name); lead == "" || strings.Contains(name, "khong ") {
		return false
	}
	isNoLetter := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	of := strings.FieldsFunc(name, isNoLetter)
	rest := strings.FieldsFunc(folded[len(lead):], isNoLetter)
	return len(rest) > 1 && !slices.ContainsFunc(rest, func(w string) bool { return !slices.Contains(of, w) })
}
