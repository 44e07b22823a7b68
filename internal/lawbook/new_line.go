package lawbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/matching"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// newLine is a row of the sheet Chỉ tiêu mới as a decision was read into it: an
// indicator that the program does not have, or one part or one year of it.
type newLine struct {
	paper          *Paper
	criterion      string
	no, name, part string
	year           int
	words          string
	kind           Kind
	rank           int
	why            []string

	figure     *criteria.Figure   // of the dictionary, where that is certain
	candidates []*criteria.Figure // among which a person chooses
	invented   criteria.Figure    // where there is none

	isNo bool // every column says Không
	op   criteria.Op
	all  string                     // of every column
	at   map[criteria.Region]string // or of each
}

func (n *newLine) doubt(why ...string) {
	for _, one := range why {
		if one != "" && !slices.Contains(n.why, one) {
			n.why = append(n.why, one)
		}
	}
}

// newLines are the lines of an indicator that the program does not have.
func (r *reading) newLines(p *Paper, rows []*decision.Row) []*newLine {
	columns := r.law.columns
	if r.looked != nil {
		columns = r.looked
	}
	var out []*newLine
	for _, row := range rows {
		years := yearsOf(row)
		for _, year := range years {
			at := map[criteria.Region][]item{}
			most := 0
			for _, c := range columns {
				for _, cell := range cellsFor(row, cmp.Or(year, r.law.std.Years.From), c) {
					at[c] = append(at[c], itemsOf(p.Annex, row, cell, year)...)
				}
				most = max(most, len(at[c]))
			}
			for i := range max(most, 1) {
				out = append(out, r.newLine(p, row, year, i, columns, at))
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

// newLine is one line: the i-th thing that each column asks.
func (r *reading) newLine(p *Paper, row *decision.Row, year, i int, columns []criteria.Region,
	at map[criteria.Region][]item) *newLine {
	n := &newLine{paper: p, no: row.No, name: withoutYears(row.Name), part: row.Part, year: year,
		at: map[criteria.Region]string{}}
	n.criterion = r.criterionOf(n, row)
	mine := map[criteria.Region]*item{}
	for _, c := range columns {
		if i < len(at[c]) {
			mine[c] = &at[c][i]
			n.doubt(at[c][i].doubts...)
			if i > 0 && n.part == row.Part {
				n.part = strings.TrimSpace(row.Part + " trong đó " + at[c][i].reading.Of)
			}
		} else if i == 0 {
			n.doubt(fmt.Sprintf("không có mức cho %s", r.law.columnTitle(c)))
		}
	}
	n.words = r.wordsByColumn(columns, mine)
	unit := n.unitOf(columns, mine)
	n.isNo = unit == criteria.Declared && !slices.ContainsFunc(columns, func(c criteria.Region) bool {
		return mine[c] == nil || mine[c].reading.Word != "không"
	})
	r.judgedBy(n, unit)
	n.fill(columns, mine)
	return n
}

// criterionOf names the criterion as the sheet takes it: by the standard's own name,
// where it has one of that number.
func (r *reading) criterionOf(n *newLine, row *decision.Row) string {
	no := row.CriterionNo
	if no == "" {
		no, _, _ = strings.Cut(row.No, ".")
	}
	for _, c := range r.law.std.Criteria {
		if c.No != no {
			continue
		}
		if row.Criterion != "" && matching.NewIndex([]string{c.Name}).Score(row.Criterion, 0) < 0.3 {
			n.doubt(fmt.Sprintf("quyết định gọi tiêu chí %s là %q, bộ tiêu chí ghi %q", no, row.Criterion, c.Name))
		}
		return c.No + ". " + c.Name
	}
	return strings.TrimSuffix(no+". "+row.Criterion, ". ")
}

// wordsByColumn are the decision's words: once where every column has the same.
func (r *reading) wordsByColumn(columns []criteria.Region, mine map[criteria.Region]*item) string {
	var order []string
	of := map[string][]string{}
	for _, c := range columns {
		if mine[c] == nil {
			continue
		}
		text := mine[c].words
		if of[text] == nil {
			order = append(order, text)
		}
		of[text] = append(of[text], r.shortTitle(c))
	}
	if len(order) == 1 && len(of[order[0]]) == len(columns) {
		return order[0]
	}
	var out []string
	for _, text := range order {
		out = append(out, strings.Join(of[text], ", ")+": "+text)
	}
	return strings.Join(out, ";\n")
}

// shortTitle is a column's name without what explains it.
func (r *reading) shortTitle(c criteria.Region) string {
	before, _, _ := strings.Cut(r.law.columnTitle(c), ",")
	return before
}

// unitOf is the unit of what the columns ask.
func (n *newLine) unitOf(columns []criteria.Region, mine map[criteria.Region]*item) criteria.Unit {
	var out criteria.Unit
	isDeclared, isBare, sets := false, false, false
	for _, c := range columns {
		if mine[c] == nil {
			continue
		}
		var one criteria.Unit
		switch reading := &mine[c].reading; reading.Kind {
		case threshold.Value:
			var known bool
			if one, known = matching.UnitOf(reading.Unit); reading.Unit != "" && !known {
				n.doubt(fmt.Sprintf("chương trình chưa có đơn vị %q", reading.Unit))
			}
			isBare = isBare || one == ""
		case threshold.Grade:
			one = criteria.Grade
		case threshold.Word, threshold.Ministry:
			isDeclared = true
		case threshold.Province:
			sets = true
		}
		if one != "" && out != "" && one != out {
			n.doubt(fmt.Sprintf("các cột tính bằng đơn vị khác nhau: %s và %s", out, one))
		}
		out = cmp.Or(out, one)
	}
	byWords, spoken := matching.UnitByWords(cmp.Or(n.part, n.name))
	switch {
	case out != "" && isDeclared && out != criteria.Grade:
		n.doubt("có cột ghi số, có cột ghi bằng chữ")
	case out == "" && isBare && spoken:
		return byWords
	case out == "" && isBare:
		n.doubt("không rõ số này đếm gì: chọn đơn vị đo")
	case out == "" && isDeclared:
		return criteria.Declared
	case out == "" && sets && spoken:
		return byWords
	case out == "" && sets:
		return criteria.Declared
	}
	return out
}

// judgedBy finds the figure that the line judges by, or makes one.
func (r *reading) judgedBy(n *newLine, unit criteria.Unit) {
	words := matching.Plain(strings.TrimSpace(n.name + " " + n.part))
	found := r.figures.Find(words, unit)
	if f, ok := matching.Certain(words, found); ok && unit != "" {
		n.figure = f
		return
	}
	n.invented = matching.Invented(n.name, n.part, unit)
	if n.isNo && !strings.HasPrefix(vi.Fold(n.invented.Name), "khong") {
		n.invented.Name = "Không có " + matching.Lower(n.invented.Name) // what is declared met
	}
	for _, c := range found {
		n.candidates = append(n.candidates, c.Figure)
	}
}

// yearsBehind are years that stand behind a name, as where they are set below it.
var yearsBehind = pattern.New(`(?i)(?:\s*[-–]?\s*năm 20\d\d\s*[:;,]?)+$`)

// withoutYears is an indicator's words without the years behind them.
func withoutYears(name string) string {
	return strings.TrimRight(yearsBehind.ReplaceAllString(name, ""), " :;")
}
