package assess

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// A threshold that nobody has held against the decision may pass a commune, as a
// draft, and fails nobody. The indicator that misses it stays "not met", with the
// status of its threshold, and so does its criterion; the level is undecided, and
// says by which thresholds it would fail if they are right.

// firm is the outcome of which a level may be refused: what fails only by
// unchecked thresholds is left open.
func (j *Judgement) firm() Outcome {
	if j.Unchecked {
		return Undetermined
	}
	return j.Outcome
}

// Firm is the criterion's outcome over those of its indicators.
func (c *Criterion) Firm() Outcome {
	if c.Outcome != NotMet {
		return c.Outcome
	}
	var outcomes tally
	for i := range c.Indicators {
		outcomes.add(c.Indicators[i].firm())
	}
	return criterionOutcome(&outcomes)
}

// mostNamed is how many unchecked failures are told one by one.
const mostNamed = 3

// failsIf says which indicators and conditions fail if thresholds are right that
// nobody has checked: "chưa đạt chỉ tiêu 10 nếu ngưỡng 45 (chưa đối chiếu) đúng".
// It is "" when there are none.
func (l *Level) failsIf() string {
	var all []string
	for x := range l.Judged() {
		if x.Unchecked {
			all = append(all, x.failsIf())
		}
	}
	if len(all) == 0 {
		return ""
	}
	more := ""
	if n := len(all) - mostNamed; n > 0 {
		all, more = all[:mostNamed], fmt.Sprintf("; và %d nội dung khác có ngưỡng chưa đối chiếu", n)
	}
	return "chưa đạt " + strings.Join(all, "; ") + more
}

func (x *Judged) failsIf() string {
	name := "chỉ tiêu " + x.No
	if x.Condition {
		name = "điều kiện “" + x.Name + "”"
	}
	return fmt.Sprintf("%s nếu %s (chưa đối chiếu) đúng", name, x.uncheckedThresholds())
}

// uncheckedThresholds names the thresholds that the judgement misses and nobody
// has checked: "ngưỡng 45", "ngưỡng 80 %, 90 %"; and the rule by which a figure is
// computed, where nobody has checked that.
func (j *Judgement) uncheckedThresholds() string {
	var byColumn []string
	ways := j.Ways()
	if ways == nil {
		ways = []*Judgement{j}
	}
	for _, way := range ways {
		var values []string
		way.Leaves(func(leaf *Judgement) {
			if leaf.Unchecked && leaf.Threshold.Value() != nil && !leaf.Threshold.Basis.Status.Sure() {
				values = list.Once(values, leaf.Threshold.figure())
			}
		})
		if len(values) > 0 {
			byColumn = list.Once(byColumn, strings.Join(values, ", "))
		}
	}
	var out []string
	if len(byColumn) > 0 {
		out = []string{"ngưỡng " + strings.Join(byColumn, " hay ")}
	}
	for _, rule := range j.Computed() {
		if !rule.Basis.Status.Sure() {
			out = append(out, fmt.Sprintf("quy tắc trừ của %s, %s", rule.Basis.Decision, rule.Basis.Annex))
		}
	}
	if len(out) == 0 {
		return "yêu cầu này"
	}
	return strings.Join(out, " và ")
}

// figure is the threshold's value as short as it can be told: a unit that is more
// than a sign is left to the table.
func (t Threshold) figure() string {
	switch t.Unit() {
	case criteria.Percent, criteria.Grade:
		return t.Figure.Show(t.Requirement.Value)
	}
	return vi.Number(t.Requirement.Value)
}
