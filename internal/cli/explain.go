package cli

import (
	"context"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office/asking"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type explainOptions struct {
	command.Reading
	command.OneAsked
	display
	file, id string
	level    command.LevelFlag
}

func newExplain(w World) *cobra.Command {
	var opts explainOptions
	cmd := &cobra.Command{
		Use:     "explain TỆP MỨC/SỐ [tùy chọn]",
		Aliases: []string{"giai-trinh"},
		Short:   "Giải trình một chỉ tiêu: số liệu, ngưỡng, căn cứ, kết quả",
		Long: `Giải trình đầy đủ một chỉ tiêu hoặc một điều kiện công nhận: số liệu lấy từ đâu,
ngưỡng nào, văn bản nào, mức tin cậy của căn cứ, còn thiếu bao nhiêu. Chỉ tiêu ghi bằng
mức và số, bằng số, hoặc bằng vài chữ của tên. Thay cho TỆP có thể ghi mã hoặc tên một xã đã
nhập vào kho dữ liệu.`,
		Example: `  ntm explain bao-cao.yaml nang-cao/10
  ntm explain bao-cao.yaml kieu-mau/satisfaction
  ntm explain bao-cao.yaml "thu nhập"
  ntm explain 16492 10 --year 2023`,
		Args: command.Args("TỆP", "MỨC/SỐ"),
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.file, opts.id = given[0], given[1]
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", "chỉ tìm ở một `MỨC`: ntm, nang-cao hoặc kieu-mau")
	opts.jsonFlag(f)
	opts.YearFlag(f)
	opts.StoreFlag(f)
	opts.ReadingFlags(f)
	return cmd
}

func (o *explainOptions) run(ctx context.Context, w World) error {
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	a, err := o.One(ctx, w, lib, o.file)
	if err != nil {
		return err
	}
	all, err := asking.Explain(a, o.level.Level, o.id)
	if asked := asking.Prerequisites(a, o.level.Level, o.id); err != nil && len(asked) > 0 {
		return o.show(w, asked, func(s *screen) { s.required(a, asked) })
	}
	if err != nil {
		return err
	}
	if o.json && len(all) > 1 {
		return asking.Ambiguous(o.id, all)
	}
	return o.show(w, all[0], func(s *screen) {
		s.nationOnly(a.Criteria.NationOnly)
		for i, e := range all {
			if i > 0 {
				s.Line("")
			}
			s.explanation(a, e)
		}
	})
}

// required explains what levels ask to be held before them.
func (s *screen) required(a *assess.Assessment, asked []asking.Required) {
	s.nationOnly(a.Criteria.NationOnly)
	for _, r := range asked {
		s.Line("%s", s.Strong("%s  %s", r.ID, r.Prerequisite.Text))
		s.Line("Điều kiện tiên quyết, xã %s, năm %d", r.Level.Title(), r.Year)
		s.Line("Kết quả: %s", s.outcome(r.Prerequisite.Outcome()))
		s.Item(0, "Vì:", r.Prerequisite.Basis)
		s.Item(0, "Văn bản:", r.Prerequisite.Rule.Paper()+"; "+r.Prerequisite.Rule.Status.Title())
	}
}

func (s *screen) explanation(a *assess.Assessment, e *asking.Explanation) {
	s.Line("%s", s.Strong("%s  %s", e.ID, e.Name))
	s.Line("%s, xã %s, năm %d", e.Criterion, e.Level.Title(), e.Year)
	s.Line("%s", vi.Capital(a.Commune.Title()))
	s.Line("")
	s.judgement(asking.Tree(a, e.Judgement), 0)
	if e.Note != "" {
		s.Item(0, "Lưu ý:", e.Note)
	}
}

// judgement writes the tree.
func (s *screen) judgement(n asking.Node, indent int) {
	pad := strings.Repeat(" ", indent)
	s.Line("%sKết quả: %s%s", pad, s.outcome(n.Outcome), command.InBrackets(n.OnlyIf))
	for _, f := range n.Facts {
		in := indent + 2*f.Within
		switch {
		case f.Name == "":
			s.Item(in, "-", f.Text)
		case f.Outcome != "":
			s.Item(in, f.Name+":", f.Text+" - "+s.outcome(f.Outcome))
		case f.Status != "" && !f.Status.Sure():
			s.Line("%s%s: %s", strings.Repeat(" ", in), f.Name, s.Unknown("%s", f.Text))
		case f.Status != "":
			s.Line("%s%s: %s", strings.Repeat(" ", in), f.Name, f.Text)
		default:
			s.Item(in, f.Name+":", f.Text)
		}
	}
	for i, part := range n.Parts {
		s.Line("%s  Phần %d", pad, i+1)
		s.judgement(part, indent+4)
	}
}
