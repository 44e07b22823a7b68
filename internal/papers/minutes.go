package papers

import (
	"fmt"
	"io"
	"slices"
	"time"

	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Minutes is what the minutes of a sitting tell.
type Minutes struct {
	Council *council.Council
	Cases   []council.Case
	Present []int // members who sat, by their place in the council's list
	Counted council.Counted
	At      time.Time // when the votes were counted
	// Conclusions are the chairman's, by the key of the case.
	Conclusions map[string]*docket.Conclusion
}

// Attended says whether a member sat, by the place in the council's list.
func (m *Minutes) Attended(member int) string {
	if slices.Contains(m.Present, member) {
		return "Có mặt"
	}
	return "Vắng"
}

// Voted is how they voted, and what the votes are that are neither for nor against.
func (m *Minutes) Voted() (how, others string) {
	if m.Counted.Secret {
		return "bằng phiếu kín", "Không hợp lệ"
	}
	return "giơ tay", "Không biểu quyết"
}

// Concluded is what the chairman concluded of a case, nil for nothing.
func (m *Minutes) Concluded(key string) *docket.Conclusion { return m.Conclusions[key] }

// Writer is who signs for having written the minutes: not a secretary who was away.
func (m *Minutes) Writer() string {
	for _, i := range m.Present {
		if m.Council.Members[i].Role == council.Secretary {
			return "thư ký"
		}
	}
	return "người ghi biên bản"
}

// WriteMinutes writes the minutes of a sitting: who sat, every commune's
// count with its shares and conclusion as formulas, the reasons, and where to sign.
func WriteMinutes(w io.Writer, m Minutes) error {
	c := m.Council
	s := draw.NewSheet("Biên bản", draw.Page{Footer: c.Name}, councilGrid...)
	sittingHead(s, c, m.At.Year(), 10, "BIÊN BẢN HỌP, KIỂM PHIẾU")
	s.Gap(8)
	s.Line("Thời gian, địa điểm: …………………………………………………………", look.Plain)
	s.Gap(6)
	at := m.attendance(s)
	s.Gap(8)
	m.results(s, at)
	m.reasons(s)
	s.Gap(10)
	first := s.Line(fmt.Sprintf("Biên bản lập ngày %s, trình các thành viên dự họp thông qua.", vi.Date(m.At)),
		look.Plain)
	signatures(s, m.Writer())
	s.Bind(first)
	return Write(w, draw.About{Title: "Biên bản họp hội đồng thẩm định", Author: c.Name, At: m.At}, "", s)
}

// sittingCounts are the cells that the results reckon with.
type sittingCounts struct{ members, present, quorum, proposal string }

// attendance lists the members, and tells whether they may sit.
func (m *Minutes) attendance(s *draw.Sheet) sittingCounts {
	s.Heading("I. THÀNH VIÊN HỘI ĐỒNG", look.Section)
	s.AddHead(look.Over(look.Heads("TT", "Họ và tên", "Cơ quan", "Vai trò", "Dự họp"), 1, 2, 4)...)
	first := len(s.Rows) + 1
	for i, member := range m.Council.Members {
		s.Add(look.Mid(fmt.Sprint(i+1)), look.Text(member.Name).Over(2), look.Text(member.Office).Over(4),
			look.Text(member.Role.Title()), look.Mid(m.Attended(i)))
	}
	sat := draw.Cells(s.Columns(), first, s.Columns(), len(s.Rows))
	fact := func(name string, value draw.Cell, words string) string {
		row := s.Add(look.Text(name).Over(5), value, look.Text(words).Over(3))
		return draw.Ref(6, row)
	}
	var at sittingCounts
	at.members = fact("Tổng số thành viên", count(len(m.Council.Members)).Following("COUNTA("+sat+")"), "")
	at.present = fact("Số thành viên có mặt", count(len(m.Present)).Following("COUNTIF("+sat+`,"Có mặt")`), "")
	rule := func(name string, r council.Rule) string {
		if !r.Value.IsPositive() {
			fact(name, look.Mid("chưa biết"), "chủ tịch hội đồng kết luận")
			return ""
		}
		value := look.Number(r.Value, look.Body.Centred().Shown(look.Measured("≥", look.PlacesOf(r.Value), "%")))
		cell := fact(name, value, r.OnPaper())
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
func (m *Minutes) results(s *draw.Sheet, at sittingCounts) {
	way, none := m.Voted()
	s.Heading("II. KẾT QUẢ BIỂU QUYẾT", look.Section)
	s.Line(fmt.Sprintf("Biểu quyết %s. Số phiếu phát ra: %d; thu về: %d.", way, m.Counted.Out, m.Counted.Back),
		look.Plain)
	titles := look.Heads("TT", "Xã", "Đồng ý", "Không đồng ý", none, "Tỷ lệ đồng ý trên số có mặt", "Kết luận")
	if head := s.AddHead(look.Over(titles, 1, 2, 1, 2)...); len(m.Counted.Results) > onePage {
		s.Head.Row = head // is repeated on each page, also on those where nothing stands under it
	}
	var words []string
	for i := range m.Counted.Results {
		r := &m.Counted.Results[i]
		d := council.Decide(m.Council, len(m.Present), r)
		title, yes := vi.Capital(m.Cases[i].Title), draw.Ref(4, len(s.Rows)+1)
		s.Add(look.Mid(fmt.Sprint(i+1)), look.Text(title).Over(2), count(r.For), count(r.Against).Over(2),
			count(r.Invalid), share(yes, at.present, percent(r.For, len(m.Present))), m.conclusion(at, yes, r.Key, &d))
		words = append(words, fmt.Sprintf("%d. %s: %s.", i+1, title, d.Words()))
		if k := m.Concluded(r.Key); k != nil {
			words = append(words, k.Text()+".")
		}
		if note := m.Cases[i].Note; note != "" {
			words = append(words, "Kết quả đánh giá: "+note+".")
		}
	}
	s.Gap(4)
	for _, line := range words {
		s.Line(line, look.Plain)
	}
}

// onePage is how many communes are no reason to repeat the heads on the next page.
const onePage = 8

// The conclusions of a row.
const (
	passes   = "Đạt"
	fallsOff = "Chưa đạt"
	chairs   = "Chủ tịch kết luận"
	proposes = "Chủ tịch kết luận: đề nghị"
	declines = "Chủ tịch kết luận: không đề nghị"
)

// conclusion follows the counts where the rules are sure, and is else the chairman's.
func (m *Minutes) conclusion(at sittingCounts, yes, key string, d *council.Decision) draw.Cell {
	now := chairs
	if k := m.Concluded(key); k != nil && d.Carried == nil {
		return look.Mid(map[bool]string{true: proposes, false: declines}[k.Yes])
	}
	if d.Carried != nil {
		now = map[bool]string{true: passes, false: fallsOff}[*d.Carried]
	}
	reached := func(part, whole, rule string) string {
		if rule == "" {
			return ""
		}
		return fmt.Sprintf("AND(%s>0,%s)", whole, reaches(part, whole, rule))
	}
	formula := ""
	switch known := vi.NonEmpty(reached(at.present, at.members, at.quorum),
		reached(yes, at.present, at.proposal)); len(known) {
	case 2:
		formula = fmt.Sprintf(`IF(AND(%s,%s),"%s","%s")`, known[0], known[1], passes, fallsOff)
	case 1:
		formula = fmt.Sprintf(`IF(%s,"%s","%s")`, known[0], chairs, fallsOff)
	}
	return draw.Computed(formula, now, look.Body.Centred().InBold())
}

// reasons lists what members wrote, sorted: no reason tells whose it is.
func (m *Minutes) reasons(s *draw.Sheet) {
	if !slices.ContainsFunc(m.Counted.Results, func(r council.Result) bool { return len(r.Reasons) > 0 }) {
		return
	}
	s.Gap(8)
	s.Heading("III. LÝ DO KHÔNG ĐỒNG Ý VÀ Ý KIẾN KHÁC", look.Section)
	for i, r := range m.Counted.Results {
		if len(r.Reasons) == 0 {
			continue
		}
		s.Line(vi.Capital(m.Cases[i].Title)+":", look.Section)
		for _, reason := range r.Reasons {
			s.Line("- "+reason, look.Plain)
		}
	}
}
