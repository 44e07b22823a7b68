package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
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
	indexName     = "danh-muc-ho-so.xlsx"
)

// dossiers makes the dossiers of many reports at once, and puts them in their
// place one by one in the order of the reports: of two reports of a commune it
// is always the first that counts.
type dossiers struct {
	*dossierOptions
	ctx     context.Context // of the whole run
	bulk    office.Bulk
	version string
	time    time.Time // that the workbooks carry
	alone   bool      // one report, and out is its workbook

	sums    tally
	from    map[string]string // the report of each workbook
	entries []papers.Entry
	kept    int
	indexed bool
	prints  []string // workbooks that are to have a PDF
	printed int
}

// made is the dossier of a report, not yet in its place, or one that is there.
type made struct {
	office.Item
	path  string
	entry papers.Entry
	book  []byte // nil for one that is there
	print bool   // its PDF is still to be made
}

func (m *dossiers) make(i office.Item) made {
	d := made{Item: i}
	if i.Reading == nil {
		return d
	}
	a, err := office.Judge(&m.bulk, i.Reading.Report, m.version)
	if err == nil {
		a, err = m.level.of(i.File, a)
	}
	if err == nil {
		err = m.write(&d, a)
	}
	if err != nil {
		d.Err = problem.In(i.File, err)
	}
	d.Reading.Report = nil // nobody needs it any more
	return d
}

// write makes the workbook, unless it is there and says the same.
func (m *dossiers) write(d *made, a *assess.Assessment) error {
	d.path = m.out
	if !m.alone {
		d.path = filepath.Join(m.out, dossierName(a))
	}
	d.entry = papers.NewEntry(filepath.Base(d.path), a)
	options := dossier.Options{At: m.time}
	var err error
	var missing problem.List
	if options.Files, missing, err = office.EvidenceOf(m.ctx, a.Report, d.File); err != nil {
		return err
	}
	d.Reading.Notes = append(d.Reading.Notes, missing...)
	isThere, err := m.isThere(d.path, a, options)
	if err != nil {
		return err
	}
	if m.pdf {
		if d.print, err = wantsPDF(d.path, m.force, isThere); err != nil {
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
func (m *dossiers) isThere(path string, a *assess.Assessment, o dossier.Options) (bool, error) {
	if m.force {
		return false, nil
	}
	found, err := papers.ReadMade(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	wrong := problem.List{{File: path, Message: "tệp đã có và không phải hồ sơ do chương trình lập, không ghi đè", Hint: "chuyển tệp ấy đi nơi khác, hoặc thêm --force để ghi đè"}}
	if err != nil {
		return false, wrong
	}
	fingerprint, err := dossier.Fingerprint(a, o)
	if err != nil {
		return false, err
	}
	if found.Fingerprint != fingerprint || m.at.set && !found.At.Equal(m.time.Truncate(time.Second)) {
		wrong[0].Message = "hồ sơ đã có, nội dung hoặc ngày khác với hồ sơ sắp lập; không ghi đè"
		wrong[0].Hint = "thêm --force để lập lại, hoặc ghi vào thư mục khác"
		return false, wrong
	}
	return true, nil
}

// dossierName names a commune's workbook: "ho-so-16492-quang-trung-2023.xlsx".
// A commune outside the lists has no code, and is told by where it lies.
func dossierName(a *assess.Assessment) string {
	const most = 60 // letters of a name: the whole must fit a file system
	c := a.Commune
	parts := []string{c.Code, vi.Slug(c.Name)}
	if c.Code == "" {
		parts = []string{vi.Slug(c.Name), vi.Slug(c.District), vi.Slug(c.Province)}
	}
	for i, p := range parts {
		parts[i] = p[:min(len(p), most)]
	}
	return fmt.Sprintf("%s%s-%d.xlsx", dossierPrefix, strings.Join(vi.NonEmpty(parts...), "-"), a.Year)
}

func (m *dossiers) take(w World, d made) error {
	if m.alone && (d.Row > 0 || d.IsNotes()) {
		return errOneWorkbook
	}
	notes(w, d.Said())
	if first, twice := m.from[d.path]; twice { // what make saw of the first one is chance
		d.Err = problem.List{{File: d.Name(), Message: fmt.Sprintf("xã này đã có hồ sơ năm %d từ %s", d.entry.Year, first), Hint: "mỗi xã mỗi năm chỉ để một báo cáo"}}
	} else if d.Err == nil && d.path != "" {
		d.Err = m.place(&d)
	}
	m.sums.add(&d.Item)
	return nil
}

// place puts a dossier in its place.
func (m *dossiers) place(d *made) error {
	if d.book != nil {
		if err := whole.Write(d.path, m.force, func(out io.Writer) error {
			_, err := out.Write(d.book)
			return err
		}); err != nil {
			return err
		}
	} else {
		m.kept++
	}
	m.from[d.path] = d.Name()
	m.entries = append(m.entries, d.entry)
	if d.print {
		m.prints = append(m.prints, d.path)
	}
	return nil
}

// convert makes the PDF of each workbook that is to have one.
func (m *dossiers) convert(w World, with libreOffice) error {
	_, p := underway(w, "đã xuất PDF", len(m.prints))
	defer p.Clear()
	return with.convert(m.ctx, m.prints, func(err error) {
		p.Step()
		if err == nil {
			m.printed++
		} else {
			m.sums.lost = append(m.sums.lost, problem.Of(err)...)
		}
	})
}

// end writes the index, sums up, and gives the error that the command ends
// with. why is what ended the work before its time, nil for nothing.
func (m *dossiers) end(w World, why error) error {
	switch {
	case errors.As(why, new(office.Stopped)):
		hint := "chạy lại đúng lệnh này để làm tiếp; hồ sơ đã xong được giữ nguyên"
		if m.force {
			hint = "chạy lại không kèm --force để làm tiếp; hồ sơ đã xong được giữ nguyên"
		}
		m.sums.lost.Add(problem.Problem{Message: fmt.Sprintf("đã dừng theo yêu cầu khi xong %d hồ sơ", len(m.entries)), Hint: hint})
		return office.Stopped{Said: m.sums.err()}
	case why != nil:
		return why
	}
	if m.json {
		return errors.Join(printDossiers(w, m.entries, m.path), m.sums.err())
	}
	s := newScreen(w)
	if m.alone {
		m.tellOne(s)
		return errors.Join(s.Err, m.sums.err())
	}
	s.Line("%s", s.Strong("Đã lập %d hồ sơ, giữ nguyên %d hồ sơ đã có; %d báo cáo không lập được; %d lưu ý.", len(m.entries)-m.kept, m.kept, m.sums.failed, m.sums.notes))
	s.failures(&m.sums)
	if m.indexed {
		s.Line("Danh mục: %s", filepath.Join(m.out, indexName))
	}
	if m.printed > 0 {
		s.Line("Đã xuất %d bản PDF.", m.printed)
	}
	return errors.Join(s.Err, m.sums.err())
}

func (m *dossiers) tellOne(s *screen) {
	switch {
	case len(m.entries) == 0: // the error says why
	case m.kept > 0:
		s.Line("Hồ sơ đã có và không có gì thay đổi: %s", m.out)
	default:
		s.Line("Đã ghi hồ sơ: %s", m.out)
	}
	if m.printed > 0 {
		s.Line("Đã ghi bản PDF: %s", pdfOf(m.out))
	}
	for _, e := range m.entries {
		for _, l := range e.Levels {
			draft := ""
			if l.Draft {
				draft = " (dự thảo)"
			}
			s.Line("  Xã %s: %s%s", l.Level.Title(), s.verdict(l.Verdict), draft)
		}
	}
}

// index writes the index over that of an earlier run, and over nothing else.
func (m *dossiers) index() {
	if m.alone || len(m.entries) == 0 {
		return
	}
	path := filepath.Join(m.out, indexName)
	_, notOurs := papers.ReadMade(path)
	if err := whole.Write(path, m.force || notOurs == nil, func(out io.Writer) error { return papers.WriteIndex(out, m.entries, m.time) }); err != nil {
		m.sums.lost = append(m.sums.lost, problem.Of(err)...)
		return
	}
	m.indexed = true
}

// path is where a dossier was written.
func (m *dossiers) path(e *papers.Entry) string {
	if m.alone {
		return m.out
	}
	return filepath.Join(m.out, e.File)
}

// dossierJSON is a dossier that was written, or was there.
type dossierJSON struct {
	File   string             `json:"file"`
	Code   string             `json:"code"`
	Title  string             `json:"title"`
	Year   int                `json:"year"`
	Levels []dossierLevelJSON `json:"levels"`
}

type dossierLevelJSON struct {
	Level   criteria.Level `json:"level"`
	Verdict assess.Verdict `json:"verdict"`
	Draft   bool           `json:"draft"`
}

// printDossiers prints one document of all dossiers.
func printDossiers(w World, entries []papers.Entry, path func(*papers.Entry) string) error {
	out := []dossierJSON{}
	for i := range entries {
		e := &entries[i]
		one := dossierJSON{path(e), e.Code, e.Title, e.Year, []dossierLevelJSON{}}
		for _, l := range e.Levels {
			one.Levels = append(one.Levels, dossierLevelJSON{l.Level, l.Verdict, l.Draft})
		}
		out = append(out, one)
	}
	return printJSON(w.Stdout, struct {
		Schema   string        `json:"schema"`
		Dossiers []dossierJSON `json:"dossiers"`
	}{"ntm.dossiers.v1", out})
}
