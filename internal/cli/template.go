package cli

import (
	"context"
	"fmt"
	"io"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/form/layout"
	"ntm/internal/office/forms"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

type templateOptions struct {
	command.Reading
	wide, split            bool
	province, filled       string // of a wide sheet; to be split
	commune, previous, out string
	year                   int
	date                   command.DateFlag
	level                  command.LevelFlag
	force                  bool
}

func newTemplate(w World) *cobra.Command {
	var opts templateOptions
	cmd := &cobra.Command{
		Use:     "template [--commune XÃ] [--year NĂM] [tùy chọn]",
		Aliases: []string{"bieu-mau"},
		Short:   "Tạo biểu mẫu Excel để xã điền số liệu",
		Long: `Tạo biểu mẫu Excel cho một xã, một năm và một mức: số liệu theo từng tiêu chí, minh
chứng, nguồn lực, nợ đọng, sự hài lòng của người dân. Điền xong thì kiểm tra bằng
ntm check và đánh giá bằng ntm assess.

Với --previous, những gì còn dùng được của báo cáo cũ được chép sang: số liệu (ghi rõ
năm), minh chứng, đặc điểm, quyết định công nhận, tên thôn, tên công trình còn nợ.

Với --split, tạo mỗi bộ phận (y tế, giáo dục, công an, địa chính, …) một phiếu nhỏ chỉ hỏi phần của
mình, ghi vào một thư mục; nhận lại thì gộp bằng ntm gather.

Với --wide, tạo bảng tổng hợp cho cả tỉnh: mỗi xã một dòng, mỗi số liệu một cột.`,
		Example: `  ntm template --commune 16492 --year 2023
  ntm template --commune "Quảng Trung, Quảng Xương, Thanh Hóa" --year 2023 -o bieu-mau.xlsx
  ntm template --year 2024 --previous bao-cao-2023.yaml --level nang-cao
  ntm template --commune 16492 --year 2023 --split -o phieu-2023
  ntm template --wide --province "Thanh Hóa" --year 2023 -o thanh-hoa-2023.xlsx`,
		Args: command.Args(),
		RunE: func(cmd *cobra.Command, _ []string) error { return opts.run(cmd.Context(), w) },
	}
	f := cmd.Flags()
	f.StringVar(&opts.commune, "commune", "", "mã xã, hoặc `XÃ`: tên xã, tên huyện, tên tỉnh; không ghi thì biểu "+
		"mẫu dùng chung")
	f.IntVar(&opts.year, "year", 0, "`NĂM` xét công nhận (không ghi thì lấy năm nay)")
	f.Var(&opts.date, "date", "`NGÀY` đánh giá; năm 2025 thì ngày này cho biết xã theo danh mục trước hay từ "+
		"ngày 1/7/2025")
	f.Var(&opts.level, "level", "`MỨC` cao nhất xã phấn đấu: ntm, nang-cao hoặc kieu-mau")
	f.StringVar(&opts.previous, "previous", "", "chép sang những gì còn dùng được của báo cáo cũ trong `TỆP`")
	f.StringVarP(&opts.out, "output", "o", "", "ghi ra `TỆP.xlsx`, với --split ra `THƯ_MỤC` (không ghi thì tự đặt tên)")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	f.BoolVar(&opts.wide, "wide", false, "tạo bảng tổng hợp cho cả tỉnh, mỗi xã một dòng (-o TỆP.xlsx hoặc TỆP.csv)")
	f.StringVar(&opts.province, "province", "", "`TỈNH` của bảng tổng hợp")
	f.BoolVar(&opts.split, "split", false, "mỗi bộ phận một phiếu, ghi vào thư mục ở -o")
	f.StringVar(&opts.filled, "filled", "", "với --split: tách biểu đã điền dở trong `TỆP.xlsx`, mỗi phiếu mang "+
		"phần đã ghi")
	opts.ReadingFlags(f)
	return cmd
}

func (o *templateOptions) run(ctx context.Context, w World) error {
	switch {
	case o.wide:
		return o.runWide(w)
	case o.filled != "":
		return o.runFilled(ctx, w)
	}
	switch {
	case o.province != "":
		return command.Usage("--province chỉ dùng cùng --wide",
			`ghi xã kèm tỉnh, ví dụ: --commune "Quảng Trung, Quảng Xương, Thanh Hóa"`)
	case !o.date.IsZero() && o.year != 0 && o.date.Year() != o.year && o.date.Year() != o.year+1:
		return command.Usage(fmt.Sprintf("--date %s không hợp với --year %d", o.date, o.year),
			"ngày đánh giá phải trong năm xét hoặc năm liền sau")
	}
	if o.out != "" && !o.split {
		if err := command.OutFile(o.out, "-o bieu-mau.xlsx", ".xlsx"); err != nil {
			return err
		}
	}
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	if o.year == 0 {
		o.year = w.Now().Year()
	}
	blank := forms.Blank{Lib: lib, Commune: o.commune, Year: o.year, Date: o.date.Date, Level: o.level.Level,
		PreviousFile: o.previous}
	plan, note, err := blank.Plan(ctx)
	command.Notes(w, note)
	if err != nil {
		return err
	}
	draw := func(out io.Writer, p *layout.Plan) error { return blank.Write(out, p, w.Now()) }
	if o.split {
		return o.runSplit(ctx, w, plan, draw)
	}
	if o.out == "" {
		o.out = o.name(plan.Place)
	}
	return o.write(w, plan, draw, "biểu mẫu", o.about(plan))
}

// write writes a form, says what it is, and what comes next: the check of it.
func (o *templateOptions) write(w World, plan *layout.Plan, draw func(io.Writer, *layout.Plan) error,
	what, about string) error {
	if err := whole.Write(o.out, o.force, func(out io.Writer) error { return draw(out, plan) }); err != nil {
		return err
	}
	warn(w, plan)
	first, next := nothingAsked(plan), "Điền xong, chạy"
	if first != "" { // not to be filled in yet
		next = "Xem biểu mẫu đọc được không"
	}
	_, err := fmt.Fprintf(w.Stdout, "%sĐã ghi %s: %s\n%s\n%s: %s\n", first, what, o.out, about, next,
		term.CommandLine("check", o.out))
	return err
}

// nothingAsked says before all else of a form that asks for no figure why, and how it comes to ask.
func nothingAsked(plan *layout.Plan) string {
	if plan.Required() > 0 || len(plan.Lacks) == 0 {
		return ""
	}
	return fmt.Sprintf("Chưa đọc quyết định nào của bộ tiêu chí năm %d, nên biểu mẫu này chưa hỏi số liệu nào.\n"+
		"Có tệp quyết định (Word, Excel, trang web đã lưu) thì đọc trước: %s; rồi tạo lại biểu mẫu.\n",
		plan.Year, criteria.ReadingCommand)
}

// warn tells, before anything else, what the year's standards lack of their decisions.
func warn(w World, plan *layout.Plan) {
	for _, l := range plan.Lacks {
		command.Notes(w, problem.List{{Message: l.String(), Hint: l.Remedy() + "; rồi tạo lại biểu mẫu"}})
	}
}

// about says what the form is for.
func (o *templateOptions) about(plan *layout.Plan) string {
	whose := "Dùng chung cho mọi xã"
	if plan.Place != nil {
		whose = vi.Capital(plan.Place.String())
	}
	return fmt.Sprintf("%s, năm %d, đến mức xã %s: %d số liệu của %d tiêu chí",
		whose, o.year, plan.Up.Title(), plan.Required(), plan.Criteria())
}

// name is the file a form is written to when none is named.
func (o *templateOptions) name(at *places.Unit) string {
	if at == nil {
		return fmt.Sprintf("bieu-mau-%d.xlsx", o.year)
	}
	return fmt.Sprintf("bieu-mau-%s-%d.xlsx", at.Code, o.year)
}
