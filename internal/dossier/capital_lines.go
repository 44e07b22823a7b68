package dossier

import (
	"fmt"

	"ntm/internal/commune"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// lines writes each line of the report, money before the rest.
func (c *capital) lines() {
	c.part("CHI TIẾT TỪNG KHOẢN")
	c.Head.Row = c.AddHead(look.Heads("TT", "Nguồn vốn", "Hình thức", "Số lượng", "Đơn vị", "Đơn giá", "Giá trị",
		"Thời gian", "Ghi chú")...)
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
					return fmt.Sprintf("ROUND(%s*%s,%d)", draw.Ref(colQuantity, row), draw.Ref(colPrice, row),
						sumPlaces)
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
		value = amount(&worth, look.Body)
	}
	return []draw.Cell{
		look.Mid(fmt.Sprint(n)), look.Text(c.Source.Title()), look.Text(c.Kind.Title()),
		quantity(c.Quantity, look.Body), look.Mid(look.Unit(c.Unit)), optionalMoney(c.UnitPrice, look.Body),
		value, look.Mid(span(c.Years)), look.Text(vi.Join("; ", statedShare(c), c.Note)),
	}
}

// statedShare is the share that a line states, "" for none.
func statedShare(c *commune.Capital) string {
	if c.Share == nil {
		return ""
	}
	return vi.Number(*c.Share) + " % tổng nguồn lực, theo báo cáo"
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
