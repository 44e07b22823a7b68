package form

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"ntm/internal/form/layout"

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
	d.problems.Add(c.at.Problem(fmt.Sprintf(format, args...), hint))
}

// note adds what a person should look at.
func (d *cellReader) note(c given, text string) {
	if p := c.at.Problem(text, ""); text != "" && !slices.Contains(d.notes, p) {
		d.notes.Add(p)
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
	g := d.read(c, typed.Debt, commune.IsDebt)
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
			err = problem.Problem{Message: fmt.Sprintf("đọc thấy %q, ở đây chỉ cần một số", vi.NFC(c.Text))}
		}
	}
	if err == nil && g.Counts == nil {
		err = inDong(g.Value, m)
	}
	if err == nil && g.Counts == nil {
		err = cut(c, g.Value, m)
	}
	if err == nil && g.Counts == nil {
		err = tooFew(c, g.Value, m)
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

func numberIn(c given, m typed.Meaning) (g typed.Given, err error) {
	switch {
	case c.Kind == read.Bool:
		return g, problem.Problem{Message: fmt.Sprintf("đọc thấy %s, ở đây cần một số", c.Text)}
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
	return askCut(n, m, func(v decimal.Decimal) bool {
		return v.GreaterThanOrEqual(m.Plausible.From) && v.LessThanOrEqual(m.Plausible.To)
	})
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
		if n.GreaterThanOrEqual(m.Plausible.From) || whole.LessThan(m.Plausible.From) ||
			whole.GreaterThan(m.Plausible.To) {
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
	within := func(v decimal.Decimal) bool {
		return v.GreaterThanOrEqual(m.Plausible.From) && v.LessThanOrEqual(m.Plausible.To)
	}
	if !strings.HasPrefix(m.Unit, typed.Money.Unit) || m.Plausible == nil || within(n) {
		return nil
	}
	for _, u := range []struct {
		digits int32
		name   string
	}{{3, "nghìn đồng"}, {6, "đồng"}} {
		if v := n.Shift(-u.digits); within(v) {
			return problem.Problem{Message: fmt.Sprintf("đọc thấy %s, quá lớn so với đơn vị %s; nếu tính bằng %s "+
				"thì là %s", vi.Number(n), m.Unit, u.name, vi.Number(criteria.Trimmed(v))),
				Hint: fmt.Sprintf("ghi theo đơn vị %s", m.Unit)}
		}
	}
	return nil
}

// year reads a year, or 0.
func (d *cellReader) year(c given) int {
	text := d.text(c)
	if text == "" {
		return 0
	}
	year, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(vi.Fold(text), "nam "), ".0"))
	if err != nil || year < 1990 || year > 2100 {
		d.fail(c, "", "đọc thấy %q, ở đây cần một năm, ví dụ 2023", text)
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
			return criteria.Day(t.Year(), t.Month(), t.Day())
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
	list := make([]string, len(options))
	for i, o := range options {
		list[i] = o.Word
	}
	d.fail(c, "chọn trong danh sách: "+strings.Join(list, "; "), "đọc thấy %q, không phải một trong các lựa chọn", text)
	return ""
}

// yes reads Đạt or Chưa đạt, or nil.
func (d *cellReader) yes(c given) *bool { return d.answer(c, typed.YesNo) }

// has reads Có or Không, or nil.
func (d *cellReader) has(c given) *bool { return d.answer(c, typed.Has) }

func (d *cellReader) answer(c given, parse func(string) (bool, error)) *bool {
	if c.blank() || !d.single(c) {
		return nil
	}
	text := vi.NFC(c.Text)
	yes, err := parse(text)
	if c.Kind == read.Bool {
		yes, err = text == "1" || strings.EqualFold(text, "true"), nil
	}
	if err != nil {
		d.misread(c, err)
		return nil
	}
	return &yes
}

var (
	between = pattern.New(`[,;\n]| và `)
	span    = pattern.New(`^(\d{1,3}) ?[-–] ?(\d{1,3})$`)
)

// cites reads the codes of evidence in a cell: "1, 2", "1;3-5", "tb-thu-nhap".
func (d *cellReader) cites(c given, known []string) []string {
	c = inLine(c)
	text := d.text(c)
	if text == "" {
		return nil
	}
	if c.Kind == read.Number && !slices.Contains(known, text) {
		var ok bool
		if text, ok = d.citedNumber(c, text, known); !ok {
			return nil
		}
	}
	var out []string
	add := func(code string) {
		if i := slices.IndexFunc(known, func(k string) bool { return vi.FoldTone(k) == vi.FoldTone(code) }); i >= 0 {
			code = known[i]
		}
		switch {
		case code == "" || slices.Contains(out, code):
		case !slices.Contains(known, code):
			d.uncited(c, code)
		default:
			out = append(out, code)
		}
	}
	for part := range slices.Values(between.Split(text, -1)) {
		part = strings.TrimSpace(part)
		m := span.FindStringSubmatch(part)
		if m == nil || slices.Contains(known, part) {
			add(part)
			continue
		}
		first, _ := strconv.Atoi(m[1])
		last, _ := strconv.Atoi(m[2])
		if first > last {
			d.fail(c, "ghi số nhỏ trước: 1-3", "đọc thấy %q, không phải một dãy số minh chứng", part)
		}
		for i := first; i <= last; i++ {
			add(strconv.Itoa(i))
		}
	}
	return out
}

// inLine is a cell of codes that stand below each other, with semicolons between them.
func inLine(c given) given {
	if c.Kind == read.Text {
		c.Text = strings.ReplaceAll(strings.TrimSpace(c.Text), "\n", "; ")
	}
	return c
}

// uncited refuses a code that no evidence has.
func (d *cellReader) uncited(c given, code string) {
	if d.unlisted {
		d.fail(c, "chép tờ "+layout.EvidenceSheet+" vào lại tệp này, hoặc xóa các số ở cột minh chứng",
			"không có minh chứng nào số %q vì tệp không còn trang tính "+layout.EvidenceSheet, code)
		return
	}
	d.fail(c, "thêm minh chứng này vào tờ "+layout.EvidenceSheet+", hoặc sửa số", "không có minh chứng nào số %q", code)
}

// citedNumber makes a list of two codes again of what a Vietnamese Excel has made a number
// of: "1, 3" is 1,3 to it. The zeros at the end are lost, so 1,3 may be 1 and 30 as well,
// where there is such evidence.
func (d *cellReader) citedNumber(c given, text string, known []string) (string, bool) {
	const hint = "ghi các số cách nhau bằng dấu chấm phẩy: 1; 3"
	if c.Shown == read.Date {
		d.fail(c, hint, "ô này đang giữ một ngày: Excel đã đổi các số vừa gõ thành ngày")
		return "", false
	}
	first, second, two := strings.Cut(text, ".")
	if !two {
		return text, true
	}
	longer := func(code string) bool {
		return len(code) > len(second) && strings.TrimRight(code, "0") == strings.TrimRight(second, "0") &&
			strings.HasPrefix(code, second)
	}
	if !slices.Contains(known, first) || !slices.Contains(known, second) || slices.ContainsFunc(known, longer) {
		d.fail(c, hint, "đọc thấy số %s; có phải là nhiều minh chứng không?", strings.Replace(text, ".", ",", 1))
		return "", false
	}
	d.note(c, fmt.Sprintf("đọc thấy số %s,%s, hiểu là minh chứng %s và %s; nhiều minh chứng thì ghi cách nhau dấu "+
		"chấm phẩy: %s; %s", first, second, first, second, first, second))
	return first + ";" + second, true
}

// noName is how a text begins that tells about something instead of naming it.
var noName = pattern.New(`^(khong|chua|dang|se|co \d|so |\d)`)

// name reads the name of what is counted by its names, or "".
func (d *cellReader) name(c given, what string) string {
	text := d.text(c)
	if text == "" || !d.isName(c, text, what) {
		return ""
	}
	return text
}

func (d *cellReader) isName(c given, text, what string) bool {
	_, answered := typed.YesNo(text)
	if _, has := typed.Has(text); answered == nil || has == nil || !hasLetter(text) ||
		noName.MatchString(vi.Fold(text)) {
		d.fail(c, "ghi tên; không có thì trả lời Không và để trống ô này", "đọc thấy %q, ở đây cần tên một %s",
			text, what)
		return false
	}
	return true
}
