package cli

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// progress tells a person at a terminal how far a long command has come, in one
// line of standard error that is written over and at last taken away.
type progress struct {
	out   io.Writer // nil when nobody watches
	what  string    // is done with each thing: "đã đọc"
	now   func() time.Time
	total int // files; the rows of a wide sheet are more than were known

	done  int
	shown int // letters of the line that stands there
	last  time.Time
}

// newProgress gives the world in which a command of so many things reports how
// far it has come: what it writes there takes the line away first.
func newProgress(w World, what string, total int) (World, *progress) {
	p := &progress{what: what, now: w.Now, total: total}
	if !w.Progress {
		return w, p
	}
	p.out = w.Stderr
	w.Stdout, w.Stderr = &clearing{w.Stdout, p}, &clearing{w.Stderr, p}
	return w, p
}

// step counts one thing more, and shows it ten times a second at most: a
// console of Windows is slow.
func (p *progress) step() {
	p.done++
	if p.out == nil || p.done == 1 || p.shown > 0 && p.now().Sub(p.last) < 100*time.Millisecond {
		return
	}
	line := fmt.Sprintf("%s %d", p.what, p.done)
	if p.done <= p.total {
		line += fmt.Sprintf("/%d", p.total)
	}
	p.clear()
	p.shown, p.last = shownWidth(line), p.now()
	fmt.Fprint(p.out, line) //nolint:errcheck // only how far it is; the work goes on
}

// clear takes the line away. Spaces do it on every terminal, also where there
// are no control codes.
func (p *progress) clear() {
	if p.shown > 0 {
		fmt.Fprintf(p.out, "\r%s\r", strings.Repeat(" ", p.shown)) //nolint:errcheck // as above
		p.shown = 0
	}
}

// clearing writes where the line of progress may stand.
type clearing struct {
	io.Writer
	progress *progress
}

func (c *clearing) Write(text []byte) (int, error) {
	c.progress.clear()
	return c.Writer.Write(text)
}
