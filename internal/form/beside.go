package form

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// wholes is how the form prints a threshold of all there is.
const wholes = "100 %"

// reckoned are the columns that the workbook fills in by itself.
var reckoned = []string{"ntm:sum", "ntm:share", "ntm:rate", "ntm:state"}

// isChoice is the words of lists too long for their cells, which stand in hidden ones
// beside the table.
var isChoice = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, t := range layout.Tables {
		options := [][]layout.Option{layout.Grades(), layout.MetOr}
		for _, q := range t.Questions {
			options = append(options, q.Options)
		}
		for _, c := range t.Columns {
			options = append(options, c.Options)
		}
		for _, o := range slices.Concat(options...) {
			out[vi.Fold(o.Word)] = true
		}
	}
	return out
})

// beside notes what a person has typed next to the cells that are to be filled in: it is
// read as nothing, and nobody would miss it.
func (g *grid) beside() {
	columns := map[int]string{}
	for id, column := range g.at {
		columns[column] = id
	}
	for row := g.head + 1; row < g.end; row++ {
		if _, is := g.sheet.line(row); !is && g.r.laid != nil {
			continue
		}
		if len(g.table.Questions) > 0 && !g.asks(row) {
			continue
		}
		for column := 1; column <= g.sheet.width; column++ {
			id, own := columns[column]
			if own && !g.isPrinted(id) {
				continue
			}
			c := given{Cell: g.sheet.At(row, column).Typed(), at: g.pos(column, row)}
			if c.blank() || c.Formula || c.Kind == read.Error || own && !g.isTyped(row, id, c) ||
				!own && (isChoice()[vi.Fold(c.Text)] || g.isKey(c.Text)) {
				continue
			}
			where := "ngoài bảng"
			if own {
				where = fmt.Sprintf("ở cột %q", g.table.Column(id).Title)
			}
			p := c.at.Problem(fmt.Sprintf("%q gõ %s, không phải ô màu vàng, nên không đọc", vi.NFC(c.Text), where),
				"là số liệu thì chuyển sang ô màu vàng cùng dòng; không phải thì bỏ qua")
			g.r.notes = list.Once(g.r.notes, p)
		}
	}
}

// isKey tells the hidden key of a row whose column has lost its own.
func (g *grid) isKey(text string) bool {
	return g.r.lib.Figures[text] != nil ||
		slices.ContainsFunc(g.table.Questions, func(q layout.Question) bool { return q.Key == text })
}

// asks tells whether a row is that of a question.
func (g *grid) asks(row int) bool {
	rec := record{g, row}
	key, words := rec.cell("ntm:key").Text, rec.cell("ntm:question").Text
	if slices.ContainsFunc(g.table.Questions, func(q layout.Question) bool {
		return q.Key == key ||
			q.Label == words
	}) {
		return true
	}
	label := vi.Fold(words)
	return slices.ContainsFunc(g.table.Questions, func(q layout.Question) bool { return vi.Fold(q.Label) == label })
}

// isPrinted tells a column in which the form prints words, for nobody to fill in.
func (g *grid) isPrinted(id string) bool {
	return g.table.Column(id).Kind == layout.Printed && id != "ntm:answer"
}

// isTyped tells whether a person has typed what stands in a column that is printed: the
// form prints words there, and no plain number or answer.
func (g *grid) isTyped(row int, id string, c given) bool {
	if slices.Contains(reckoned, id) {
		return (c.Kind == read.Number || isNumber(c.Text)) && g.unfilled(row)
	}
	if c.Kind == read.Number || c.Kind == read.Bool {
		return true
	}
	if !g.unfilled(row) {
		return false
	}
	if over, known := g.isOverprinted(row, id, c.Text); known {
		return over
	}
	// A threshold of another law; one of all there is has no sign before it.
	if word := vi.Fold(c.Text); word == "dat" || word == "khong" || c.Text == wholes {
		return false
	}
	_, answer := typed.YesNo(c.Text)
	return answer == nil || isNumber(c.Text)
}

// isNumber tells a text that is a number; most have no digit.
func isNumber(text string) bool {
	if !strings.ContainsAny(text, digits) {
		return false
	}
	_, _, err := typed.Number(text, typed.Meaning{Unit: "%"})
	return err == nil
}

// unfilled tells that nothing is filled in in a row.
func (g *grid) unfilled(row int) bool {
	rec := record{g, row}
	if len(g.table.Questions) > 0 {
		return rec.cell("ntm:answer").blank()
	}
	return g.empty(row)
}
