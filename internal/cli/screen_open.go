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

// unjudged lists what is open because its figure cannot be, and gives what else is open.
func (s *screen) unjudged(l *assess.Level) []*assess.Indicator {
	var of, other []*assess.Indicator
	for _, ind := range l.With(assess.Undetermined) {
		if ind.Unjudged() {
			of = append(of, ind)
		} else {
			other = append(other, ind)
		}
	}
	if len(of) > 0 {
		s.Line("  %s (%d):", s.Unknown("Số liệu không hợp lý nên chưa xét"), len(of))
	}
	for _, ind := range of {
		s.Item(4, ind.No, fmt.Sprintf("%s: %s", ind.Name, ind.Result()))
	}
	return other
}

// openColumns lists what comes out otherwise by another column that may hold.
func (s *screen) openColumns(l *assess.Level) {
	found := s.unjudged(l)
	isExact := func(ind *assess.Indicator) bool { return !ind.NeedsExact() }
	if inexact := slices.DeleteFunc(slices.Clone(found), isExact); len(inexact) > 0 {
		s.Line("  %s (%d):", s.Unknown("Cần số chính xác"), len(inexact))
		for _, ind := range inexact {
			s.Item(4, ind.No, fmt.Sprintf("%s: %s, yêu cầu %s; %s", ind.Name, ind.Result(), ind.Asked(), ind.Note))
		}
		found = slices.DeleteFunc(found, func(ind *assess.Indicator) bool { return !isExact(ind) })
	}
	if len(found) == 0 {
		return
	}
	open := "Chưa rõ cột áp dụng"
	if slices.ContainsFunc(found, func(ind *assess.Indicator) bool { return len(ind.Columns) == 0 }) {
		open = "Chưa rõ cột áp dụng, hoặc có áp dụng không"
	}
	s.Line("  %s (%d):", s.Unknown("%s", open), len(found))
	for _, ind := range found {
		s.Item(4, ind.No, fmt.Sprintf("%s: %s; %s", ind.Name, ind.Result(), ind.Note))
	}
}

// fewNamed is how much is named even where no more than a number is asked for.
const fewNamed = 6

// unknowns counts what is neither met nor failed, and in full lists it by number.
func (s *screen) unknowns(l *assess.Level, o assess.Outcome) {
	found, conditions := l.With(o), conditionsWith(l, o)
	if s.full {
		if len(found) > 0 {
			s.Item(2, s.Unknown("%s", o.Word())+fmt.Sprintf(" (%d):", len(found)), numbers(found))
		}
		return
	}
	if o != assess.NotApplicable && len(found)+len(conditions) <= fewNamed && len(found)+len(conditions) > 0 {
		s.Line("  %s (%d):", s.Unknown("%s", o.Word()), len(found)+len(conditions))
		for _, ind := range found {
			s.Item(4, ind.No, ind.Name)
		}
		for _, c := range conditions {
			s.Item(4, "Điều kiện:", c.Name)
		}
		return
	}
	var parts []string
	if len(found) > 0 {
		parts = append(parts, fmt.Sprintf("%d chỉ tiêu", len(found)))
	}
	if len(conditions) > 0 {
		parts = append(parts, fmt.Sprintf("%d điều kiện công nhận", len(conditions)))
	}
	if len(parts) > 0 {
		s.Item(2, s.Unknown("%s:", o.Word()), strings.Join(parts, ", "))
	}
}

func numbers(indicators []*assess.Indicator) string {
	return vi.List(", ", indicators, func(ind *assess.Indicator) string { return ind.No })
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
