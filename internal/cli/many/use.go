package many

import (
	"cmp"
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/across"
	"ntm/internal/outlook"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type useOptions struct {
	Asked
	level command.LevelFlag
}

// NewUse is `ntm criteria use`.
func NewUse(w command.World) *cobra.Command {
	var opts useOptions
	cmd := &cobra.Command{
		Use:     "use [TỆP…] [tùy chọn]",
		Aliases: []string{"da-dung"},
		Short:   "Các ngưỡng đã dùng để đánh giá các xã: của văn bản nào, mức tin cậy, ai đã đối chiếu",
		Long: `Kê các ngưỡng đã dùng trong kết quả đánh giá của các xã: bao nhiêu ngưỡng đã đối chiếu và ai đối
chiếu, bao nhiêu còn cần đối chiếu hoặc chưa có; mỗi ngưỡng dùng cho bao nhiêu xã. Hỏi kho dữ liệu
bằng --province và --year, hoặc ghi các tệp báo cáo.`,
		Example: `  ntm criteria use --province "Thanh Hóa" --year 2023
  ntm criteria use --province "Thanh Hóa" --year 2023 --level ntm --full
  ntm criteria use bao-cao.yaml`,
		RunE: command.OnAll(&opts.Given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", "chỉ một `MỨC`: ntm, nang-cao, kieu-mau")
	opts.Flags(f, "kê đủ từng ngưỡng")
	return cmd
}

func (o *useOptions) run(ctx context.Context, w command.World) error {
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	return tell(ctx, &o.Asked, w, lib, question[*across.Use]{
		ask: func(from across.Source, begin across.Begin) (*across.Use, error) {
			return across.UseOf(ctx, from, o.level.Level, begin)
		},
		show: func(s *screen, found *across.Use) bool {
			s.use(found)
			return found.Communes == 0
		},
	})
}

// use counts by status and by who checked, then lists.
func (s *screen) use(u *across.Use) {
	s.Line("%s", s.Strong("%d ngưỡng đã dùng cho %d xã", len(u.Thresholds), u.Communes))
	none := list.Where(u.Thresholds, func(t across.Used) bool { return !t.Known })
	s.used(s.Unknown("Chưa có ngưỡng"), none)
	for _, status := range criteria.Statuses {
		s.used(vi.Capital(status.Title()), list.Where(u.Thresholds, func(t across.Used) bool {
			return t.Known && t.Basis.Status == status
		}))
	}
	if !s.full {
		s.Line("%s", s.Faint("Từng ngưỡng, văn bản và người đối chiếu: thêm --full"))
	}
}

// used lists thresholds of one status: by who checked them, or by decision.
func (s *screen) used(title string, of []across.Used) {
	if len(of) == 0 {
		return
	}
	s.Line("%s: %d ngưỡng", title, len(of))
	var by command.Grouped[string]
	for _, u := range of {
		name := cmp.Or(u.Basis.Decision, "chưa rõ văn bản")
		if u.Basis.CheckedBy != "" {
			name += fmt.Sprintf(", %s đối chiếu", vi.Join(" ngày ", u.Basis.CheckedBy, vi.Day(u.Basis.CheckedOn)))
		}
		by.Add(name, fmt.Sprintf("%s %s: %s (%d xã)", u.Level.Brief(), outlook.Label(u.No), u.Text, u.Communes))
	}
	for _, name := range by.Names {
		s.Item(2, name+":", fmt.Sprintf("%d ngưỡng", len(by.Members[name])))
		if s.full {
			for _, text := range by.Members[name] {
				s.Item(4, "-", text)
			}
		}
	}
}
