// Package problem is how ntm tells a person what is wrong with what they gave
// it: where, what stood there, what was expected and what to do.
//
// Readers of files collect every problem they meet in a List and return it as
// one error, so that an official mends a file in one pass. The text is
// Vietnamese and complete; the command line only prints it.
package problem

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// Problem is one thing wrong at one place. A document names the file beside its problems.
type Problem struct {
	File    string `json:"-"`                // as the user named it; "" when no file is meant
	Sheet   string `json:"sheet,omitempty"`  // of a workbook
	Cell    string `json:"cell,omitempty"`   // of the sheet
	Line    int    `json:"line,omitempty"`   // of a text file, from 1; 0 when not known
	Column  int    `json:"column,omitempty"` // the same
	Message string `json:"message"`          // what was read and what was expected
	Hint    string `json:"hint,omitempty"`   // what to do about it; "" when the message says it
	Page    *Page  `json:"-"`                // the same on a page of the window, nil where that is no other thing
}

// Pos is where a value stands in what a person gave: in a text file by line, in
// a workbook by cell. The zero Pos is nowhere.
type Pos struct {
	File         string
	Sheet, Cell  string
	Line, Column int // from 1
}

// Known tells whether the position is somewhere.
func (p Pos) Known() bool { return p.Line > 0 || p.Cell != "" }

// Or is the position, or the other where it is nowhere.
func (p Pos) Or(other Pos) Pos {
	if p.Known() {
		return p
	}
	return other
}

// String says where, within the file.
func (p Pos) String() string {
	return Problem{Sheet: p.Sheet, Cell: p.Cell, Line: p.Line}.Place()
}

// Problem is a problem at the position.
func (p Pos) Problem(message, hint string) Problem {
	return Problem{File: p.File, Sheet: p.Sheet, Cell: p.Cell, Line: p.Line, Column: p.Column, Message: message,
		Hint: hint}
}

// Pos is where the problem is.
func (p Problem) Pos() Pos {
	return Pos{File: p.File, Sheet: p.Sheet, Cell: p.Cell, Line: p.Line, Column: p.Column}
}

// Place says where the problem is, in the order a reader looks for it, or "".
func (p Problem) Place() string {
	var parts []string
	if p.File != "" {
		parts = append(parts, strings.ReplaceAll(p.File, "\n", `\n`)) // or a name could pretend to be a line of ours
	}
	if p.Sheet != "" {
		parts = append(parts, fmt.Sprintf("trang tính %q", p.Sheet))
	}
	if p.Cell != "" {
		parts = append(parts, "ô "+p.Cell)
	}
	if p.Line > 0 {
		at := fmt.Sprintf("dòng %d", p.Line)
		if p.Column > 0 {
			at += fmt.Sprintf(", cột %d", p.Column)
		}
		parts = append(parts, at)
	}
	return strings.Join(parts, ", ")
}

// Error is the problem in one line, its hint left out.
func (p Problem) Error() string {
	if place := p.Place(); place != "" {
		return place + ": " + p.Message
	}
	return p.Message
}

// Note is the problem with what may be done about it, in one line.
func (p Problem) Note() string {
	if p.Hint == "" {
		return p.Error()
	}
	return p.Error() + "; " + p.Hint
}

// List is every problem of one input, in reading order.
type List []Problem

// Error is one line a problem.
func (l List) Error() string {
	return vi.List("\n", l, Problem.Error)
}

// Add notes one more problem.
func (l *List) Add(p Problem) { *l = append(*l, p) }

// Err is the list as an error, sorted by file and line, or nil when nothing is
// wrong.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column)
	})
	return l
}

// few is how many problems of one cause are told one by one.
const few = 3

// ByCause tells the problems that one cause has made in one sentence, at the first place
// with two more for examples: a sorted sheet makes a hundred. Problems are of one cause
// when they say the same but for the words and numbers that they quote.
func (l List) ByCause() List {
	var all Causes
	for _, p := range l {
		all.Add(p)
	}
	return all.List()
}

// spot is where a problem is within its sheet or file.
func (p Problem) spot() string { return Problem{Cell: p.Cell, Line: p.Line}.Place() }

// quoted is what a sentence quotes: words in quotation marks, and numbers.
var quoted = pattern.New(`"[^"]*"|\d[\d.,]*`)

func bare(text string) string { return quoted.ReplaceAllString(text, "#") }

// In names the file in each problem of err that names none yet. An error that
// is no problem becomes one.
func In(file string, err error) error {
	if err == nil {
		return nil
	}
	list := Of(err)
	for i := range list {
		if list[i].File == "" {
			list[i].File = file
		}
	}
	return list
}

// Of gives the problems an error holds; one that holds none becomes one.
func Of(err error) List {
	if list, is := errors.AsType[List](err); is {
		return slices.Clone(list)
	}
	if one, is := errors.AsType[Problem](err); is {
		return List{one}
	}
	if p, is := ofSystem(err); is {
		return List{p}
	}
	return List{{Message: err.Error()}}
}
