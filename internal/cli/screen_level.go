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
	s.indicators(l, assess.NotMet)
	s.conditions(l)
	s.prerequisite(l)
	s.openColumns(l)
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
		if c := &l.Conditions[i]; c.Outcome == assess.NotApplicable && c.Threshold.IfGiven {
			continue // the report does not tell what it is judged by
		}
		if o := l.Conditions[i].Outcome; s.full || o != assess.Met && o != assess.NoFigure && o != assess.NoThreshold {
			shown = append(shown, &l.Conditions[i])
		}
	}
	if len(shown) > 0 {
		s.Line("  Điều kiện công nhận:")
	}
	for _, c := range shown {
		s.Item(4, "-", fmt.Sprintf("%s: %s%s", c.Name, s.outcome(c.Outcome), command.InBrackets(c.Detail)))
	}
}

func conditionsWith(l *assess.Level, o assess.Outcome) []*assess.Condition {
	var out []*assess.Condition
	for i := range l.Conditions {
		if l.Conditions[i].Outcome == o {
			out = append(out, &l.Conditions[i])
		}
	}
	return out
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

// missing says how many indicators of the decision are not among those counted.
func missing(l *assess.Level) string {
	if l.IndicatorsMissing == 0 {
		return ""
	}
	return fmt.Sprintf("; còn thiếu %d chỉ tiêu của quyết định", l.IndicatorsMissing)
}

// concludes heads a level with its verdict and what would decide it.
func (s *screen) concludes(level criteria.Level, verdict, failsIf string) {
	if failsIf != "" {
		verdict += ": " + failsIf
	}
	s.Line("%s %s", s.Strong("XÃ %s:", strings.ToUpper(level.Title())), verdict)
}

// indicators lists those with the outcome, one a line, with what is short.
func (s *screen) indicators(l *assess.Level, o assess.Outcome) {
	found := l.With(o)
	if len(found) == 0 {
		return
	}
	s.Line("  %s (%d):", s.Bad("%s", o.Word()), len(found))
	for _, ind := range found {
		asked := ind.Asked() + outlook.Unchecked(ind.UncheckedBy())
		s.Item(4, ind.No, fmt.Sprintf("%s: %s, yêu cầu %s; %s", ind.Name, ind.Result(), asked, ind.Gaps()))
	}
}

// met names what is met: with its figure and threshold when that is little,
// by number when it is much.
func (s *screen) met(l *assess.Level) {
	found := l.With(assess.Met)
	if len(found) == 0 {
		return
	}
	if len(found) > 12 {
		if s.full {
			s.Item(2, s.Good("Đạt")+fmt.Sprintf(" (%d):", len(found)), numbers(found))
		}
	} else {
		s.Line("  %s (%d):", s.Good("Đạt"), len(found))
		for _, ind := range found {
			s.Item(4, ind.No, fmt.Sprintf("%s: %s, yêu cầu %s", ind.Name, ind.Result(), ind.Asked()))
		}
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
