package look

import (
	"fmt"
	"strings"
	"time"

	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Letterhead is the head of a document by Nghị định 30/2020: the issuing body at
// the left and the nation's name at the right, with a column between them. Each
// side is so many columns before its rule, under it and after it.
type Letterhead struct {
	Left, Right   [3]int
	Above, Issuer string    // the lines of the issuing body
	Superior      bool      // Above is the body that the issuing one belongs to, which is not bold
	Place         string    // where it is signed
	Year          int       // of signing; 0 for by hand, as the day is
	Day           time.Time // of signing, where it is known
}

const letterLine = 18 // points

// On lays the letterhead down.
func (h Letterhead) On(s *draw.Sheet) {
	nation := Subtitle
	nation.Size = 12
	above := nation
	above.Bold = !h.Superior
	h.pair(s, draw.Text(strings.ToUpper(h.Above), above), draw.Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", nation))
	h.pair(s, draw.Text(strings.ToUpper(h.Issuer), Subtitle), draw.Text("Độc lập - Tự do - Hạnh phúc", Subtitle))
	var rules []draw.Cell
	for i, columns := range [...]int{h.Left[0], h.Left[1], h.Left[2] + 1 + h.Right[0], h.Right[1], h.Right[2]} {
		for range columns {
			rules = append(rules, draw.Blank(draw.Look{Ruled: i%2 == 1}))
		}
	}
	s.AddTall(8, rules...)
	year := "………"
	if h.Year > 0 {
		year = fmt.Sprint(h.Year)
	}
	day := "ngày …… tháng …… năm " + year
	if !h.Day.IsZero() {
		day = vi.LongDate(h.Day)
	}
	dated := draw.Text(h.Place+", "+day, Plain.Centred().InItalic())
	s.AddTall(20, draw.Blank(Plain).Over(wide(h.Left)), draw.Blank(Plain), dated.Over(wide(h.Right)).ByHand())
}

// pair is a line of both sides, higher than usual only for a long name.
func (h Letterhead) pair(s *draw.Sheet, left, right draw.Cell) {
	left.Look, right.Look = left.Look.AtBottom(), right.Look.AtBottom() // by the rule below
	row := &s.Rows[s.Add(left.Over(wide(h.Left)), draw.Blank(Plain), right.Over(wide(h.Right)))-1]
	row.Height = max(row.Height, letterLine)
}

func wide(side [3]int) int { return side[0] + side[1] + side[2] }
