package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type showOptions struct {
	command.OfCommune
	json     bool
	versions bool
}

func newShow(w World) *cobra.Command {
	var opts showOptions
	cmd := &cobra.Command{
		Use:     "show XÃ [tùy chọn]",
		Aliases: []string{"xem"},
		Short:   "Xem hồ sơ của một xã: kết quả, đang ở bước nào, ai đã làm gì",
		Long: `Xem hồ sơ của một xã trong kho dữ liệu: kết quả từng mức, ý kiến, lý do trả lại, biểu
quyết, danh hiệu, và mọi việc đã ghi theo thời gian.`,
		Example: `  ntm show 16492
  ntm show "Quảng Trung, Quảng Xương, Thanh Hóa" --year 2023`,
		Args: command.Args("XÃ"),
		RunE: command.OnOne(&opts.Text, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	f.BoolVar(&opts.versions, "versions", false, "xem các bản báo cáo đã nhập của năm ấy")
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
			return err
		}
		if o.versions {
			return showVersions(ctx, w, st, d, o.json)
		}
		events, err := st.Events(ctx, store.Subject{Province: c.Province, Commune: c.Key})
		if err != nil {
			return err
		}
		if o.json {
			out := shownJSON{showSchema, c.Province, c.Key, c.Name(), nonNil(c.Titles), c.Origin, c.Into,
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
		s := newScreen(w)
		s.dossier(d)
		s.titles(c)
		s.Line("")
		s.Line("%s", s.Strong("Các việc đã ghi, năm %d", d.Year))
		for i := range events {
			e := &events[i]
			goesOn := i > 0 && e.Kind == docket.Opined && events[i-1].Kind == docket.Opined && events[i-1].By == e.By
			if e.Year == d.Year && !goesOn {
				s.Item(2, when(e)+" –", fmt.Sprintf("%s: %s%s%s", e.By, e.Kind.Word(),
					inBrackets(aboutRun(events[i:])), takenBack(events, e)))
			}
		}
		return s.Err
	})
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
// together.
func (s *screen) opinionList(all []docket.Opinion) {
	s.Line("Ý kiến (%d):", len(all))
	var said command.Grouped[docket.Opinion]
	for _, o := range all {
		on := o.On
		o.On = ""
		said.Add(o, on)
	}
	for _, o := range said.Names {
		s.Item(2, o.Department+" –", fmt.Sprintf("%s: %s%s", strings.Join(said.Members[o], ", "), o.Result,
			inBrackets(vi.Join(", ", o.Text, shownDay(o.Day)))))
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
		for i := range a.Brief.Levels {
			b := &a.Brief.Levels[i]
			s.Line("  Xã %s: %s tiêu chí, %d/%d chỉ tiêu", b.Level.Title(), s.shortBrief(b), b.IndicatorsMet,
				b.IndicatorsTotal)
		}
		if a.Brief.Draft {
			s.isDraft()
		}
		s.Line("%s", s.Faint("  Đánh giá lúc %s, bộ ngưỡng %s", docket.Clock(a.At), a.Digest))
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
	s.groundsOf(d)
	if b := d.Decision; b != nil {
		s.Item(0, vi.Capital(d.Stage.Word())+":", decisionText(b))
	}
	for _, c := range d.Conflicts {
		s.Item(0, s.Bad("Việc trái nhau:"), fmt.Sprintf("%s, %s, %s: %s", docket.Clock(c.At), c.By, c.Kind.Word(),
			c.Why))
	}
}

func decisionText(b *docket.Decision) string {
	text := b.Number
	if !b.Date.IsZero() {
		text += " ngày " + vi.Date(b.Date.Time)
	}
	return vi.Join("; ", "xã "+b.Level.Title(), text, b.Note)
}

// titles are what the commune was recognised as, and where it came from.
func (s *screen) titles(c *docket.Commune) {
	if len(c.Titles) > 0 {
		s.Line("Danh hiệu:")
	}
	for _, t := range c.Titles {
		text := fmt.Sprintf("xã %s năm %d", t.Level.Title(), t.Year)
		switch {
		case t.Decision != "":
			text += fmt.Sprintf(", %s ngày %s", t.Decision, vi.Date(t.Date.Time))
		case t.Merged:
			text += ", theo các xã sáp nhập"
		}
		switch {
		case t.Revoked != nil:
			text += "; " + s.Bad("đã thu hồi: %s", decisionText(t.Revoked))
		case t.Ended:
			text += "; thôi tính khi xã sáp nhập"
		}
		s.Item(2, "-", text)
	}
	if o := c.Origin; o != nil {
		s.Item(0, "Thành lập từ:", o.Words)
	}
	if i := c.Into; i != nil {
		s.Item(0, "Đã sáp nhập vào:", i.Title)
	}
	if end := office.Reformed(c); end != "" {
		s.Item(0, "Sắp xếp đơn vị hành chính:", end)
	}
}
