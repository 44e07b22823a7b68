package cli

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/outlook"
	"ntm/internal/vi"
)

func (s *screen) whatIf(w *outlook.WhatIf) error {
	s.nationOnly(w.NationOnly)
	s.lacks(w.Lacks...)
	s.Line("%s, năm %d", s.Strong("%s", vi.Capital(w.Commune.Title())), w.Year)
	s.Line("%s", s.Unknown("GIẢ ĐỊNH (báo cáo giữ nguyên; số giả định chưa có minh chứng):"))
	for _, f := range w.Supposed {
		text := reported(f.Before) + " → " + reported(f.After)
		if reported(f.Before) == reported(f.After) {
			text = reported(f.After) + " (như đã báo cáo)"
		}
		s.Item(2, f.Name+":", text)
	}
	for i := range w.Before {
		s.Line("")
		s.changed(&w.Before[i], &w.After[i], w.Changes)
	}
	first := true
	for _, c := range w.Changes {
		if c.Kind != outlook.OfFinding {
			continue
		}
		if first {
			s.Line("")
			s.Line("%s", s.Strong("Đối chiếu số liệu"))
			first = false
		}
		if c.After != nil {
			s.Item(2, "Thêm:", assess.Severity(c.After.Outcome).Word()+" - "+c.After.Note)
		} else {
			s.Item(2, "Không còn:", assess.Severity(c.Before.Outcome).Word()+" - "+c.Before.Note)
		}
	}
	return s.Err
}

// reported is a figure as it is shown, or that there is none.
func reported(f *assess.Figure) string {
	if f == nil {
		return "chưa có số liệu"
	}
	return f.String()
}

// changed writes what changes of one level, then what stays in one line.
func (s *screen) changed(before, after *outlook.Standing, all []outlook.Change) {
	changes := slices.DeleteFunc(slices.Clone(all), func(c outlook.Change) bool { return c.Level != before.Level })
	if len(changes) == 0 {
		s.concludes(before.Level, s.verdict(before.Verdict)+draft(before.Draft)+", không có gì đổi", "")
		return
	}
	verdict := "vẫn " + s.verdict(after.Verdict)
	if before.Verdict != after.Verdict {
		verdict = s.verdict(before.Verdict) + " → " + s.verdict(after.Verdict)
	}
	s.concludes(after.Level, verdict+draft(after.Draft), after.FailsIf)
	s.counts(before, after)
	var proof []string // of what only the evidence changed
	for i := range changes {
		if c := &changes[i]; c.Kind != outlook.OfLevel && !s.change(c) {
			proof = append(proof, outlook.Label(number(c)))
		}
	}
	if len(proof) > 0 {
		s.Item(2, "Chỉ đổi minh chứng:", strings.Join(proof, ", "))
	}
	s.rest(before, changes)
}

// number is what stands behind the level in the path.
func number(c *outlook.Change) string {
	_, no, _ := strings.Cut(c.Path, "/")
	return no
}

func draft(is bool) string {
	if is {
		return " (dự thảo)"
	}
	return ""
}

// counts writes how much is met and how well it is proven, where that changes.
func (s *screen) counts(before, after *outlook.Standing) {
	var parts []string
	add := func(was, now, total int, of string) {
		if was != now {
			parts = append(parts, fmt.Sprintf("%d/%d → %d/%d %s", was, total, now, total, of))
		}
	}
	add(before.CriteriaMet, after.CriteriaMet, before.CriteriaTotal, "tiêu chí đạt")
	add(before.IndicatorsMet, after.IndicatorsMet, before.IndicatorsTotal, "chỉ tiêu đạt")
	if len(parts) > 0 {
		s.Item(2, "", strings.Join(parts, ", "))
	}
	if before.Evidence != after.Evidence {
		s.Item(2, "Minh chứng:", fmt.Sprintf("%s → %s", strings.ToLower(before.Evidence.Word()),
			strings.ToLower(after.Evidence.Word())))
	}
	if after.Doubted && !before.Doubted {
		s.Item(2, "", s.Bad("Số giả định không hợp lý nên chưa thể đủ điều kiện; xem phần đối chiếu."))
	}
}

// change writes one change below the level's own. It is false for one that
// neither the outcome nor the figures nor a remark show.
func (s *screen) change(c *outlook.Change) bool {
	outcome := "vẫn " + s.outcome(assess.Outcome(c.After.Outcome))
	same := c.Before.Outcome == c.After.Outcome
	if !same {
		outcome = s.outcome(assess.Outcome(c.Before.Outcome)) + " → " + s.outcome(assess.Outcome(c.After.Outcome))
	}
	switch c.Kind {
	case outlook.OfPrerequisite:
		s.Item(2, "Phải đạt trước:", fmt.Sprintf("%s: %s%s", c.Name, outcome, inBrackets(c.After.Note)))
	case outlook.OfCriterion:
		s.Item(2, "Tiêu chí "+number(c)+".", c.Name+": "+outcome)
	default:
		before, after := c.Before.Judgement, c.After.Judgement
		if same && before.Result() == after.Result() && c.Before.Note == c.After.Note {
			return false
		}
		s.Item(4, heading(number(c)), c.Name+": "+outcome+rests(before, after))
		if note := c.After.Note; note != "" && note != c.Before.Note {
			s.Item(6, "Lưu ý:", note)
		}
	}
	return true
}

// rests says which figures moved under a judgement, what it asks and what is
// short now.
func rests(before, after *assess.Judgement) string {
	if after.Threshold.Op == criteria.DeclaredMet {
		return "" // the outcome is the figure
	}
	was := map[string]string{}
	before.Leaves(func(leaf *assess.Judgement) { was[leaf.Threshold.Figure.ID] = reported(leaf.Figure) })
	var parts []string
	after.Leaves(func(leaf *assess.Judgement) {
		entry, now := leaf.Threshold.Figure, reported(leaf.Figure)
		if was[entry.ID] == now {
			return
		}
		text := was[entry.ID] + " → " + now
		if len(after.Parts) > 0 {
			text = entry.Name + ": " + text
		}
		parts = append(parts, text)
		was[entry.ID] = now // said
	})
	parts = append(parts, "yêu cầu "+after.Threshold.Text())
	if gaps := after.Gaps(); gaps != "" && after.Outcome == assess.NotMet {
		parts = append(parts, gaps)
	}
	return inBrackets(strings.Join(parts, "; "))
}

// rest says how much of the level stays as it was.
func (s *screen) rest(l *outlook.Standing, changes []outlook.Change) {
	touched := map[outlook.Kind]int{}
	for _, c := range changes {
		touched[c.Kind]++
	}
	var parts []string
	if n := l.CriteriaTotal - touched[outlook.OfCriterion]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d tiêu chí", n))
	}
	if n := l.IndicatorsTotal - touched[outlook.OfIndicator]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d chỉ tiêu", n))
	}
	if len(parts) > 0 {
		s.Item(2, "Không đổi:", strings.Join(parts, ", ")+".")
	}
}
