package collation

import (
	"cmp"
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/list"
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
	about   map[*criteria.Topic][]about // what is said of each topic, a later paper's behind
	Rows    []Row                       // what a person must look at first
	Lines   []*Line                     // of indicators that the law does not have
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
		about: map[*criteria.Topic][]about{}}
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
	columns := r.law.Columns
	if r.looked != nil {
		columns = r.looked
	}
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
			r.Lines = append(r.Lines, r.linesOf(p, rows, columns, "", nil)...)
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
		r.about[m.Topic] = append(r.about[m.Topic], about{p, rows, m.Doubt})
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
	before := len(r.about[of])
	r.about[of] = slices.DeleteFunc(r.about[of], func(a about) bool { return a.paper == p && isPointer(a.rows) })
	return len(r.about[of]) < before
}

// doubtTopic marks what a paper says of a topic.
func (r *Collation) doubtTopic(p *Paper, of *criteria.Topic, why string) {
	for i, a := range r.about[of] {
		if a.paper == p && a.doubt == "" {
			r.about[of][i].doubt = why
		}
	}
}

// indicatorsOf parts the rows of a paper by indicator, those that it counts by letters too.
func indicatorsOf(p *Paper, known *matching.Indicators) [][]*decision.Row {
	var out [][]*decision.Row
	all := p.Annex.Rows
	for from, to := 0, 1; from < len(all); to++ {
		if to == len(all) || all[to].No != all[from].No || all[to].Name != all[from].Name ||
			all[to].CriterionNo != all[from].CriterionNo {
			out = append(out, apartByLetters(known, all[from:to:to])...)
			from = to
		}
	}
	return out
}

// rowsOf are the rows of a topic: as few as tell apart what the decision and the
// program say of its years and columns.
func (r *Collation) rowsOf(t *Topic) []Row {
	var out []Row
	for _, s := range r.law.Slots(t, r.looked) {
		if s.Standing.Zoned() || len(r.about[t.Topic]) == 0 {
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
	if len(r.about[s.Topic.Topic]) > 0 {
		of := r.say(s, s.Years.From, s.Columns[0])
		out.Words, out.Paper = of.Words, of.Paper
		out.doubt("tỉnh chia vùng riêng ở dòng này: xem ở bộ quy định của tỉnh")
	}
	return out
}

// parted divides a slot into years and columns that the decision tells apart.
func (r *Collation) parted(s Slot) []Row {
	var years [][]*Said // of each year what is said of each column
	for year := s.Years.From; year <= s.Years.To; year++ {
		years = append(years, list.Map(s.Columns, func(c criteria.Region) *Said { return r.say(&s, year, c) }))
	}
	byYear := slices.ContainsFunc(years,
		func(all []*Said) bool { return !slices.EqualFunc(all, years[0], (*Said).alike) })
	if !byYear {
		years = years[:1]
	}
	var out []Row
	for i, all := range years {
		add := func(columns []criteria.Region, of *Said) {
			b := s.Span
			if b.Columns = columns; byYear {
				b.Years = criteria.Years{From: s.Years.From + i, To: s.Years.From + i}
			}
			if one, ok := r.law.slot(s.Topic, s.Standing, b, s.Path); ok {
				one.zone = s.zone
				out = append(out, Row{one, of})
			}
		}
		if !slices.ContainsFunc(all, func(of *Said) bool { return !of.alike(all[0]) }) {
			add(s.Columns, all[0])
			continue
		}
		for k := range all {
			add([]criteria.Region{s.Columns[k]}, all[k])
		}
	}
	return out
}
