package cli

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/outlook"
	"ntm/internal/provincial"
	"ntm/internal/vi"
)

// undetermined lists what is open by why: its figure cannot be, or is not exact enough, or it
// comes out otherwise by another column that may hold.
func (s *screen) undetermined(l *assess.Level) {
	var unjudged, inexact, other []*assess.Indicator
	open := "Chưa rõ cột áp dụng"
	for _, ind := range l.With(assess.Undetermined) {
		switch {
		case ind.Unjudged():
			unjudged = append(unjudged, ind)
		case ind.NeedsExact():
			inexact = append(inexact, ind)
		default:
			other = append(other, ind)
			if len(ind.Columns) == 0 {
				open = "Chưa rõ cột áp dụng, hoặc có áp dụng không"
			}
		}
	}
	s.each(s.Unknown("Số liệu không hợp lý nên chưa xét"), unjudged, func(ind *assess.Indicator) string {
		return fmt.Sprintf("%s: %s", ind.Name, ind.Result())
	})
	s.each(s.Unknown("Cần số chính xác"), inexact, func(ind *assess.Indicator) string {
		return fmt.Sprintf("%s: %s, yêu cầu %s; %s", ind.Name, ind.Result(), ind.Asked(), ind.Note)
	})
	s.each(s.Unknown("%s", open), other, func(ind *assess.Indicator) string {
		return fmt.Sprintf("%s: %s; %s", ind.Name, ind.Result(), ind.Note)
	})
}

// fewNamed is how much is named even where no more than a number is asked for.
const fewNamed = 6

// unknowns counts what is neither met nor failed, and in full lists it by number.
func (s *screen) unknowns(l *assess.Level, o assess.Outcome) {
	numbers, conditions := l.Named(o)
	word, n := s.Unknown("%s", o.Word()), len(numbers)+len(conditions)
	switch {
	case s.full && len(numbers) > 0:
		s.Item(2, word+fmt.Sprintf(" (%d):", len(numbers)), strings.Join(numbers, ", "))
	case s.full || n == 0:
	case n <= fewNamed:
		s.Line("  %s (%d):", word, n)
		for x := range l.Judged() {
			switch {
			case x.Outcome != o:
			case x.Condition:
				s.Item(4, "Điều kiện:", x.Name)
			default:
				s.Item(4, x.No, x.Name)
			}
		}
	default:
		s.Item(2, s.Unknown("%s:", o.Word()), vi.Join(", ", counted(len(numbers), "chỉ tiêu"),
			counted(len(conditions), "điều kiện công nhận")))
	}
}

// counted is how much there is of something, nothing for none.
func counted(n int, what string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", n, what)
}

// unsure lists the thresholds to be checked, by status.
func (s *screen) unsure(l *assess.Level) {
	byStatus := map[criteria.Status][]string{}
	for _, u := range l.Unsure() {
		byStatus[u.Basis.Status] = append(byStatus[u.Basis.Status], outlook.Label(u.No))
	}
	for _, status := range criteria.Statuses {
		if nos := byStatus[status]; len(nos) > 0 {
			s.Item(2, s.Faint("Ngưỡng cần đối chiếu, %s (%d):", status.Title(), len(nos)), strings.Join(nos, ", "))
		}
	}
}

// declaredWords counts titles by level, the highest first.
func declaredWords(all []provincial.TitleCount) string {
	var out []string
	for _, t := range slices.Backward(all) {
		out = append(out, t.Words())
	}
	return strings.Join(out, "; ")
}
