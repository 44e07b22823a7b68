package across

import (
	"fmt"
	"io"
	"time"

	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/outlook"
	"ntm/internal/papers"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Sheet writes the workbook of Turns: for each level the communes whose verdict turns, then those of
// which some indicator does, and those that nothing could be supposed of.
func (t *Turns) Sheet(w io.Writer, title string, at time.Time) error {
	var sheets []*draw.Sheet
	page := func(name, about string, widths ...float64) *draw.Sheet {
		s := headed(name, title, fmt.Sprintf("%s Lập ngày %s.", about, vi.Date(at)),
			"Giả định để xem trước: báo cáo của các xã giữ nguyên.", widths...)
		sheets = append(sheets, s)
		return s
	}
	centred := look.Body.Centred()
	for i := range t.Levels {
		l := &t.Levels[i]
		about := fmt.Sprintf("Mức xã %s: %d xã đổi kết luận, %d xã chỉ đổi chỉ tiêu, điều kiện.", l.Level.Title(),
			len(l.Verdicts), len(l.Outcomes))
		s := page("Xã "+l.Level.Brief(), about, 5, 45, 24, 24, 60)
		s.Head.Row = s.AddHead(look.Heads("TT", "Xã", "Kết luận trước", "Kết luận sau", "Nội dung đổi")...)
		for n, turn := range append(l.Verdicts[:len(l.Verdicts):len(l.Verdicts)], l.Outcomes...) {
			s.Add(look.Int(n+1, centred), look.Text(vi.Capital(turn.Commune.Title())), look.Mid(turn.Before.Word()),
				look.Mid(turn.After.Word()), look.Text(vi.List("\n", turn.Changed, Changed.Text)))
		}
		total := func(name string, of map[assess.Verdict]int) {
			s.Add(look.Text(""), look.Text(name), look.Text(""), look.Text(""), look.Text(vi.List("; ", verdicts,
				func(v assess.Verdict) string { return fmt.Sprintf("%s: %d xã", v.Word(), of[v]) })))
		}
		total("Tổng hợp trước", l.Before)
		total("Tổng hợp sau", l.After)
	}
	if len(t.Untouched) > 0 || len(sheets) == 0 {
		s := page("Không áp dụng", fmt.Sprintf("Không áp dụng được giả định: %d xã.", len(t.Untouched)), 60, 90)
		s.Head.Row = s.AddHead(look.Heads("Xã", "Vì sao")...)
		for _, u := range t.Untouched {
			s.Add(look.Text(vi.Capital(u.Name)), look.Text(u.Why))
		}
	}
	return papers.Write(w, draw.About{Title: title, Author: "ntm", At: at}, "", sheets...)
}

// Text is what turns as an official reads it: "10: chưa đạt → đạt".
func (c Changed) Text() string {
	return fmt.Sprintf("%s: %s → %s", outlook.Label(c.No), vi.Lower(c.Before.Word()), vi.Lower(c.After.Word()))
}
