package lawbook

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// build makes the rules of an added indicator from its lines: one rule for the columns
// that are asked in the same way.
func (r *reader) build(a *addition) bool {
	for _, l := range a.lines {
		if l.isNew {
			a.figures = list.Once(a.figures, l.figure)
		}
	}
	before := len(*r.problems)
	all := a.columns(r.law)
	for _, columns := range list.By(all, a.how) {
		rule := r.rule(a, columns)
		if len(columns) < len(all) || a.of != nil {
			rule.Columns = columns
		}
		a.indicator.Rules = append(a.indicator.Rules, rule)
	}
	return len(*r.problems) == before
}

// how says in what way a column is asked by each line.
func (a *addition) how(c criteria.Region) string {
	out := ""
	for _, l := range a.lines {
		cell := l.at(c)
		out += fmt.Sprintf("%s %s %d: %d %s; ", l.part, l.when.text, l.year, max(cell.asks, aNumber), cell.op)
	}
	return out
}

// at is what the line asks of a column.
func (l *addLine) at(c criteria.Region) addCell {
	for _, cell := range l.cells {
		if cell.column == c || cell.column == "" {
			return cell
		}
	}
	if l.op.Sign() == "" && len(l.cells) == 0 || l.op == criteria.DeclaredMet || l.op == criteria.ProvinceSets {
		return addCell{column: c, op: l.op, asks: aNumber}
	}
	return addCell{column: c, op: l.op, asks: blank}
}

// rule is what an indicator asks of columns that are asked in the same way.
func (r *reader) rule(a *addition, columns []criteria.Region) *criteria.Rule {
	check := a.lines[0].check
	out := &criteria.Rule{Decision: &check.decision, Article: check.article, CheckedBy: check.by, CheckedOn: check.on}
	var words, notes []string
	var parts addParts
	for _, l := range a.lines {
		words, notes = list.Once(words, vi.NonEmpty(l.words)...), list.Once(notes, vi.NonEmpty(l.note)...)
		cell := l.at(columns[0])
		if cell.asks == notAsked {
			l.mustBeWhole(columns[0], r.law.ColumnTitle(columns[0]))
			continue
		}
		ask := parts.ask(l)
		if ask.Figure != l.figure.ID {
			l.fail(idFigure, "các năm của một chỉ tiêu xét theo cùng một số liệu",
				"số liệu khác với dòng của năm khác")
		}
		r.leafOf(l, cell, columns, ask)
	}
	out.Grounds = criteria.Grounds{Status: criteria.Confirmed, Source: check.source(strings.Join(words, " / "),
		strings.Join(notes, "; "))}
	switch asks := r.asksOf(parts); len(asks) {
	case 0:
		out.NotAsked, out.Figure = true, a.lines[0].figure.ID
	case 1:
		asks[0].Grounds = out.Grounds
		out.Ask = *asks[0]
	default:
		out.AllOf = asks
	}
	return out
}

// leafOf puts what a line asks of columns into a part of the requirement.
func (r *reader) leafOf(l *addLine, cell addCell, columns []criteria.Region, ask *criteria.Ask) {
	op := cell.op
	if cell.asks == byTheSide {
		op = criteria.ProvinceSets
	}
	isTable := op.Sign() != ""
	if ask.Table() == nil && (ask.Declared || ask.SetBy != "") || ask.Table() != nil && !isTable || l.year != 0 &&
		!isTable {
		l.fail(idWay, "ghi số cho mỗi năm, hoặc để trống năm", "chỉ ngưỡng bằng số mới chia theo năm được")
		return
	}
	switch op {
	case criteria.DeclaredMet:
		ask.Declared = true
		if l.words != "" && !is(l.words, met) {
			ask.Text = vi.OneLine(l.words)
		}
		return
	case criteria.ProvinceSets:
		ask.SetBy = criteria.Province
		return
	}
	table := ask.Table()
	if table == nil {
		table = &criteria.Series{ByYear: l.year != 0}
		compared(ask, op, table)
		if table.ByYear {
			r.unknownYears(table)
		}
	} else if ask.Op() != op || table.ByYear != (l.year != 0) {
		l.fail(idWay, "ghi cùng cách xét cho mọi năm, và năm ở mỗi dòng", "cách xét khác với dòng của năm khác")
		return
	}
	l.put(table, columns)
}

// unknownYears makes a table that knows the threshold of no year yet.
func (r *reader) unknownYears(table *criteria.Series) {
	for y := r.law.Std.Years.From; y <= r.law.Std.Years.To; y++ {
		table.Cells = append(table.Cells, criteria.SeriesCell{Year: y})
	}
}

// put puts a line's numbers for columns into a table.
func (l *addLine) put(table *criteria.Series, columns []criteria.Region) {
	var mine []criteria.SeriesCell
	for _, c := range l.cells {
		if c.asks == aNumber && (c.column == "" || slices.Contains(columns, c.column)) {
			mine = append(mine, criteria.SeriesCell{Year: l.year, Column: c.column, Value: c.value, Known: true})
		}
	}
	at := len(table.Cells)
	if l.year != 0 && len(mine) > 0 {
		at = slices.IndexFunc(table.Cells, func(c criteria.SeriesCell) bool { return c.Year == l.year })
		table.Cells = slices.Delete(table.Cells, at, at+1)
	}
	table.Cells = slices.Insert(table.Cells, at, mine...)
}
