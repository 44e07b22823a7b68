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

// basis is the sheet Căn cứ pháp lý: by which decision, annex and column each indicator
// was judged, who set that and how sure it is; the thresholds themselves stand in the table
// of criteria. What those who checked them cite stands once, below, under a number.
func (d *dossier) basis() *draw.Sheet {
	s := d.begin(basisName, d.landscape(), "CĂN CỨ PHÁP LÝ CỦA CÁC NGƯỠNG ĐÃ DÙNG", 5, 34, 15, 22, 74, 30, 9)
	s.Line(d.unsettled(), look.Remark.InBold())
	s.Head.Row = s.AddHead(look.Heads("TT", "Văn bản, phụ lục", "Cấp quy định", "Cột, năm", "Chỉ tiêu",
		"Tình trạng", "Nguồn")...)
	var sources sources
	for i := range d.a.Levels {
		l := &d.a.Levels[i]
		s.Heading(fmt.Sprintf("Xã %s: %s", l.Level.Title(), l.Rules.Name), look.Group)
		order, set := grounds(l)
		for k, g := range order {
			s.Add(g.cells(k+1, set[g], sources.number(g.cites))...)
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

// ground is what the sheet says of a basis.
type ground struct {
	paper, layer, column, status, cites string
	sure                                bool
}

func groundOf(b criteria.Basis) ground {
	year := ""
	if b.Year > 0 {
		year = fmt.Sprint("năm ", b.Year)
	}
	status, cites := b.Status.OnPaper(), ""
	if b.Status == criteria.Confirmed { // by whom, and when; what is noted before is for those who check
		status, cites = b.OnPaper(), b.Source
	}
	return ground{b.Paper(), vi.Capital(b.Layer.Title()), vi.Join(", ", b.ColumnTitle, year), status, cites,
		b.Status.Sure()}
}

// grounds lists what a level's verdict rests on, and for each the indicators by number and
// the conditions by name. What does not apply to the commune was not used.
func grounds(l *assess.Level) (order []ground, set map[ground][]string) {
	set = map[ground][]string{}
	rests := func(what string, on criteria.Basis) {
		g := groundOf(on)
		if set[g] == nil {
			order = append(order, g)
		}
		if !slices.Contains(set[g], what) {
			set[g] = append(set[g], what)
		}
	}
	if p := l.Prerequisite; p != nil {
		rests(p.Text, p.Rule)
	}
	for x := range l.Judged() {
		if x.Outcome == assess.NotApplicable {
			continue
		}
		name := x.No
		if x.Condition {
			name = x.Name
		}
		rests(name, x.Threshold.Basis)
		for _, way := range x.Ways() {
			rests(name, way.Threshold.Basis)
		}
		for _, rule := range x.Computed() {
			rests(fmt.Sprintf("%s (%s)", name, rule.Rule()), *rule.Basis)
		}
	}
	return order, set
}

func (g ground) cells(no int, set []string, source string) []draw.Cell {
	status, l := g.status, look.Body
	if !g.sure {
		status, l = "(*) "+status, look.Body.InBold()
	}
	return []draw.Cell{look.Mid(fmt.Sprint(no)), look.Text(g.paper), look.Text(g.layer), look.Text(g.column),
		look.Text(vi.Join(", ", set...)), draw.Text(status, l), look.Mid(source)}
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
