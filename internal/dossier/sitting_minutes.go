package dossier

import (
	"fmt"
	"io"
	"slices"
	"time"

	"ntm/internal/council"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
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
	s := draw.NewSheet("Biên bản", draw.Page{Footer: m.Council.Name}, councilGrid...)
	c := m.Council
	letterhead{left: [3]int{2, 1, 1}, right: [3]int{1, 2, 1}, above: "UBND " + c.Province, superior: true, issuer: "Hội đồng thẩm định", place: "………………", year: m.At.Year()}.on(s)
	s.Gap(10)
	s.Line("BIÊN BẢN HỌP, KIỂM PHIẾU", title)
	s.Line(fmt.Sprintf("Đề nghị xét, công nhận xã đạt chuẩn %s năm %d", c.Level.Title(), c.Year), subtitle)
	s.Line(c.Name, remark)
	s.Gap(8)
	s.Line("Thời gian, địa điểm: …………………………………………………………", plain)
	s.Gap(6)
	at := m.attendance(s)
	s.Gap(8)
	m.results(s, at)
	m.reasons(s)
	s.Gap(10)
	m.signatures(s)
	return write(w, draw.About{Title: "Biên bản họp hội đồng thẩm định", Author: c.Name, At: m.At}, "", s)
}

// sittingCounts are the cells that the results reckon with.
type sittingCounts struct{ members, present, quorum, proposal string }

// attendance lists the members, and tells whether they may sit.
func (m *SittingMinutes) attendance(s *draw.Sheet) sittingCounts {
	s.Heading("I. THÀNH VIÊN HỘI ĐỒNG", section)
	s.AddHead(draw.Text("TT", colHead), draw.Text("Họ và tên", colHead).Over(2), draw.Text("Cơ quan", colHead).Over(4), draw.Text("Vai trò", colHead), draw.Text("Dự họp", colHead))
	first := len(s.Rows) + 1
	for i, member := range m.Council.Members {
		sits := "Vắng"
		if slices.Contains(m.Present, i) {
			sits = "Có mặt"
		}
		s.Add(draw.Text(fmt.Sprint(i+1), body.Centred()), draw.Text(member.Name, body).Over(2), draw.Text(member.Office, body).Over(4), draw.Text(member.Role.Title(), body), draw.Text(sits, body.Centred()))
	}
	last := len(s.Rows)
	column := s.Columns()
	fact := func(name string, value draw.Cell, words string) string {
		row := s.Add(draw.Text(name, body).Over(5), value, draw.Text(words, body).Over(3))
		return draw.Ref(6, row)
	}
	centred := body.Centred()
	var at sittingCounts
	at.members = fact("Tổng số thành viên", draw.Computed(fmt.Sprintf("COUNTA(%s:%s)", draw.Ref(column, first), draw.Ref(column, last)), float64(len(m.Council.Members)), centred.Shown(grouped(0))), "")
	at.present = fact("Số thành viên có mặt", draw.Computed(fmt.Sprintf(`COUNTIF(%s:%s,"Có mặt")`, draw.Ref(column, first), draw.Ref(column, last)), float64(len(m.Present)), centred.Shown(grouped(0))), "")
	rule := func(name string, r council.Rule) string {
		if !r.Value.IsPositive() {
			fact(name, draw.Text("chưa biết", centred), "chủ tịch hội đồng kết luận")
			return ""
		}
		cell := fact(name, number(r.Value, centred.Shown(measured("≥", placesOf(r.Value), "%"))), joined("; ", r.Status.Title(), r.Source))
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
func (m *SittingMinutes) results(s *draw.Sheet, at sittingCounts) {
	way := "bằng phiếu kín"
	if !m.Counted.Secret {
		way = "giơ tay"
	}
	s.Heading("II. KẾT QUẢ BIỂU QUYẾT", section)
	s.Line(fmt.Sprintf("Biểu quyết %s. Số phiếu phát ra: %d; thu về: %d.", way, m.Counted.Out, m.Counted.Back), plain)
	none := "Không hợp lệ"
	if !m.Counted.Secret {
		none = "Không biểu quyết"
	}
	s.Head.Row = s.AddHead(draw.Text("TT", colHead), draw.Text("Xã", colHead).Over(2), draw.Text("Đồng ý", colHead), draw.Text("Không đồng ý", colHead).Over(2), draw.Text(none, colHead), draw.Text("Tỷ lệ đồng ý trên số có mặt", colHead), draw.Text("Kết luận", colHead))
	centred := body.Centred()
	for i := range m.Counted.Results {
		r := &m.Counted.Results[i]
		d := council.Decide(m.Council, len(m.Present), r)
		row := len(s.Rows) + 1
		yes := draw.Ref(4, row)
		share := draw.Computed(fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"")`, at.present, yes, at.present), percentOf(r.For, len(m.Present)), centred.Shown(shareFormat))
		s.Add(draw.Text(fmt.Sprint(i+1), centred), draw.Text(sentence(m.Cases[i].Title), body).Over(2), number(decimalOf(r.For), centred.Shown(grouped(0))),
			number(decimalOf(r.Against), centred.Shown(grouped(0))).Over(2), number(decimalOf(r.Invalid), centred.Shown(grouped(0))), share, m.conclusion(at, yes, &d))
	}
	s.Gap(4)
	for i := range m.Counted.Results {
		d := council.Decide(m.Council, len(m.Present), &m.Counted.Results[i])
		s.Line(fmt.Sprintf("%d. %s: %s.", i+1, sentence(m.Cases[i].Title), d.Words()), plain)
		if note := m.Cases[i].Note; note != "" {
			s.Line("Kết quả đánh giá: "+note+".", plain)
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
func (m *SittingMinutes) conclusion(at sittingCounts, yes string, d *council.Decision) draw.Cell {
	now := chairs
	if d.Carried != nil {
		now = map[bool]string{true: passes, false: fallsOff}[*d.Carried]
	}
	l := body.Centred().InBold()
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
	return draw.Computed(formula, now, l)
}

// reasons lists what members wrote, sorted: no reason tells whose it is.
func (m *SittingMinutes) reasons(s *draw.Sheet) {
	if !slices.ContainsFunc(m.Counted.Results, func(r council.Result) bool { return len(r.Reasons) > 0 }) {
		return
	}
	s.Gap(8)
	s.Heading("III. LÝ DO KHÔNG ĐỒNG Ý VÀ Ý KIẾN KHÁC", section)
	for i, r := range m.Counted.Results {
		if len(r.Reasons) == 0 {
			continue
		}
		s.Line(sentence(m.Cases[i].Title)+":", section)
		for _, reason := range r.Reasons {
			s.Line("- "+reason, plain)
		}
	}
}

func (m *SittingMinutes) signatures(s *draw.Sheet) {
	half := s.Columns() / 2
	sign := func(left, right string, l draw.Look) {
		s.Add(draw.Text(left, l).Over(half), draw.Text(right, l).Over(s.Columns()-half))
	}
	first := s.Line(fmt.Sprintf("Biên bản lập ngày %s, được các thành viên dự họp thông qua.", vi.Date(m.At)), plain)
	s.Gap(6)
	sign("TỔ KIỂM PHIẾU", "CHỦ TỊCH HỘI ĐỒNG", subtitle)
	sign("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)", remark)
	s.Bind(first)
}
