package cli

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color" // shows colour on Windows consoles too, and heeds NO_COLOR
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/provincial"
	"ntm/internal/vi"
)

// screenWidth is how wide lines are where the terminal's width is not known.
const screenWidth = 100

// ansi matches a colour code, which takes no room.
var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

// screen writes views for a person. The first error of its writer is kept and
// ends the view.
type screen struct {
	out   io.Writer
	width int
	err   error

	good, bad, unknown, strong, faint func(format string, a ...any) string
}

func newScreen(w World) *screen {
	paint := func(attributes ...color.Attribute) func(string, ...any) string {
		c := color.New(attributes...)
		if c.DisableColor(); w.Color {
			c.EnableColor()
		}
		return c.Sprintf
	}
	return &screen{
		out: w.Stdout, width: cmp.Or(w.Width, screenWidth), good: paint(color.FgGreen, color.Bold), bad: paint(color.FgRed, color.Bold),
		unknown: paint(color.FgYellow, color.Bold), strong: paint(color.Bold), faint: paint(color.Faint),
	}
}

func (s *screen) line(format string, a ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s.out, format+"\n", a...)
	}
}

// json writes one document of many in a line.
func (s *screen) json(v any) {
	if s.err == nil {
		s.err = printLine(World{Stdout: s.out}, v)
	}
}

// item writes text behind a label, its further lines set in under the first.
func (s *screen) item(indent int, label, text string) {
	lead := strings.Repeat(" ", indent) + label
	column := shownWidth(lead)
	hang := "\n" + strings.Repeat(" ", indent+2)
	var b strings.Builder
	for _, word := range strings.Fields(text) {
		n := shownWidth(word)
		if column+1+n > s.width && b.Len() > 0 {
			b.WriteString(hang)
			column = indent + 1
		} else if b.Len() > 0 || label != "" {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		column += 1 + n
	}
	s.line("%s%s", lead, b.String())
}

// shownWidth is the room a text takes.
func shownWidth(text string) int { return utf8.RuneCountInString(ansi.ReplaceAllString(text, "")) }

func (s *screen) outcome(o assess.Outcome) string {
	switch o {
	case assess.Met:
		return s.good("%s", o.Word())
	case assess.NotMet:
		return s.bad("%s", o.Word())
	case assess.NotApplicable:
		return s.faint("%s", o.Word())
	}
	return s.unknown("%s", o.Word())
}

func (s *screen) verdict(v assess.Verdict) string {
	word := strings.ToUpper(v.Word())
	switch v {
	case assess.Eligible:
		return s.good("%s", word)
	case assess.NotEligible:
		return s.bad("%s", word)
	}
	return s.unknown("%s", word)
}

// assessment writes the overview of an assessment.
func (s *screen) assessment(a *assess.Assessment, dossier string) error {
	s.lacks(lacksOf(a)...)
	s.line("%s", s.strong("%s", vi.Capital(a.Commune.Title())))
	code := ""
	if a.Commune.Code != "" {
		code = "mã " + a.Commune.Code + ", "
	}
	s.line("%snăm %d, vùng %s", code, a.Year, criteria.Region(a.Commune.Region).Title())
	if len(a.Criteria.Overlays) > 0 {
		s.item(0, "Quy định áp dụng thêm:", strings.Join(a.Criteria.Overlays, "; "))
	}
	if a.Draft {
		s.item(0, s.unknown("DỰ THẢO:"), "có ngưỡng chưa được đối chiếu với quyết định hoặc chưa có; xem danh sách ở từng mức.")
	}
	for _, f := range a.Findings {
		if f.Severity == assess.Wrong {
			s.item(0, s.bad("KHÔNG HỢP LÝ:"), f.Message)
		}
	}
	for i := range a.Levels {
		s.line("")
		s.level(&a.Levels[i])
	}
	if len(a.Findings) > 0 {
		s.line("")
		s.line("%s", s.strong("Đối chiếu số liệu"))
		for _, f := range a.Findings {
			s.item(2, f.Severity.Word()+":", f.Message)
		}
	}
	s.line("")
	s.line("%s", s.faint("Bộ ngưỡng đã dùng: %s", a.Criteria.Digest))
	s.line("%s", s.faint("Giải trình một chỉ tiêu: ntm explain TỆP MỨC/SỐ, ví dụ nang-cao/10"))
	if dossier != "" {
		s.line("Đã ghi hồ sơ: %s", dossier)
	}
	return s.err
}

func (s *screen) level(l *assess.Level) {
	draft := ""
	if l.Doubted {
		s.line("%s", s.bad("Mức này dựa trên số liệu không hợp lý nên chưa thể đủ điều kiện; xem phần đối chiếu."))
	}
	if l.Draft {
		draft = " (dự thảo)"
	}
	s.concludes(l.Level, s.verdict(l.Verdict)+draft, l.FailsIf)
	s.line("  %d/%d tiêu chí, %d/%d chỉ tiêu đạt%s", l.CriteriaMet, l.CriteriaTotal, l.IndicatorsMet, l.IndicatorsTotal, missing(l))
	s.item(2, "Căn cứ:", standardName(l.Rules))
	if l.ColumnNote != "" {
		s.item(2, "Cột áp dụng:", l.ColumnNote)
	}
	if p := l.Prerequisite; p != nil {
		word := s.unknown("chưa rõ")
		if p.Met != nil {
			word = map[bool]string{true: s.good("đạt"), false: s.bad("chưa đạt")}[*p.Met]
		}
		s.item(2, "Điều kiện tiên quyết:", fmt.Sprintf("%s - %s%s", p.Text, word, inBrackets(p.Basis)))
	}
	if len(l.Conditions) > 0 {
		s.line("  Điều kiện công nhận:")
	}
	for _, c := range l.Conditions {
		s.item(4, "-", fmt.Sprintf("%s: %s%s", c.Name, s.outcome(c.Outcome), inBrackets(c.Detail)))
	}
	if l.Evidence != assess.Filed && l.Verdict == assess.Eligible {
		s.line("  Minh chứng: đủ điều kiện theo số liệu, nhưng còn chỉ tiêu mới ở mức %q", l.Evidence.Word())
	}
	s.indicators(l, assess.NotMet)
	s.met(l)
	s.openColumns(l)
	s.unknowns(l, assess.NoFigure)
	s.unknowns(l, assess.NoThreshold)
	s.unknowns(l, assess.NotApplicable)
	s.notes(l)
	s.unsure(l)
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
	s.line("%s %s", s.strong("XÃ %s:", strings.ToUpper(level.Title())), verdict)
}

// indicators lists those with the outcome, one a line, with what is short.
func (s *screen) indicators(l *assess.Level, o assess.Outcome) {
	found := l.With(o)
	if len(found) == 0 {
		return
	}
	s.line("  %s (%d):", s.bad("%s", o.Word()), len(found))
	for _, ind := range found {
		asked := ind.Asked() + unchecked(ind.UncheckedBy())
		s.item(4, ind.No, fmt.Sprintf("%s: %s, yêu cầu %s; %s", ind.Name, ind.Result(), asked, ind.Gaps()))
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

// met names what is met: with its figure and threshold when that is little,
// by number when it is much.
func (s *screen) met(l *assess.Level) {
	found := l.With(assess.Met)
	if len(found) == 0 {
		return
	}
	if len(found) > 12 {
		s.item(2, s.good("Đạt")+fmt.Sprintf(" (%d):", len(found)), numbers(found))
	} else {
		s.line("  %s (%d):", s.good("Đạt"), len(found))
		for _, ind := range found {
			s.item(4, ind.No, fmt.Sprintf("%s: %s, yêu cầu %s", ind.Name, ind.Result(), ind.Asked()))
		}
	}
}

// notes says what a reader should know of single indicators.
func (s *screen) notes(l *assess.Level) {
	for _, o := range []assess.Outcome{assess.NotMet, assess.Met, assess.NoFigure, assess.NotApplicable} {
		for _, ind := range l.With(o) {
			if ind.Note != "" {
				s.item(2, "Lưu ý "+ind.No+":", ind.Note)
			}
		}
	}
}

// openColumns lists what comes out otherwise by another column that may hold.
func (s *screen) openColumns(l *assess.Level) {
	found := l.With(assess.Undetermined)
	if len(found) == 0 {
		return
	}
	s.line("  %s (%d):", s.unknown("Chưa rõ cột áp dụng"), len(found))
	for _, ind := range found {
		s.item(4, ind.No, fmt.Sprintf("%s: %s; %s", ind.Name, ind.Result(), ind.Note))
	}
}

// unknowns lists by number what is neither met nor failed.
func (s *screen) unknowns(l *assess.Level, o assess.Outcome) {
	if found := l.With(o); len(found) > 0 {
		s.item(2, s.unknown("%s", o.Word())+fmt.Sprintf(" (%d):", len(found)), numbers(found))
	}
}

func numbers(indicators []*assess.Indicator) string {
	nos := make([]string, len(indicators))
	for i, ind := range indicators {
		nos[i] = ind.No
	}
	return strings.Join(nos, ", ")
}

// unsure lists the thresholds to be checked, by status.
func (s *screen) unsure(l *assess.Level) {
	byStatus := map[criteria.Status][]string{}
	for _, u := range l.Unsure() {
		no := u.No
		if word, ok := conditionWord[no]; ok {
			no = word
		}
		byStatus[u.Basis.Status] = append(byStatus[u.Basis.Status], no)
	}
	for _, status := range criteria.Statuses {
		if nos := byStatus[status]; len(nos) > 0 {
			s.item(2, s.faint("Ngưỡng cần đối chiếu, %s (%d):", status.Title(), len(nos)), strings.Join(nos, ", "))
		}
	}
}

// conditionWord is the short name of what has no number.
var conditionWord = map[string]string{"prerequisite": "điều kiện tiên quyết", "arrears": "điều kiện nợ đọng",
	"satisfaction": "điều kiện hài lòng", "security": "điều kiện an ninh"}

// standardName cites a standard: "Bộ tiêu chí … (318/QĐ-TTg ngày 08/03/2022)".
func standardName(std criteria.SetStandard) string {
	return fmt.Sprintf("%s (%s ngày %s)", std.Name, std.Decision.Number, vi.Date(std.Decision.Date.Time))
}

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
