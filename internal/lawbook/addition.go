package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// addition is an indicator that an office adds: a row of the sheet Chỉ tiêu
// mới, or several, one for each part or year of it.
type addition struct {
	criterion criteria.Criterion // without its indicators
	indicator *criteria.Indicator
	of        *collation.Slot    // what stands of it, which it takes the place of; nil of a new one
	figures   []*criteria.Figure // that are new
	at        line
	lines     []*addLine
}

// addLine is a row of the sheet.
type addLine struct {
	line
	criterion criteria.Criterion
	of        *collation.Slot // the known requirement that it rewrites
	no, name  string
	part      string
	year      int // 0 for every year
	when      addCase
	figure    *criteria.Figure
	isNew     bool // of the figure: the dictionary does not have it
	op        criteria.Op
	cells     []addCell
	check     checked
	words     string
	note      string
}

// addCell is what a line asks of a column, "" for every column.
type addCell struct {
	column criteria.Region
	asks   columnAsks
	op     criteria.Op
	value  decimal.Decimal
}

// columnAsks is in which way a column is asked.
type columnAsks int

const (
	blank     columnAsks = iota // nothing is written: no threshold is known
	aNumber                     // a number, or that it is met
	byTheSide                   // UBND tỉnh quy định, in a row of numbers
	notAsked                    // Không áp dụng
)

// additions reads the rows of the sheet Chỉ tiêu mới.
func (r *reader) additions(g *grid) []*addition {
	columns := addColumns(r.law, []criteria.Region{}, false)
	row, at, ok := g.table(idCriterion, required(columns)...)
	if !ok {
		return nil
	}
	ids := append(required(columns), idPart, idYear, idCase)
	var thresholds []string // one for all columns, then one a column
	for _, c := range r.law.Columns {
		if _, ok := at[idAt+string(c)]; ok {
			thresholds = append(thresholds, idAt+string(c))
		}
	}
	entries := slices.Concat(ids, thresholds)
	var out []*addition
	for i := row + addHeads; i < g.end(); i++ {
		l := line{g, i, at}
		written := l.written(entries...)
		if len(written) == 0 || r.leavesLine(l, columns, thresholds) {
			continue
		}
		before := len(*r.problems)
		l.refuse(written)
		if len(*r.problems) > before {
			continue
		}
		one := &addLine{line: l, no: l.text(idNo), name: l.text(idName), part: l.text(idPart),
			words: l.text(idWords), note: l.text(idNote)}
		r.rewrites(one)
		r.placed(one)
		r.year(one)
		one.when = caseOf(l)
		r.figure(one, out)
		one.check = r.checkOf(l, nil)
		if one.figure != nil {
			r.asks(one, thresholds)
		}
		out = r.joined(out, one, len(*r.problems) == before)
	}
	return list.Where(out, func(a *addition) bool { return len(a.lines) > 0 && r.build(a) })
}

// addCell reads what a line asks of one column.
func (r *reader) addCell(l *addLine, id string) (addCell, bool) {
	out := addCell{op: l.op, asks: aNumber}
	if id != idValue {
		column, _ := strings.CutPrefix(id, idAt)
		out.column = criteria.Region(column)
	}
	text := l.text(id)
	switch {
	case is(text, collation.NotApplied):
		out.asks = notAsked
		return out, true
	case vi.Fold(text) == vi.Fold(collation.Way(criteria.ProvinceSets)):
		out.asks = byTheSide
		return out, true
	case l.op.Sign() == "":
		return out, true
	}
	op, number := signed(text)
	if op != "" {
		out.op = op
	}
	var ok bool
	out.value, ok = l.number(id, number, l.figure)
	return out, ok
}
