package papers

import (
	"regexp"
	"testing"

	"ntm/internal/council"
	"ntm/internal/xlsx/draw"
)

// Whatever a cell of the tally comes to say finds room in its line, which a
// formula cannot make higher.
func TestTallyWordsFit(t *testing.T) {
	s := draw.NewSheet("x", draw.Page{}, councilGrid...)
	m := &tally{Sheet: s}
	m.attendance(new(council.Rule))
	m.votes(new(council.Rule))
	said := regexp.MustCompile(`"([^"]+)"`)
	checked := 0
	for _, r := range s.Rows {
		for column, c := range r.Cells {
			width := 0.0
			for i := range max(c.Span, 1) {
				width += s.Widths[column+i]
			}
			for _, words := range said.FindAllStringSubmatch(c.Formula, -1) {
				checked++
				if need := draw.Text(words[1], c.Look).Height(width); need > r.Height {
					t.Errorf("%q needs %.0f points, its line has %.0f", words[1], need, r.Height)
				}
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d texts were found", checked)
	}
}
