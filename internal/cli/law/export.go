package law

import (
	"context"
	"fmt"
	"io"

	"ntm/internal/cli/command"
	"ntm/internal/lawbook"
	"ntm/internal/office/lawdesk"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

type criteriaExportOptions struct {
	command.Packs
	id, province, out string
	force             bool
}

func newCriteriaExport(w command.World) *cobra.Command {
	var opts criteriaExportOptions
	cmd := &cobra.Command{
		Use:     "export BỘ_TIÊU_CHÍ -o TỆP.xlsx [tùy chọn]",
		Aliases: []string{"xuat"},
		Short:   "Ghi bảng đối chiếu Excel để cơ quan đối chiếu ngưỡng với quyết định",
		Long: `Ghi bảng đối chiếu: mỗi ngưỡng một dòng, kèm tình trạng và nguồn, có ô để đánh dấu đã
đối chiếu hoặc ghi ngưỡng theo quyết định. Điền xong thì đọc lại bằng
ntm criteria import.`,
		Example: `  ntm criteria export nang-cao-2021-2025 --province "Thanh Hóa" -o doi-chieu.xlsx`,
		Args:    command.Args("BỘ_TIÊU_CHÍ"),
		RunE:    command.OnOne(&opts.id, func(context.Context) error { return opts.run(w) }),
	}
	f := cmd.Flags()
	f.StringVar(&opts.province, "province", "", "chỉ các cột áp dụng cho `TỈNH` này")
	f.StringVarP(&opts.out, "output", "o", "", "ghi ra `TỆP.xlsx`")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.CriteriaFlag(f)
	return cmd
}

func (o *criteriaExportOptions) run(w command.World) error {
	if err := command.OutFile(o.out, "-o doi-chieu.xlsx", ".xlsx"); err != nil {
		return err
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	std, err := lawdesk.Standard(lib, o.id)
	if err != nil {
		return err
	}
	scope, _, err := lawdesk.Scope(std, o.province)
	if err != nil {
		return err
	}
	write := func(out io.Writer) error { return lawbook.Export(out, lib, std, scope, w.Now()) }
	if err := whole.Write(o.out, o.force, write); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.Stdout, "Đã ghi bảng đối chiếu: %s\nĐiền xong, chạy: ntm criteria import %s --office "+
		"\"tên cơ quan\"\n", o.out, o.out)
	return err
}
