package cli

import (
	"context"
	"encoding/json"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type showOptions struct {
	command.OfCommune
	display
	versions bool
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
	opts.jsonFlag(f)
	f.BoolVar(&opts.versions, "versions", false, "xem các bản báo cáo đã nhập của năm ấy")
	f.BoolVar(&opts.full, "full", false, "kê đủ: ý kiến, chỉ tiêu chưa có số liệu, mọi việc đã ghi")
	opts.CommuneFlags(f)
	return cmd
}

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

// shownOf is a commune with these dossiers and events.
func shownOf(c *docket.Commune, dossiers []*docket.Dossier, events []docket.Event) shownJSON {
	return shownJSON{"ntm.commune.v1", c.Province, c.Key, c.Name(), list.NonNil(c.Titles), c.Origin, c.Into,
		list.NonNil(dossiers), list.NonNil(list.Map(events, func(e docket.Event) eventJSON {
			return eventJSON{e.ID, e.Kind, e.Day, e.At.Format("2006-01-02T15:04:05.000000Z"), e.By, e.Year, e.Body}
		}))}
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
			return o.reports(ctx, w, st, d)
		}
		events, err := st.Events(ctx, store.Subject{Province: c.Province, Commune: c.Key})
		if err != nil {
			return err
		}
		document := shownOf(c, c.Dossiers, events)
		if o.Year != 0 {
			document = shownOf(c, []*docket.Dossier{d}, list.Where(events, func(e docket.Event) bool {
				return e.Year == o.Year
			}))
		}
		return o.show(w, document, func(s *screen) {
			s.dossier(d)
			s.titles(c)
			s.events(events, d.Year)
			s.nextStep(d)
		})
	})
}

// titled shows the titles of a commune that has nothing else; without is told where it has none.
func (o *showOptions) titled(ctx context.Context, w World, st *store.Store, without error) error {
	c, err := o.Find(ctx, st)
	if err != nil || o.Year != 0 || o.versions || len(c.Titles) == 0 {
		return without
	}
	return o.show(w, shownOf(c, nil, nil), func(s *screen) {
		s.Line("%s", s.Strong("%s", vi.Capital(c.Place().Title)))
		s.Line("Chưa có báo cáo nào trong kho dữ liệu.")
		s.titles(c)
	})
}
