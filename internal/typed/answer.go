package typed

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ntm/internal/vi"
)

// The answers people give, all of them. A bare "chưa có" is in neither list: it
// may be a no or no answer at all; see [Blank]. Nor is "cơ bản đạt", which is a
// council's word.
var (
	yesWords = listOf("đạt; đạt chuẩn; đạt yêu cầu; đã đạt; có; rồi; đã có; đúng; yes; true; 1; " + checks)
	noWords  = listOf(`chưa đạt; chưa đạt chuẩn; chưa đạt yêu cầu; không đạt; không đạt chuẩn; không đạt yêu cầu; chưa;
		không; sai; no; false; 0; ` + crosses)
	hasWords    = listOf("có; còn; yes; true; 1; " + checks)
	hasNotWords = listOf("không; không có; không còn; hết; no; false; 0; " + crosses)
	ticks       = listOf(checks + ";" + crosses)
	almost      = listOf("cơ bản đạt; cơ bản")
	noneOf      = listOf("không có")
	notGiven    = listOf(`chưa có; chưa có số liệu; chưa có số; không có số liệu; chưa có thông tin; không có thông tin;
		chưa xác định; không xác định; kxđ; chưa rõ; không rõ; chưa biết; không biết; chưa thống kê; chưa báo cáo;
		chưa cập nhật; n/a; #n/a; null; nan`)
	longestBlank = longestOf(notGiven)
)

// What people tick with, and what they strike out with.
const (
	checks  = "x; v; ✓; ✔; ☑; √; ✅"
	crosses = "✗; ✘; ❌"
)

// isDash tells strokes, dots and question marks.
func isDash(r rune) bool { return strings.ContainsRune(`-−_.…?/\ `, r) || '‐' <= r && r <= '―' }

// bare is an answer without the signs around it.
func bare(text string) string { return strings.Trim(clean(text), " .,;!()[]\ufe0f\ufe0e") }

// YesNo reads Đạt or Chưa đạt, Có or Không, as officials type or tick them.
func YesNo(text string) (yes bool, err error) {
	t := bare(text)
	switch {
	case yesWords.has(t):
		return true, nil
	case noWords.has(t):
		return false, nil
	case almost.has(t):
		return false, refuse(text, "ghi Đạt nếu đã đủ, Chưa đạt nếu còn thiếu", "ở đây chỉ ghi Đạt hoặc Chưa đạt")
	case noneOf.has(t):
		return false, refuse(text, "chưa đạt thì ghi Chưa đạt, chưa có số liệu thì để trống",
			"có thể hiểu là Chưa đạt hoặc chưa có số liệu")
	}
	return false, refuse(text, "ghi Đạt hoặc Chưa đạt, Có hoặc Không; chưa biết thì để trống",
		"ở đây cần một câu trả lời có hoặc không")
}

// Has reads the answer to whether there is something: Có or Không. Đạt and Chưa
// đạt, and a bare "chưa", answer another question.
func Has(text string) (bool, error) {
	t := bare(text)
	switch {
	case hasWords.has(t):
		return true, nil
	case hasNotWords.has(t):
		return false, nil
	}
	return false, refuse(text, "ghi Có hoặc Không; chưa biết thì để trống", "ở đây chỉ ghi Có hoặc Không")
}

// Ticks tells whether an answer is a tick or a letter in place of one, which may also strike out.
func Ticks(text string) bool {
	return ticks.has(bare(text))
}

// Blank tells whether a text says that nothing is reported: an empty cell, a
// dash, "chưa có số liệu". "0" is a figure, and "không" alone an answer.
func Blank(text string) bool {
	if strings.ContainsAny(text, "0123456789") {
		return false
	}
	t := clean(text)
	return strings.TrimFunc(t, isDash) == "" || utf8.RuneCountInString(t) <= longestBlank && notGiven.has(t)
}

// list is words by their folded form: a sheet of a province has a million cells
// to hold against them.
type list map[string][]string

func listOf(words string) list {
	l := list{}
	for w := range strings.SplitSeq(words, ";") {
		w = strings.TrimSpace(w)
		l[vi.Fold(w)] = append(l[vi.Fold(w)], w)
	}
	return l
}

// longestOf is how many letters the longest of some words has.
func longestOf(l list) (most int) {
	for _, words := range l {
		for _, w := range words {
			most = max(most, utf8.RuneCountInString(w))
		}
	}
	return most
}

// has tells whether a text is one of the words, its accents left out or not.
func (l list) has(text string) bool {
	return text != "" && slices.ContainsFunc(l[vi.Fold(text)],
		func(w string) bool { return strings.EqualFold(text, w) || vi.LeavesOut(text, w) })
}
