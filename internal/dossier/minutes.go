package dossier

import (
	"ntm/criteria"
	"ntm/internal/xlsx/draw"
)

// minutes is the sheet Biên bản kiểm phiếu: blank minutes that reckon the tally
// as the counts are filled in, and hold it against the council's rules. A rule
// that is not known, or that nobody has checked, is a cell to fill in: until
// then the chairman concludes.
func (d *dossier) minutes() *draw.Sheet {
	s := draw.NewSheet(minutesName, draw.Page{Single: true}, councilGrid...)
	s.Locked = locked
	d.councilHead(s)
	s.Gap(8)
	s.Line("BIÊN BẢN KIỂM PHIẾU", title)
	s.Line("Biểu quyết đề nghị "+d.proposal(), subtitle)
	s.Gap(10)
	m := &tally{Sheet: s}
	m.writing("Thời gian, địa điểm: …………………………………………………………")
	m.writing("Tổ kiểm phiếu: ………………………………………………………………")
	s.Gap(8)
	council := criteria.Council{}
	if d.a.Set.Procedure != nil {
		council = d.a.Set.Procedure.Council
	}
	m.attendance(&council.Quorum)
	m.votes(&council.Proposal)
	s.Gap(4)
	m.writing("Ý kiến khác: …………………………………………………………………")
	s.Gap(10)
	half := s.Columns() / 2
	sign := func(left, right string, l draw.Look) {
		s.Add(draw.Text(left, l).Over(half), draw.Text(right, l).Over(s.Columns()-half))
	}
	sign("TỔ KIỂM PHIẾU", "CHỦ TỊCH HỘI ĐỒNG", subtitle)
	sign("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)", remark)
	return s
}
