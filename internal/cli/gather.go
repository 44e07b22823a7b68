package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/departments"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

type gatherOptions struct {
	command.Reading
	departments.Gathering
	display
	out   string
	force bool
}

func newGather(w World) *cobra.Command {
	var opts gatherOptions
	cmd := &cobra.Command{
		Use:     "gather TỆP.xlsx… -o TỆP.xlsx",
		Aliases: []string{"gop"},
		Short:   "Gộp phiếu của các bộ phận thành biểu của xã",
		Long: `Gộp các phiếu do ntm template --split ghi ra, hoặc bảng dán từ các phiếu ấy vào một tệp, thành biểu
của xã. Số liệu, minh chứng, ghi chú, nguồn lực, nợ đọng, phiếu hài lòng giữ nguyên như đã ghi.

Hai phiếu trả lời khác nhau về một nội dung thì ô ấy để trống, hai câu trả lời nêu cạnh nhau để hỏi
lại (mã thoát 3). Còn thiếu gì, của bộ phận nào, nêu ở màn hình và ở tờ Gộp phiếu của tệp.`,
		Example: `  ntm gather phieu-2023/*.xlsx -o xa.xlsx
  ntm gop y-te.xlsx giao-duc.xlsx cong-an.xlsx -o xa.xlsx`,
		Args: command.AtLeastOne,
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.Files = given
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opts.out, "output", "o", "", "ghi biểu đã gộp ra `TỆP.xlsx` (không ghi thì chỉ xem)")
	f.StringVar(&opts.Commune, "commune", "", "`XÃ` của các phiếu, khi không phiếu nào cho biết")
	f.IntVar(&opts.Year, "year", 0, "`NĂM` của các phiếu, khi không phiếu nào cho biết")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.jsonFlag(f)
	opts.ReadingFlags(f)
	return cmd
}

func (o *gatherOptions) run(ctx context.Context, w World) error {
	if o.out != "" {
		if err := command.NewFile(o.out, "-o xa.xlsx", ".xlsx", o.force); err != nil {
			return err
		}
	}
	if err := o.files(); err != nil {
		return err
	}
	var err error
	if ctx, o.Lib, err = o.Begin(ctx, w); err != nil {
		return err
	}
	all, err := o.Gather(ctx)
	if err != nil {
		return err
	}
	if o.out != "" {
		write := func(out io.Writer) error { return all.Write(out, w.Now()) }
		if err := whole.Write(o.out, o.force, write); err != nil {
			return err
		}
	}
	err = o.show(w, gatheredJSON(o.out, all), func(s *screen) {
		command.Notes(w, all.Notes)
		s.gathered(o.out, all)
	})
	return command.Answer(err, len(all.Twice) == 0)
}

// files are those that the patterns name: not every shell expands them. The file that is to
// be written is not one of the forms.
func (o *gatherOptions) files() error {
	var out []string
	for _, name := range o.Files {
		found := []string{name}
		if more, err := filepath.Glob(name); err == nil && len(more) > 0 {
			found = more
		}
		for _, f := range found {
			if filepath.Clean(f) == filepath.Clean(o.out) {
				return problem.List{{File: f, Message: "tệp này vừa là phiếu để gộp, vừa là nơi ghi kết quả",
					Hint: "chọn tên khác ở -o"}}
			}
			out = list.Once(out, f)
		}
	}
	o.Files = out
	return nil
}

func (s *screen) gathered(file string, all *departments.Gathered) {
	whose := "Xã chưa rõ tên"
	if all.Plan.Place != nil {
		whose = vi.Capital(all.Plan.Place.String())
	}
	s.Line("%s", s.Strong("%s, năm %d: gộp %d phiếu, %d số liệu", whose, all.Plan.Year, len(all.Sent), len(all.Given)))
	for _, t := range all.Twice {
		s.Line("%s", s.Bad("Hai câu trả lời: %s", t.Name))
		for _, said := range t.Said {
			s.Item(2, "-", fmt.Sprintf("%s: %s (%s, %s)", said.By, said.Text, said.File, said.At))
		}
	}
	if len(all.Twice) > 0 {
		s.Line("Hỏi lại các bộ phận ấy; trong biểu, các ô này còn để trống.")
	}
	for i := range all.Owed {
		o := &all.Owed[i]
		switch state := fmt.Sprintf("%s: %d/%d", o.Department, o.Asked-len(o.Missing), o.Asked); {
		case len(o.Missing) == 0:
			s.Line("%s %s", s.Good("đủ"), state)
		case !o.Sent:
			s.Line("%s %s", s.Unknown("chưa gửi"), vi.Join("; hạn ", state, o.Due))
		default:
			s.Line("%s %s", s.Unknown("còn thiếu"), vi.Join("; hạn ", state, o.Due))
			s.Some("-", s.Faint, list.Map(o.Missing, departments.Lack.String))
		}
	}
	if file == "" {
		s.Line("Chưa ghi gì; thêm -o xa.xlsx để ghi biểu đã gộp.")
		return
	}
	s.Line("Đã ghi biểu đã gộp: %s", file)
	s.Line("Xem tờ %s của tệp; sửa xong, chạy: %s", departments.SheetName, term.CommandLine("check", file))
}

// gatheredJSON is the document of a gathering.
func gatheredJSON(file string, all *departments.Gathered) any {
	return struct {
		Schema  string              `json:"schema"`
		Written string              `json:"written,omitempty"` // the file, where one was asked for
		Commune *places.Unit        `json:"commune"`
		Year    int                 `json:"year"`
		Sent    []departments.Sent  `json:"sent"`
		Twice   []departments.Twice `json:"twice"`
		Owed    []departments.Owed  `json:"owed"`
		Given   []departments.Given `json:"given"`
		Notes   problem.List        `json:"notes"`
	}{"ntm.gather.v1", file, all.Plan.Place, all.Plan.Year, all.Sent, append([]departments.Twice{}, all.Twice...),
		all.Owed, append([]departments.Given{}, all.Given...), list.NonNil(all.Notes)}
}
