package typed

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// item reads the next thing that the sentence says, false where nobody knows what it is.
func (s *sentence) item() bool {
	if s.year() || s.aside() || s.estimate() || s.neighbour() || s.comparison() {
		return true
	}
	one, onlyWords := item{}, true
	if s.partCounts(&one) {
		s.found = append(s.found, one)
		return true
	}
	for s.at < len(s.tokens) && !s.tokens[s.at].isNumber {
		if one.bound == "" && one.part == 0 && s.change() {
			continue
		}
		if s.tokens[s.at].key == ":" && s.at > 0 { // "hộ nghèo: 32 hộ"
			s.at++
			continue
		}
		if tail := s.tail(s.at); tail > s.leads(s.at) { // "tổng nguồn lực" is more than "tổng"
			if _, bound := take(boundWords, s.tokens, s.at); bound < tail && !s.isPart(tail) {
				s.at = tail
				continue
			}
		}
		if end := s.before(&one); end > s.at {
			s.at, onlyWords = end, false
			continue
		}
		if n, end := s.part(s.at); end > s.tail(s.at) {
			one.part, s.at, onlyWords = n, end, false
			continue
		}
		if (one.bound == "" || one.bound == About) && s.year() { // "ước thực hiện năm 2024: 66,2"
			s.pauses()
			continue
		}
		if end := s.tail(s.at); end > s.at { // "số hộ … đạt 95 %": what is counted comes first
			s.at = end
			continue
		}
		return false
	}
	if s.at >= len(s.tokens) && onlyWords && len(s.found) > 0 { // "100 % (12,6/12,6 km) được nhựa hóa"
		return true
	}
	if s.at >= len(s.tokens) || !s.number(&one) {
		return false
	}
	if n := len(s.found); n > 0 && one.part == 0 { // "41 hộ nghèo (1,92 %)"
		if last := s.found[n-1]; last.part > 0 && last.kind != one.kind && last.kind+one.kind == ofValue+ofCount {
			one.part = last.part
		}
	}
	s.found = append(s.found, one)
	return true
}

// before passes over what stands before a number, and notes how it bounds it.
func (s *sentence) before(one *item) (end int) {
	bound, end := take(boundWords, s.tokens, s.at)
	other := s.leads(s.at)
	switch {
	case other > end, end == s.at:
		return other
	case !one.binds(bound):
		return s.at
	}
	return end
}

// leads is where the words end that may stand before a number.
func (s *sentence) leads(p int) int {
	_, end := take(leads, s.tokens, p)
	if s.m.Also != "" && s.m.isMoney() {
		_, more := take(givers, s.tokens, p)
		end = max(end, more)
	}
	return end
}

// isPart tells that a part of the formula's sum is named here, by more words than end at a
// place.
func (s *sentence) isPart(end int) bool {
	_, part := s.part(s.at)
	return part >= end && part > s.at
}

// binds notes a bound of the item, false where it speaks against what is noted.
func (one *item) binds(b Bound) bool {
	if one.bound == "" {
		one.bound = b
		return true
	}
	together, ok := one.bound.both(b)
	one.bound = together
	return ok
}

// year reads a year that a number is of: "(2022)", "năm 2022", "đến 31/12/2022".
func (s *sentence) year() bool {
	_, p := take(ends, s.tokens, s.at)
	if p >= len(s.tokens) || slices.Contains(s.m.units(), "năm") {
		return false
	}
	word := s.tokens[p].key
	if day := lastDay.FindStringSubmatch(word); day != nil && p > s.at {
		word = day[1]
	}
	year, err := strconv.Atoi(word)
	of := p > s.at || s.isAside(p) || p > 0 && s.tokens[p-1].key == "nam" // "triệu đồng/người/năm 2022"
	if err != nil || len(word) != 4 || year < firstYear || year > lastYear || !of {
		return false
	}
	s.at = p + 1
	s.found = append(s.found, item{kind: ofYear, value: decimal.NewFromInt(int64(year))})
	return true
}

// lastDay is the day that a year's figures are of.
var lastDay = pattern.New(`^31[/.]12[/.](\d{4})$`)

// isAside tells a number that stands in brackets by itself.
func (s *sentence) isAside(p int) bool {
	return p > 0 && s.tokens[p-1].key == "(" && p+1 < len(s.tokens) && s.tokens[p+1].key == ")"
}

// number reads a number with all that stands behind it.
func (s *sentence) number(one *item) bool {
	if s.isFraction() {
		return s.counts(one)
	}
	m, digits := s.m, s.tokens[s.at]
	s.at++
	in, unit := s.unit()
	switch {
	case m.isMoney() && unit != "" && !strings.Contains(unit, "/") && s.isCompound():
		return s.compound(one, digits, in) && s.behind(one, true)
	case unit != "":
	case m.Unit != percent && s.isPercent():
		m, one.kind = Meaning{Unit: percent}, ofShare
		_, whole := take(wholes, s.tokens, s.at+1)
		_, s.at = take(shareNouns, s.tokens, whole)
	case m.Unit == percent && m.CountedIn != "":
		if _, counted := s.unitOf(m.counts()); counted != "" {
			m, one.kind = m.counts(), ofCount
		}
	}
	if !s.behind(one, unit != "" || one.kind != ofValue) {
		return false
	}
	one.sign = m.Unit == percent && unit != ""
	return s.decide(one, m, digits, in)
}

// isFraction tells that the first of two counts stands next.
func (s *sentence) isFraction() bool {
	if s.m.Unit != percent || s.m.CountedIn == "" {
		return false
	}
	at := s.at
	defer func() { s.at = at }()
	s.at++
	s.unitOf(s.m.counts())
	_, end := take(outOf, s.tokens, s.saying(s.at))
	return end > s.at && end < len(s.tokens) && s.tokens[end].isNumber
}

// decide takes the number that digits stand for.
func (s *sentence) decide(one *item, m Meaning, digits token, in scale) bool {
	found := readings(s.text[digits.start:digits.end])
	if found == nil {
		return false
	}
	for i, v := range found {
		if found[i] = in.apply(v); !inBounds(found[i]) {
			return false
		}
	}
	one.value = found[0]
	if one.words == "" {
		one.words = vi.NFC(s.text[digits.start:s.tokens[s.at-1].end])
	}
	if len(found) == 2 {
		if share, ok := s.shareAhead(); ok && m.Unit == Money.Unit && m.Plausible == nil {
			m.Plausible = CapitalTotal.shareOf(share)
		}
		one.value, one.said, s.wrong = m.choose(one.words, found[0], found[1], in)
	} else if why := m.impossible(found[0]); why != "" {
		s.wrong = refuse(s.text, hintOf(m.Check(found[0])), "số này %s", why)
	}
	if s.wrong == nil && m.Unit == percent && one.bound == MoreThan && one.value.Equal(hundred) {
		s.wrong = refuse(s.text, hintOf(m.Check(hundred.Add(hundred))), "số này vượt quá 100 %%")
	}
	if s.wrong == nil && one.bound == LessThan && one.value.IsZero() {
		s.wrong = refuse(s.text, "ghi một số từ 0 trở lên", "số này nhỏ hơn 0")
	}
	return s.wrong == nil
}

// counts reads the two counts of a rate.
func (s *sentence) counts(one *item) bool {
	m := s.m.counts()
	read := func() (decimal.Decimal, string, bool) {
		digits := s.tokens[s.at]
		s.at++
		in, _ := s.unitOf(m)
		part := item{}
		ok := s.decide(&part, m, digits, in)
		return part.value, part.said, ok
	}
	above, said, ok := read()
	if !ok {
		return false
	}
	_, s.at = take(outOf, s.tokens, s.saying(s.at))
	below, saidBelow, ok := read()
	if !ok || !s.behind(one, true) {
		return false
	}
	one.kind, one.counts, one.said = ofCounts, &Counts{above, below}, vi.Join("; ", said, saidBelow)
	return true
}

// shareAhead is the per cents that stand behind the number that is being read.
func (s *sentence) shareAhead() (decimal.Decimal, bool) {
	for p := s.at; p+1 < len(s.tokens); p++ {
		if !s.tokens[p].isNumber {
			continue
		}
		found := readings(s.tokens[p].text)
		if s.tokens[p+1].key != percent || len(found) != 1 || !found[0].IsPositive() {
			return decimal.Decimal{}, false
		}
		return found[0], true
	}
	return decimal.Decimal{}, false
}

// isPercent tells that per cents stand next.
func (s *sentence) isPercent() bool { return s.at < len(s.tokens) && s.tokens[s.at].key == percent }

// isCompound tells that a further number of a sum in several units stands next.
func (s *sentence) isCompound() bool {
	p := s.at
	for p < len(s.tokens) && (s.tokens[p].key == "," || s.tokens[p].key == "va") {
		p++
	}
	return p < len(s.tokens) && s.tokens[p].isNumber
}

// compound reads "71 tỷ 355 triệu đồng": whole numbers of falling units, the last of which
// may have decimals.
func (s *sentence) compound(one *item, digits token, in scale) bool {
	sum := decimal.Zero
	for {
		v, ok := wholeOf(s.text[digits.start:digits.end])
		more := s.isCompound()
		if !more { // the last
			found := readings(s.text[digits.start:digits.end])
			if found == nil {
				return false
			}
			v, ok = found[0], true
			if len(found) == 2 {
				return false
			}
		}
		if !ok || !inBounds(in.apply(v)) {
			return false
		}
		sum = sum.Add(in.apply(v))
		if !more {
			break
		}
		for !s.tokens[s.at].isNumber {
			s.at++
		}
		digits = s.tokens[s.at]
		s.at++
		above := in
		var unit string
		if in, unit = s.unit(); unit == "" {
			s.wrong = s.noUnit(sum, above, s.text[digits.start:digits.end])
			return false
		}
		found := readings(s.text[digits.start:digits.end])
		if in.shift >= above.shift || found == nil ||
			in.apply(found[0]).GreaterThanOrEqual(above.apply(decimal.NewFromInt(1))) {
			return false
		}
	}
	one.value = trimmed(sum)
	return inBounds(one.value)
}

// noUnit is the error of a sum whose last number says no unit: "1 tỷ 5" is 1.500 triệu as
// people say it, and 1.005 triệu as it stands.
func (s *sentence) noUnit(sum decimal.Decimal, above scale, digits string) error {
	const message = "số %s chưa có đơn vị"
	rest, err := decimal.NewFromString(digits)
	if err != nil || len(digits) > 2 || above.shift < 0 {
		return refuse(s.text, "ghi đủ đơn vị của từng số, ví dụ 71 tỷ 355 triệu đồng", message, digits)
	}
	asSaid := s.m.named(sum.Add(above.apply(rest.Shift(-int32(len(digits))))))
	asWritten := s.m.named(sum.Add(above.apply(rest.Shift(-3))))
	return refuse(s.text, fmt.Sprintf("ghi %s hoặc %s", asSaid, asWritten), message+": có thể hiểu là %s hoặc %s",
		digits,
		asSaid, asWritten)
}

// wholeOf is a whole number, its thousands parted or not.
func wholeOf(digits string) (decimal.Decimal, bool) {
	found := readings(digits)
	if found == nil || !found[0].IsInteger() {
		return decimal.Decimal{}, false
	}
	return found[0], true
}

// unit reads the unit that stands next, "" for none.
func (s *sentence) unit() (scale, string) { return s.unitOf(s.m) }

// mostWords is how many tokens a unit has at most: "triệu đồng / người / năm".
const mostWords = 8

func (s *sentence) unitOf(m Meaning) (scale, string) {
	if m.Unit == "" || s.at >= len(s.tokens) {
		return scale{}, ""
	}
	start := s.tokens[s.at].start
	for end := min(len(s.tokens), s.at+mostWords); end > s.at; end-- {
		if slices.ContainsFunc(s.tokens[s.at:end], func(t token) bool {
			return t.isNumber || t.key == "(" || t.key == ")"
		}) || s.tokens[end-1].isOne(",./") {
			continue
		}
		unit := s.text[start:s.tokens[end-1].end]
		if in, ok := m.scaleOf(unit); ok {
			s.at = end
			return in, unit
		}
	}
	return scale{}, ""
}

// behind reads what may stand behind a number and its unit. hasUnit tells that there was
// one: bare words behind a bare number could be another unit.
func (s *sentence) behind(one *item, hasUnit bool) bool {
	for s.at < len(s.tokens) {
		bound, end := take(boundTails, s.tokens, s.at)
		if end > s.at {
			if !one.binds(bound) {
				return false
			}
			s.at = end
			continue
		}
		if n, end := s.part(s.at); end > s.tail(s.at) && (one.kind == ofValue || one.kind == ofCount) && hasUnit {
			one.part, s.at = n, end
			continue
		}
		if !hasUnit {
			return true
		}
		if end = s.tail(s.at); end == s.at {
			return true
		}
		s.at = end
	}
	return true
}

// tail is where words end that say of what a number is.
func (s *sentence) tail(p int) int {
	if p < len(s.tokens) && s.tokens[p].key == "," && p+1 < len(s.tokens) {
		return p // parts two things
	}
	most := max(s.own(p), s.saying(p))
	if tails, has := unitTails[s.m.Unit]; has {
		_, end := take(tails, s.tokens, p)
		for joint := end; joint > p && joint < len(s.tokens) && s.tokens[joint].isJoint(); { // "đất ở và đất vườn"
			if _, joint = take(tails, s.tokens, joint+1); joint > end+1 {
				end = joint
			} else {
				break
			}
		}
		most = max(most, end)
	}
	_, end := take(places, s.tokens, p)
	most = max(most, end)
	_, q := take(wholes, s.tokens, p)
	if _, end = take(shareNouns, s.tokens, q); end > q && s.m.Unit == percent {
		most = max(most, end, s.own(end))
	}
	return most
}

// own is where the figure's own words end: all that its name, or what it divides by what,
// says.
func (s *sentence) own(p int) int {
	end := p
	for _, text := range []string{s.m.Name, s.m.Numerator, s.m.Denominator} {
		if text == "" {
			continue
		}
		for _, words := range coresOf(text) {
			end = max(end, matchedBut(words, s.tokens, p, "duoc"))
		}
	}
	for words := range strings.SplitSeq(s.m.Also, ";") {
		if words != "" {
			end = max(end, matched(strings.Fields(vi.Fold(words)), s.tokens, p))
		}
	}
	return end
}

// cores are the words of a figure's text without what counts them. Of "Tỷ lệ hộ được sử
// dụng nước sạch theo quy chuẩn" they are all from "hộ" on, with and without "hộ", and so up
// to "theo", which only says what is meant; and "hộ" itself, what the rest is said of. What
// ends elsewhere, such as "lao động qua đào tạo" of those with certificates, is another figure.
var cores sync.Map

func coresOf(text string) [][]string {
	if found, ok := cores.Load(text); ok {
		return found.([][]string)
	}
	bare, _, _ := strings.Cut(vi.NFC(text), "(")
	keys, comma := namedBy(bare)
	var out [][]string
	add := func(words []string) {
		if len(words) > 0 {
			out = append(out, words)
		}
	}
	whole := func(words []string) {
		add(words)
		for n := min(3, len(words)-1); n > 0; n-- {
			if isNoun(words[:n]) {
				add(words[n:])
				break
			}
		}
	}
	whole(keys)
	for i := 1; i < len(keys); i++ {
		rest := strings.Join(keys[i:], " ")
		if slices.ContainsFunc(onlyMeant, func(p *pattern.Regexp) bool { return p.MatchString(rest) }) {
			whole(keys[:i])
		}
	}
	if verb := slices.IndexFunc(keys, func(key string) bool { return isVerb[key] }); verb > 0 {
		add(keys[:verb])
		if comma < verb {
			add(keys[:comma])
		}
	}
	cores.Store(text, out)
	return out
}

// namedBy are the words of a figure's name without what counts them, and how many stand
// before the first comma.
func namedBy(text string) (keys []string, comma int) {
	for _, t := range tokens(shortened.Replace(text)) {
		switch t.key {
		case ",":
			if comma == 0 {
				comma = len(keys)
			}
		case "-", "duoc": // "được" says nothing: see own
		default:
			keys = append(keys, t.key)
		}
	}
	for _, counted := range []string{"ty le", "tong so", "so", "xep loai"} {
		if rest, ok := strings.CutPrefix(strings.Join(keys, " "), counted+" "); ok {
			skipped := len(keys) - len(strings.Fields(rest))
			return keys[skipped:], max(0, comma-skipped)
		}
	}
	return keys, comma
}

// onlyMeant is what the end of a figure's name says that people leave out, folded.
var onlyMeant = []*pattern.Regexp{pattern.New(`^theo quy (?:chuan|dinh)$`), pattern.New(`^hoac noi `),
	pattern.New(`^o to di lai`), pattern.New(`^(?:sach va )?di lai thuan tien`), pattern.New(`^tren dia ban`),
	pattern.New(`^tro len$`)}

// isVerb is where a name begins to say something of what it counts, folded.
var isVerb = map[string]bool{"co": true, "dat": true, "tham": true, "su": true, "qua": true, "bi": true, "vao": true,
	"bao": true, "thuc": true, "lam": true, "dang": true, "tot": true, "sach": true, "it": true, "nhua": true,
	"cung": true, "quan": true}

// isNoun tells whether words are one of those that shares are of.
func isNoun(words []string) bool {
	return slices.ContainsFunc(shareNouns()[words[0]], func(one phrase[string]) bool {
		return slices.Equal(one.words, words)
	})
}

// sumOf are the parts of the formula's sum: "hộ nghèo" and "hộ cận nghèo".
func (m Meaning) sumOf() []string {
	inner, _, ok := strings.Cut(strings.TrimPrefix(m.Formula, "("), ")")
	if !ok || !strings.HasPrefix(m.Formula, "(") {
		return nil
	}
	return strings.Split(inner, " + ")
}

// part tells which part of the formula's sum is named at p, from 1.
func (s *sentence) part(p int) (n, end int) {
	if p >= len(s.tokens) {
		return 0, p
	}
	for i, name := range s.m.sumOf() {
		words := strings.Fields(vi.Fold(name))
		at := p
		if p < len(s.tokens) && (s.tokens[p].key == "so" || s.tokens[p].key == "la") {
			at++
		}
		for ; len(words) > 0; words = words[1:] { // "cận nghèo" of "hộ cận nghèo"
			if end := matched(words, s.tokens, at); end > at {
				return i + 1, end
			}
			if len(words) > 1 && !isNoun(words[:1]) {
				break
			}
		}
	}
	return 0, p
}

// Agree tells whether a share and its bound can be that of the counts, as it was rounded,
// up or down, or cut for print: by less than one in its last decimal.
func (c *Counts) Agree(share decimal.Decimal, b Bound) bool {
	if !c.Denominator.IsPositive() {
		return false
	}
	off := c.Numerator.Shift(2).Sub(share.Mul(c.Denominator))
	switch {
	case b == About:
		return true
	case b.IsFloor():
		return b.Contains(decimal.Zero, off)
	case b.IsCeiling():
		return b.Contains(decimal.Zero, off)
	}
	return off.Abs().LessThan(c.Denominator.Shift(share.Exponent()))
}

// disagree is the error of a share that is not that of its counts.
func (c *Counts) disagree(text string, share decimal.Decimal, b Bound) error {
	said := b.Of(spaced(share) + " %")
	if !c.Denominator.IsPositive() {
		return refuse(text, "ghi tổng số lớn hơn 0", "tổng số là %s", spaced(c.Denominator))
	}
	rate := c.Numerator.Shift(2).DivRound(c.Denominator, max(2, -share.Exponent()))
	above, below := spaced(c.Numerator), spaced(c.Denominator)
	return refuse(text, fmt.Sprintf("giữ số đúng, xóa số kia: ghi %s/%s nếu hai số đếm đúng, ghi %s %% nếu tỷ lệ đúng",
		c.Numerator, c.Denominator, strings.ReplaceAll(vi.Number(share), ".", "")),
		"ghi %s nhưng %s / %s = %s %%", said, above, below, spaced(rate))
}
