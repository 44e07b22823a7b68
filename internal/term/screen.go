package term

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"ntm/internal/pattern"
	"ntm/internal/problem"

	"github.com/fatih/color" // shows colour on Windows consoles too, and heeds NO_COLOR
)

// usualWidth is how wide lines are where the terminal's width is not known.
const usualWidth = 100

// ansi matches a colour code, which takes no room.
var ansi = pattern.New("\x1b\\[[0-9;]*m")

// Screen writes views for a person. The first error of its writer is kept and ends the
// view.
type Screen struct {
	Err error

	Good, Bad, Unknown, Strong, Faint func(format string, a ...any) string

	out   io.Writer
	width int
}

// NewScreen writes to the terminal's standard output, of which Safe makes colours.
func NewScreen(t Terminal) *Screen {
	paint := func(attributes ...color.Attribute) func(string, ...any) string {
		c := color.New(attributes...)
		if c.DisableColor(); t.Color {
			c.EnableColor()
		}
		before, behind := painted(c.Sprint("|"))
		return func(format string, a ...any) string { return before + fmt.Sprintf(format, a...) + behind }
	}
	return &Screen{
		out: t.Stdout, width: cmp.Or(t.Width, usualWidth), Good: paint(color.FgGreen, color.Bold),
		Bad:     paint(color.FgRed, color.Bold),
		Unknown: paint(color.FgYellow, color.Bold), Strong: paint(color.Bold), Faint: paint(color.Faint),
	}
}

// Write writes text without ending the line.
func (s *Screen) Write(text string) {
	if s.Err == nil {
		_, s.Err = io.WriteString(s.out, text)
	}
}

// Line writes a line.
func (s *Screen) Line(format string, a ...any) {
	if s.Err == nil {
		_, s.Err = fmt.Fprintf(s.out, format+"\n", a...)
	}
}

// JSON writes one document of many in a line, with < and > as they are.
func (s *Screen) JSON(v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if s.Err == nil {
		s.Err = enc.Encode(v)
	}
	s.Write(b.String())
}

// Item writes text behind a label, its further lines set in under the first.
func (s *Screen) Item(indent int, label, text string) {
	lead := strings.Repeat(" ", indent) + label
	column := ShownWidth(lead)
	hang := "\n" + strings.Repeat(" ", indent+2)
	var b strings.Builder
	for _, word := range strings.Fields(text) {
		n := ShownWidth(word)
		if column+1+n > s.width && b.Len() > 0 {
			b.WriteString(hang)
			column = indent + 1
		} else if b.Len() > 0 || label != "" {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		column += 1 + n
	}
	s.Line("%s%s", lead, b.String())
}

// mostListed is how many of a kind a person is shown.
const mostListed = 20

// Some lists the first of many.
func (s *Screen) Some(label string, paint func(string, ...any) string, all []string) {
	for _, one := range all[:min(len(all), mostListed)] {
		s.Item(2, paint("%s", label), one)
	}
	if more := len(all) - mostListed; more > 0 {
		s.Line("  … và %d nữa", more)
	}
}

// Notes says what is odd at the end of a view.
func (s *Screen) Notes(all problem.List) {
	for _, p := range all {
		s.Item(0, s.Unknown("Lưu ý:"), p.Note())
	}
}

// ShownWidth is the room a text takes, in columns.
func ShownWidth(text string) int { return utf8.RuneCountInString(ansi.ReplaceAllString(text, "")) }

// Pad fills a text up to a width, leaving at least one space behind it.
func Pad(text string, width int) string {
	return text + strings.Repeat(" ", max(1, width-ShownWidth(text)))
}
