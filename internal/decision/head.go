package decision

import (
	"strings"

	"ntm/internal/decision/head"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// givenWith is what an annex says of the decision that it belongs to.
var givenWith = pattern.New(`(?i)kèm theo quyết định số\s*:?\s*(\d+[a-z]?(?:/\d{4})?/\p{Lu}{2,` +
	`}(?:-[\p{L}&]+)*)(?:\s*,?\s*(ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|ngày\s*\d{1,2}/\d{1,` +
	`2}/\d{4}))?(?:\s*của\s+([^)]+))?`)

// byProvince is an issuer that is a province's, folded, and ofItsNumber a number of one.
var (
	byProvince  = pattern.New(`^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\b`)
	ofItsNumber = pattern.New(`\b(?:ubnd|hdnd)$`)
)

// isOfProvince tells whether a decision is a province's own, by its number or its issuer.
func (d *Decision) isOfProvince() bool {
	return ofItsNumber.MatchString(vi.Fold(d.Number)) || byProvince.MatchString(vi.Fold(d.Issuer))
}

// readHead takes the head of the paper.
func (d *Decision) readHead(lines []line) {
	h := head.Read(lines)
	d.Number, d.Date, d.Issuer, d.Title, d.IsDraft = h.Number, h.Date, h.Issuer, h.Title, h.IsDraft
	for _, what := range h.Doubts {
		d.doubt(what)
	}
}

// readGivenWith holds the head against what the annexes say of the decision they belong
// to, and takes it from there where the file has no head.
func (d *Decision) readGivenWith(lines []line) {
	for _, l := range lines {
		m := givenWith.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		number, on, by := head.Squeeze(m[1]), head.Day(m[2]), strings.TrimRight(strings.TrimSpace(m[3]), ").")
		switch {
		case d.Number == "":
			d.Number = number
		case d.Number != number:
			d.doubt("phụ lục ghi là kèm theo Quyết định số " + number + ", nhưng quyết định có số " + d.Number)
		}
		switch {
		case d.Date.IsZero():
			d.Date = on
		case !on.IsZero() && !on.Equal(d.Date):
			d.doubt("phụ lục ghi ngày " + vi.Date(on) + ", nhưng quyết định ghi ngày " + vi.Date(d.Date))
		}
		if d.Issuer == "" {
			d.Issuer = by
		}
	}
}

func (d *Decision) doubt(what string) {
	d.Doubts = list.Once(d.Doubts, Doubt{What: what})
}
