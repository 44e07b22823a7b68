package wordpapers

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/docx/draw"
)

// The fields that every paper has at the head and the foot of each page.
const (
	markField = "{{dự thảo}}"
	footField = "Mã hồ sơ: {{mã hồ sơ}}{{dự thảo ở chân trang}}"
)

// The sizes of letters that Nghị định 30/2020 asks for, in points; tables that lie are set
// smaller, so that seven columns fit.
const (
	bodySize  = 14
	headSize  = 13
	tableSize = 12
	lyingSize = 11
)

// typesetter sets a text of templates/ as a Word file. A line is a kind and what it says:
//
//	head:  the issuing body | number | place and date    title:, about:, note:, to:, basis:
//	annex: a title on a page of its own
//	h1:, h2:  headings        p: body  k: kept with what follows  s: close body   unit: of a table's numbers
//	table: widths of columns, before them kept: on one page, bare: without lines  th: heads    tr: a row       end:
//	sign: to whom it goes | who signs      sign2: two who sign    turn: lying, standing
//	mark: what stands above every page instead of the mark of a draft
//
// In a cell ^ stands before what is centred, > before what is at the right, <3 before what
// goes over three columns; ** begins and ends bold letters, \n ends a line.
type typesetter struct {
	paper draw.Paper
	table *draw.Table
}

// typeset sets a text as a template.
func typeset(name, text string) ([]byte, error) {
	t := &typesetter{paper: draw.Paper{Mark: markField, Foot: footField}}
	for i, line := range strings.Split(text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		kind, words, found := strings.Cut(line, ":")
		words = strings.ReplaceAll(strings.TrimSpace(words), `\n`, "\n")
		words = strings.ReplaceAll(words, ": "+Blank, ":\u00a0"+Blank) // no blank alone on a line
		if !found || !t.line(kind, words) {
			return nil, fmt.Errorf("%s:%d: %q is no line of a paper", name, i+1, line)
		}
	}
	var out bytes.Buffer
	err := t.paper.Write(&out)
	return out.Bytes(), err
}

// The looks of lines.
var looks = map[string]draw.Look{
	"title": {Size: bodySize, Bold: true, Across: draw.Centre, Before: 12, Kept: true},
	"annex": {Size: bodySize, Bold: true, Across: draw.Centre, Kept: true, NewPage: true},
	"note":  {Size: 12, Italic: true, Across: draw.Centre, Before: 6},
	"to":    {Size: bodySize, Across: draw.Centre, Before: 12},
	"basis": {Size: bodySize, Italic: true, Across: draw.Both, First: 10, Before: 4},
	"p":     {Size: bodySize, Across: draw.Both, First: 10, Before: 5},
	"k":     {Size: bodySize, Across: draw.Both, First: 10, Before: 5, Kept: true},
	"s":     {Size: headSize, Across: draw.Both, Before: 4},
	"h1":    {Size: bodySize, Bold: true, First: 10, Before: 10, Heading: 1, Kept: true},
	"h2":    {Size: bodySize, Bold: true, First: 10, Before: 7, Heading: 2, Kept: true},
	"unit":  {Size: 12, Italic: true, Across: draw.Right, Before: 4, Kept: true},
}

func (t *typesetter) line(kind, words string) bool {
	if l, is := looks[kind]; is {
		t.paper.Add(l, words)
		return true
	}
	switch kind {
	case "head":
		t.head(strings.Split(words, "|"))
	case "about":
		t.paper.Add(draw.Look{Size: bodySize, Bold: true, Across: draw.Centre, Kept: true}, words)
		t.paper.Add(draw.Look{Size: 2, Ruled: true, In: 58}, "")
	case "mark":
		t.paper.Mark = words
		t.paper.Foot = "Mã hồ sơ: {{mã hồ sơ}} – " + words
	case "table":
		t.paper.Add(draw.Look{Size: 4, Kept: true}, "")
		t.table = &draw.Table{}
		words, t.table.Kept = strings.CutPrefix(words, "kept ")
		words, t.table.Bare = strings.CutPrefix(words, "bare ")
		for w := range strings.FieldsSeq(words) {
			width, err := strconv.ParseFloat(w, 64)
			if err != nil {
				return false
			}
			t.table.Columns = append(t.table.Columns, width)
		}
	case "th", "tr":
		t.row(kind == "th", strings.Split(words, "|"))
	case "end":
		t.paper.AddTable(t.table)
		t.paper.Add(draw.Look{Size: 4}, "")
	case "sign", "sign2":
		left, right, both := strings.Cut(words, "|")
		if !both {
			return false
		}
		lines := signer(left)
		if kind == "sign" {
			lines = recipients(left)
		}
		t.signed(lines, signer(right))
	case "turn":
		t.paper.Turn(words == "lying")
	default:
		return false
	}
	return true
}

// head is the head of a document: who issues it at the left, the nation's name at the
// right, below them the number, the place and the day.
func (t *typesetter) head(sides []string) {
	const nation, motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
	centred := draw.Look{Size: headSize, Across: draw.Centre}
	strong := centred
	strong.Bold = true
	small := strong
	small.Size = 12
	var issuer []draw.Line
	for _, name := range strings.Split(strings.TrimSpace(sides[0]), "\n") {
		l := centred
		name, l.Bold = strings.CutPrefix(name, "*")
		issuer = append(issuer, line(l, name))
	}
	rule := func(in int) draw.Line { return line(draw.Look{Size: 2, Ruled: true, In: in}, "") }
	dated := centred
	dated.Italic = true
	centred.Before, dated.Before = 6, 6
	t.paper.AddTable(&draw.Table{Bare: true, Columns: []float64{42, 58}, Rows: [][]draw.Cell{
		{{Lines: append(issuer, rule(24))}, {Lines: []draw.Line{line(small, nation), line(strong, motto), rule(18)}}},
		{{Lines: []draw.Line{line(centred, strings.TrimSpace(sides[1]))}},
			{Lines: []draw.Line{line(dated, strings.TrimSpace(sides[2]))}}},
	}})
}

func (t *typesetter) row(heads bool, cells []string) {
	size := float64(tableSize)
	if t.paper.Lying() {
		size = lyingSize
	}
	isHeading := func(words string) bool { return strings.HasPrefix(strings.TrimSpace(words), "<") }
	kept := heads || slices.ContainsFunc(cells, isHeading) // it heads the rows below
	var row []draw.Cell
	for _, words := range cells {
		c, l := draw.Cell{}, draw.Look{Size: size, Kept: kept}
		words = strings.TrimSpace(words)
		if heads {
			l.Bold, l.Across = true, draw.Centre
		}
		if rest, is := strings.CutPrefix(words, "<"); is {
			c.Span, words = int(rest[0]-'0'), rest[1:]
		}
		if rest, is := strings.CutPrefix(words, "^"); is {
			l.Across, words = draw.Centre, rest
		} else if rest, is := strings.CutPrefix(words, ">"); is {
			l.Across, words = draw.Right, rest
		}
		c.Lines = []draw.Line{line(l, words)}
		row = append(row, c)
	}
	t.table.Rows = append(t.table.Rows, row)
	if heads {
		t.table.Heads++
	}
}

// recipients is to whom a paper goes.
func recipients(to string) []draw.Line {
	out := []draw.Line{line(draw.Look{Size: 12, Bold: true, Italic: true}, "Nơi nhận:")}
	for i, whom := range strings.Split(strings.TrimSpace(to), "\n") {
		if i == 0 {
			whom = "- " + whom
		}
		out = append(out, line(draw.Look{Size: 11}, whom))
	}
	return append(out, line(draw.Look{Size: 11}, "- Lưu: VT."))
}

// signer is who signs, with room for it.
func signer(words string) []draw.Line {
	var out []draw.Line
	l := draw.Look{Size: bodySize, Bold: true, Across: draw.Centre}
	for _, name := range strings.Split(strings.TrimSpace(words), "\n") {
		out = append(out, line(l, name))
	}
	l.Before, l.Bold = 60, false
	return append(out, line(l, "………………………"))
}

func (t *typesetter) signed(left, right []draw.Line) {
	t.paper.Add(draw.Look{Size: 12, Kept: true}, "")
	t.paper.AddTable(&draw.Table{Bare: true, Columns: []float64{48, 52}, Kept: true,
		Rows: [][]draw.Cell{{{Lines: left}, {Lines: right}}}})
	t.paper.Add(draw.Look{Size: 1, Thin: true}, "") // Word asks for one; it takes no page of its own
}

func line(l draw.Look, words string) draw.Line { return draw.Line{Look: l, Words: words} }
