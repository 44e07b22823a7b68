package cli

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/outlook"
	"ntm/internal/provincial"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/pflag"
)

// screen writes what this program shows of the law and of communes.
type screen struct {
	*term.Screen
	full bool // lists all that was judged by number, not only how much of it there is
}

func newScreen(w World) *screen { return &screen{Screen: term.NewScreen(w.Terminal)} }

// inFull is the screen with everything listed where that was asked for.
func (s *screen) inFull(full bool) *screen {
	s.full = full
	return s
}

// fullFlag asks for everything.
func fullFlag(f *pflag.FlagSet, full *bool) {
	f.BoolVar(full, "full", false, "kê đủ: từng chỉ tiêu, số liệu, ngưỡng, căn cứ")
}

// lacks opens a view with what standards lack.
func (s *screen) lacks(of ...criteria.Lack) { command.Lacks(s.Screen, of...) }

// nationOnly opens a view with why the office's own packs were not judged by.
func (s *screen) nationOnly(why string) { command.NationOnly(s.Screen, why) }

func (s *screen) outcome(o assess.Outcome) string {
	switch o {
	case assess.Met:
		return s.Good("%s", o.Word())
	case assess.NotMet:
		return s.Bad("%s", o.Word())
	case assess.NotApplicable:
		return s.Faint("%s", o.Word())
	}
	return s.Unknown("%s", o.Word())
}

func (s *screen) verdict(v assess.Verdict) string {
	word := strings.ToUpper(v.Word())
	switch v {
	case assess.Eligible:
		return s.Good("%s", word)
	case assess.NotEligible:
		return s.Bad("%s", word)
	}
	return s.Unknown("%s", word)
}

// assessment writes the overview of an assessment: the verdicts, then for each level what
// fails, what is missing, and what is next. In full it names all that was judged.
func (s *screen) assessment(a *assess.Assessment, dossier string) error {
	s.lacks(office.LacksOf(a)...)
	s.nationOnly(a.Criteria.NationOnly)
	s.Line("%s", s.Strong("%s", vi.Capital(a.Commune.Title())))
	s.Line("%snăm %d, vùng %s", codeOf(a.Commune), a.Year, criteria.Region(a.Commune.Region).Title())
	if len(a.Criteria.Overlays) > 0 && s.full {
		s.Item(0, "Quy định áp dụng thêm:", strings.Join(a.Criteria.Overlays, "; "))
	}
	s.Line("")
	s.verdicts(a.Levels)
	if left := assess.Unsettled(a.Levels...); a.Draft {
		s.Item(0, s.Unknown("DỰ THẢO:"), left+"; khi đối chiếu, kết quả có thể khác.")
	}
	for _, f := range a.Findings {
		if f.Severity == assess.Wrong {
			s.Item(0, s.Bad("KHÔNG HỢP LÝ:"), f.Message)
		}
	}
	said := ""
	for i := range a.Levels {
		l := &a.Levels[i]
		if l.ColumnNote != "" && l.ColumnNote != said {
			s.Item(0, "Cột áp dụng:", l.ColumnNote)
			said = l.ColumnNote
		}
	}
	for i := range a.Levels {
		s.Line("")
		s.level(&a.Levels[i], len(a.Levels) == 1)
	}
	s.findings(a.Findings)
	s.next(a)
	if dossier != "" {
		s.Line("Đã ghi hồ sơ: %s", dossier)
	}
	return s.Err
}

// findings are those that say something of the report; in full also those of the law.
func (s *screen) findings(all []assess.Finding) {
	shown := slices.DeleteFunc(slices.Clone(all), func(f assess.Finding) bool {
		return !s.full && f.Severity == assess.Info && office.OfVerdict(f)
	})
	if len(shown) == 0 {
		return
	}
	s.Line("")
	s.Line("%s", s.Strong("Đối chiếu số liệu"))
	for _, f := range s.old(shown) {
		s.Item(2, f.Severity.Word()+":", f.Message)
	}
}

// mostOld is how many figures of the year before are told one by one.
const mostOld = 3

// old puts findings together that only tell that figures are of the year before, as those of
// a form that was carried over are: in a line with their count, where not everything is told.
func (s *screen) old(all []assess.Finding) []assess.Finding {
	const of = ": số liệu của năm "
	n, said := 0, ""
	isOld := func(f assess.Finding) bool { return f.Code == "figure_year" && f.Severity == assess.Info }
	for _, f := range all {
		if _, tail, is := strings.Cut(f.Message, of); is && isOld(f) {
			n, said = n+1, tail
		}
	}
	if s.full || n <= mostOld {
		return all
	}
	var out []assess.Finding
	for _, f := range all {
		switch {
		case !isOld(f):
			out = append(out, f)
		case said != "":
			out = append(out, assess.Finding{Code: f.Code, Severity: f.Severity, Message: fmt.Sprintf(
				"%s số liệu của năm %s; kê từng số liệu: thêm --full", vi.Count(n), said)})
			said = ""
		}
	}
	return out
}

// next says what to do with what the overview shows.
func (s *screen) next(a *assess.Assessment) {
	s.Line("")
	owed, open := 0, 0
	for i := range a.Levels {
		owed += len(a.Levels[i].With(assess.NoFigure)) + len(conditionsWith(&a.Levels[i], assess.NoFigure))
		open += len(a.Levels[i].With(assess.NoThreshold))
		for x := range a.Levels[i].Judged() {
			if x.Outcome == assess.Undetermined && x.NeedsExact() {
				owed++
			}
		}
	}
	if s.full {
		s.Line("%s", s.Faint("Bộ ngưỡng đã dùng: %s", a.Criteria.Digest))
	}
	if owed > 0 {
		s.Line("%s", s.Faint("Số liệu còn thiếu, theo cơ quan xác nhận: ntm gap TỆP"))
	}
	if open > 0 {
		s.Line("%s", s.Faint("Nhập ngưỡng còn thiếu: ntm criteria export --help"))
	}
	s.Line("%s", s.Faint("Giải trình một chỉ tiêu: ntm explain TỆP MỨC/SỐ, ví dụ nang-cao/10"))
	if !s.full {
		s.Line("%s", s.Faint("Mọi chỉ tiêu, căn cứ và ngưỡng cần đối chiếu: thêm --full"))
	}
}

// verdicts is the table of what came of each level.
func (s *screen) verdicts(levels []assess.Level) {
	s.verdictHead()
	for i := range levels {
		l := &levels[i]
		s.verdictRow(l.Level, s.verdict(l.Verdict)+draft(l.Draft), fmt.Sprintf("%d/%d", l.CriteriaMet, l.CriteriaTotal),
			fmt.Sprintf("%d/%d", l.IndicatorsMet, l.IndicatorsTotal)+missing(l))
	}
}

// verdictHead heads a table of verdicts.
func (s *screen) verdictHead() {
	s.Line("%s", s.Strong("%s", verdictCells("Mức", "Kết luận", "Tiêu chí", "Chỉ tiêu")))
}

// verdictRow is a level's row of a table of verdicts.
func (s *screen) verdictRow(l criteria.Level, verdict, criteria, indicators string) {
	s.Line("%s", verdictCells(shortLevel[l], verdict, criteria, indicators))
}

func verdictCells(level, verdict, criteria, indicators string) string {
	return term.Pad(level, 14) + term.Pad(verdict, 38) + term.Pad(criteria, 10) + indicators
}

func (s *screen) level(l *assess.Level, alone bool) {
	if l.Doubted {
		s.Line("%s", s.Bad("Mức này dựa trên số liệu không hợp lý nên chưa thể đủ điều kiện; xem phần đối chiếu."))
	}
	s.concludes(l.Level, s.verdict(l.Verdict)+draft(l.Draft), l.FailsIf)
	s.indicators(l, assess.NotMet)
	s.conditions(l)
	s.prerequisite(l)
	s.openColumns(l)
	if s.full || alone {
		s.met(l)
	}
	s.unknowns(l, assess.NoFigure)
	s.unknowns(l, assess.NoThreshold)
	if s.full {
		s.unknowns(l, assess.NotApplicable)
	}
	if l.Evidence != assess.Filed && l.Verdict == assess.Eligible {
		s.Line("  Minh chứng: đủ điều kiện theo số liệu, nhưng còn chỉ tiêu mới ở mức %q", l.Evidence.Word())
	}
	s.notes(l)
	if s.full {
		s.Item(2, "Căn cứ:", l.Rules.Cited())
		s.unsure(l)
	}
}

// conditions are those that are not met; those of which nothing is known are counted with
// what else is missing, and in full named.
func (s *screen) conditions(l *assess.Level) {
	var shown []*assess.Condition
	for i := range l.Conditions {
		if c := &l.Conditions[i]; c.Outcome == assess.NotApplicable && c.Threshold.IfGiven {
			continue // the report does not tell what it is judged by
		}
		if o := l.Conditions[i].Outcome; s.full || o != assess.Met && o != assess.NoFigure && o != assess.NoThreshold {
			shown = append(shown, &l.Conditions[i])
		}
	}
	if len(shown) > 0 {
		s.Line("  Điều kiện công nhận:")
	}
	for _, c := range shown {
		s.Item(4, "-", fmt.Sprintf("%s: %s%s", c.Name, s.outcome(c.Outcome), command.InBrackets(c.Detail)))
	}
}

func conditionsWith(l *assess.Level, o assess.Outcome) []*assess.Condition {
	var out []*assess.Condition
	for i := range l.Conditions {
		if l.Conditions[i].Outcome == o {
			out = append(out, &l.Conditions[i])
		}
	}
	return out
}

// prerequisite is the level to be held before; one that is met is named in full alone.
func (s *screen) prerequisite(l *assess.Level) {
	p := l.Prerequisite
	if p == nil || !s.full && p.Met != nil && *p.Met {
		return
	}
	word := s.Unknown("chưa rõ")
	if p.Met != nil {
		word = map[bool]string{true: s.Good("đạt"), false: s.Bad("chưa đạt")}[*p.Met]
	}
	s.Item(2, "Điều kiện tiên quyết:", fmt.Sprintf("%s - %s%s", p.Text, word, command.InBrackets(p.Basis)))
}

// isDraft explains the star of verdicts.
func (s *screen) isDraft() {
	s.Item(0, s.Unknown("* DỰ THẢO:"), "có ngưỡng chưa được đối chiếu với quyết định hoặc chưa có.")
}

// missing says how many indicators of the decision are not among those counted.
func missing(l *assess.Level) string {
	if l.IndicatorsMissing == 0 {
		return ""
	}
	return fmt.Sprintf("; còn thiếu %d chỉ tiêu của quyết định", l.IndicatorsMissing)
}

// concludes heads a level with its verdict and what would decide it.
func (s *screen) concludes(level criteria.Level, verdict, failsIf string) {
	if failsIf != "" {
		verdict += ": " + failsIf
	}
	s.Line("%s %s", s.Strong("XÃ %s:", strings.ToUpper(level.Title())), verdict)
}

// indicators lists those with the outcome, one a line, with what is short.
func (s *screen) indicators(l *assess.Level, o assess.Outcome) {
	found := l.With(o)
	if len(found) == 0 {
		return
	}
	s.Line("  %s (%d):", s.Bad("%s", o.Word()), len(found))
	for _, ind := range found {
		asked := ind.Asked() + outlook.Unchecked(ind.UncheckedBy())
		s.Item(4, ind.No, fmt.Sprintf("%s: %s, yêu cầu %s; %s", ind.Name, ind.Result(), asked, ind.Gaps()))
	}
}

// met names what is met: with its figure and threshold when that is little,
// by number when it is much.
func (s *screen) met(l *assess.Level) {
	found := l.With(assess.Met)
	if len(found) == 0 {
		return
	}
	if len(found) > 12 {
		if s.full {
			s.Item(2, s.Good("Đạt")+fmt.Sprintf(" (%d):", len(found)), numbers(found))
		}
	} else {
		s.Line("  %s (%d):", s.Good("Đạt"), len(found))
		for _, ind := range found {
			s.Item(4, ind.No, fmt.Sprintf("%s: %s, yêu cầu %s", ind.Name, ind.Result(), ind.Asked()))
		}
	}
}

// notes says what a reader should know of single indicators.
func (s *screen) notes(l *assess.Level) {
	for _, o := range []assess.Outcome{assess.NotMet, assess.Met, assess.NoFigure, assess.NotApplicable} {
		for _, ind := range l.With(o) {
			if ind.Note != "" {
				s.Item(2, "Lưu ý "+ind.No+":", ind.Note)
			}
		}
	}
}

// unjudged lists what is open because its figure cannot be, and gives what else is open.
func (s *screen) unjudged(l *assess.Level) []*assess.Indicator {
	var of, other []*assess.Indicator
	for _, ind := range l.With(assess.Undetermined) {
		if ind.Unjudged() {
			of = append(of, ind)
		} else {
			other = append(other, ind)
		}
	}
	if len(of) > 0 {
		s.Line("  %s (%d):", s.Unknown("Số liệu không hợp lý nên chưa xét"), len(of))
	}
	for _, ind := range of {
		s.Item(4, ind.No, fmt.Sprintf("%s: %s", ind.Name, ind.Result()))
	}
	return other
}

// openColumns lists what comes out otherwise by another column that may hold.
func (s *screen) openColumns(l *assess.Level) {
	found := s.unjudged(l)
	isExact := func(ind *assess.Indicator) bool { return !ind.NeedsExact() }
	if inexact := slices.DeleteFunc(slices.Clone(found), isExact); len(inexact) > 0 {
		s.Line("  %s (%d):", s.Unknown("Cần số chính xác"), len(inexact))
		for _, ind := range inexact {
			s.Item(4, ind.No, fmt.Sprintf("%s: %s, yêu cầu %s; %s", ind.Name, ind.Result(), ind.Asked(), ind.Note))
		}
		found = slices.DeleteFunc(found, func(ind *assess.Indicator) bool { return !isExact(ind) })
	}
	if len(found) == 0 {
		return
	}
	open := "Chưa rõ cột áp dụng"
	if slices.ContainsFunc(found, func(ind *assess.Indicator) bool { return len(ind.Columns) == 0 }) {
		open = "Chưa rõ cột áp dụng, hoặc có áp dụng không"
	}
	s.Line("  %s (%d):", s.Unknown("%s", open), len(found))
	for _, ind := range found {
		s.Item(4, ind.No, fmt.Sprintf("%s: %s; %s", ind.Name, ind.Result(), ind.Note))
	}
}

// fewNamed is how much is named even where no more than a number is asked for.
const fewNamed = 6

// unknowns counts what is neither met nor failed, and in full lists it by number.
func (s *screen) unknowns(l *assess.Level, o assess.Outcome) {
	found, conditions := l.With(o), conditionsWith(l, o)
	if s.full {
		if len(found) > 0 {
			s.Item(2, s.Unknown("%s", o.Word())+fmt.Sprintf(" (%d):", len(found)), numbers(found))
		}
		return
	}
	if o != assess.NotApplicable && len(found)+len(conditions) <= fewNamed && len(found)+len(conditions) > 0 {
		s.Line("  %s (%d):", s.Unknown("%s", o.Word()), len(found)+len(conditions))
		for _, ind := range found {
			s.Item(4, ind.No, ind.Name)
		}
		for _, c := range conditions {
			s.Item(4, "Điều kiện:", c.Name)
		}
		return
	}
	var parts []string
	if len(found) > 0 {
		parts = append(parts, fmt.Sprintf("%d chỉ tiêu", len(found)))
	}
	if len(conditions) > 0 {
		parts = append(parts, fmt.Sprintf("%d điều kiện công nhận", len(conditions)))
	}
	if len(parts) > 0 {
		s.Item(2, s.Unknown("%s:", o.Word()), strings.Join(parts, ", "))
	}
}

func numbers(indicators []*assess.Indicator) string {
	return vi.List(", ", indicators, func(ind *assess.Indicator) string { return ind.No })
}

// unsure lists the thresholds to be checked, by status.
func (s *screen) unsure(l *assess.Level) {
	byStatus := map[criteria.Status][]string{}
	for _, u := range l.Unsure() {
		byStatus[u.Basis.Status] = append(byStatus[u.Basis.Status], outlook.Label(u.No))
	}
	for _, status := range criteria.Statuses {
		if nos := byStatus[status]; len(nos) > 0 {
			s.Item(2, s.Faint("Ngưỡng cần đối chiếu, %s (%d):", status.Title(), len(nos)), strings.Join(nos, ", "))
		}
	}
}

// declaredWords counts titles by level, the highest first.
func declaredWords(all []provincial.TitleCount) string {
	var out []string
	for _, t := range slices.Backward(all) {
		out = append(out, t.Words())
	}
	return strings.Join(out, "; ")
}
