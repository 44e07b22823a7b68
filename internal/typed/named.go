package typed

import (
	"slices"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// own is where the figure's own words end: all that its name, or what it divides by what,
// says.
func (s *sentence) own(p int) int {
	end := p
	for _, text := range []string{s.m.Name, s.m.Numerator, s.m.Denominator} {
		if text == "" {
			continue
		}
		for _, words := range coresOf(text) {
			end = max(end, s.matchedBut(words, p, "duoc"))
		}
	}
	for words := range strings.SplitSeq(s.m.Also, ";") {
		if words != "" {
			end = max(end, s.matched(strings.Fields(vi.Fold(words)), p))
		}
	}
	return end
}

// coresOf are the words of a figure's text without what counts them. Of "Tỷ lệ hộ được sử
// dụng nước sạch theo quy chuẩn" they are all from "hộ" on, with and without "hộ", and so up
// to "theo", which only says what is meant; and "hộ" itself, what the rest is said of. What
// ends elsewhere, such as "lao động qua đào tạo" of those with certificates, is another figure.
var coresOf = vi.Remembered(func(text string) [][]string {
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
		if onlyMeant.MatchString(rest) {
			whole(keys[:i])
		}
	}
	if verb := slices.IndexFunc(keys, func(key string) bool { return slices.Contains(verbs, key) }); verb > 0 {
		add(keys[:verb])
		if comma < verb {
			add(keys[:comma])
		}
	}
	return out
})

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
var onlyMeant = pattern.New(`^theo quy (?:chuan|dinh)$|^hoac noi |^o to di lai|^(?:sach va )?di lai thuan tien|` +
	`^tren dia ban|^tro len$`)

// verbs are where a name begins to say something of what it counts, folded.
var verbs = strings.Fields("co dat tham su qua bi vao bao thuc lam dang tot sach it nhua cung quan")

// isNoun tells whether words are one of those that shares are of.
func isNoun(words []string) bool {
	return slices.ContainsFunc(shareNouns()[words[0]], func(one phrase) bool {
		return slices.Equal(one.words, words)
	})
}
