package proof

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/pattern"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// A dossier that an earlier program laid down otherwise cannot be made again as it was.
// The values of its seal are looked for in it: under the names that cells have, in rows
// that are about the same thing, below the same heads. What has no place there is only
// counted; what the sheets say besides is not compared.

// valuesOnly looks for the values of a sheet.
func (c *comparison) valuesOnly() error {
	c.older = map[string]bool{}
	for _, n := range c.sheet.Named {
		sheet, cell, _ := strings.Cut(plainName(c.book.Names[n.Name]), "!")
		to, k, err := excelize.CellNameToCoordinates(cell)
		if err == nil && sheet == c.sheet.Name {
			c.pair(&c.sheet.Rows[n.Row-1].Cells[n.Column-1], n.Column-1, n.Row-1, to-1, k-1).value()
		}
	}
	return c.rowByRow()
}

// between tells whether rows that are not about the same thing stand between two that are:
// something else is said in this one's place.
func (c *comparison) between(i, k int) bool {
	return i > 0 && k > 0 && i+1 < len(c.sheet.Rows) && c.sameThing(i-1, k-1) && c.sameThing(i+1, k+1)
}

// sameThing tells whether a row of the workbook is about the same thing as one of the
// sheet: it says the first two texts that stand in that one for good, or most heads of
// columns.
func (c *comparison) sameThing(i, k int) bool {
	if i+1 == c.sheet.Head.Row {
		heads := slices.Collect(maps.Values(c.heads(i, k)))
		return 2*list.Count(heads, func(at int) bool { return at >= 0 }) > len(heads)
	}
	said := 0
	for column, cell := range c.sheet.Rows[i].Cells {
		if text, is := cell.Value.(string); is && isFixed(cell) && !closed[text] && said < 2 {
			said++
			if !slices.ContainsFunc(c.rows[k+1], func(found read.Cell) bool { return says(&cell, found) }) &&
				!sameButNumbers(text, c.at(k, column)) {
				return false
			}
		}
	}
	return said > 0
}

// heads tells for each column of a table where its head stands in the row, -1 for nowhere.
func (c *comparison) heads(i, k int) map[int]int {
	out, taken := map[int]int{}, map[int]bool{}
	for column, cell := range c.sheet.Rows[i].Cells {
		at := slices.IndexFunc(c.rows[k+1], func(found read.Cell) bool {
			return cell.Value != nil && vi.OneLine(found.Text) == vi.OneLine(shownValue(cell.Value))
		})
		if taken[at] {
			at = -1
		}
		out[column], taken[at] = at, true
	}
	return out
}

// beside tells for each column where what it says in a row stands, outside a table: in its own
// place among the cells that say something, where as many do; else in the same column.
func (c *comparison) beside(i, k int) map[int]int {
	out := map[int]int{}
	var own, found []int
	for column, cell := range c.sheet.Rows[i].Cells {
		if out[column] = column; cell.Value != nil {
			own = append(own, column)
		}
	}
	for column, cell := range c.rows[k+1] {
		if cell.Text != "" {
			found = append(found, column)
		}
	}
	for n, column := range own {
		if len(own) == len(found) {
			out[column] = found[n]
		}
	}
	return out
}

// value compares a value with what stands in its place.
func (p *pair) value() {
	text, _ := p.want.Value.(string)
	switch {
	case p.to < 0:
		if p.isValue(p.want) {
			p.out.Unplaced++
		}
		return
	case p.older[p.name], p.numbers(p.column, p.i):
		return
	case p.want.Pen != nil:
		p.fill()
	case p.isValue(p.want) && p.found.Kind != read.Uncomputed:
		p.out.Cells++
		if !says(p.want, p.found) {
			p.differs()
		}
	case sameButNumbers(text, p.found) && text != p.found.Text && !p.want.Waits:
		p.differs()
	default:
		return
	}
	p.older[p.name] = true
}

// numbers tells a cell that numbers its row, which says where it stands, not what.
func (c *comparison) numbers(column, i int) bool {
	head := c.sheet.Head.Row
	return column == 0 && head > 0 && i >= head
}

// nothingPlaced counts the values of a sheet that says them in another order now.
func (c *comparison) nothingPlaced() {
	for i := range c.sheet.Rows {
		c.unplaced(i)
	}
}

// unplaced counts the values of a row that has no place.
func (c *comparison) unplaced(i int) {
	if i >= len(c.sheet.Rows) {
		return
	}
	for column := range c.sheet.Rows[i].Cells {
		if cell := &c.sheet.Rows[i].Cells[column]; c.isValue(cell) && !c.numbers(column, i) {
			c.out.Unplaced++
		}
	}
}

// closed are the words that a judgement comes to.
var closed = func() map[string]bool {
	out := map[string]bool{look.NotYet: true}
	for _, o := range []assess.Outcome{assess.Met, assess.NotMet, assess.NotApplicable, assess.NoFigure,
		assess.NoThreshold, assess.Undetermined} {
		out[o.Word()] = true
	}
	for _, v := range []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided} {
		out[v.Word()] = true
	}
	for _, grade := range criteria.Grades {
		out[grade] = true
	}
	return out
}()

// isValue tells a cell that holds something of the seal: a number, what a judgement comes
// to, words of the report or of the requirements.
func (c *comparison) isValue(want *draw.Cell) bool {
	text, words := want.Value.(string)
	switch {
	case want.Pen != nil || want.Waits || want.Value == nil:
		return false
	case !words || closed[text]:
		return true
	}
	quoted, err := json.Marshal(text)
	return err == nil && (bytes.Contains(c.seal.Report, quoted) || bytes.Contains(c.seal.Set, quoted))
}

var number = pattern.New(`[0-9]+(?:[.,][0-9]+)*`)

// sameButNumbers tells whether a cell says the words, but for the numbers in them.
func sameButNumbers(words string, found read.Cell) bool {
	plain := func(text string) string { return number.ReplaceAllString(vi.OneLine(text), "#") }
	return number.MatchString(words) && plain(words) == plain(found.Text) && plain(words) != "#"
}

// says tells whether a cell holds a value, among other words or not.
func says(want *draw.Cell, found read.Cell) bool {
	if sameValue(want, found) {
		return true
	}
	switch v := want.Value.(type) {
	case float64:
		return found.Kind == read.Text && slices.Contains(number.FindAllString(found.Text, -1),
			vi.Number(decimal.NewFromFloat(v)))
	case string:
		return !closed[v] && strings.Contains(vi.OneLine(found.Text), vi.OneLine(v))
	}
	return false
}
