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
	order, set := grounds(d.a.Levels)
	for i, g := range order {
		s.Add(g.cells(i+1, set[g], sources.number(g.cites))...)
	}
	for i, words := range sources {
		if i == 0 {
			s.Gap(9)
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

// grounds lists what the verdicts rest on, and for each by level the indicators by number
// and the conditions by name.
func grounds(levels []assess.Level) (order []ground, set map[ground][]resting) {
	set = map[ground][]resting{}
	for i := range levels {
		l := &levels[i]
		groundsOf(l, func(what string, condition bool, on criteria.Basis) {
			g := groundOf(on)
			if set[g] == nil {
				order = append(order, g)
			}
			level := l.Level
			if condition { // the levels share it
				level = ""
			}
			if r := (resting{level, what}); !slices.Contains(set[g], r) {
				set[g] = append(set[g], r)
			}
		})
	}
	return order, set
}

// resting is an indicator of a level by number, or a condition by name.
type resting struct {
	level criteria.Level
	what  string
}

// by says what rests on a ground, by level.
func by(set []resting) string {
	var levels []criteria.Level
	of := map[criteria.Level][]string{}
	for _, r := range set {
		if of[r.level] == nil {
			levels = append(levels, r.level)
		}
		of[r.level] = append(of[r.level], r.what)
	}
	return vi.List("; ", levels, func(l criteria.Level) string {
		if l == "" {
			return "điều kiện: " + vi.Join(", ", of[l]...)
		}
		return l.Brief() + ": " + vi.Join(", ", of[l]...)
	})
}

// groundsOf tells what a level's verdict rests on. What does not apply to the commune was
// not used.
func groundsOf(l *assess.Level, rests func(what string, condition bool, on criteria.Basis)) {
	if p := l.Prerequisite; p != nil {
		rests(p.Text, true, p.Rule)
	}
	for x := range l.Judged() {
		if x.Outcome == assess.NotApplicable {
			continue
		}
		name := x.No
		if x.Condition {
			name = x.Name
		}
		rests(name, x.Condition, x.Threshold.Basis)
		for _, way := range x.Ways() {
			rests(name, x.Condition, way.Threshold.Basis)
		}
		for _, rule := range x.Computed() {
			rests(fmt.Sprintf("%s (%s)", name, rule.Rule()), x.Condition, *rule.Basis)
		}
	}
}

func (g ground) cells(no int, set []resting, source string) []draw.Cell {
	status, l := g.status, look.Body
	if !g.sure {
		status, l = "(*) "+status, look.Body.InBold()
	}
	return []draw.Cell{look.Mid(fmt.Sprint(no)), look.Text(g.paper), look.Text(g.layer), look.Text(g.column),
		look.Text(vi.Capital(by(set))), draw.Text(status, l), look.Mid(source)}
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
