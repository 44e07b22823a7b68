package many

import (
	"context"
	"fmt"
	"io"

	"ntm/internal/cli/command"
	"ntm/internal/office/across"
	"ntm/internal/outlook"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type compareOptions struct {
	command.Packs
	command.Converts
	Asked
	given      []string
	under      string
	json, full bool
}

// NewCompare is `ntm compare`.
func NewCompare(w command.World) *cobra.Command {
	var opts compareOptions
	cmd := &cobra.Command{
		Use:     "compare [TỆP…] --under BỘ_TIÊU_CHÍ [tùy chọn]",
		Aliases: []string{"so-bo"},
		Short:   "Xã nào đạt, không đạt theo một bộ tiêu chí khác; còn thiếu số liệu gì để biết",
		Long: `Xét số liệu các xã đã báo cáo theo một bộ tiêu chí khác bộ của năm ấy: xã nào đang đủ điều kiện mà
không đạt theo bộ kia, xã nào đạt, xã nào chưa rõ và còn thiếu số liệu, ngưỡng nào để biết. Chưa rõ
được đếm riêng. Mức của bộ kia lấy theo năm gần nhất mà bộ ấy áp dụng; đặc điểm mà báo cáo chưa được
hỏi là chưa biết. Kết quả chỉ để xem, không ghi vào kho dữ liệu.

Thay cho TỆP có thể ghi mã hoặc tên một xã đã nhập vào kho dữ liệu.`,
		Example: `  ntm compare --province "Thanh Hóa" --year 2023 --under ntm-2026-2030 -o so-bo.xlsx
  ntm compare 16492 --year 2023 --under ntm-2026-2030
  ntm compare cac-xa --under ntm-2026-2030 --json`,
		RunE: command.OnAll(&opts.given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.StringVar(&opts.under, "under", "", "`BỘ_TIÊU_CHÍ` để so, ví dụ ntm-2026-2030 (ntm criteria kê các bộ)")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	f.BoolVar(&opts.full, "full", false, "kê đủ mọi xã, số liệu, ngưỡng")
	opts.Flags(f)
	opts.SheetFlags(f)
	opts.CriteriaFlag(f)
	opts.ConvertFlag(f)
	return cmd
}

func (o *compareOptions) run(ctx context.Context, w command.World) error {
	if o.under == "" {
		return command.Usage("còn thiếu --under", "ghi bộ tiêu chí để so, ví dụ: --under ntm-2026-2030")
	}
	ctx = o.Converting(ctx)
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	var found *across.Comparison
	lost, err := o.ask(ctx, w, lib, o.given, func(from across.Source, begin across.Begin) (err error) {
		found, err = across.Compare(ctx, from, lib, o.under, w.Version, begin)
		return err
	})
	if err != nil {
		return err
	}
	aside(&found.Aside, lost)
	command.Notes(w, found.Notes)
	if err := o.sheet("So với "+o.under, func(to io.Writer, title string) error {
		return found.Sheet(to, title, w.Now())
	}); err != nil {
		return err
	}
	if o.json {
		return o.ended(&found.Aside, command.PrintJSON(w.Stdout, found))
	}
	s := screen{term.NewScreen(w.Terminal), o.full || len(found.Communes) == 1}
	s.comparison(found)
	s.aside(&found.Aside, len(found.Communes) == 0)
	if o.out != "" {
		s.Line("Đã ghi %s.", o.out)
	}
	return o.ended(&found.Aside, s.Err)
}

func (s *screen) comparison(c *across.Comparison) {
	if len(c.Communes) == 0 {
		return
	}
	s.Line("%s", s.Strong("%s: %d xã", c.Name, len(c.Communes)))
	s.Item(0, "", c.Remark())
	for _, n := range c.Turns {
		s.Line("%s", s.Strong("%s → %s: %d xã", across.VerdictWord(n.Was), vi.Lower(n.After.Word()), n.Communes))
		shown := 0
		for i := range c.Communes {
			one := &c.Communes[i]
			if one.Was != n.Was || one.Verdict != n.After {
				continue
			}
			if shown++; shown > mostCommunes && !s.full {
				s.Item(4, "", s.Faint("… và %d xã nữa: thêm --full, hoặc -o bang.xlsx", n.Communes-mostCommunes))
				break
			}
			s.Item(2, one.Commune.Title()+":", s.lacking(one))
		}
	}
	owed := func(title string, n int, line func(int) (string, int)) {
		if n == 0 {
			return
		}
		s.Line("%s (%d):", title, n)
		for i := range n {
			if i == mostStops && !s.full {
				s.Item(2, "", s.Faint("… và %d nữa: thêm --full", n-i))
				break
			}
			name, communes := line(i)
			s.Item(2, "-", fmt.Sprintf("%s: %d xã", name, communes))
		}
	}
	owed("Số liệu còn thiếu để biết", len(c.Missing), func(i int) (string, int) {
		return c.Missing[i].Name, c.Missing[i].Communes
	})
	owed("Ngưỡng chưa có", len(c.NoThreshold), func(i int) (string, int) {
		return outlook.Label(c.NoThreshold[i].No) + " " + c.NoThreshold[i].Name, c.NoThreshold[i].Open
	})
}

// lacking is what a commune fails and what is not known of it.
func (s *screen) lacking(c *across.Compared) string {
	text := vi.List("; ", c.NotMet, func(m across.Miss) string { return m.Text() })
	if len(c.Open) > 0 {
		text = vi.Join("; ", text, s.Unknown("%d nội dung chưa rõ", len(c.Open)))
	}
	if len(c.Missing) > 0 {
		text = vi.Join("; ", text, s.Unknown("thiếu %d số liệu", len(c.Missing)))
	}
	if n := c.Unknown(); n > 0 && text == "" {
		return s.Unknown("chưa biết %d chỉ tiêu của bộ này nên chưa nói được đủ hay thiếu", n)
	}
	if text == "" {
		return "đủ mọi nội dung đã biết"
	}
	return text
}
