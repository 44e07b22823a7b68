package cli

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/outlook"
	"ntm/internal/vi"
)

// dossier is one dossier as it stands.
func (s *screen) dossier(d *docket.Dossier) {
	s.Line("%s", s.Strong("%s, năm %d", vi.Capital(d.Place.Title), d.Year))
	s.Item(0, "Hồ sơ:", s.Strong("%s", s.stage(d)))
	if a := d.Assessment; a != nil {
		if why := a.Brief.NationOnly; why != "" {
			s.Item(2, s.Unknown("CHÚ Ý:"), why+".")
		}
		s.Line("")
		s.brief(&a.Brief)
		if s.full {
			s.Line("%s", s.Faint("Đánh giá lúc %s, bộ ngưỡng %s", docket.Clock(a.At), a.Digest))
		} else {
			s.Line("%s", s.Faint("Đánh giá lúc %s", docket.Clock(a.At)))
		}
		s.Line("")
	}
	if len(d.Reasons) > 0 {
		s.Line("%s", s.Bad("Lý do trả lại:"))
		for _, r := range d.Reasons {
			s.Item(2, "-", vi.Join(": ", r.On, r.Text))
		}
	}
	if len(d.Opinions) > 0 {
		s.opinionList(d.Opinions)
	}
	if v := d.Vote; v != nil {
		s.Item(0, "Biểu quyết:", fmt.Sprintf("%d đồng ý, %d không đồng ý, %d không hợp lệ; có mặt %d/%d; %s", v.For,
			v.Against, v.Invalid, v.Present, v.Members, v.Words))
	}
	if b := d.Conclusion; b != nil {
		word := "không đề nghị công nhận"
		if b.Yes {
			word = "đề nghị công nhận"
		}
		s.Item(0, "Chủ tịch hội đồng kết luận:", vi.Join("; ", word, b.Chair, b.Paper, b.Note))
	}
	command.GroundsOf(s.Screen, d)
	if b := d.Decision; b != nil {
		s.Item(0, vi.Capital(d.Stage.Word())+":", b.Text())
	}
	for _, c := range d.Conflicts {
		s.Item(0, s.Bad("Việc trái nhau:"), fmt.Sprintf("%s, %s, %s: %s", docket.Clock(c.At), c.By, c.Kind.Word(),
			c.Why))
	}
}

// brief is the table of verdicts, then what fails and what is missing.
func (s *screen) brief(b *assess.Brief) {
	s.verdicts(b.Levels)
	if b.Draft {
		s.Item(0, s.Unknown("DỰ THẢO:"), "có ngưỡng chưa được đối chiếu với quyết định hoặc chưa có; khi đối chiếu, "+
			"kết quả có thể khác.")
	}
	for i := range b.Levels {
		s.why(&b.Levels[i])
	}
}

// why is what keeps a dossier from a level: what fails first, then what is not known.
func (s *screen) why(l *assess.BriefLevel) {
	for _, o := range []assess.Outcome{assess.NotMet, assess.Undetermined, assess.NoFigure, assess.NoThreshold} {
		s.briefWith(l, o)
	}
}

// briefWith is what of a level came out so: what fails by its numbers, what is missing by
// how much there is of it, and in full by numbers too.
func (s *screen) briefWith(l *assess.BriefLevel, o assess.Outcome) {
	nos, conditions := l.Indicators.Numbered(o), l.Conditions.Numbered(o)
	if len(nos)+len(conditions) == 0 {
		return
	}
	word := s.Unknown("%s", vi.Lower(o.Word()))
	if o == assess.NotMet {
		word = s.Bad("%s", vi.Lower(o.Word()))
	}
	indicators := counted(len(nos), "chỉ tiêu")
	if s.full || o == assess.NotMet || len(nos) <= fewNamed {
		indicators += command.InBrackets(strings.Join(nos, ", "))
	}
	s.Item(0, fmt.Sprintf("%s – %s:", shortLevel[l.Level], word), vi.Join(", ", indicators, outlook.Labels(conditions)))
}

// titles are what the commune was recognised as, and where it came from.
func (s *screen) titles(c *docket.Commune) {
	if len(c.Titles) > 0 {
		s.Line("Danh hiệu:")
	}
	for _, t := range c.Titles {
		text := t.Given()
		switch over := t.Over(); {
		case t.Revoked != nil:
			text += "; " + s.Bad("%s", over)
		case over != "":
			text += "; " + over
		}
		s.Item(2, "-", text)
	}
	if o := c.Origin; o != nil {
		s.Item(0, "Thành lập từ:", o.Words)
		for _, p := range o.Parts {
			text := p.Title
			if p.Level != "" {
				text += ", xã " + p.Level.Title()
			}
			if !p.Whole {
				text += ", một phần"
			}
			s.Item(2, "-", text)
		}
	}
	if i := c.Into; i != nil {
		s.Item(0, "Đã sáp nhập vào:", i.Title)
	}
	if end := office.Reformed(c); end != "" {
		s.Item(0, "Sắp xếp đơn vị hành chính:", end)
	}
}
