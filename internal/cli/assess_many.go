package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/term"
	"ntm/internal/vi"
)

// assessMany takes the assessments of many reports one by one; of a file that
// is the only report it shows the whole assessment.
type assessMany struct {
	*assessOptions
	alone   bool
	heads   []criteria.Level // of the table so far
	sums    tally
	lacking int // reports whose level of --require is not eligible
	draft   bool
	doubts  int // reports with figures to look at again
}

var errOneDossier = command.Usage("--dossier chỉ lập được hồ sơ cho một xã mỗi lần",
	"dùng lệnh lập hồ sơ cho nhiều xã: ntm dossier TỆP… -o THƯ_MỤC")

func (m *assessMany) take(ctx context.Context, w World, r office.Judged) error {
	command.Notes(w, r.Said())
	m.alone = m.alone && r.Row == 0 && !r.IsNotes()
	switch {
	case !m.alone:
		return m.among(w, r)
	case r.Err != nil:
		return r.Err
	}
	return m.one(ctx, w, r.File, r.Assessment)
}

// among shows one of many.
func (m *assessMany) among(w World, r office.Judged) error {
	if m.dossier != "" {
		return errOneDossier
	}
	var shown *assess.Assessment
	if r.Err == nil && r.Assessment != nil {
		level := m.level.Level
		if m.json {
			level = m.level.InJSON()
		}
		shown, r.Err = office.AtLevel(r.File, r.Assessment, level)
	}
	m.sums.add(&r.Item)
	if shown == nil {
		return nil
	}
	m.sums.found(&r.Item, shown.Commune, shown.Year)
	if !m.satisfied(r.Assessment) {
		m.lacking++
	}
	m.draft = m.draft || shown.Draft
	if office.ToReview(shown.Findings) > 0 {
		m.doubts++
	}
	if m.json {
		s := newScreen(w)
		s.JSON(shown)
		return s.Err
	}
	s := newScreen(w)
	if heads := m.headsFor(shown, r.Assessment); !slices.Equal(heads, m.heads) {
		m.heads = heads
		command.Lacks(s.Screen, office.LacksOf(shown)...)
		s.nationOnly(shown.Criteria.NationOnly)
		s.tableHead(heads)
	}
	s.tableRow(shown, m.heads)
	return s.Err
}

// headsFor are the levels that the table needs for one more commune: those it has, as
// far as the commune's year has them, and the commune's own.
func (m *assessMany) headsFor(shown, all *assess.Assessment) []criteria.Level {
	own, ofYear := levelsOf(shown), levelsOf(all)
	has := func(level criteria.Level) bool { return slices.Contains(m.heads, level) }
	if !slices.ContainsFunc(own, func(l criteria.Level) bool { return !has(l) }) &&
		!slices.ContainsFunc(m.heads, func(l criteria.Level) bool { return !slices.Contains(ofYear, l) }) {
		return m.heads
	}
	return slices.DeleteFunc(ofYear, func(l criteria.Level) bool { return !has(l) && !slices.Contains(own, l) })
}

// levelsOf are the levels that an assessment has: those of its year.
func levelsOf(a *assess.Assessment) []criteria.Level {
	var out []criteria.Level
	for i := range a.Levels {
		out = append(out, a.Levels[i].Level)
	}
	return out
}

// end sums up, and gives the error that the command ends with.
func (m *assessMany) end(w World) error {
	if !m.json {
		s := newScreen(w)
		if m.doubts > 0 {
			s.Line("")
			s.Item(0, s.Bad("Cần xem lại:"),
				fmt.Sprintf("%d xã có số liệu khác thường; xem từng xã bằng ntm check.", m.doubts))
		}
		if m.draft {
			s.Line("")
			s.isDraft()
		}
		s.Line("")
		if s.summary(&m.sums); s.Err != nil {
			return s.Err
		}
	}
	if err := m.sums.err(); err != nil {
		return err
	}
	if m.lacking > 0 {
		return command.ErrAnsweredNo
	}
	return nil
}

// The widths of the table's columns, in letters.
const nameWidth, verdictWidth = 36, 20

var shortLevel = map[criteria.Level]string{criteria.NTM: "Nông thôn mới", criteria.NangCao: "Nâng cao",
	criteria.KieuMau: "Kiểu mẫu", criteria.HienDai: "Hiện đại"}

func (s *screen) tableHead(levels []criteria.Level) {
	s.Line("%s", s.Strong("%s", strings.TrimRight(heads(levels), " ")))
}

// heads are the heads of a table's columns.
func heads(levels []criteria.Level) string {
	line := term.Pad("Mã", 6) + term.Pad("Xã", nameWidth) + term.Pad("Năm", 5)
	for _, l := range levels {
		line += term.Pad(shortLevel[l], verdictWidth)
	}
	return line
}

// tableRow is one commune: for each level the verdict and how many of its
// criteria are met.
func (s *screen) tableRow(a *assess.Assessment, levels []criteria.Level) {
	name := vi.Join(", ", a.Commune.Name, a.Commune.District)
	line := term.Pad(a.Commune.Code, 6) + term.Pad(name, nameWidth) + term.Pad(fmt.Sprint(a.Year), 5)
	for _, level := range levels {
		cell := "-"
		for i := range a.Levels {
			if l := &a.Levels[i]; l.Level == level {
				cell = command.ShortVerdict(s.Screen, l)
			}
		}
		line += term.Pad(cell, verdictWidth)
	}
	for i := range a.Levels {
		if n := a.Levels[i].IndicatorsMissing; n > 0 {
			line += s.Unknown("còn thiếu %d chỉ tiêu của quyết định ", n)
		}
	}
	if n := office.ToReview(a.Findings); n > 0 {
		line += s.Bad("cần xem lại: %d", n)
	}
	s.Line("%s", strings.TrimRight(line, " "))
}
