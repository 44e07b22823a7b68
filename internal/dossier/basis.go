package dossier

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// basis is the sheet Căn cứ pháp lý: by which decision, annex and column each indicator
// was judged, who set that and how sure it is; the thresholds themselves stand in the table
// of criteria. What those who checked them cite stands once, below, under a number, and then
// what the decision says in its own words.
func (d *dossier) basis() *draw.Sheet {
	s := d.begin(basisName, d.landscape(), "CĂN CỨ PHÁP LÝ CỦA CÁC NGƯỠNG ĐÃ DÙNG", 5, 34, 15, 22, 74, 30, 9)
	s.Line(d.unsettled(), look.Remark.InBold())
	s.Head.Row = s.AddHead(look.Heads("TT", "Văn bản, phụ lục", "Cấp quy định", "Cột, năm", "Chỉ tiêu",
		"Tình trạng", "Nguồn")...)
	var sources sources
	grounds := groundsOf(d.a.Levels)
	for i, g := range grounds {
		s.Add(g.cells(i+1, sources.number(g.cites))...)
	}
	for i, words := range sources {
		if i == 0 {
			s.Gap(9)
			s.Heading("NGUỒN ĐÃ DẪN", look.Section)
		}
		s.Add(look.Mid(fmt.Sprintf("[%d]", i+1)), look.Text(words).Over(s.Columns()-1))
	}
	quoted := false
	for i, g := range grounds {
		for _, q := range g.quotes {
			if !quoted {
				quoted = true
				s.Gap(9)
				s.Heading("NGUYÊN VĂN TRONG QUYẾT ĐỊNH", look.Section)
			}
			s.Add(look.Mid(fmt.Sprint(i+1)), look.Text(vi.Capital(by(q.of))),
				look.Text(vi.Unbroken(q.words)).Over(s.Columns()-2))
		}
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

// grounded is a ground with what rests on it, and what its decision says of that in its own
// words.
type grounded struct {
	ground
	set    []resting
	quotes []quoted
}

type quoted struct {
	words string
	of    []resting
}

// rests notes that something rests on the ground.
func (g *grounded) rests(r resting, words string) {
	g.set = list.Once(g.set, r)
	if words == "" {
		return
	}
	i := slices.IndexFunc(g.quotes, func(q quoted) bool { return q.words == words })
	if i < 0 {
		i = len(g.quotes)
		g.quotes = append(g.quotes, quoted{words: words})
	}
	g.quotes[i].of = list.Once(g.quotes[i].of, r)
}

func groundOf(b criteria.Basis) ground {
	year := ""
	if b.Year > 0 {
		year = fmt.Sprint("năm ", b.Year)
	}
	status, cites := b.Status.OnPaper(), ""
	if b.Status == criteria.Confirmed { // by whom, and when; what is noted before is for those who check
		status = b.OnPaper()
		cites, _ = b.Cited()
	}
	return ground{b.Paper(), vi.Capital(b.Layer.Title()), vi.Join(", ", b.ColumnTitle, year), status, cites,
		b.Status.Sure()}
}

// groundsOf lists what the verdicts rest on, and for each by level the indicators by number
// and the conditions by name.
func groundsOf(levels []assess.Level) (order []*grounded) {
	known := map[ground]*grounded{}
	for i := range levels {
		l := &levels[i]
		restsOf(l, func(what string, condition bool, on criteria.Basis) {
			g := groundOf(on)
			if known[g] == nil {
				known[g] = &grounded{ground: g}
				order = append(order, known[g])
			}
			level, words := l.Level, ""
			if condition { // the levels share it
				level = ""
			}
			if on.Status == criteria.Confirmed {
				_, words = on.Cited()
			}
			known[g].rests(resting{level, what}, words)
		})
	}
	return order
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
			return "điều kiện: " + strings.Join(of[l], ", ")
		}
		return l.Brief() + ": " + vi.Join(", ", of[l]...)
	})
}

// restsOf tells what a level's verdict rests on. What does not apply to the commune was
// not used.
func restsOf(l *assess.Level, rests func(what string, condition bool, on criteria.Basis)) {
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

func (g *grounded) cells(no int, source string) []draw.Cell {
	status, l := g.status, look.Body
	if !g.sure {
		status, l = "(*) "+status, look.Body.InBold()
	}
	return []draw.Cell{look.Mid(fmt.Sprint(no)), look.Text(g.paper), look.Text(g.layer), look.Text(g.column),
		look.Text(vi.Capital(by(g.set))), draw.Text(status, l), look.Mid(source)}
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
