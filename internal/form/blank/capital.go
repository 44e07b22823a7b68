package blank

import (
	"fmt"

	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// capitalRow is a row of the capital sheet that has its meaning beforehand.
type capitalRow struct {
	source commune.Source
	kind   commune.Kind
}

// capitalRows are the rows of each source's money and, last, of what the people
// give besides.
func capitalRows() []capitalRow {
	var out []capitalRow
	for _, s := range commune.Sources {
		if s == commune.Total {
			continue
		}
		out = append(out, capitalRow{s, commune.Money})
		if s == commune.People {
			for _, k := range commune.Kinds {
				if k != commune.Money {
					out = append(out, capitalRow{s, k})
				}
			}
		}
	}
	return out
}

// capital is the sheet of the capital that was mobilised. What the program adds
// up stands above the table, whose rows are all for filling in.
func (d *drawing) capital() *page {
	t := d.table(&layout.CapitalTable)
	p := d.page(layout.CapitalSheet, "NGUỒN LỰC HUY ĐỘNG", widths(t)...)
	p.remark("Ghi Giá trị, hoặc Số lượng và Đơn giá; báo cáo chỉ nêu tỷ lệ thì ghi Tỷ lệ theo báo cáo. Nguồn " +
		"không huy động hay chưa biết thì để trống. Ngân sách nhà nước không tách cấp, nhân dân và doanh nghiệp " +
		"không tách riêng thì ghi dòng chung; tách được thì ghi từng dòng. Dòng cuối " +
		"ghi tổng số đã nêu trong báo cáo của xã, nếu có, để đối chiếu.")
	known := capitalRows()
	total := p.Last() + 1 // three rows of sums, then the ids and the heads
	first := total + 5
	last := first + len(known) + t.Rows - 1
	at := capitalCells{t: t, first: first, last: last, total: total}
	at.sums(p, last+1)
	p.heads(t)
	p.Frozen = draw.Ref(columnOf(t, "ntm:quantity"), p.Head.Row+1)
	for _, r := range known {
		at.row(p, r)
	}
	opened := p.Last() + 1
	for range t.Rows {
		n := p.AddOpen(blanks(t, nil)...)
		at.formulas(p, n)
	}
	p.check(t, opened, last)
	at.row(p, capitalRow{commune.Total, commune.Money})
	for _, id := range []string{"ntm:quantity", "ntm:unit_price", "ntm:worth", "ntm:stated_share", "ntm:from",
		"ntm:to"} {
		c := t.Column(id)
		p.take(
			rule{area: down(t, id, first, opened-1), kind: c.Kind, hint: c.Hint},
			rule{area: draw.Ref(columnOf(t, id), last+1), kind: c.Kind, hint: c.Hint})
	}
	d.section("capital", layout.CapitalSheet, down(t, "ntm:worth", first, last+1),
		down(t, "ntm:quantity", first, last))
	return p
}

// capitalCells knows where the cells of the sheet stand.
type capitalCells struct {
	t           *layout.Table
	first, last int // the rows that are summed
	total       int // the row of the sum
}

// sums lays down what the sources come to, beside what the row stated says.
func (at capitalCells) sums(p *page, stated int) {
	all, said := down(at.t, "ntm:sum", at.first, at.last), draw.Ref(columnOf(at.t, "ntm:sum"), stated)
	const unsaid = "chưa ghi tổng số theo báo cáo"
	for _, l := range []struct {
		label   string
		value   any
		formula string
	}{
		{"Cộng các nguồn (triệu đồng)", 0, fmt.Sprintf("SUM(%s)", all) + at.toldTwice()},
		{"Tổng số theo báo cáo (triệu đồng)", "", fmt.Sprintf(`IF(COUNT(%s)=0,"",%s)`, said, said)},
		{"So sánh hai số", unsaid,
			fmt.Sprintf(`IF(COUNT(%s)=0,"%s",IF(COUNT(%s)=0,"chưa ghi nguồn nào",IF(ROUND(%s-%s,3)=0,"khớp",`+
				`"lệch nhau, xem lại")))`, said, unsaid, all,
				draw.Ref(columnOf(at.t, "ntm:quantity"), at.total), said)},
	} {
		p.Add(draw.Cell{}, draw.Text(l.label, label).Over(2), draw.Cell{Value: l.value, Formula: l.formula,
			Look: amountSum}.Over(3))
	}
}

// toldTwice takes from a sum what stands in it apart and together with others.
func (at capitalCells) toldTwice() string {
	of := func(s commune.Source) string {
		return fmt.Sprintf(`SUMIF(%s,"%s",%s)`, down(at.t, "ntm:source", at.first, at.last), s.Title(),
			down(at.t, "ntm:sum", at.first, at.last))
	}
	out := ""
	for _, joint := range commune.Sources {
		if parts := joint.Parts(); parts != nil {
			out += fmt.Sprintf("-IF(%s>0,%s,0)", of(joint), vi.List("+", parts, of))
		}
	}
	return out
}

var amountSum = draw.Look{Size: 11, Bold: true, Box: draw.Grey, Across: "left", Format: "#,##0.###"}

// row lays down a row whose source and kind are given.
func (at capitalCells) row(p *page, r capitalRow) {
	cells := blanks(at.t, nil)
	shut := func(id string, l draw.Look, says string) { cells[columnOf(at.t, id)-1] = draw.Text(says, l) }
	shut("ntm:source", body, r.source.Title())
	shut("ntm:kind", body, r.kind.Title())
	switch r.kind {
	case commune.Money:
		for _, id := range []string{"ntm:quantity", "ntm:quantity_unit", "ntm:unit_price"} {
			shut(id, idle, "")
		}
	case commune.Labour:
		shut("ntm:quantity_unit", body, layout.LabourUnit)
	case commune.Land:
		shut("ntm:quantity_unit", body, layout.LandUnit)
	}
	n := p.AddOpen(cells...)
	at.formulas(p, n)
	if r.source == commune.Total {
		p.Rows[n-1].Cells[columnOf(at.t, "ntm:share")-1] = draw.Cell{Look: idle}
		p.Rows[n-1].Cells[columnOf(at.t, "ntm:stated_share")-1] = draw.Cell{Look: idle}
		for _, id := range []string{"ntm:source", "ntm:kind"} {
			p.Rows[n-1].Cells[columnOf(at.t, id)-1].Look = label
		}
	}
}

// formulas fills the cells of a row that the program computes.
func (at capitalCells) formulas(p *page, n int) {
	of := func(id string) string { return draw.Ref(columnOf(at.t, id), n) }
	worth, quantity, price := of("ntm:worth"), of("ntm:quantity"), of("ntm:unit_price")
	cells := p.Rows[n-1].Cells
	cells[columnOf(at.t, "ntm:sum")-1] = draw.Cell{
		Value: "", Look: body.Shown("#,##0.###"),
		Formula: fmt.Sprintf(`IF(COUNTA(%s)=1,IF(COUNT(%s)=1,%s,"%s"),IF(AND(COUNT(%s)=1,COUNT(%s)=1),%s*%s,""))`,
			worth, worth, worth, stateWords, quantity, price, quantity, price),
	}
	total := draw.Absolute(columnOf(at.t, "ntm:quantity"), at.total)
	cells[columnOf(at.t, "ntm:share")-1] = draw.Cell{
		Value: "", Look: body.Shown("0.0%"),
		Formula: fmt.Sprintf(`IF(AND(COUNT(%s)=1,%s>0),%s/%s,"")`, of("ntm:sum"), total, of("ntm:sum"), total),
	}
}
