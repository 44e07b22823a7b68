package form

import (
	"strings"

	"ntm/internal/list"
	"ntm/internal/vi"
)

// Citing gives a cell of codes with some of them under other names.
func Citing(value any, renamed map[string]string) (any, bool) {
	codes := between.Split(said(value), -1)
	changed := false
	for i, code := range codes {
		code = strings.TrimSpace(code)
		if other, is := renamed[vi.FoldTone(code)]; is {
			code, changed = other, true
		} else if each, is := inSpan(code); is {
			for n, one := range each {
				if other, is := renamed[one]; is {
					each[n], changed = other, true
				}
			}
			if changed {
				code = strings.Join(each, "; ")
			}
		}
		codes[i] = code
	}
	if !changed {
		return value, false
	}
	return strings.Join(vi.NonEmpty(codes...), "; "), true
}

// Codes are those of a cell, one by one.
func Codes(value any) []string {
	return vi.NonEmpty(list.Map(between.Split(said(value), -1), strings.TrimSpace)...)
}

// Has tells whether something is written in one of the columns.
func (rec *Record) Has(columns ...string) bool {
	for _, id := range columns {
		if _, is := rec.Cells[id]; is {
			return true
		}
	}
	return false
}
