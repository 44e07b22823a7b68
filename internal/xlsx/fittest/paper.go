package fittest

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// paper is a sheet as it is printed.
type paper struct {
	*page
	head     int      // the row that is repeated on each page, 0 for none
	pictures []string // the cells that they stand in
	scale    float64  // at which it is printed
}

// sheet looks at each page of a sheet, which ends after the rows of breaks. It gives how many
// pages those are.
func (p *paper) sheet(breaks []int, pages [][]word) (problems []string, used int) {
	shown, err := p.file.GetPictureCells(p.name)
	if err != nil {
		p.t.Fatal(err)
	}
	p.pictures, p.scale = shown, 1
	room := p.height()
	if whole := p.reach(1, len(p.rows)); len(breaks) == 0 && whole > room { // by whole per cents
		p.scale = math.Floor(100*room/whole) / 100
	}
	ends, first := append(slices.Clone(breaks), len(p.rows)), 1
	for n, last := range ends {
		if n >= len(pages) {
			break
		}
		wrong, saying := p.laid(first, last, n > 0, pages[n])
		for _, problem := range wrong {
			problems = append(problems, fmt.Sprintf("page %d, %s", n+1, problem))
		}
		if len(ends) > 1 {
			f := p.filled(first, saying, n > 0)
			f.share, f.last = reached(pages[n], room)/room, n+1 == len(ends)
			if problem := f.problem(); problem != "" {
				problems = append(problems, fmt.Sprintf("page %d %s", n+1, problem))
			}
		}
		first = last + 1
	}
	return problems, len(ends)
}

// laid looks for the words of a page's rows, and gives the rows that say something. From the
// second page on the head is repeated above them.
func (p *paper) laid(first, last int, again bool, words []word) (problems []string, saying []int) {
	y := top
	if again && p.head > 0 && p.head < first {
		y += p.reach(p.head, p.head)
	}
	for row := first; row <= last; row++ {
		cells := []string(nil)
		if row <= len(p.rows) {
			cells = p.rows[row-1]
		}
		if strings.Join(cells, "") != "" || slices.Contains(p.pictures, draw.Ref(1, row)) {
			saying = append(saying, row)
		}
		problems = append(problems, p.row(row, cells, y, words)...)
		y += p.reach(row, row)
	}
	return problems, saying
}

// filled is what stands on a page that begins with a row, by the rows of it that say something.
func (p *paper) filled(first int, saying []int, again bool) filling {
	f := filling{rows: len(saying)}
	if n := len(saying); n > 0 && saying[n-1] <= len(p.rows) && p.heads(saying[n-1]) {
		f.heading, _ = p.file.GetCellValue(p.name, draw.Ref(1, saying[n-1]))
	}
	if again && first <= len(p.rows) && strings.Join(p.rows[first-1], "") != "" {
		f.headed = p.above(first)
	}
	return f
}

// height is the room on a page, in points.
func (p *paper) height() float64 {
	layout, err := p.file.GetPageLayout(p.name)
	if err != nil {
		p.t.Fatal(err)
	}
	if *layout.Orientation == "landscape" {
		return 170 / 25.4 * 72
	}
	return 257 / 25.4 * 72
}

// reach is how high rows are together.
func (p *paper) reach(first, last int) float64 {
	sum := 0.0
	for row := first; row <= last; row++ {
		if shown, err := p.file.GetRowVisible(p.name, row); err != nil || !shown {
			continue
		}
		h, err := p.file.GetRowHeight(p.name, row)
		if err != nil {
			p.t.Fatal(err)
		}
		sum += h
	}
	return sum
}

// row looks for the words of a row's cells, which begins at y.
func (p *paper) row(row int, cells []string, y float64, words []word) []string {
	var out []string
	x := left
	for c, says := range cells {
		at, _ := excelize.CoordinatesToCellName(c+1, row)
		letter, _ := excelize.ColumnNumberToName(c + 1)
		own, err := p.file.GetColWidth(p.name, letter)
		if err != nil {
			p.t.Fatal(err)
		}
		from := x
		x += own * draw.ZeroWidth
		raw, _ := p.file.GetCellValue(p.name, at, excelize.Options{RawCellValue: true})
		width, height := p.room(at, c+1, row)
		if says == "" || width == 0 || height == 0 {
			continue
		}
		box := [4]float64{left + (from-left)*p.scale, top + (y-top)*p.scale, width * p.scale, height * p.scale}
		look := func(box [4]float64) string { return within(says, words, box[0], box[1], box[2], box[3]) }
		if value, err := strconv.ParseFloat(raw, 64); err == nil {
			look = func(box [4]float64) string { return number(value, words, box) }
		}
		problem := look(box)
		if strings.HasPrefix(problem, "lacks") { // columns on the paper drift by a few points
			problem = look([4]float64{box[0] - drift, box[1], box[2] + 2*drift, box[3]})
		}
		if problem != "" {
			out = append(out, at+" "+problem)
		}
	}
	return out
}
