package papers

import (
	"fmt"
	"strings"

	"ntm/internal/look"
	"ntm/internal/provincial"
	"ntm/internal/xlsx/draw"
)

// mostDrawn is how many bars a chart can show and still be read.
const mostDrawn = 10

func (r *report) drawHardest(s *draw.Sheet, l *provincial.Level) {
	shown := l.Hardest[:min(len(l.Hardest), mostDrawn)]
	s.Heading("III. TIÊU CHÍ KHÓ NHẤT, XÃ "+strings.ToUpper(l.Level.Title()), look.Section)
	head := s.AddHead(look.Heads("Tiêu chí", "Chưa đạt", "Chưa rõ")...)
	for _, h := range shown {
		s.Add(look.Text(h.No+". "+h.Name), count(h.NotMet), count(h.Unknown))
	}
	last := len(s.Rows)
	s.Gap(6)
	s.Draw(draw.Chart{
		Bars: draw.Stacked, Height: 70 + 24*float64(len(shown)), Title: "Số xã chưa đạt và chưa rõ, theo tiêu chí",
		Series: []draw.Series{s.Series(1, 2, head, last, draw.Middle), s.Series(1, 3, head, last, draw.Light)},
	})
}

func (r *report) spread() *draw.Sheet {
	s := r.begin("Phân bố tiêu chí", "PHÂN BỐ SỐ TIÊU CHÍ ĐẠT", false, 40, 20, 20, 20)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.Heading("Xã "+l.Level.Title(), look.Section)
		head := s.AddHead(look.Heads("Số tiêu chí đạt", "Số xã", "Tỷ lệ", "Trong đó còn tiêu chí chưa rõ")...)
		first := head + 1
		for _, b := range l.Spread {
			s.Add(look.Text(bandName(b)), count(b.Communes), shareOf(2, len(s.Rows)+1, first, head+len(l.Spread),
				b.Communes, l.Communes), count(b.Unknown))
		}
		last := len(s.Rows)
		s.Add(draw.Text("Cộng", look.Label), total(s, 2, first), draw.Blank(look.Label),
			draw.Blank(look.Label))
		s.Gap(6)
		s.Draw(draw.Chart{
			Bars: draw.Upright, Height: 150, Title: "Số xã theo số tiêu chí đạt, xã " + l.Level.Title(),
			Series: []draw.Series{s.Series(1, 2, head, last, draw.Dark)},
		})
		s.Gap(10)
	}
	return s
}

// bandName is a group of numbers of criteria: "15–18/19 tiêu chí".
func bandName(b provincial.Spread) string {
	switch b.From {
	case b.To:
		return fmt.Sprintf("%d/%d tiêu chí", b.From, b.Total)
	case 0:
		return fmt.Sprintf("dưới %d/%d tiêu chí", b.To+1, b.Total)
	}
	return fmt.Sprintf("%d–%d/%d tiêu chí", b.From, b.To, b.Total)
}

func (r *report) hardest() *draw.Sheet {
	s := r.begin("Tiêu chí khó", "TỪNG TIÊU CHÍ: SỐ XÃ ĐẠT, CHƯA ĐẠT, CHƯA RÕ", false, 10, 50, 13, 13, 13, 15)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.Heading("Xã "+l.Level.Title(), look.Section)
		s.AddHead(look.Heads("Số", "Tiêu chí", "Đạt", "Chưa đạt", "Chưa rõ", "Tỷ lệ chưa đạt")...)
		for _, h := range l.Hardest {
			row := len(s.Rows) + 1
			all := "SUM(" + draw.Cells(3, row, 5, row) + ")"
			s.Add(look.Mid(h.No), look.Text(h.Name), count(h.Met), count(h.NotMet), count(h.Unknown),
				share(draw.Ref(4, row), all, percent(h.NotMet, h.Communes)))
		}
		s.Gap(10)
	}
	return s
}
