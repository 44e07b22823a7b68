package dossier

import (
	"fmt"
	"strings"
)

// The grid that the ballot and the minutes share: the sides of the letterhead,
// and in a table the number, the content, a value and what is said about it.
var councilGrid = []float64{28, 29, 71, 57, 6, 49, 89, 89, 49}

const (
	contentSpan = 5 // columns of what a line of the minutes is about
	remarkSpan  = 2
	choiceSpan  = 2 // columns of each box of the ballot
)

// councilHead is the letterhead of the council's own papers.
func (d *dossier) councilHead(s *sheet) {
	letterhead{
		left: [3]int{2, 1, 1}, right: [3]int{1, 2, 1}, above: "UBND " + d.provinceTitle(), superior: true, issuer: "Hội đồng thẩm định",
		place: "………………", year: d.At.Year(),
	}.on(s)
}

// provinceTitle is the province as the commune's full name ends: "tỉnh Thanh
// Hóa".
func (d *dossier) provinceTitle() string {
	return strings.TrimSpace(d.a.Commune.Title[strings.LastIndex(d.a.Commune.Title, ",")+1:])
}

// proposal is what the council votes on.
func (d *dossier) proposal() string {
	return fmt.Sprintf("công nhận %s đạt chuẩn %s năm %d", d.a.Commune.Title, d.top().Level.Title(), d.a.Year)
}

// ballot is the sheet Phiếu biểu quyết: a blank ballot for each member. The vote
// is secret, so nobody signs it.
func (d *dossier) ballot() *sheet {
	s := newSheet(ballotName, page{single: true}, councilGrid...)
	d.councilHead(s)
	s.gap(40)
	s.line("PHIẾU BIỂU QUYẾT", title)
	s.line(fmt.Sprintf("Đề nghị xét, công nhận xã đạt chuẩn %s năm %d", d.top().Level.Title(), d.a.Year), subtitle)
	s.gap(24)
	question := s.columns() - 2*choiceSpan
	tall, choice := colHead, body.centred()
	tall.size, choice.size = 13, 13
	s.add(text("Nội dung biểu quyết", tall).over(question), text("Đồng ý", tall).over(choiceSpan), text("Không đồng ý", tall).over(choiceSpan))
	row := &s.rows[s.add(text("Đề nghị "+d.proposal(), choice).over(question), blank(choice).over(choiceSpan).forThePen(pen{}), blank(choice).over(choiceSpan).forThePen(pen{}))-1]
	row.height = max(row.height, 110)
	s.gap(6)
	s.line("Đánh dấu X vào một trong hai ô. Bỏ phiếu kín: không ghi họ tên, không ký vào phiếu.", remark)
	s.gap(24)
	s.line("Lý do (nếu không đồng ý) và ý kiến khác:", plain)
	s.gap(22)
	for range 5 { // lines to write on
		s.addTall(24, blank(look{ruled: true}).over(s.columns()).forThePen(pen{}))
	}
	return s
}
