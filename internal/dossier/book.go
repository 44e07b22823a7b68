package dossier

import (
	"fmt"
	"io"
	"strings"
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

	written []excelize.Cell // of the row under way
	values  []any           // the same, as a stream takes them
}

// about is what a workbook says of itself beside its sheets.
type about struct {
	title, author string
	draft         bool
	at            time.Time
	fingerprint   string // of what it was made of
	private       bool   // Excel is asked to leave its user's name out when it saves
}

// write writes a workbook of these sheets.
func write(w io.Writer, a about, sheets []*sheet) error {
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
	if a.private {
		if err := b.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: ptr(true)}); err != nil {
			return err
		}
	}
	return firstError(
		b.file.SetAppProps(&excelize.AppProperties{Application: "ntm", Company: author}),
		b.file.SetDocProps(&excelize.DocProperties{
			Title: title, Creator: author, LastModifiedBy: author, Created: at, Modified: at, Language: "vi-VN",
		}),
		b.file.SetCustomProps(excelize.CustomProperty{Name: fingerprintName, Value: a.fingerprint}),
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

// names has the named cells of a sheet go by their names.
func (b *book) names(s *sheet) error {
	for _, n := range s.named {
		column, row, err := excelize.SplitCellName(n.cell)
		if err == nil {
			err = b.file.SetDefinedName(&excelize.DefinedName{Name: n.name, RefersTo: fmt.Sprintf("'%s'!$%s$%d", s.name, column, row)})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// style gives the workbook's number for a look.
func (b *book) style(l *look) (int, error) {
	if id, known := b.looks[*l]; known {
		return id, nil
	}
	id, err := b.file.NewStyle(l.style())
	if err == nil {
		b.looks[*l] = id
	}
	return id, err
}

func (b *book) save(w io.Writer) error {
	// A chart has excelize announce every kind of picture there is, in any order.
	types := b.file.ContentTypes
	kept := types.Defaults[:0]
	for _, kind := range types.Defaults {
		if !strings.HasPrefix(kind.ContentType, "image/") {
			kept = append(kept, kind)
		}
	}
	types.Defaults = kept
	err := b.file.Write(w)
	if closed := b.file.Close(); err == nil {
		err = closed
	}
	return err
}
