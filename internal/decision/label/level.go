package label

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
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

// CaptionLead is what counts the tables before their caption: "Bảng 2.", "Phần I:".
var CaptionLead = pattern.New(`^(?:(?:bang|bieu|phu bieu|bieu so|phan|muc|phu luc)(?: so)? ?(?:\d{1,2}|[ivx]+|[a-h])?` +
	`(?:[.]\d{1,2})*|\d{1,2}|[ivx]+|[a-h])? ?[.:)–-]? ?(?:\(tiep(?: theo)?\)[.:]? ?)?`)

// partOfSet is a counted line of the part of a set that a table is: "II. Chỉ tiêu về giáo dục thuộc Bộ tiêu chí
// quốc gia về xã nông thôn mới nâng cao", "Phần II. …".
var partOfSet = pattern.New(`^(?:(?:phan|muc|chuong) )?(?:[ivx]+|[a-h]|\d)[.):] ?(?:(?:cac|bo) )?` +
	`(?:chi tieu|tieu chi|noi dung)\b.* ` +
	`(?:thuoc|cua|trong) (?:cac )?bo tieu chi .*\bxa (?:dat chuan )?(?:nong thon moi|ntm)` +
	`( nang cao| kieu mau| hien dai)?(?: giai doan 20\d\d ?[-–]? ?20\d\d)?[ .:]*$`)

// LevelAlone is the level that a line names and nothing else, behind what counts it: "II. XÃ NÔNG
// THÔN MỚI NÂNG CAO"; "" where it says more.
func LevelAlone(text string) string {
	if folded := vi.Fold(vi.OneLine(text)); partOfSet.MatchString(folded) {
		return LevelOf("ntm" + partOfSet.FindStringSubmatch(folded)[1])
	}
	return LevelNamed(CaptionLead.ReplaceAllString(Fold(text), ""))
}

// OfCommunes is what a set is of that is for communes.
const OfCommunes = "xã"

// ofVillages is the title of a set that is not for communes, but for what is in them.
var ofVillages = pattern.New(`tieu chi (?:quoc gia )?(?:ve )?(?:cong nhan )?(?:thon|ap|ban|xom|khu dan cu|khu pho|` +
	`to dan pho|vuon|ho gia dinh|mo hinh thon)\b|` +
	`\b(?:thon|ap|khu dan cu|thon, ban|ban) (?:nong thon moi|ntm|dat chuan|thong minh)\b`)

// ForWhat is what a set is for, by its title and the words around it, folded.
func ForWhat(title, words string) string {
	switch {
	case ofVillages.MatchString(title):
		return "thôn"
	case strings.Contains(words, "huyen nong thon moi"), strings.Contains(words, "thi xa, thanh pho"):
		return "huyện"
	case strings.Contains(words, "tinh nong thon moi"), strings.Contains(words, "tinh hoan thanh"),
		strings.Contains(words, "tinh, thanh pho hoan thanh"):
		return "tỉnh"
	}
	return OfCommunes
}
