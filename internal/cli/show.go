package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/outlook"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type showOptions struct {
	command.OfCommune
	json     bool
	versions bool
	full     bool
}

func newShow(w World) *cobra.Command {
	var opts showOptions
	cmd := &cobra.Command{
		Use:     "show XÃ [tùy chọn]",
		Aliases: []string{"xem"},
		Short:   "Xem hồ sơ của một xã: kết quả, đang ở bước nào, ai đã làm gì",
		Long: `Xem hồ sơ của một xã trong kho dữ liệu: kết quả từng mức, chỗ chưa đạt, còn thiếu, lý do
trả lại, biểu quyết, danh hiệu và việc tiếp theo. Với --full: cả ý kiến, số hiệu mọi chỉ tiêu
chưa có số liệu, và mọi việc đã ghi theo thời gian.`,
		Example: `  ntm show 16492
  ntm show "Quảng Trung, Quảng Xương, Thanh Hóa" --year 2023`,
		Args: command.Args("XÃ"),
		RunE: command.OnOne(&opts.Text, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	f.BoolVar(&opts.versions, "versions", false, "xem các bản báo cáo đã nhập của năm ấy")
	f.BoolVar(&opts.full, "full", false, "kê đủ: ý kiến, chỉ tiêu chưa có số liệu, mọi việc đã ghi")
	opts.CommuneFlags(f)
	return cmd
}

// showSchema names the document of a commune.
const showSchema = "ntm.commune.v1"

// shownJSON is a commune with all that happened.
type shownJSON struct {
	Schema   string                 `json:"schema"`
	Province string                 `json:"province"`
	Commune  string                 `json:"commune"`
	Name     string                 `json:"name"`
	Titles   []docket.Title         `json:"titles"`
	Origin   *docket.MergedBody     `json:"origin,omitempty"`
	Into     *docket.MergedIntoBody `json:"into,omitempty"`
	Dossiers []*docket.Dossier      `json:"dossiers"`
	Events   []eventJSON            `json:"events"`
}

// eventJSON is an event as it is kept.
type eventJSON struct {
	ID   string          `json:"id"`
	Kind docket.Kind     `json:"kind"`
	Day  criteria.Date   `json:"day,omitzero"`
	At   string          `json:"at"`
	By   string          `json:"by"`
	Year int             `json:"year"`
	Body json.RawMessage `json:"body"`
}

func (o *showOptions) run(ctx context.Context, w World) error {
	return o.In(ctx, w, func(st *store.Store) error {
		c, d, err := o.Dossier(ctx, st)
		if err != nil {
			return o.titled(ctx, w, st, err)
		}
		if o.versions {
			return showVersions(ctx, w, st, d, o.json)
		}
		events, err := st.Events(ctx, store.Subject{Province: c.Province, Commune: c.Key})
		if err != nil {
			return err
		}
		if o.json {
			out := shownJSON{showSchema, c.Province, c.Key, c.Name(), list.NonNil(c.Titles), c.Origin, c.Into,
				c.Dossiers, []eventJSON{}}
			if o.Year != 0 {
				out.Dossiers = []*docket.Dossier{d}
			}
			for _, e := range events {
				if o.Year == 0 || e.Year == o.Year {
					out.Events = append(out.Events, eventJSON{e.ID, e.Kind, e.Day,
						e.At.Format("2006-01-02T15:04:05.000000Z"), e.By, e.Year, e.Body})
				}
			}
			return command.PrintJSON(w.Stdout, out)
		}
		s := newScreen(w).inFull(o.full)
		s.dossier(d)
		s.titles(c)
		s.events(events, d.Year)
		s.nextStep(d)
		return s.Err
	})
}

// titled shows the titles of a commune that has nothing else; without is told where it has none.
func (o *showOptions) titled(ctx context.Context, w World, st *store.Store, without error) error {
	c, err := o.Find(ctx, st)
	if err != nil || o.Year != 0 || o.versions || len(c.Titles) == 0 {
		return without
	}
	if o.json {
		return command.PrintJSON(w.Stdout, shownJSON{showSchema, c.Province, c.Key, c.Name(), c.Titles, c.Origin,
			c.Into, []*docket.Dossier{}, []eventJSON{}})
	}
	s := newScreen(w)
	s.Line("%s", s.Strong("%s", vi.Capital(c.Place().Title)))
	s.Line("Chưa có báo cáo nào trong kho dữ liệu.")
	s.titles(c)
	return s.Err
}

// fewEvents is how many of the newest are shown where no more is asked for.
const fewEvents = 3

// events are what was done with the dossier of a year; not in full, the last of it.
func (s *screen) events(all []docket.Event, year int) {
	var shown []int
	for i := range all {
		goesOn := i > 0 && all[i].Kind == docket.Opined && all[i-1].Kind == docket.Opined && all[i-1].By == all[i].By
		if all[i].Year == year && !goesOn {
			shown = append(shown, i)
		}
	}
	left := 0
	s.Line("")
	if s.full || len(shown) <= fewEvents {
		s.Line("%s", s.Strong("Các việc đã ghi, năm %d", year))
	} else {
		left = len(shown) - fewEvents
		s.Line("%s", s.Strong("Việc gần đây, năm %d", year)+fmt.Sprintf(" (còn %d việc trước đó)", left))
	}
	for _, i := range shown[left:] {
		e := &all[i]
		s.Item(2, when(e)+" –", fmt.Sprintf("%s: %s%s%s", e.By, e.Kind.Word(), command.InBrackets(aboutRun(all[i:])),
			takenBack(all, e)))
	}
}

// stepsFrom is what may be done next with a dossier, by where it stands.
var stepsFrom = map[docket.Stage]string{
	docket.Draft: "nộp hồ sơ: ntm process submit %s --year %d --level MỨC",
	docket.IsSentBack: "nhập báo cáo đã bổ sung (ntm import TỆP), rồi nộp lại: " +
		"ntm process submit %s --year %d --level MỨC",
	docket.IsSubmitted: "nhận thẩm định: ntm process take-up %s --year %d; hoặc trả lại: ntm process send-back",
	docket.InAppraisal: "ghi ý kiến (ntm process opinion), rồi trình hội đồng: ntm process ready %s --year %d",
	docket.IsReady:     "đưa vào đợt của hội đồng: ntm council batch",
	docket.InBatch:     "phát phiếu, kiểm phiếu của hội đồng: ntm council --help",
	docket.IsVoted: "ghi quyết định công nhận: ntm process recognise %s --year %d " +
		"--level MỨC --decision SỐ --date NGÀY",
}

// nextStep ends the view of a dossier with what is next.
func (s *screen) nextStep(d *docket.Dossier) {
	s.Line("")
	if step := stepsFrom[d.Stage]; strings.Contains(step, "%s") {
		who := d.Unit().Code
		if who == "" {
			who = "XÃ"
		}
		s.Line("%s", s.Faint("Tiếp theo: "+step, who, d.Year))
	} else if step != "" {
		s.Line("%s", s.Faint("Tiếp theo: %s", step))
	}
	if !s.full {
		s.Line("%s", s.Faint("Ý kiến, chỉ tiêu còn thiếu và mọi việc đã ghi: thêm --full"))
	}
}

// when is the day of an event, and when it was written down where that is another day.
func when(e *docket.Event) string {
	if e.Day.IsZero() || e.Day == docket.Today(e.At) {
		return docket.Clock(e.At)
	}
	return fmt.Sprintf("ngày %s (ghi lúc %s)", vi.Date(e.Day.Time), docket.Clock(e.At))
}

// takenBack says that an event was corrected later.
func takenBack(events []docket.Event, e *docket.Event) string {
	for i := range events {
		var b docket.CorrectedBody
		if events[i].Kind == docket.Corrected && json.Unmarshal(events[i].Body, &b) == nil && b.Event == e.ID {
			return " – đã đính chính lúc " + docket.Clock(events[i].At)
		}
	}
	return ""
}

// aboutRun is what the first event is about; a run of opinions by one hand is
// summed up.
func aboutRun(events []docket.Event) string {
	n := 0
	for n < len(events) && events[n].Kind == docket.Opined && events[n].By == events[0].By {
		n++
	}
	if n < 2 {
		return docket.About(&events[0])
	}
	return fmt.Sprintf("%d ý kiến", n)
}

// opinionList lists opinions; those of one department that say the same stand
// together. Not in full, those that are met are counted.
func (s *screen) opinionList(all []docket.Opinion) {
	if !s.full {
		counts := map[string]int{}
		for _, o := range all {
			counts[o.Result]++
		}
		parts := list.Map(slices.Sorted(maps.Keys(counts)), func(word string) string {
			return fmt.Sprintf("%d %s", counts[word], word)
		})
		s.Line("Ý kiến: %s", strings.Join(parts, ", "))
		all = slices.DeleteFunc(slices.Clone(all), func(o docket.Opinion) bool {
			return vi.Fold(o.Result) == vi.Fold(assess.Met.Word())
		})
	} else {
		s.Line("Ý kiến (%d):", len(all))
	}
	var said command.Grouped[docket.Opinion]
	for _, o := range all {
		on := o.On
		o.On = ""
		said.Add(o, on)
	}
	for _, o := range said.Names {
		s.Item(2, o.Department+" –", fmt.Sprintf("%s: %s%s", strings.Join(said.Members[o], ", "), o.Result,
			command.InBrackets(vi.Join(", ", o.Text, vi.Day(o.Day)))))
	}
}

// dossier is one dossier as it stands.
func (s *screen) dossier(d *docket.Dossier) {
	s.Line("%s", s.Strong("%s, năm %d", vi.Capital(d.Place.Title), d.Year))
	s.Item(0, "Hồ sơ:", s.Strong("%s", s.stage(d)))
	if a := d.Assessment; a != nil {
		if why := a.Brief.NationOnly; why != "" {
			s.Item(2, s.Unknown("CHÚ Ý:"), why+".")
		}
		s.Line("")
		s.brief(&a.Brief)
		if s.full {
			s.Line("%s", s.Faint("Đánh giá lúc %s, bộ ngưỡng %s", docket.Clock(a.At), a.Digest))
		} else {
			s.Line("%s", s.Faint("Đánh giá lúc %s", docket.Clock(a.At)))
		}
		s.Line("")
	}
	if len(d.Reasons) > 0 {
		s.Line("%s", s.Bad("Lý do trả lại:"))
		for _, r := range d.Reasons {
			s.Item(2, "-", vi.Join(": ", r.On, r.Text))
		}
	}
	if len(d.Opinions) > 0 {
		s.opinionList(d.Opinions)
	}
	if v := d.Vote; v != nil {
		s.Item(0, "Biểu quyết:", fmt.Sprintf("%d đồng ý, %d không đồng ý, %d không hợp lệ; có mặt %d/%d; %s", v.For,
			v.Against, v.Invalid, v.Present, v.Members, v.Words))
	}
	if b := d.Conclusion; b != nil {
		word := "không đề nghị công nhận"
		if b.Yes {
			word = "đề nghị công nhận"
		}
		s.Item(0, "Chủ tịch hội đồng kết luận:", vi.Join("; ", word, b.Chair, b.Paper, b.Note))
	}
	command.GroundsOf(s.Screen, d)
	if b := d.Decision; b != nil {
		s.Item(0, vi.Capital(d.Stage.Word())+":", b.Text())
	}
	for _, c := range d.Conflicts {
		s.Item(0, s.Bad("Việc trái nhau:"), fmt.Sprintf("%s, %s, %s: %s", docket.Clock(c.At), c.By, c.Kind.Word(),
			c.Why))
	}
}

// brief is the table of verdicts, then what fails and what is missing.
func (s *screen) brief(b *assess.Brief) {
	s.verdictHead()
	for i := range b.Levels {
		l := &b.Levels[i]
		s.verdictRow(l.Level, s.verdict(l.Verdict)+draft(l.Draft), fmt.Sprintf("%d/%d", l.CriteriaMet, l.CriteriaTotal),
			fmt.Sprintf("%d/%d", l.IndicatorsMet, l.IndicatorsTotal)+
				missing(&assess.Level{IndicatorsMissing: l.IndicatorsMissing}))
	}
	if b.Draft {
		s.Item(0, s.Unknown("DỰ THẢO:"), "có ngưỡng chưa được đối chiếu với quyết định hoặc chưa có; khi đối chiếu, "+
			"kết quả có thể khác.")
	}
	for i := range b.Levels {
		l := &b.Levels[i]
		for _, o := range whyNot {
			s.briefWith(l, o)
		}
	}
}

// whyNot are the outcomes that keep a level from being eligible, those that fail it first.
var whyNot = []assess.Outcome{assess.NotMet, assess.Undetermined, assess.NoFigure, assess.NoThreshold}

// briefWith is what of a level came out so: what fails by its numbers, what is missing by
// how much there is of it, and in full by numbers too.
func (s *screen) briefWith(l *assess.BriefLevel, o assess.Outcome) {
	nos, conditions := l.Indicators.Numbered(o), l.Conditions.Numbered(o)
	if len(nos)+len(conditions) == 0 {
		return
	}
	word := s.Unknown("%s", vi.Lower(o.Word()))
	if o == assess.NotMet {
		word = s.Bad("%s", vi.Lower(o.Word()))
	}
	var parts []string
	if len(nos) > 0 {
		text := fmt.Sprintf("%d chỉ tiêu", len(nos))
		if s.full || o == assess.NotMet || len(nos) <= fewNamed {
			text += command.InBrackets(strings.Join(nos, ", "))
		}
		parts = append(parts, text)
	}
	for _, id := range conditions {
		parts = append(parts, outlook.Label(id))
	}
	s.Item(0, fmt.Sprintf("%s – %s:", shortLevel[l.Level], word), strings.Join(parts, ", "))
}

// titles are what the commune was recognised as, and where it came from.
func (s *screen) titles(c *docket.Commune) {
	if len(c.Titles) > 0 {
		s.Line("Danh hiệu:")
	}
	for _, t := range c.Titles {
		text := t.Given()
		switch over := t.Over(); {
		case t.Revoked != nil:
			text += "; " + s.Bad("%s", over)
		case over != "":
			text += "; " + over
		}
		s.Item(2, "-", text)
	}
	if o := c.Origin; o != nil {
		s.Item(0, "Thành lập từ:", o.Words)
		for _, p := range o.Parts {
			text := p.Title
			if p.Level != "" {
				text += ", xã " + p.Level.Title()
			}
			if !p.Whole {
				text += ", một phần"
			}
			s.Item(2, "-", text)
		}
	}
	if i := c.Into; i != nil {
		s.Item(0, "Đã sáp nhập vào:", i.Title)
	}
	if end := office.Reformed(c); end != "" {
		s.Item(0, "Sắp xếp đơn vị hành chính:", end)
	}
}
