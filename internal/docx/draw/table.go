package draw

import (
	"fmt"

	"ntm/internal/list"
)

// Cell is a cell of a table: its paragraphs over so many columns.
type Cell struct {
	Lines []Line
	Span  int // 0 for 1
}

// Line is a paragraph in a cell.
type Line struct {
	Look  Look
	Words string
}

// Table is a table as wide as the page's words.
type Table struct {
	Columns []float64 // how wide each is, in any one measure
	Bare    bool      // without lines between cells
	Heads   int       // rows that stand anew on every page
	Rows    [][]Cell
	Kept    bool // on one page
}

// AddTable adds a table. A row is never divided between two pages.
func (p *Paper) AddTable(t *Table) {
	widths := t.widths(p.Room())
	p.body.WriteString(`<w:tbl><w:tblPr>`)
	fmt.Fprintf(&p.body, `<w:tblW w:w="%d" w:type="dxa"/>`, p.Room())
	margin := 60
	if t.Bare {
		margin = 0
	} else {
		p.body.WriteString(`<w:tblBorders>`)
		for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			fmt.Fprintf(&p.body, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
		}
		p.body.WriteString(`</w:tblBorders>`)
	}
	fmt.Fprintf(&p.body, `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="%[1]d" w:type="dxa"/>`+
		`<w:right w:w="%[1]d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, margin)
	for _, w := range widths {
		fmt.Fprintf(&p.body, `<w:gridCol w:w="%d"/>`, w)
	}
	p.body.WriteString(`</w:tblGrid>`)
	for i, cells := range t.Rows {
		p.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
		if i < t.Heads {
			p.body.WriteString(`<w:tblHeader/>`)
		}
		p.body.WriteString(`</w:trPr>`)
		p.cells(cells, widths, t.Kept)
		p.body.WriteString(`</w:tr>`)
	}
	p.body.WriteString(`</w:tbl>`)
}

// widths are the columns in twentieths of a point, which add up to the room.
func (t *Table) widths(room int) []int {
	whole := list.Sum(t.Columns)
	out, left := make([]int, len(t.Columns)), room
	for i, c := range t.Columns {
		out[i] = int(c / whole * float64(room))
		left -= out[i]
	}
	out[len(out)-1] += left
	return out
}

func (p *Paper) cells(cells []Cell, widths []int, kept bool) {
	column := 0
	for _, c := range cells {
		span, width := max(c.Span, 1), 0
		for range span {
			width += widths[column]
			column++
		}
		fmt.Fprintf(&p.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
		if span > 1 {
			fmt.Fprintf(&p.body, `<w:gridSpan w:val="%d"/>`, span)
		}
		p.body.WriteString(`</w:tcPr>`)
		for _, l := range c.Lines {
			l.Look.Kept = l.Look.Kept || kept
			p.Add(l.Look, l.Words)
		}
		p.body.WriteString(`</w:tc>`)
	}
}
