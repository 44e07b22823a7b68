// Package clause reads the clauses of a decision that amends another: which indicators each changes, and into what.
package clause

import (
	"fmt"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// The clauses of a decision that amends another: "2. Sửa đổi chỉ tiêu 17.10 thuộc tiêu chí
// số 17 tại Phụ lục II từ “≥ 10%” thành “≥ 5%”".
var (
	clauseLead = pattern.New(`(?i)^(?:(?:điều|khoản)?\s*\d{1,2}\s*[.)]|[a-zđ]\s*[.)]|[-+•–])?\s*` +
		`(?:tại (?:nội dung |mức đạt )?(?:của )?(?:chỉ tiêu|tiêu chí)[^“"«:;]{1,120}?[\s,]+)?` +
		`(sửa đổi|điều chỉnh|thay thế|thay|bãi bỏ|bỏ|bổ sung)[\s,]`)
	// clauseBehind is one whose verb stands behind the indicator: "a) Chỉ tiêu 17.11 được sửa đổi…".
	clauseBehind = pattern.New(
		`(?i)^(?:\d{1,2}\s*[.)]|[a-zđ]\s*[.)]|[-+•–])?\s*(?:mức đạt(?: chuẩn)?\s+(?:của\s+)?)?` +
			`chỉ tiêu(?: số)?\s+\d[^“"«]*?\s(?:được\s+)?(sửa đổi|sửa|điều chỉnh|thay thế|thay|bãi bỏ|nâng|giảm)` +
			`(?:[\s,:.;]|$)`,
	)
	// article begins what an amendment says of one set: "Điều 1. Sửa đổi Bộ tiêu chí…".
	article  = pattern.New(`(?i)^(?:điều|khoản|mục)?\s*(?:\d{1,2}|[IVX]+)\s*[.)]\s*(?:sửa đổi|điều chỉnh|thay thế)`)
	clauseOf = pattern.New(`(?i)chỉ tiêu(?: số)?\s+((?:\d{1,2}(?:\.\d{1,2}){0,2}` +
		`(?:\s*(?:,|;|và)\s*(?:chỉ tiêu\s+)?)?)+)`)
	// clauseAt is one that calls an indicator a criterion, or its content: "tại nội dung tiêu chí 14.2".
	clauseAt = pattern.New(`(?i)(?:nội dung|tiêu chí|mục)(?: số)?\s+(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?` +
		`(?:\s*(?:,|;|và)\s*\d{1,2}\.\d{1,2})*)`)
	clauseNos   = pattern.New(`\d{1,2}(?:\.\d{1,2}){0,2}`)
	clauseAnnex = pattern.New(`(?i)phụ lục(?: số)?\s+([ivx]+|\d{1,2})(?:\s*\(([^)]*)\))?`)
	quoted      = pattern.New(`[“"«]([^”"»]+)[”"»]`)
	becomes     = pattern.New(`(?i)(?:thành|giảm còn|giảm xuống|xuống còn|tăng lên|nâng lên|nay là|là)\s*:?\s*` +
		`((?:[≥≤<>=]|từ|ít nhất|tối thiểu|không quá|\d).*?)(?:\s+(?:đối với|cho|ở|tại)\s.*|[.;]?)$`)
)

// Clause is one that changes or repeals indicators; as its line says.
type Clause struct {
	Text    string
	Nos     []string
	Annex   string // "II", as it says; "" where it names none
	Level   string
	Repeals bool
	// RepealsWords tells that it repeals some words of the indicators, which stay: "Bãi bỏ cụm từ … tại chỉ tiêu 8.4".
	RepealsWords bool
	// IsArticle tells that it is no clause of indicators, but what stands over clauses: "Điều 1. Sửa đổi Bộ tiêu chí…".
	IsArticle bool
}

// In reads a clause; nil where a line is none.
func In(text string) *Clause {
	lead, of := clauseLead.FindStringSubmatch(text), clauseOf.FindStringSubmatch(text)
	if lead == nil {
		lead = clauseBehind.FindStringSubmatch(text)
	}
	if of == nil {
		of = clauseAt.FindStringSubmatch(text)
	}
	if lead == nil || of == nil {
		return nil
	}
	c := &Clause{Text: text, Nos: clauseNos.FindAllString(of[1], -1)}
	if strings.HasSuffix(vi.Fold(lead[1]), "bo") {
		_, behind, _ := strings.Cut(text, lead[0])
		c.RepealsWords = isOfWords(behind)
		c.Repeals = !c.RepealsWords
	}
	if m := clauseAnnex.FindStringSubmatch(text); m != nil {
		c.Annex, c.Level = strings.ToUpper(m[1]), label.LevelOf(vi.Fold(m[2]))
	}
	return c
}

// Article reads what set an article of an amendment is about, by its name or by its annex; nil where a line is no such
// article, or its words do not say it.
func Article(text string) *Clause {
	if !article.MatchString(text) {
		return nil
	}
	c := &Clause{Text: text, Level: setIn(text), IsArticle: true}
	if m := clauseAnnex.FindStringSubmatch(text); m != nil && len(clauseAnnex.FindAllString(text, -1)) == 1 {
		c.Annex = strings.ToUpper(m[1])
	}
	if c.Level == "" && (c.Annex == "" || namesSets(text)) {
		return nil
	}
	return c
}

// plainClause is a clause that says of one indicator what it becomes and nothing else: of
// which criterion and annex it is, what was asked, and the new words in quotes.
var plainClause = pattern.New(`(?is)^\s*(?:(?:điều|khoản)?\s*\d{1,2}\s*[.)]|[a-zđ]\s*[.)]|[-+•–])?\s*` +
	`(?:sửa đổi|điều chỉnh)(?:,? bổ sung)?\s+(?:mức đạt(?: chuẩn)?(?: của)?\s+)?chỉ tiêu(?: số)?\s+[\d.]+` +
	`(?:\s*,?\s*(?:thuộc |của |tại )?tiêu chí(?: số)?\s+\d{1,2}(?:\s+về\s+[^“"«:;]{1,80}?)?)?` +
	`(?:\s*,?\s*(?:tại |của |thuộc )?phụ lục(?: số)?\s+(?:[ivx]+|\d{1,2})(?:\s*\([^()]*\))?)?` +
	`(?:\s*,?\s*như sau)?\s*:?\s*(?:mức đạt(?: chuẩn)?\s+)?(?:từ\s+[“"«][^”"»]{1,40}[”"»]\s+)?` +
	`(?:thành|giảm còn|giảm xuống(?: còn)?|xuống còn|tăng lên|nâng lên|nay là)\s*:?\s*[“"«][^”"»]+[”"»]` +
	`(?:\s+(?:đối với|cho)\s+(?:tất cả |toàn bộ )?các (?:vùng|xã|tỉnh))?\s*[.;]?\s*$`)

// plainBehind is such a clause whose verb stands behind the indicator.
var plainBehind = pattern.New(`(?is)^\s*(?:\d{1,2}\s*[.)]|[a-zđ]\s*[.)]|[-+•–])?\s*` +
	`(?:mức đạt(?: chuẩn)?\s+(?:của\s+)?)?chỉ tiêu(?: số)?\s+[\d.]+` +
	`(?:\s*,?\s*(?:thuộc |của |tại )?tiêu chí(?: số)?\s+\d{1,2}(?:\s+về\s+[^“"«:;]{1,80}?)?)?` +
	`(?:\s*,?\s*(?:tại |của |thuộc )?phụ lục(?: số)?\s+(?:[ivx]+|\d{1,2})(?:\s*\([^()]*\))?)?` +
	`\s+(?:được\s+)?(?:sửa đổi|sửa|điều chỉnh|nâng|giảm)(?:,? bổ sung)?(?:\s+như sau)?\s*:?` +
	`(?:\s*từ\s+[“"«][^”"»]{1,40}[”"»])?\s*(?:thành|xuống còn|lên thành|lên|còn|là)?\s*:?\s*[“"«][^”"»]+[”"»]` +
	`(?:\s*,?\s*(?:áp dụng\s+)?(?:chung\s+)?(?:đối với|cho)\s+(?:tất cả |toàn bộ )?(?:các|mọi) ` +
	`(?:vùng|xã|tỉnh))?\s*[.;]?\s*$`)

// insteadOf is the old threshold behind the new one: ", thay cho mức “≥ 30%”".
var insteadOf = pattern.New(`(?i)\s*[,;(]?\s*thay(?: thế)?(?: cho)?(?: mức(?: đạt)?)?\s*[“"«]([^”"»]+)[”"»]\)?`)

// criterionOf is the criterion that a clause names.
var criterionOf = pattern.New(`(?i)tiêu chí(?: số)?\s+(\d{1,2})`)

// IsPlain tells whether a clause in words can be taken as it was read: it says nothing but
// what the indicator becomes, the criterion is that of its number, and its new threshold
// is a value that differs from what it names as the old one.
func (c *Clause) IsPlain(text string, r threshold.Reading) bool {
	old := insteadOf.FindStringSubmatch(text)
	text = insteadOf.ReplaceAllString(text, "")
	if len(c.Nos) != 1 || c.Repeals || r.Kind != threshold.Value || r.Op == threshold.Bare || len(r.Parts) > 0 ||
		!plainClause.MatchString(text) && !plainBehind.MatchString(text) {
		return false
	}
	of, _, _ := strings.Cut(c.Nos[0], ".")
	if no := criterionOf.First(text); no != "" && no != of {
		return false
	}
	all := quoted.FindAllStringSubmatch(text, -1)
	if old != nil {
		all = append([][]string{old}, all...)
	}
	if len(all) < 2 { //nolint:mnd // the new words, and perhaps the old
		return len(all) == 1
	}
	was := threshold.Read(strings.TrimSpace(all[0][1]))
	return len(all) == 2 && was.Kind == threshold.Value && was.Unit == r.Unit && was.Op == r.Op &&
		!was.Number.Equal(r.Number)
}

// Annexes are the levels of the annexes that a line names, by their numbers: "Phụ lục II (xã nông thôn mới nâng cao)".
func Annexes(text string) map[string]string {
	out := map[string]string{}
	for _, m := range clauseAnnex.FindAllStringSubmatch(text, -1) {
		if level := label.LevelOf(vi.Fold(m[2])); level != "" {
			out[strings.ToUpper(m[1])] = level
		}
	}
	return out
}

// Changes tells whether a line changes words in quotes, whatever they are of.
func Changes(text string) bool { return clauseLead.MatchString(text) && quoted.MatchString(text) }

// Asks reads what a clause makes of an indicator: its last words in quotes, or those
// behind "thành", "giảm còn"; the indicator's words where it gives them.
func (c *Clause) Asks(text string) (name string, r threshold.Reading) {
	words, whole := "", text
	text = insteadOf.ReplaceAllString(text, "")
	if all := quoted.FindAllStringSubmatch(text, -1); len(all) > 0 {
		words = all[len(all)-1][1]
	} else if m := becomes.FindStringSubmatch(text); m != nil {
		words = m[1]
	}
	if at := strings.LastIndex(words, ":"); at > 0 {
		name, words = strings.TrimSpace(words[:at]), words[at+1:]
	}
	switch {
	case c.Repeals:
		r = threshold.Reading{Kind: threshold.NotApplied}
	case c.RepealsWords:
		r = threshold.Reading{Kind: threshold.Unread, Why: "quyết định bỏ một phần lời của chỉ tiêu, không bỏ chỉ " +
			"tiêu: đọc lại nội dung và mức sau khi bỏ"}
	case strings.TrimSpace(words) == "":
		r = threshold.Reading{Kind: threshold.Unread, Why: "không rõ mức mới là gì"}
	default:
		r = threshold.Read(strings.TrimSpace(words))
	}
	r.Words = whole
	if name == "" {
		name = fmt.Sprintf("(chỉ tiêu %s)", strings.Join(c.Nos, ", "))
	}
	return name, r
}
