package decision

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// condition is a numbered paragraph.
var condition = pattern.New(`^(\d{1,2})[.)]\s+(\S.*)$`)

// readConditions takes the numbered paragraphs of a decision that sets conditions without
// a table, as the one on xã nông thôn mới kiểu mẫu does: below its annex or its title,
// numbered from 1 on, up to the next article. One that names one threshold and says nothing
// else about it is read; the others are for a person.
func (f *finder) readConditions() {
	from := 0
	for i, l := range f.all {
		folded := vi.Fold(l.text)
		if annexWords.MatchString(folded) && len(folded) < 100 || strings.HasPrefix(folded,
			"quy dinh xa nong thon moi") {
			from = i
		}
	}
	column := &Column{Kind: All, Heading: "điều kiện"}
	a := &Annex{Title: f.Title}
	for _, l := range f.all[from:] {
		if len(a.Rows) > 0 && nextArticle.MatchString(l.text) {
			break
		}
		m := condition.FindStringSubmatch(l.text)
		if m == nil || l.table != 0 {
			continue
		}
		if m[1] == "1" && len(a.Rows) > 0 {
			break // another list
		}
		row := &Row{CriterionNo: m[1], No: m[1], Name: strings.TrimRight(m[2], " .;")}
		cell := &Cell{Column: column, Words: m[2], Reading: askedIn(m[2])}
		if cell.Reading.Kind == threshold.Unread {
			cell.doubt(row, notTable)
		}
		row.Cells = []*Cell{cell}
		a.Rows = append(a.Rows, row)
	}
	if len(a.Rows) == 0 || a.Rows[0].No != "1" {
		return
	}
	f.Annexes = append(f.Annexes, a)
	a.Doubts = append(a.Doubts, Doubt{What: "đọc từ các đoạn văn có đánh số, không phải từ bảng"})
}

// nextArticle begins another article or chapter of a decision.
var nextArticle = pattern.New(`(?i)^(?:điều|chương|mục|phụ lục)\s+[\dIVX]+\b`)

// onlyYears are years and periods, which are no thresholds.
var onlyYears = pattern.New(`(?i)(?:giai đoạn|năm)?\s*20\d\d(?:\s*[-–]\s*20\d\d)?`)

// besideIt are words by which a threshold may be another than its number, folded.
var besideIt = pattern.New(`\b(?:so voi|cao hon|thap hon|tang|giam|gap|rieng|tru|hoac|neu|truong hop|trong do|` +
	`khong con|chua|bang)\b`)

// askedWords find a threshold among the words of a paragraph: from its comparison on.
var askedWords = pattern.New(`(?i)(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|từ|[≥≤])\s*` +
	`(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)`)

// askedIn reads the one threshold that a paragraph names: "Có ít nhất một mô hình thôn
// thông minh". Where there are two, or words that may change it, a person reads.
func askedIn(text string) threshold.Reading {
	unread := threshold.Reading{Kind: threshold.Unread, Words: text, Why: notTable}
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

const notTable = "điều kiện nằm trong đoạn văn, không phải trong bảng"
