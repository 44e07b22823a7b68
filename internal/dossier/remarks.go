package dossier

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// remarks is what a reader must know beside a verdict: how a rate came about,
// the figure's own year, the commune's remark.
func (d *dossier) remarks(j *assess.Judgement, note string) string {
	parts := []string{counts(j), d.otherYear(j), vi.Capital(Reckoned(j.Threshold)), vi.Capital(note)}
	j.Leaves(func(leaf *assess.Judgement) {
		if leaf.Figure != nil {
			parts = append(parts, vi.Capital(leaf.Figure.Note))
		}
	})
	return vi.Join("; ", parts...)
}

// counts are the two counts that were reported of a rate.
func counts(j *assess.Judgement) string {
	f := j.Figure
	if f == nil {
		return ""
	}
	rate, is := f.Rate()
	if !is {
		return ""
	}
	if f.LeftOut != nil && f.LeftOut.Applied {
		rate.Numerator, rate.Denominator = f.LeftOut.Counted.Numerator.Decimal, f.LeftOut.Counted.Denominator.Decimal
	}
	return fmt.Sprintf("%s/%s %s", vi.Number(rate.Numerator), vi.Number(rate.Denominator), f.Entry.CountedIn)
}

// otherYear names the year of figures that are not of the year of recognition.
func (d *dossier) otherYear(j *assess.Judgement) string {
	years := ""
	j.Leaves(func(leaf *assess.Judgement) {
		if f := leaf.Figure; f != nil && f.Year != d.a.Year {
			years = fmt.Sprintf("Số liệu năm %d", f.Year)
		}
	})
	return years
}

// Reckoned is how a threshold was computed from another one: "ngưỡng = 1,1 × 50
// (…)". Other thresholds have words of the decision there, or none.
func Reckoned(t assess.Threshold) string {
	if t.Value() == nil || !strings.Contains(t.Requirement.Text, " × ") {
		return ""
	}
	return "ngưỡng = " + t.Requirement.Text
}

// proof names the documents behind a judgement. Without a figure there is
// nothing to prove.
func (d *dossier) proof(j *assess.Judgement) string {
	var names []string
	j.Leaves(func(leaf *assess.Judgement) {
		if leaf.Figure == nil {
			return
		}
		for _, id := range leaf.Figure.Sources {
			names = list.Once(names, d.a.Report.NameOf(id))
		}
	})
	if len(names) == 0 && j.Figure != nil {
		return assess.NoEvidence.Word()
	}
	return vi.Join(", ", names...)
}
