package dossier

import (
	"fmt"

	"ntm/internal/look"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

const (
	colOwed   = 7 // what is still owed, on the sheet Nợ đọng
	sumPlaces = 6 // to which sums are rounded, so that adding leaves no trace in the last digit
)

// arrears is the sheet Nợ đọng: what is still owed for the programme's works.
// A report without that section says nothing about arrears; one with an empty
// section says that there are none, for which the sheet Nguồn lực has room.
func (d *dossier) arrears() *draw.Sheet {
	if d.a.Report.Arrears == nil || d.owed != "" {
		return nil
	}
	s := d.begin(arrearsName, d.landscape(), "BÁO CÁO NỢ ĐỌNG XÂY DỰNG CƠ BẢN THUỘC CHƯƠNG TRÌNH", 5, 34, 20, 14,
		16, 14, 14, 24)
	s.Line("ĐVT: triệu đồng", look.Remark.ToRight())
	s.Head.Row = s.AddHead(look.Heads("TT", "Công trình", "Quyết định", "Tổng mức đầu tư", "Khối lượng hoàn thành",
		"Đã thanh toán", "Còn nợ", "Kế hoạch trả")...)
	if len(d.a.Report.Arrears) == 0 {
		s.Line("Không có nợ đọng xây dựng cơ bản.", look.Body.Centred().InItalic())
	}
	for i := range d.a.Report.Arrears {
		x := &d.a.Report.Arrears[i]
		s.Add(look.Mid(fmt.Sprint(i+1)), look.Text(x.Work), look.Text(x.Decision),
			optionalMoney(x.Total, look.Body), optionalMoney(x.Completed, look.Body), optionalMoney(x.Paid, look.Body),
			amount(x.Owed, look.Body), look.Text(x.Plan))
	}
	first, last := s.Head.Row+1, len(s.Rows)
	owed := d.a.Report.Owed()
	blank := draw.Blank(look.Label)
	s.Add(blank, draw.Text("Cộng", look.Label), blank, blank, blank, blank, amount(&owed, look.Label), blank)
	if len(d.a.Report.Arrears) > 0 && owed.IsExact() && fits(owed.Decimal, look.DigitsHeld) {
		s.Compute(colOwed, last+1, fmt.Sprintf("ROUND(SUM(%s),%d)", draw.Cells(colOwed, first, colOwed, last),
			sumPlaces))
	}
	d.owed = at(s.Name, draw.Ref(colOwed, last+1))
	s.Locked = look.Locked
	signedByCommittee(s)
	return s
}

// noArrears says below the capital that nothing is owed. It gives the cell of the sum.
func (c *capital) noArrears() string {
	c.Gap(9)
	row := c.Add(look.Blank(), look.Text("Nợ đọng xây dựng cơ bản thuộc chương trình").Over(spread),
		money(decimal.Zero, look.Label), look.Text("không có").Over(2))
	return draw.Ref(colWorth, row)
}
