package threshold

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

var (
	// metApart is a word that something is met, apart from the number that it stands with: "Đạt (100%)", "100% (Đạt)".
	metApart = pattern.New(`^(?:dat|dat chuan|dat yeu cau|co)\s*[(:;,/-]|` +
		`[(;]\s*(?:dat|dat chuan|dat yeu cau|co)\s*\)?$`)
	// metBefore is one that a number follows: "Đạt 100%".
	metBefore = pattern.New(`^(?:phai )?dat\b`)
)

// MetBeside tells whether a cell with a number says, too, that something is met: isApart where the word stands by
// itself, "Đạt (100%)", and not as the verb of the number, "Đạt 100%".
func (r *Reading) MetBeside() (is, isApart bool) {
	if r.Kind != Value {
		return false, false
	}
	folded := vi.Fold(strings.ReplaceAll(strings.TrimSpace(r.Words), "\n", "; "))
	isApart = metApart.MatchString(folded)
	return isApart || metBefore.MatchString(folded), isApart
}
