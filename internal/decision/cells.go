package decision

import (
	"cmp"
	"slices"
	"strings"

	"ntm/internal/decision/shape"
	"ntm/internal/document"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/threshold"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// readCells reads what the columns ask in a row.
func (r *reader) readCells(row *Row) {
	for _, column := range r.layout.values {
		column = forLevel(r.columnOf(row, column), row.level)
		cell := r.readCell(row, column)
		if column.Why != "" {
			cell.doubtBeside(row, "%s", column.Why)
		}
		row.Cells = append(row.Cells, cell)
	}
	row.partCells()
	row.agreeOnUnit()
	for _, c := range row.Cells {
		if row.isShifted && len(c.Doubts) == 0 {
			c.doubtBeside(row, "các cột của dòng này có thể bị lệch")
		}
	}
	hasWords := slices.ContainsFunc(row.Cells, func(c *Cell) bool { return c.Words != "" })
	for _, c := range row.Cells {
		if hasWords && c.Words == "" && c.Reading.Kind == threshold.None {
			c.doubtBeside(row, "ô này trống, trong khi cột khác có mức")
		}
	}
}

func (r *reader) readCell(row *Row, column *Column) *Cell {
	out := &Cell{Column: column}
	stored := r.layout.At(row.Row, column.At)
	isSpread := false
	if over := r.spread(row.Row); over != nil {
		stored, isSpread = over, true
	}
	if stored == nil {
		row.isShifted = true
		out.refuse(row, "dòng này thiếu ô ở cột này: các cột có thể bị lệch")
		return out
	}
	out.Words, out.Notes, out.Shared = stored.Text, stored.Notes, stored.Columns > 1 || isSpread
	if r.layout.isAcross(stored) {
		row.isShifted = true
		out.refuse(row, "ô này gộp cả cột khác loại: các cột có thể bị lệch")
		return out
	}
	if len(stored.Odd) > 0 {
		out.refuse(row, strings.Join(stored.Odd, "; "))
		return out
	}
	text, isOne := r.listed.text(stored)
	if len(stored.Tables) > 0 {
		if text, isOne = shape.TableIn(stored, isNameOfPart); !isOne {
			out.refuse(row, "trong ô có bảng con")
			return out
		}
	}
	if out.Words = text; !isOne {
		out.refuse(row, "một ô ghi chung cho nhiều chỉ tiêu của dòng này: không rõ mức nào của chỉ tiêu nào")
		return out
	}
	if year, is := threshold.Year(text); is && row.isYearAmong && year == row.Year {
		out.Reading = threshold.Reading{Kind: threshold.None, Words: text}
		return out
	}
	out.Reading = threshold.InColumn(text)
	if out.Reading.Kind == threshold.Unread && threshold.IsNoneOf(text, row.Name+" "+row.Part) {
		out.Reading = threshold.Read("Không")
		out.Reading.Words = text
	}
	if out.Reading.Kind == threshold.Unread {
		out.doubt(row, "%s", out.Reading.Why)
		return out
	}
	if !out.Reading.IsPlainRemark(row.Criterion + " " + row.Name + " " + row.Part) {
		out.doubtBeside(row, "lời trong ngoặc có thể nói thêm điều khác: %s", out.Reading.Remark)
	}
	if len(stored.Changed) > 0 {
		out.doubt(row, "ô này có thay đổi được theo dõi, chưa ai chấp nhận: %s", strings.Join(stored.Changed, "; "))
	}
	if stored.Rows > 1 && holdsNumber(out.Reading) && r.coversOthers(stored, row) {
		out.doubtBeside(row, "một ô gộp cho nhiều chỉ tiêu")
	}
	r.compare(row, out)
	out.takeSign(row)
	out.settleYear(row)
	out.settleUnit(row)
	out.checkParts(row)
	return out
}

// isAcross tells whether a cell of thresholds covers a column that is none.
func (l *layout) isAcross(c *document.Cell) bool {
	for column := c.Column; column < c.Column+c.Columns; column++ {
		if column >= len(l.roles) || l.roles[column] != value {
			return true
		}
	}
	return false
}

func holdsNumber(r threshold.Reading) bool {
	return r.Kind == threshold.Value || r.Kind == threshold.ByYear || r.Kind == threshold.ByCase
}

// coversOthers tells whether a cell that was begun in a row above belongs to another
// indicator there.
func (r *reader) coversOthers(c *document.Cell, row *Row) bool {
	if c.Row == row.Row {
		next := r.layout.At(row.Row+1, r.contentColumn())
		return next == nil || next != r.layout.At(row.Row, r.contentColumn())
	}
	const enough = 50 // rows that a cell may cover before nobody means it
	for i := len(r.annex.Rows) - 1; i >= max(0, len(r.annex.Rows)-enough); i-- {
		if above := r.annex.Rows[i]; above.Table == row.Table && above.Row >= c.Row && (above.No != row.No ||
			above.Name != row.Name || above.Part != row.Part) {
			return true
		}
	}
	return false
}

func (r *reader) contentColumn() int { return slices.Index(r.layout.roles, content) }

// settleYear holds a cell's own year against the row's and the column's.
func (c *Cell) settleYear(row *Row) {
	year := row.Year
	if year != 0 && c.Column.Year != 0 && year != c.Column.Year {
		c.refuse(row, "dòng và cột ghi hai năm khác nhau")
		return
	}
	year = max(year, c.Column.Year)
	if c.Reading.Kind != threshold.ByYear || year == 0 {
		return
	}
	if len(c.Reading.Parts) != 1 || c.Reading.Parts[0].Year != year {
		c.refuse(row, "năm trong ô khác với năm của dòng hoặc cột")
		return
	}
	words := c.Reading.Words
	c.Reading = c.Reading.Parts[0]
	c.Reading.Words, c.Reading.Year = words, 0
}

// takeYear makes a row whose cells are all for one year, "Năm 2021 ≥ 45", a row of that
// year.
func (row *Row) takeYear() {
	year := 0
	for _, c := range row.Cells {
		parts := c.Reading.Parts
		if row.Year != 0 || c.Reading.Kind != threshold.ByYear || len(parts) != 1 || year != 0 &&
			parts[0].Year != year {
			return
		}
		year = parts[0].Year
	}
	if row.Year = year; year == 0 {
		return
	}
	for _, c := range row.Cells {
		c.settleYear(row)
	}
}

// settleUnit gives a number the unit of its row, and refuses one that cannot be.
func (c *Cell) settleUnit(row *Row) {
	of := cmp.Or(row.Unit, c.Column.Unit)
	why := c.settle(&c.Reading, of)
	for i := range c.Reading.Parts {
		if c.Reading.Kind == threshold.OneOf {
			break // each is of another thing
		}
		if part := &c.Reading.Parts[i]; why == "" {
			unit := of
			if c.Reading.Kind == threshold.Value {
				unit = c.Reading.Unit // what is "trong đó" counts alike
			}
			why = c.settle(part, unit)
		}
	}
	if why != "" {
		c.refuse(row, why)
	}
}

func (c *Cell) settle(r *threshold.Reading, unit string) string {
	if r.Kind != threshold.Value {
		return ""
	}
	switch {
	case r.Unit == "" && unit != "":
		r.Unit, c.Implied = unit, true
	case r.Unit != "" && unit != "" && !sameUnit(r.Unit, unit):
		return "đơn vị trong ô (" + r.Unit + ") khác với đơn vị của chỉ tiêu (" + unit + ")"
	}
	if err := (typed.Meaning{Unit: r.Unit}).Check(r.Number); err != nil {
		return problem.Of(err)[0].Message
	}
	return ""
}

// sameUnit takes "triệu đồng" for the income's unit: decisions write it short. A rate a
// year is not the rate.
func sameUnit(a, b string) bool {
	return a == b || a != "%" && b != "%" && (strings.HasPrefix(b, a+"/") || strings.HasPrefix(a, b+"/"))
}

// agreeOnUnit gives the cells of a row that write its unit short the unit of one that writes it out.
func (row *Row) agreeOnUnit() {
	for _, c := range row.Cells {
		for _, o := range row.Cells {
			if a, b := c.Reading, o.Reading; a.Kind == threshold.Value && b.Kind == threshold.Value &&
				a.Unit != "" && len(b.Unit) > len(a.Unit) && sameUnit(a.Unit, b.Unit) {
				c.Reading.Unit = b.Unit
			}
		}
	}
}

// rateName is how the words of a rate begin, behind the mark of a part.
var rateName = pattern.New(`^(?:[a-zđ][).]|[+•])? ?t[yi] le `)

var inBrackets = pattern.New(`\(([^()]*)\)`)

// unitOf is the unit of a row's numbers by its column, its words or its annex.
func (r *reader) unitOf(row *Row, w words) string {
	if u, ok := threshold.Unit(w.unit); ok {
		return u
	}
	if op, u, ok := threshold.Sign(w.unit); ok && w.unit != "" {
		if row.op = op; u != "" {
			return u
		}
	}
	for _, text := range []string{row.Part, row.Name} {
		for _, m := range inBrackets.FindAllStringSubmatch(text, -1) {
			inside := strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(m[1]), "ĐVT:"), "đơn vị tính:")
			if u, ok := threshold.Unit(inside); ok {
				return u
			}
		}
	}
	for _, text := range []string{row.Part, row.Name} {
		folded := vi.Fold(text)
		if rateName.MatchString(folded) && !strings.Contains(folded, "/") && !strings.Contains(folded, "van dan") &&
			!strings.Contains(folded, "100 dan") {
			return "%"
		}
	}
	return r.annex.Unit
}

// number is the number of a single value, if the cell is one.
func (c *Cell) number() (decimal.Decimal, bool) {
	return c.Reading.Number, c.Reading.Kind == threshold.Value
}

// takeSign gives a number without a comparison that of its heading, or of its unit's column.
func (c *Cell) takeSign(row *Row) {
	op := c.Column.op
	if row.op != "" {
		op = row.op
	}
	switch {
	case op == "" || c.Reading.Kind != threshold.Value:
	case c.Reading.Op != threshold.Bare:
	case row.op != "" && c.Column.op != "" && row.op != c.Column.op:
		c.doubtBeside(row, "cột và dòng ghi hai dấu so sánh khác nhau")
	default:
		c.Reading.Op = op
	}
}
