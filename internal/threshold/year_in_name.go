package threshold

import (
	"strconv"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// yearAmong is a year among the words of an indicator: "Thu nhập bình quân đầu người năm
// 2022 (triệu đồng/người)"; and beside one that it is compared with, or begins or ends there.
var (
	yearAmong = pattern.New(`(?i)\s*[-–:,]?\s*\(?\s*(?:của |trong )?\bnăm\s+(20\d\d)\b\)?\s*[:;,]?`)
	yearOf    = pattern.New(`(?:so voi|den|tu|truoc|sau|het|cuoi|dau|giai doan|ke tu|hang|va)$`)
	anyYear   = pattern.New(`\b20\d\d\b`)
)

// YearInName is the year that an indicator's words are of, and the words without it; false
// where they have none, or more than one.
func YearInName(name string) (year int, rest string, ok bool) {
	name = vi.NFC(name)
	found := yearAmong.FindAllStringSubmatch(name, -1)
	if len(found) != 1 || len(anyYear.FindAllString(name, -1)) > 1 {
		return 0, name, false
	}
	before, after, _ := strings.Cut(name, found[0][0])
	if yearOf.MatchString(strings.TrimSpace(vi.Fold(before))) {
		return 0, name, false
	}
	year, err := strconv.Atoi(found[0][1])
	return year, strings.Trim(vi.OneLine(before+" "+after), " :;,"), err == nil
}
