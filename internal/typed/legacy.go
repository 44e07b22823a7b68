package typed

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The fonts in which Vietnamese was typed before Unicode. Their letters are
// stored as other signs of the same place in the table of bytes.
const (
	tcvn3 = "TCVN3" // .VnTime and its kin: one sign a letter, "§¹t" for "Đạt"
	vni   = "VNI"   // VNI-Times and its kin: marks behind the letter, "Ñaït"
)

// letters pairs what is stored with what was typed.
func letters(pairs string) *strings.Replacer { return replacer(strings.Fields(pairs)) }

// replacer replaces the longer first: in VNI "ôù" is one letter, and "ô" another.
func replacer(pairs []string) *strings.Replacer {
	var long, short []string
	for i := 0; i < len(pairs); i += 2 {
		if utf8.RuneCountInString(pairs[i]) > 1 {
			long = append(long, pairs[i], pairs[i+1])
		} else {
			short = append(short, pairs[i], pairs[i+1])
		}
	}
	return strings.NewReplacer(append(long, short...)...)
}

var (
	fromTCVN3 = letters("µ à ¶ ả · ã ¸ á ¹ ạ ¨ ă » ằ ¼ ẳ ½ ẵ ¾ ắ Æ ặ © â Ç ầ È ẩ É ẫ Ê ấ Ë ậ ® đ Ì è Î ẻ Ï ẽ Ð é " +
		"Ñ ẹ ª ê Ò ề Ó ể Ô ễ Õ ế Ö ệ " +
		"× ì Ø ỉ Ü ĩ Ý í Þ ị ß ò á ỏ â õ ã ó ä ọ « ô å ồ æ ổ ç ỗ è ố é ộ ¬ ơ ê ờ ë ở ì ỡ í ớ î ợ ï ù ñ ủ ò ũ ó ú " +
		"ô ụ \u00ad ư õ ừ ö ử ÷ ữ ø ứ ù ự " +
		"ú ỳ û ỷ ü ỹ ý ý þ ỵ ¡ Ă ¢ Â § Đ £ Ê ¤ Ô ¥ Ơ ¦ Ư")
	fromVNI = letters(vniPairs)
)

const vniPairs = "aù á aø à aû ả aõ ã aï ạ aâ â aá ấ aà ầ aå ẩ aã ẫ aä ậ aê ă aé ắ aè ằ aú ẳ aü ẵ aë ặ eù é eø è " +
	"eû ẻ eõ ẽ eï ẹ eâ ê eá ế eà ề eå ể eã ễ eä ệ " +
	"où ó oø ò oû ỏ oõ õ oï ọ oâ ô oá ố oà ồ oå ổ oã ỗ oä ộ ô ơ ôù ớ ôø ờ ôû ở ôõ ỡ ôï ợ uù ú uø ù uû ủ uõ ũ uï " +
	"ụ ö ư öù ứ öø ừ öû ử öõ ữ öï ự " +
	"yù ý yø ỳ yû ỷ yõ ỹ î ỵ ñ đ æ ỉ ó ĩ ò ị"

// fromVNICapitals knows the capitals too, whose marks are capitals or not.
var fromVNICapitals = sync.OnceValue(func() *strings.Replacer {
	pairs := strings.Fields(vniPairs)
	for i, last := 0, len(pairs); i < last; i += 2 {
		stored, letter := []rune(pairs[i]), strings.ToUpper(pairs[i+1])
		pairs = append(pairs, strings.ToUpper(pairs[i]), letter)
		if len(stored) == 2 {
			pairs = append(pairs, strings.ToUpper(string(stored[0]))+string(stored[1]), letter)
		}
	}
	return replacer(pairs)
})

// Legacy names the font of a Vietnamese text typed before Unicode, "TCVN3" or
// "VNI", or is "". It takes the text as it is stored: [vi.NFC] drops a sign that
// TCVN3 has for a letter.
func Legacy(text string) (font string) {
	most := 0
	for _, f := range []struct {
		font, signs string
		letters     *strings.Replacer
	}{
		{tcvn3, "§¡¢£¤¥¦µ¶·¸¹¨»¼½¾©®ª×«¬\u00ad÷", fromTCVN3},
		{vni, "", fromVNI},
	} {
		isLetter := func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune(f.signs, r) }
		sure := 0
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isLetter(r) }) {
			weight, isModern := evidence(word, f.font, f.letters)
			if isModern {
				return ""
			}
			sure += weight
		}
		if sure > most {
			font, most = f.font, sure
		}
	}
	return font
}

// FromLegacy is a text of one of the fonts that [Legacy] names as the letters it shows.
// Of any other font it is the text itself.
func FromLegacy(font, text string) string {
	switch font {
	case tcvn3:
		return fromTCVN3.Replace(text)
	case vni:
		return fromVNICapitals().Replace(text)
	}
	return text
}

// evidence is what a word says for a font: 1 where it is no word but one in the font, -1 where it is
// none either way, 0 where it can be either; isModern tells that it has a letter that only Unicode has.
func evidence(word, font string, letters *strings.Replacer) (weight int, isModern bool) {
	special := false
	for _, r := range word {
		if r > 0xff {
			return 0, true
		}
		special = special || r > 0x7f
	}
	if !special || utf8.RuneCountInString(word) == 1 || isSyllable(strings.ReplaceAll(word, "\u00ad", ""), false) ||
		strings.HasPrefix(word, "µ") {
		return 0, false // a lone sign is a sign, µ before a letter a unit's
	}
	if font == vni {
		word = strings.ToLower(word) // capitals have marks of their own there
	}
	if isSyllable(letters.Replace(word), true) {
		return 1, false
	}
	return -1, false
}
