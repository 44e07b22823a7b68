package label

import (
	"strings"

	"ntm/internal/pattern"
)

// LevelOf is the level that folded words name, the highest of them: a title that speaks
// of "nông thôn mới nâng cao" speaks of "nông thôn mới" too.
func LevelOf(folded string) string {
	switch {
	case strings.Contains(folded, "kieu mau"):
		return "kieu-mau"
	case strings.Contains(folded, "nang cao"):
		return "nang-cao"
	case strings.Contains(folded, "hien dai"):
		return "hien-dai"
	case strings.Contains(folded, "nong thon moi"), strings.Contains(folded, "ntm"):
		return "ntm"
	}
	return ""
}

// NamesSeveral tells whether the folded title of a decision is of more than one set: a
// clause of it that names no annex may then be of any.
func NamesSeveral(title string) bool {
	rest := title
	for _, level := range []string{"nang cao", "kieu mau", "hien dai"} {
		rest = strings.ReplaceAll(strings.ReplaceAll(rest, "nong thon moi "+level, ""), "ntm "+level, "")
	}
	return strings.Contains(title, "cac bo tieu chi") || LevelOf(title) != "ntm" && LevelOf(rest) == "ntm"
}

// LevelsIn are the levels that the folded title of a decision may be of: those it names, and where it speaks of several
// sets without naming them, the two that every period has.
func LevelsIn(title string) []string {
	if !NamesSeveral(title) {
		if level := LevelOf(title); level != "" {
			return []string{level}
		}
		return nil
	}
	var out []string
	rest := title
	for _, level := range []string{"nang cao", "kieu mau", "hien dai"} {
		if strings.Contains(title, level) {
			out = append(out, strings.ReplaceAll(level, " ", "-"))
		}
		rest = strings.ReplaceAll(strings.ReplaceAll(rest, "nong thon moi "+level, ""), "ntm "+level, "")
	}
	if LevelOf(rest) == "ntm" || len(out) == 0 {
		out = append([]string{"ntm"}, out...)
	}
	if len(out) == 1 {
		out = []string{"ntm", "nang-cao"}
	}
	return out
}

// ofLevel is a heading that names a level and nothing else, folded: "Xã nông thôn mới nâng cao".
var ofLevel = pattern.New(`^(?:(?:muc|chuan|dat chuan|muc dat|muc dat chuan|chi tieu|yeu cau|quy dinh|` +
	`tieu chuan|ap dung|doi voi|cho|cac|bo tieu chi) )*(?:xa )?(?:dat )?(?:chuan )?(?:nong thon moi|ntm)` +
	`(?: nang cao| kieu mau| hien dai)?(?:,? (?:giai doan )?20\d\d ?[-–]? ?20\d\d)?$`)

// LevelNamed is the level that a heading names, "" where it says anything else.
func LevelNamed(text string) string {
	switch folded := Fold(text); {
	case ofLevel.MatchString(folded), folded == "nang cao", folded == "kieu mau", folded == "hien dai":
		return LevelOf("ntm " + folded)
	}
	return ""
}
