package making

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/dossier"
	"ntm/internal/office"
	"ntm/internal/papers"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

const (
	dossierPrefix = "ho-so-"
	// IndexName is the file that lists the dossiers of a folder.
	IndexName = "danh-muc-ho-so.xlsx"
)

// Dossiers makes the dossiers of many reports at once, and puts them in their place one
// by one in the order of the reports: of two reports of a commune it is always the first
// that counts. One that is there and says the same is kept.
type Dossiers struct {
	Bulk     office.Bulk
	Version  string // of the program
	Level    criteria.Level
	Out      string    // the folder, or with Alone the workbook of the one report
	Alone    bool      // one report
	At       time.Time // that the workbooks carry
	Dated    bool      // At was asked for: one that is there must carry it too
	PDF      bool      // each is to have a PDF beside it
	Force    bool      // over whatever is there
	NoPhotos bool      // evidence that is a photograph is not shown

	Entries []papers.Entry // of those that are in their place
	Kept    int            // how many of them were there
	Prints  []string       // workbooks that are to have a PDF

	from map[string]string // the report of each workbook
}

// Made is the dossier of a report, not yet in its place, or one that is there.
type Made struct {
	office.Item
	Path  string
	Entry papers.Entry
	Lacks []criteria.Lack // of the standards it was judged by
	book  []byte          // nil for one that is there
	print bool            // its PDF is still to be made
}

// Make makes the dossier of a report, in memory; Place puts it on the disk.
func (m *Dossiers) Make(ctx context.Context, i office.Item) Made {
	judged := m.Bulk.Judge(i, m.Version)
	d := Made{Item: judged.Item}
	if judged.Assessment == nil {
		return d
	}
	a, err := office.AtLevel(i.File, judged.Assessment, m.Level)
	if err == nil {
		err = m.write(ctx, &d, a)
	}
	if err != nil {
		d.Err = problem.In(i.File, err)
	}
	d.Reading.Report = nil // nobody needs it any more
	return d
}

// write makes the workbook, unless it is there and says the same.
func (m *Dossiers) write(ctx context.Context, d *Made, a *assess.Assessment) error {
	d.Path = m.Out
	if !m.Alone {
		d.Path = filepath.Join(m.Out, DossierName(a))
	}
	d.Entry, d.Lacks = papers.NewEntry(filepath.Base(d.Path), a), office.LacksOf(a)
	options := dossier.Options{At: m.At, Dated: m.Dated}
	notes, err := WithEvidence(ctx, &options, a.Report, d.File, !m.NoPhotos)
	if err != nil {
		return err
	}
	d.Reading.Notes = append(d.Reading.Notes, notes...)
	isThere, err := m.isThere(d.Path, a, options)
	if err != nil {
		return err
	}
	if m.PDF {
		if d.print, err = wantsPDF(d.Path, m.Force, isThere); err != nil {
			return err
		}
	}
	if isThere {
		return nil
	}
	var book bytes.Buffer
	err = dossier.Write(&book, a, options)
	d.book = book.Bytes()
	return err
}

// isThere tells whether a workbook is there that says the same and, where a
// time was asked for, carries it. One that differs is a problem, unless it may
// be written over.
func (m *Dossiers) isThere(path string, a *assess.Assessment, o dossier.Options) (bool, error) {
	if m.Force {
		return false, nil
	}
	found, err := papers.ReadMade(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	wrong := problem.List{{File: path, Message: "tệp đã có và không phải hồ sơ do chương trình lập, không ghi đè",
		Hint: "chuyển tệp ấy đi nơi khác, hoặc thêm --force để ghi đè"}}
	if err != nil {
		return false, wrong
	}
	fingerprint, err := dossier.Fingerprint(a, o)
	if err != nil {
		return false, err
	}
	if found.Fingerprint != fingerprint || m.Dated && !found.At.Equal(m.At.Truncate(time.Second)) {
		wrong[0].Message = "hồ sơ đã có, nội dung hoặc ngày khác với hồ sơ sắp lập; không ghi đè"
		wrong[0].Hint = "thêm --force để lập lại, hoặc ghi vào thư mục khác"
		return false, wrong
	}
	return true, nil
}

// DossierName names a commune's workbook: "ho-so-16492-quang-trung-2023.xlsx".
// A commune outside the lists has no code, and is told by where it lies.
func DossierName(a *assess.Assessment) string {
	const most = 60 // letters of a name: the whole must fit a file system
	c := a.Commune
	parts := []string{c.Code, vi.Slug(c.Name)}
	if c.Code == "" {
		parts = []string{vi.Slug(c.Name), vi.Slug(c.District), vi.Slug(c.Province)}
	}
	for i, p := range parts {
		parts[i] = p[:min(len(p), most)]
	}
	return fmt.Sprintf("%s%s-%d.xlsx", dossierPrefix, vi.Join("-", parts...), a.Year)
}

// Place puts a dossier in its place, unless its commune has one of this run. An error is
// noted in it.
func (m *Dossiers) Place(d *Made) {
	if first, twice := m.from[d.Path]; twice { // what Make saw of the first one is chance
		d.Err = problem.List{{File: d.Name(), Message: fmt.Sprintf("xã này đã có hồ sơ năm %d từ %s", d.Entry.Year,
			first), Hint: "mỗi xã mỗi năm chỉ để một báo cáo"}}
	} else if d.Err == nil && d.Path != "" {
		d.Err = m.place(d)
	}
}

func (m *Dossiers) place(d *Made) error {
	if d.book != nil {
		if err := whole.Put(d.Path, m.Force, d.book); err != nil {
			return err
		}
	} else {
		m.Kept++
	}
	if m.from == nil {
		m.from = map[string]string{}
	}
	m.from[d.Path] = d.Name()
	m.Entries = append(m.Entries, d.Entry)
	if d.print {
		m.Prints = append(m.Prints, d.Path)
	}
	return nil
}

// Index writes the index over that of an earlier run, and over nothing else.
func (m *Dossiers) Index() (written bool, err error) {
	if m.Alone || len(m.Entries) == 0 {
		return false, nil
	}
	path := m.IndexPath()
	_, notOurs := papers.ReadMade(path)
	write := func(out io.Writer) error { return papers.WriteIndex(out, m.Entries, m.At) }
	err = whole.Write(path, m.Force || notOurs == nil, write)
	return err == nil, err
}

// IndexPath is where the index of the dossiers is written.
func (m *Dossiers) IndexPath() string { return filepath.Join(m.Out, IndexName) }

// Path is where a dossier was written.
func (m *Dossiers) Path(e *papers.Entry) string {
	if m.Alone {
		return m.Out
	}
	return filepath.Join(m.Out, e.File)
}

// wantsPDF tells whether a workbook's PDF is to be made: not when the workbook
// is there and the PDF was made after it. Another file of that name is a
// problem, unless force.
func wantsPDF(workbook string, force, isThere bool) (bool, error) {
	pdf := PDFOf(workbook)
	made, err := os.Stat(pdf)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err == nil && isThere && !force {
		if book, err := os.Stat(workbook); err == nil && !made.ModTime().Before(book.ModTime()) {
			return false, nil
		}
	}
	return true, whole.May(pdf, force)
}

// PDFOf is the name of a workbook's PDF.
func PDFOf(workbook string) string {
	return strings.TrimSuffix(workbook, filepath.Ext(workbook)) + ".pdf"
}

// Write writes an assessment's dossier to a file.
func Write(file string, force bool, a *assess.Assessment, made dossier.Options) error {
	return whole.Write(file, force, func(out io.Writer) error { return dossier.Write(out, a, made) })
}

// IsMade tells a dossier or an index that an earlier run left in a folder of reports. One
// that was named is meant, and is told of when it is read.
func IsMade(path string, named []string) bool {
	base := filepath.Base(path)
	if !strings.HasPrefix(base, dossierPrefix) && base != IndexName || slices.Contains(named, path) {
		return false
	}
	_, err := papers.ReadMade(path)
	return err == nil
}
