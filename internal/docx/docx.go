// Package docx reads a Word file's paragraphs and tables as a person sees them.
//
// Tables of real decisions are merged both ways, begin a column later in one row, hold
// cells in content controls, take "2.1." from Word's list and ≥ from the Symbol font,
// and have been through tracked changes. A reader that misses one of these gives a
// wrong threshold without a word, so each is read here, on archive/zip and the tokens
// of encoding/xml: no library for Go reads them all, and none bounds what it takes in.
//
// Insertions are kept and deletions dropped, and both are said; hidden text is dropped; struck text is
// dropped and said; footnote marks are apart from the text; an equation that is more
// than a line of signs, and an object that holds no text, are U+FFFC. Letters of the
// fonts from before Unicode are read as the letters they show.
//
// A file is never trusted: see limits.go. Errors are problem.Problems that name the
// file.
package docx

import (
	"io"
	"os"

	"ntm/internal/document"
	"ntm/internal/problem"
)

// Open reads a Word file (.docx).
func Open(path string) (*document.Document, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, problem.In(path, problem.Problem{Message: "không mở được tệp này",
			Hint: "kiểm tra lại tên tệp và quyền đọc; đóng tệp ở chương trình khác rồi thử lại"})
	}
	defer func() { _ = file.Close() }() // opened for reading: nothing is lost
	info, err := file.Stat()
	if err != nil {
		return nil, problem.In(path, err)
	}
	return Read(path, file, info.Size())
}

// Read is Open for what is no file of its own; name is the file's in problems.
func Read(name string, r io.ReaderAt, size int64) (*document.Document, error) {
	d, err := read(r, size)
	if err != nil {
		p := problem.As(err, errDamaged) // what the archive or the XML says means nothing to a person
		p.File = name
		return nil, p
	}
	d.File = name
	return d, nil
}

func read(r io.ReaderAt, size int64) (*document.Document, error) {
	a, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	parts, err := a.findParts()
	if err != nil {
		return nil, err
	}
	styles, err := a.readStyles(parts.styles)
	if err != nil {
		return nil, err
	}
	lists, err := a.readNumbering(parts.numbering)
	if err != nil {
		return nil, err
	}
	lists.styles = styles
	x, err := a.xml(parts.main)
	if err != nil {
		return nil, err
	}
	b := &body{xml: x, styles: styles, lists: lists, budget: &document.Budget{}}
	blocks := b.document()
	if err := x.close(); err != nil {
		return nil, err
	}
	out := &document.Document{Blocks: blocks, Said: b.said}
	if changes := b.tracked.say(); changes != "" {
		out.Said = append(out.Said, changes)
	}
	for _, notes := range []struct{ part, before string }{{parts.footnotes, ""}, {parts.endnotes, endnote}} {
		if err := a.readNotes(notes.part, notes.before, b, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}
