package dossier

import (
	"fmt"

	"github.com/shopspring/decimal"
	"ntm/internal/assess"
	"ntm/internal/commune"
)

// capital is the sheet Nguồn lực: what was mobilised by source and in which
// share, and then line by line. Land stands in m² apart from money: it counts
// in a sum only when the report gives its value.
func (d *dossier) capital() *sheet {
	if d.a.Capital == nil || len(d.a.Report.Capital) == 0 {
		return nil
	}
	s := newSheet(capitalName, d.landscape(), 5, 26, 18, 12, 11, 12, 15, 13, 25)
	s.line("KẾT QUẢ HUY ĐỘNG NGUỒN LỰC XÂY DỰNG NÔNG THÔN MỚI", title)
	s.line(sentence(d.a.Commune.Title), subtitle)
	s.line("ĐVT: triệu đồng", remark.right())
	d.capitalBySource(s)
	s.gap(12)
	d.capitalByLine(s)
	return s
}

const valuePlaces = 3 // thousandths of a triệu đồng are one nghìn đồng

// money is the format of a value in triệu đồng: as many decimals as it has.
func money(v decimal.Decimal, l look) cell {
	return number(v, l.insetRight().shown(grouped(min(placesOf(v), valuePlaces))))
}

func optionalMoney(v *decimal.Decimal, l look) cell {
	if v == nil {
		return blank(l)
	}
	return money(*v, l)
}

// capitalBySource writes the sums. The source takes the places that quantities
// take below.
func (d *dossier) capitalBySource(s *sheet) {
	const spread = 5
	s.heading("I. TỔNG HỢP THEO NGUỒN", section)
	s.head(text("TT", colHead), text("Nguồn vốn", colHead).over(spread), text("Giá trị", colHead), text("Tỷ lệ", colHead), text("Ghi chú", colHead))
	sums := d.a.Capital
	for i, source := range sums.Sources {
		note := ""
		if source.Value == nil {
			note = "chưa quy ra tiền"
		}
		s.add(text(fmt.Sprint(i+1), body.centred()), text(source.Source.Title(), body).over(spread),
			sum(source.Value, body), share(source.Share, body), text(note, body))
	}
	if sums.Unallocated != nil {
		s.add(blank(body), text("Chưa ghi theo nguồn", body.inItalic()).over(spread), sum(sums.Unallocated, body.inItalic()), blank(body), blank(body))
	}
	s.add(blank(label), text("Tổng số", label).over(spread), sum(sums.Total, label), blank(label), text(d.totalNote(), body))
}

func sum(n *assess.Number, l look) cell {
	if n == nil {
		return blank(l)
	}
	return money(n.Decimal, l)
}

// share is a percentage with one decimal, as capital reports give it.
func share(n *assess.Number, l look) cell {
	if n == nil {
		return blank(l)
	}
	return number(n.Decimal, l.insetRight().shown(measured("", 1, "%")))
}

// totalNote says where the total comes from.
func (d *dossier) totalNote() string {
	if !d.a.Capital.Stated {
		return "cộng các nguồn"
	}
	for _, c := range d.a.Report.Capital {
		if c.Source == commune.Total {
			return joined(", ", "theo báo cáo", span(c.Years), c.Note)
		}
	}
	return "theo báo cáo"
}

// capitalByLine writes each line of the report, money before the rest.
func (d *dossier) capitalByLine(s *sheet) {
	s.heading("II. CHI TIẾT TỪNG KHOẢN", section)
	s.headRow = s.head(heads("TT", "Nguồn vốn", "Hình thức", "Số lượng", "Đơn vị", "Đơn giá", "Giá trị", "Thời gian", "Ghi chú")...)
	number := 0
	for _, inKind := range []bool{false, true} {
		name := "Bằng tiền"
		if inKind {
			name = "Bằng đất, ngày công, tài sản, hiện vật"
		}
		headed := false
		for i := range d.a.Report.Capital {
			c := &d.a.Report.Capital[i]
			if c.Source == commune.Total || inKind != isInKind(c) {
				continue
			}
			if !headed {
				s.heading(name, group)
				headed = true
			}
			number++
			s.add(capitalLine(number, c)...)
		}
	}
}

func isInKind(c *commune.Capital) bool {
	return c.Kind == commune.Labour || c.Kind == commune.Land || c.Kind == commune.Goods
}

func capitalLine(n int, c *commune.Capital) []cell {
	value := blank(body)
	if worth, known := c.Worth(); known {
		value = money(worth, body)
	}
	quantity := blank(body)
	if q := c.Quantity; q != nil {
		quantity = number(*q, body.insetRight().shown(grouped(placesOf(*q))))
	}
	return []cell{
		text(fmt.Sprint(n), body.centred()), text(c.Source.Title(), body), text(c.Kind.Title(), body),
		quantity, text(unitShown(c.Unit), body.centred()), optionalMoney(c.UnitPrice, body),
		value, text(span(c.Years), body.centred()), text(c.Note, body),
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
	return joined("-", from, to)
}
