package dossier

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// basis is the sheet Căn cứ pháp lý: every threshold that was used, who set it
// and how sure that is. What those who checked thresholds cite is long and serves many:
// it stands once, below the table, under a number.
func (d *dossier) basis() *draw.Sheet {
	s := d.begin(basisName, d.landscape(), "CĂN CỨ PHÁP LÝ CỦA CÁC NGƯỠNG ĐÃ DÙNG", 6.6, 46, 24, 17, 10, 12, 6.3,
		10, 18, 8)
	s.Line(d.unsettled(), look.Remark.InBold())
	s.Head.Row = s.AddHead(look.Heads("TT", "Nội dung", "Ngưỡng", "Văn bản", "Phụ lục", "Cột", "Năm",
		"Cấp quy định", "Tình trạng", "Nguồn")...)
	var sources sources
	for i := range d.a.Levels {
		l := &d.a.Levels[i]
		s.Heading(fmt.Sprintf("Xã %s: %s", l.Level.Title(), l.Rules.Name), look.Group)
		for _, g := range grounds(l) {
			s.Add(g.cells(sources.number(g.basis.Cites()))...)
		}
	}
	s.Gap(12)
	for i, words := range sources {
		if i == 0 {
			s.Heading("NGUỒN ĐÃ DẪN", look.Section)
		}
		s.Add(look.Mid(fmt.Sprintf("[%d]", i+1)), look.Text(words).Over(s.Columns()-1))
	}
	return s
}

// sources are what the thresholds were taken from, by their numbers from 1.
type sources []string

// number is the number of a source as the table refers to it, "" for none.
func (s *sources) number(words string) string {
	if words == "" {
		return ""
	}
	i := slices.Index(*s, words)
	if i < 0 {
		i = len(*s)
		*s = append(*s, words)
	}
	return fmt.Sprintf("[%d]", i+1)
}

// ground is one line of the sheet.
type ground struct {
	no, content, threshold string
	basis                  criteria.Basis
}

// grounds lists what a level's verdict rests on. What does not apply to the
// commune was not used.
func grounds(l *assess.Level) []ground {
	var out []ground
	line := func(no, content string, j *assess.Judgement) {
		threshold := vi.Join("; ", look.Unit(j.Threshold.Text()), reckoned(j.Threshold))
		out = append(out, ground{no, content, threshold, j.Threshold.Basis})
	}
	add := func(no, content string, j *assess.Judgement) {
		if j.Outcome == assess.NotApplicable {
			return
		}
		line(no, content, j)
		for _, way := range j.Ways() { // one that is not sure makes the whole so
			if j.Threshold.Basis.Status.Sure() && !way.Threshold.Basis.Status.Sure() {
				line(no, content, way)
				break
			}
		}
		for _, rule := range j.Computed() {
			out = append(out, ground{no, content, vi.Capital(rule.Rule()), *rule.Basis})
		}
	}
	if p := l.Prerequisite; p != nil {
		out = append(out, ground{"", p.Text, "Đạt", p.Rule})
	}
	for x := range l.Judged() {
		add(numberOf(x), x.Name, x.Judgement)
	}
	return out
}

func (g *ground) cells(source string) []draw.Cell {
	b := &g.basis
	decision := b.Decision
	if b.AmendedBy != "" {
		decision += ", sửa đổi bởi " + b.AmendedBy
	}
	year := ""
	if b.Year > 0 {
		year = fmt.Sprint(b.Year)
	}
	status, l := b.OnPaper(), look.Body
	if !b.Status.Sure() {
		status, l = "(*) "+status, look.Body.InBold()
	}
	return []draw.Cell{
		look.Mid(g.no), look.Text(g.content), look.Text(g.threshold), look.Text(decision),
		look.Text(b.Annex), look.Text(b.ColumnTitle), look.Mid(year), look.Text(vi.Capital(b.Layer.Title())),
		draw.Text(status, l), look.Mid(source),
	}
}

// unsettled heads the sheet with what is not settled, and how it is marked.
func (d *dossier) unsettled() string {
	switch left := assess.Unsettled(d.a.Levels...); {
	case left == "":
		return "Mọi ngưỡng đều có căn cứ"
	case strings.Contains(left, "ngưỡng"):
		return vi.Capital(left) + ", đánh dấu (*)"
	default:
		return vi.Capital(left)
	}
}
