package look

import (
	"math"
	"strings"

	"ntm/internal/list"
	"ntm/internal/xlsx/draw"
)

// Signer is who signs at the foot of a paper: for whom or as what, in a line or several, and in
// which office, with its seal or without.
type Signer struct {
	As, Office string
	Sealed     bool
}

const (
	signingLine = 18.0 // points
	signingRoom = 40.0 // for the signature itself
	signHere    = "(Ký, ghi rõ họ tên)"
	sealHere    = "(Ký, ghi rõ họ tên, đóng dấu)"
)

// here is what is asked of who signs.
func (s Signer) here() string {
	if s.Sealed {
		return sealHere
	}
	return signHere
}

// Signed lays down where a paper is signed, side by side, on one page with the row above.
// Titles are never broken over lines.
func Signed(s *draw.Sheet, signers ...Signer) {
	s.Rows[len(s.Rows)-1].Bound = true
	first := len(s.Rows) + 1
	s.Gap(6)
	title := Subtitle
	title.Flat = true
	titles, needs, most := make([][]string, len(signers)), make([]float64, len(signers)), 0
	for i, signer := range signers {
		titles[i] = strings.Split(strings.TrimSpace(signer.As+"\n"+signer.Office), "\n")
		most = max(most, len(titles[i]))
		needs[i] = draw.Column(signer.here(), Remark)
		for _, words := range titles[i] {
			needs[i] = max(needs[i], draw.Column(words, title))
		}
	}
	spans := sides(s.Widths, needs)
	line := func(l draw.Look, words func(i int) string) {
		cells := make([]draw.Cell, len(signers))
		for i := range signers {
			cells[i] = draw.Text(words(i), l).Over(spans[i])
		}
		s.AddTall(signingLine, cells...)
	}
	for n := range most {
		line(title, func(i int) string {
			if n >= len(titles[i]) {
				return ""
			}
			return titles[i][n]
		})
	}
	line(Remark, func(i int) string { return signers[i].here() })
	s.Gap(signingRoom)
	s.Bind(first)
}

// sides divides columns into neighbours, each as wide as it needs, and else of about the same
// width.
func sides(widths, needs []float64) []int {
	if len(needs) == 1 {
		return []int{len(widths)}
	}
	var best []int
	least := math.Inf(1)
	for n := 1; n <= len(widths)-len(needs)+1; n++ {
		spans := append([]int{n}, sides(widths[n:], needs[1:])...)
		if bad := unlike(widths, needs, spans); bad < least {
			best, least = spans, bad
		}
	}
	return best
}

// unlike is how far sides are from what they need, and then from each other.
func unlike(widths, needs []float64, spans []int) float64 {
	const short = 1000 // times as bad as being wider than others
	even := list.Sum(widths) / float64(len(needs))
	bad, from := 0.0, 0
	for i, n := range spans {
		width := list.Sum(widths[from : from+n])
		bad += short*max(0, needs[i]-width) + math.Abs(width-even)
		from += n
	}
	return bad
}
