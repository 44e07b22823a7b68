package lawbook

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/exact"
	"ntm/internal/matching"
	"ntm/internal/threshold"
)

// item is one thing that a decision asks of a column in a year.
type item struct {
	row     *decision.Row
	cell    *decision.Cell
	reading threshold.Reading
	name    string // of what: the indicator's words, or its part's
	words   string
	doubts  []string
}

// say is what the papers say of a slot in a year and a column: the last that says
// anything.
func (r *reading) say(s *slot, year int, column criteria.Region) *said {
	out := &said{kind: Absent, first: &r.papers[0]}
	all := r.about[s.topic]
	for i := len(all) - 1; i >= 0; i-- {
		items := itemsAt(all[i].paper.Annex, all[i].rows, year, column)
		if len(items) == 0 {
			continue
		}
		out.paper, out.kind = all[i].paper, Same
		out.words = wordsOf(items)
		out.doubt(all[i].doubt, all[i].paper.Foreign)
		r.lay(s, items, out)
		return out
	}
	for i := range all {
		if hasYear(all[i].rows, year) {
			out.doubt("quyết định có chỉ tiêu này nhưng không có mức cho cột này")
		}
	}
	return out
}

func wordsOf(items []item) string {
	var out []string
	for _, i := range items {
		if text := i.words; !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return strings.Join(out, ";\n")
}

// itemsAt are what rows ask of a column in a year.
func itemsAt(a *decision.Annex, rows []*decision.Row, year int, column criteria.Region) []item {
	var out []item
	for _, row := range rows {
		if row.Year != 0 && row.Year != year {
			continue
		}
		for _, c := range cellsFor(row, year, column) {
			out = append(out, itemsOf(a, row, c, year)...)
		}
	}
	return out
}

// cellsFor are the cells of a row that are for a column in a year. The national column
// is for no commune where the regions have their own.
func cellsFor(row *decision.Row, year int, column criteria.Region) []*decision.Cell {
	apart := slices.ContainsFunc(row.Cells, func(c *decision.Cell) bool {
		return c.Column.Kind == decision.Region || c.Column.Kind == decision.Group || c.Column.Kind == decision.Zone
	})
	var out []*decision.Cell
	for _, c := range row.Cells {
		switch {
		case c.Column.Kind == decision.Zone && slices.ContainsFunc(out, func(o *decision.Cell) bool {
			return o.Column.Kind == decision.Zone && o.Words == c.Words
		}): // every zone has the same
		case c.Column.Year != 0 && c.Column.Year != year:
		case slices.Contains(c.Column.IDs, string(column)):
			out = append(out, c)
		case c.Column.Kind == decision.Unclear, c.Column.Kind == decision.Zone:
			out = append(out, c)
		case !apart && (c.Column.Kind == decision.All || c.Column.Kind == decision.Year):
			out = append(out, c)
		}
	}
	return out
}

// itemsOf are what a cell asks: a value, and what is "trong đó" each by itself.
func itemsOf(a *decision.Annex, row *decision.Row, c *decision.Cell, year int) []item {
	one := item{row: row, cell: c, reading: c.Reading, name: row.Name, words: verbatim(a, row, c)}
	if row.Part != "" {
		one.name = row.Name + ": " + row.Part
	}
	for _, d := range slices.Concat(row.Doubts, c.Doubts) {
		one.doubts = append(one.doubts, d.String())
	}
	one.doubts = append(one.doubts, noteDoubts(a, c)...)
	if c.Column.Kind == decision.Zone && zonesApart(row) {
		one.words = lastHeading(c.Column.Heading) + ": " + one.words
		one.doubts = append(one.doubts, fmt.Sprintf("cột %q là vùng riêng của tỉnh: chọn mức cho vùng, hoặc ghi ở bộ quy định của tỉnh",
			lastHeading(c.Column.Heading)))
	}
	if c.Reading.Kind == threshold.ByYear {
		at := slices.IndexFunc(c.Reading.Parts, func(p threshold.Reading) bool { return p.Year == year })
		if at < 0 {
			return nil
		}
		one.reading = c.Reading.Parts[at]
	}
	out := []item{one}
	if one.reading.Kind == threshold.Value {
		for _, p := range one.reading.Parts {
			part := one
			part.reading, part.name = p, row.Name+" "+p.Of
			out = append(out, part)
		}
	}
	return out
}

// lay holds what is asked against the slot.
func (r *reading) lay(s *slot, items []item, out *said) {
	mine, why := r.itemFor(s, items)
	if mine == nil {
		out.doubt(why)
		return
	}
	out.doubt(why)
	out.doubt(mine.doubts...)
	if s.ask.Relative != nil {
		out.doubt("ngưỡng tính theo chỉ tiêu khác: so với nguyên văn rồi đánh dấu, hoặc ghi hệ số")
		return
	}
	if s.standing.Prerequisite != nil || s.asked.Figure == nil {
		out.doubt("dòng này không xét theo số liệu nào")
		return
	}
	j := judged{figure: s.asked.Figure, name: mine.name, op: s.asked.Op, text: s.asked.Text}
	asks, why := j.demand(&mine.reading)
	if asks.op == criteria.NotAsked && s.path != "" {
		asks, why = demand{}, "một phần của chỉ tiêu ghi không áp dụng: ghi ở bộ quy định của cơ quan"
	}
	if asks.op == "" {
		out.doubt(why)
		return
	}
	out.doubt(why)
	r.compare(s, asks, out)
}

// itemFor is the item that a slot is about: the only one, or of several the one whose
// words are those of the slot's figure.
func (r *reading) itemFor(s *slot, items []item) (*item, string) {
	var leaves []*criteria.Ask
	mine := 0
	s.standing.Rule.Leaves(func(path string, leaf *criteria.Ask) {
		if path == s.path {
			mine = len(leaves)
		}
		leaves = append(leaves, leaf)
	})
	switch {
	case len(leaves) == 1 && len(items) == 1:
		return &items[0], ""
	case len(leaves) == 1:
		return nil, fmt.Sprintf("quyết định ghi %d mức ở đây, chương trình có một", len(items))
	case len(items) == 1:
		kind := items[0].reading.Kind
		if kind == threshold.Province || kind == threshold.Word && s.asked.Figure.Unit == criteria.Declared {
			return &items[0], ""
		}
		return nil, fmt.Sprintf("quyết định ghi một mức, chương trình chia %d phần", len(leaves))
	case len(items) != len(leaves):
		return nil, fmt.Sprintf("quyết định ghi %d mức, chương trình chia %d phần", len(items), len(leaves))
	}
	order, sure := r.assign(leaves, items)
	if !sure {
		return &items[order[mine]], "các phần ghép theo thứ tự, chữ không đủ rõ"
	}
	return &items[order[mine]], ""
}

// assign gives each part of a requirement the item with the nearest words, and tells
// whether no other way is nearly as near.
func (r *reading) assign(leaves []*criteria.Ask, items []item) (order []int, sure bool) {
	names := make([]string, len(items))
	for i := range items {
		names[i] = items[i].name
	}
	index := matching.NewIndex(names)
	scores := make([][]float64, len(leaves))
	for i, leaf := range leaves {
		scores[i] = make([]float64, len(items))
		if f := r.law.lib.Figures[leaf.Figure]; f != nil {
			for k := range items {
				scores[i][k] = index.Score(f.Name+" "+f.Numerator, k)
			}
		}
	}
	straight := make([]int, len(leaves))
	total := 0.0
	for i := range straight {
		straight[i] = i
		total += scores[i][i]
	}
	for i := range leaves { // is there a better way by swapping two?
		for k := i + 1; k < len(leaves); k++ {
			if scores[i][k]+scores[k][i] > scores[i][i]+scores[k][k]-0.02 {
				return straight, false
			}
		}
	}
	return straight, total > 0
}

// compare tells how a threshold stands to what the program has.
func (r *reading) compare(s *slot, asks demand, out *said) {
	rank := layerRank(out.paper.Layer)
	if layerRank(s.standing.Doc.Layer) > rank {
		if !equal(asks, &s.asked) && asks.op != criteria.ProvinceSets {
			out.doubt(fmt.Sprintf("dòng này đã có quy định của %s (%s): mức của %s không thay được, so lại hai văn bản",
				s.standing.Doc.Layer.Title(), s.standing.Doc, out.paper.Layer.Title()))
		}
		return // what stands goes before it anyway
	}
	out.asks = asks
	switch {
	case out.kind == Again:
	case equal(asks, &s.asked):
		out.kind = Same
	case !s.asked.Known && asks.op != criteria.ProvinceSets:
		out.kind = New
	default:
		out.kind = Other
	}
	if above := r.above(s, rank); above != nil && isLaxer(asks, above) && out.paper.Layer != criteria.Nation {
		out.doubt(fmt.Sprintf("dễ hơn mức cấp trên %s: ghi điều khoản cho phép ở cột Điều khoản, hoặc xem lại", above))
	}
}

// above is what a layer above asks in the slot's first year and column, nil for nothing.
func (r *reading) above(s *slot, rank int) *criteria.Requirement {
	st := s.standing
	for st != nil && layerRank(st.Doc.Layer) >= rank {
		st = st.Overridden
	}
	if st == nil || s.path != "" && len(st.Rule.Parts()) == 0 {
		return nil
	}
	var out *criteria.Requirement
	st.Rule.Leaves(func(path string, leaf *criteria.Ask) {
		if path == s.path {
			asked := r.law.lib.Asked(st.Rule, leaf, s.Years.From, s.Columns[0])
			out = &asked
		}
	})
	return out
}

// equal tells whether a demand is what stands.
func equal(d demand, r *criteria.Requirement) bool {
	if d.op != r.Op {
		return false
	}
	return !d.compares() || r.Known && r.Value.Equal(d.number)
}

// isLaxer tells whether a demand asks for less than what stands above it.
func isLaxer(d demand, above *criteria.Requirement) bool {
	switch {
	case !above.Known || above.Op == criteria.ProvinceSets:
		return false
	case d.op != above.Op:
		return true
	case d.op == criteria.AtLeast:
		return exact.Compare(d.number, above.Value) < 0
	case d.op == criteria.AtMost:
		return exact.Compare(d.number, above.Value) > 0
	}
	return d.op == criteria.Exactly && !d.number.Equal(above.Value)
}

// hasYear tells whether rows ask anything of a year at all.
func hasYear(rows []*decision.Row, year int) bool {
	for _, row := range rows {
		years := yearsOf(row)
		if years[0] == 0 || slices.Contains(years, year) {
			return true
		}
	}
	return false
}

// zonesApart tells whether a province's zones are asked different things in a row.
func zonesApart(row *decision.Row) bool {
	words := ""
	for _, c := range row.Cells {
		if c.Column.Kind != decision.Zone {
			continue
		}
		if words != "" && c.Words != words {
			return true
		}
		words = c.Words
	}
	return false
}

// lastHeading is the lowest of the headings over a column.
func lastHeading(heading string) string {
	return strings.TrimPrefix(heading[max(0, strings.LastIndex(heading, " / ")):], " / ")
}
