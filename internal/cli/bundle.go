package cli

import (
	"context"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/store"

	"github.com/spf13/cobra"
)

type bundleOptions struct {
	command.OfCommune
	province string
	out      string
	force    bool
}

func newBundle(w World) *cobra.Command {
	var opts bundleOptions
	cmd := &cobra.Command{
		Use:     "bundle [XÃ] -o TỆP.ntm [tùy chọn]",
		Aliases: []string{"gui-di"},
		Short:   "Ghi dữ liệu của một xã hoặc một tỉnh ra một tệp để chuyển cho nơi khác",
		Long: `Ghi toàn bộ lịch sử, báo cáo và bộ tiêu chí đã dùng của một xã, hoặc của cả tỉnh với
--province, ra một tệp, kèm các tệp minh chứng thả vào bàn làm việc mà báo cáo dẫn đến; tệp
nào không còn hoặc đã bị sửa thì được nêu tên. Nơi nhận nhập bằng ntm import TỆP.ntm; việc nào
hai nơi cùng có thì chỉ giữ một lần.`,
		Example: `  ntm bundle 16492 -o quang-trung.ntm
  ntm bundle --province "Thanh Hóa" -o thanh-hoa.ntm`,
		Args: command.AtMost(1),
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.Text = strings.Join(given, "")
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.province, "province", "", "mọi xã và hội đồng của `TỈNH`")
	f.StringVarP(&opts.out, "output", "o", "", "ghi ra `TỆP.ntm`")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.StoreFlag(f)
	return cmd
}

func (o *bundleOptions) run(ctx context.Context, w World) error {
	if (o.Text == "") == (o.province == "") {
		return command.Usage("ghi một xã, hoặc một tỉnh bằng --province", `ví dụ: ntm bundle 16492 -o quang-trung.ntm`)
	}
	if err := command.NewFile(o.out, "-o quang-trung.ntm", office.BundleExtension, o.force); err != nil {
		return err
	}
	folder, err := o.Evidence(w)
	if err != nil {
		return err
	}
	return o.In(ctx, w, func(st *store.Store) error {
		return st.Moment(ctx, func(st *store.Store) error {
			part, err := office.PartFor(ctx, st, o.Which, o.province)
			if err != nil {
				return err
			}
			w, p := command.Underway(w, "đã ghi", len(part))
			with, err := office.WriteBundle(ctx, st, part, folder, o.out, o.force, w.Now, p.Steps)
			p.Clear()
			if err != nil {
				return err
			}
			s := newScreen(w)
			s.Line("Đã ghi %d xã và hội đồng ra %s", len(part), o.out)
			command.Carried(w, s.Screen, st, with)
			return s.Err
		})
	})
}
