package command

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/term"
	"ntm/internal/vi"
)

// VerdictUnder says what the dossier's assessment comes to at the level in question,
// and on what grounds it goes on all the same.
func VerdictUnder(s *term.Screen, d *docket.Dossier) {
	if d.Assessment == nil {
		return
	}
	if why := d.Assessment.Brief.NationOnly; why != "" {
		s.Item(2, s.Unknown("CHÚ Ý:"), why+".")
	}
	for i := range d.Assessment.Brief.Levels {
		b := &d.Assessment.Brief.Levels[i]
		if d.Level == "" || b.Level == d.Level {
			s.Item(2, "Xã "+b.Level.Title()+":", fmt.Sprintf("%s tiêu chí, %d/%d chỉ tiêu%s", ShortVerdict(s, b),
				b.IndicatorsMet, b.IndicatorsTotal, InBrackets(failing(b))))
		}
	}
	GroundsOf(s, d)
}

// failing names the criteria that a level fails, as far as they fit a line.
func failing(b *assess.BriefLevel) string {
	var not []string
	for _, c := range b.Criteria {
		if c.Outcome == assess.NotMet {
			not = append(not, c.No)
		}
	}
	if len(not) == 0 {
		return ""
	}
	return "chưa đạt tiêu chí " + strings.Join(not, ", ")
}

// GroundsOf is why a dossier goes on although its assessment is not eligible.
func GroundsOf(s *term.Screen, d *docket.Dossier) {
	if g := d.Grounds; g != nil && docket.Lacks(d.Brief()) != "" {
		old := ""
		if !d.StandsOn() {
			old = "; kết quả đánh giá đã khác"
		}
		s.Item(2, s.Unknown("Đi tiếp với lý do:"), fmt.Sprintf("%s (%s, %s%s)", g.Reason, g.By, vi.Date(g.Day.Time),
			old))
	}
}

// ShortVerdict is how a level came out in a cell of a table, starred where it is a draft.
func ShortVerdict(s *term.Screen, l *assess.BriefLevel) string {
	if l == nil {
		return "-"
	}
	draft := ""
	if l.Draft {
		draft = "*"
	}
	word := s.Unknown("chưa rõ")
	switch l.Verdict {
	case assess.Eligible:
		word = s.Good("đủ")
	case assess.NotEligible:
		word = s.Bad("chưa đủ")
	}
	return fmt.Sprintf("%s%s %d/%d", word, draft, l.CriteriaMet, l.CriteriaTotal)
}

// InBrackets is a text behind another, nothing for "".
func InBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}
