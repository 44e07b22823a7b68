package command

import (
	"context"

	"ntm/internal/office"
	"ntm/internal/term"
)

// Each has the office read many reports and shows how far it has come.
func Each[R any](ctx context.Context, b *office.Bulk, w World, files []string, handle func(office.Item) R,
	take func(World, R) error) error {
	w, p := Underway(w, "đã đọc", len(files))
	defer p.Clear()
	return office.Each(ctx, b, files, handle, func(made R) error {
		p.Step()
		return take(w, made)
	})
}

// Counting shows how far a use case has come that says itself with how many things it
// begins; end takes that away.
func Counting(w World, what string) (begin func(int) *term.Progress, end func()) {
	var p *term.Progress
	begin = func(n int) *term.Progress {
		_, p = Underway(w, what, n)
		return p
	}
	return begin, func() {
		if p != nil {
			p.Clear()
		}
	}
}

// Underway is the world of a command that shows how far it has come with n things.
func Underway(w World, what string, n int) (World, *term.Progress) {
	var p *term.Progress
	w.Terminal, p = term.NewProgress(w.Terminal, what, n)
	return w, p
}
