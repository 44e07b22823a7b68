package collation

import (
	"cmp"
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/matching"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// Collation is what decisions say, laid beside a law.
type Collation struct {
	law     *Law
	looked  []criteria.Region
	Papers  []Paper
	figures *matching.Figures
	about   map[*Topic][]about // what is said of each topic, a later paper's behind
	Rows    []Row              // what a person must look at first
	Lines   []*Line            // of indicators that the law does not have
}

// about is the rows of one paper that are about a topic.
type about struct {
	paper *Paper
	rows  []*decision.Row
	doubt string // whether they are about it
}

// Row is a threshold, and what the decisions say of it.
type Row struct {
	Slot
	Said *Said // nil where no decision was read
}

// Collate lays decisions beside a law, a later one over an earlier, for the columns that
// an office looks at, nil for all.
func Collate(l *Law, looked []criteria.Region, papers []Paper) *Collation {
	r := &Collation{law: l, looked: looked, Papers: papers, figures: matching.NewFigures(l.Lib),
		about: map[*Topic][]about{}}
	known := matching.NewIndicators(l.Law)
	for i := range papers {
		r.match(&papers[i], known)
	}
	for _, t := range l.Topics {
		rows := r.rowsOf(t)
		r.Lines = append(r.Lines, r.restates(t, rows)...)
		r.Rows = append(r.Rows, rows...)
	}
	slices.SortStableFunc(r.Rows, func(a, b Row) int { return cmp.Compare(a.Said.Kind.rank(), b.Said.Kind.rank()) })
	slices.SortStableFunc(r.Lines, func(a, b *Line) int { return cmp.Compare(a.rank, b.rank) })
	return r
}

// match finds the topic of each indicator of a paper; one that the law does not have
// is a new one.
func (r *Collation) match(p *Paper, known *matching.Indicators) {
	taken := map[*criteria.Topic]string{}
	for _, rows := range indicatorsOf(p, known) {
		first := rows[0]
		m := known.Match(first.No, first.Criterion, first.Name)
		if m.Topic != nil && first.ByNumber && m.Topic.Indicator.No == first.No {
			m.Doubt = ""
		}
		if m.Topic != nil && m.Topic.Indicator.No != first.No && taken[m.Topic] != "" {
			if first.No == "" {
				r.doubtTopic(p, m.Topic, first.Place()+": dòng không có số, nội dung giống chỉ tiêu này")
			}
			m.Topic = nil // by its words alone, and another has it by its number
		}
		if m.Topic == nil {
			r.Lines = append(r.Lines, r.newLines(p, rows)...)
			continue
		}
		if taken[m.Topic] != "" && (isPointer(rows) || r.dropPointer(p, m.Topic)) {
			if isPointer(rows) {
				continue
			}
			taken[m.Topic] = ""
		}
		if other := taken[m.Topic]; other != "" && m.Doubt == "" {
			m.Doubt = fmt.Sprintf("quyết định có hai chỗ cho chỉ tiêu này: %s và %s", other, first.Place())
		}
		taken[m.Topic] = first.Place()
		at := slices.IndexFunc(r.law.Topics, func(t *Topic) bool { return t.Topic == m.Topic })
		if at < 0 {
			continue // no rule of it holds in these years
		}
		t := r.law.Topics[at]
		r.about[t] = append(r.about[t], about{p, rows, m.Doubt})
	}
}

// pointing are words of a cell that only say where the thresholds stand: "Theo bảng dưới đây".
var pointing = pattern.New(`^(?:quy dinh |chi tiet |co |muc )*(?:theo|xem|nhu|tai|o) (?:cac )?(?:bang|bieu|phu luc)` +
	`(?: so)?(?: [\divx.]+)?(?: (?:duoi day|duoi|sau|sau day|kem theo|ben duoi|nay))*[ .:]*$`)

// isPointer tells whether rows only say that what they ask stands in another table.
func isPointer(rows []*decision.Row) bool {
	return !slices.ContainsFunc(rows, func(row *decision.Row) bool {
		return slices.ContainsFunc(row.Cells, func(c *decision.Cell) bool {
			return !pointing.MatchString(vi.Fold(vi.OneLine(c.Words)))
		})
	})
}

// dropPointer forgets the rows of a paper about a topic that only say where its thresholds stand; false where they say
// more.
func (r *Collation) dropPointer(p *Paper, of *criteria.Topic) bool {
	isDropped := false
	for t, all := range r.about {
		if t.Topic != of {
			continue
		}
		r.about[t] = slices.DeleteFunc(all, func(a about) bool {
			isIt := a.paper == p && isPointer(a.rows)
			isDropped = isDropped || isIt
			return isIt
		})
	}
	return isDropped
}

// doubtTopic marks what a paper says of a topic.
func (r *Collation) doubtTopic(p *Paper, of *criteria.Topic, why string) {
	for t, all := range r.about {
		for i := range all {
			if t.Topic == of && all[i].paper == p && all[i].doubt == "" {
				all[i].doubt = why
			}
		}
	}
}

// indicatorsOf parts the rows of a paper by indicator, those that it counts by letters too.
func indicatorsOf(p *Paper, known *matching.Indicators) [][]*decision.Row {
	var out [][]*decision.Row
	for _, rows := range indicators(p.Annex) {
		out = append(out, apartByLetters(known, rows)...)
	}
	return out
}

// indicators parts the rows of an annex by indicator.
func indicators(a *decision.Annex) [][]*decision.Row {
	var out [][]*decision.Row
	for i, row := range a.Rows {
		if i > 0 {
			if before := a.Rows[i-1]; before.No == row.No && before.Name == row.Name &&
				before.CriterionNo == row.CriterionNo {
				out[len(out)-1] = append(out[len(out)-1], row)
				continue
			}
		}
		out = append(out, []*decision.Row{row})
	}
	return out
}

// rowsOf are the rows of a topic: as few as tell apart what the decision and the
// program say of its years and columns.
func (r *Collation) rowsOf(t *Topic) []Row {
	var out []Row
	for _, s := range r.law.Slots(t, r.looked) {
		if s.Standing.Zoned() || len(r.about[t]) == 0 {
			out = append(out, Row{s, r.whole(&s)})
			continue
		}
		for _, piece := range r.cut(s) {
			for _, zone := range r.zonesOf(&piece) {
				if one, ok := piece.in(zone); ok {
					out = append(out, r.parted(one)...)
				}
			}
		}
	}
	return out
}

// whole is what is said of a slot for which the decision's columns do not matter.
func (r *Collation) whole(s *Slot) *Said {
	out := &Said{Kind: Absent}
	if len(r.about[s.Topic]) > 0 {
		of := r.say(s, s.Years.From, s.Columns[0])
		out.Words, out.Paper = of.Words, of.Paper
		out.doubt("tỉnh chia vùng riêng ở dòng này: xem ở bộ quy định của tỉnh")
	}
	return out
}

// parted divides a slot into years and columns that the decision tells apart.
func (r *Collation) parted(s Slot) []Row {
	type part struct {
		span criteria.Span
		said *Said
	}
	var parts []part
	for year := s.Years.From; year <= s.Years.To; year++ {
		for _, c := range s.Columns {
			b := s.Span
			b.Years, b.Columns = criteria.Years{From: year, To: year}, []criteria.Region{c}
			parts = append(parts, part{b, r.say(&s, year, c)})
		}
	}
	allAlike := func(of []part) bool {
		return !slices.ContainsFunc(of, func(p part) bool { return !p.said.alike(of[0].said) })
	}
	width := len(s.Columns)
	byYear := false
	for i := range width {
		for y := i + width; y < len(parts); y += width {
			byYear = byYear || !parts[y].said.alike(parts[i].said)
		}
	}
	spans := [][]part{parts[:width]}
	if byYear {
		spans = nil
		for i := 0; i < len(parts); i += width {
			spans = append(spans, parts[i:i+width])
		}
	}
	var out []Row
	add := func(b criteria.Span, of *Said) {
		if !byYear {
			b.Years = s.Years
		}
		if one, ok := r.law.slot(s.Topic, s.Standing, b, s.Path); ok {
			one.zone = s.zone
			out = append(out, Row{one, of})
		}
	}
	for _, columns := range spans {
		if allAlike(columns) {
			b := columns[0].span
			b.Columns = s.Columns
			add(b, columns[0].said)
			continue
		}
		for _, p := range columns {
			add(p.span, p.said)
		}
	}
	return out
}
