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
	var quotes [][]draw.Cell
	no := 0
	for g, uses := range list.By(usesOf(d.a.Levels), func(u use) ground { return u.of }) {
		no++
		s.Add(g.cells(no, by(uses), sources.number(g.cites))...)
		for words, quoted := range list.By(uses, func(u use) string { return u.quoted }) {
			if words != "" {
				quotes = append(quotes, []draw.Cell{look.Mid(fmt.Sprint(no)), look.Text(vi.Capital(by(quoted))),
					look.Text(vi.Unbroken(words)).Over(s.Columns() - 2)})
			}
		}
	}
	under := func(heading string, rows [][]draw.Cell) {
		if len(rows) > 0 {
			s.Gap(9)
			s.Heading(heading, look.Section)
		}
		for _, row := range rows {
			s.Add(row...)
		}
	}
	under("NGUỒN ĐÃ DẪN", list.Map(sources, func(words string) []draw.Cell {
		return []draw.Cell{look.Mid(sources.number(words)), look.Text(words).Over(s.Columns() - 1)}
	}))
	under("NGUYÊN VĂN TRONG QUYẾT ĐỊNH", quotes)
	return s
}

// sources are what the thresholds were taken from, by their numbers from 1.
type sources []string

// number is the number of a source as the table refers to it, "" for none.
func (s *sources) number(words string) string {
	if words == "" {
		return ""
	}
	*s = list.Once(*s, words)
	return fmt.Sprintf("[%d]", slices.Index(*s, words)+1)
}

// ground is what the sheet says of a basis.
type ground struct {
	paper, layer, column, status, cites string
	sure                                bool
}

// use is what rests on a ground: an indicator of a level by number, or a condition by name, which
// the levels share; and what the decision says of it in its own words.
type use struct {
	of     ground
	level  criteria.Level // "" of a condition
	what   string
	quoted string
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

// by says what rests on a ground, by level, each once.
func by(uses []use) string {
	var said []string
	for level, of := range list.By(uses, func(u use) criteria.Level { return u.level }) {
		head := "điều kiện"
		if level != "" {
			head = level.Brief()
		}
		names := list.Once(nil, list.Map(of, func(u use) string { return u.what })...)
		said = append(said, head+": "+strings.Join(names, ", "))
	}
	return strings.Join(said, "; ")
}

// usesOf lists what the verdicts of levels rest on. What does not apply to the commune was not used.
func usesOf(levels []assess.Level) (out []use) {
	rests := func(level criteria.Level, what string, on criteria.Basis) {
		u := use{of: groundOf(on), level: level, what: what}
		if on.Status == criteria.Confirmed {
			_, u.quoted = on.Cited()
		}
		out = append(out, u)
	}
	for i := range levels {
		l := &levels[i]
		if p := l.Prerequisite; p != nil {
			rests("", p.Text, p.Rule)
		}
		for x := range l.Judged() {
			if x.Outcome == assess.NotApplicable {
				continue
			}
			level, name := l.Level, x.No
			if x.Condition {
				level, name = "", x.Name
			}
			rests(level, name, x.Threshold.Basis)
			for _, way := range x.Ways() {
				rests(level, name, way.Threshold.Basis)
			}
			for _, rule := range x.Computed() {
				rests(level, fmt.Sprintf("%s (%s)", name, rule.Rule()), *rule.Basis)
			}
		}
	}
	return out
}

func (g ground) cells(no int, uses, source string) []draw.Cell {
	status, l := g.status, look.Body
	if !g.sure {
		status, l = "(*) "+status, look.Body.InBold()
	}
	return []draw.Cell{look.Mid(fmt.Sprint(no)), look.Text(g.paper), look.Text(g.layer), look.Text(g.column),
		look.Text(vi.Capital(uses)), draw.Text(status, l), look.Mid(source)}
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
