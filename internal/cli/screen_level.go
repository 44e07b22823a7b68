package cli

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/outlook"
)

func (s *screen) level(l *assess.Level, alone bool) {
	if l.Doubted {
		s.Line("%s", s.Bad("Mức này dựa trên số liệu không hợp lý nên chưa thể đủ điều kiện; xem phần đối chiếu."))
	}
	s.concludes(l.Level, s.verdict(l.Verdict)+draft(l.Draft), l.FailsIf)
	s.failed(l)
	s.conditions(l)
	s.prerequisite(l)
	s.undetermined(l)
	if s.full || alone {
		s.met(l)
	}
	s.unknowns(l, assess.NoFigure)
	s.unknowns(l, assess.NoThreshold)
	if s.full {
		s.unknowns(l, assess.NotApplicable)
	}
	if l.Evidence != assess.Filed && l.Verdict == assess.Eligible {
		s.Line("  Minh chứng: đủ điều kiện theo số liệu, nhưng còn chỉ tiêu mới ở mức %q", l.Evidence.Word())
	}
	s.notes(l)
	if s.full {
		s.Item(2, "Căn cứ:", l.Rules.Cited())
		s.unsure(l)
	}
}

// conditions are those that are not met; those of which nothing is known are counted with
// what else is missing, and in full named.
func (s *screen) conditions(l *assess.Level) {
	var shown []*assess.Condition
	for i := range l.Conditions {
		c := &l.Conditions[i]
		known := c.Outcome == assess.Met || c.Outcome == assess.NoFigure || c.Outcome == assess.NoThreshold
		untold := c.Outcome == assess.NotApplicable && c.Threshold.IfGiven // the report tells not what it is judged by
		if !untold && (s.full || !known) {
			shown = append(shown, c)
		}
	}
	if len(shown) > 0 {
		s.Line("  Điều kiện công nhận:")
	}
	for _, c := range shown {
		s.Item(4, "-", fmt.Sprintf("%s: %s%s", c.Name, s.outcome(c.Outcome), command.InBrackets(c.Detail)))
	}
}

// prerequisite is the level to be held before; one that is met is named in full alone.
func (s *screen) prerequisite(l *assess.Level) {
	p := l.Prerequisite
	if p == nil || !s.full && p.Met != nil && *p.Met {
		return
	}
	word := s.Unknown("chưa rõ")
	if p.Met != nil {
		word = map[bool]string{true: s.Good("đạt"), false: s.Bad("chưa đạt")}[*p.Met]
	}
	s.Item(2, "Điều kiện tiên quyết:", fmt.Sprintf("%s - %s%s", p.Text, word, command.InBrackets(p.Basis)))
}

// isDraft explains the star of verdicts.
func (s *screen) isDraft() {
	s.Item(0, s.Unknown("* DỰ THẢO:"), "có ngưỡng chưa được đối chiếu với quyết định hoặc chưa có.")
}

// concludes heads a level with its verdict and what would decide it.
func (s *screen) concludes(level criteria.Level, verdict, failsIf string) {
	if failsIf != "" {
		verdict += ": " + failsIf
	}
	s.Line("%s %s", s.Strong("XÃ %s:", strings.ToUpper(level.Title())), verdict)
}

// failed lists what is not met, one a line, with what is short.
func (s *screen) failed(l *assess.Level) {
	s.each(s.Bad("%s", assess.NotMet.Word()), l.With(assess.NotMet), func(ind *assess.Indicator) string {
		return fmt.Sprintf("%s: %s, yêu cầu %s%s; %s", ind.Name, ind.Result(), ind.Asked(),
			outlook.Unchecked(ind.UncheckedBy()), ind.Gaps())
	})
}

// each lists indicators under a heading with their number, nothing of none.
func (s *screen) each(heading string, of []*assess.Indicator, say func(*assess.Indicator) string) {
	if len(of) > 0 {
		s.Line("  %s (%d):", heading, len(of))
	}
	for _, ind := range of {
		s.Item(4, ind.No, say(ind))
	}
}

// met names what is met: with its figure and threshold when that is little,
// by number when it is much.
func (s *screen) met(l *assess.Level) {
	found := l.With(assess.Met)
	switch {
	case len(found) <= 12:
		s.each(s.Good("Đạt"), found, func(ind *assess.Indicator) string {
			return fmt.Sprintf("%s: %s, yêu cầu %s", ind.Name, ind.Result(), ind.Asked())
		})
	case s.full:
		numbers, _ := l.Named(assess.Met)
		s.Item(2, s.Good("Đạt")+fmt.Sprintf(" (%d):", len(found)), strings.Join(numbers, ", "))
	}
}

// notes says what a reader should know of single indicators.
func (s *screen) notes(l *assess.Level) {
	for _, o := range []assess.Outcome{assess.NotMet, assess.Met, assess.NoFigure, assess.NotApplicable} {
		for _, ind := range l.With(o) {
			if ind.Note != "" {
				s.Item(2, "Lưu ý "+ind.No+":", ind.Note)
			}
		}
	}
}
