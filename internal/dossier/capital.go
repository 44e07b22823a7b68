package dossier

import (
	"fmt"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// capital is the sheet Nguồn lực: what was mobilised by source, by kind and by
// years, and then line by line, from which the sums are reckoned. Land stands in
// m² apart from money: it counts in a sum only when the report gives its value.
func (d *dossier) capital() *draw.Sheet {
	if d.a.Capital == nil || len(d.a.Report.Capital) == 0 {
		return nil
	}
	c := &capital{Sheet: draw.NewSheet(capitalName, d.landscape(), 5, 26, 18, 12, 11, 12, 15, 13, 25), sums: d.a.Capital}
	for i := range d.a.Report.Capital {
		if line := &d.a.Report.Capital[i]; line.Source == commune.Total {
			c.stated = line
		} else {
			c.report = append(c.report, line)
		}
	}
	c.Locked = look.Locked
	c.Line("KẾT QUẢ HUY ĐỘNG NGUỒN LỰC XÂY DỰNG NÔNG THÔN MỚI", look.Title)
	c.Line(vi.Capital(d.a.Commune.Title()), look.Subtitle)
	c.Line("ĐVT: triệu đồng", look.Remark.ToRight())
	c.bySource()
	c.by("THEO HÌNH THỨC", "Hình thức", colKind, func(l *commune.Capital) string { return l.Kind.Title() })
	c.by("THEO THỜI GIAN", "Thời gian", colYears, func(l *commune.Capital) string { return span(l.Years) })
	c.Gap(12)
	c.lines()
	for _, reckon := range c.pending {
		reckon()
	}
	return c.Sheet
}

// The columns of the lines.
const (
	colSource   = 2
	colKind     = 3
	colQuantity = 4
	colPrice    = 6
	colWorth    = 7
	colShare    = 8
	colYears    = 8
)

// capital is the sheet as it is laid down. The sums stand above the lines, so
// their formulas wait until those stand too.
type capital struct {
	*draw.Sheet
	sums        *assess.Capital
	report      []*commune.Capital // without the stated total
	stated      *commune.Capital   // nil for none
	parts       int
	first, last int // rows of the lines
	pending     []func()
}

// part heads a part of the sheet.
func (c *capital) part(name string) {
	c.parts++
	if c.parts > 1 {
		c.Gap(12)
	}
	c.Heading([]string{"I", "II", "III", "IV"}[c.parts-1]+". "+name, look.Section)
}

// spread is how many columns a name takes that quantities take below.
const spread = 5

// later has a cell follow a formula that needs the lines.
func (c *capital) later(column, row int, formula func() string) {
	if _, isNumber := c.Rows[row-1].Cells[column-1].Value.(float64); isNumber {
		c.pending = append(c.pending, func() { c.Compute(column, row, formula()) })
	}
}

// sumOf adds the values of the lines that say so in a column.
func (c *capital) sumOf(column int, says string) string {
	span := func(column int) string { return draw.Ref(column, c.first) + ":" + draw.Ref(column, c.last) }
	return fmt.Sprintf("ROUND(SUMIF(%s,%s,%s),%d)", span(column), quote(says), span(colWorth), sumPlaces)
}

// bySource writes the sums by source and their shares.
func (c *capital) bySource() {
	c.part("TỔNG HỢP THEO NGUỒN")
	c.AddHead(draw.Text("TT", look.Head), draw.Text("Nguồn vốn", look.Head).Over(spread), draw.Text("Giá trị", look.Head), draw.Text("Tỷ lệ", look.Head), draw.Text("Ghi chú", look.Head))
	first := len(c.Rows) + 1
	for i, source := range c.sums.Sources {
		note := ""
		if source.Value == nil {
			note = "chưa quy ra tiền"
		}
		row := c.Add(look.Mid(fmt.Sprint(i+1)), look.Text(source.Source.Title()).Over(spread),
			sum(source.Value, look.Body), share(source.Share, look.Body), look.Text(note))
		c.later(colWorth, row, func() string { return c.sumOf(colSource, source.Source.Title()) })
	}
	last := len(c.Rows)
	if c.sums.Unallocated != nil {
		row := c.Add(look.Blank(), draw.Text("Chưa ghi theo nguồn", look.Body.InItalic()).Over(spread), sum(c.sums.Unallocated, look.Body.InItalic()), look.Blank(), look.Blank())
		c.later(colWorth, row, func() string {
			return fmt.Sprintf("ROUND(%s-SUM(%s:%s),%d)", draw.Ref(colWorth, row+1), draw.Ref(colWorth, first), draw.Ref(colWorth, last), sumPlaces)
		})
	}
	total := c.Add(draw.Blank(look.Label), draw.Text("Tổng số", look.Label).Over(spread), sum(c.sums.Total, look.Label), draw.Blank(look.Label), look.Text(c.totalNote()))
	if !c.sums.Stated {
		c.later(colWorth, total, func() string {
			return fmt.Sprintf("ROUND(SUM(%s:%s),%d)", draw.Ref(colWorth, first), draw.Ref(colWorth, last), sumPlaces)
		})
	}
	for row := first; row <= last; row++ {
		c.later(colShare, row, func() string {
			return fmt.Sprintf("ROUND(100*%s/%s,2)", draw.Ref(colWorth, row), draw.Ref(colWorth, total))
		})
	}
	if c.sums.Total != nil && last > first {
		c.Gap(6)
		c.Draw(draw.Chart{Bars: draw.Lying, Height: 60 + 22*float64(last-first+1), Title: "Nguồn lực huy động theo nguồn (triệu đồng)", Series: []draw.Series{{
			Name: "Giá trị", Labels: c.Of(colSource, first, colSource, last), Values: c.Of(colWorth, first, colWorth, last), Shade: draw.Middle,
		}}})
	}
}

// by writes the sums by what each line says in a column, where lines differ.
func (c *capital) by(name, head string, column int, says func(*commune.Capital) string) {
	var order []string
	sums := map[string]*decimal.Decimal{} // nil where no line has a value
	for _, line := range c.report {
		key := says(line)
		if _, known := sums[key]; !known {
			order = append(order, key)
		}
		worth, known := line.Worth()
		switch sum := sums[key]; {
		case !known:
			sums[key] = sum
		case sum == nil:
			sums[key] = &worth
		default:
			sums[key] = new(sum.Add(worth))
		}
	}
	if _, unsaid := sums[""]; len(order) < 2 || unsaid {
		return
	}
	c.part(name)
	c.AddHead(draw.Text("TT", look.Head), draw.Text(head, look.Head).Over(spread), draw.Text("Giá trị", look.Head), draw.Text("Số lượng", look.Head), draw.Text("Ghi chú", look.Head))
	for i, key := range order {
		row := c.Add(look.Mid(fmt.Sprint(i+1)), look.Text(key).Over(spread), optionalMoney(sums[key], look.Body), c.quantity(column, says, key), look.Blank())
		c.later(colWorth, row, func() string { return c.sumOf(column, key) })
		c.later(colShare, row, func() string {
			return fmt.Sprintf("SUMIF(%s:%s,%s,%s:%s)", draw.Ref(column, c.first), draw.Ref(column, c.last), quote(key), draw.Ref(colQuantity, c.first), draw.Ref(colQuantity, c.last))
		})
	}
}

// quantity adds up what the lines of a kind count, when they all count the same.
func (c *capital) quantity(column int, says func(*commune.Capital) string, key string) draw.Cell {
	var sum decimal.Decimal
	unit := ""
	for _, line := range c.report {
		if says(line) != key || line.Quantity == nil {
			continue
		}
		if unit != "" && unit != line.Unit || column != colKind {
			return look.Blank()
		}
		unit, sum = line.Unit, sum.Add(*line.Quantity)
	}
	if unit == "" {
		return look.Blank()
	}
	return look.Number(sum, look.Body.InsetRight().Shown(look.Grouped(look.PlacesOf(sum))+" "+look.Quoted(look.Unit(unit))))
}

const valuePlaces = 3 // thousandths of a triệu đồng are one nghìn đồng

// money is the format of a value in triệu đồng: as many decimals as it has.
func money(v decimal.Decimal, l draw.Look) draw.Cell {
	return look.Number(v, l.InsetRight().Shown(look.Grouped(min(look.PlacesOf(v), valuePlaces))))
}

func optionalMoney(v *decimal.Decimal, l draw.Look) draw.Cell {
	if v == nil {
		return draw.Blank(l)
	}
	return money(*v, l)
}

func sum(n *assess.Number, l draw.Look) draw.Cell {
	if n == nil {
		return draw.Blank(l)
	}
	return money(n.Decimal, l)
}

// share is a percentage with one decimal, as capital reports give it.
func share(n *assess.Number, l draw.Look) draw.Cell {
	if n == nil {
		return draw.Blank(l)
	}
	return look.Number(n.Decimal, l.InsetRight().Shown(look.Measured("", 1, "%")))
}

// totalNote says where the total comes from.
func (c *capital) totalNote() string {
	switch {
	case !c.sums.Stated:
		return "cộng các nguồn"
	case c.stated != nil:
		return vi.Join(", ", "theo báo cáo", span(c.stated.Years), c.stated.Note)
	}
	return "theo báo cáo"
}

// lines writes each line of the report, money before the rest.
func (c *capital) lines() {
	c.part("CHI TIẾT TỪNG KHOẢN")
	c.Head.Row = c.AddHead(look.Heads("TT", "Nguồn vốn", "Hình thức", "Số lượng", "Đơn vị", "Đơn giá", "Giá trị", "Thời gian", "Ghi chú")...)
	c.first = c.Head.Row + 1
	number := 0
	for _, inKind := range []bool{false, true} {
		name := "Bằng tiền"
		if inKind {
			name = "Bằng đất, ngày công, tài sản, hiện vật"
		}
		headed := false
		for _, line := range c.report {
			if inKind != isInKind(line) {
				continue
			}
			if !headed {
				c.Heading(name, look.Group)
				headed = true
			}
			number++
			row := c.Add(capitalLine(number, line)...)
			if line.Value == nil {
				c.later(colWorth, row, func() string {
					return fmt.Sprintf("ROUND(%s*%s,%d)", draw.Ref(colQuantity, row), draw.Ref(colPrice, row), sumPlaces)
				})
			}
		}
	}
	c.last = max(c.first, len(c.Rows))
}

func isInKind(c *commune.Capital) bool {
	return c.Kind == commune.Labour || c.Kind == commune.Land || c.Kind == commune.Goods
}

func capitalLine(n int, c *commune.Capital) []draw.Cell {
	value := look.Blank()
	if worth, known := c.Worth(); known {
		value = money(worth, look.Body)
	}
	quantity := look.Blank()
	if q := c.Quantity; q != nil {
		quantity = look.Number(*q, look.Body.InsetRight().Shown(look.Grouped(look.PlacesOf(*q))))
	}
	return []draw.Cell{
		look.Mid(fmt.Sprint(n)), look.Text(c.Source.Title()), look.Text(c.Kind.Title()),
		quantity, look.Mid(look.Unit(c.Unit)), optionalMoney(c.UnitPrice, look.Body),
		value, look.Mid(span(c.Years)), look.Text(c.Note),
	}
}

// span writes a span of years: "2016-2022", "2022".
func span(y commune.Span) string {
	from, to := "", ""
	if y.From > 0 {
		from = fmt.Sprint(y.From)
	}
	if y.To > 0 && y.To != y.From {
		to = fmt.Sprint(y.To)
	}
	return vi.Join("-", from, to)
}
