package cli

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/outlook"
	"ntm/internal/vi"
)

func (s *screen) whatIf(w *outlook.WhatIf) {
	s.nationOnly(w.NationOnly)
	command.Lacks(s.Screen, w.Lacks...)
	s.Line("%s, năm %d", s.Strong("%s", vi.Capital(w.Commune.Title())), w.Year)
	s.Line("%s", s.Unknown("GIẢ ĐỊNH (báo cáo giữ nguyên; số giả định chưa có minh chứng):"))
	for _, f := range w.Supposed {
		s.Item(2, f.Name+":", f.Text())
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
			proof = append(proof, outlook.Label(c.No()))
		}
	}
	if len(proof) > 0 {
		s.Item(2, "Chỉ đổi minh chứng:", strings.Join(proof, ", "))
	}
	s.rest(before, changes)
}

func draft(is bool) string {
	if is {
		return " (dự thảo)"
	}
	return ""
}

// counts writes how much is met and how well it is proven, where that changes.
func (s *screen) counts(before, after *outlook.Standing) {
	moved, proof := outlook.CountsMoved(before, after)
	if moved != "" {
		s.Item(2, "", moved)
	}
	if proof != "" {
		s.Item(2, "Minh chứng:", proof)
	}
	if after.Doubted && !before.Doubted {
		s.Item(2, "", s.Bad("Số giả định không hợp lý nên chưa thể đủ điều kiện; xem phần đối chiếu."))
	}
}

// change writes one change below the level's own. It is false for one that
// neither the outcome nor the figures nor a remark show.
func (s *screen) change(c *outlook.Change) bool {
	outcome := "vẫn " + s.outcome(assess.Outcome(c.After.Outcome))
	if !c.Same() {
		outcome = s.outcome(assess.Outcome(c.Before.Outcome)) + " → " + s.outcome(assess.Outcome(c.After.Outcome))
	}
	switch c.Kind {
	case outlook.OfPrerequisite:
		s.Item(2, "Phải đạt trước:", fmt.Sprintf("%s: %s%s", c.Name, outcome, command.InBrackets(c.After.Note)))
	case outlook.OfCriterion:
		s.Item(2, "Tiêu chí "+c.No()+".", c.Name+": "+outcome)
	default:
		if c.ProofOnly() {
			return false
		}
		s.Item(4, heading(c.No()), c.Name+": "+outcome+command.InBrackets(c.Rests()))
		if note := c.After.Note; note != "" && note != c.Before.Note {
			s.Item(6, "Lưu ý:", note)
		}
	}
	return true
}

// rest says how much of the level stays as it was.
func (s *screen) rest(l *outlook.Standing, changes []outlook.Change) {
	if same := outlook.Unmoved(l, changes); same != "" {
		s.Item(2, "Không đổi:", same+".")
	}
}
