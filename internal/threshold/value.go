package threshold

import (
	"slices"
	"strconv"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/typed"
	"ntm/internal/vi"
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
	for skip(c, leads) {
	}
	var said []Op
	scale := ""
	for !c.done() && !c.atNumber() {
		if len(said) > 0 && scale == "" && c.atWrittenOut() {
			break
		}
		if op, ok := take(c, comparisons); ok {
			said = append(said, op)
			skip(c, reached)
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
	if grouped.MatchString(number) && slices.Contains(wholes, r.Unit) {
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
		if skip(&ahead, ofEach) && !slices.Contains(measures, unit) && !strings.Contains(unit, "/") {
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
	return skip(&ahead, numerals) && skip(&ahead, units)
}

// takeSubject takes what a rate is of, where it says so.
func (r *Reading) takeSubject(c *cursor) {
	ahead := *c
	if r.Unit != "%" || r.Of != "" || !skip(&ahead, subjects) {
		return
	}
	if rest := ahead; !skip(&rest, units) { // "mức độ 2 công trình"
		r.Of = c.goTo(ahead)
	}
}

// takeQuality takes how many stars products must have, "sản phẩm đạt 4 sao trở lên", and what
// standard schools must reach: that is what is counted, not the threshold.
func (r *Reading) takeQuality(c *cursor) {
	ahead := *c
	if r.Of == "" && (r.Unit == "trường" && skip(&ahead, ofSchools) ||
		r.Unit != "" && r.Unit != "%" && skip(&ahead, working) || r.Unit == "sản phẩm" && ahead.skipStars()) {
		r.Of = c.goTo(ahead)
	}
}

// skipStars takes how many stars products have.
func (c *cursor) skipStars() bool {
	skip(c, ranked)
	if !c.atNumber() {
		return false
	}
	c.next()
	if !skip(c, stars) {
		return false
	}
	skip(c, closings)
	return true
}

// unitToRead is the unit by which a number of two readings is decided; a sum in triệu
// đồng may be either.
func unitToRead(unit string) string {
	if slices.Contains(scales, unit) {
		return "mức độ"
	}
	return unit
}

// takeNumber takes a number in digits, with the same in words behind it.
func takeNumber(c *cursor) (string, bool) {
	if !c.atNumber() {
		return "", false
	}
	number := c.next()
	return number, c.sameInWords(number, "")
}

var numerals = phrases(map[int64]string{
	1:  "một",
	2:  "hai",
	3:  "ba",
	4:  "bốn",
	5:  "năm",
	6:  "sáu",
	7:  "bảy",
	8:  "tám",
	9:  "chín",
	10: "mười",
})

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
	if open && !c.trim(")") {
		return nil, false
	}
	var out []Reading
	for !c.done() {
		end := slices.IndexFunc(c.tokens, func(t token) bool { return t.key == ";" })
		if end < 0 {
			end = len(c.tokens)
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
	return skip(&c, sources) && !c.done()
}

// isQuality tells whether words are what a part of the whole has besides, as in "100%
// (≥ 50% cứng hóa)".
func isQuality(words string) bool {
	c := cursorOf(words)
	return skip(&c, qualities) && c.done()
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
		c.next()
	}
	r, ok := takeValue(&c)
	if !ok || ofBefore.endsInScale() || has(ofBefore, alarms) || has(c, alarms) || has(ofBefore, cases) ||
		has(c, cases) || !c.holdsNoValue() {
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
	case !c.done() && !ofBefore.done():
		return r, false
	case !c.done():
		r.Of = vi.Join(" ", r.Of, c.words())
	case !ofBefore.done():
		r.Of = ofBefore.words()
	}
	r.Words = all
	return r, r.Of != ""
}

// endsInScale tells whether words end in what stands before the number of a step.
func (c *cursor) endsInScale() bool {
	for rest := *c; !rest.done(); rest.next() {
		if last := rest; skip(&last, scaleNames) && last.done() {
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
		if skip(&rest, scaleNames) && rest.atNumber() {
			rest.next()
			if skip(&rest, units) {
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
		rest.next()
	}
	return true
}

// atValue tells whether a number with its comparison stands next: the "từ" of "từ hệ
// thống" is none.
func (c *cursor) atValue() bool {
	ahead := *c
	if !skip(&ahead, comparisons) && !c.atNumber() {
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
