package dossier

import (
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"
	"ntm/internal/sortedzip"
)

const font = "Times New Roman"

// book is the workbook under way.
type book struct {
	file   *excelize.File
	looks  map[look]int
	marks  []excelize.ConditionalFormatOptions
	draft  bool
	sheets int
}

// about is what a workbook says of itself beside its sheets.
type about struct {
	title, author string
	draft         bool
	at            time.Time
	digest        string // of what its sheets say
}

// write writes a workbook of these sheets.
func write(w io.Writer, a about, sheets []*sheet) error {
	a.digest = digest(sheets)
	b, err := newBook(a)
	if err != nil {
		return fmt.Errorf("không lập được tệp Excel: %w", err)
	}
	for _, s := range sheets {
		if err := b.write(s); err != nil {
			return fmt.Errorf("không lập được tờ %q: %w", s.name, err)
		}
	}
	return b.save(w)
}

func newBook(a about) (*book, error) {
	b := &book{file: excelize.NewFile(), looks: map[look]int{}, draft: a.draft}
	b.file.SetZipWriter(sortedzip.New)
	if err := b.file.SetDefaultFont(font); err != nil {
		return nil, err
	}
	if err := b.describe(a); err != nil {
		return nil, err
	}
	var err error
	b.marks, err = outcomeMarks(b.file)
	return b, err
}

// describe sets the document's properties, none of which depends on the machine
// the file was written on.
func (b *book) describe(a about) error {
	at := a.at.UTC().Format(time.RFC3339)
	title, author := clean(a.title), clean(a.author)
	return firstError(
		b.file.SetAppProps(&excelize.AppProperties{Application: "ntm", Company: author}),
		b.file.SetDocProps(&excelize.DocProperties{
			Title: title, Creator: author, LastModifiedBy: author, Created: at, Modified: at, Language: "vi-VN",
		}),
		b.file.SetCustomProps(excelize.CustomProperty{Name: digestName, Value: a.digest}),
	)
}

// worksheet adds an empty sheet of that name. The workbook's first sheet is
// renamed instead: deleting one after streaming decodes every sheet again.
func (b *book) worksheet(name string) error {
	b.sheets++
	if b.sheets == 1 {
		return b.file.SetSheetName(b.file.GetSheetName(0), name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

// style gives the workbook's number for a look.
func (b *book) style(l look) (int, error) {
	if id, known := b.looks[l]; known {
		return id, nil
	}
	id, err := b.file.NewStyle(l.style())
	if err == nil {
		b.looks[l] = id
	}
	return id, err
}

func (b *book) save(w io.Writer) error {
	err := b.file.Write(w)
	if closed := b.file.Close(); err == nil {
		err = closed
	}
	return err
}
