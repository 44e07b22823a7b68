package assess

import (
	"encoding/json"
	"fmt"
	"strconv"
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
	out = fmt.Appendf(out, "%s %s %s %q %t %s %t %s %q\n", l.Level, l.Standard, l.Verdict, l.FailsIf, l.Draft,
		l.Evidence, l.Doubted, l.Column, l.ColumnNote)
	for i := range l.Columns {
		out = fmt.Appendf(out, "%v ", l.Columns[i])
	}
	for i := range l.Conditions {
		c := &l.Conditions[i]
		out = c.said(fmt.Appendf(out, "\n%s %q ", c.ID, c.Detail))
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
			out = strconv.AppendQuote(append(append(append(out, '\n'), ind.No...), ' '), ind.Note)
			out = ind.said(append(out, ' '))
		}
	}
	return append(out, '\n')
}

// said is the part that there are hundreds of.
func (j *Judgement) said(out []byte) []byte {
	out = append(append(append(append(out, j.Outcome...), ' '), j.Evidence...), ' ')
	out = strconv.AppendBool(strconv.AppendBool(out, j.Borderline), j.Unchecked)
	if f := j.Figure; f != nil {
		out = f.said(append(out, ' '))
	}
	if g := j.Gap; g != nil {
		out = append(append(append(append(out, ' '), g.Amount.String()...), ' '), g.Bound...)
		if out = strconv.AppendBool(out, g.over); g.Count != nil {
			out = append(append(out, ' '), g.Count.String()...)
		}
	}
	for i := range j.Parts {
		out = j.Parts[i].said(append(out, " ("...))
	}
	for i := range j.Columns {
		out = j.Columns[i].said(append(out, " ["...))
	}
	return out
}

func (f *Figure) said(out []byte) []byte {
	out = strconv.AppendInt(append(append(out, f.ID...), ' '), int64(f.Year), 10)
	if rate, is := f.Rate(); is {
		out = append(append(out, " rate "...), rate.String()...)
	} else if met, is := f.Answer(); is {
		out = strconv.AppendBool(append(out, ' '), met)
	} else {
		out = append(append(append(append(out, ' '), number(f.Value()).String()...), ' '), f.Bound()...)
	}
	for _, source := range f.Sources {
		out = strconv.AppendQuote(append(out, ' '), source)
	}
	if f.Note != "" {
		out = strconv.AppendQuote(append(out, ' '), f.Note)
	}
	if l := f.LeftOut; l != nil {
		out = fmt.Appendf(out, " %s %s %t %q", l.ID, l.Count, l.Applied, l.Text)
	}
	return out
}
