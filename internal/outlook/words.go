package outlook

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/vi"
)

// Labels are several, in one line.
func Labels(nos []string) string { return vi.List(", ", nos, Label) }

// Unchecked marks what fails nobody until somebody has checked it: a threshold, or the rule by
// which a figure is computed; "" for nothing.
func Unchecked(by string) string {
	if by == "" {
		return ""
	}
	return " (" + by + " chưa đối chiếu)"
}

// Text says in a phrase how the figure misses its threshold.
func (s *Step) Text() string {
	if s.Gap == nil {
		return "xã báo chưa đạt"
	}
	return fmt.Sprintf("%s, yêu cầu %s; %s", s.Figure.String(), s.Threshold.Text(), s.Gap.Text())
}

// Text says how its figures miss their thresholds.
func (u *Unmet) Text() string {
	steps := make([]string, len(u.Steps))
	for i := range u.Steps {
		if steps[i] = u.Steps[i].Text(); u.Parted {
			steps[i] = u.Steps[i].Figure.Entry.Name + ": " + steps[i]
		}
	}
	text := strings.Join(steps, "; và ")
	if len(steps) == 0 {
		text = "số liệu không thuộc trường hợp nào của quy định; xem lại số liệu"
	}
	return text + Unchecked(u.UncheckedBy)
}

// Reported is a figure as it is shown, or that there is none.
func Reported(f *assess.Figure) string {
	if f == nil {
		return "chưa có số liệu"
	}
	return f.String()
}

// Text is the figure as reported and as supposed.
func (s *Supposed) Text() string {
	if Reported(s.Before) == Reported(s.After) {
		return Reported(s.After) + " (như đã báo cáo)"
	}
	return Reported(s.Before) + " → " + Reported(s.After)
}

// No is what stands behind the level in the path.
func (c *Change) No() string {
	_, no, _ := strings.Cut(c.Path, "/")
	return no
}

// Same tells whether it comes out as before: only what it rests on is another.
func (c *Change) Same() bool { return c.Before.Outcome == c.After.Outcome }

// ProofOnly tells whether neither the outcome nor the figures nor a remark changes, but only how
// well it is proven.
func (c *Change) ProofOnly() bool {
	return c.Before.Judgement != nil && c.Same() && c.Before.Note == c.After.Note &&
		c.Before.Judgement.Result() == c.After.Judgement.Result()
}

// Rests says which figures moved under the judgement, what it asks and what is short now; ""
// where the outcome is the figure.
func (c *Change) Rests() string {
	before, after := c.Before.Judgement, c.After.Judgement
	if after.Threshold.Op == criteria.DeclaredMet {
		return ""
	}
	was := map[string]string{}
	before.Leaves(func(leaf *assess.Judgement) { was[leaf.Threshold.Figure.ID] = Reported(leaf.Figure) })
	var parts []string
	after.Leaves(func(leaf *assess.Judgement) {
		entry, now := leaf.Threshold.Figure, Reported(leaf.Figure)
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
	return strings.Join(parts, "; ")
}

// CountsMoved says how much more or less of the level is met, and how much better or worse it is
// proven; "" where nothing of that changes.
func CountsMoved(before, after *Standing) (counts, proof string) {
	var parts []string
	add := func(was, now, total int, of string) {
		if was != now {
			parts = append(parts, fmt.Sprintf("%d/%d → %d/%d %s", was, total, now, total, of))
		}
	}
	add(before.CriteriaMet, after.CriteriaMet, before.CriteriaTotal, "tiêu chí đạt")
	add(before.IndicatorsMet, after.IndicatorsMet, before.IndicatorsTotal, "chỉ tiêu đạt")
	if before.Evidence != after.Evidence {
		proof = fmt.Sprintf("%s → %s", strings.ToLower(before.Evidence.Word()),
			strings.ToLower(after.Evidence.Word()))
	}
	return strings.Join(parts, ", "), proof
}

// Unmoved says how much of a level stays as it was, "" for nothing.
func Unmoved(l *Standing, changes []Change) string {
	touched := map[Kind]int{}
	for _, c := range changes {
		touched[c.Kind]++
	}
	var parts []string
	if n := l.CriteriaTotal - touched[OfCriterion]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d tiêu chí", n))
	}
	if n := l.IndicatorsTotal - touched[OfIndicator]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d chỉ tiêu", n))
	}
	return strings.Join(parts, ", ")
}
