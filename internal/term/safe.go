package term

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

// Safe writes to out what a terminal only shows: whatever was in the name of a file or in
// a cell, it sets no colour, moves no cursor, turns no direction of writing. What would
// do that is written out as \u001b, which in JSON means the same. The colours of Screen
// pass. One writer of a program is made so, where it starts.
func Safe(out io.Writer) io.Writer { return &safe{out: out} }

type safe struct {
	out  io.Writer
	rest []byte // the beginning of a letter whose end has not been written yet
}

// ours begins the colours of Screen on their way to Safe. Nobody who names a file can
// know it.
var ours = fmt.Sprintf("\x1b[%020d;", rand.Uint64())

func (s *safe) Write(text []byte) (int, error) {
	written := len(text)
	if len(s.rest) > 0 {
		text = append(s.rest, text...)
	}
	s.rest = nil
	var shown bytes.Buffer
	for len(text) > 0 {
		if bytes.HasPrefix(text, []byte(ours)) {
			shown.WriteString("\x1b[")
			text = text[len(ours):]
			continue
		}
		r, n := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && n == 1 && !utf8.FullRune(text):
			s.rest = bytes.Clone(text)
			n = len(text)
		case r == utf8.RuneError && n == 1:
			shown.WriteRune(r)
		case commands(r):
			fmt.Fprintf(&shown, `\u%04x`, r)
		default:
			shown.Write(text[:n])
		}
		text = text[n:]
	}
	if _, err := s.out.Write(shown.Bytes()); err != nil {
		return 0, err
	}
	return written, nil
}

// commands tells a character that a terminal obeys, or that turns the direction of what is
// written beside it, from one that it shows.
func commands(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < ' ', 0x7f <= r && r < 0xa0, 0x200e <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202e,
		0x2066 <= r && r <= 0x2069, r == 0x061c:
		return true
	}
	return false
}

// bare is the writer that obeys everything, for the program's own movements.
func bare(out io.Writer) io.Writer {
	if s, is := out.(*safe); is {
		return s.out
	}
	return out
}

// painted are the codes that stand before and behind a text of some colour.
func painted(sample string) (before, behind string) {
	before, behind, _ = strings.Cut(sample, "|")
	mark := func(code string) string { return strings.ReplaceAll(code, "\x1b[", ours) }
	return mark(before), mark(behind)
}
