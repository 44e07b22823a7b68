package cli

import (
	"context"
	"errors"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

type importOptions struct {
	command.Reports
	command.Stored
	command.Acting
	wide      bool
	folder    string
	force     bool
	json      bool
	decisions bool // of bundles come in too
}

func newImport(w World) *cobra.Command {
	var opts importOptions
	cmd := &cobra.Command{
		Use:     "import TỆP… [tùy chọn]",
		Aliases: []string{"nhap"},
		Short:   "Nhập báo cáo của các xã vào kho dữ liệu, hoặc tách bảng tổng hợp",
		Long: `Đọc, đánh giá và giữ báo cáo của các xã trong kho dữ liệu: biểu mẫu đã điền (.xlsx), báo
cáo .yaml, .json, bảng tổng hợp nhiều xã (.xlsx, .csv), thư mục chứa các tệp ấy. Tệp .ntm
do ntm bundle ghi thì được nhập cả lịch sử: các việc đã có được giữ một lần. Việc của hội
đồng, biểu quyết, công nhận, thu hồi, sáp nhập trong tệp ấy chỉ được nhập khi thêm
--with-decisions; không thêm thì được đếm và để lại, phần khác vẫn nhập.

Nhập lại cùng một báo cáo không tạo thêm gì. Báo cáo mới của xã cùng năm thay bản trước
khi hồ sơ đang lập hoặc đã trả lại; bản trước vẫn được giữ (ntm show XÃ --versions), nhập
lại thì lại là bản đang dùng. Báo cáo thiếu những gì bản đang có đã có thì chỉ nhập khi
thêm --force; hai báo cáo khác nhau của một xã, một năm thì không nhập bản nào. Tệp có lỗi
được nêu rõ và bỏ qua, các tệp khác vẫn được nhập. Dòng đã in ra là đã ghi xong vào đĩa.

Với -o: không dùng kho dữ liệu, chỉ tách bảng tổng hợp thành mỗi xã một báo cáo .json.`,
		Example: `  ntm import bao-cao.xlsx
  ntm import bao-cao-cac-xa --as "Văn phòng điều phối tỉnh"
  ntm import tong-hop.xlsx --year 2023 --db tinh.db
  ntm import --wide tong-hop.csv --year 2023 -o bao-cao-2023`,
		Args: command.AtLeastOne,
		RunE: command.OnAll(&opts.Given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.BoolVar(&opts.wide, "wide", false, "TỆP là bảng tổng hợp nhiều xã (.xlsx, .csv)")
	f.StringVarP(&opts.folder, "output", "o", "", "tách bảng tổng hợp vào `THƯ_MỤC`, không nhập vào kho; chưa có "+
		"thì tạo")
	f.BoolVar(&opts.force, "force", false, "nhập cả báo cáo thiếu những gì bản đang có đã có; với -o: ghi đè báo "+
		"cáo đã có")
	f.BoolVar(&opts.decisions, "with-decisions", false, "với tệp .ntm: nhập cả việc của hội đồng, biểu quyết, "+
		"công nhận, thu hồi, sáp nhập")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON, mỗi báo cáo một dòng")
	opts.StoreFlag(f)
	opts.AsFlag(f)
	opts.ReportsFlags(f)
	return cmd
}

func (o *importOptions) run(ctx context.Context, w World) error {
	switch {
	case o.folder == "":
		return o.Making(ctx, w, func(st *store.Store) error { return o.keep(ctx, w, st) })
	case o.json:
		return command.Usage("--json không dùng cùng -o", "bỏ một trong hai")
	}
	if err := command.OutFolder(o.folder, "mỗi xã một báo cáo, ghi vào một thư mục, ví dụ: -o "+
		"bao-cao-2023"); err != nil {
		return err
	}
	return o.split(ctx, w)
}

// split writes each row of wide sheets as a report of its own.
func (o *importOptions) split(ctx context.Context, w World) error {
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	if err := whole.Folder(o.folder); err != nil {
		return err
	}
	split := office.Splitting{Folder: o.folder, Force: o.force}
	files, lost := office.Inputs(o.Given, o.Extensions()...)
	sums := tally{lost: lost}
	b := &office.Bulk{Lib: lib, Year: o.Year}
	for _, file := range files { // one after the other: of two reports of a commune the first is kept
		err := command.Each(ctx, b, w, []string{file}, split.Write, func(w World, i office.Item) error {
			command.Notes(w, i.Said())
			sums.add(&i)
			return nil
		})
		if err != nil {
			return err
		}
	}
	s := newScreen(w)
	s.summary(&sums)
	s.Line("Đã ghi %d báo cáo vào %s", sums.read, o.folder)
	return errors.Join(s.Err, sums.err())
}
