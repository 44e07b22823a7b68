package office

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Held is a step that the docket refuses, with the dossier as it stands.
type Held struct {
	Dossier *docket.Dossier
	Why     error
}

func (h Held) Error() string { return h.Why.Error() }

func (h Held) Unwrap() error { return h.Why }

// Then is the body of a step that is taken together with the one before it, or not at all.
type Then struct {
	Kind docket.Kind
	Body any
}

// TakeStep takes a step of a dossier on a day, none for today: one event for each body.
// It gives the dossier as it stands then. The error is a [Held] where the docket refuses.
func TakeStep(
	ctx context.Context, st *store.Store, which Which, by string, day criteria.Date, kind docket.Kind, bodies ...any,
) (*docket.Dossier, error) {
	c, d, err := which.Dossier(ctx, st)
	if err != nil && kind == docket.Revoked {
		c, d, err = ofTitle(ctx, st, which, bodies[0], err)
	}
	if err != nil {
		return nil, err
	}
	change := store.Change{Province: c.Province}
	for _, body := range bodies {
		kind := kind
		if then, ok := body.(Then); ok {
			kind, body = then.Kind, then.Body
		}
		if b, ok := body.(docket.SubmittedBody); ok && b.Level == "" {
			b.Level = ownLevel(ctx, st, c, d)
			body = b
		}
		if err := ofTheLevel(body, d); err != nil {
			return nil, err
		}
		completed := Completed(body, kind, c, d)
		if err := gate(ctx, st, kind, completed, c, d); err != nil {
			return nil, err
		}
		e := docket.New(kind, by, c.Province, c.Key, d.Year, completed).On(day)
		if b, ok := body.(docket.Opinion); ok && day.IsZero() && b.Day != "" {
			_ = e.Day.UnmarshalText([]byte(b.Day)) // else it is words that name no day
		}
		change.Events = append(change.Events, e)
	}
	err = st.AppendOne(ctx, change)
	if docket.IsRefusal(err) {
		return nil, Held{d, Refused(TitleOf(d), err)}
	}
	if err != nil {
		return nil, err
	}
	if c, err = st.Commune(ctx, c.Province, c.Key); err != nil {
		return nil, err
	}
	return c.Dossier(d.Year), nil
}

// ofTitle is the commune of a title that was entered from a sheet, with the year of it, of which
// there is no dossier; without is what is told where it has no such title either.
func ofTitle(ctx context.Context, st *store.Store, which Which, body any, without error) (*docket.Commune,
	*docket.Dossier, error) {
	c, err := which.Find(ctx, st)
	if err != nil {
		return nil, nil, without
	}
	level := cmp.Or(body.(docket.Decision).Level, c.Held())
	for _, t := range c.Titles {
		if t.Holds() && t.Level == level && (which.Year == 0 || which.Year == t.Year) {
			return c, &docket.Dossier{Province: c.Province, Commune: c.Key, Year: t.Year, Place: c.Place()}, nil
		}
	}
	return nil, nil, without
}

// ofTheLevel refuses to send a dossier back for an indicator that its level has not. Stores
// may hold such a reason from before: it is refused here, not where events are read.
func ofTheLevel(body any, d *docket.Dossier) error {
	b, ok := body.(docket.SentBackBody)
	brief := d.Brief()
	if !ok || brief == nil {
		return nil
	}
	for _, r := range b.Reasons {
		if r.On != "" && brief.CriterionOf(r.On) == "" {
			says := problem.Say("bộ tiêu chí xã %s không có tiêu chí, chỉ tiêu %q%s", d.Level.Title(), r.On,
				problem.By(fmt.Sprintf("--reason %q", r.On+": "+r.Text)))
			return problem.WrongUse{Message: says.Typed, Page: &problem.Page{Message: says.Pressed},
				Hint: "ghi số tiêu chí hoặc chỉ tiêu có trong bộ, hoặc bỏ số và dấu hai chấm nếu là lý do chung"}
		}
	}
	return nil
}

// CorrectionOf is what takes the last step of a dossier back, which was written down by
// mistake.
func CorrectionOf(ctx context.Context, st *store.Store, which Which, reason string) (docket.CorrectedBody, error) {
	body := docket.CorrectedBody{Reason: reason}
	_, d, err := which.Dossier(ctx, st)
	if err == nil && d.LastStep() != nil {
		body.Event, body.Kind = d.LastStep().Event, d.LastStep().Kind
	}
	return body, err
}

// ownLevel is the level that the dossier's report is for, "" where it names none.
func ownLevel(ctx context.Context, st *store.Store, c *docket.Commune, d *docket.Dossier) criteria.Level {
	ref := d.Report()
	if ref == nil {
		return ""
	}
	r, err := KeptReport(ctx, st, c.Province, ref.Digest, nil)
	if err != nil { // the step is refused for want of a level
		return ""
	}
	return r.Level
}

// Completed is a step's body with what the dossier tells: the level of a decision, the
// assessment that grounds are given for.
func Completed(body any, kind docket.Kind, c *docket.Commune, d *docket.Dossier) any {
	under := ""
	if d.Assessment != nil {
		under = d.Assessment.Result
	}
	grounded := func(g *docket.Grounds) {
		if g.Reason != "" {
			g.For = under
		}
	}
	switch b := body.(type) {
	case docket.SubmittedBody:
		grounded(&b.Grounds)
		return b
	case docket.NoteBody:
		grounded(&b.Grounds)
		return b
	case docket.BatchBody:
		grounded(&b.Grounds)
		return b
	case docket.Decision:
		if b.Level == "" {
			if b.Level = d.Level; kind == docket.Revoked {
				b.Level = c.Held()
			}
		}
		if kind != docket.Recognised {
			b.Grounds = docket.Grounds{} // its note says why
		}
		grounded(&b.Grounds)
		return b
	}
	return body
}

// ReasonsOf reads reasons typed as "10.1: thiếu xác nhận".
func ReasonsOf(typed []string) []docket.Reason {
	var out []docket.Reason
	for _, text := range typed {
		r := docket.Reason{Text: vi.NFC(text)}
		on, rest, ok := strings.Cut(r.Text, ":")
		if on = NumberOf(on); ok && strings.Trim(on, "0123456789.") == "" && on != "" {
			r.On, r.Text = on, strings.TrimSpace(rest)
		}
		out = append(out, r)
	}
	return out
}

// lead is what people put before a number.
var lead = pattern.New(`^(?i:tiêu chí|chỉ tiêu|điều kiện|tieu chi|chi tieu|dieu kien|tc|ct|số)\s*(\d.*)$`)

// NumberOf is the number of a criterion or an indicator as it stands in the law: "10" of
// "tiêu chí 10.", and any other text as it is.
func NumberOf(text string) string {
	text = strings.TrimSpace(vi.NFC(text))
	if m := lead.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if bare := strings.TrimRight(text, "."); bare != "" && strings.Trim(bare, "0123456789.") == "" {
		return bare
	}
	return text
}
