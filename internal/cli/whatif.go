package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/commune"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

type whatIfOptions struct {
	command.Packs
	file   string
	values []string
	level  command.LevelFlag
	json   bool
}

func newWhatIf(w World) *cobra.Command {
	var opts whatIfOptions
	cmd := &cobra.Command{
		Use:     "whatif TỆP MÃ=GIÁ_TRỊ… [tùy chọn]",
		Aliases: []string{"neu-nhu"},
		Short:   "Thử thay một vài số liệu: kết quả nào sẽ đổi",
		Long: `Đánh giá lại với số liệu giả định và cho biết kết quả nào sẽ đổi. Báo cáo giữ
nguyên, không ghi gì vào tệp. Giá trị ghi như trong báo cáo: một con số, hai số đếm
của tỷ lệ (31/2026), dat hoặc chua-dat, một xếp loại (kha). Ghi MÃ= và bỏ trống để
thử khi chưa có số liệu ấy. Xem các mã số liệu: ntm criteria figures`,
		Example: `  ntm whatif bao-cao.yaml income_per_capita=72
  ntm whatif bao-cao.yaml multidimensional_poverty_rate=31/2026 clean_landscape=dat
  ntm whatif bao-cao.yaml satisfaction_rate=94,5 --level kieu-mau`,
		Args: func(cmd *cobra.Command, given []string) error {
			if len(given) < 2 {
				return command.Args("TỆP", "MÃ=GIÁ_TRỊ")(cmd, given)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, given []string) error {
			opts.file, opts.values = given[0], given[1:]
			return opts.run(w)
		},
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", "chỉ xem một `MỨC`: ntm, nang-cao hoặc kieu-mau")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.CriteriaFlag(f)
	return cmd
}

func (o *whatIfOptions) run(w World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	supposed, said, err := suppositions(lib, o.values)
	if err != nil {
		return misuse{err}
	}
	before, err := command.Judge(w, lib, o.file)
	if err != nil {
		return err
	}
	in, err := assess.Prepare(lib, assess.Suppose(before.Report, supposed), w.Version)
	if err != nil {
		return err
	}
	after := assess.Assess(in)
	if before, err = office.AtLevel(o.file, before, o.level.Level); err != nil {
		return err
	}
	if after, err = office.AtLevel(o.file, after, o.level.Level); err != nil {
		return err
	}
	for _, how := range said {
		fmt.Fprintf(w.Stderr, "ntm: lưu ý: %s\n", how) //nolint:errcheck // nowhere left to say it
	}
	changed := assess.Compare(before, after, supposed)
	if o.json {
		return command.PrintJSON(w.Stdout, changed)
	}
	return newScreen(w).whatIf(changed)
}

// suppositions reads arguments like income_per_capita=72; the error is a
// problem.List. Said are sentences on values that have two readings.
func suppositions(lib *criteria.Library, given []string) (out []assess.Supposition, said []string, err error) {
	var problems problem.List
	for _, arg := range given {
		s, how, err := supposition(lib, arg)
		if err == nil && slices.ContainsFunc(out, func(o assess.Supposition) bool { return o.Entry == s.Entry }) {
			err = problem.Problem{Message: fmt.Sprintf("số liệu %s ghi hai lần", s.Entry.ID), Hint: "giữ một, bỏ một"}
		}
		if err != nil {
			problems = append(problems, problem.Of(err)...)
			continue
		}
		out = append(out, s)
		if how != "" {
			said = append(said, how)
		}
	}
	return out, said, problems.Err()
}

func supposition(lib *criteria.Library, arg string) (out assess.Supposition, said string, err error) {
	id, text, ok := strings.Cut(arg, "=")
	id = strings.TrimSpace(id)
	if !ok {
		return out, "", problem.Problem{Message: fmt.Sprintf("%q thiếu dấu =", arg),
			Hint: "viết MÃ=GIÁ_TRỊ, ví dụ income_per_capita=72"}
	}
	if out.Entry, ok = lib.Figures[id]; !ok {
		hint := "xem các mã số liệu: ntm criteria figures"
		ids := make([]string, len(lib.FigureList))
		for i, known := range lib.FigureList {
			ids[i] = known.ID
		}
		if near, found := vi.Nearest(id, ids); found {
			hint = fmt.Sprintf("có phải ý là %q?", near)
		}
		return out, "", problem.Problem{Message: fmt.Sprintf("không có số liệu nào mã %q", id), Hint: hint}
	}
	if strings.TrimSpace(text) == "" {
		return out, "", nil
	}
	if out.Figure, said, err = typedFigure(out.Entry, text); err != nil {
		p := problem.Of(err)[0]
		return out, "", problem.Problem{Message: fmt.Sprintf("%s (%s): %s", id, out.Entry.Name, p.Message),
			Hint: p.Hint}
	}
	if said != "" {
		said = id + ": " + said
	}
	return out, said, nil
}

// typedFigure reads a value as a person types it, in the way the figure's unit
// asks for.
func typedFigure(entry *criteria.Figure, text string) (f *commune.Figure, said string, err error) {
	f = &commune.Figure{ID: entry.ID}
	switch entry.Unit {
	case criteria.Declared:
		met, err := typed.YesNo(text)
		f.Measure = commune.Answer(met)
		return f, "", err
	case criteria.Grade:
		i := slices.IndexFunc(criteria.Grades, func(grade string) bool { return vi.Fold(grade) == vi.Fold(text) })
		if i < 0 {
			return nil, "", problem.Problem{Message: fmt.Sprintf("đọc thấy %q, ở đây cần một xếp loại", text),
				Hint: "ghi một trong: " + strings.Join(criteria.Grades, ", ")}
		}
		f.Measure = commune.Number{Decimal: decimal.NewFromInt(int64(i)), Word: criteria.Grades[i]}
		return f, "", nil
	case criteria.Percent:
		counts, said, err := typed.Fraction(text, typed.Meaning{Unit: entry.CountedIn})
		switch {
		case err != nil:
			return nil, "", err
		case counts == nil: // a rate in per cent
		case !counts.Denominator.IsPositive():
			return nil, "", problem.Problem{Message: fmt.Sprintf("đọc thấy %q, tổng số bằng 0", text),
				Hint: "ghi tổng số lớn hơn 0; để thử khi chưa có số liệu thì bỏ trống sau dấu ="}
		default:
			f.Measure = commune.Rate(*counts)
			return f, said, nil
		}
	}
	value, said, err := typed.Number(text, typed.Meaning{Unit: string(entry.Unit),
		Plausible: (*typed.Range)(entry.Plausible)})
	f.Measure = commune.Number{Decimal: value}
	return f, said, err
}
