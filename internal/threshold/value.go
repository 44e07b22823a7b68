package threshold

import (
	"slices"
	"strconv"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/typed"
)

// readValue reads a number with its comparison, its unit and its parts.
func readValue(c cursor) (Reading, bool) {
	r, ok := takeValue(&c)
	if !ok {
		return Reading{}, false
	}
	if c.done() {
		return r, true
	}
	parts, ok := readAmong(c)
	r.Parts = parts
	return r, ok
}

// takeValue takes a number with its comparison and its unit.
func takeValue(c *cursor) (Reading, bool) {
	r := Reading{Kind: Value}
	for {
		if _, ok := take(c, leads); !ok {
			break
		}
	}
	var said []Op
	scale := ""
	for !c.done() && !c.tokens[0].isNumber {
		if len(said) > 0 && scale == "" && c.atWrittenOut() {
			break
		}
		if op, ok := take(c, comparisons); ok {
			said = append(said, op)
			take(c, reached)
			continue
		}
		name, ok := take(c, scaleNames)
		if !ok || scale != "" {
			return r, false
		}
		scale = name
	}
	number, ok := takeNumber(c)
	if !ok {
		var n int64
		n, ok = take(c, numerals)
		number = strconv.FormatInt(n, 10)
	}
	if !ok {
		return r, false
	}
	unit, hasUnit := takeUnit(c)
	if scale != "" {
		if hasUnit {
			return r, false
		}
		unit = scale
	}
	r.Unit = unit
	agrees := c.sameInWords(number, unit)
	r.takeSubject(c)
	r.takeQuality(c)
	if op, ok := take(c, closings); ok {
		said = append(said, op)
		c.takeOtherNames(unit)
		r.takeSubject(c)
		agrees = agrees && c.sameInWords(number, unit)
	}
	if !agrees {
		return r, false
	}
	if r.Unit == "%" && thousands.MatchString(number) {
		return r, false
	}
	if grouped.MatchString(number) && wholes[r.Unit] {
		number = strings.ReplaceAll(number, ".", "") // of these there is no half, and decisions group by dots
	}
	value, _, err := typed.Number(number, typed.Meaning{Unit: unitToRead(r.Unit)})
	if err != nil {
		return r, false
	}
	r.Number = value
	r.Op, ok = oneOp(said)
	return r, ok && r.inMillions()
}

// inMillions turns an income written in đồng into triệu đồng; one of less than a million
// is no income of a year.
func (r *Reading) inMillions() bool {
	const digits = 6
	switch {
	case r.Unit == incomeInDong:
		r.Unit = income
	case r.Unit == "đồng" && r.Number.Exponent() >= 0 && r.Number.NumDigits() > digits:
		r.Unit = "triệu đồng"
	default:
		return true
	}
	r.Number = r.Number.Shift(-digits)
	if r.Number.IsInteger() {
		r.Number = r.Number.Truncate(0)
	}
	return r.Number.IntPart() > 0
}

// grouped is a number whose thousands are apart by dots.
var grouped = pattern.New(`^[1-9]\d{0,2}(?:\.\d{3})+$`)

// takeUnit takes a unit, which may stand in brackets: "≥ 80 (%)".
func takeUnit(c *cursor) (unit string, ok bool) {
	if unit, ok = take(c, units); ok {
		c.takeOtherNames(unit)
		ahead := *c
		if _, each := take(&ahead, ofEach); each && !measures[unit] && !strings.Contains(unit, "/") {
			*c = ahead // a report is of one commune and one year
		}
		return unit, true
	}
	inside := *c
	if !inside.sign("(") {
		return "", false
	}
	if unit, ok = take(&inside, units); !ok || !inside.sign(")") {
		return "", false
	}
	*c = inside
	return unit, true
}

// thousands is how a number of a thousand and more is written: as a rate it is no other.
var thousands = pattern.New(`^\d{1,3}\.\d{3}$`)

// atWrittenOut tells whether a number in letters with its unit stands next: "một mô hình".
func (c *cursor) atWrittenOut() bool {
	ahead := *c
	if _, ok := take(&ahead, numerals); !ok {
		return false
	}
	_, counts := take(&ahead, units)
	return counts
}

// takeSubject takes what a rate is of, where it says so.
func (r *Reading) takeSubject(c *cursor) {
	before := *c
	if r.Unit != "%" || r.Of != "" {
		return
	}
	ahead := *c
	if _, ok := take(&ahead, subjects); ok {
		if rest := ahead; rest.tokens != nil {
			if _, counts := take(&rest, units); counts {
				return // "mức độ 2 công trình"
			}
		}
		*c = ahead
		r.Of = before.wordsUntil(len(before.tokens) - len(c.tokens))
	}
}

// takeQuality takes how many stars products must have, "sản phẩm đạt 4 sao trở lên", and what
// standard schools must reach: that is what is counted, not the threshold.
func (r *Reading) takeQuality(c *cursor) {
	ahead := *c
	if _, ok := take(&ahead, ofSchools); ok && r.Unit == "trường" && r.Of == "" {
		r.Of = c.wordsUntil(len(c.tokens) - len(ahead.tokens))
		*c = ahead
	}
	ahead = *c
	if _, ok := take(&ahead, working); ok && r.Unit != "" && r.Unit != "%" && r.Of == "" {
		r.Of = c.wordsUntil(len(c.tokens) - len(ahead.tokens))
		*c = ahead
	}
	if r.Unit != "sản phẩm" || r.Of != "" {
		return
	}
	ahead = *c
	take(&ahead, ranked)
	if ahead.done() || !ahead.tokens[0].isNumber {
		return
	}
	ahead.tokens = ahead.tokens[1:]
	if _, ok := take(&ahead, stars); !ok {
		return
	}
	take(&ahead, closings)
	r.Of = c.wordsUntil(len(c.tokens) - len(ahead.tokens))
	*c = ahead
}

// unitToRead is the unit by which a number of two readings is decided; a sum in triệu
// đồng may be either.
func unitToRead(unit string) string {
	if scales[unit] {
		return "mức độ"
	}
	return unit
}

// takeNumber takes a number in digits, with the same in words behind it.
func takeNumber(c *cursor) (string, bool) {
	if c.done() || !c.tokens[0].isNumber {
		return "", false
	}
	number := c.wordsUntil(1)
	c.tokens = c.tokens[1:]
	return number, c.sameInWords(number, "")
}

var numerals = phrases(map[string]int64{"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
	"tám": 8, "chín": 9, "mười": 10})

// oneOp is the one thing that all comparisons of a number say. A from needs "trở lên"
// or "trở xuống".
func oneOp(said []Op) (Op, bool) {
	out, waits := Bare, false
	for _, op := range said {
		switch {
		case op == from:
			waits = true
		case out == Bare:
			out = op
		case out != op:
			return "", false
		}
	}
	return out, !waits || out == AtLeast || out == AtMost
}

// readAmong reads what is "trong đó": "(trong đó ≥ 55% từ hệ thống cấp nước tập trung)".
func readAmong(c cursor) ([]Reading, bool) {
	apart := c.sign(",") || c.sign(";")
	open := c.sign("(")
	least, among := take(&c, amongThem)
	if !open && !among && !apart {
		return nil, false
	}
	for c.sign(":") || c.sign(",") {
	}
	if open {
		last := len(c.tokens) - 1
		if last < 1 || c.tokens[last].key != ")" {
			return nil, false
		}
		c.tokens = c.tokens[:last]
	}
	var out []Reading
	for !c.done() {
		end := 0
		for end < len(c.tokens) && c.tokens[end].key != ";" {
			end++
		}
		part, ok := readPart(cursor{c.text, c.tokens[:end]}, least != "")
		if !ok || !among && !isQuality(part.Of) && (!open || !isSource(part.Of)) {
			return nil, false
		}
		out = append(out, part)
		c.tokens = c.tokens[min(end+1, len(c.tokens)):]
	}
	return out, len(out) > 0
}

// isSource tells whether words name where a part comes from: without "trong đó" before
// it, what stands in brackets may as well be a case, a goal or what was.
func isSource(words string) bool {
	c := cursorOf(words)
	_, ok := take(&c, sources)
	return ok && !c.done()
}

// isQuality tells whether words are what a part of the whole has besides, as in "100%
// (≥ 50% cứng hóa)".
func isQuality(words string) bool {
	c := cursorOf(words)
	_, ok := take(&c, qualities)
	return ok && c.done()
}

// loneSigns must not stand in the words of a part.
var loneSigns = []string{"(", ")", "≥", "≤", "<", ">", "="}

// readPart reads one part: a value and what it is of, in either order.
func readPart(c cursor, isLeast bool) (Reading, bool) {
	all := c.words()
	c.bullet()
	ofBefore := cursor{text: c.text}
	for !c.done() && !c.atValue() {
		ofBefore.tokens = append(ofBefore.tokens, c.tokens[0])
		c.tokens = c.tokens[1:]
	}
	r, ok := takeValue(&c)
	if !ok || ofBefore.endsInScale() || has(ofBefore, alarms) || has(c, alarms) || has(ofBefore, cases) ||
		has(c, cases) {
		return r, false
	}
	if !c.holdsNoValue() {
		return r, false
	}
	if isLeast {
		if r.Op != Bare && r.Op != AtLeast {
			return r, false
		}
		r.Op = AtLeast
	}
	for ofBefore.trim(":") || ofBefore.trim("đạt") || ofBefore.trim(",") {
	}
	switch {
	case r.Of != "" && !c.done():
		r.Of += " " + c.words()
	case !c.done():
		r.Of = c.words()
	case len(ofBefore.tokens) > 0:
		r.Of = ofBefore.words()
	}
	if !c.done() && len(ofBefore.tokens) > 0 {
		return r, false
	}
	r.Words = all
	return r, r.Of != ""
}

// endsInScale tells whether words end in what stands before the number of a step.
func (c *cursor) endsInScale() bool {
	for i := range c.tokens {
		rest := cursor{c.text, c.tokens[i:]}
		if _, is := take(&rest, scaleNames); is && rest.done() {
			return true
		}
	}
	return false
}

// holdsNoValue tells whether what is left has no number of its own: a step named in it,
// as "mức độ 2", is none.
func (c *cursor) holdsNoValue() bool {
	rest := *c
	for !rest.done() {
		if _, is := take(&rest, scaleNames); is && !rest.done() && rest.tokens[0].isNumber {
			rest.tokens = rest.tokens[1:]
			if _, counts := take(&rest, units); counts {
				return false
			}
			continue
		}
		if rest.done() {
			break
		}
		if t := rest.tokens[0]; t.isNumber || slices.Contains(loneSigns, t.key) {
			return false
		}
		rest.tokens = rest.tokens[1:]
	}
	return true
}

// atValue tells whether a number with its comparison stands next: the "từ" of "từ hệ
// thống" is none.
func (c *cursor) atValue() bool {
	ahead := *c
	_, compared := take(&ahead, comparisons)
	if !compared && !c.tokens[0].isNumber {
		return false
	}
	ahead = *c
	_, ok := takeValue(&ahead)
	return ok
}

// trim takes a sign or a word off the end.
func (c *cursor) trim(word string) bool {
	last := len(c.tokens) - 1
	if last < 0 || c.tokens[last].key != key(word) {
		return false
	}
	c.tokens = c.tokens[:last]
	return true
}

// Unit reads a text that names a unit and nothing else: "triệu đồng/người", "%".
func Unit(text string) (string, bool) {
	c := cursorOf(clean(text))
	unit, ok := take(&c, units)
	return unit, ok && c.done()
}
