package dossier

import (
	"fmt"
	"io"
	"slices"
	"time"

	"ntm/internal/council"
	"ntm/internal/vi"
)

// SittingMinutes is what the minutes of a sitting tell.
type SittingMinutes struct {
	Council *council.Council
	Cases   []council.Case
	Present []int // members who sat, by their place in the council's list
	Counted council.Counted
	At      time.Time // when the votes were counted
}

// WriteSittingMinutes writes the minutes of a sitting: who sat, every commune's
// count with its shares and conclusion as formulas, the reasons, and where to sign.
func WriteSittingMinutes(w io.Writer, m SittingMinutes) error {
	s := newSheet("Biên bản", page{footer: m.Council.Name}, councilGrid...)
	c := m.Council
	letterhead{left: [3]int{2, 1, 1}, right: [3]int{1, 2, 1}, above: "UBND " + c.Province, superior: true, issuer: "Hội đồng thẩm định", place: "………………", year: m.At.Year()}.on(s)
	s.gap(10)
	s.line("BIÊN BẢN HỌP, KIỂM PHIẾU", title)
	s.line(fmt.Sprintf("Đề nghị xét, công nhận xã đạt chuẩn %s năm %d", c.Level.Title(), c.Year), subtitle)
	s.line(c.Name, remark)
	s.gap(8)
	s.line("Thời gian, địa điểm: …………………………………………………………", plain)
	s.gap(6)
	at := m.attendance(s)
	s.gap(8)
	m.results(s, at)
	m.reasons(s)
	s.gap(10)
	m.signatures(s)
	return write(w, about{title: "Biên bản họp hội đồng thẩm định", author: c.Name, at: m.At}, []*sheet{s})
}

// sittingCounts are the cells that the results reckon with.
type sittingCounts struct{ members, present, quorum, proposal string }

// attendance lists the members, and tells whether they may sit.
func (m *SittingMinutes) attendance(s *sheet) sittingCounts {
	s.heading("I. THÀNH VIÊN HỘI ĐỒNG", section)
	s.head(text("TT", colHead), text("Họ và tên", colHead).over(2), text("Cơ quan", colHead).over(4), text("Vai trò", colHead), text("Dự họp", colHead))
	first := len(s.rows) + 1
	for i, member := range m.Council.Members {
		sits := "Vắng"
		if slices.Contains(m.Present, i) {
			sits = "Có mặt"
		}
		s.add(text(fmt.Sprint(i+1), body.centred()), text(member.Name, body).over(2), text(member.Office, body).over(4), text(member.Role.Title(), body), text(sits, body.centred()))
	}
	last := len(s.rows)
	column := s.columns()
	fact := func(name string, value cell, words string) string {
		row := s.add(text(name, body).over(5), value, text(words, body).over(3))
		return ref(6, row)
	}
	centred := body.centred()
	var at sittingCounts
	at.members = fact("Tổng số thành viên", worked(fmt.Sprintf("COUNTA(%s:%s)", ref(column, first), ref(column, last)), float64(len(m.Council.Members)), centred.shown(grouped(0))), "")
	at.present = fact("Số thành viên có mặt", worked(fmt.Sprintf(`COUNTIF(%s:%s,"Có mặt")`, ref(column, first), ref(column, last)), float64(len(m.Present)), centred.shown(grouped(0))), "")
	rule := func(name string, r council.Rule) string {
		if !r.Value.IsPositive() {
			fact(name, text("chưa biết", centred), "chủ tịch hội đồng kết luận")
			return ""
		}
		cell := fact(name, number(r.Value, centred.shown(measured("≥", placesOf(r.Value), "%"))), joined("; ", r.Status.Title(), r.Source))
		if !r.Sure() {
			return ""
		}
		return cell
	}
	at.quorum = rule("Tỷ lệ có mặt ít nhất", m.Council.Rules.Quorum)
	at.proposal = rule("Tỷ lệ đồng ý ít nhất trên số có mặt", m.Council.Rules.Proposal)
	return at
}

// results is a row for each commune.
func (m *SittingMinutes) results(s *sheet, at sittingCounts) {
	way := "bằng phiếu kín"
	if !m.Counted.Secret {
		way = "giơ tay"
	}
	s.heading("II. KẾT QUẢ BIỂU QUYẾT", section)
	s.line(fmt.Sprintf("Biểu quyết %s. Số phiếu phát ra: %d; thu về: %d.", way, m.Counted.Out, m.Counted.Back), plain)
	none := "Không hợp lệ"
	if !m.Counted.Secret {
		none = "Không biểu quyết"
	}
	s.headRow = s.head(text("TT", colHead), text("Xã", colHead).over(2), text("Đồng ý", colHead), text("Không đồng ý", colHead).over(2), text(none, colHead), text("Tỷ lệ đồng ý trên số có mặt", colHead), text("Kết luận", colHead))
	centred := body.centred()
	for i := range m.Counted.Results {
		r := &m.Counted.Results[i]
		d := council.Decide(m.Council, len(m.Present), r)
		row := len(s.rows) + 1
		yes := ref(4, row)
		share := worked(fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"")`, at.present, yes, at.present), percentOf(r.For, len(m.Present)), centred.shown(shareFormat))
		s.add(text(fmt.Sprint(i+1), centred), text(sentence(m.Cases[i].Title), body).over(2), number(decimalOf(r.For), centred.shown(grouped(0))),
			number(decimalOf(r.Against), centred.shown(grouped(0))).over(2), number(decimalOf(r.Invalid), centred.shown(grouped(0))), share, m.conclusion(at, yes, &d))
	}
	s.gap(4)
	for i := range m.Counted.Results {
		d := council.Decide(m.Council, len(m.Present), &m.Counted.Results[i])
		s.line(fmt.Sprintf("%d. %s: %s.", i+1, sentence(m.Cases[i].Title), d.Words()), plain)
		if note := m.Cases[i].Note; note != "" {
			s.line("Kết quả đánh giá: "+note+".", plain)
		}
	}
}

// percentOf is a share to two decimals as a cell carries it; nothing of nobody.
func percentOf(part, whole int) any {
	if whole == 0 {
		return ""
	}
	return decimalOf(part*100).DivRound(decimalOf(whole), 2).InexactFloat64()
}

// The conclusions of a row.
const (
	passes   = "Đạt"
	fallsOff = "Chưa đạt"
	chairs   = "Chủ tịch kết luận"
)

// conclusion follows the counts where the rules are sure.
func (m *SittingMinutes) conclusion(at sittingCounts, yes string, d *council.Decision) cell {
	now := chairs
	if d.Carried != nil {
		now = map[bool]string{true: passes, false: fallsOff}[*d.Carried]
	}
	l := body.centred().inBold()
	reaches := func(part, whole, rule string) string {
		return fmt.Sprintf("AND(%s>0,%s)", whole, reaches(part, whole, rule))
	}
	quorum, proposal := "", ""
	if at.quorum != "" {
		quorum = reaches(at.present, at.members, at.quorum)
	}
	if at.proposal != "" {
		proposal = reaches(yes, at.present, at.proposal)
	}
	formula := ""
	switch {
	case quorum != "" && proposal != "":
		formula = fmt.Sprintf(`IF(AND(%s,%s),"%s","%s")`, quorum, proposal, passes, fallsOff)
	case quorum != "" || proposal != "":
		formula = fmt.Sprintf(`IF(%s,"%s","%s")`, joined("", quorum, proposal), chairs, fallsOff)
	}
	return worked(formula, now, l)
}

// reasons lists what members wrote, sorted: no reason tells whose it is.
func (m *SittingMinutes) reasons(s *sheet) {
	if !slices.ContainsFunc(m.Counted.Results, func(r council.Result) bool { return len(r.Reasons) > 0 }) {
		return
	}
	s.gap(8)
	s.heading("III. LÝ DO KHÔNG ĐỒNG Ý VÀ Ý KIẾN KHÁC", section)
	for i, r := range m.Counted.Results {
		if len(r.Reasons) == 0 {
			continue
		}
		s.line(sentence(m.Cases[i].Title)+":", section)
		for _, reason := range r.Reasons {
			s.line("- "+reason, plain)
		}
	}
}

func (m *SittingMinutes) signatures(s *sheet) {
	half := s.columns() / 2
	sign := func(left, right string, l look) {
		s.add(text(left, l).over(half), text(right, l).over(s.columns()-half))
	}
	first := s.line(fmt.Sprintf("Biên bản lập ngày %s, được các thành viên dự họp thông qua.", vi.Date(m.At)), plain)
	s.gap(6)
	sign("TỔ KIỂM PHIẾU", "CHỦ TỊCH HỘI ĐỒNG", subtitle)
	sign("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)", remark)
	s.bind(first)
}
