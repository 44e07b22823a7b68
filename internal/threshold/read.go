package threshold

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// Read reads a cell. Its lines are apart by "\n".
func Read(words string) Reading {
	r := read(words)
	r.Words = words
	return r
}

// toAll is a rate up to all of them, which is one from there on: "Đạt từ 95% đến 100%".
var toAll = pattern.New(`(?i)^(?:đạt\s+)?từ\s+(\d{1,2}(?:,\d+)?)\s*%?\s*(?:đến|tới|-|–)\s*100\s*%$`)

// metFrom is a rate that is met from there on: "Đạt từ 75%", where nothing says how far.
var metFrom = pattern.New(`(?i)^(?:phải )?đạt\s+(?:tỷ lệ\s+)?từ\s+(\d{1,3}(?:,\d+)?)(\s*%)?$`)

// sayNothing is what may stand behind a threshold and asks for the same of everyone.
var sayNothing = pattern.New(`(?i)\s*\((?:áp dụng )?(?:đạt )?(?:chung )?(?:cho|đối với) (?:cả )?(?:nam và nữ|` +
	`nam, nữ|cả nam và nữ|hai giới|tất cả các xã|mọi xã|tất cả các vùng)\)|\s*\(nếu có\)|,?\s+nếu có$`)

// metBy is a number in brackets behind the word that it says the meaning of: "Đạt (≥ 80%)".
var metBy = pattern.New(`(?i)^(?:đạt|đạt chuẩn|đạt yêu cầu|có)\s*\(([^()]+)\)$`)

// longest is how many bytes a cell may have to be read as a threshold.
const longest = 1500

func read(words string) Reading {
	switch {
	case len(words) > longest:
		return unread("ô này quá dài để là một mức")
	case strings.ContainsAny(words, "\uFFFC\uFFFD"):
		return unread("trong ô có hình, công thức hoặc ký tự mà máy không đọc được")
	case typed.Legacy(words) != "":
		return unread("ô này ghi bằng phông chữ cũ (" + typed.Legacy(words) + ")")
	}
	lines := vi.NonEmpty(list.Map(strings.Split(words, "\n"), clean)...)
	text := strings.Join(lines, " ")
	text, mark := withoutMark(cmp.Or(sayNothing.ReplaceAllString(text, ""), text))
	if mark != "" {
		lines = nil // the mark is on the last line; the parts below are read without it or not at all
	}
	r := readText(text)
	if short := withoutCited(text); r.Kind == Unread && short != text {
		if one := readText(short); one.Kind == Word || one.Kind == Value || one.Kind == Grade {
			r = one
		}
	}
	if r.Kind == Unread {
		if parts, ok := readParts(text, lines); ok {
			r = parts
		}
	}
	r.Mark = mark
	return r
}

// readText reads a cell that says one thing.
func readText(text string) Reading {
	text = strings.TrimRight(text, " .;,")
	if m := toAll.FindStringSubmatch(text); m != nil {
		text = "≥ " + m[1] + "%"
	} else if m := metFrom.FindStringSubmatch(text); m != nil {
		text = "≥ " + m[1] + m[2]
	}
	if m := metBy.FindStringSubmatch(text); m != nil {
		if r, ok := readValue(cursorOf(m[1])); ok {
			return r
		}
	}
	c := cursorOf(text)
	if c.done() {
		return Reading{Kind: None}
	}
	if r, ok := readWhole(c); ok {
		return r
	}
	c.bullet()
	if r, ok := readWhole(c); ok {
		return r
	}
	for _, reader := range []func(cursor) (Reading, bool){readProvince, readMinistry, readGrade, readValue} {
		if r, ok := reader(c); ok {
			return r
		}
	}
	if r, ok := readRemarked(text); ok {
		return r
	}
	return unread(why(c))
}

// fromOnly is a number behind "từ", with nothing that says how far: "Từ 85%".
var fromOnly = pattern.New(`(?i)^((?:phải |phải đạt |có |tỷ lệ )?từ)\s+\d`)

// InColumn reads a cell of a column of thresholds: there "từ 85%" is the least that is asked.
func InColumn(words string) Reading {
	r := Read(words)
	if r.Kind != Unread {
		return r
	}
	text := clean(strings.ReplaceAll(words, "\n", " "))
	m := fromOnly.FindStringSubmatch(text)
	if m == nil {
		return r
	}
	least := Read("≥" + text[len(m[1]):])
	if least.Kind != Value || least.Op != AtLeast || least.Unit == "" {
		return r
	}
	least.Words, least.IsFrom = words, true
	return least
}

// bullet takes the dash of a list. A dash at a number is none.
func (c *cursor) bullet() {
	if len(c.tokens) > 1 && c.tokens[0].key == "-" && c.tokens[1].spaced {
		c.next()
	}
}

func readWhole(c cursor) (Reading, bool) {
	r, ok := take(&c, whole)
	return Reading{Kind: r.kind, Word: r.word}, ok && c.done()
}

// readProvince reads "UBND cấp tỉnh quy định cụ thể" in its forms.
func readProvince(c cursor) (Reading, bool) {
	skip(&c, handsOver)
	rule := skip(&c, ruleOf)
	if !skip(&c, provinces) {
		return Reading{}, false
	}
	c.skipName()
	set := skip(&c, sets)
	c.sign(",")
	skip(&c, suiting)
	return Reading{Kind: Province}, c.done() && (rule || set)
}

// skipName takes the name of a province: "UBND tỉnh Gia Định".
func (c *cursor) skipName() {
	const longest = 4 // words
	for range min(longest, len(c.tokens)) {
		if first, _ := utf8.DecodeRuneInString(c.words()); !unicode.IsUpper(first) {
			return
		}
		c.next()
	}
}

// readMinistry reads "theo quy định của Bộ Y tế" in its forms. "Đạt theo quy định của Bộ Y tế" says what is asked.
func readMinistry(c cursor) (Reading, bool) {
	isMet := !c.done() && c.tokens[0].key == key("đạt")
	skip(&c, handsOver)
	rule := skip(&c, ruleOf)
	ministry, ok := take(&c, ministries)
	if !ok {
		return Reading{}, false
	}
	set := skip(&c, sets)
	if isMet {
		return Reading{Kind: Word, Word: "đạt"}, c.done() && (rule || set)
	}
	return Reading{Kind: Ministry, Word: ministry}, c.done() && (rule || set)
}

// readGrade reads "Loại khá trở lên".
func readGrade(c cursor) (Reading, bool) {
	before := c
	skip(&c, gradeLeads)
	grade, ok := take(&c, grades)
	if !ok {
		c = before
		grade, ok = take(&c, grades)
	}
	if !ok {
		return Reading{}, false
	}
	op, closed := take(&c, closings)
	waits := slices.ContainsFunc(before.tokens, func(t token) bool { return t.key == key("từ") })
	return Reading{Kind: Grade, Word: grade, Op: op}, c.done() && (closed || !waits) && op != AtMost
}

// numberProblem is what is wrong with the first number itself, if anything is.
func (c *cursor) numberProblem() string {
	rest := *c
	for !rest.done() && !rest.atNumber() {
		rest.next()
	}
	if rest.done() {
		return ""
	}
	number := rest.next()
	unit, _ := take(&rest, units)
	if _, _, err := typed.Number(number, typed.Meaning{Unit: unitToRead(unit)}); err != nil {
		return problem.Of(err)[0].Message
	}
	return ""
}

func unread(why string) Reading { return Reading{Kind: Unread, Why: why} }

// why says what stopped the reading of a cell.
func why(c cursor) string {
	numbers := list.Count(c.tokens, func(t token) bool { return t.isNumber })
	switch said := c.numberProblem(); {
	case numbers == 0:
		return "không rõ ô này yêu cầu gì"
	case numbers == 1 && said != "":
		return said
	case numbers > 1:
		return "trong ô có nhiều số, máy không chắc số nào là mức"
	}
	return "trong ô còn chữ mà máy không hiểu, con số có thể mang nghĩa khác"
}
