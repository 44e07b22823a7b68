package packs

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/pattern"
	"ntm/internal/vi"

	"github.com/goccy/go-yaml"
	"github.com/shopspring/decimal"
)

// Encode writes a pack, an overlay or a procedure, as a YAML file that a person can
// read and mend by hand. Numbers keep the decimals they were typed with.
func Encode[T criteria.Overlay | criteria.Procedure](w io.Writer, pack *T) error {
	text, err := Text(pack)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "# Do ntm criteria import ghi từ bảng đối chiếu. Sửa tay được, nhưng ghi chú "+
		"sau\n# dấu # không giữ lại khi nhập lần sau.\n"+text)
	return err
}

// Text writes a part of a pack as it stands in its file.
func Text(part any) (string, error) {
	text, err := yaml.MarshalWithOptions(part, yaml.IndentSequence(true), yaml.UseSingleQuote(true),
		yaml.OmitEmpty(), yaml.OmitZero(),
		as(quote), as(number), as(criteria.Date.String), as(documentText), as(seriesText),
		as(traitLists), as(func(y criteria.Years) string { return fmt.Sprintf("{from: %d, to: %d}", y.From, y.To) }),
		as(func(r criteria.Range) string { return fmt.Sprintf("{from: %s, to: %s}", number(r.From), number(r.To)) }),
		as(func(r criteria.Relative) string {
			return fmt.Sprintf("{to: %s, op: %s, factor: %s}", quoteUnless(bareFlow, r.To), r.Op, number(r.Factor))
		}),
	)
	// The encoder takes the key for the no of YAML 1.1. No text can look like it:
	// within quotes they are doubled.
	return strings.ReplaceAll(string(text), "'no': ", "no: "), err
}

// as writes a type in a form of its own.
func as[T any](text func(T) string) yaml.EncodeOption {
	return yaml.CustomMarshaler(func(v T) ([]byte, error) { return []byte(text(v)), nil })
}

func number(d decimal.Decimal) string { return d.StringFixed(max(0, -d.Exponent())) }

func traitLists(lists [][]criteria.Trait) string {
	return "[" + vi.List(", ", lists, func(all []criteria.Trait) string {
		return "[" + vi.List(", ", all, func(t criteria.Trait) string { return string(t) }) + "]"
	}) + "]"
}

func documentText(d criteria.Document) string {
	out := "{number: " + quoteUnless(bareFlow, d.Number)
	if !d.Date.IsZero() {
		out += ", date: " + d.Date.String()
	}
	return out + "}"
}

// seriesText writes a table: one number, a number a column, or either for each
// year.
func seriesText(s criteria.Series) string {
	if !s.ByYear {
		return yearText(s.Cells)
	}
	return "{" + vi.List(", ", s.Years(), func(year int) string {
		another := func(c criteria.SeriesCell) bool { return c.Year != year }
		return fmt.Sprintf("%d: %s", year, yearText(slices.DeleteFunc(slices.Clone(s.Cells), another)))
	}) + "}"
}

func yearText(cells []criteria.SeriesCell) string {
	var out []string
	for _, c := range cells {
		text := "unknown"
		if c.Known {
			text = number(c.Value)
		}
		if c.Column == "" {
			return text
		}
		out = append(out, quoteUnless(bareFlow, string(c.Column))+": "+text)
	}
	return "{" + strings.Join(out, ", ") + "}"
}

var (
	// bare is what needs no quotes: it begins with a letter, or is a document's
	// number, and holds nothing that YAML could take for its own.
	bare     = pattern.New(`^(\p{L}|\d+/(\d+/)?\p{L})[\p{L}\p{N} ./,;()_+≥≤=×–-]*$`)
	bareFlow = pattern.New(`^(\p{L}|\d+/(\d+/)?\p{L})[\p{L}\p{N}./_-]*$`)
	keywords = pattern.New(`(?i)^(true|false|null|yes|no|on|off|y|n|nan|inf)$`)
)

// quote writes a text so that it is read back as the same text, cleaned as all
// text that is read is.
func quote(s string) string { return quoteUnless(bare, s) }

func quoteUnless(safe *pattern.Regexp, s string) string {
	s = vi.NFC(s)
	if safe.MatchString(s) && !keywords.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}
