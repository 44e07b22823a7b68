package clause

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// onlyYears are years and periods, which are no thresholds.
var onlyYears = pattern.New(`(?i)(?:giai đoạn|năm)?\s*20\d\d(?:\s*[-–]\s*20\d\d)?`)

// besideIt are words by which a threshold may be another than its number, folded.
var besideIt = pattern.New(`\b(?:so voi|cao hon|thap hon|tang|giam|gap|rieng|tru|hoac|neu|truong hop|trong do|` +
	`khong con|chua|bang)\b`)

// askedWords find a threshold among the words of a paragraph: from its comparison on.
var askedWords = pattern.New(`(?i)(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|từ|[≥≤])\s*` +
	`(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)`)

// AskedIn reads the one threshold that a paragraph names: "Có ít nhất một mô hình thôn
// thông minh". Where there are two, or words that may change it, a person reads.
func AskedIn(text string) threshold.Reading {
	unread := threshold.Reading{Kind: threshold.Unread, Words: text, Why: NotTable}
	plain := onlyYears.ReplaceAllString(text, "")
	if len(askedWords.FindAllString(plain, -1)) != 1 || besideIt.MatchString(vi.Fold(plain)) {
		return unread
	}
	asked := threshold.Beginning(strings.TrimRight(plain[askedWords.FindStringIndex(plain)[0]:], " .;"))
	if asked.Kind != threshold.Value || asked.Unit == "" || asked.Op == threshold.Bare || len(asked.Parts) > 0 {
		return unread
	}
	rest := strings.Replace(plain, asked.Words, "", 1)
	if strings.ContainsAny(rest, "0123456789") {
		return unread
	}
	asked.Words = text
	return asked
}

// NotTable is why what a paragraph asks was not read.
const NotTable = "điều kiện nằm trong đoạn văn, không phải trong bảng"
