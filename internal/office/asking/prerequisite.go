package asking

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/vi"
)

// Required is what a level asks to be held before it, with how that came out.
type Required struct {
	ID           string               `json:"id"`
	Level        criteria.Level       `json:"level"`
	Year         int                  `json:"year"`
	Prerequisite *assess.Prerequisite `json:"prerequisite"`
}

// Prerequisites are what levels ask to be held before them that a text names: by its words, by
// "điều kiện tiên quyết", or by the number 1 of a level whose criteria begin behind it. It is for
// texts that name no indicator.
func Prerequisites(a *assess.Assessment, level criteria.Level, text string) (out []Required) {
	if l, rest := leveled(text); l != "" {
		level, text = l, rest
	}
	said := vi.Fold(strings.TrimSpace(text))
	for i := range a.Levels {
		l := &a.Levels[i]
		p := l.Prerequisite
		if p == nil || level != "" && l.Level != level {
			continue
		}
		first := said == "1" && len(l.Criteria) > 0 && l.Criteria[0].No != "1" && level != ""
		if first || said == "tien quyet" || said == "dieu kien tien quyet" || meant(p.Text, text) < hasTheWords {
			out = append(out, Required{string(l.Level) + "/tien-quyet", l.Level, a.Year, p})
		}
	}
	return out
}
