package cli

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// checked writes what a check found in one report.
func (s *screen) checked(c *office.Checked) error {
	command.Lacks(s.Screen, c.Lacks...)
	s.nationOnly(c.NationOnly)
	s.Line("%s", s.Strong("%s", vi.Capital(c.Commune.Title())))
	s.Line("%snăm %d", codeOf(c.Commune), c.Of)
	given, asked := c.Figures()
	state := s.Good("Không có lỗi.")
	wrong := func(f assess.Finding) bool { return f.Severity == assess.Wrong }
	if n := list.Count(c.Findings, wrong); n > 0 {
		state = s.Bad("Có %d số liệu không hợp lý, xem cuối bảng này.", n)
	}
	s.Line("%s Đã có %d/%d nội dung cần báo cáo.", state, given, asked)
	s.coverage(c.Coverage)
	s.filed(c.Evidence)
	if notes := c.Said(); len(notes) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Lưu ý khi đọc (%d)", len(notes)))
		s.notesOf(notes)
	}
	if len(c.Findings) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Đối chiếu số liệu (%d)", len(c.Findings)))
		for _, f := range s.old(c.Findings) {
			s.Item(2, f.Severity.Word()+":", inCells(c, f))
		}
	}
	s.Line("")
	s.Line("%s", s.Faint("Đánh giá: ntm assess %s", c.File))
	return s.Err
}

// notesOf lists what was noted of one file.
func (s *screen) notesOf(notes problem.List) {
	for _, p := range notes {
		p.File = ""
		s.Item(2, "-", p.Note())
	}
}

// filed says how much of what the report lists as evidence is at hand.
func (s *screen) filed(e office.Evidenced) {
	if e.Listed == 0 {
		s.Item(2, "Minh chứng:", "chưa kê tài liệu nào")
		return
	}
	text := fmt.Sprintf("%d tài liệu; %d có ghi tên tệp, %d tệp có đó", e.Listed, e.Named, e.There)
	if e.There < e.Named {
		text = s.Bad("%s, thiếu %d tệp", text, e.Named-e.There)
	}
	s.Item(2, "Minh chứng:", text)
}

// coverage says what is given of each criterion; those of which nothing is, or all, are
// no more than counted where not everything is asked for.
func (s *screen) coverage(all []layout.Coverage) {
	none, whole := 0, 0
	for _, of := range all {
		switch {
		case s.full:
		case of.Given == 0 && of.Asked > 0:
			none++
			continue
		case of.Given == of.Asked:
			whole++
			continue
		}
		s.Item(2, "", covered(of))
	}
	if whole > 0 {
		s.Item(2, "", fmt.Sprintf("Đã ghi đủ: %d nội dung", whole))
	}
	if none > 0 {
		s.Item(2, "", fmt.Sprintf("Chưa ghi gì: %d nội dung; kê từng nội dung: thêm --full", none))
	}
}

// checkedOf writes one of many reports in a line.
func (s *screen) checkedOf(c *office.Checked) error {
	switch {
	case c.IsNotes():
		s.Line("%s: %d lưu ý", c.File, len(c.Said()))
		s.notesOf(c.Said())
	case c.Err != nil:
		s.Line("%s  %s: không đọc được", s.Bad("LỖI       "), c.Name())
	default:
		given, asked := c.Figures()
		s.Line("%s %9s  %s: %s, năm %d%s", s.Good("ĐƯỢC"), fmt.Sprintf("%d/%d", given, asked), c.Name(),
			c.Commune.Title(), c.Of, remarks(c))
		s.toReview(c)
	}
	return s.Err
}

// mostReviewed is how many findings of one of many reports are told in words.
const mostReviewed = 5

// toReview names what is to be looked at in one of many reports, each with its cell.
func (s *screen) toReview(c *office.Checked) {
	told, left := 0, office.ToReview(c.Findings)
	for _, f := range c.Findings {
		if f.Severity == assess.Info || office.OfVerdict(f) || told == mostReviewed && !s.full {
			continue
		}
		s.Item(4, f.Severity.Word()+":", inCells(c, f))
		told++
	}
	if left > told {
		s.Item(4, "-", fmt.Sprintf("và %s chỗ nữa: thêm --full", vi.Count(left-told)))
	}
}

// inCells is a finding with the cells that it is about.
func inCells(c *office.Checked, f assess.Finding) string {
	cells := c.CellsOf(f)
	if len(cells) == 0 {
		return f.Message
	}
	return "ô " + strings.Join(cells, ", ") + ": " + f.Message
}

// remarks counts what a person should look at.
func remarks(c *office.Checked) string {
	var b strings.Builder
	if n := len(c.Said()); n > 0 {
		fmt.Fprintf(&b, "; %d lưu ý", n)
	}
	for _, l := range c.Lacks {
		if l.Missing() > 0 {
			fmt.Fprintf(&b, "; còn thiếu %d chỉ tiêu của %s", l.Missing(), l.Decision)
		}
	}
	if odd := office.ToReview(c.Findings); odd > 0 {
		fmt.Fprintf(&b, "; %s chỗ cần xem lại", vi.Count(odd))
	}
	return b.String()
}

// covered says how much of a criterion is given, and what is missing. Where
// nothing is given its name says that already.
func covered(c layout.Coverage) string {
	text := fmt.Sprintf("%s: %d/%d", vi.Join(". ", c.No, c.Name), c.Given, c.Asked)
	switch c.Given {
	case 0:
		return text + " (chưa ghi)"
	case c.Asked:
		return text
	}
	return text + "; còn thiếu: " + vi.List("; ", c.Missing, func(m layout.Missing) string { return m.Name })
}

// codeOf is "mã 16492, ", or nothing for a commune outside the lists.
func codeOf(c places.Unit) string {
	if c.Code == "" {
		return ""
	}
	return "mã " + c.Code + ", "
}
