package cli

import (
	"context"
	"fmt"

	"ntm/internal/cli/command"
	"ntm/internal/cli/many"
	"ntm/internal/office/asking"

	"github.com/spf13/cobra"
)

type whatIfOptions struct {
	many.Asked
	values []string // what is supposed
	level  command.LevelsFlag
}

func newWhatIf(w World) *cobra.Command {
	var opts whatIfOptions
	cmd := &cobra.Command{
		Use:     "whatif TỆP… TÊN=GIÁ_TRỊ… [tùy chọn]",
		Aliases: []string{"neu-nhu"},
		Short:   "Thử thay một vài số liệu: kết quả nào sẽ đổi",
		Long: `Đánh giá lại với số liệu giả định và cho biết kết quả nào sẽ đổi. Báo cáo giữ
nguyên, không ghi gì vào tệp. Giá trị ghi như trong báo cáo: một con số, hai số đếm
của tỷ lệ (31/2026), đạt hoặc chưa đạt, một xếp loại (khá). Ghi +5 hoặc -5 để cộng
thêm, bớt đi so với số đã báo cáo. Ghi TÊN= và bỏ trống để thử khi chưa có số liệu ấy.
TÊN là vài chữ của tên số liệu, số chỉ tiêu, hoặc mã số liệu (ntm criteria figures).

Thay cho TỆP có thể ghi mã hoặc tên một xã đã nhập vào kho dữ liệu.

Hỏi nhiều xã (nhiều tệp, thư mục, hoặc --province và --year cho kho dữ liệu): xã nào đổi kết
luận, theo hướng nào; -o ghi bảng Excel.`,
		Example: `  ntm whatif bao-cao.yaml "thu nhập"=+5
  ntm whatif bao-cao.yaml 10=72 --level "nâng cao"
  ntm whatif bao-cao.yaml income_per_capita=72
  ntm whatif bao-cao.yaml multidimensional_poverty_rate=31/2026 clean_landscape=dat
  ntm whatif bao-cao.yaml "hài lòng"=94,5 --level "kiểu mẫu"
  ntm whatif --province "Thanh Hóa" --year 2023 10=+5`,
		Args: func(cmd *cobra.Command, given []string) error {
			switch opts.Given, opts.values = opts.Apart(given); {
			case len(opts.values) == 0 && len(opts.Given) > 0, len(given) == 0:
				return command.Args("TỆP", "TÊN=GIÁ_TRỊ")(cmd, given)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return opts.run(cmd.Context(), w) },
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", levelUsage)
	opts.Flags(f, "khi hỏi nhiều xã: kê đủ từng xã")
	opts.SheetFlags(f)
	return cmd
}

func (o *whatIfOptions) run(ctx context.Context, w World) error {
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	if o.Many(o.Given) {
		return o.WhatIf(ctx, w, lib, o.values, o.level.Level)
	}
	file := o.Given[0]
	before, err := o.One(ctx, w, lib, file)
	if err != nil {
		return err
	}
	supposed, said, err := asking.Supposing{Lib: lib, Before: before, Level: o.level.Level}.Read(o.values)
	if err != nil {
		return misuse{err}
	}
	changed, err := asking.WhatIf(file, before, supposed, o.level.For(o.JSON), w.Version)
	if err != nil {
		return err
	}
	for _, how := range said {
		fmt.Fprintf(w.Stderr, "ntm: lưu ý: %s\n", how) //nolint:errcheck // nowhere left to say it
	}
	return (&display{json: o.JSON}).show(w, changed, func(s *screen) { s.whatIf(changed) })
}
