package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type historyOptions struct {
	command.OfCommune
	display
}

func newHistory(w World) *cobra.Command {
	var opts historyOptions
	cmd := &cobra.Command{
		Use:     "history XÃ [tùy chọn]",
		Aliases: []string{"lich-su"},
		Short:   "So sánh các năm của một xã: kết quả, chỉ tiêu thay đổi, số liệu từng năm",
		Long: `Đặt cạnh nhau các năm của một xã trong kho dữ liệu: kết quả từng mức, chỉ tiêu nào đã đổi
kết quả giữa hai năm liền nhau, và từng số liệu qua các năm. Mỗi năm theo đúng báo cáo và
bộ tiêu chí đã lưu của năm ấy. Số liệu không đổi được đếm, kê bằng --full; hai năm xét theo hai bộ
tiêu chí khác nhau thì không so, và nói rõ.`,
		Example: `  ntm history 16492
  ntm history 16492 --json`,
		Args: command.Args("XÃ"),
		RunE: command.OnOne(&opts.Text, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	opts.jsonFlag(f)
	f.BoolVar(&opts.full, "full", false, "kê đủ: cả số liệu không đổi")
	opts.StoreFlag(f)
	return cmd
}

func (o *historyOptions) run(ctx context.Context, w World) error {
	return o.In(ctx, w, func(st *store.Store) error {
		c, err := o.Find(ctx, st)
		if err != nil {
			return err
		}
		h, err := office.HistoryOf(ctx, st, c)
		if err != nil {
			return err
		}
		command.Notes(w, h.Notes)
		return o.show(w, struct {
			Schema string `json:"schema"`
			*office.History
		}{"ntm.history.v1", h}, func(s *screen) { s.history(c, h) })
	})
}

func (s *screen) history(c *docket.Commune, h *office.History) {
	s.Line("%s", s.Strong("%s", vi.Capital(h.Commune.Title())))
	row := func(name string, say func(*office.HistoryYear) string) string {
		line := term.Pad(name, 28)
		for i := range h.Years {
			line += term.Pad(say(&h.Years[i]), 16)
		}
		return strings.TrimRight(line, " ")
	}
	s.Line("%s", s.Strong("%s", row("", func(y *office.HistoryYear) string { return fmt.Sprint(y.Year) })))
	for _, level := range criteria.Levels {
		if !slices.ContainsFunc(h.Years, func(y office.HistoryYear) bool { return y.Brief.On(level) != nil }) {
			continue // no year has it
		}
		s.Line("%s", row("Xã "+level.Title(), func(y *office.HistoryYear) string {
			return command.ShortVerdict(s.Screen, y.Brief.On(level))
		}))
	}
	s.Line("%s", row("Hồ sơ", func(y *office.HistoryYear) string { return y.Stage.Word() }))
	s.titles(c)
	for _, a := range h.Apart {
		s.Item(0, s.Unknown("Không so:"), fmt.Sprintf("xã %s năm %d và năm %d xét theo hai bộ tiêu chí khác nhau.",
			a.Level.Title(), a.From, a.To))
	}
	s.changedIn(h)
	s.figuresIn(h)
}

// changedIn lists the indicators that came out otherwise from one year to another.
func (s *screen) changedIn(h *office.History) {
	if len(h.Changes) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Chỉ tiêu đổi kết quả"))
		for _, ch := range h.Changes {
			s.Item(2, fmt.Sprintf("%s/%s", ch.Level, ch.No), fmt.Sprintf("%s: %d %s → %d %s", ch.Name, ch.From,
				s.outcome(ch.Before), ch.To, s.outcome(ch.After)))
		}
	}
}

// figuresIn lists the figures over the years: in full, or those that changed.
func (s *screen) figuresIn(h *office.History) {
	if len(h.Figures) == 0 {
		return
	}
	s.Line("")
	s.Line("%s", s.Strong("Số liệu qua các năm"))
	same := 0
	for _, f := range h.Figures {
		if !s.full && f.Same() {
			same++
			continue
		}
		var values []string
		for i, v := range f.Values {
			if v != "" {
				values = append(values, fmt.Sprintf("%d: %s", h.Years[i].Year, v))
			}
		}
		for _, year := range f.Apart {
			values = append(values, fmt.Sprintf("từ năm %d tính theo quy định khác, không so được", year))
		}
		s.Item(2, f.Name+":", strings.Join(values, " · "))
	}
	if same > 0 {
		s.Item(2, "", s.Faint("%d số liệu không đổi: thêm --full", same))
	}
}
