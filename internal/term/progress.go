package term

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Progress tells a person at a terminal how far a long command has come, in one
// line of standard error that is written over and at last taken away.
type Progress struct {
	out   io.Writer // nil when nobody watches
	what  string    // is done with each thing: "đã đọc"
	now   func() time.Time
	total int // files; the rows of a wide sheet are more than were known

	done  int
	shown int // letters of the line that stands there
	last  time.Time
}

// NewProgress gives the terminal on which a command of n things, the total, reports how
// far it has come: what it writes there takes the line away first.
func NewProgress(t Terminal, what string, total int) (Terminal, *Progress) {
	p := &Progress{what: what, now: t.Now, total: total}
	if !t.Progress {
		return t, p
	}
	p.out = bare(t.Stderr)
	t.Stdout, t.Stderr = &clearing{t.Stdout, p}, &clearing{t.Stderr, p}
	return t, p
}

// Steps counts n things more.
func (p *Progress) Steps(n int) {
	for range n {
		p.Step()
	}
}

// Step counts one thing more, and shows it ten times a second at most: a
// console of Windows is slow.
func (p *Progress) Step() {
	p.done++
	if p.out == nil || p.done == 1 || p.shown > 0 && p.now().Sub(p.last) < 100*time.Millisecond {
		return
	}
	line := fmt.Sprintf("%s %d", p.what, p.done)
	if p.done <= p.total {
		line += fmt.Sprintf("/%d", p.total)
	}
	p.Clear()
	p.shown, p.last = ShownWidth(line), p.now()
	fmt.Fprint(p.out, line) //nolint:errcheck // only how far it is; the work goes on
}

// Clear takes the line away. Spaces do it on every terminal, also where there
// are no control codes.
func (p *Progress) Clear() {
	if p.shown > 0 {
		fmt.Fprintf(p.out, "\r%s\r", strings.Repeat(" ", p.shown)) //nolint:errcheck // as above
		p.shown = 0
	}
}

// clearing writes where the line of progress may stand.
type clearing struct {
	io.Writer
	progress *Progress
}

func (c *clearing) Write(text []byte) (int, error) {
	c.progress.Clear()
	return c.Writer.Write(text)
}
