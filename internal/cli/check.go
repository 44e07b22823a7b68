package cli

import (
	"cmp"
	"context"

	"ntm/internal/cli/command"
	"ntm/internal/office"

	"github.com/spf13/cobra"
)

type checkOptions struct {
	command.Reports
	display
	level command.LevelFlag
}

func newCheck(w World) *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:     "check TỆP… [tùy chọn]",
		Aliases: []string{"kiem-tra"},
		Short:   "Kiểm tra báo cáo, biểu mẫu đã điền: lỗi, chỗ còn thiếu; không đánh giá",
		Long: `Đọc và kiểm tra báo cáo mà không đánh giá: nói hết mọi lỗi một lần, mỗi lỗi kèm
trang tính, ô và cách sửa; số liệu nào còn thiếu ở từng tiêu chí; số liệu nào cần
xem lại.

TỆP là biểu mẫu đã điền (.xlsx), báo cáo .yaml hoặc .json, hoặc bảng tổng hợp nhiều
xã (.xlsx, .csv, mỗi xã một dòng). Ghi được nhiều tệp và thư mục: mỗi xã một dòng
kết quả, rồi tổng kết; tệp lỗi không làm dừng các tệp khác.`,
		Example: `  ntm check bieu-mau-16492-2023.xlsx
  ntm check bieu-mau-16492-2023.xlsx --level nang-cao
  ntm check bao-cao-cac-xa
  ntm check tong-hop.xlsx --year 2023`,
		Args: command.AtLeastOne,
		RunE: command.OnAll(&opts.Given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", "chỉ tính đủ, thiếu đến `MỨC` này: ntm, nang-cao hoặc kieu-mau; không ghi: mức "+
		"của biểu mẫu")
	opts.fullFlag(f)
	opts.jsonFlag(f)
	opts.ReportsFlags(f)
	return cmd
}

func (o *checkOptions) run(ctx context.Context, w World) error {
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	files, lost := office.Inputs(o.Given, o.Extensions()...)
	b := &office.Bulk{Lib: lib, Year: o.Year}
	look := func(i office.Item) office.Checked { return b.Check(ctx, i, o.level.Level, w.Version) }
	if o.json {
		return printChecks(w, lost, func(take func(office.Checked) error) error {
			return command.Each(ctx, b, w, files, look, func(_ World, c office.Checked) error { return take(c) })
		})
	}
	sums, alone := tally{lost: lost}, len(files) == 1 && len(lost) == 0
	err = command.Each(ctx, b, w, files, look, func(w World, c office.Checked) error {
		alone = alone && c.Row == 0 && !c.IsNotes()
		switch {
		case !alone:
			sums.add(&c.Item)
			sums.found(&c.Item, c.Commune, c.Of)
			return o.screen(w).checkedOf(&c)
		case c.Err != nil:
			return c.Err
		}
		return o.screen(w).checked(&c)
	})
	if err != nil || alone {
		return err
	}
	s := newScreen(w)
	s.Line("")
	s.summary(&sums)
	return cmp.Or(s.Err, sums.err())
}
