package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/office/making"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

// dossierOptions are the choices of `ntm dossier`.
type dossierOptions struct {
	command.Reports
	command.Stored
	photosOptions
	out        string
	level      command.LevelsFlag
	at         command.AtFlag
	pdf, force bool
	json       bool
}

func newDossier(w World) *cobra.Command {
	var opts dossierOptions
	cmd := &cobra.Command{
		Use:     "dossier TỆP… -o THƯ_MỤC [tùy chọn]",
		Aliases: []string{"ho-so"},
		Short:   "Lập hồ sơ Excel trình hội đồng thẩm định, cho một hay nhiều xã",
		Long: `Đánh giá và lập hồ sơ Excel trình hội đồng thẩm định.

Một báo cáo: -o TỆP.xlsx ghi ra một hồ sơ. Nhiều tệp, thư mục hoặc bảng tổng hợp nhiều
xã: -o THƯ_MỤC nhận mỗi xã một hồ sơ, và ` + making.IndexName + ` liệt kê các xã của lần
chạy này. Báo cáo có lỗi được nêu rõ và bỏ qua, các xã khác vẫn được lập.

Tệp minh chứng nêu trong báo cáo được tìm từ thư mục của báo cáo; mã SHA-256 của từng
tệp được ghi vào hồ sơ để sau này phát hiện tệp bị thay (ntm verify). Minh chứng là ảnh
(.jpg, .png, .webp) vào tờ Hình ảnh minh họa, bốn ảnh một trang, nhiều nhất 40 ảnh, mỗi
ảnh không quá 250 kB; --no-photos để không đưa vào.

Dừng giữa chừng (Ctrl-C, tắt máy) thì hồ sơ đã ghi vẫn nguyên vẹn. Chạy lại đúng lệnh cũ
để làm tiếp: hồ sơ đã có mà nội dung không đổi được giữ nguyên; nội dung đã khác thì
không ghi đè, trừ khi thêm --force.

Thay cho TỆP có thể ghi mã hoặc tên một xã đã nhập vào kho dữ liệu: hồ sơ được lập lại đúng
theo báo cáo, bộ tiêu chí và ngày đánh giá đã lưu, dù quy định về sau đã đổi.

Với cùng báo cáo, bộ tiêu chí và --at, hồ sơ lập ở máy nào cũng giống nhau từng byte.`,
		Example: `  ntm dossier bao-cao.yaml -o ho-so.xlsx
  ntm dossier bao-cao.yaml --level nang-cao -o ho-so.xlsx --pdf
  ntm dossier bao-cao-cac-xa -o ho-so-cac-xa
  ntm dossier tong-hop.xlsx --year 2023 -o ho-so-cac-xa --at 15/11/2023
  ntm dossier 16492 --year 2023 -o ho-so.xlsx`,
		Args: command.AtLeastOne,
		RunE: command.OnAll(&opts.Given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.StringVarP(&opts.out, "output", "o", "", "ghi vào `THƯ_MỤC`, chưa có thì tạo; một báo cáo thì ghi được ra "+
		"TỆP.xlsx")
	f.Var(&opts.level, "level", "lập hồ sơ đề nghị `MỨC` này: ntm, nang-cao, kieu-mau; all: mức cao nhất "+
		"kèm các mức dưới; không ghi: mức của biểu mẫu")
	f.Var(&opts.at, "at", "`NGÀY` ghi trong hồ sơ và trên bìa, có thể kèm giờ: 15/11/2023 hoặc "+
		"2023-11-15T09:30:00+07:00; không ghi thì là lúc chạy, ngày trên bìa để trống")
	f.BoolVar(&opts.pdf, "pdf", false, "xuất thêm bản PDF cạnh mỗi hồ sơ (cần có LibreOffice)")
	f.BoolVar(&opts.force, "force", false, "lập lại và ghi đè hồ sơ đã có")
	opts.photosFlag(f)
	f.BoolVar(&opts.json, "json", false, "in các hồ sơ đã lập dạng JSON")
	opts.ReportsFlags(f)
	opts.StoreFlag(f)
	return cmd
}

var errOneWorkbook = command.Usage("nhiều báo cáo thì không ghi được vào một tệp .xlsx",
	"ghi thư mục nhận các hồ sơ, ví dụ: -o ho-so-cac-xa")

func (o *dossierOptions) run(ctx context.Context, w World) error {
	if o.out == "" {
		return command.Usage("còn thiếu -o", "ghi nơi nhận hồ sơ, ví dụ: -o ho-so.xlsx, hoặc -o ho-so-cac-xa cho "+
			"nhiều xã")
	}
	if alone := strings.EqualFold(filepath.Ext(o.out), ".xlsx"); !alone {
		if err := command.OutFolder(o.out, o.instead()); err != nil {
			return err
		}
	}
	var converter making.LibreOffice
	if o.pdf {
		var err error
		if converter, err = making.FindLibreOffice(); err != nil {
			return err
		}
	}
	if office.NamesCommune(o.Given) {
		return o.In(ctx, w, func(st *store.Store) error { return o.kept(ctx, w, st, converter) })
	}
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	files, lost := office.Inputs(o.Given, o.Extensions()...)
	files = slices.DeleteFunc(files, func(path string) bool { return making.IsMade(path, o.Given) })
	m := &dossiers{dossierOptions: o, sums: tally{lost: lost}, Dossiers: making.Dossiers{
		Bulk: office.Bulk{Lib: lib, Year: o.Year}, Version: w.Version, Level: o.level.Level,
		Out: o.out, Alone: strings.EqualFold(filepath.Ext(o.out), ".xlsx"), At: o.at.Or(w.Now()), Dated: o.at.Given,
		PDF: o.pdf, Force: o.force, NoPhotos: o.noPhotos,
	}}
	switch {
	case m.Alone && len(files)+len(lost) != 1:
		return errOneWorkbook
	case len(files) == 0 && len(lost) == 0:
		return problem.List{{Message: "không có báo cáo nào để lập hồ sơ",
			Hint: "các tệp tìm thấy đều là hồ sơ đã lập; ghi tệp báo cáo hoặc biểu mẫu đã điền"}}
	case !m.Alone:
		if err := whole.Folder(o.out); err != nil {
			return err
		}
	}
	err = command.Each(ctx, &m.Bulk, w, files, func(i office.Item) making.Made { return m.Make(ctx, i) }, m.take)
	if err == nil {
		var wrong error
		if m.indexed, wrong = m.Index(); wrong != nil {
			m.sums.lost = append(m.sums.lost, problem.Of(wrong)...)
		}
		if o.pdf {
			err = m.convert(ctx, w, converter)
		}
	}
	return m.end(w, err)
}

// instead says how to get what a name of a file was to hold.
func (o *dossierOptions) instead() string {
	if strings.EqualFold(filepath.Ext(o.out), ".pdf") {
		return "hồ sơ là tệp .xlsx, kèm bản PDF thì thêm --pdf: -o " +
			strings.TrimSuffix(o.out, filepath.Ext(o.out)) + ".xlsx --pdf"
	}
	return "hồ sơ là tệp .xlsx, ví dụ: -o ho-so.xlsx; nhiều xã thì ghi một thư mục, ví dụ: -o ho-so-cac-xa"
}
