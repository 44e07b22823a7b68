package many

import (
	"context"
	"fmt"
	"io"
	"iter"
	"time"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/across"
	"ntm/internal/problem"
	"ntm/internal/term"
	"ntm/internal/whole"
)

// answer is what is found of the communes that are asked.
type answer interface{ Besides() *across.Aside }

// question is what is asked of them, and how the answer is told.
type question[A answer] struct {
	ask   func(across.Source, across.Begin) (A, error)
	about string // of the workbook
	sheet func(of A, to io.Writer, title string, at time.Time) error
	show  func(*screen, A) (nothing bool) // nothing: no commune was judged
}

// tell asks a question and tells the answer.
func tell[A answer](ctx context.Context, o *Asked, w command.World, lib *criteria.Library, q question[A]) error {
	var found A
	lost, err := o.ask(ctx, w, lib, func(from across.Source, begin across.Begin) (err error) {
		found, err = q.ask(from, begin)
		return err
	})
	if err != nil {
		return err
	}
	rest := found.Besides()
	aside(rest, lost)
	command.Notes(w, rest.Notes)
	if o.out != "" {
		title := q.about + ": " + o.title()
		if o.Year != 0 {
			title += fmt.Sprintf(", năm %d", o.Year)
		}
		write := func(to io.Writer) error { return q.sheet(found, to, title, w.Now()) }
		if err := whole.Write(o.out, o.force, write); err != nil {
			return err
		}
	}
	if o.JSON {
		return o.ended(rest, command.PrintJSON(w.Stdout, found))
	}
	s := &screen{term.NewScreen(w.Terminal), o.Full}
	s.aside(rest, q.show(s, found))
	if o.out != "" {
		s.Line("Đã ghi %s.", o.out)
	}
	return o.ended(rest, s.Err)
}

// aside adds what could not be read to an answer.
func aside(a *across.Aside, lost problem.List) {
	a.Unread = append(a.Unread, list.Map(lost, func(p problem.Problem) across.Unread {
		return across.Unread{Name: p.Place(), Why: p.Message}
	})...)
}

// ended is how a question over files ends: files that cannot be read are a failure that was
// told, a dossier of a store that nobody has judged yet is none.
func (o *Asked) ended(a *across.Aside, err error) error {
	if err == nil && o.province == "" && len(a.Unread) > 0 {
		return command.ErrToldFailed
	}
	return err
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

// first are the first so many of n lines, in full all of them; behind them it says, set in, how many
// more there are.
func (s *screen) first(n, most, indent int, more string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if i == most && !s.full {
				s.Item(indent, "", s.Faint(more, n-i))
				return
			}
			if !yield(i) {
				return
			}
		}
	}
}

// moreCommunes says that there are more communes, and how all are listed.
const moreCommunes = "… và %d xã nữa: thêm --full, hoặc -o bang.xlsx"

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
	for i := range s.first(len(of), mostCommunes, 2, "… và %d nữa: thêm --full") {
		s.Item(2, of[i].Name+":", of[i].Why)
	}
}
