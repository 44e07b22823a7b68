package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"
	"ntm/internal/commune"
	"ntm/internal/problem"
)

type importOptions struct {
	packs
	wideYear
	given  []string
	wide   bool
	folder string
	force  bool

	mutex   sync.Mutex
	written map[string]string // where each file written came from
}

func newImport(w World) *cobra.Command {
	opts := importOptions{written: map[string]string{}}
	cmd := &cobra.Command{
		Use:     "import TỆP… -o THƯ_MỤC [tùy chọn]",
		Aliases: []string{"nhap"},
		Short:   "Tách bảng tổng hợp nhiều xã thành báo cáo của từng xã",
		Long: `Đọc bảng tổng hợp nhiều xã (.xlsx hoặc .csv, mỗi xã một dòng, mỗi số liệu một cột)
và ghi mỗi xã một báo cáo .json vào thư mục. Dòng có lỗi được nêu rõ và bỏ qua, các
dòng khác vẫn được ghi.`,
		Example: `  ntm import --wide tong-hop.xlsx -o bao-cao-2023
  ntm import --wide tong-hop.csv --year 2023 -o bao-cao-2023 --force`,
		Args: atLeastOne,
		RunE: func(_ *cobra.Command, given []string) error {
			opts.given = given
			return opts.run(w)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&opts.wide, "wide", false, "TỆP là bảng tổng hợp nhiều xã (.xlsx, .csv)")
	f.StringVarP(&opts.folder, "output", "o", "", "ghi vào `THƯ_MỤC`; chưa có thì tạo")
	f.BoolVar(&opts.force, "force", false, "ghi đè báo cáo đã có")
	opts.yearFlag(f)
	opts.flags(f)
	return cmd
}

func (o *importOptions) run(w World) error {
	switch {
	case !o.wide:
		return usageError{"còn thiếu --wide", "hiện chỉ nhập được bảng tổng hợp nhiều xã: ntm import --wide TỆP -o THƯ_MỤC"}
	case o.folder == "":
		return usageError{"còn thiếu -o", "ghi thư mục nhận các báo cáo, ví dụ: -o bao-cao-2023"}
	}
	lib, err := o.load(w)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.folder, 0o755); err != nil {
		return problem.List{{File: o.folder, Message: "không tạo được thư mục này", Hint: "kiểm tra đường dẫn và quyền ghi"}}
	}
	files, lost := inputs(o.given)
	sums := tally{lost: lost}
	b := &bulk{lib: lib, year: o.year}
	for _, file := range files { // one after the other: of two reports of a commune the first is kept
		err := each(b, w, []string{file}, o.store, func(w World, i item) error {
			notes(w, i.said())
			sums.add(&i)
			return nil
		})
		if err != nil {
			return err
		}
	}
	s := newScreen(w)
	s.summary(&sums)
	s.line("Đã ghi %d báo cáo vào %s", sums.read, o.folder)
	return errors.Join(s.err, sums.err())
}

// store writes a report that was read, whole or not at all.
func (o *importOptions) store(i item) item {
	if i.read == nil {
		return i
	}
	if i.row == 0 {
		i.err = problem.List{{File: i.file, Message: "đây không phải là bảng tổng hợp nhiều xã", Hint: "báo cáo của một xã dùng thẳng được: ntm assess " + i.file}}
		return i
	}
	text, err := i.read.Report.JSON()
	var name string
	if err == nil {
		name, err = fileName(i.read.Report)
	}
	if err == nil {
		err = o.claim(name, i)
	}
	if err == nil {
		err = writeFile(filepath.Join(o.folder, name), o.force, func(out io.Writer) error {
			_, err := out.Write(text)
			return err
		})
	}
	i.err, i.read.Report = err, nil
	return i
}

// claim refuses a second report of a commune and year in one run.
func (o *importOptions) claim(name string, i item) error {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if before, twice := o.written[name]; twice {
		return problem.List{i.read.Report.Commune.Pos.Problem(fmt.Sprintf("xã này đã có báo cáo cùng năm ở %s", before), "giữ một, bỏ một rồi nhập lại")}
	}
	o.written[name] = i.name()
	return nil
}

// fileName names the file of a commune's report: "16492-quang-trung-2023.json".
func fileName(r *commune.Report) (string, error) {
	place, err := r.Place()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s-%s-%d.json", place.Code, slug(place.Name), r.Year), nil
}
