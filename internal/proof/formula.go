package proof

import (
	"strings"

	"ntm/internal/pattern"
)

func orNone(formula string) string {
	if formula == "" {
		return "không có công thức"
	}
	return "=" + strings.TrimPrefix(formula, "=")
}

// plainFormula is a formula without what programs write differently.
func plainFormula(f string) string {
	return outsideQuotes(strings.TrimPrefix(f, "="), strings.NewReplacer(" ", "", "_xlfn.", "", "$", ""))
}

// outsideQuotes replaces in a formula, but not in its words.
func outsideQuotes(f string, with *strings.Replacer) string {
	parts := strings.Split(f, `"`)
	for i := range parts {
		if i%2 == 0 {
			parts[i] = with.Replace(parts[i])
		}
	}
	return strings.Join(parts, `"`)
}

// locale is the language of a number format.
var locale = pattern.New(`\[\$-[0-9A-Fa-f]+\]`)

// plainFormat is a number format without what programs write differently: words
// stand in quotes or letter by letter behind a backslash, each mean the same.
func plainFormat(f string) string {
	f = locale.ReplaceAllString(f, "")
	if f == "General" || f == "@" {
		return ""
	}
	var out strings.Builder
	quoted := false
	letters := []rune(f)
	for i := 0; i < len(letters); i++ {
		switch r := letters[i]; {
		case r == '"':
			quoted = !quoted
		case r == '\\' && !quoted && i+1 < len(letters):
			i++
			out.WriteString("'" + string(letters[i]))
		case quoted, r == ' ', r > '~', strings.ContainsRune("-/+():!^&'{}<>=≥≤", r):
			out.WriteString("'" + string(r)) // shown as it is, with or without quotes
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
