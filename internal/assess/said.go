package assess

import (
	"encoding/json"
	"fmt"
)

// Said is what an assessment finds, as a text to be told by its digest: the same where it
// finds the same, in a tenth of the time that its JSON takes. Names and thresholds are those
// of the requirements, of which it holds the digest.
func (a *Assessment) Said() ([]byte, error) {
	rest, err := json.Marshal([]any{a.Capital, a.Findings, a.Criteria})
	if err != nil {
		return nil, err
	}
	out := fmt.Appendf(rest, "\n%s %s %d %s %t\n", a.Engine.Version, a.Commune.Key(), a.Year, a.Date, a.Draft)
	for i := range a.Levels {
		out = a.Levels[i].said(out)
	}
	return out, nil
}

func (l *Level) said(out []byte) []byte {
	out = fmt.Appendf(out, "%s %s %s %q %t %s %t %s %q\n", l.Level, l.Standard, l.Verdict, l.FailsIf, l.Draft, l.Evidence,
		l.Doubted, l.Column, l.ColumnNote)
	for i := range l.Columns {
		out = fmt.Appendf(out, "%v ", l.Columns[i])
	}
	for i := range l.Conditions {
		c := &l.Conditions[i]
		out = c.Judgement.said(fmt.Appendf(out, "\n%s %q ", c.ID, c.Detail))
	}
	if p := l.Prerequisite; p != nil {
		met := "?"
		if p.Met != nil {
			met = fmt.Sprint(*p.Met)
		}
		out = fmt.Appendf(out, "\n%s %s %q", p.Level, met, p.Basis)
	}
	for i := range l.Criteria {
		c := &l.Criteria[i]
		out = fmt.Appendf(out, "\n%s %s ", c.No, c.Outcome)
		if c.Remark != nil {
			out = fmt.Appendf(out, "%q", c.Remark)
		}
		for j := range c.Indicators {
			ind := &c.Indicators[j]
			out = ind.Judgement.said(fmt.Appendf(out, "\n%s %q ", ind.No, ind.Note))
		}
	}
	return append(out, '\n')
}

func (j *Judgement) said(out []byte) []byte {
	out = fmt.Appendf(out, "%s %s %t %t", j.Outcome, j.Evidence, j.Borderline, j.Unchecked)
	if f := j.Figure; f != nil {
		out = fmt.Appendf(out, " %s %d %T %v %s %q %q", f.ID, f.Year, f.Measure, f.Measure, f.Bound(), f.Sources, f.Note)
		if f.LeftOut != nil {
			out = fmt.Appendf(out, " %s %s %t %q", f.LeftOut.ID, f.LeftOut.Count, f.LeftOut.Applied, f.LeftOut.Text)
		}
	}
	if g := j.Gap; g != nil {
		out = fmt.Appendf(out, " %s %v %s %t", g.Amount, g.Count, g.Bound, g.over)
	}
	for i := range j.Parts {
		out = j.Parts[i].said(append(out, " ("...))
	}
	for i := range j.Columns {
		out = j.Columns[i].Judgement.said(append(out, " ["...))
	}
	return out
}
