package law

import (
	"fmt"

	"ntm/internal/cli/command"
	"ntm/internal/office/lawdesk"

	"github.com/spf13/cobra"
)

func newCriteriaCheck(w command.World) *cobra.Command {
	var opts asked
	cmd := &cobra.Command{
		Use:     "check [THƯ_MỤC] [tùy chọn]",
		Aliases: []string{"kiem-tra"},
		Short:   "Kiểm tra các tệp bộ tiêu chí, nêu mọi lỗi với tệp, dòng, cột",
		Example: "  ntm criteria check\n  ntm criteria check thu-muc-quy-dinh",
		Args:    command.AtMost(1),
		RunE: func(_ *cobra.Command, given []string) error {
			opts.Dirs = append(opts.Dirs, given...)
			return opts.check(w)
		},
	}
	opts.flags(cmd.Flags())
	return cmd
}

func (o *asked) check(w command.World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	if o.json {
		return command.PrintJSON(w.Stdout, map[string]int{"standards": len(lib.Standards),
			"overlays":   len(lib.Overlays),
			"procedures": len(lib.Procedures), "figures": len(lib.FigureList)})
	}
	for _, overlay := range lib.Overlays {
		if overlay.Province != "" && !lawdesk.KnownProvince(overlay.Province) {
			if _, err := fmt.Fprintf(w.Stdout, "Lưu ý: %s ghi tỉnh %q, không có trong danh mục; quy định này sẽ "+
				"không áp dụng cho xã nào của danh mục.\n", overlay.Pos.File, overlay.Province); err != nil {
				return err
			}
		}
	}
	_, err = fmt.Fprintf(w.Stdout, "Không có lỗi: %d bộ tiêu chí, %d bộ quy định thêm, %d bộ thủ tục, %d số liệu.\n",
		len(lib.Standards), len(lib.Overlays), len(lib.Procedures), len(lib.FigureList))
	return err
}
