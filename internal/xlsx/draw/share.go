package draw

import (
	"math"
	"strings"

	"ntm/internal/list"
)

// Columns of a sheet that is Fitted share its width so that its rows become low: a column
// whose words stand in one line takes what that line needs, and the others divide the rest
// between them, by trying.

const (
	longWord = 0.14 // share of the sheet's width that a word may ask of its column
	headLine = 3    // lines that a column's head may take
)

// column is what a column holds.
type column struct {
	given, least, line float64 // widths: as laid down, of what is not to be broken, of its longest line
	need, floor        float64 // what its cells must have, and should
	texts              []text  // of more than a word
}

// text is a cell's words by their widths.
type text struct {
	row   int
	words []float64
}

// share gives the columns their widths, and tells what they hold.
func (s *Sheet) share() []column {
	columns := s.measured()
	whole := list.Sum(s.Widths)
	rest := whole
	var open []int
	for k := range columns {
		c := &columns[k]
		if c.line > max(c.given, c.least) {
			open = append(open, k)
		} else if c.given > 0 {
			s.Widths[k] = max(c.least, c.line)
			rest -= s.Widths[k]
		}
	}
	least := 0.0
	for _, k := range open {
		least += columns[k].least
	}
	switch {
	case least > rest: // words longer than there is room for
		for k := range columns {
			s.Widths[k] = columns[k].given
		}
	case len(open) == 0:
		s.spread(columns, rest/whole)
	default:
		for _, k := range open {
			s.Widths[k] = columns[k].least + (rest-least)/float64(len(open))
		}
		s.trade(columns, open)
		s.giveBack(columns, open, whole)
	}
	return columns
}

// giveBack has all columns share what open ones have beyond their longest line.
func (s *Sheet) giveBack(columns []column, open []int, whole float64) {
	free := 0.0
	for _, k := range open {
		most := max(columns[k].least, columns[k].line)
		free += max(0, s.Widths[k]-most)
		s.Widths[k] = min(s.Widths[k], most)
	}
	s.spread(columns, free/whole)
}

// spread gives each column so large a share of the width that it was laid down with.
func (s *Sheet) spread(columns []column, share float64) {
	for k := range columns {
		s.Widths[k] += columns[k].given * share
	}
}

// trade moves width from one column to another as long as that makes the rows lower.
func (s *Sheet) trade(columns []column, open []int) {
	rows := make([][]int, len(columns)) // lines by column and row
	for _, k := range open {
		rows[k] = s.linesOf(&columns[k], s.Widths[k])
	}
	best := height(rows, open)
	for _, step := range []float64{64, 32, 16, 8} {
		for better := true; better; {
			better = false
			for _, from := range open {
				for _, to := range open {
					if from == to || s.Widths[from]-step < columns[from].least {
						continue
					}
					kept := [2][]int{rows[from], rows[to]}
					rows[from] = s.linesOf(&columns[from], s.Widths[from]-step)
					rows[to] = s.linesOf(&columns[to], s.Widths[to]+step)
					if now := height(rows, open); now < best {
						best, better = now, true
						s.Widths[from] -= step
						s.Widths[to] += step
					} else {
						rows[from], rows[to] = kept[0], kept[1]
					}
				}
			}
		}
	}
}

// height is how high rows of so many lines are; lines that make no row higher count little.
func height(columns [][]int, open []int) float64 {
	highest, all := 0, 0
	for row := range columns[open[0]] {
		most := 1
		for _, k := range open {
			most = max(most, columns[k][row])
			all += columns[k][row]
		}
		highest += most
	}
	return float64(highest) + float64(all)/1000
}

// linesOf is how many lines each row's words take in a column of that width.
func (s *Sheet) linesOf(c *column, width float64) []int {
	lines := make([]int, len(s.Rows))
	for _, t := range c.texts {
		lines[t.row] = max(lines[t.row], wrapped(t.words, width*narrower-cellMargin))
	}
	return lines
}

// wrapped is how many lines words of such widths take, each with the blank before it.
func wrapped(words []float64, width float64) int {
	count, used := 1, 0.0
	for _, w := range words {
		if used > 0 && used+w > width {
			count++
			used = 0
		}
		used += w
	}
	return count
}

// measured is what each column holds. A cell over several columns has its words in each, as
// much narrower as that one is than they are together.
func (s *Sheet) measured() []column {
	whole := list.Sum(s.Widths)
	columns := list.Map(s.Widths, func(w float64) column { return column{given: w} })
	for i := range s.Rows {
		r := &s.Rows[i]
		for k := 0; k < len(r.Cells) && !r.Hidden; k += r.Cells[k].columns() {
			c := &r.Cells[k]
			switch n := min(c.columns(), len(columns)-k); {
			case n == 1 && columns[k].given > 0:
				columns[k].add(i, c, r.head, longWord*whole)
			case n > 1 && n < len(columns) && !r.head && !c.Look.Flat:
				sum := list.Sum(s.Widths[k : k+n])
				for covered := k; covered < k+n; covered++ {
					columns[covered].part(i, c, sum)
				}
			}
		}
	}
	return columns
}

// add takes a cell into what the column holds. A cell that is filled in keeps the width it
// was laid down with.
func (c *column) add(row int, cell *Cell, head bool, most float64) {
	need, floor := c.ask(cell)
	c.least = max(c.least, need, min(floor, most))
	if cell.Look.Open {
		c.least = max(c.least, c.given)
	}
	if head {
		for cell.Lines(c.least) > headLine {
			c.least += 4
		}
		return
	}
	if cell.Look.Flat {
		return
	}
	bound := 0.0
	switch {
	case cell.Link != (Link{}):
		bound = math.Inf(1) // LibreOffice does not wrap it
	case cell.Formula != "" || cell.Firm:
		bound = most // a verdict
	}
	c.hold(row, cell, 1, bound)
}

// part takes words over several columns, as wide as that together, into one of them. The
// column stays as it was laid down, if nothing else asks for more.
func (c *column) part(row int, cell *Cell, whole float64) {
	line := c.line
	c.hold(row, cell, c.given/whole, 0)
	c.line = max(line, min(c.line, c.given))
}

// hold takes a cell's words into the column, each so many times as wide as it is. Lines no
// wider than bound are not to be broken.
func (c *column) hold(row int, cell *Cell, scale, bound float64) {
	blank := advance(" ")
	for words := range cell.says() {
		for line := range strings.SplitSeq(words, "\n") {
			sum, one := -blank, text{row: row, words: make([]float64, 0, 1+strings.Count(line, " "))}
			for word := range strings.SplitSeq(line, " ") {
				reach := blank + advance(word)
				one.words, sum = append(one.words, scale*cell.Look.reach(reach)), sum+reach
			}
			if len(one.words) > 1 {
				c.texts = append(c.texts, one)
			}
			width := around(scale * cell.Look.reach(sum))
			if c.line = max(c.line, width); width <= bound {
				c.least = max(c.least, width)
			}
		}
	}
}

// around is the width of a column that holds words of that width.
func around(width float64) float64 { return (width+cellMargin)/narrower + 0.5 }
