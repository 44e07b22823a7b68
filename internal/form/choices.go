package form

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/form/layout"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// choose reads one of the options, by its word or its value, or "".
func (d *cellReader) choose(c given, options []layout.Option) string {
	text := d.text(c)
	if text == "" {
		return ""
	}
	folded := vi.Fold(text)
	for _, o := range options {
		if text == o.Word || text == o.Value || folded == vi.Fold(o.Word) {
			return o.Value
		}
	}
	if i := slices.IndexFunc(options, func(o layout.Option) bool {
		return strings.TrimPrefix(vi.Fold(o.Word), "xa ") == strings.TrimPrefix(folded, "xa ")
	}); i >= 0 {
		return options[i].Value
	}
	d.fail(c, pickOf(options), "đọc thấy %q, không phải một trong các lựa chọn", text)
	return ""
}

// pickOf is the hint that names the options.
func pickOf(options []layout.Option) string {
	return "chọn trong danh sách: " + vi.List("; ", options, func(o layout.Option) string { return o.Word })
}

// yes reads Đạt or Chưa đạt, or nil.
func (d *cellReader) yes(c given) *bool { return d.answer(c, typed.YesNo, layout.MetOr) }

// has reads Có or Không, or nil.
func (d *cellReader) has(c given) *bool { return d.answer(c, typed.Has, layout.YesNo) }

func (d *cellReader) answer(c given, parse func(string) (bool, error), words []layout.Option) *bool {
	if !d.holds(c) {
		return nil
	}
	text := vi.NFC(c.Text)
	yes, err := parse(text)
	if c.Kind == read.Bool {
		yes, err = isTrue(text), nil
	}
	if err != nil {
		d.misread(c, err)
		return nil
	}
	if typed.Ticks(c.Text) {
		d.note(c, fmt.Sprintf("%q được đọc là %s; không phải thì ghi %s hoặc %s", text, layout.Either(words, yes),
			words[0].Word, words[1].Word))
	}
	return &yes
}

// isTrue tells what a cell of yes or no holds.
func isTrue(text string) bool { return text == "1" || strings.EqualFold(text, "true") }
