package law

import (
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/lawbook"
	"ntm/internal/office/lawdesk"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type criteriaImportOptions struct {
	command.Packs
	file, office string
	layer        string
	dryRun       bool
}

func newCriteriaImport(w command.World) *cobra.Command {
	var opts criteriaImportOptions
	cmd := &cobra.Command{
		Use:     "import TỆP.xlsx --office CƠ_QUAN [tùy chọn]",
		Aliases: []string{"nhap"},
		Short:   "Đọc bảng đối chiếu đã điền, nêu khác biệt, ghi thành quy định của cơ quan",
		Long: `Đọc bảng đối chiếu đã điền. Ô điền dở hoặc đọc được hai cách bị từ chối, kèm tên trang
tính và ô. Nếu mọi ô đều rõ thì nêu khác biệt rồi ghi quy định của cơ quan (YAML) vào
thư mục --criteria, hoặc NTM_CRITERIA, hoặc thư mục cấu hình của người dùng.`,
		Example: `  ntm criteria import doi-chieu.xlsx --office "Văn phòng điều phối tỉnh" --criteria quy-dinh
  ntm criteria import doi-chieu.xlsx --office "Văn phòng điều phối tỉnh" --dry-run`,
		Args: command.Args("TỆP.xlsx"),
		RunE: command.OnOne(&opts.file, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.StringVar(&opts.office, "office", "", "tên `CƠ_QUAN` đã đối chiếu")
	f.StringVar(&opts.layer, "layer", "", "`CẤP` quy định: office (cơ quan sử dụng) hoặc province (tỉnh); không "+
		"ghi thì theo quyết định đã đọc, hoặc office")
	f.BoolVar(&opts.dryRun, "dry-run", false, "chỉ nêu khác biệt, không ghi")
	opts.CriteriaFlag(f)
	return cmd
}

func (o *criteriaImportOptions) run(ctx context.Context, w command.World) error {
	layer := criteria.Layer(o.layer)
	switch {
	case o.office == "":
		return command.Usage("còn thiếu --office", "ghi tên cơ quan đã đối chiếu")
	case layer != "" && layer != criteria.Office && layer != criteria.Province:
		return command.Usage(fmt.Sprintf("--layer không nhận giá trị %q", o.layer), "dùng office hoặc province")
	}
	home := o.Home(w)
	if home == "" {
		return command.Usage("chưa biết ghi quy định vào thư mục nào", "thêm --criteria THƯ_MỤC")
	}
	plan, err := (&lawdesk.Import{
		File: o.file, Office: o.office, Layer: layer, Folder: home, Load: func(empty bool) (*criteria.Library, error) {
			return o.WithFolder(w, empty)
		},
	}).Take(ctx, o.dryRun)
	if err != nil {
		return err
	}
	command.Notes(w, plan.Lower)
	return newScreen(w).changes(plan, o.dryRun)
}

// changes shows what an office's workbook changes.
func (s *screen) changes(p lawdesk.Planned, dryRun bool) error {
	if len(p.Changes) == 0 && len(p.Files) == 0 {
		s.Line("Không có gì thay đổi.")
	}
	for _, c := range p.Changes {
		s.Item(0, s.Strong("%s", c.Indicator), vi.Join(", phần ", c.Name, c.Part))
		s.Item(4, vi.Join(", ", c.When, c.Where)+":",
			fmt.Sprintf("%s → %s", thresholdLine(c.Before), thresholdLine(c.After)))
	}
	for _, f := range p.Files {
		if dryRun {
			s.Line("Sẽ ghi: %s", f.Path)
		} else {
			s.Line("Đã ghi: %s", f.Path)
		}
	}
	if p.Left.All() > 0 {
		s.Line("Còn %d dòng của quyết định chưa ai đánh dấu, để nguyên như trước (%s).", p.Left.All(), p.Left)
	}
	return s.Err
}

func thresholdLine(t lawbook.Threshold) string {
	if t.Text == "" {
		return "không có"
	}
	text := fmt.Sprintf("%s [%s", t.Text, vi.Join(", ", t.Status.Title(), t.Document))
	if t.CheckedBy != "" {
		text += fmt.Sprintf("; %s, %s", t.CheckedBy, t.CheckedOn.Dated())
	}
	return text + "]"
}
