package form

import (
	"strconv"
	"strings"

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
		} else if m := span.FindStringSubmatch(code); m != nil {
			first, _ := strconv.Atoi(m[1])
			last, _ := strconv.Atoi(m[2])
			var each []string
			for n := first; n <= last; n++ {
				one := strconv.Itoa(n)
				if other, is := renamed[one]; is {
					one, changed = other, true
				}
				each = append(each, one)
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
	var out []string
	for _, code := range between.Split(said(value), -1) {
		out = append(out, strings.TrimSpace(code))
	}
	return vi.NonEmpty(out...)
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
