package many

import (
	"context"
	"fmt"
	"io"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/across"
	"ntm/internal/outlook"
	"ntm/internal/term"
	"ntm/internal/vi"
)

// GapsShown are how the gaps of many communes are shown.
type GapsShown struct {
	Level criteria.Level // "" for all
	Short int            // communes that fail at most so many are listed
	JSON  bool
	Full  bool
}

// Gaps answers what many communes lack.
func (o *Asked) Gaps(ctx context.Context, w command.World, lib *criteria.Library, given []string, how GapsShown) error {
	var found *across.Gaps
	lost, err := o.ask(ctx, w, lib, given, func(from across.Source, begin across.Begin) (err error) {
		found, err = across.GapsOf(ctx, from, how.Level, begin)
		return err
	})
	if err != nil {
		return err
	}
	aside(&found.Aside, lost)
	command.Notes(w, found.Notes)
	if err := o.sheet("Nội dung còn thiếu", func(to io.Writer, title string) error {
		return found.Sheet(to, title, w.Now())
	}); err != nil {
		return err
	}
	if how.JSON {
		return o.ended(&found.Aside, command.PrintJSON(w.Stdout, found))
	}
	s := screen{term.NewScreen(w.Terminal), how.Full}
	for i := range found.Levels {
		s.gaps(&found.Levels[i], how.Short)
	}
	s.aside(&found.Aside, len(found.Levels) == 0)
	if o.out != "" {
		s.Line("Đã ghi %s.", o.out)
	}
	return o.ended(&found.Aside, s.Err)
}

// screen shows answers.
type screen struct {
	*term.Screen
	full bool
}

// How many lines a list has where not all is asked for.
const (
	mostCommunes = 30
	mostStops    = 10
	mostOfName   = 60 // letters of an indicator's
)

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
	for i, c := range of {
		if i == mostCommunes && !s.full {
			s.Item(4, "", s.Faint("… và %d xã nữa: thêm --full, hoặc -o bang.xlsx", len(of)-i))
			break
		}
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
	for i, stop := range of {
		if i == mostStops && !s.full {
			s.Item(4, "", s.Faint("… và %d chỉ tiêu, điều kiện nữa: thêm --full", len(of)-i))
			break
		}
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

// aside tells of communes that are counted nowhere.
func (s *screen) aside(a *across.Aside, nothing bool) {
	if nothing {
		s.Line("Không có xã nào được đánh giá.")
	}
	if len(a.Unread) == 0 {
		return
	}
	s.Line("%s (%d), không tính ở trên:", s.Bad("Chưa đánh giá được"), len(a.Unread))
	s.unread(a.Unread)
}

func (s *screen) unread(of []across.Unread) {
	for i, u := range of {
		if i == mostCommunes && !s.full {
			s.Item(2, "", s.Faint("… và %d nữa: thêm --full", len(of)-i))
			break
		}
		s.Item(2, u.Name+":", u.Why)
	}
}
