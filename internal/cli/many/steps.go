package many

import (
	"context"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/across"
	"ntm/internal/problem"
	"ntm/internal/term"
	"ntm/internal/vi"
)

// taken is what became of a step of many.
type taken struct {
	Schema  string          `json:"schema"`
	Step    docket.Kind     `json:"step"`
	Done    []string        `json:"done"`
	Refused []across.Unread `json:"refused"`
}

// Take takes a step of each dossier, after asking once; each is whole by itself, and those
// that are refused are told of at the end.
func (c *Chosen) Take(ctx context.Context, w command.World, kind docket.Kind, of []*docket.Dossier,
	lost []across.Unread, json bool, take func(*docket.Dossier) error) error {
	s := &screen{Screen: term.NewScreen(w.Terminal)}
	if json {
		s = &screen{Screen: term.NewScreen(term.Terminal{Stdout: w.Stderr, Width: w.Width})}
	}
	out := taken{Schema: "ntm.steps.v1", Step: kind, Done: []string{}, Refused: append([]across.Unread{}, lost...)}
	if len(of) == 0 {
		s.Line("Không có hồ sơ nào để ghi bước này.")
	} else if !c.agreed(w, s, vi.Capital(c.Words(kind)), of) {
		s.Line("")
		s.Line("Chưa ghi gì. Để ghi mà không hỏi lại: thêm --yes")
		return s.Err
	}
	_, progress := command.Underway(w, "đã ghi", len(of))
	for _, d := range of {
		err := take(d)
		if ctx.Err() != nil {
			progress.Clear()
			return err
		}
		if err != nil {
			name := office.TitleOf(d)
			why := strings.TrimPrefix(problem.Of(err)[0].Message, name+": ")
			out.Refused = append(out.Refused, across.Unread{Name: name, Why: why})
		} else {
			out.Done = append(out.Done, office.TitleOf(d))
		}
		progress.Step()
	}
	progress.Clear()
	if json {
		if err := command.PrintJSON(w.Stdout, out); err != nil {
			return err
		}
	} else {
		s.Line("%s", s.Strong("Đã ghi cho %d xã.", len(out.Done)))
		if len(out.Refused) > 0 {
			s.full = true
			s.Line("%s (%d):", s.Bad("Không ghi được"), len(out.Refused))
			s.unread(out.Refused)
		}
	}
	if s.Err == nil && len(out.Refused) > 0 {
		return command.ErrToldFailed
	}
	return s.Err
}
