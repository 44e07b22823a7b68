package fittest

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/xlsx/draw"
)

const (
	halfAPage  = 0.5
	nearlyNone = 0.1 // of a page
	rowsOnPage = 2   // that a page must have at least
)

// filling is how a page of a sheet that has several is filled.
type filling struct {
	rows    int     // that say something
	share   float64 // of the page's height down to which words are printed
	last    bool    // of its sheet
	heading string  // that stands last on the page; "" for none
	headed  string  // the first head of the table whose rows go on here without it; "" for none
}

// problem tells what a reader of the page would wonder at: a row alone, a half that is empty
// where more follows, a heading whose table begins overleaf, rows without the head of their
// columns. "" for nothing.
func (f filling) problem() string {
	switch {
	case f.rows < rowsOnPage:
		return fmt.Sprintf("has %d row", f.rows)
	case !f.last && f.share < halfAPage:
		return fmt.Sprintf("is printed to %.0f %% of its height", 100*f.share)
	case f.last && f.share < nearlyNone:
		return fmt.Sprintf("is the last, and printed to %.0f %% of its height", 100*f.share)
	case !f.last && f.heading != "":
		return fmt.Sprintf("ends with the heading %q", f.heading)
	case f.headed != "":
		return fmt.Sprintf("begins amid the table under %q, whose head is not repeated", f.headed)
	}
	return ""
}

// reached is how far down words are printed above the running foot.
func reached(words []word, room float64) float64 {
	down := 0.0
	for i := range words {
		if _, middle := words[i].middle(); middle < top+room {
			down = max(down, words[i].Bottom-top)
		}
	}
	return down
}

// heads tells whether a row is a heading: bold words over several columns, and nothing else.
func (p *paper) heads(row int) bool {
	at, cells := draw.Ref(1, row), p.rows[row-1]
	if _, wide := p.merged[at]; !wide || cells[0] == "" || strings.Join(cells[1:], "") != "" {
		return false
	}
	style := p.style(at)
	return style.Font != nil && style.Font.Bold
}

// above is what the first column of the table is headed with in which a row stands, where that
// is not repeated on each page; "" for none.
func (p *paper) above(row int) string {
	for row--; p.head == 0 && row > 0 && strings.Join(p.rows[row-1], "") != ""; row-- {
		fill := p.style(draw.Ref(1, row)).Fill
		if slices.Equal(fill.Color, []string{draw.PaperHead}) {
			return p.rows[row-1][0]
		}
	}
	return ""
}
