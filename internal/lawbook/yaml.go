package lawbook

import (
	"regexp"
	"strings"

	"ntm/internal/vi"
)

// pair is a key with its value: a text as it stands in the file, a mapping, or
// a list of either. An empty value is left out with its key.
type pair struct {
	key   string
	value any
}

type (
	mapping []pair
	items   []any
)

// render writes a mapping, indented by so many spaces.
func render(b *strings.Builder, m mapping, indent int) {
	for _, p := range m {
		lead := strings.Repeat(" ", indent) + p.key + ":"
		switch v := p.value.(type) {
		case string:
			if v != "" {
				b.WriteString(lead + " " + v + "\n")
			}
		case mapping:
			if len(v) > 0 {
				b.WriteString(lead + "\n")
				render(b, v, indent+2)
			}
		case items:
			if len(v) > 0 {
				b.WriteString(lead + "\n")
				renderList(b, v, indent+2)
			}
		}
	}
}

func renderList(b *strings.Builder, all items, indent int) {
	dash := strings.Repeat(" ", indent) + "- "
	for _, item := range all {
		switch v := item.(type) {
		case string:
			b.WriteString(dash + v + "\n")
		case mapping:
			var inner strings.Builder
			render(&inner, v, indent+2)
			b.WriteString(dash + strings.TrimLeft(inner.String(), " "))
		}
	}
}

var (
	// bare is what needs no quotes: it begins with a letter, or is a document's
	// number, and holds nothing that YAML could take for its own.
	bare     = regexp.MustCompile(`^(\p{L}|\d+/(\d+/)?\p{L})[\p{L}\p{N} ./,;()_+≥≤=×–-]*$`)
	bareFlow = regexp.MustCompile(`^(\p{L}|\d+/(\d+/)?\p{L})[\p{L}\p{N}./_-]*$`)
	keywords = regexp.MustCompile(`(?i)^(true|false|null|yes|no|on|off|y|n|nan|inf)$`)
)

// quote writes a text so that it is read back as the same text, cleaned as all
// text that is read is; "" stays "".
func quote(s string) string { return quoteUnless(bare, s) }

func quoteUnless(safe *regexp.Regexp, s string) string {
	s = vi.NFC(s)
	if s == "" || safe.MatchString(s) && !keywords.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// flowList writes words as [a, b], "" for none.
func flowList[T ~string](words []T) string {
	if len(words) == 0 {
		return ""
	}
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = quoteUnless(bareFlow, string(w))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// onlyTrue writes a switch that is off when it is not written.
func onlyTrue(on bool) string {
	if on {
		return "true"
	}
	return ""
}
