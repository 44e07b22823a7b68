package label

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

var (
	countOnly  = pattern.New(`^\(?(\d|i{1,3}|iv)\)?[.:]?$`)
	aboveCount = pattern.New(`\b(nhom|khu vuc|vung|dia ban)\b`)
)

// CountedBelow reads a number below a heading that says of what: "Yêu cầu theo nhóm xã"
// over 1, 2 and 3.
func CountedBelow(above, text string) (Kind, []string) {
	m := countOnly.FindStringSubmatch(vi.Fold(strings.TrimSpace(text)))
	if m == nil {
		return Unclear, nil
	}
	switch what := aboveCount.FindAllString(Fold(above), -1); {
	case len(what) != 1:
		return Unclear, nil
	case what[0] == "nhom":
		return Group, idsOf("nhom-", m[1])
	default:
		return Zone, idsOf(strings.ReplaceAll(what[0], " ", "-")+"-", m[1])
	}
}
