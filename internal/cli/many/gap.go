package many

import (
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/across"
	"ntm/internal/outlook"
	"ntm/internal/vi"
)

// Gaps answers what many communes lack at a level, "" for all; those that fail at most so many are
// listed.
func (o *Asked) Gaps(ctx context.Context, w command.World, lib *criteria.Library, level criteria.Level,
	short int) error {
	return tell(ctx, o, w, lib, question[*across.Gaps]{
		ask: func(from across.Source, begin across.Begin) (*across.Gaps, error) {
			return across.GapsOf(ctx, from, level, begin)
		},
		about: "Nội dung còn thiếu", sheet: (*across.Gaps).Sheet,
		show: func(s *screen, found *across.Gaps) bool {
			for i := range found.Levels {
				s.gaps(&found.Levels[i], short)
			}
			return len(found.Levels) == 0
		},
	})
}

func (s *screen) gaps(l *across.LevelGaps, short int) {
	s.Line("%s", s.Strong("Xã %s: %d xã", l.Level.Title(), len(l.Communes)))
	s.Line("  %s", verdicts(l.Verdicts))
	s.Line("  Số nội dung (chỉ tiêu, điều kiện) chưa đạt:")
	for _, n := range l.ByNumber {
		text := fmt.Sprintf("%d xã", n.Surely+n.Open)
		if n.Open > 0 {
			text += s.Unknown(", trong đó %d xã còn nội dung chưa rõ", n.Open)
		}
		s.Item(4, fmt.Sprintf("%d:", n.NotMet), text)
	}
	surely, perhaps := l.Within(short)
	s.communes(fmt.Sprintf("Chưa đạt nhiều nhất %d nội dung, không còn gì chưa rõ", short), surely)
	s.communes(fmt.Sprintf("Chưa đạt nhiều nhất %d nội dung đã biết, nhưng còn nội dung chưa rõ", short), perhaps)
	s.stops(l.Stops)
	s.Line("")
}

// verdicts counts communes by verdict.
func verdicts(of map[assess.Verdict]int) string {
	all := []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided}
	return vi.List("; ", all, func(v assess.Verdict) string { return fmt.Sprintf("%s: %d", v.Word(), of[v]) })
}

func (s *screen) communes(title string, of []*across.Lack) {
	s.Line("  %s (%d xã)%s", title, len(of), colon(len(of)))
	for i := range s.first(len(of), mostCommunes, 4, moreCommunes) {
		c := of[i]
		text := vi.List("; ", c.NotMet, func(m across.Miss) string { return m.Text() })
		if n := len(c.Open); n > 0 {
			open := fmt.Sprintf("%d nội dung chưa rõ", n)
			if s.full {
				open += " (" + vi.Join(", ", list.Map(c.Open, outlook.Label)...) + ")"
			}
			text = vi.Join("; ", text, s.Unknown("%s", open))
		}
		if c.Before != "" {
			text = vi.Join("; ", text, "phải đạt trước: "+c.Before)
		}
		s.Item(4, c.Commune.Title()+":", text)
	}
}

func (s *screen) stops(of []across.Stop) {
	s.Line("  Chỉ tiêu, điều kiện nhiều xã chưa đạt nhất:")
	for i := range s.first(len(of), mostStops, 4, "… và %d chỉ tiêu, điều kiện nữa: thêm --full") {
		stop := of[i]
		name := stop.Name
		if !s.full {
			name = vi.Short(name, mostOfName)
		}
		text := fmt.Sprintf("%s: %d xã chưa đạt", name, stop.NotMet)
		if stop.Alone > 0 {
			text += fmt.Sprintf(", %d xã chỉ thiếu nội dung này", stop.Alone)
		}
		if stop.Open > 0 {
			text += s.Unknown(", %d xã chưa rõ", stop.Open)
		}
		label := stop.No + "."
		if outlook.IsCondition(stop.No) {
			label = "Điều kiện:"
		}
		s.Item(4, label, text)
	}
}
