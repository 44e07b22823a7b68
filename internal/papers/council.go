package papers

import (
	"fmt"
	"strings"

	"ntm/internal/council"
	"ntm/internal/look"
	"ntm/internal/xlsx/draw"
)

// councilGrid is the columns of the council's papers: the sides of the letterhead,
// and in a table the number, the content, a value and what is said about it.
var councilGrid = []float64{28, 29, 71, 57, 6, 49, 89, 89, 49}

// councilHead is the letterhead of the council's papers.
func councilHead(s *draw.Sheet, province string, year int) {
	look.Letterhead{
		Left: [3]int{2, 1, 1}, Right: [3]int{1, 2, 1}, Above: "UBND " + province, Superior: true, Issuer: issuer,
		Place: "………………", Year: year,
	}.On(s)
}

// sittingHead begins a paper of a sitting, under a gap of so many points.
func sittingHead(s *draw.Sheet, c *council.Council, year int, gap float64, heading string) {
	councilHead(s, c.Province, year)
	s.Gap(gap)
	s.Line(heading, look.Title)
	s.Line(fmt.Sprintf("Đề nghị xét, công nhận xã đạt chuẩn %s năm %d", c.Level.Title(), c.Year), look.Subtitle)
	s.Line(c.Name, look.Remark)
}

// signatures are where minutes are signed.
func signatures(s *draw.Sheet, writer string) {
	look.Signed(s, look.Signer{As: "TỔ KIỂM PHIẾU"}, look.Signer{As: strings.ToUpper(writer)},
		look.Signer{As: "CHỦ TRÌ", Office: "CHỦ TỊCH HỘI ĐỒNG"})
}

// tall makes a row at least so many points high.
func tall(s *draw.Sheet, row int, points float64) {
	height := &s.Rows[row-1].Height
	*height = max(*height, points)
}
