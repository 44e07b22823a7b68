package look

import "ntm/internal/xlsx/draw"

// Signer is who signs at the foot of a paper: for whom or as what, and in which office.
type Signer struct{ As, Office string }

const (
	signingLine = 18.0 // points
	signingRoom = 40.0 // for the signature itself
)

// Signed lays down where a paper is signed, side by side, on one page with the row above.
func Signed(s *draw.Sheet, signers ...Signer) {
	s.Rows[len(s.Rows)-1].Bound = true
	first := len(s.Rows) + 1
	s.Gap(6)
	spans := sides(s.Widths, len(signers))
	line := func(l draw.Look, words func(Signer) string) {
		var cells []draw.Cell
		for i, signer := range signers {
			cells = append(cells, draw.Text(words(signer), l).Over(spans[i]))
		}
		s.AddTall(signingLine, cells...)
	}
	line(Subtitle, func(of Signer) string { return of.As })
	for _, signer := range signers {
		if signer.Office != "" {
			line(Subtitle, func(of Signer) string { return of.Office })
			break
		}
	}
	line(Remark, func(Signer) string { return "(Ký, ghi rõ họ tên)" })
	s.Gap(signingRoom)
	s.Bind(first)
}

// sides divides columns into so many neighbours of about the same width.
func sides(widths []float64, n int) []int {
	whole, sum := 0.0, 0.0
	for _, w := range widths {
		whole += w
	}
	spans := make([]int, n)
	begun := 0
	for k, w := range widths {
		i := min(int((sum+w/2)/whole*float64(n)), n-1, begun)
		i = max(i, n-len(widths)+k) // each side has a column
		spans[i]++
		sum += w
		begun = i + 1
	}
	return spans
}
