package dossier

import (
	"fmt"

	"ntm/internal/commune"
)

const (
	colOwed   = 7 // what is still owed, on the sheet Nợ đọng
	sumPlaces = 6 // to which sums are rounded, so that adding leaves no trace in the last digit
)

// arrears is the sheet Nợ đọng: what is still owed for the programme's works.
// A report without that section says nothing about arrears; one with an empty
// section says that there are none.
func (d *dossier) arrears() *sheet {
	if d.a.Report.Arrears == nil {
		return nil
	}
	s := newSheet(arrearsName, d.landscape(), 5, 34, 20, 14, 16, 14, 14, 24)
	s.line("BÁO CÁO NỢ ĐỌNG XÂY DỰNG CƠ BẢN THUỘC CHƯƠNG TRÌNH", title)
	s.line(sentence(d.a.Commune.Title), subtitle)
	s.line("ĐVT: triệu đồng", remark.right())
	s.headRow = s.head(heads("TT", "Công trình", "Quyết định", "Tổng mức đầu tư", "Khối lượng hoàn thành", "Đã thanh toán", "Còn nợ", "Kế hoạch trả")...)
	if len(d.a.Report.Arrears) == 0 {
		s.line("Không có nợ đọng xây dựng cơ bản.", body.centred().inItalic())
	}
	for i := range d.a.Report.Arrears {
		x := &d.a.Report.Arrears[i]
		s.add(text(fmt.Sprint(i+1), body.centred()), text(x.Work, body), text(x.Decision, body),
			optionalMoney(x.Total, body), optionalMoney(x.Completed, body), optionalMoney(x.Paid, body),
			money(*x.Owed, body), text(x.Plan, body))
	}
	first, last := s.headRow+1, len(s.rows)
	owed := d.a.Report.Measured()[commune.ArrearsFigure].Value.Decimal
	s.add(blank(label), text("Cộng", label), blank(label), blank(label), blank(label), blank(label), money(owed, label), blank(label))
	if len(d.a.Report.Arrears) > 0 && fits(owed, digitsHeld) {
		s.reckon(colOwed, last+1, fmt.Sprintf("ROUND(SUM(%s:%s),%d)", ref(colOwed, first), ref(colOwed, last), sumPlaces))
	}
	d.owed = at(s.name, ref(colOwed, last+1))
	s.locked = true
	return s
}
