package collation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/list"
	"ntm/internal/matching"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// Line is what a decision says of an indicator that the program does not have, or of one
// part or one year of it.
type Line struct {
	Paper          *Paper
	Criterion      string
	No, Name, Part string
	Year           int
	Case           string // "xã có từ 4 trường trở lên", "hoặc (1)", "Khu vực 1"; "" where it is for every commune
	Words          string
	Kind           Kind
	rank           int
	Why            []string

	Figure     *criteria.Figure   // of the dictionary, where that is certain
	Candidates []*criteria.Figure // among which a person chooses
	Invented   criteria.Figure    // where there is none

	Of *Restated // the known indicator that it is of, in another shape; nil of a new one

	open   []string // why columns are left without a threshold, for a person to write
	openAt []criteria.Region
	IsPart bool // that is all there is to doubt: what it does have may be taken

	isAmong bool // it is what is "trong đó", of the line above

	isNo bool // every column says Không
	Op   criteria.Op
	All  string                     // of every column
	At   map[criteria.Region]string // or of each
}

func (n *Line) doubt(why ...string) {
	n.Why = list.Once(n.Why, vi.NonEmpty(why...)...)
}

// asked is what a column asks.
type asked struct {
	column criteria.Region
	*item
}

// linesOf are the lines of an indicator in some columns, for a zone of the province where one is named. own is the
// figure that its first number is of where it counts in the figure's unit, nil for none.
func (r *Collation) linesOf(p *Paper, rows []*decision.Row, columns []criteria.Region, zone string,
	own *criteria.Figure) []*Line {
	var out []*Line
	for _, row := range rows {
		for _, year := range yearsOf(row) {
			at := map[criteria.Region][]item{}
			most := 0
			for _, c := range columns {
				for _, cell := range cellsFor(row, cmp.Or(year, r.law.Std.Years.From), inZone{c, zone}) {
					at[c] = append(at[c], itemsOf(p.Annex, row, cell, year, zone != "")...)
				}
				most = max(most, len(at[c]))
			}
			cases := unfold(columns, at)
			for i := range max(most, len(cases), 1) {
				out = append(out, r.newLine(p, row, year, i, columns, at, cases, own))
			}
		}
	}
	r.finish(out)
	return out
}

// yearsOf are the years that a row tells apart: 0 for all of them.
func yearsOf(row *decision.Row) []int {
	var out []int
	if row.Year != 0 {
		return []int{row.Year}
	}
	for _, c := range row.Cells {
		if c.Column.Year != 0 {
			out = append(out, c.Column.Year)
		}
		if c.Reading.Kind == threshold.ByYear {
			for _, p := range c.Reading.Parts {
				out = append(out, p.Year)
			}
		}
	}
	if len(out) == 0 {
		return []int{0}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// noneFor says that a row has nothing for a column, or why it can have none.
func (r *Collation) noneFor(row *decision.Row, c criteria.Region) string {
	byGroup := slices.ContainsFunc(row.Cells, func(c *decision.Cell) bool { return c.Column.Kind == decision.Group })
	if byGroup && len(r.law.Std.Groups) == 0 {
		return fmt.Sprintf("quyết định chia theo nhóm xã, bộ tiêu chí %s không chia nhóm: thêm mục groups vào tệp của "+
			"bộ tiêu chí rồi đọc lại", r.law.Std.ID)
	}
	return fmt.Sprintf("không có mức cho %s", r.law.ColumnTitle(c))
}

// newLine is one line: the i-th thing that each column asks.
func (r *Collation) newLine(p *Paper, row *decision.Row, year, i int, columns []criteria.Region,
	at map[criteria.Region][]item, cases []string, own *criteria.Figure) *Line {
	n := &Line{Paper: p, No: row.No, Name: withoutYears(row.Name), Part: row.Part, Year: year,
		At: map[criteria.Region]string{}}
	if cases != nil {
		n.Case = cases[i]
	}
	n.Criterion = r.criterionOf(n, row)
	n.doubt(p.Foreign)
	var shown, mine []asked
	for _, c := range columns {
		if i < len(at[c]) {
			shown = append(shown, asked{c, &at[c][i]})
		}
	}
	markUnits(shown)
	open := leftOpen(shown)
	for _, c := range columns {
		switch {
		case i < len(at[c]) && slices.Contains(open, c):
			n.leaveOpen(c, r.shortTitle(c), &at[c][i])
		case i < len(at[c]):
			one := asked{c, &at[c][i]}
			mine = append(mine, one)
			r.settleMet(n, one.item)
			n.doubt(one.doubts...)
			if i > 0 && cases == nil && n.Part == row.Part {
				n.Part = strings.TrimSpace(row.Part + " trong đó " + one.reading.Of)
				n.isAmong = true
			}
		case i == 0 && !slices.Contains(p.Lacks, c): // else it is said above the table
			n.doubt(r.noneFor(row, c))
		}
	}
	n.Words = r.wordsByColumn(columns, shown)
	unit := n.unitOf(mine)
	n.isNo = unit == criteria.Declared && len(mine) > 0 &&
		!slices.ContainsFunc(mine, func(a asked) bool { return a.reading.Word != "không" })
	step := cmp.Or(n.stepOf(mine), n.thingsOf(mine))
	if own != nil && own.Unit == unit && i == 0 && cases == nil && row.Part == "" && step == "" {
		n.Figure = own
	} else {
		r.judgedBy(n, unit, step)
	}
	n.fill(columns, mine)
	return n
}

// criterionOf names the criterion as the sheet takes it: by the standard's own name,
// where it has one of that number.
func (r *Collation) criterionOf(n *Line, row *decision.Row) string {
	no := row.CriterionNo
	if no == "" {
		no, _, _ = strings.Cut(row.No, ".")
	}
	for _, c := range r.law.Std.Criteria {
		if c.No != no {
			continue
		}
		if row.Criterion != "" && !matching.SameCriterion(c.Name, row.Criterion) {
			r.namedOtherwise(n, c, row.Criterion)
		}
		return c.No + ". " + c.Name
	}
	return strings.TrimSuffix(no+". "+row.Criterion, ". ")
}

// namedOtherwise tells that a decision calls a criterion of the standard otherwise: a person looks at
// each line of it, but where every criterion is its own only indicator, as of xã kiểu mẫu, for which
// provinces have criteria of their own. Then it is said once.
func (r *Collation) namedOtherwise(n *Line, c *criteria.Criterion, name string) {
	why := fmt.Sprintf("quyết định gọi tiêu chí %s là %q, bộ tiêu chí ghi %q", c.No, name, c.Name)
	if n.No == c.No || slices.ContainsFunc(r.law.Std.Criteria, func(c *criteria.Criterion) bool {
		return len(c.Indicators) != 1 || c.Indicators[0].No != c.No
	}) {
		n.doubt(why)
		return
	}
	if why += ": các chỉ tiêu mới của tiêu chí ấy xếp dưới tiêu chí " + c.No + " của bộ, số và nội dung như " +
		"quyết định"; !slices.Contains(n.Paper.Cautions, why) {
		n.Paper.Cautions = append(n.Paper.Cautions, why)
	}
}

// wordsByColumn are the decision's words: once where every column has the same.
func (r *Collation) wordsByColumn(columns []criteria.Region, shown []asked) string {
	var out []string
	for words, all := range list.By(shown, func(a asked) string { return a.words }) {
		if len(all) == len(columns) {
			return words
		}
		out = append(out, vi.List(", ", all, func(a asked) string { return r.shortTitle(a.column) })+": "+words)
	}
	return strings.Join(out, ";\n")
}

// shortTitle is a column's name without what explains it.
func (r *Collation) shortTitle(c criteria.Region) string {
	before, _, _ := strings.Cut(r.law.ColumnTitle(c), ",")
	return before
}
