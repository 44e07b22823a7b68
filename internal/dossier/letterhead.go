package dossier

import (
	"fmt"
	"ntm/internal/xlsx/draw"
	"strings"
)

// letterhead is the head of a document by Nghị định 30/2020: the issuing body at
// the left and the nation's name at the right, with a column between them. Each
// side is so many columns before its rule, under it and after it.
type letterhead struct {
	left, right   [3]int
	above, issuer string // the lines of the issuing body
	superior      bool   // above is the body that the issuing one belongs to, which is not bold
	place         string // where it is signed
	year          int    // of signing; the day is written by hand
}

const letterLine = 18 // points

func (h letterhead) on(s *draw.Sheet) {
	nation := subtitle
	nation.Size = 12
	above := nation
	above.Bold = !h.superior
	h.pair(s, draw.Text(strings.ToUpper(h.above), above), draw.Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", nation))
	h.pair(s, draw.Text(strings.ToUpper(h.issuer), subtitle), draw.Text("Độc lập - Tự do - Hạnh phúc", subtitle))
	var rules []draw.Cell
	for i, columns := range [...]int{h.left[0], h.left[1], h.left[2] + 1 + h.right[0], h.right[1], h.right[2]} {
		for range columns {
			rules = append(rules, draw.Blank(draw.Look{Ruled: i%2 == 1}))
		}
	}
	s.AddTall(8, rules...)
	dated := fmt.Sprintf("%s, ngày …… tháng …… năm %d", h.place, h.year)
	s.AddTall(20, draw.Blank(plain).Over(wide(h.left)), draw.Blank(plain), draw.Text(dated, plain.Centred().InItalic()).Over(wide(h.right)).For(pen{}))
}

// pair is a line of both sides, higher than usual only for a long name.
func (h letterhead) pair(s *draw.Sheet, left, right draw.Cell) {
	row := &s.Rows[s.Add(left.Over(wide(h.left)), draw.Blank(plain), right.Over(wide(h.right)))-1]
	row.Height = max(row.Height, letterLine)
}

func wide(side [3]int) int { return side[0] + side[1] + side[2] }
