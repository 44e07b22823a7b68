package cli

import (
	"cmp"
	"context"
	"slices"

	"github.com/spf13/cobra"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/form"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
)

type checkOptions struct {
	command.Packs
	command.WideYear
	given []string
	level command.LevelFlag
	json  bool
}

func newCheck(w World) *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:     "check TỆP… [tùy chọn]",
		Aliases: []string{"kiem-tra"},
		Short:   "Kiểm tra báo cáo, biểu mẫu đã điền: lỗi, chỗ còn thiếu; không đánh giá",
		Long: `Đọc và kiểm tra báo cáo mà không đánh giá: nói hết mọi lỗi một lần, mỗi lỗi kèm
trang tính, ô và cách sửa; số liệu nào còn thiếu ở từng tiêu chí; số liệu nào cần
xem lại.

TỆP là biểu mẫu đã điền (.xlsx), báo cáo .yaml hoặc .json, hoặc bảng tổng hợp nhiều
xã (.xlsx, .csv, mỗi xã một dòng). Ghi được nhiều tệp và thư mục: mỗi xã một dòng
kết quả, rồi tổng kết; tệp lỗi không làm dừng các tệp khác.`,
		Example: `  ntm check bieu-mau-16492-2023.xlsx
  ntm check bieu-mau-16492-2023.xlsx --level nang-cao
  ntm check bao-cao-cac-xa
  ntm check tong-hop.xlsx --year 2023`,
		Args: command.AtLeastOne,
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.given = given
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", "chỉ tính đủ, thiếu đến `MỨC` này: ntm, nang-cao hoặc kieu-mau; không ghi: mức "+
		"của biểu mẫu")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.YearFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

// checked is what a check found in one report.
type checked struct {
	office.Item
	commune  places.Unit
	year     int
	coverage []form.Coverage
	findings []assess.Finding // never a verdict
	lacks    []criteria.Lack  // of the levels that were asked for
}

func (o *checkOptions) run(ctx context.Context, w World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	files, lost := office.Inputs(o.given)
	b := &office.Bulk{Lib: lib, Year: o.Year}
	look := func(i office.Item) checked { return o.look(b, i, w.Version) }
	if o.json {
		return printChecks(w, lost, func(take func(checked) error) error {
			return command.Each(ctx, b, w, files, look, func(_ World, c checked) error { return take(c) })
		})
	}
	sums, alone := tally{lost: lost}, len(files) == 1 && len(lost) == 0
	err = command.Each(ctx, b, w, files, look, func(w World, c checked) error {
		alone = alone && c.Row == 0 && !c.IsNotes()
		switch {
		case !alone:
			sums.add(&c.Item)
			return newScreen(w).checkedOf(&c)
		case c.Err != nil:
			return c.Err
		}
		return newScreen(w).checked(&c)
	})
	if err != nil || alone {
		return err
	}
	s := newScreen(w)
	s.Line("")
	s.summary(&sums)
	return cmp.Or(s.Err, sums.err())
}

// look finds how much a report that was read gives, and what in it is odd.
func (o *checkOptions) look(b *office.Bulk, i office.Item, version string) checked {
	c := checked{Item: i}
	if i.Reading == nil {
		return c
	}
	a, err := office.Judge(b, i.Reading.Report, version)
	if err == nil {
		c.coverage, err = b.Coverage(i.Reading.Report, a.Commune, cmp.Or(o.level.Level, i.Reading.Up, criteria.HienDai))
	}
	if err != nil {
		c.Err = problem.In(i.File, err)
		return c
	}
	c.commune, c.year, c.findings = a.Commune, a.Year, ofFigures(a.Findings)
	c.lacks = lacksOf(a)
	c.Reading.Report = nil // nobody needs it any more
	return c
}

// judging are the findings that only a verdict gives rise to.
var judging = []string{"later_document", "no_indicators", "no_procedure", "title_slipping"}

// ofFigures are the findings about what was entered.
func ofFigures(findings []assess.Finding) []assess.Finding {
	return slices.DeleteFunc(findings, func(f assess.Finding) bool { return slices.Contains(judging, f.Code) })
}
