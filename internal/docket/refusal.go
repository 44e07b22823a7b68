package docket

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/council"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Refusal is a step that may not be taken now.
type Refusal struct {
	Step    Kind
	Dossier *Dossier        // as it stands
	Missing []problem.Words // what the step needs besides the right stage
	Wrong   []problem.Words // what stands in its way
	Todo    []problem.Words // what to do about those
}

// Already is a report that came in before.
type Already struct {
	ReportRef
	Newest bool
}

// Error says when.
func (a *Already) Error() string {
	later := ""
	if !a.Newest {
		later = "; sau đó đã có bản mới hơn, bản mới hơn được giữ nguyên"
	}
	return fmt.Sprintf("báo cáo này đã nhập lúc %s (%s)%s", Clock(a.At), a.By, later)
}

// IsRefusal tells whether an error is a refusal: the event may not
// follow now, and nothing is broken.
func IsRefusal(err error) bool {
	_, refused := errors.AsType[*Refusal](err)
	_, already := errors.AsType[*Already](err)
	_, sitting := errors.AsType[*council.Refusal](err)
	return refused || already || sitting
}

// Error says why, in whole sentences without the dossier's name.
func (r *Refusal) Error() string {
	return r.says(func(w problem.Words) string { return w.Typed })
}

// OnPage says the same to who looks at a page.
func (r *Refusal) OnPage() problem.Page {
	pressed := func(w problem.Words) string { return w.Pressed }
	return problem.Page{Message: r.says(pressed), Hint: r.todo(pressed)}
}

func (r *Refusal) says(words func(problem.Words) string) string {
	var why []string
	if len(r.Missing) > 0 {
		why = append(why, "còn thiếu "+vi.List("; ", r.Missing, words))
	}
	if why = append(why, list.Map(r.Wrong, words)...); len(why) > 0 {
		return fmt.Sprintf("chưa %s được: %s", r.Step.Word(), strings.Join(why, "; "))
	}
	since := ""
	if last := r.Dossier.Last; !last.At.IsZero() {
		since = fmt.Sprintf(" (%s: %s)", last.By, last.Kind.Word()+" lúc "+Clock(last.At))
	}
	return fmt.Sprintf("không %s được khi hồ sơ %q%s", r.Step.Word(), r.Dossier.Stage.Word(), since)
}

// Hint says what to do: about what is missing or in the way, else from where the step may be taken.
func (r *Refusal) Hint() string { return r.todo(func(w problem.Words) string { return w.Typed }) }

func (r *Refusal) todo(words func(problem.Words) string) string {
	if len(r.Todo) > 0 {
		return strings.Join(list.Once[string](nil, list.Map(r.Todo, words)...), "; ")
	}
	s := stepOf(r.Step)
	if s.event == nil {
		return ""
	}
	return "bước này chỉ làm khi hồ sơ: " + vi.List(", ", s.from, Stage.Word)
}

// refuses tells why an event may not follow, nil if it may. Mergers come from
// outside the way of a dossier and always may.
func (c *Commune) refuses(e *Event, body any) error {
	s := stepOf(e.Kind)
	if s.from == nil {
		return nil
	}
	d := c.Dossier(e.Year)
	if d == nil {
		d = newDossier(e)
	}
	if b, ok := body.(ReceivedBody); ok {
		for i, r := range slices.Backward(d.Reports) {
			if newest := i == len(d.Reports)-1; r.Digest == b.Report && (newest || !b.Again) {
				return &Already{r, newest}
			}
		}
	}
	why := &Refusal{Step: e.Kind, Dossier: d}
	if b, ok := body.(CorrectedBody); !slices.Contains(s.from, d.Stage) && (!ok || b.Kind != Titled) {
		return why // but a title of before is no step of the dossier
	}
	s.event.lacks(turn{c, d, e, why}, body)
	if len(why.Missing)+len(why.Wrong) > 0 {
		return why
	}
	return nil
}
