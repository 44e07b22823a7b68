package form

import (
	"cmp"
	"fmt"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

// given is a cell that a person filled in, and where it stands.
type given struct {
	read.Cell
	at     problem.Pos
	merged bool // with cells of other rows, or with another that is filled in
	across bool // with the cell of another column that is filled in
}

// cellReader reads cells and keeps what is wrong with them, and what is to be looked
// at.
type cellReader struct {
	problems, notes problem.List
	use1904         bool
	unlisted        bool // the sheet of the evidence is not there
}

func (d *cellReader) fail(c given, hint, format string, args ...any) {
	d.problems.Add(hinted(c.at, fmt.Sprintf(format, args...), hint))
}

// note adds what a person should look at.
func (d *cellReader) note(c given, text string) {
	if text != "" {
		d.notes = list.Once(d.notes, c.at.Problem(text, ""))
	}
}

// blank tells whether nothing was filled in: an empty cell, or a dash or the
// like in place of an answer. A formula that was never computed is not blank.
func (c given) blank() bool {
	return c.Kind == read.Blank || c.Kind == read.Text && typed.Blank(c.Text)
}

// readable refuses what holds nothing to read: an error, a formula without its
// value, letters of a font from before Unicode; and what shows something else than it
// holds. What was left out of a text is noted.
func (d *cellReader) readable(c given) bool {
	if err := c.Doubt(); err != nil {
		d.misread(c, err)
		return false
	}
	d.note(c, c.Aside())
	switch c.Kind {
	case read.Error:
		d.fail(c, "sửa công thức, hoặc gõ thẳng giá trị vào ô", "ô này báo lỗi %s", c.Text)
		return false
	case read.Uncomputed:
		d.fail(c, "mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị vào ô",
			"ô này có công thức nhưng chưa có kết quả tính")
		return false
	}
	font := c.Font
	if font == "" || isASCII(c.Text) { // a legacy font shows plain letters as they are
		font = typed.Legacy(c.Text)
	}
	if c.Kind == read.Text && font != "" {
		d.fail(c, "chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại", "đọc thấy %q, viết bằng bảng mã cũ %s",
			c.Text, font)
		return false
	}
	return true
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > '~' })
}

// single refuses, besides what is not readable, an answer that stands in a cell
// merged over several rows: it is one row's, and there is no knowing which.
func (d *cellReader) single(c given) bool {
	if c.merged {
		d.fail(c, "bỏ gộp ô (Unmerge), ghi riêng từng dòng", "ô này gộp nhiều dòng nên không rõ %q là của dòng nào",
			vi.NFC(c.Text))
		return false
	}
	if c.across {
		d.fail(c, "bỏ gộp ô (Unmerge), ghi vào đúng cột", "ô này gộp nhiều cột nên không rõ %q là của cột nào",
			vi.NFC(c.Text))
		return false
	}
	return d.readable(c)
}

// holds tells whether something is filled in that can be read.
func (d *cellReader) holds(c given) bool { return !c.blank() && d.single(c) }

// text reads words; a number is taken as it is written.
func (d *cellReader) text(c given) string {
	if c.blank() || !d.readable(c) {
		return ""
	}
	if c.Kind != read.Number {
		return vi.NFC(c.Text)
	}
	if c.Shown == read.Date {
		if t, ok := read.Day(c.Text, d.use1904); ok {
			return vi.Date(t)
		}
	}
	n, err := typed.CellNumber(c.Text)
	if err != nil {
		return vi.NFC(c.Text)
	}
	return n.String()
}

// number reads an exact number, or nil when there is none to read.
func (d *cellReader) number(c given, m typed.Meaning) *decimal.Decimal {
	m.CountedIn = ""
	g := d.read(c, m, func(g typed.Given) bool { return g.Bound == "" && g.Year == 0 && g.Share == nil })
	if g == nil {
		return nil
	}
	return &g.Value
}

// owed reads what is owed, or nil when the cell says nothing.
func (d *cellReader) owed(c given) *commune.Amount {
	return amountGiven(d.read(c, typed.Debt, commune.IsDebt))
}

// amountGiven is what was read of an amount, nil of nothing.
func amountGiven(g *typed.Given) *commune.Amount {
	if g == nil {
		return nil
	}
	return new(commune.AmountGiven(*g))
}

// said reads what a cell says of a figure, or nil when it says nothing.
func (d *cellReader) said(c given, m typed.Meaning) *typed.Given {
	return d.read(c, m, func(g typed.Given) bool { return g.Share == nil })
}

// read reads an amount that takes lets through.
func (d *cellReader) read(c given, m typed.Meaning, takes func(typed.Given) bool) *typed.Given {
	isDay := c.Kind == read.Number && c.Shown == read.Date // which numberIn refuses
	if c.blank() || !isDay && !d.single(c) {
		return nil
	}
	g, err := numberIn(c, m)
	if err == nil && !takes(g) {
		if _, _, err = typed.Number(c.Text, m); err == nil {
			err = problem.Problem{Message: fmt.Sprintf("đọc thấy %q, ở đây chỉ cần một số", vi.NFC(c.Text)),
				Hint: "giữ một số, bỏ phần còn lại"}
		}
	}
	if err == nil && g.Counts == nil {
		err = cmp.Or(inDong(g.Value, m), cut(c, g.Value, m), tooFew(c, g.Value, m))
	}
	if err != nil {
		d.misread(c, err)
		return nil
	}
	d.note(c, g.Said)
	return &g
}

// misread notes an error of a reader of typed text at its cell.
func (d *cellReader) misread(c given, err error) {
	p := problem.Of(err)[0]
	d.fail(c, p.Hint, "%s", p.Message)
}
