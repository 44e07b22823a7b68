package form

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

func numberIn(c given, m typed.Meaning) (g typed.Given, err error) {
	switch {
	case c.Kind == read.Bool:
		return g, problem.Problem{Message: fmt.Sprintf("đọc thấy %s, ở đây cần một số", c.Text),
			Hint: "ghi riêng con số; chưa có số liệu thì để trống"}
	case c.Kind == read.Text:
		g, err = typed.Read(c.Text, m)
		g.Percent = g.Percent || c.Hundredfold && m.Unit == string(criteria.Percent)
		return g, err
	case c.Shown == read.Date:
		return g, problem.Problem{Message: "ô này đang giữ một ngày, ở đây cần một số",
			Hint: "Excel đã đổi số vừa gõ thành ngày: chọn định dạng General rồi gõ lại số"}
	}
	if c.Shown == read.Otherwise {
		return g, problem.Problem{Message: fmt.Sprintf("ô này có định dạng riêng nên số nhìn thấy có thể "+
			"khác số đang giữ (%s)", c.Text), Hint: "chọn định dạng General rồi xem và gõ lại số"}
	}
	g.Value, err = typed.Cell(c.Text, c.Shown == read.Percent, m)
	g.Percent = (c.Shown == read.Percent || c.Hundredfold) && m.Unit == string(criteria.Percent)
	if err != nil && typed.OneByOne(m.Unit) {
		err = thousands(c, err)
	}
	return g, err
}

// thousands adds to an error about a part of a household that a machine may have made
// one of "2.500".
func thousands(c given, err error) error {
	n, wrong := typed.CellNumber(c.Text)
	if wrong != nil || n.IsInteger() || !n.Shift(3).IsInteger() {
		return err
	}
	p := problem.Of(err)[0]
	p.Hint = fmt.Sprintf("%s; nếu đã gõ %s thì máy đã đọc dấu chấm là dấu thập phân: gõ lại %s", p.Hint,
		vi.Number(n.Shift(3).Truncate(0)), n.Shift(3).Truncate(0).String())
	return p
}

// cut asks about a number that lies below where its figure does, and within when it is
// thousandfold: an English machine makes 2,5 of "2.500".
func cut(c given, n decimal.Decimal, m typed.Meaning) error {
	if m.Plausible == nil || c.Formula || n.GreaterThanOrEqual(m.Plausible.From) || n.IsInteger() ||
		c.Kind == read.Text && (c.at.Sheet != "" || hasLetter(c.Text)) {
		return nil
	}
	return askCut(n, m, m.Plausible.Contains)
}

// askCut asks which of the two a number is that may have been cut to its thousandth.
func askCut(n decimal.Decimal, m typed.Meaning, within func(decimal.Decimal) bool) error {
	whole := n.Shift(3)
	if !whole.IsInteger() || !within(whole) {
		return nil
	}
	whole = whole.Truncate(0)
	unit := strings.TrimSpace(" " + m.Unit)
	return problem.Problem{
		Message: fmt.Sprintf("đọc thấy %s, nhỏ khác thường; có thể đã gõ %s và máy đọc dấu chấm là dấu thập phân",
			vi.Number(n), vi.Number(whole)),
		Hint: strings.TrimSpace(fmt.Sprintf("ghi %s, hoặc nếu đúng là %s thì ghi kèm đơn vị: %s %s", whole.String(),
			vi.Number(n), vi.Number(n), unit))}
}

// tooFew asks about a sum in đồng that can only have been meant in triệu đồng: the program
// or a person put the sign of the currency behind it, as a cell's format does by a button.
func tooFew(c given, n decimal.Decimal, m typed.Meaning) error {
	whole := n.Shift(6)
	if c.Kind != read.Text || !strings.HasPrefix(m.Unit, typed.Money.Unit) || n.IsZero() ||
		!inDongs.MatchString(c.Text) {
		return nil
	}
	least := decimal.NewFromInt(1)
	switch {
	case m.Plausible != nil:
		if n.GreaterThanOrEqual(m.Plausible.From) || !m.Plausible.Contains(whole) {
			return nil
		}
	case c.Odd == nil || n.GreaterThanOrEqual(least): // typed out, a small sum is one
		return nil
	}
	return problem.Problem{
		Message: fmt.Sprintf("ô này hiện %s đồng, quá nhỏ; hay là %s %s?", vi.Number(whole), vi.Number(whole), m.Unit),
		Hint: fmt.Sprintf("là %s triệu đồng thì bỏ định dạng tiền của ô, ghi %s; đúng là đồng thì chọn định dạng "+
			"General rồi ghi %s", vi.Number(whole), whole.String(), vi.Number(n)),
	}
}

// inDongs tells a sum in đồng, and not in nghìn, triệu or tỷ of them.
var inDongs = pattern.New(`(?i)(?:^|[\d.,] ?)(?:₫|đồng|đ|vnđ|vnd)(?:$|[ /\d])`)

// inDong refuses a sum that can only have been meant in đồng or nghìn đồng: far
// beyond where the figure lies, and within when it is divided.
func inDong(n decimal.Decimal, m typed.Meaning) error {
	if !strings.HasPrefix(m.Unit, typed.Money.Unit) || m.Plausible == nil || m.Plausible.Contains(n) {
		return nil
	}
	for _, u := range []struct {
		digits int32
		name   string
	}{{3, "nghìn đồng"}, {6, "đồng"}} {
		if v := n.Shift(-u.digits); m.Plausible.Contains(v) {
			return problem.Problem{Message: fmt.Sprintf("đọc thấy %s, quá lớn so với đơn vị %s; nếu tính bằng %s "+
				"thì là %s", vi.Number(n), m.Unit, u.name, vi.Number(criteria.Trimmed(v))),
				Hint: fmt.Sprintf("ghi theo đơn vị %s", m.Unit)}
		}
	}
	return nil
}
