package many

import (
	"context"
	"fmt"
	"io"

	"ntm/internal/cli/command"
	"ntm/internal/office/forms"
	"ntm/internal/office/titles"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

// NewTitles is `ntm titles`.
func NewTitles(w command.World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "titles [lệnh]",
		Aliases: []string{"danh-hieu"},
		Short:   "Ghi danh hiệu các năm trước của nhiều xã từ một bảng",
		Long: `Ghi vào kho dữ liệu những danh hiệu các xã đã được công nhận từ các năm trước, đọc từ một bảng
(.xlsx, .csv): xã, huyện, tỉnh, danh hiệu, số quyết định, ngày, cơ quan. Mỗi danh hiệu là một việc
riêng, không cần hồ sơ hay hội đồng. Cả bảng được ghi, hoặc không ghi gì khi có dòng sai.`,
		Example: `  ntm titles template --province "Thanh Hóa" -o danh-hieu.xlsx
  ntm titles read danh-hieu.xlsx`,
		Args: command.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newTitlesTemplate(w), newTitlesRead(w), newTitlesCorrect(w))
	return cmd
}

// lastOld is the last year that ended under the list of communes before the reform, of which most
// titles of before are.
const lastOld = 2024

func newTitlesTemplate(w command.World) *cobra.Command {
	var province, out string
	var year int
	var force bool
	cmd := &cobra.Command{
		Use:     "template --province TỈNH [tùy chọn]",
		Aliases: []string{"bieu-mau"},
		Short:   "Tạo bảng trống để ghi danh hiệu các năm trước, mỗi xã một dòng",
		Example: `  ntm titles template --province "Thanh Hóa" -o danh-hieu.xlsx`,
		Args:    command.Args(),
		RunE: func(*cobra.Command, []string) error {
			if province == "" {
				return command.Usage("còn thiếu --province", `ví dụ: ntm titles template --province "Thanh Hóa"`)
			}
			communes, err := forms.CommunesOf(province, year)
			if err != nil {
				return err
			}
			if out == "" {
				out = fmt.Sprintf("danh-hieu-%s.xlsx", vi.Slug(communes[0].Province))
			}
			return writeBlank(w, out, "-o danh-hieu.xlsx", force, len(communes), func(to io.Writer) error {
				return titles.WriteBlank(to, communes, w.Now())
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&province, "province", "", "các xã của `TỈNH` này")
	f.IntVar(&year, "year", lastOld, "các xã theo danh mục cuối `NĂM` này; danh hiệu trước 1/7/2025 là của xã cũ")
	f.StringVarP(&out, "output", "o", "", "ghi ra `TỆP.xlsx`")
	f.BoolVar(&force, "force", false, "ghi đè tệp đã có")
	return cmd
}

// writeBlank writes a blank sheet and says so.
func writeBlank(w command.World, out, example string, force bool, communes int, write func(io.Writer) error) error {
	if err := command.NewFile(out, example, ".xlsx", force); err != nil {
		return err
	}
	if err := whole.Write(out, force, write); err != nil {
		return err
	}
	s := term.NewScreen(w.Terminal)
	s.Line("Đã ghi bảng trống cho %d xã: %s", communes, out)
	return s.Err
}

type titlesOptions struct {
	command.Stored
	command.Acting
	file      string
	yes, json bool
}

func newTitlesRead(w command.World) *cobra.Command {
	var opts titlesOptions
	cmd := &cobra.Command{
		Use:     "read TỆP [tùy chọn]",
		Aliases: []string{"doc"},
		Short:   "Đọc bảng danh hiệu và ghi vào kho dữ liệu",
		Long: `Đọc bảng danh hiệu (.xlsx, .csv), kê số danh hiệu sẽ ghi, hỏi một lần rồi ghi tất cả. Có dòng sai thì
không ghi gì, và nêu từng dòng sai, vì sao. Danh hiệu đã có trong kho thì bỏ qua: đọc lại bảng cũ
không ghi hai lần. Xã được tìm theo mã, hoặc tên kèm huyện và tỉnh, theo danh mục của ngày quyết định.`,
		Example: `  ntm titles read danh-hieu.xlsx
  ntm titles read danh-hieu.csv --yes --as "Văn phòng điều phối tỉnh"`,
		Args: command.Args("TỆP"),
		RunE: command.OnOne(&opts.file, func(ctx context.Context) error {
			return opts.Making(ctx, w, func(st *store.Store) error { return opts.read(ctx, w, st) })
		}),
	}
	f := cmd.Flags()
	f.BoolVar(&opts.yes, "yes", false, "ghi luôn, không hỏi lại")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON; kèm --yes")
	opts.StoreFlag(f)
	opts.AsFlag(f)
	return cmd
}

func (o *titlesOptions) read(ctx context.Context, w command.World, st *store.Store) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	if o.json && !o.yes {
		return command.Usage("--json cần --yes", "thêm --yes để ghi luôn, hoặc bỏ --json")
	}
	found, err := titles.Read(ctx, st, o.file, by, w.Now())
	if err != nil {
		return err
	}
	command.Notes(w, found.Notes)
	s := &screen{Screen: term.NewScreen(w.Terminal)}
	if !o.json {
		s.entries(found)
		if len(found.New) > 0 && !o.yes && !sure(w, s, "Ghi các danh hiệu này?") {
			s.Line("")
			s.Line("Chưa ghi gì. Để ghi mà không hỏi lại: thêm --yes")
			return s.Err
		}
	}
	if err := found.Enter(ctx, st); err != nil {
		return err
	}
	if o.json {
		return command.PrintJSON(w.Stdout, struct {
			Schema string `json:"schema"`
			*titles.Reading
		}{"ntm.titles.v1", found})
	}
	s.Line("%s", s.Strong("Đã ghi %d danh hiệu, %d đã có từ trước.", len(found.New), len(found.Known)))
	return s.Err
}

// entries shows what would be entered.
func (s *screen) entries(of *titles.Reading) {
	s.Line("%s", s.Strong("Ghi danh hiệu: %d", len(of.New)))
	for i := range s.first(len(of.New), mostCommunes, 2, "… và %d danh hiệu nữa") {
		e := &of.New[i]
		s.Item(2, "-", fmt.Sprintf("%s: xã %s năm %d, %s", e.Commune.Title(), e.Title.Level.Title(), e.Year,
			vi.Join(", ", vi.Join(" ngày ", e.Title.Number, vi.Date(e.Title.Date.Time)), e.Title.Issuer)))
	}
}

func newTitlesCorrect(w command.World) *cobra.Command {
	var opts struct {
		command.OfCommune
		command.Acting
		level  command.LevelFlag
		reason string
	}
	cmd := &cobra.Command{
		Use:     "correct XÃ --level MỨC --year NĂM --reason LÝ_DO [tùy chọn]",
		Aliases: []string{"dinh-chinh"},
		Short:   "Đính chính: thôi tính một danh hiệu ghi nhầm từ bảng",
		Long: `Thôi tính một danh hiệu đã ghi nhầm từ bảng, ví dụ sai số quyết định. Đây không phải thu hồi; lịch sử giữ
cả hai việc. Sau đó đọc lại bảng đã sửa để ghi danh hiệu đúng.`,
		Example: `  ntm titles correct 16492 --level ntm --year 2015 --reason "sai số quyết định"`,
		Args:    command.Args("XÃ"),
		RunE: command.OnOne(&opts.Text, func(ctx context.Context) error {
			if opts.level.Level == "" || opts.Year == 0 {
				return command.Usage("còn thiếu --level hoặc --year", "ghi danh hiệu nào, của năm nào")
			}
			by, err := opts.By(w)
			if err != nil {
				return err
			}
			return opts.In(ctx, w, func(st *store.Store) error {
				t, err := titles.Correction(ctx, st, opts.Which, opts.level.Level, by, vi.NFC(opts.reason))
				if err != nil {
					return err
				}
				s := term.NewScreen(w.Terminal)
				s.Line("%s thôi tính danh hiệu %s", s.Good("Đã ghi:"), t.Given())
				return s.Err
			})
		}),
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", "`MỨC`: ntm, nang-cao hoặc kieu-mau")
	f.StringVar(&opts.reason, "reason", "", "`LÝ_DO` đính chính")
	opts.CommuneFlags(f)
	opts.AsFlag(f)
	return cmd
}
