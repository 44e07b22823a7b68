package dossier

import (
	"regexp"
	"testing"

	"ntm/criteria"
)

// Whatever a cell of the tally comes to say finds room in its line, which a
// formula cannot make higher.
func TestTallyWordsFit(t *testing.T) {
	s := newSheet("x", page{}, councilGrid...)
	m := &tally{sheet: s}
	m.attendance(new(criteria.Share))
	m.votes(new(criteria.Share))
	said := regexp.MustCompile(`"([^"]+)"`)
	checked := 0
	for _, r := range s.rows {
		for column, c := range r.cells {
			width := 0.0
			for i := range max(c.span, 1) {
				width += s.widths[column+i]
			}
			for _, words := range said.FindAllStringSubmatch(c.formula, -1) {
				checked++
				if need := text(words[1], c.look).height(width); need > r.height {
					t.Errorf("%q needs %.0f points, its line has %.0f", words[1], need, r.height)
				}
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d texts were found", checked)
	}
}
