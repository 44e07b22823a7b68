package decision

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// The clauses of a decision that amends another: "2. Sửa đổi chỉ tiêu 17.10 thuộc tiêu chí
// số 17 tại Phụ lục II từ “≥ 10%” thành “≥ 5%”".
var (
	clauseLead = pattern.New(`(?i)^(?:(?:điều|khoản)?\s*\d{1,2}\s*[.)]|[a-zđ]\s*[.)]|[-+•–])?\s*` +
		`(sửa đổi|điều chỉnh|thay thế|thay|bãi bỏ|bỏ|bổ sung)[\s,]`)
	// clauseBehind is one whose verb stands behind the indicator: "a) Chỉ tiêu 17.11 được sửa đổi…".
	clauseBehind = pattern.New(`(?i)^(?:\d{1,2}\s*[.)]|[a-zđ]\s*[.)]|[-+•–])?\s*(?:mức đạt(?: chuẩn)?\s+(?:của\s+)?)?` +
		`chỉ tiêu(?: số)?\s+\d[^“"«]*?\s(?:được\s+)?(sửa đổi|sửa|điều chỉnh|thay thế|thay|bãi bỏ|nâng|giảm)[\s,:]`)
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

// clause is one that changes or repeals indicators; as its line says.
type clause struct {
	line    line
	nos     []string
	annex   string // "II", as it says; "" where it names none
	level   string
	repeals bool
}

// clauseIn reads a clause; nil where a line is none.
func clauseIn(l line) *clause {
	lead, of := clauseLead.FindStringSubmatch(l.text), clauseOf.FindStringSubmatch(l.text)
	if lead == nil {
		lead = clauseBehind.FindStringSubmatch(l.text)
	}
	if of == nil {
		of = clauseAt.FindStringSubmatch(l.text)
	}
	if lead == nil || of == nil {
		return nil
	}
	c := &clause{line: l, nos: clauseNos.FindAllString(of[1], -1),
		repeals: strings.HasSuffix(vi.Fold(lead[1]), "bo")}
	if m := clauseAnnex.FindStringSubmatch(l.text); m != nil {
		c.annex, c.level = strings.ToUpper(m[1]), levelOf(vi.Fold(m[2]))
	}
	return c
}

// clause is the one that announces the table that is being begun, as the last line above
// it: nil where none does, or the decision amends nothing.
func (f *finder) clause() *clause {
	if !slices.ContainsFunc(f.head, func(l line) bool { return amending.MatchString(vi.Fold(l.text)) }) ||
		len(f.since) == 0 {
		return nil
	}
	if c := clauseIn(f.since[len(f.since)-1]); c != nil {
		return c
	}
	for i := len(f.since) - 1; i >= 0; i-- {
		if c := articleIn(f.since[i]); c != nil {
			return c
		}
	}
	return nil
}

// articleIn reads what set an article of an amendment is about; nil where a line is no such
// article, or its words do not say it.
func articleIn(l line) *clause {
	folded := vi.Fold(l.text)
	if !article.MatchString(l.text) || !strings.Contains(folded, "bo tieu chi") ||
		strings.Contains(folded, "cac bo tieu chi") || namesSeveral(folded) {
		return nil
	}
	c := &clause{line: l, level: levelOf(folded)}
	if m := clauseAnnex.FindStringSubmatch(l.text); m != nil {
		c.annex = strings.ToUpper(m[1])
	}
	if c.level == "" {
		return nil
	}
	return c
}

// beginClause begins the annex of a clause.
func (f *finder) beginClause(c *clause) {
	if f.annex != nil {
		f.annexNotes(f.since[:len(f.since)-1])
	}
	f.annex = &Annex{No: c.annex, Title: c.line.text, Level: c.level, isOfClause: true}
	f.Annexes = append(f.Annexes, f.annex)
	f.rows = &reader{annex: f.annex}
}

// settleClauses gives each clause the level of its annex, puts what is of one annex
// together, and adds what clauses change by words alone.
func (f *finder) settleClauses() {
	levels := map[string]string{}
	for _, l := range f.all {
		for _, m := range clauseAnnex.FindAllStringSubmatch(l.text, -1) {
			if level := levelOf(vi.Fold(m[2])); level != "" {
				levels[strings.ToUpper(m[1])] = level
			}
		}
	}
	announced := map[string]bool{}
	var out []*Annex
	for _, a := range f.Annexes {
		if a.isOfClause {
			announced[a.Title] = true
			if a.Level == "" {
				a.Level = levels[a.No]
			}
			if a.No != "" {
				levels[a.No] = cmp.Or(levels[a.No], a.Level)
			}
			if i := slices.IndexFunc(out, func(o *Annex) bool {
				return o.isOfClause && o.Level == a.Level &&
					o.No == a.No
			}); i >= 0 {
				out[i].add(a)
				continue
			}
		}
		out = append(out, a)
	}
	f.Annexes = out
	within := &clause{}
	for i, l := range f.all {
		if c := articleIn(l); c != nil {
			within = c
		} else if nextArticle.MatchString(l.text) {
			within = &clause{}
		}
		if c := clauseIn(l); c != nil && !announced[l.text] {
			c.level = cmp.Or(c.level, levels[c.annex])
			if c.annex == "" {
				c.level, c.annex = cmp.Or(c.level, within.level), within.annex
			}
			f.byWords(c, i)
		} else if c == nil && l.table == 0 && clauseLead.MatchString(l.text) && quoted.MatchString(l.text) {
			f.doubt("lời sửa đổi này không rõ ở chỉ tiêu nào: " + l.text)
		}
	}
}

// add takes the tables of another annex into this one.
func (a *Annex) add(o *Annex) {
	a.Tables, a.Rows = append(a.Tables, o.Tables...), append(a.Rows, o.Rows...)
	a.Notes, a.Doubts = append(a.Notes, o.Notes...), append(a.Doubts, o.Doubts...)
}

// byWords adds what a clause changes without a table, each for a person to read; a clause
// of which it is not known whose it is, is said of the file as a whole.
func (f *finder) byWords(c *clause, at int) {
	if c.level == "" {
		f.doubt("lời sửa đổi chỉ tiêu " + strings.Join(c.nos, ", ") + " không rõ của bộ tiêu chí nào: " + c.line.text)
		return
	}
	i := slices.IndexFunc(f.Annexes, func(a *Annex) bool { return a.Level == c.level && a.isOfClause })
	if i < 0 {
		i = len(f.Annexes)
		f.Annexes = append(f.Annexes, &Annex{No: c.annex, Title: f.Title, Level: c.level, isOfClause: true})
	}
	text := c.line.text
	if strings.HasSuffix(text, ":") && at+1 < len(f.all) {
		text += "\n" + f.all[at+1].text
	}
	name, reading := c.asks(text)
	isPlain := c.isPlain(text, reading)
	for _, no := range c.nos {
		row := &Row{No: no, Name: name, ByNumber: true}
		if !isPlain {
			row.doubt(0, "sửa đổi bằng lời, không có trong bảng nào: so với nguyên văn")
		}
		row.Cells = []*Cell{{Column: &Column{Kind: All}, Words: text, Reading: reading}}
		f.Annexes[i].Rows = append(f.Annexes[i].Rows, row)
	}
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

// isPlain tells whether a clause in words can be taken as it was read: it says nothing but
// what the indicator becomes, the criterion is that of its number, and its new threshold
// is a value that differs from what it names as the old one.
func (c *clause) isPlain(text string, r threshold.Reading) bool {
	old := insteadOf.FindStringSubmatch(text)
	text = insteadOf.ReplaceAllString(text, "")
	if len(c.nos) != 1 || c.repeals || r.Kind != threshold.Value || r.Op == threshold.Bare || len(r.Parts) > 0 ||
		!plainClause.MatchString(text) && !plainBehind.MatchString(text) {
		return false
	}
	if m := criterionOf.FindStringSubmatch(text); m != nil {
		if of, _, _ := strings.Cut(c.nos[0], "."); of != m[1] {
			return false
		}
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

// asks reads what a clause makes of an indicator: its last words in quotes, or those
// behind "thành", "giảm còn"; the indicator's words where it gives them.
func (c *clause) asks(text string) (name string, r threshold.Reading) {
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
	case c.repeals:
		r = threshold.Reading{Kind: threshold.NotApplied}
	case strings.TrimSpace(words) == "":
		r = threshold.Reading{Kind: threshold.Unread, Why: "không rõ mức mới là gì"}
	default:
		r = threshold.Read(strings.TrimSpace(words))
	}
	r.Words = whole
	if name == "" {
		name = fmt.Sprintf("(chỉ tiêu %s)", strings.Join(c.nos, ", "))
	}
	return name, r
}
