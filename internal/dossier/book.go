package dossier

import (
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

func newBook(d *dossier) (*book, error) {
	b := &book{file: excelize.NewFile(), looks: map[look]int{}, draft: d.a.Draft}
	b.file.SetZipWriter(sortedzip.New)
	if err := b.file.SetDefaultFont(font); err != nil {
		return nil, err
	}
	if err := b.describe(d); err != nil {
		return nil, err
	}
	var err error
	b.marks, err = outcomeMarks(b.file)
	return b, err
}

// describe sets the document's properties from the assessment alone, so that
// nothing in the file depends on the machine it was written on.
func (b *book) describe(d *dossier) error {
	at := d.at.UTC().Format(time.RFC3339)
	author := clean("UBND xã " + d.a.Commune.Name)
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: "ntm", Company: author}); err != nil {
		return err
	}
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: clean(d.subject()), Creator: author, LastModifiedBy: author,
		Created: at, Modified: at, Language: "vi-VN",
	})
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
