package form

import (
	"fmt"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// year reads a year, or 0.
func (d *cellReader) year(c given) int {
	text := d.text(c)
	if text == "" {
		return 0
	}
	year, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(vi.Fold(text), "nam "), ".0"))
	if err != nil || year < 1990 || year > 2100 {
		d.fail(c, "ghi riêng năm bằng bốn chữ số, bỏ lời ghi thêm",
			"đọc thấy %q, ở đây cần một năm, ví dụ 2023", text)
		return 0
	}
	return year
}

// day reads a date, or the zero date.
func (d *cellReader) day(c given) criteria.Date {
	if c.blank() || !d.readable(c) {
		return criteria.Date{}
	}
	if c.Kind == read.Number && c.Shown == read.Date {
		if t, ok := read.Day(c.Text, d.use1904); ok && typed.Sensible(t) {
			return criteria.DayOf(t)
		}
	}
	t, err := typed.Date(d.text(c))
	if err != nil && c.Kind == read.Number {
		p := problem.Of(err)[0]
		if t, ok := read.Day(c.Text, d.use1904); ok && typed.Sensible(t) {
			p.Hint = fmt.Sprintf("nếu là ngày %s, ghi %s", vi.Date(t), vi.Date(t))
		}
		err = p
	}
	if err != nil {
		d.misread(c, err)
		return criteria.Date{}
	}
	return criteria.Date{Time: t}
}
