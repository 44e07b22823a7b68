// Package document is a written paper as a reader of its tables needs it: paragraphs
// and tables in their order, and each table as a grid that knows which cell covers
// each of its positions.
//
// A decision comes as a Word file, a saved web page or a workbook. Each is read by a
// package of its own into this one shape, so that what looks for the annex and reads
// the thresholds does it once. What a person would see is kept, and where the file
// contradicts itself or hides something, the cell says so: nobody can tell then what
// was meant, and a threshold from such a cell is for a person to look at.
package document

import (
	"iter"
	"strings"
	"unicode"

	"ntm/internal/vi"
)

// Unreadable stands in a text for what is no text: an equation, a picture, an
// embedded object.
const Unreadable = "\uFFFC"

// Document is one paper.
type Document struct {
	File   string
	Blocks []Block
	Notes  map[string]string // the texts of the footnotes, by their marks, where they stand apart
	Said   []string          // what the reader of the paper should be told about how it was read
}

// Block is a paragraph or a table: one of the two is set.
type Block struct {
	Paragraph *Paragraph
	Table     *Table
}

// Paragraph is a text outside of tables, its lines apart by "\n". One without text is
// left out of a document.
type Paragraph struct {
	Text  string
	Notes []string // the marks of its footnotes, which are not in the text
}

// Tables gives every table in the order in which they begin, a nested one after the
// one it stands in.
func (d *Document) Tables() iter.Seq[*Table] {
	return func(yield func(*Table) bool) {
		for _, block := range d.Blocks {
			if block.Table != nil && !block.Table.each(yield) {
				return
			}
		}
	}
}

func (t *Table) each(yield func(*Table) bool) bool {
	if !yield(t) {
		return false
	}
	for _, cell := range t.Cells {
		for _, nested := range cell.Tables {
			if !nested.each(yield) {
				return false
			}
		}
	}
	return true
}

// Clean is a text as it enters a document: each line in the form of vi.NFC, without
// empty lines.
func Clean(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = vi.NFC(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// Begun is a text below a raised mark that begins it, as the words of a note do: "(1) Không tính hộ vắng mặt". A mark
// with nothing behind is that of a note elsewhere, and is given back.
func Begun(mark, text string) (whole, note string) {
	mark = strings.Trim(mark, "()[] ")
	if mark == "" || strings.TrimSpace(text) == "" {
		return text, mark
	}
	return "(" + mark + ") " + strings.TrimSpace(text), ""
}

// EndsInMetre tells whether a text ends in m, km, dm, cm, mm or hm: a 2 or a 3 raised behind
// it is a power, and behind any other word the mark of a note.
func EndsInMetre(text string) bool {
	word := text[strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	switch strings.ToLower(word) {
	case "m", "km", "dm", "cm", "mm", "hm":
		return true
	}
	return false
}
