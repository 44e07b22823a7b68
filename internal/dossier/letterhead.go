package dossier

import (
	"fmt"
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

func (h letterhead) on(s *sheet) {
	nation := subtitle
	nation.size = 12
	above := nation
	above.bold = !h.superior
	h.pair(s, text(strings.ToUpper(h.above), above), text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", nation))
	h.pair(s, text(strings.ToUpper(h.issuer), subtitle), text("Độc lập - Tự do - Hạnh phúc", subtitle))
	var rules []cell
	for i, columns := range [...]int{h.left[0], h.left[1], h.left[2] + 1 + h.right[0], h.right[1], h.right[2]} {
		for range columns {
			rules = append(rules, blank(look{ruled: i%2 == 1}))
		}
	}
	s.addTall(8, rules...)
	dated := fmt.Sprintf("%s, ngày …… tháng …… năm %d", h.place, h.year)
	s.addTall(20, blank(plain).over(wide(h.left)), blank(plain), text(dated, plain.centred().inItalic()).over(wide(h.right)).forThePen(pen{}))
}

// pair is a line of both sides, higher than usual only for a long name.
func (h letterhead) pair(s *sheet, left, right cell) {
	row := &s.rows[s.add(left.over(wide(h.left)), blank(plain), right.over(wide(h.right)))-1]
	row.height = max(row.height, letterLine)
}

func wide(side [3]int) int { return side[0] + side[1] + side[2] }
