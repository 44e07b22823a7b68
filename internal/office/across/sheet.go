package across

import (
	"fmt"
	"io"
	"strings"
	"time"

	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/outlook"
	"ntm/internal/papers"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Sheet writes the workbook of Gaps: for each level a sheet by commune and one by indicator.
func (g *Gaps) Sheet(w io.Writer, title string, at time.Time) error {
	var sheets []*draw.Sheet
	for i := range g.Levels {
		l := &g.Levels[i]
		sheets = append(sheets, l.byCommune(title, at), l.byIndicator(title, at))
	}
	if len(sheets) == 0 {
		s := draw.NewSheet("Trống", draw.Page{}, 90)
		s.Line("Không có xã nào được đánh giá.", look.Remark)
		sheets = append(sheets, s)
	}
	return papers.Write(w, draw.About{Title: title, Author: "ntm", At: at}, "", sheets...)
}

// sheet is a sheet of a level with its head.
func (l *LevelGaps) sheet(by, title, about string, at time.Time, widths ...float64) *draw.Sheet {
	return headed(by+" "+l.Level.Brief(), title, fmt.Sprintf("Mức xã %s: %d xã. Lập ngày %s.", l.Level.Title(),
		len(l.Communes), vi.Date(at)), about, widths...)
}

// headed is a sheet with what all answers open with: their title, of whom they are, how they are read.
func headed(name, title, of, about string, widths ...float64) *draw.Sheet {
	s := draw.NewSheet(name, draw.Page{Landscape: true, Footer: name}, widths...)
	s.Size = 10
	s.Line(strings.ToUpper(title), look.Title)
	s.Line(of, look.Subtitle)
	s.Line(about, look.Remark)
	s.Gap(12)
	return s
}

func (l *LevelGaps) byCommune(title string, at time.Time) *draw.Sheet {
	s := l.sheet("Xã", title, "Xếp theo số nội dung (chỉ tiêu, điều kiện) chưa đạt, ít nhất trước; cùng số thì ít nội "+
		"dung chưa rõ trước. Nội dung chưa rõ không tính là đạt hay chưa đạt.", at, 5, 30, 16, 8, 46, 8, 46)
	s.Head.Row = s.AddHead(look.Heads("TT", "Xã", "Kết luận", "Số chưa đạt", "Chưa đạt, còn thiếu", "Số chưa rõ",
		"Chưa rõ")...)
	centred := look.Body.Centred()
	for i := range l.Communes {
		c := &l.Communes[i]
		verdict := c.Verdict.Word()
		if c.Draft {
			verdict += " (dự thảo)"
		}
		missed := vi.List("\n", c.NotMet, func(m Miss) string { return m.Text() })
		if c.Before != "" {
			missed = strings.TrimLeft(missed+"\nPhải đạt trước: "+c.Before, "\n")
		}
		s.Add(look.Int(i+1, centred), look.Text(vi.Capital(c.Commune.Title())), look.Mid(vi.Capital(verdict)),
			look.Int(len(c.NotMet), centred), look.Text(missed), look.Int(len(c.Open), centred),
			look.Text(vi.Join(", ", list.Map(c.Open, outlook.Label)...)))
	}
	return s
}

func (l *LevelGaps) byIndicator(title string, at time.Time) *draw.Sheet {
	s := l.sheet("Chỉ tiêu", title, "Xếp theo số xã chưa đạt, nhiều nhất trước. “Chỉ thiếu nội dung này”: xã chưa đạt "+
		"đúng một nội dung và không còn gì chưa rõ.", at, 8, 52, 9, 11, 9, 80)
	s.Head.Row = s.AddHead(look.Heads("Số", "Chỉ tiêu, điều kiện", "Xã chưa đạt", "Chỉ thiếu nội dung này",
		"Xã chưa rõ", "Các xã chưa đạt")...)
	centred := look.Body.Centred()
	for _, stop := range l.Stops {
		var names []string
		for i := range l.Communes {
			for _, m := range l.Communes[i].NotMet {
				if m.ID == stop.ID {
					names = append(names, l.Communes[i].Commune.Name)
				}
			}
		}
		s.Add(look.Mid(outlook.Label(stop.No)), look.Text(stop.Name), look.Int(stop.NotMet, centred),
			look.Int(stop.Alone, centred), look.Int(stop.Open, centred), look.Text(vi.Join(", ", names...)))
	}
	return s
}

// Sheet writes the workbook of a comparison: a line for each commune, and one for each figure and
// threshold that is missing to know more.
func (c *Comparison) Sheet(w io.Writer, title string, at time.Time) error {
	page := func(name string, widths ...float64) *draw.Sheet {
		return headed(name, title, fmt.Sprintf("%s: %d xã. Lập ngày %s.", c.Name, len(c.Communes), vi.Date(at)),
			c.Remark(), widths...)
	}
	centred := look.Body.Centred()
	communes := page("Xã", 5, 30, 15, 15, 44, 8, 46)
	communes.Head.Row = communes.AddHead(look.Heads("TT", "Xã", "Kết luận của năm", "Theo bộ này",
		"Chưa đạt, còn thiếu",
		"Số chưa rõ", "Số liệu chưa có")...)
	for i := range c.Communes {
		one := &c.Communes[i]
		communes.Add(look.Int(i+1, centred), look.Text(vi.Capital(one.Commune.Title())),
			look.Mid(VerdictWord(one.Was)), look.Mid(VerdictWord(one.Verdict)),
			look.Text(vi.List("\n", one.NotMet, func(m Miss) string { return m.Text() })),
			look.Int(len(one.Open), centred), look.Text(vi.Join("; ", one.Missing...)))
	}
	owed := page("Còn thiếu để biết", 12, 90, 12)
	owed.Head.Row = owed.AddHead(look.Heads("Loại", "Nội dung", "Số xã")...)
	for _, f := range c.Missing {
		owed.Add(look.Mid("Số liệu"), look.Text(f.Name), look.Int(f.Communes, centred))
	}
	for _, t := range c.NoThreshold {
		owed.Add(look.Mid("Ngưỡng"), look.Text(outlook.Label(t.No)+" "+t.Name), look.Int(t.Open, centred))
	}
	return papers.Write(w, draw.About{Title: title, Author: "ntm", At: at}, "", communes, owed)
}

// Remark says what the comparison rests on.
func (c *Comparison) Remark() string {
	text := fmt.Sprintf("Theo số liệu các xã đã báo cáo và mức của bộ tiêu chí cho năm %d; nội dung chưa rõ không "+
		"tính là đạt hay chưa đạt.", c.Year)
	if lack := c.Lack.String(); lack != "" {
		text += " " + vi.Capital(lack) + "."
	}
	return text
}

// VerdictWord is a verdict in words, also where there was none.
func VerdictWord(v assess.Verdict) string {
	if v == "" {
		return "Chưa xét mức này"
	}
	return v.Word()
}
