package dossier

import (
	"fmt"
	"slices"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// capital is the sheet Nguồn lực: what was mobilised by source, by kind and by
// years, and then line by line, from which the sums are reckoned. Land stands in
// m² apart from money: it counts in a sum only when the report gives its value.
func (d *dossier) capital() *draw.Sheet {
	if d.a.Capital == nil || len(d.a.Report.Capital) == 0 {
		return nil
	}
	c := &capital{sums: d.a.Capital, places: 1}
	if d.Again != nil && d.Again.Layout < allShares {
		c.places = 2 //nolint:mnd // of which paper showed one
	}
	c.Sheet = d.begin(capitalName, d.portrait(), "KẾT QUẢ HUY ĐỘNG NGUỒN LỰC", 4, 29, 16,
		11, 16, 11, 15, 15, 20)
	for i := range d.a.Report.Capital {
		if line := &d.a.Report.Capital[i]; line.Source == commune.Total {
			c.stated = line
		} else {
			c.report = append(c.report, line)
		}
	}
	c.Locked = look.Locked
	unit := "ĐVT: triệu đồng"
	if c.sums.Uneven() {
		unit += "; " + SharesRounded
	}
	c.Line(unit, look.Remark.ToRight())
	c.bySource()
	c.by("THEO HÌNH THỨC", "Hình thức", colKind, func(l *commune.Capital) string { return l.Kind.Title() })
	c.by("THEO THỜI GIAN", "Thời gian", colYears, func(l *commune.Capital) string { return span(l.Years) })
	c.lines()
	for _, reckon := range c.pending {
		reckon()
	}
	if arrears := d.a.Report.Arrears; arrears != nil && len(arrears) == 0 {
		d.owed = at(c.Name, c.noArrears())
	}
	signedByCommittee(c.Sheet)
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
	places      int // of a share
}

// part heads a part of the sheet.
func (c *capital) part(name string) {
	c.parts++
	if c.parts > 1 {
		c.Gap(9)
	}
	c.Heading(vi.Roman(c.parts)+". "+name, look.Section)
}

// spread is how many columns a name takes that quantities take below.
const spread = 5

// later has a cell follow a formula that needs the lines.
func (c *capital) later(column, row int, formula func() string) {
	if _, isNumber := c.Rows[row-1].Cells[column-1].Value.(float64); isNumber {
		c.pending = append(c.pending, func() { c.Compute(column, row, formula()) })
	}
}

// column is the part of a column beside the lines.
func (c *capital) column(column int) string { return draw.Cells(column, c.first, column, c.last) }

// sumOf adds the values of the lines that say so in a column.
func (c *capital) sumOf(column int, says string) string {
	return fmt.Sprintf("ROUND(SUMIF(%s,%s,%s),%d)", c.column(column), quote(says), c.column(colWorth), sumPlaces)
}

// bySource writes the sums by source and their shares.
func (c *capital) bySource() {
	c.part("TỔNG HỢP THEO NGUỒN")
	c.AddHead(look.Over(look.Heads("TT", "Nguồn vốn", "Giá trị", "Tỷ lệ", "Ghi chú"), 1, spread)...)
	first := len(c.Rows) + 1
	for i, source := range c.sums.Sources {
		of := source.Share
		if !source.Stated && c.places == 1 {
			of = c.sums.Printed(source.Value, source.Bound)
		}
		row := c.Add(look.Mid(fmt.Sprint(i+1)), look.Text(source.Source.Title()).Over(spread),
			sum(source.Value, source.Bound, source.Words, look.Body), share(of, look.Body), look.Text(source.Note()))
		c.later(colWorth, row, func() string { return c.sumOf(colSource, source.Source.Title()) })
	}
	last := len(c.Rows)
	if c.sums.Unallocated != nil {
		row := c.Add(look.Blank(), draw.Text("Chưa ghi theo nguồn", look.Body.InItalic()).Over(spread),
			sum(c.sums.Unallocated, c.sums.UnallocatedBound, "", look.Body.InItalic()),
			c.shareOf(c.sums.Unallocated, c.sums.UnallocatedBound, look.Body.InItalic()), look.Blank())
		c.later(colWorth, row, func() string {
			return fmt.Sprintf("ROUND(%s-%s,%d)", draw.Ref(colWorth, row+1), c.allSources(first, last), sumPlaces)
		})
	}
	total := c.Add(draw.Blank(look.Label), draw.Text("Tổng số", look.Label).Over(spread),
		sum(c.sums.Total, c.sums.TotalBound, c.sums.TotalWords, look.Label),
		c.shareOf(c.sums.Total, c.sums.TotalBound, look.Label),
		look.Text(c.totalNote()))
	if !c.sums.Stated {
		c.later(colWorth, total, func() string {
			return fmt.Sprintf("ROUND(%s,%d)", c.allSources(first, last), sumPlaces)
		})
	}
	for row := first; row <= total; row++ {
		if i := row - first; i < len(c.sums.Sources) && c.sums.Sources[i].Stated {
			continue // of no value
		}
		c.later(colShare, row, func() string {
			return fmt.Sprintf("ROUND(100*%s/%s,%d)", draw.Ref(colWorth, row), draw.Ref(colWorth, total), c.places)
		})
	}
	exact := !slices.ContainsFunc(c.sums.Sources, func(s assess.CapitalSource) bool { return s.Bound != "" })
	if c.sums.Total != nil && last > first && exact { // a bar has an end
		c.Gap(6)
		c.Draw(
			draw.Chart{Bars: draw.Lying, Height: 30 + 11*float64(last-first+1), Least: 26 + 9*float64(last-first+1),
				Title: "Nguồn lực huy động theo nguồn (triệu đồng)", Series: []draw.Series{{
					Name: "Giá trị", Labels: c.Of(colSource, first, colSource, last),
					Values: c.Of(colWorth, first, colWorth, last), Shade: draw.Middle,
				}}},
		)
	}
}

// shareOf is the share of what is no source.
func (c *capital) shareOf(part *assess.Number, bound typed.Bound, l draw.Look) draw.Cell {
	if c.places > 1 {
		return draw.Blank(l)
	}
	return share(c.sums.Printed(part, bound), l)
}

// allSources adds up the rows of the sources, but for what stands within another.
func (c *capital) allSources(first, last int) string {
	out := "SUM(" + draw.Cells(colWorth, first, colWorth, last) + ")"
	for i, source := range c.sums.Sources {
		if source.Within {
			out += "-" + draw.Ref(colWorth, first+i)
		}
	}
	return out
}

// toldTwice tells whether some source stands within another that is told too.
func (c *capital) toldTwice() bool {
	return slices.ContainsFunc(c.sums.Sources, func(s assess.CapitalSource) bool { return s.Within })
}

// by writes the sums by what each line says in a column, where lines differ.
func (c *capital) by(name, head string, column int, says func(*commune.Capital) string) {
	said := list.Once(nil, list.Map(c.report, says)...)
	if len(said) < 2 || slices.Contains(said, "") || c.toldTwice() {
		return
	}
	c.part(name)
	c.AddHead(look.Over(look.Heads("TT", head, "Giá trị", "Số lượng", "Ghi chú"), 1, spread)...)
	for key, lines := range list.By(c.report, says) {
		number := look.Blank()
		if column == colKind {
			number = quantityOf(lines)
		}
		row := c.Add(look.Mid(fmt.Sprint(slices.Index(said, key)+1)), look.Text(key).Over(spread), worth(lines),
			number, look.Blank())
		c.later(colWorth, row, func() string { return c.sumOf(column, key) })
		c.later(colShare, row, func() string {
			return fmt.Sprintf("SUMIF(%s,%s,%s)", c.column(column), quote(key), c.column(colQuantity))
		})
	}
}

// worth adds up what lines are worth, of those of which that is known.
func worth(lines []*commune.Capital) draw.Cell {
	var sum *commune.Amount
	for _, line := range lines {
		if one, known := line.Worth(); known {
			if sum != nil {
				one = sum.Plus(one)
			}
			sum = &one
		}
	}
	return amount(sum, look.Body)
}

// quantityOf adds up what lines count, when they all count the same.
func quantityOf(lines []*commune.Capital) draw.Cell {
	var sum commune.Amount
	unit := ""
	for _, line := range lines {
		if line.Quantity == nil {
			continue
		}
		if unit != "" && unit != line.Unit {
			return look.Blank()
		}
		unit, sum = line.Unit, sum.Plus(*line.Quantity)
	}
	if unit == "" {
		return look.Blank()
	}
	if !sum.IsExact() {
		return draw.Text(sum.Bound.Of(vi.Number(sum.Decimal)+" "+look.Unit(unit)), look.Body.InsetRight())
	}
	return look.Number(sum.Decimal, look.Body.InsetRight().Shown(look.Grouped(look.PlacesOf(sum.Decimal))+" "+
		look.Quoted(look.Unit(unit))))
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

// SharesRounded is said where shares do not add up to 100 %.
const SharesRounded = "từng tỷ lệ đã làm tròn"
