package draw

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

const font = "Times New Roman"

// About is what a workbook says of itself beside its sheets.
type About struct {
	Title, Author, Company string
	At                     time.Time
	Mark                   string   // at the head of every printed page, "" for none
	Words                  []Marked // the words that are marked wherever they stand in a column of verdicts
	Property               Property // one of its own, if it has a name
	Private                bool     // Excel is asked to leave its user's name out when it saves
}

// Property is something that a program may ask of a workbook.
type Property struct{ Name, Value string }

// book is the workbook under way.
type book struct {
	file   *excelize.File
	looks  map[Look]int
	marks  []excelize.ConditionalFormatOptions
	mark   string
	sheets int

	pictured bool            // there is a photograph
	written  []excelize.Cell // of the row under way
	values   []any           // the same, as a stream takes them
}

// Write writes a workbook of these sheets, open at the first. The same arguments
// give the same bytes.
func Write(w io.Writer, a About, sheets []*Sheet) error {
	b, err := newBook(a)
	if err != nil {
		return fmt.Errorf("không lập được tệp Excel: %w", err)
	}
	for _, s := range sheets {
		if err := b.write(s); err != nil {
			return fmt.Errorf("không lập được tờ %q: %w", s.Name, err)
		}
	}
	return b.save(w)
}

func newBook(a About) (*book, error) {
	b := &book{file: excelize.NewFile(), looks: map[Look]int{}, mark: a.Mark}
	b.file.SetZipWriter(sortedZip)
	if err := b.file.SetDefaultFont(font); err != nil {
		return nil, err
	}
	if err := b.describe(a); err != nil {
		return nil, err
	}
	var err error
	b.marks, err = marks(b.file, a.Words)
	return b, err
}

// describe sets the document's properties, none of which depends on the machine
// the file was written on.
func (b *book) describe(a About) error {
	at := a.At.UTC().Format(time.RFC3339)
	title, author := Clean(a.Title), Clean(a.Author)
	if a.Private {
		if err := b.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: new(true)}); err != nil {
			return err
		}
	}
	if a.Property.Name != "" {
		property := excelize.CustomProperty{Name: a.Property.Name, Value: a.Property.Value}
		if err := b.file.SetCustomProps(property); err != nil {
			return err
		}
	}
	return cmp.Or(
		b.file.SetAppProps(&excelize.AppProperties{Application: "ntm", Company: Clean(a.Company)}),
		b.file.SetDocProps(&excelize.DocProperties{
			Title: title, Creator: author, LastModifiedBy: author, Created: at, Modified: at, Language: "vi-VN",
		}),
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
func (b *book) names(s *Sheet) error {
	for _, n := range s.Named {
		refersTo := s.Of(n.Column, n.Row, n.Column, n.Row)
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: refersTo}); err != nil {
			return err
		}
	}
	return nil
}

// style gives the workbook's number for a look.
func (b *book) style(l *Look) (int, error) {
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
	// Excelize announces every kind of picture there is, in any order.
	for i, kind := range slices.Backward(b.file.ContentTypes.Defaults) {
		if strings.HasPrefix(kind.ContentType, "image/") && (!b.pictured || kind.Extension != "jpeg") {
			b.file.ContentTypes.Defaults = slices.Delete(b.file.ContentTypes.Defaults, i, i+1)
		}
	}
	return cmp.Or(b.file.Write(w), b.file.Close())
}
