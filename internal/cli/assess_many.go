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
		shown, r.Err = office.AtLevel(r.File, r.Assessment, m.level.For(m.json))
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
	s := newScreen(w)
	if m.json {
		s.JSON(shown)
		return s.Err
	}
	if heads := m.headsFor(shown, r.Assessment); !slices.Equal(heads, m.heads) {
		m.heads = heads
		command.Lacks(s.Screen, office.LacksOf(shown)...)
		s.nationOnly(shown.Criteria.NationOnly)
		s.tableHead(heads, "")
	}
	s.assessed(shown, m.heads)
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
	return command.Answer(m.sums.err(), m.lacking == 0)
}

// shortLevel is what a table calls a level.
var shortLevel = map[criteria.Level]string{criteria.NTM: "Nông thôn mới", criteria.NangCao: "Nâng cao",
	criteria.KieuMau: "Kiểu mẫu", criteria.HienDai: "Hiện đại"}

// communeTable is a commune and a year a row, then the verdict on each level.
var communeTable = widths{6, 36, 5, 20, 20, 20, 20}

// tableHead heads a table of communes, with what stands behind the verdicts.
func (s *screen) tableHead(levels []criteria.Level, last string) {
	cells := []string{"Mã", "Xã", "Năm"}
	for _, l := range levels {
		cells = append(cells, shortLevel[l])
	}
	s.Line("%s", s.Strong("%s", strings.TrimRight(communeTable.row(append(cells, last)...), " ")))
}

// tableRow is a row of it: for each level the verdict and how many of its criteria are met.
func (s *screen) tableRow(code, name string, year int, levels []criteria.Level, b *assess.Brief, last string) {
	cells := []string{code, name, fmt.Sprint(year)}
	for _, level := range levels {
		cells = append(cells, command.ShortVerdict(s.Screen, b.On(level)))
	}
	s.Line("%s", strings.TrimRight(communeTable.row(append(cells, last)...), " "))
}

// assessed is one commune's row, with what is to be looked at.
func (s *screen) assessed(a *assess.Assessment, levels []criteria.Level) {
	var brief assess.Brief // no more of it than the row shows: there may be thousands
	odd := ""
	for i := range a.Levels {
		l := &a.Levels[i]
		brief.Levels = append(brief.Levels, assess.BriefLevel{Level: l.Level, Verdict: l.Verdict, Draft: l.Draft,
			Counts: l.Counts})
		if l.IndicatorsMissing > 0 {
			odd += s.Unknown("còn thiếu %d chỉ tiêu của quyết định ", l.IndicatorsMissing)
		}
	}
	if n := office.ToReview(a.Findings); n > 0 {
		odd += s.Bad("cần xem lại: %d", n)
	}
	s.tableRow(a.Commune.Code, vi.Join(", ", a.Commune.Name, a.Commune.District), a.Year, levels, &brief, odd)
}
