package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria/packs"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/office/making"
	"ntm/internal/store"
	"ntm/internal/wordpapers"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// papersOptions are the choices of `ntm papers`.
type papersOptions struct {
	command.Reports
	command.Stored
	photosOptions
	display
	out, province     string
	level             command.LevelsFlag
	at                command.AtFlag
	summary, force    bool
	fields, templates bool
}

func newPapers(w World) *cobra.Command {
	var opts papersOptions
	cmd := &cobra.Command{
		Use:     "papers TỆP… -o THƯ_MỤC [tùy chọn]",
		Aliases: []string{"van-ban"},
		Short:   "Lập văn bản Word đi cùng hồ sơ: tờ trình, báo cáo, biên bản",
		Long: `Đánh giá và lập văn bản Word theo thể thức của Nghị định 30/2020/NĐ-CP, mỗi văn bản một tệp:

` + kindsListed() + `
Số liệu lấy từ kết quả đánh giá, cùng cách viết với hồ sơ Excel; chỗ chưa biết để trống (……).
Còn dựa vào ngưỡng chưa đối chiếu thì văn bản ghi DỰ THẢO. Cuối trang có mã hồ sơ, là mã của
hồ sơ Excel lập cùng --level, cùng năm ghi trong hồ sơ, cùng có ảnh hay không.

Minh chứng là ảnh (.jpg, .png, .webp) có tệp cạnh báo cáo thì vào phần Hình ảnh minh họa của báo cáo kết
quả và tờ cùng tên của hồ sơ Excel: bốn ảnh một trang, nhiều nhất 40 ảnh, mỗi ảnh không quá 250 kB, xoay
đúng chiều, bỏ thông tin của máy ảnh; --no-photos để không đưa vào. Của xã trong kho: các ảnh trong thư mục
minh chứng của kho (TỆP_KHO.minh-chung).

Một báo cáo: văn bản nằm ngay trong THƯ_MỤC. Nhiều báo cáo, hoặc cả tỉnh trong kho (--province,
--year): mỗi xã một thư mục con; xã nào không lập được thì nêu ở cuối, các xã khác vẫn được lập. Văn
bản đã có mà khác thì không ghi đè, vì có thể đã được sửa, trừ khi thêm --force.

Thay cho TỆP có thể ghi mã hoặc tên một xã đã nhập vào kho dữ liệu. Hội đồng đã kiểm phiếu thì có
thêm biên bản họp hội đồng; xã đủ điều kiện và được hội đồng đề nghị thì có thêm tờ trình của hội
đồng và dự thảo quyết định công nhận.

Mẫu riêng của cơ quan: để tệp .docx trong thư mục bộ tiêu chí, tên tệp như danh sách trên, chỗ cần
điền ghi {{xã}}, {{thu nhập}}; hàng của bảng có {{chỉ tiêu.tên}} được lặp cho từng chỉ tiêu. Tệp tên
khác là một văn bản thêm. --template-fields liệt kê mọi trường; --templates ghi các mẫu của
chương trình ra để sửa.`,
		Example: `  ntm papers bao-cao.yaml -o van-ban
  ntm van-ban bao-cao.yaml --level nang-cao -o van-ban
  ntm papers bao-cao.yaml --summary
  ntm papers 16492 --year 2023 -o van-ban
  ntm papers --province "Thanh Hóa" --year 2023 -o van-ban-cac-xa
  ntm papers --template-fields
  ntm papers --templates -o mau-van-ban`,
		Args: func(cmd *cobra.Command, given []string) error {
			if opts.fields || opts.templates || opts.province != "" {
				return command.Args()(cmd, given)
			}
			return command.AtLeastOne(cmd, given)
		},
		RunE: command.OnAll(&opts.Given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	opts.flagsTo(cmd.Flags())
	return cmd
}

func (o *papersOptions) flagsTo(f *pflag.FlagSet) {
	f.StringVarP(&o.out, "output", "o", "", "ghi vào `THƯ_MỤC`, chưa có thì tạo")
	f.Var(&o.level, "level", "lập văn bản đề nghị `MỨC` này: ntm, nang-cao, kieu-mau; all: mức cao nhất "+
		"kèm các mức dưới; không ghi: mức của biểu mẫu")
	f.Var(&o.at, "at", "`NGÀY` lập, như của hồ sơ; không ghi thì là lúc chạy")
	f.BoolVar(&o.summary, "summary", false, "chỉ tóm tắt một trang cho Chủ tịch, trên màn hình và (có -o) dạng Word")
	f.BoolVar(&o.force, "force", false, "ghi đè văn bản đã có")
	o.photosFlag(f)
	f.BoolVar(&o.fields, "template-fields", false, "liệt kê các trường dùng trong mẫu riêng")
	f.BoolVar(&o.templates, "templates", false, "ghi các mẫu của chương trình để sửa thành mẫu riêng")
	o.jsonFlag(f)
	f.StringVar(&o.province, "province", "", "lập cho mọi xã của `TỈNH` này trong kho dữ liệu, kèm --year")
	o.ReportsFlags(f)
	o.StoreFlag(f)
}

// kindsListed lists the papers with their files.
func kindsListed() string {
	var out strings.Builder
	for _, k := range append(append([]wordpapers.Kind{}, wordpapers.Kinds...), wordpapers.Summary) {
		fmt.Fprintf(&out, "  %-19s %s\n", k.ID, k.Title)
	}
	return out.String()
}

func (o *papersOptions) run(ctx context.Context, w World) error {
	if o.fields {
		return o.listFields(w)
	}
	if o.out == "" && !o.summary {
		return command.Usage("còn thiếu -o", "ghi thư mục nhận văn bản, ví dụ: -o van-ban")
	}
	if o.province != "" && o.Year == 0 {
		return command.Usage("cả tỉnh thì cần năm", "ghi thêm --year, ví dụ: --year 2023")
	}
	if o.out != "" {
		if err := command.OutFolder(o.out, "văn bản ghi vào một thư mục, ví dụ: -o van-ban"); err != nil {
			return err
		}
	}
	if o.templates {
		files, err := making.WriteTemplates(o.out, o.force)
		if err != nil {
			return err
		}
		s := newScreen(w)
		s.Line("Đã ghi %d mẫu vào %s. Sửa rồi chép vào thư mục bộ tiêu chí của cơ quan.", len(files), o.out)
		return s.Err
	}
	folders := templateFolders(&o.Packs, w)
	o.withoutTemplatesAlone()
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	m := &papersMade{papersOptions: o, WordPapers: making.WordPapers{Bulk: office.Bulk{Lib: lib, Year: o.Year},
		Version: w.Version, Level: o.level.Level, Out: o.out, At: o.at.Or(w.Now()), Force: o.force, Summary: o.summary,
		NoPhotos: o.noPhotos, Dated: o.at.Given}}
	if m.Templates, err = wordpapers.ReadTemplates(lib, folders...); err != nil {
		return err
	}
	if m.Alone = office.NamesCommune(o.Given); m.Alone || o.province != "" {
		if m.Evidence, err = o.Evidence(w); err != nil {
			return err
		}
		made := m.kept
		if o.province != "" {
			made = m.ofProvince
		}
		return o.In(ctx, w, func(st *store.Store) error { return made(ctx, w, st) })
	}
	files, lost := office.Inputs(o.Given, o.Extensions()...)
	m.sums.lost = lost
	m.Alone = len(files)+len(lost) == 1
	err = command.Each(ctx, &m.Bulk, w, files, func(i office.Item) making.WrittenPapers { return m.Make(ctx, i) },
		m.take)
	return m.end(w, err)
}

// templateFolders are where an office's own templates may lie.
func templateFolders(p *command.Packs, w World) []string {
	if len(p.Dirs) > 0 {
		return p.Dirs
	}
	if home := p.Home(w); home != "" {
		return []string{home}
	}
	return nil
}

// withoutTemplatesAlone leaves folders out in which only templates lie: there is no law to
// read there.
func (o *papersOptions) withoutTemplatesAlone() {
	o.Dirs = slices.DeleteFunc(slices.Clone(o.Dirs), func(dir string) bool {
		templates, err := filepath.Glob(filepath.Join(dir, "*.docx"))
		return err == nil && len(templates) > 0 && packs.Lacks(dir) != ""
	})
}

func (o *papersOptions) listFields(w World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	fields := wordpapers.Fields(lib)
	return o.show(w, struct {
		Schema string             `json:"schema"`
		Fields []wordpapers.Field `json:"fields"`
	}{"ntm.fields.v1", fields}, func(s *screen) { s.fields(fields) })
}

func (s *screen) fields(all []wordpapers.Field) {
	s.Line("Ghi trường trong hai cặp ngoặc nhọn: {{xã}}. Viết hoa cả tên trường thì giá trị cũng viết hoa: {{XÃ}}.")
	s.Line("Hàng của bảng, hoặc đoạn, có trường của danh sách (tên có dấu chấm) được lặp cho từng mục.")
	s.Line("{{nếu nợ đọng}} ở đầu đoạn: chỉ giữ đoạn khi có; {{nếu không nợ đọng}}: khi không. Ở đầu hàng thì cho cả")
	s.Line("hàng, ở đầu hàng thứ nhất thì cho cả bảng.")
	s.Line("")
	for _, f := range all {
		s.Item(0, s.Strong("{{%s}}", f.Name), f.Says)
	}
}
