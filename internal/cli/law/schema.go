package law

import (
	"fmt"

	lawpacks "ntm/criteria/packs"
	"ntm/internal/cli/command"

	"github.com/spf13/cobra"
)

func newCriteriaSchema(w command.World) *cobra.Command {
	return &cobra.Command{
		Use:     "schema LOẠI",
		Aliases: []string{"dinh-dang"},
		Short:   "In JSON Schema của một loại tệp, cho trình soạn thảo gợi ý khi viết",
		Long: `In JSON Schema của một loại tệp bộ tiêu chí: standard (bộ tiêu chí), overlay (quy định
thêm), procedure (thủ tục), figures (danh mục số liệu), departments (bộ phận nào ở xã xác nhận số
liệu nào).`,
		Example: "  ntm criteria schema overlay > overlay.schema.json",
		Args:    command.Args("LOẠI"),
		RunE: func(_ *cobra.Command, given []string) error {
			schema, ok := lawpacks.JSONSchema(given[0])
			if !ok {
				return command.Usage(fmt.Sprintf("không có loại tệp %q", given[0]),
					"một trong: standard, overlay, procedure, figures, departments")
			}
			return command.PrintJSON(w.Stdout, schema)
		},
	}
}
