package look

import "ntm/internal/xlsx/draw"

// List is a sheet that goes out to be filled in, a row for each commune: what is known stands in
// the first columns, the rest is open.
type List struct {
	Name, Title string
	Says        []string // how it is filled in
	Widths      []float64
	Heads       []string
	Known       int              // how many columns hold what is known
	Formats     map[int]string   // of open columns, from 0
	Choices     map[int][]string // the words that one of them may hold
	Rows        [][]string       // with what is filled in already
	Spare       int              // empty rows below
}

// Sheet lays the list down.
func (l *List) Sheet() *draw.Sheet {
	s := draw.NewSheet(l.Name, draw.Page{Landscape: true, Work: true, Footer: l.Title}, l.Widths...)
	s.Line(l.Title, draw.Look{Size: 14, Bold: true})
	for _, says := range l.Says {
		s.Line(says, draw.Look{Size: 11, Italic: true})
	}
	s.Gap(6)
	head := s.AddHead(Heads(l.Heads...)...)
	entry := draw.Look{Size: 11, Box: draw.Grey, Open: true, Shade: draw.Entry}
	known := draw.Look{Size: 11, Box: draw.Grey, Format: draw.AsTyped}
	for i := range len(l.Rows) + l.Spare {
		cells := make([]draw.Cell, len(l.Heads))
		for c := range cells {
			of := entry.Shown(l.Formats[c])
			if c < l.Known {
				of = known
			}
			cells[c] = draw.Blank(of)
			if i < len(l.Rows) && c < len(l.Rows[i]) && l.Rows[i][c] != "" {
				cells[c] = draw.Text(l.Rows[i][c], of)
			}
		}
		s.AddOpen(cells...)
	}
	for c := range l.Heads {
		if words := l.Choices[c]; words != nil {
			s.Fields = append(s.Fields, draw.Field{At: draw.Cells(c+1, head+1, c+1, s.Last()), Rule: &draw.Rule{
				Kind: draw.Choice, Words: words, Title: l.Heads[c]}})
		}
	}
	s.Frozen, s.Lines = draw.Ref(l.Known-1, head+1), true
	return s
}
