package cli

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office/asking"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type explainOptions struct {
	command.Packs
	command.Converts
	command.OneAsked
	file, id string
	level    command.LevelFlag
	json     bool
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
	cmd.Flags().Var(&opts.level, "level", "chỉ tìm ở một `MỨC`: ntm, nang-cao hoặc kieu-mau")
	cmd.Flags().BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.YearFlag(cmd.Flags())
	opts.StoreFlag(cmd.Flags())
	opts.CriteriaFlag(cmd.Flags())
	opts.ConvertFlag(cmd.Flags())
	return cmd
}

func (o *explainOptions) run(ctx context.Context, w World) error {
	ctx = o.Converting(ctx)
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	a, err := o.One(ctx, w, lib, o.file)
	if err != nil {
		return err
	}
	all, err := asking.Explain(a, o.level.Level, o.id)
	if err != nil {
		return err
	}
	if o.json && len(all) > 1 {
		return asking.Ambiguous(o.id, all)
	}
	if o.json {
		return command.PrintJSON(w.Stdout, all[0])
	}
	s := newScreen(w)
	s.nationOnly(a.Criteria.NationOnly)
	for i, e := range all {
		if i > 0 {
			s.Line("")
		}
		s.explanation(a, e)
	}
	return s.Err
}

func (s *screen) explanation(a *assess.Assessment, e *asking.Explanation) {
	s.Line("%s", s.Strong("%s  %s", e.ID, e.Name))
	s.Line("%s, xã %s, năm %d", e.Criterion, e.Level.Title(), e.Year)
	s.Line("%s", vi.Capital(a.Commune.Title()))
	s.Line("")
	s.judgement(a, e.Judgement, 0)
	if e.Note != "" {
		s.Item(0, "Lưu ý:", e.Note)
	}
}

// judgement writes the tree: the outcome, then figure and threshold with
// everything behind them, or the parts.
func (s *screen) judgement(a *assess.Assessment, j *assess.Judgement, indent int) {
	pad := strings.Repeat(" ", indent)
	s.Line("%sKết quả: %s%s", pad, s.outcome(j.Outcome), onlyIf(j))
	if len(j.Parts) > 0 {
		how := "phải đạt tất cả các phần sau"
		switch need := j.Threshold.Need; {
		case need == 1:
			how = "chỉ cần đạt một trong các phần sau"
		case need < len(j.Parts):
			how = fmt.Sprintf("cần đạt ít nhất %d trong các phần sau", need)
		}
		s.Item(indent, "Yêu cầu:", fmt.Sprintf("%s (%s)", j.Threshold.Text(), how))
		for i := range j.Parts {
			s.Line("%s  Phần %d", pad, i+1)
			s.judgement(a, &j.Parts[i], indent+4)
		}
		return
	}
	if j.Threshold.Figure != nil { // parts of what does not apply were not judged
		s.figure(a, j, indent)
	}
	s.threshold(j.Threshold, indent)
	for _, other := range j.Columns {
		s.Item(indent, "Cột khác có thể áp dụng:", fmt.Sprintf("%s: %s - %s", other.Threshold.Basis.ColumnTitle,
			other.Threshold.Text(), s.outcome(other.Outcome)))
	}
	if j.Gap != nil {
		s.Item(indent, "Khoảng cách:", j.Gap.Text())
	}
}

// onlyIf says that a failure decides nothing until somebody has checked by what.
func onlyIf(j *assess.Judgement) string {
	if by := j.UncheckedBy(); by != "" {
		return fmt.Sprintf(" (nếu %s dưới đây, chưa đối chiếu, là đúng)", by)
	}
	return ""
}

func (s *screen) figure(a *assess.Assessment, j *assess.Judgement, indent int) {
	entry := j.Threshold.Figure
	f := j.Figure
	if f == nil {
		s.Item(indent, "Số liệu:", fmt.Sprintf("chưa có - %s (%s)", entry.Name, entry.ID))
	} else {
		s.Item(indent, "Số liệu:", fmt.Sprintf("%s, năm %d - %s (%s)", f.String(), f.Year, entry.Name, entry.ID))
	}
	if entry.Numerator != "" {
		s.Item(indent+2, "cách tính:", fmt.Sprintf("%s / %s × 100", entry.Numerator, entry.Denominator))
	}
	year := a.Year
	if f != nil {
		year = f.Year
	}
	if how := entry.HowIn(year); how != "" {
		s.Item(indent+2, "quy định:", how)
	}
	s.Item(indent+2, "xác nhận:", entry.ConfirmedBy)
	if f == nil {
		return
	}
	if f.LeftOut != nil && f.LeftOut.Applied {
		s.Item(indent+2, "quy tắc trừ:", f.LeftOut.Rule()+" - "+f.LeftOut.Basis.Authority())
		s.Item(indent+4, "nguồn:", f.LeftOut.Basis.Source)
	}
	if f.Note != "" {
		s.Item(indent+2, "ghi chú:", f.Note)
	}
	s.Item(indent+2, "minh chứng:", strings.ToLower(j.Evidence.Word()))
	for _, e := range a.Report.Evidence {
		for _, id := range f.Sources {
			if e.ID == id {
				s.Item(indent+4, "-", vi.Join(", ", e.Number, e.Date.Dated(), e.Issuer, e.Title, e.File))
			}
		}
	}
}

func (s *screen) threshold(t assess.Threshold, indent int) {
	b := t.Basis
	s.Item(indent, "Ngưỡng:", t.Text())
	if t.Value() != nil && t.Requirement.Text != "" && t.Requirement.Text != t.Text() {
		s.Item(indent+2, "tính từ:", t.Requirement.Text)
	}
	s.Item(indent+2, "văn bản:", b.Paper())
	s.Item(indent+2, "cột, năm:", fmt.Sprintf("%s, %d", b.ColumnTitle, b.Year))
	s.Item(indent+2, "cấp quy định:", b.Layer.Title())
	if b.LaxerBy != "" {
		s.Item(indent+2, "cho phép thấp hơn:", b.LaxerBy)
	}
	if r := t.Replaces(); r != nil {
		s.Item(indent+2, "thay cho:", r.Text+" ("+vi.Join(", ", r.Basis.Decision, r.Basis.Layer.Title(),
			r.Basis.Status.Title())+")")
	}
	status := b.Checked()
	if !b.Status.Sure() {
		status = s.Unknown("%s", status)
	}
	s.Line("%stình trạng: %s", strings.Repeat(" ", indent+2), status)
	s.Item(indent+2, "nguồn:", b.Source)
}
