package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/making"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/wordpapers"
)

// papersMade tells of the papers of many reports.
type papersMade struct {
	*papersOptions
	making.WordPapers
	sums  tally
	done  []making.WrittenPapers
	there []string // folders whose papers differ
}

func (m *papersMade) take(w World, p making.WrittenPapers) error {
	command.Notes(w, p.Said())
	if p.Err == nil {
		p.Err = m.Place(&p)
	}
	if len(p.Kept) > 0 && !m.Alone { // of a province it may be all of them: told once
		m.there = append(m.there, p.Folder)
		m.sums.fail(&p.Item)
		return nil
	}
	m.sums.add(&p.Item)
	if p.Err == nil && p.Assessment != nil {
		m.done = append(m.done, m.light(p))
	}
	return nil
}

// light is what is told of papers at the end: a province's would fill the memory.
func (m *papersMade) light(p making.WrittenPapers) making.WrittenPapers {
	if !m.Alone {
		a := *p.Assessment
		a.Report, a.Levels, a.Findings, p.Assessment = nil, nil, nil, &a
		p.Reading = nil
	}
	for i := range p.Papers {
		if !m.Summary {
			p.Papers[i].Data = nil
		}
	}
	return p
}

// ofProvince makes the papers of all communes of a province of the store.
func (m *papersMade) ofProvince(ctx context.Context, w World, st *store.Store) error {
	chosen, _, err := office.List(ctx, st, office.Choice{Province: m.province, Year: m.Year})
	if err != nil {
		return err
	}
	if len(chosen) == 0 {
		return problem.List{{File: st.Name(), Message: fmt.Sprintf("kho không có hồ sơ nào năm %d của %s", m.Year,
			m.province), Hint: "xem các hồ sơ trong kho: ntm list"}}
	}
	w, step := command.Underway(w, "đã lập", len(chosen))
	err = m.KeptMany(ctx, st, chosen, m.at.Or, func(p making.WrittenPapers) error {
		step.Step()
		return m.take(w, p)
	})
	step.Clear()
	return m.end(w, err)
}

// kept makes the papers of a commune of the store, and of the council that voted on it.
func (m *papersMade) kept(ctx context.Context, w World, st *store.Store) error {
	made, note, err := m.Kept(ctx, st, office.Which{Text: m.Given[0], Year: m.Year}, m.at.Or)
	command.Notes(w, note)
	if err != nil {
		return err
	}
	if err := m.Place(&made); err != nil {
		return err
	}
	m.done = append(m.done, made)
	return m.end(w, nil)
}

// end sums up, and gives the error that the command ends with. why is what ended the work
// before its time, nil for nothing.
func (m *papersMade) end(w World, why error) error {
	if why != nil && !errors.As(why, new(office.Stopped)) {
		return why
	}
	if n := len(m.there); n > 0 {
		m.sums.lost.Add(problem.Problem{File: m.there[0], Message: fmt.Sprintf("%d xã đã có văn bản khác với bản sắp "+
			"lập, không ghi đè: có thể đã được sửa, hoặc lập vào ngày khác%s", n, others(m.there[1:])),
			Hint: making.KeptHint})
	}
	if why != nil {
		m.sums.lost.Add(problem.Problem{Message: fmt.Sprintf("đã dừng theo yêu cầu khi xong %d xã", len(m.done)),
			Hint: "chạy lại đúng lệnh này để làm tiếp; văn bản đã xong được giữ nguyên"})
		return office.Stopped{Said: m.sums.err()}
	}
	if m.json {
		return errors.Join(printPapers(w, m.done), m.sums.err())
	}
	s := newScreen(w)
	for i := range m.done {
		m.tell(s, &m.done[i])
	}
	if !m.Alone {
		s.Line("%s", s.Strong("Đã lập văn bản của %d xã; %d báo cáo không lập được.", len(m.done), m.sums.failed))
		s.failures(&m.sums)
	}
	return errors.Join(s.Err, m.sums.err())
}

// others names a few of the other folders.
func others(folders []string) string {
	const few = 2
	if len(folders) == 0 {
		return ""
	}
	return "; ví dụ nữa: " + strings.Join(folders[:min(few, len(folders))], ", ")
}

// tell tells of the papers of one commune.
func (m *papersMade) tell(s *screen, p *making.WrittenPapers) {
	if m.summary {
		lines, err := making.Said(&p.Papers[0])
		s.Err = errors.Join(s.Err, err)
		for _, line := range lines {
			s.Line("%s", line)
		}
		if p.Folder == "" {
			return
		}
	}
	s.Line("Đã lập %d văn bản của %s: %s", len(p.Papers), p.Assessment.Commune.Title(), p.Folder)
	if !m.Alone {
		return // a line a commune
	}
	for _, one := range p.Papers {
		s.Item(2, one.File, one.Title)
	}
	for _, one := range p.Withheld {
		s.Item(2, s.Unknown("Không lập %s:", one.Kind.ID+".docx"), one.Why)
	}
	top := &p.Assessment.Levels[len(p.Assessment.Levels)-1]
	s.Line("  Xã %s: %s%s", top.Level.Title(), s.verdict(top.Verdict), draft(top.Draft))
}

// printPapers prints one document of all papers.
func printPapers(w World, done []making.WrittenPapers) error {
	type commune struct {
		Code     string                `json:"code"`
		Title    string                `json:"title"`
		Year     int                   `json:"year"`
		Draft    bool                  `json:"draft"`
		Folder   string                `json:"folder"`
		Papers   []wordpapers.Paper    `json:"papers"`
		Withheld []wordpapers.Withheld `json:"withheld"`
	}
	out := list.Map(done, func(d making.WrittenPapers) commune {
		a := d.Assessment
		return commune{a.Commune.Code, a.Commune.Title(), a.Year, a.Draft, d.Folder, list.NonNil(d.Papers),
			list.NonNil(d.Withheld)}
	})
	return command.PrintJSON(w.Stdout, struct {
		Schema   string    `json:"schema"`
		Communes []commune `json:"communes"`
	}{"ntm.papers.v1", list.NonNil(out)})
}
