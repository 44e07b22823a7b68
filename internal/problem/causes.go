package problem

import (
	"fmt"

	"ntm/internal/vi"
)

// Causes gathers problems by what has caused them, as [List.ByCause] tells them, however
// many there are: the rows of a province's sheet come one by one.
type Causes struct {
	Most int // causes that are kept; 0 for all

	kinds map[cause]*gathered
	first List // of each cause that is told one by one, and the first of the others
	of    []*gathered
	lost  int
}

// cause is what problems have in common that one thing has made.
type cause struct{ file, sheet, message, hint string }

// gathered is the problems of one cause: the first of them, and how many there are.
type gathered struct {
	some List
	n    int
}

// Add takes one more.
func (c *Causes) Add(p Problem) {
	kind := cause{p.File, p.Sheet, bare(p.Message), bare(p.Hint)}
	g := c.kinds[kind]
	if g == nil {
		if c.Most > 0 && len(c.kinds) >= c.Most {
			c.lost++
			return
		}
		if c.kinds == nil {
			c.kinds = map[cause]*gathered{}
		}
		g = &gathered{}
		c.kinds[kind] = g
	}
	if g.n++; g.n <= few {
		g.some.Add(p)
		c.first, c.of = append(c.first, p), append(c.of, g)
	}
}

// Lost is how many there was no more room for.
func (c *Causes) Lost() int { return c.lost }

// List is the problems in the order they came.
func (c *Causes) List() List {
	var out List
	told := map[*gathered]bool{}
	for i, p := range c.first {
		g := c.of[i]
		switch {
		case g.n <= few:
			out.Add(p)
		case !told[g]:
			told[g] = true
			p.Message += fmt.Sprintf("; cũng vậy ở %s chỗ khác, ví dụ %s, %s", vi.Count(g.n-1), g.some[1].spot(),
				g.some[2].spot())
			out.Add(p)
		}
	}
	return out
}
