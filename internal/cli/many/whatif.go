package many

import (
	"context"
	"fmt"
	"io"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/office/across"
	"ntm/internal/term"
	"ntm/internal/vi"
)

// TurnsShown are how what turns is shown.
type TurnsShown struct {
	Level      criteria.Level // "" for all
	JSON, Full bool
}

// WhatIf answers what would turn if the same were supposed of many communes.
func (o *Asked) WhatIf(ctx context.Context, w command.World, lib *criteria.Library, given, supposed []string,
	how TurnsShown) error {
	var found *across.Turns
	lost, err := o.ask(ctx, w, lib, given, func(from across.Source, begin across.Begin) (err error) {
		found, err = across.WhatIf(ctx, from, lib, supposed, how.Level, w.Version, begin)
		return err
	})
	if err != nil {
		return err
	}
	aside(&found.Aside, lost)
	command.Notes(w, found.Notes)
	if err := o.sheet("Giả định "+vi.Join("; ", supposed...), func(to io.Writer, title string) error {
		return found.Sheet(to, title, w.Now())
	}); err != nil {
		return err
	}
	if how.JSON {
		return o.ended(&found.Aside, command.PrintJSON(w.Stdout, found))
	}
	s := screen{term.NewScreen(w.Terminal), how.Full}
	s.Line("%s", s.Strong("Giả định: %s", vi.Join("; ", supposed...)))
	for i := range found.Levels {
		s.turns(&found.Levels[i])
	}
	if n := len(found.Untouched); n > 0 {
		s.Line("%s (%d xã), giữ nguyên:", s.Unknown("Không áp dụng được giả định"), n)
		s.unread(found.Untouched)
	}
	s.aside(&found.Aside, len(found.Levels) == 0 && len(found.Untouched) == 0)
	if o.out != "" {
		s.Line("Đã ghi %s.", o.out)
	}
	return o.ended(&found.Aside, s.Err)
}

func (s *screen) turns(l *across.LevelTurn) {
	s.Line("%s", s.Strong("Xã %s", l.Level.Title()))
	s.Item(2, "Trước:", verdicts(l.Before))
	s.Item(2, "Sau:", verdicts(l.After))
	s.Line("  Đổi kết luận (%d xã)%s", len(l.Verdicts), colon(len(l.Verdicts)))
	for i := range l.Verdicts {
		if i == mostCommunes && !s.full {
			s.Item(4, "", s.Faint("… và %d xã nữa: thêm --full", len(l.Verdicts)-i))
			break
		}
		t := &l.Verdicts[i]
		s.Item(4, t.Commune.Title()+":", fmt.Sprintf("%s → %s%s", vi.Lower(t.Before.Word()), vi.Lower(t.After.Word()),
			changed(t)))
	}
	s.Line("  Chỉ đổi kết quả chỉ tiêu, điều kiện: %d xã", len(l.Outcomes))
	for i := range l.Outcomes {
		if s.full {
			t := &l.Outcomes[i]
			s.Item(4, t.Commune.Title()+":", changed(t))
		}
	}
}

func colon(n int) string {
	if n > 0 {
		return ":"
	}
	return ""
}

// changed names what turns of a commune.
func changed(t *across.Turn) string {
	if len(t.Changed) == 0 {
		return ""
	}
	return "; " + vi.List(", ", t.Changed, across.Changed.Text)
}
