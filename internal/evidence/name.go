package evidence

import (
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"ntm/internal/vi"
)

// MostOfName is how many bytes a name may have: what file systems take, and room for a number.
const MostOfName = 120

// NameOf is the last part of a name without what cannot be in one on every system, or turns
// it about when it is shown.
func NameOf(sent string) string {
	name := path.Base(strings.ReplaceAll(vi.NFC(strings.ToValidUTF8(sent, "")), `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	ext := filepath.Ext(name)
	if len(ext) > 12 {
		ext = ""
	}
	stem := strings.Trim(strings.TrimSuffix(name, ext), ". ")
	for len(stem)+len(ext) > MostOfName {
		_, last := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-last]
	}
	if stem = strings.Trim(stem, ". "); stem == "" {
		stem = "tep"
	}
	return stem + strings.TrimRight(ext, ". ")
}
