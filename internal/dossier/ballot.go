package dossier

import (
	"fmt"
	"ntm/internal/xlsx/draw"
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
func (d *dossier) councilHead(s *draw.Sheet) {
	letterhead{
		left: [3]int{2, 1, 1}, right: [3]int{1, 2, 1}, above: "UBND " + d.provinceTitle(), superior: true, issuer: "Hội đồng thẩm định",
		place: "………………", year: d.At.Year(),
	}.on(s)
}

// provinceTitle is the province as the commune's full name ends: "tỉnh Thanh
// Hóa".
func (d *dossier) provinceTitle() string {
	title := d.a.Commune.Title()
	return strings.TrimSpace(title[strings.LastIndex(title, ",")+1:])
}

// proposal is what the council votes on.
func (d *dossier) proposal() string {
	return fmt.Sprintf("công nhận %s đạt chuẩn %s năm %d", d.a.Commune.Title(), d.top().Level.Title(), d.a.Year)
}

// ballot is the sheet Phiếu biểu quyết: a blank ballot for each member. The vote
// is secret, so nobody signs it.
func (d *dossier) ballot() *draw.Sheet {
	s := draw.NewSheet(ballotName, draw.Page{Single: true}, councilGrid...)
	d.councilHead(s)
	s.Gap(40)
	s.Line("PHIẾU BIỂU QUYẾT", title)
	s.Line(fmt.Sprintf("Đề nghị xét, công nhận xã đạt chuẩn %s năm %d", d.top().Level.Title(), d.a.Year), subtitle)
	s.Gap(24)
	question := s.Columns() - 2*choiceSpan
	tall, choice := colHead, body.Centred()
	tall.Size, choice.Size = 13, 13
	s.Add(draw.Text("Nội dung biểu quyết", tall).Over(question), draw.Text("Đồng ý", tall).Over(choiceSpan), draw.Text("Không đồng ý", tall).Over(choiceSpan))
	row := &s.Rows[s.Add(draw.Text("Đề nghị "+d.proposal(), choice).Over(question), draw.Blank(choice).Over(choiceSpan).For(pen{}), draw.Blank(choice).Over(choiceSpan).For(pen{}))-1]
	row.Height = max(row.Height, 110)
	s.Gap(6)
	s.Line("Đánh dấu X vào một trong hai ô. Bỏ phiếu kín: không ghi họ tên, không ký vào phiếu.", remark)
	s.Gap(24)
	s.Line("Lý do (nếu không đồng ý) và ý kiến khác:", plain)
	s.Gap(22)
	for range 5 { // lines to write on
		s.AddTall(24, draw.Blank(draw.Look{Ruled: true}).Over(s.Columns()).For(pen{}))
	}
	return s
}
