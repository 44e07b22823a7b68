package many

import (
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/office/across"
	"ntm/internal/vi"
)

// WhatIf answers what would turn at a level, "" for all, if the same were supposed of many communes.
func (o *Asked) WhatIf(ctx context.Context, w command.World, lib *criteria.Library, supposed []string,
	level criteria.Level) error {
	return tell(ctx, o, w, lib, question[*across.Turns]{
		ask: func(from across.Source, begin across.Begin) (*across.Turns, error) {
			return across.WhatIf(ctx, from, lib, supposed, level, w.Version, begin)
		},
		about: "Giả định " + vi.Join("; ", supposed...), sheet: (*across.Turns).Sheet,
		show: func(s *screen, found *across.Turns) bool {
			s.Line("%s", s.Strong("Giả định: %s", vi.Join("; ", supposed...)))
			for i := range found.Levels {
				s.turns(&found.Levels[i])
			}
			if n := len(found.Untouched); n > 0 {
				s.Line("%s (%d xã), giữ nguyên:", s.Unknown("Không áp dụng được giả định"), n)
				s.unread(found.Untouched)
			}
			return len(found.Levels)+len(found.Untouched) == 0
		},
	})
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
