package cli

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/provincial"
	"ntm/internal/term"
	"ntm/internal/vi"
)

// screen writes what this program shows of the law and of communes.
type screen struct{ *term.Screen }

func newScreen(w World) *screen { return &screen{term.NewScreen(w.Terminal)} }

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

// assessment writes the overview of an assessment.
func (s *screen) assessment(a *assess.Assessment, dossier string) error {
	s.lacks(office.LacksOf(a)...)
	s.nationOnly(a.Criteria.NationOnly)
	s.Line("%s", s.Strong("%s", vi.Capital(a.Commune.Title())))
	s.Line("%snăm %d, vùng %s", codeOf(a.Commune), a.Year, criteria.Region(a.Commune.Region).Title())
	if len(a.Criteria.Overlays) > 0 {
		s.Item(0, "Quy định áp dụng thêm:", strings.Join(a.Criteria.Overlays, "; "))
	}
	if a.Draft {
		s.Item(0, s.Unknown("DỰ THẢO:"), "có ngưỡng chưa được đối chiếu với quyết định hoặc chưa có; xem danh "+
			"sách ở từng mức.")
	}
	for _, f := range a.Findings {
		if f.Severity == assess.Wrong {
			s.Item(0, s.Bad("KHÔNG HỢP LÝ:"), f.Message)
		}
	}
	for i := range a.Levels {
		s.Line("")
		s.level(&a.Levels[i])
	}
	if len(a.Findings) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Đối chiếu số liệu"))
		for _, f := range a.Findings {
			s.Item(2, f.Severity.Word()+":", f.Message)
		}
	}
	s.Line("")
	s.Line("%s", s.Faint("Bộ ngưỡng đã dùng: %s", a.Criteria.Digest))
	s.Line("%s", s.Faint("Giải trình một chỉ tiêu: ntm explain TỆP MỨC/SỐ, ví dụ nang-cao/10"))
	if dossier != "" {
		s.Line("Đã ghi hồ sơ: %s", dossier)
	}
	return s.Err
}

// mostInFull is up to how many indicators that are met are shown with figure and threshold.
const mostInFull = 12

func (s *screen) level(l *assess.Level) {
	if l.Doubted {
		s.Line("%s", s.Bad("Mức này dựa trên số liệu không hợp lý nên chưa thể đủ điều kiện; xem phần đối chiếu."))
	}
	s.concludes(l.Level, s.verdict(l.Verdict)+draft(l.Draft), l.FailsIf)
	s.Line("  %d/%d tiêu chí, %d/%d chỉ tiêu đạt%s", l.CriteriaMet, l.CriteriaTotal, l.IndicatorsMet,
		l.IndicatorsTotal, missing(l))
	s.Item(2, "Căn cứ:", l.Rules.Cited())
	if l.ColumnNote != "" {
		s.Item(2, "Cột áp dụng:", l.ColumnNote)
	}
	if p := l.Prerequisite; p != nil {
		word := s.Unknown("chưa rõ")
		if p.Met != nil {
			word = map[bool]string{true: s.Good("đạt"), false: s.Bad("chưa đạt")}[*p.Met]
		}
		s.Item(2, "Điều kiện tiên quyết:", fmt.Sprintf("%s - %s%s", p.Text, word, inBrackets(p.Basis)))
	}
	if len(l.Conditions) > 0 {
		s.Line("  Điều kiện công nhận:")
	}
	for _, c := range l.Conditions {
		s.Item(4, "-", fmt.Sprintf("%s: %s%s", c.Name, s.outcome(c.Outcome), inBrackets(c.Detail)))
	}
	if l.Evidence != assess.Filed && l.Verdict == assess.Eligible {
		s.Line("  Minh chứng: đủ điều kiện theo số liệu, nhưng còn chỉ tiêu mới ở mức %q", l.Evidence.Word())
	}
	s.indicators(l, assess.NotMet, s.Bad("%s", assess.NotMet.Word()), func(ind *assess.Indicator) string {
		return fmt.Sprintf("%s, yêu cầu %s; %s", ind.Result(), ind.Asked()+unchecked(ind.UncheckedBy()), ind.Gaps())
	})
	if len(l.With(assess.Met)) > mostInFull {
		s.numbers(l, assess.Met, s.Good("Đạt"))
	} else {
		s.indicators(l, assess.Met, s.Good("Đạt"), func(ind *assess.Indicator) string {
			return fmt.Sprintf("%s, yêu cầu %s", ind.Result(), ind.Asked())
		})
	}
	s.indicators(l, assess.Undetermined, s.Unknown("Chưa rõ cột áp dụng"), func(ind *assess.Indicator) string {
		return ind.Result() + "; " + ind.Note
	})
	for _, o := range []assess.Outcome{assess.NoFigure, assess.NoThreshold, assess.NotApplicable} {
		s.numbers(l, o, s.Unknown("%s", o.Word()))
	}
	s.notes(l)
	s.unsure(l)
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

// indicators lists those with the outcome under a heading, one a line.
func (s *screen) indicators(l *assess.Level, o assess.Outcome, heading string, text func(*assess.Indicator) string) {
	found := l.With(o)
	if len(found) > 0 {
		s.Line("  %s (%d):", heading, len(found))
	}
	for _, ind := range found {
		s.Item(4, ind.No, fmt.Sprintf("%s: %s", ind.Name, text(ind)))
	}
}

// unchecked marks what fails nobody until somebody has checked it: a threshold, or
// the rule by which a figure is computed.
func unchecked(by string) string {
	if by == "" {
		return ""
	}
	return " (" + by + " chưa đối chiếu)"
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

// numbers lists by number those with the outcome.
func (s *screen) numbers(l *assess.Level, o assess.Outcome, heading string) {
	var nos []string
	for _, ind := range l.With(o) {
		nos = append(nos, ind.No)
	}
	if len(nos) > 0 {
		s.Item(2, fmt.Sprintf("%s (%d):", heading, len(nos)), strings.Join(nos, ", "))
	}
}

// unsure lists the thresholds to be checked, by status.
func (s *screen) unsure(l *assess.Level) {
	byStatus := map[criteria.Status][]string{}
	for _, u := range l.Unsure() {
		byStatus[u.Basis.Status] = append(byStatus[u.Basis.Status], label(u.No))
	}
	for _, status := range criteria.Statuses {
		if nos := byStatus[status]; len(nos) > 0 {
			s.Item(2, s.Faint("Ngưỡng cần đối chiếu, %s (%d):", status.Title(), len(nos)), strings.Join(nos, ", "))
		}
	}
}

// conditionWord is the short name of what has no number.
var conditionWord = map[string]string{"prerequisite": "điều kiện tiên quyết", "arrears": "điều kiện nợ đọng",
	"satisfaction": "điều kiện hài lòng", "security": "điều kiện an ninh"}

func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// declaredWords counts titles by level, the highest first.
func declaredWords(all []provincial.TitleCount) string {
	var out []string
	for _, t := range slices.Backward(all) {
		out = append(out, t.Words())
	}
	return strings.Join(out, "; ")
}
