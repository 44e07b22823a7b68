package label

import "ntm/internal/pattern"

// zoneLine is a line of who belongs to a zone, and zoneAsks what it has where it asks something as well.
var (
	zoneLine = pattern.New(`^[-+*• ]*(?:xa )?(?:khu vuc|vung|nhom|dia ban) (?:\d|[ivx]+)(?: ?:| (?:gom|la|bao gom)\b)`)
	zoneAsks = pattern.New(`[%≥≤<>]|\b(?:giam|tang|thap hon|cao hon|it hon|nhieu hon|chi can|mien|khong|ap dung)\b`)
)

// ListsZone tells whether a line says who belongs to a zone, and nothing of thresholds.
func ListsZone(folded string) bool {
	return zoneLine.MatchString(folded) && !zoneAsks.MatchString(folded)
}
