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

// Underway is the world of a command that shows how far it has come with n things.
func Underway(w World, what string, n int) (World, *term.Progress) {
	var p *term.Progress
	w.Terminal, p = term.NewProgress(w.Terminal, what, n)
	return w, p
}
