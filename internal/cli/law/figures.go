package law

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/cli/command"
	"ntm/internal/list"

	"github.com/spf13/cobra"
)

// figureShown is a figure, and who in a commune brings it.
type figureShown struct {
	*criteria.Figure
	Department *division.Department `json:"department"`
}

func newFigures(w command.World) *cobra.Command {
	var opts asked
	cmd := &cobra.Command{
		Use:     "figures [tùy chọn]",
		Aliases: []string{"so-lieu"},
		Short:   "Danh mục số liệu: mã, tên, đơn vị, cách tính, ngành và bộ phận xác nhận",
		Example: "  ntm criteria figures",
		Args:    command.Args(),
		RunE:    func(*cobra.Command, []string) error { return opts.figures(w) },
	}
	opts.flags(cmd.Flags())
	return cmd
}

func (o *asked) figures(w command.World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	brings := func(f *criteria.Figure) *division.Department { return lib.Division.Of(f.ID, f.ConfirmedBy) }
	if o.json {
		return command.PrintJSON(w.Stdout, struct {
			Schema  string        `json:"schema"`
			Figures []figureShown `json:"figures"`
		}{"ntm.figures.v1", list.Map(lib.FigureList,
			func(f *criteria.Figure) figureShown { return figureShown{f, brings(f)} })})
	}
	s := newScreen(w)
	uses := lib.Uses()
	for _, f := range lib.FigureList {
		s.Line("%s", s.Strong("%s", f.ID))
		if judged := uses[f.ID]; len(judged) > 0 {
			s.Item(2, "dùng ở:", strings.Join(judged, ", "))
		}
		s.Item(2, "", fmt.Sprintf("%s (%s)", f.Name, f.Unit))
		if f.LeavesOutOf != "" {
			s.Item(2, "không bắt buộc:", "chỉ để trừ khi tính "+f.LeavesOutOf+", nếu có quy định")
		}
		if f.Numerator != "" {
			s.Item(2, "cách tính:", fmt.Sprintf("%s / %s × 100, đếm theo %s", f.Numerator, f.Denominator, f.CountedIn))
		}
		if f.How != "" {
			s.Item(2, "quy định:", f.How)
		}
		for _, n := range f.ByYear {
			s.Item(2, fmt.Sprintf("năm %d-%d:", n.Years.From, n.Years.To), n.Text+" ["+n.Status.Title()+"]")
		}
		s.Item(2, "xác nhận:", f.ConfirmedBy)
		s.Item(2, "bộ phận ở xã:", brings(f).Name)
	}
	s.Line("%s", s.Strong("Các tờ riêng của biểu mẫu"))
	for _, sheet := range division.Sheets() {
		s.Item(2, sheet.Name+":", lib.Division.OfSheet(sheet.Name).Name)
	}
	return s.Err
}
