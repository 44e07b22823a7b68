package problem

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Page is what a problem says on a page of the window, where a person presses and types into boxes and knows no
// command and no choice of one. What is "" is said as it is to who types commands.
type Page struct{ Message, Hint string }

// Press is what to do on a page instead.
func Press(hint string) *Page { return &Page{Hint: hint} }

// OnPage is what an error says in the words of a page.
func OnPage(err error) List {
	out := Of(err)
	if use, is := errors.AsType[WrongUse](err); is {
		out = List{{Message: use.Message, Hint: use.Hint, Page: use.Page}}
	}
	for i, p := range out {
		if p.Page != nil {
			out[i].Message, out[i].Hint = cmp.Or(p.Page.Message, p.Message), cmp.Or(p.Page.Hint, p.Hint)
			out[i].Page = nil
		}
	}
	return out
}

// Words are something said to both: to who types commands, and to who looks at a page.
type Words struct{ Typed, Pressed string }

// By names the command or the choice by which something is told, for [Say].
type By string

// Say words something for both: in brackets who types commands reads what each By among the arguments names, who looks
// at a page reads nothing of it.
func Say(format string, args ...any) Words {
	typed, pressed := slices.Clone(args), slices.Clone(args)
	for i, arg := range args {
		if by, is := arg.(By); is {
			typed[i], pressed[i] = " ("+string(by)+")", ""
		}
	}
	return Words{fmt.Sprintf(format, typed...), fmt.Sprintf(format, pressed...)}
}
