package cli

import (
	"context"
	"errors"
	"fmt"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/making"
	"ntm/internal/papers"
	"ntm/internal/problem"
)

// dossiers tells of the dossiers of many reports.
type dossiers struct {
	*dossierOptions
	making.Dossiers
	sums    tally
	indexed bool
	printed int
	lacks   []criteria.Lack // of the standards that were judged by, each once
}

func (m *dossiers) take(w World, d making.Made) error {
	if m.Alone && (d.Row > 0 || d.IsNotes()) {
		return errOneWorkbook
	}
	command.Notes(w, d.Said())
	m.Place(&d)
	for _, l := range d.Lacks {
		m.lacks = list.Once(m.lacks, l)
	}
	m.sums.add(&d.Item)
	return nil
}

// convert makes the PDF of each workbook that is to have one.
func (m *dossiers) convert(ctx context.Context, w World, with making.LibreOffice) error {
	_, p := command.Underway(w, "đã xuất PDF", len(m.Prints))
	defer p.Clear()
	return with.Convert(ctx, m.Prints, func(err error) {
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
		m.sums.lost.Add(problem.Problem{Message: fmt.Sprintf("đã dừng theo yêu cầu khi xong %d hồ sơ",
			len(m.Entries)), Hint: hint})
		return office.Stopped{Said: m.sums.err()}
	case why != nil:
		return why
	}
	if m.json {
		return errors.Join(printDossiers(w, m.Entries, m.Path), m.sums.err())
	}
	s := newScreen(w)
	command.Lacks(s.Screen, m.lacks...)
	if m.Alone {
		m.tellOne(s)
		return errors.Join(s.Err, m.sums.err())
	}
	s.Line("%s", s.Strong("Đã lập %d hồ sơ, giữ nguyên %d hồ sơ đã có; %d báo cáo không lập được; %d lưu ý.",
		len(m.Entries)-m.Kept, m.Kept, m.sums.failed, m.sums.notes))
	s.failures(&m.sums)
	if m.indexed {
		s.Line("Danh mục: %s", m.IndexPath())
	}
	if m.printed > 0 {
		s.Line("Đã xuất %d bản PDF.", m.printed)
	}
	return errors.Join(s.Err, m.sums.err())
}

func (m *dossiers) tellOne(s *screen) {
	switch {
	case len(m.Entries) == 0: // the error says why
	case m.Kept > 0:
		s.Line("Hồ sơ đã có và không có gì thay đổi: %s", m.out)
	default:
		s.Line("Đã ghi hồ sơ: %s", m.out)
	}
	if m.printed > 0 {
		s.Line("Đã ghi bản PDF: %s", making.PDFOf(m.out))
	}
	for _, e := range m.Entries {
		for _, l := range e.Levels {
			s.Line("  Xã %s: %s%s", l.Level.Title(), s.verdict(l.Verdict), draft(l.Draft))
		}
	}
}

// printDossiers prints one document of all dossiers, each with the path of its workbook.
func printDossiers(w World, entries []papers.Entry, path func(*papers.Entry) string) error {
	return command.PrintJSON(w.Stdout, struct {
		Schema   string         `json:"schema"`
		Dossiers []papers.Entry `json:"dossiers"`
	}{"ntm.dossiers.v1", list.NonNil(list.Map(entries, func(e papers.Entry) papers.Entry {
		e.File = path(&e)
		return e
	}))})
}
