package files

import (
	"errors"
	"strings"

	"ntm/internal/problem"
	"ntm/internal/web/page"
)

// Named are problems of a file by the name that it was sent by, with where in it.
func (u *Sent) Named(err error) error {
	if _, is := errors.AsType[page.Status](err); is {
		return err
	}
	list := problem.OnPage(err)
	for i, p := range list {
		text := u.Spot(p)
		for _, f := range u.Files {
			if len(u.Files) == 1 || f.Path == p.File {
				text = f.Name + ": " + text
			}
		}
		list[i] = problem.Problem{Message: text, Hint: u.plain(p.Hint)}
	}
	return list.Err()
}

// Spot is a problem in one line: where, and what.
func (u *Sent) Spot(p problem.Problem) string {
	p.File = ""
	text := p.Message
	if at := p.Place(); at != "" {
		text = at + ": " + text
	}
	return u.plain(text)
}

// plain names files in a text by their names alone.
func (u *Sent) plain(text string) string {
	for _, f := range u.Files {
		text = strings.ReplaceAll(text, f.Path, f.Name)
	}
	return text
}
