package threshold

import (
	"slices"
	"strconv"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// beforeYear is where a new year begins within a line.
var beforeYear = pattern.New(`(?i)\s+((?:-\s*)?năm\s+20\d\d\b)`)

// beforeRate is where a list within a line goes on with another rate.
var beforeRate = pattern.New(`(?:,| và|, và)\s+((?:[≥≤<>]\s*)?\d[\d.,]*\s*%)`)

// readParts reads a cell that lists a value for each of several years or cases: by
// lines, or apart by ";". Every entry must be read, or none is.
func readParts(text string, lines []string) (Reading, bool) {
	for _, entries := range [][]string{split(text, ";"), lines, strings.Split(beforeYear.ReplaceAllString(text,
		"\n$1"), "\n"), split(text, " hoặc "),
		strings.Split(strings.ReplaceAll(text, "), ", ")\n"), "\n"),
		strings.Split(beforeRate.ReplaceAllString(text, "\n$1"), "\n")} {
		if len(entries) == 0 {
			continue
		}
		if parts, ok := each(entries, readYear); ok && apart(parts) {
			return Reading{Kind: ByYear, Parts: parts}, true
		}
		if len(entries) < 2 {
			continue // one case says nothing of the others
		}
		if parts, ok := each(entries, readCase); ok && apart(parts) {
			return Reading{Kind: ByCase, Parts: parts}, true
		}
	}
	if r, ok := readOneOf(text); ok {
		return r, true
	}
	return readWholeByCase(text)
}

// readOneOf reads values of which one is enough, each of another thing: "≥ 2 mô hình hoặc
// ≥ 1 sản phẩm". Two numbers of one thing say nothing.
func readOneOf(text string) (Reading, bool) {
	entries := split(text, " hoặc ")
	if len(entries) < 2 { //nolint:mnd // one is no choice
		return Reading{}, false
	}
	out := Reading{Kind: OneOf}
	seen := map[string]bool{}
	for i, entry := range entries {
		entry = strings.Trim(entry, " .;,")
		r, ok := readValue(cursorOf(entry))
		if i > 0 { // "≥ 01 HTX hoặc tổ hợp tác", "ít nhất 01 HTX hoặc 01 tổ hợp tác"
			if unit, isThing := Unit(entry); isThing {
				r, ok = Reading{Kind: Value, Op: out.Parts[0].Op, Number: out.Parts[0].Number, Unit: unit}, true
			} else if ok && r.Op == Bare {
				r.Op = out.Parts[0].Op
			}
		}
		of := r.Unit + "|" + vi.FoldTone(r.Of)
		if !ok || r.Op == Bare || r.Unit == "" || len(r.Parts) > 0 || seen[of] {
			return Reading{}, false
		}
		seen[of] = true
		r.Words = entry
		out.Parts = append(out.Parts, r)
	}
	return out, true
}

// beforeAmong parts a whole from what is asked among it by cases.
var beforeAmong = pattern.New(`(?i)^(.*?)\s*[,;(]?\s*trong đó\s*:?\s*(.*)$`)

// readWholeByCase reads a value of which a part is asked by cases: "100%, trong đó ≥ 70%
// (xã có trên 3 trường) hoặc ≥ 50% (xã có từ 3 trường trở xuống) đạt mức độ 1".
func readWholeByCase(text string) (Reading, bool) {
	m := beforeAmong.FindStringSubmatch(text)
	if m == nil {
		return Reading{}, false
	}
	whole, ok := readValue(cursorOf(strings.TrimRight(m[1], " ,;")))
	if !ok || len(whole.Parts) > 0 {
		return Reading{}, false
	}
	rest := strings.TrimRight(m[2], " .;")
	if strings.Count(rest, ")") > strings.Count(rest, "(") {
		rest = strings.TrimSuffix(rest, ")")
	}
	of := ""
	if at := strings.LastIndex(rest, ") "); at > 0 && isQuality(rest[at+2:]) {
		rest, of = rest[:at+1], rest[at+2:]
	}
	cases, ok := readParts(rest, nil)
	if !ok || cases.Kind != ByCase || !cases.BySchools() {
		return Reading{}, false
	}
	cases.Words, cases.Of = rest, of
	whole.Parts = []Reading{cases}
	return whole, true
}

// BySchools tells whether a reading is a list by how many schools a commune has.
func (r *Reading) BySchools() bool {
	return r.Kind == ByCase && !slices.ContainsFunc(r.Parts, func(p Reading) bool {
		return p.Count == nil || !isSchools(p.Count) || p.Count.UpTo == nil && !p.Count.Number.IsInteger()
	})
}

// Within is the least and the most of what a case's count says, the most 0 where there is
// no end: of "trên 3 trường" 4 and 0.
func (r *Reading) Within() (least, most int64) {
	n := r.Number.IntPart()
	switch {
	case r.UpTo != nil:
		return n, r.UpTo.Number.IntPart()
	case r.Op == AtLeast:
		return n, 0
	case r.Op == Above:
		return n + 1, 0
	case r.Op == AtMost:
		return 1, n
	case r.Op == Below:
		return 1, n - 1
	}
	return n, n
}

// Schools reads a text that names how many schools a commune has and nothing else: "xã có
// từ 4 trường trở lên".
func Schools(text string) (Reading, bool) {
	c := cursorOf(clean(strings.Trim(text, " :.;")))
	_, count, ok := takeCase(&c)
	if !ok {
		skip(&c, forThem)
		var one Reading
		if one, ok = takeCount(&c); ok {
			count = &one
		}
	}
	if !ok || count == nil || !c.done() || !isSchools(count) {
		return Reading{}, false
	}
	return *count, true
}

func split(text, at string) []string {
	var out []string
	for entry := range strings.SplitSeq(strings.TrimRight(text, " .;"), at) {
		out = append(out, strings.TrimSpace(entry))
	}
	return out
}

func each(entries []string, reader func(string) (Reading, bool)) ([]Reading, bool) {
	var out []Reading
	for _, entry := range entries {
		part, ok := reader(strings.Trim(entry, " .;"))
		if !ok {
			return nil, false
		}
		part.Words = entry
		out = append(out, part)
	}
	return out, len(out) > 0
}

// apart tells whether no two parts are for the same year or case.
func apart(parts []Reading) bool {
	seen := map[string]bool{}
	for _, p := range parts {
		name := strconv.Itoa(p.Year) + " " + vi.FoldTone(p.When)
		if seen[name] {
			return false
		}
		seen[name] = true
	}
	return true
}

// readYear reads "Năm 2021: ≥ 45" and "≥ 45 (năm 2021)".
func readYear(entry string) (Reading, bool) {
	c := cursorOf(entry)
	c.bullet()
	if year, ok := takeYear(&c); ok {
		for c.sign(":") || c.sign("-") || c.sign("(") && c.trim(")") {
		}
		r := readText(c.words())
		r.Year = year
		return r, !c.done() && isSingle(r)
	}
	r, ok := takeValue(&c)
	if !ok || !c.sign("(") {
		return r, false
	}
	year, ok := takeYear(&c)
	r.Year = year
	return r, ok && c.sign(")") && c.done()
}

// Year reads a text that names one year and nothing else: "Năm 2021", "2021".
func Year(text string) (int, bool) {
	const longest = 60 // bytes
	if len(text) > longest {
		return 0, false
	}
	c := cursorOf(clean(strings.Trim(text, " :.;")))
	c.bullet()
	if year, ok := takeYear(&c); ok && c.done() {
		return year, true
	}
	return 0, false
}

func takeYear(c *cursor) (int, bool) {
	ahead := *c
	skip(&ahead, yearNamed)
	if !ahead.atNumber() {
		return 0, false
	}
	year, err := strconv.Atoi(ahead.next())
	if err != nil || year < 2010 || year > 2050 {
		return 0, false
	}
	*c = ahead
	return year, true
}

// readCase reads "Đối với xã có từ 3 trường trở lên: ≥ 70%" and "≥ 70% (xã có trên 3 trường)".
func readCase(entry string) (Reading, bool) {
	c := cursorOf(entry)
	c.bullet()
	if when, count, ok := takeCase(&c); ok {
		for c.sign(":") || c.sign(",") || c.sign("-") {
		}
		r := readText(c.words())
		r.When, r.Count = when, count
		return r, !c.done() && isSingle(r)
	}
	r, ok := takeValue(&c)
	if !ok {
		return r, false
	}
	if c.sign("(") && !c.trim(")") {
		return r, false
	}
	r.When, r.Count, ok = takeCase(&c)
	return r, ok && c.done()
}

// takeCase takes a case, by its name or by a number.
func takeCase(c *cursor) (when string, count *Reading, ok bool) {
	ahead := *c
	skip(&ahead, forThem)
	if skip(&ahead, cases) {
		ahead.takeMore()
		return c.goTo(ahead), nil, true
	}
	with := skip(&ahead, communeWith)
	if count, ok := takeCount(&ahead); ok && (with || isSchools(&count) && !ahead.done() &&
		ahead.tokens[0].key == ":") {
		return c.goTo(ahead), &count, true
	}
	return "", nil, false
}

// takeMore takes what a list of cases goes on with: "Tây Nguyên, Đông Nam Bộ", "nhóm 1 và nhóm 2".
func (c *cursor) takeMore() {
	for {
		ahead := *c
		if !ahead.sign(",") && !ahead.sign(";") && !ahead.sign("/") && !ahead.sign("+") {
			if !skip(&ahead, conjunction) {
				return
			}
		}
		skip(&ahead, conjunction)
		skip(&ahead, forThem)
		if !skip(&ahead, cases) {
			return
		}
		*c = ahead
	}
}

// takeCount takes how many of something a case has: "từ 3 trường trở lên", "4-5 trường".
func takeCount(c *cursor) (Reading, bool) {
	ahead := *c
	skip(&ahead, comparisonsFrom)
	if low, ok := takeNumber(&ahead); ok {
		skip(&ahead, units)
		if skip(&ahead, upTo) {
			high, isNumber := takeValue(&ahead)
			from, err := decimal.NewFromString(low)
			if !isNumber || err != nil || high.Op != Bare || !from.LessThan(high.Number) || high.Unit == "%" {
				return Reading{}, false
			}
			*c = ahead
			count := high
			count.Op, count.Number, count.UpTo = AtLeast, from, &high
			high.Op = AtMost
			return count, high.Unit != ""
		}
	}
	value, ok := takeValue(c)
	return value, ok && value.Unit != "" && value.Unit != "%"
}

func isSchools(count *Reading) bool { return count.Unit == "trường" }

// isSingle tells whether an entry says one thing.
func isSingle(r Reading) bool {
	switch r.Kind {
	case Value, Grade, Word, Province, Ministry, NotApplied:
		return true
	}
	return false
}
