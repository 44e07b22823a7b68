package vi

import (
	"strings"
	"unicode/utf8"
)

// NonEmpty is those of the texts that say something.
func NonEmpty[T ~string](texts ...T) []string {
	var out []string
	for _, text := range texts {
		if text != "" {
			out = append(out, string(text))
		}
	}
	return out
}

// Join is the texts that say something, with a sign between them.
func Join[T ~string](sign string, texts ...T) string { return strings.Join(NonEmpty(texts...), sign) }

// OneLine is a text whose words one space parts.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// List is what is said of each item, with a sign between them.
func List[T any](sign string, items []T, say func(T) string) string {
	words := make([]string, len(items))
	for i, item := range items {
		words[i] = say(item)
	}
	return strings.Join(words, sign)
}

// Capital writes the first letter large.
func Capital(text string) string {
	_, n := utf8.DecodeRuneInString(text)
	return strings.ToUpper(text[:n]) + text[n:]
}

// Short is a text of at most n letters, the rest of a longer one cut off.
func Short(text string, n int) string {
	all := []rune(text)
	if len(all) <= n {
		return text
	}
	return string(all[:n]) + "…"
}

// Lower is a text that begins within a sentence.
func Lower(text string) string {
	_, n := utf8.DecodeRuneInString(text)
	return strings.ToLower(text[:n]) + text[n:]
}

// Slug is a name as a file name writes it: plain letters, digits and hyphens.
func Slug(name string) string {
	return strings.Join(strings.FieldsFunc(Fold(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}

// tied are signs with the blank that parts them from their number.
var tied = strings.NewReplacer("≥ ", "≥\u00a0", "≤ ", "≤\u00a0", " %", "\u00a0%")

// Unbroken keeps a number on one line with the sign before it and that of per cent behind.
func Unbroken(text string) string {
	if strings.Contains(text, " %") || strings.Contains(text, "≥ ") || strings.Contains(text, "≤ ") {
		return tied.Replace(text)
	}
	return text
}
