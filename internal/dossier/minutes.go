package dossier

import "ntm/criteria"

// minutes is the sheet Biên bản kiểm phiếu: blank minutes that reckon the tally
// as the counts are filled in, and hold it against the council's rules. A rule
// that is not known, or that nobody has checked, is a cell to fill in: until
// then the chairman concludes.
func (d *dossier) minutes() *sheet {
	s := newSheet(minutesName, page{single: true}, councilGrid...)
	s.locked = true
	d.councilHead(s)
	s.gap(8)
	s.line("BIÊN BẢN KIỂM PHIẾU", title)
	s.line("Biểu quyết đề nghị "+d.proposal(), subtitle)
	s.gap(10)
	m := &tally{sheet: s}
	m.writing("Thời gian, địa điểm: …………………………………………………………")
	m.writing("Tổ kiểm phiếu: ………………………………………………………………")
	s.gap(8)
	council := criteria.Council{}
	if d.a.Set.Procedure != nil {
		council = d.a.Set.Procedure.Council
	}
	m.attendance(&council.Quorum)
	m.votes(&council.Proposal)
	s.gap(4)
	m.writing("Ý kiến khác: …………………………………………………………………")
	s.gap(10)
	half := s.columns() / 2
	sign := func(left, right string, l look) {
		s.add(text(left, l).over(half), text(right, l).over(s.columns()-half))
	}
	sign("TỔ KIỂM PHIẾU", "CHỦ TỊCH HỘI ĐỒNG", subtitle)
	sign("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)", remark)
	return s
}
