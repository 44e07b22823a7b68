package cli

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/pflag"
)

// screen writes what this program shows of the law and of communes.
type screen struct {
	*term.Screen
	full bool // lists all that was judged by number, not only how much of it there is
}

func newScreen(w World) *screen { return new(display).screen(w) }

// fullUsage says what is told where everything is asked for.
const fullUsage = "kê đủ: từng chỉ tiêu, số liệu, ngưỡng, căn cứ"

// display is how a command shows what it found: as a document, or to a person, in full or not.
type display struct{ json, full bool }

func (o *display) jsonFlag(f *pflag.FlagSet) {
	f.BoolVar(&o.json, "json", false, "in kết quả dạng JSON")
}

func (o *display) fullFlag(f *pflag.FlagSet) {
	f.BoolVar(&o.full, "full", false, fullUsage)
}

func (o *display) screen(w World) *screen { return &screen{term.NewScreen(w.Terminal), o.full} }

// show prints the document, or has view tell a person.
func (o *display) show(w World, document any, view func(*screen)) error {
	if o.json {
		return command.PrintJSON(w.Stdout, document)
	}
	s := o.screen(w)
	view(s)
	return s.Err
}

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
	return s.loud(v.Word(), v == assess.Eligible, v == assess.NotEligible)
}

// loud is what something comes to: good, bad, or neither.
func (s *screen) loud(word string, good, bad bool) string {
	switch word = strings.ToUpper(word); {
	case good:
		return s.Good("%s", word)
	case bad:
		return s.Bad("%s", word)
	}
	return s.Unknown("%s", word)
}

// assessment writes the overview of an assessment: the verdicts, then for each level what
// fails, what is missing, and what is next. In full it names all that was judged.
func (s *screen) assessment(a *assess.Assessment, dossier string) {
	command.Lacks(s.Screen, office.LacksOf(a)...)
	s.nationOnly(a.Criteria.NationOnly)
	s.Line("%s", s.Strong("%s", vi.Capital(a.Commune.Title())))
	s.Line("%snăm %d, vùng %s", codeOf(a.Commune), a.Year, criteria.Region(a.Commune.Region).Title())
	if len(a.Criteria.Overlays) > 0 && s.full {
		s.Item(0, "Quy định áp dụng thêm:", strings.Join(a.Criteria.Overlays, "; "))
	}
	s.Line("")
	s.verdicts(a.Brief().Levels)
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
	owed, open := false, false
	for i := range a.Levels {
		for x := range a.Levels[i].Judged() {
			owed = owed || x.Outcome == assess.NoFigure || x.Outcome == assess.Undetermined && x.NeedsExact()
			open = open || x.Outcome == assess.NoThreshold && !x.Condition
		}
	}
	if s.full {
		s.Line("%s", s.Faint("Bộ ngưỡng đã dùng: %s", a.Criteria.Digest))
	}
	if owed {
		s.Line("%s", s.Faint("Số liệu còn thiếu, theo cơ quan xác nhận: ntm gap TỆP"))
	}
	if open {
		s.Line("%s", s.Faint("Nhập ngưỡng còn thiếu: ntm criteria export --help"))
	}
	s.Line("%s", s.Faint("Giải trình một chỉ tiêu: ntm explain TỆP MỨC/SỐ, ví dụ nang-cao/10"))
	if !s.full {
		s.Line("%s", s.Faint("Mọi chỉ tiêu, căn cứ và ngưỡng cần đối chiếu: thêm --full"))
	}
}

// verdicts is the table of what came of each level, with how many indicators of the decision
// are not among those counted.
func (s *screen) verdicts(levels []assess.BriefLevel) {
	table := widths{14, 38, 10}
	s.Line("%s", s.Strong("%s", table.row("Mức", "Kết luận", "Tiêu chí", "Chỉ tiêu")))
	for i := range levels {
		l := &levels[i]
		indicators := fmt.Sprintf("%d/%d", l.IndicatorsMet, l.IndicatorsTotal)
		if l.IndicatorsMissing > 0 {
			indicators += fmt.Sprintf("; còn thiếu %d chỉ tiêu của quyết định", l.IndicatorsMissing)
		}
		s.Line("%s", table.row(shortLevel[l.Level], s.verdict(l.Verdict)+draft(l.Draft),
			fmt.Sprintf("%d/%d", l.CriteriaMet, l.CriteriaTotal), indicators))
	}
}

// widths are those of a table's columns but the last, in letters.
type widths []int

func (c widths) row(cells ...string) string {
	line := ""
	for i, cell := range cells {
		if i < len(c) {
			cell = term.Pad(cell, c[i])
		}
		line += cell
	}
	return line
}
