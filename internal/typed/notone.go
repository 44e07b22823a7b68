package typed

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// notANumber are the ways of writing that name no single figure, and what they
// are instead. They are looked for in the folded text, which has no hyphens, or
// in the text itself.
var notANumber = []struct {
	folded, asTyped *pattern.Regexp
	what, hint      string
}{
	{asTyped: pattern.New(`^(?i:[-‐-―−] ?\d|âm )|^\(\d[\d., ']*\)`), what: "ở đây cần một số không âm",
		hint: "ghi một số từ 0 trở lên"},
	{asTyped: pattern.New(`^\d[\d.,]*[eE][+-]?\d+$`), what: "số viết theo lũy thừa của 10, ở đây cần số viết đủ chữ số",
		hint: "viết đủ các chữ số, ví dụ 69000000"},
	{asTyped: pattern.New(`\d[^\d/]{0,12} (?i:hoặc|hoac) [^\d/]{0,4}\d`),
		what: "đây là hai số, không rõ số nào đúng", hint: "giữ số đúng, xóa số kia"},
	{asTyped: aRange,
		what: "đây là một khoảng, không phải một số", hint: "ghi đúng số liệu của xã"},
	{folded: pattern.New(`^(?:tren|hon|tu|it nhat|toi thieu|khong duoi|[>≥]) ?=? ?\d|\d.*(?: tro len|\+)$`),
		what: "đây là mức tối thiểu, không phải một số chính xác", hint: "ghi đúng số liệu của xã"},
	{folded: pattern.New(`^(?:duoi|chua den|chua toi|khong qua|nhieu nhat|toi da|[<≤]) ?=? ?\d|\d.* tro ` +
		`xuong$`), what: "đây là mức tối đa, không phải một số chính xác", hint: "ghi đúng số liệu của xã"},
	{folded: pattern.New(`^(?:khoang|gan|xap xi|uoc|uoc dat|uoc tinh|uoc khoang|tam|do|[~≈≃±]) ?\d`),
		what: "đây là số ước chừng, không phải một số chính xác", hint: "ghi đúng số liệu của xã"},
	{asTyped: pattern.New(`^\d[^/]*[/⁄∕] ?\d[^/]*$`), what: "đây là hai số, ở đây cần một số",
		hint: "ghi riêng tử số và mẫu số, hoặc ghi tỷ lệ"},
}

// notOne refuses a text that is no number, or not exactly one. t is text
// cleaned.
func notOne(text, t string) error {
	switch folded := vi.Fold(t); {
	case Blank(t):
		return refuse(text, "ghi một số; chưa có số liệu thì để trống", "ở đây cần một số")
	case !hasDigit.MatchString(t) && nothing.MatchString(folded):
		return refuse(text, "bằng không thì ghi 0; chưa có số liệu thì để trống",
			"có thể hiểu là 0 hoặc chưa có số liệu")
	default:
		for _, n := range notANumber {
			if n.folded != nil && n.folded.MatchString(folded) || n.asTyped != nil && n.asTyped.MatchString(t) {
				return refuse(text, n.hint, "%s", n.what)
			}
		}
	}
	return nil
}

// aRange is a number, and then another that it may be up to.
var aRange = pattern.New(`\d[^\d/]{0,12}?(?:[-‐-―−~÷]| (?i:đến|den|tới|toi|hoặc|hoac) )[^\d/]{0,4}\d`)

var hasDigit = pattern.New(`\d`)

// nothing is a folded text that says there is none, or that none was given.
var nothing = pattern.New(`^khong(?: |$)`)

// notIts are words with which a number is not the figure, folded, and what to do then.
var notIts = []struct {
	words *pattern.Regexp
	hint  string
}{
	{pattern.New(`(?:^| )(?:ke hoach|kh|chi tieu|nghi quyet|muc tieu|phan dau)(?: |$)`),
		"so với kế hoạch, chỉ tiêu không phải là kết quả: ghi kết quả thực tế của xã, chưa có thì để trống"},
	{pattern.New(`(?:^| )(?:chua|khong) co (?:so|thong tin)|(?:^| )(?:chua|dang) (?:thong ke|cap nhat|tong hop|` +
		`bao cao|ra soat|de nghi|xac dinh|cho)(?: |$)`), "chưa có số liệu thì để trống ô này"},
	{pattern.New(`(?:^| )(?:chua|khong|con lai)(?: |$)`),
		"đây là số phần chưa đạt: ghi số phần đã đạt, hoặc để trống nếu chưa có"},
}

// hintFor is what to do about words that say that a number is not the figure, "" for others.
func hintFor(words string) string {
	folded := unofficial.ReplaceAllString(vi.Fold(words), " ")
	for _, n := range notIts {
		if n.words.MatchString(folded) {
			return n.hint
		}
	}
	return ""
}

// unofficial says of a number what was not done with it yet, folded, and not that it is of the rest.
var unofficial = pattern.New(`(?:^| )chua (?:duoc )?(?:chinh thuc|xac nhan|cong bo|phe duyet|duyet|kiem tra|` +
	`kiem toan|kiem chung|kiem dem|tham dinh|tham tra|doi chieu|day du|chot|quyet toan|ky|cap nhat|nghiem thu|` +
	`thong nhat|hoan chinh|bao gom|gom|tinh|ke)(?:[^a-z]|$)`)

// unitUnder is the error of a bound whose number has another unit behind it: "trên 70 triệu" where
// per cents are asked; nil where the unit is not at fault.
func (m Meaning) unitUnder(text, t string) error {
	s := m.sentence(t)
	p := s.past(boundWords, 0)
	if p == 0 || !s.token(p).isNumber {
		return nil
	}
	rest := t[s.tokens[p].start:]
	digits, unit := m.part(rest)
	if _, ok := m.scaleOf(unit); ok || readings(digits) == nil || m.beyond(unit) != "" {
		return nil
	}
	return m.unread(text, rest, unit, true)
}

// beyond is what stands behind the unit that a number should have, "" where another stands there.
func (m Meaning) beyond(unit string) string {
	s := m.sentence(unit)
	if _, own := s.unit(); own == "" || s.at >= len(s.tokens) {
		return ""
	}
	return strings.TrimLeft(unit[s.tokens[s.at].start:], ",;: ")
}
