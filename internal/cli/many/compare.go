package many

import (
	"context"
	"fmt"

	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/across"
	"ntm/internal/outlook"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type compareOptions struct {
	Asked
	under string
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
		RunE: command.OnAll(&opts.Given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.StringVar(&opts.under, "under", "", "`BỘ_TIÊU_CHÍ` để so, ví dụ ntm-2026-2030 (ntm criteria kê các bộ)")
	opts.Flags(f, "kê đủ mọi xã, số liệu, ngưỡng")
	opts.SheetFlags(f)
	return cmd
}

func (o *compareOptions) run(ctx context.Context, w command.World) error {
	if o.under == "" {
		return command.Usage("còn thiếu --under", "ghi bộ tiêu chí để so, ví dụ: --under ntm-2026-2030")
	}
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	return tell(ctx, &o.Asked, w, lib, question[*across.Comparison]{
		ask: func(from across.Source, begin across.Begin) (*across.Comparison, error) {
			return across.Compare(ctx, from, lib, o.under, w.Version, begin)
		},
		about: "So với " + o.under, sheet: (*across.Comparison).Sheet,
		show: func(s *screen, found *across.Comparison) bool {
			s.full = s.full || len(found.Communes) == 1
			s.comparison(found)
			return len(found.Communes) == 0
		},
	})
}

func (s *screen) comparison(c *across.Comparison) {
	if len(c.Communes) == 0 {
		return
	}
	s.Line("%s", s.Strong("%s: %d xã", c.Name, len(c.Communes)))
	s.Item(0, "", c.Remark())
	for _, n := range c.Turns {
		s.Line("%s", s.Strong("%s → %s: %d xã", across.VerdictWord(n.Was), vi.Lower(n.After.Word()), n.Communes))
		of := list.Where(c.Communes, func(one across.Compared) bool {
			return one.Was == n.Was && one.Verdict == n.After
		})
		for i := range s.first(len(of), mostCommunes, 4, moreCommunes) {
			s.Item(2, of[i].Commune.Title()+":", s.lacking(&of[i]))
		}
	}
	owed := func(title string, n int, line func(int) (string, int)) {
		if n == 0 {
			return
		}
		s.Line("%s (%d):", title, n)
		for i := range s.first(n, mostStops, 2, "… và %d nữa: thêm --full") {
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
