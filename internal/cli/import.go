package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"
	"ntm/internal/cli/command"
	"ntm/internal/commune"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

type importOptions struct {
	command.Packs
	command.WideYear
	command.Stored
	command.Acting
	given     []string
	wide      bool
	folder    string
	force     bool
	json      bool
	decisions bool // of bundles come in too

	mutex   sync.Mutex
	written map[string]string // where each file written came from
}

func newImport(w World) *cobra.Command {
	opts := importOptions{written: map[string]string{}}
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
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.given = given
			return opts.run(cmd.Context(), w)
		},
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
	opts.YearFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *importOptions) run(ctx context.Context, w World) error {
	switch {
	case o.folder == "":
		return o.Making(ctx, w, func(st *store.Store) error { return o.keep(ctx, w, st) })
	case o.json:
		return command.Usage("--json không dùng cùng -o", "bỏ một trong hai")
	}
	return o.split(ctx, w)
}

// split writes each row of wide sheets as a report of its own.
func (o *importOptions) split(ctx context.Context, w World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.folder, 0o755); err != nil {
		return problem.List{{File: o.folder, Message: "không tạo được thư mục này",
			Hint: "kiểm tra đường dẫn và quyền ghi"}}
	}
	files, lost := office.Inputs(o.given)
	sums := tally{lost: lost}
	b := &office.Bulk{Lib: lib, Year: o.Year}
	for _, file := range files { // one after the other: of two reports of a commune the first is kept
		err := command.Each(ctx, b, w, []string{file}, o.writeRow, func(w World, i office.Item) error {
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

// writeRow writes a report that was read, whole or not at all.
func (o *importOptions) writeRow(i office.Item) office.Item {
	if i.Reading == nil {
		return i
	}
	if i.Row == 0 {
		i.Err = problem.List{{File: i.File, Message: "đây không phải là bảng tổng hợp nhiều xã",
			Hint: "báo cáo của một xã dùng thẳng được: ntm assess " + i.File}}
		return i
	}
	text, err := i.Reading.Report.JSON()
	var name string
	if err == nil {
		name, err = fileName(i.Reading.Report)
	}
	if err == nil {
		err = o.claim(name, i)
	}
	if err == nil {
		err = whole.Write(filepath.Join(o.folder, name), o.force, func(out io.Writer) error {
			_, err := out.Write(text)
			return err
		})
	}
	i.Err, i.Reading.Report = err, nil
	return i
}

// claim refuses a second report of a commune and year in one run.
func (o *importOptions) claim(name string, i office.Item) error {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if before, twice := o.written[name]; twice {
		return problem.List{i.Reading.Report.Commune.Pos.Problem(fmt.Sprintf("xã này đã có báo cáo cùng năm ở %s",
			before), "giữ một, bỏ một rồi nhập lại")}
	}
	o.written[name] = i.Name()
	return nil
}

// fileName names the file of a commune's report: "16492-quang-trung-2023.json".
func fileName(r *commune.Report) (string, error) {
	place, err := r.Place()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s-%s-%d.json", place.Code, vi.Slug(place.Name), r.Year), nil
}
