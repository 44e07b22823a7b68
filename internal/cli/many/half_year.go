package many

import (
	"context"
	"fmt"
	"io"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/halfyear"
	"ntm/internal/list"
	"ntm/internal/office/across"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"

	"github.com/spf13/pflag"
)

// HalfYear is what is asked of a half-yearly report beside its year and province.
type HalfYear struct {
	Half                      int
	commune, previous, layout string
	layoutOut                 string
	level                     command.LevelFlag
}

// Flags asks for it.
func (h *HalfYear) Flags(f *pflag.FlagSet) {
	f.IntVar(&h.Half, "half-year", 0, "báo cáo kết quả của kỳ này: `KỲ` 1 là 6 tháng đầu năm, 2 là cả năm")
	f.StringVar(&h.commune, "commune", "", "với --half-year: báo cáo của `XÃ` này")
	f.Var(&h.level, "level", "với --half-year: `MỨC`, không ghi là ntm")
	f.StringVar(&h.previous, "previous", "", "với --half-year: giữ kế hoạch, ghi chú đã gõ trong báo cáo kỳ trước, "+
		"`TỆP.xlsx`")
	f.StringVar(&h.layout, "layout", "", "với --half-year: bảng, dòng, cột của cơ quan, `TỆP_BẢNG`")
	f.StringVar(&h.layoutOut, "layout-out", "", "ghi các bảng của chương trình ra `TỆP_BẢNG` .yaml để sửa")
}

// Asked tells that a half-yearly report, or its layout, is asked for.
func (h *HalfYear) Asked() bool {
	return h.Half != 0 || h.commune+h.previous+h.layout+h.layoutOut != "" || h.level.Level != ""
}

// Where is where the report comes from and goes to.
type Where struct {
	Stored      *command.Stored
	Province    string
	Year        int
	Out         string
	Force, JSON bool
	At          *command.AtFlag
}

// Run makes the report.
func (h *HalfYear) Run(ctx context.Context, w command.World, to Where) error {
	if h.layoutOut != "" {
		return h.writeLayout(w, to.Force)
	}
	switch {
	case h.Half != 1 && h.Half != 2:
		return command.Usage("còn thiếu --half-year 1 hoặc 2", "1 là 6 tháng đầu năm, 2 là cả năm")
	case h.commune != "" && to.Province != "":
		return command.Usage("vừa có --commune vừa có --province", "chọn báo cáo của xã, hoặc của tỉnh")
	}
	layout, err := halfyear.ReadLayout(h.layout)
	if err != nil {
		return err
	}
	if h.level.Level == "" {
		h.level.Level = criteria.NTM
	}
	return to.Stored.In(ctx, w, func(st *store.Store) error {
		ask := across.HalfYear{Store: st, Layout: layout, Period: halfyear.Period{Year: to.Year, Half: h.Half},
			Level: h.level.Level}
		r, aside, err := h.ask(ctx, w, &ask, to.Province)
		if err != nil {
			return err
		}
		if h.previous != "" {
			kept, lost, err := r.Keep(ctx, h.previous)
			if err != nil {
				return err
			}
			r.Notes = append(r.Notes, fmt.Sprintf("Giữ %d dòng kế hoạch, ghi chú đã gõ ở kỳ trước.", kept))
			command.Notes(w, list.Map(lost, func(line string) problem.Problem {
				return problem.Problem{File: h.previous,
					Message: "không còn dòng này, kế hoạch đã gõ không chuyển sang: " + line}
			}))
		}
		return h.show(w, r, aside, to)
	})
}

func (h *HalfYear) ask(ctx context.Context, w command.World, ask *across.HalfYear,
	province string) (r *halfyear.Report, aside across.Aside, err error) {
	if h.commune != "" {
		r, notes, err := ask.OfCommune(ctx, h.commune)
		command.Notes(w, notes)
		return r, aside, err
	}
	begin, end := command.Counting(w, "đã xem")
	defer end()
	r, aside, err = ask.OfProvince(ctx, province, func(n int) func() { return begin(n).Step })
	command.Notes(w, aside.Notes)
	return r, aside, err
}

func (h *HalfYear) writeLayout(w command.World, force bool) error {
	if err := command.NewFile(h.layoutOut, "--layout-out bang.yaml", ".yaml", force); err != nil {
		return err
	}
	if err := whole.Put(h.layoutOut, force, halfyear.Built); err != nil {
		return err
	}
	s := term.NewScreen(w.Terminal)
	s.Line("Đã ghi các bảng của báo cáo: %s. Sửa rồi dùng: ntm report --half-year 1 --layout %s", h.layoutOut,
		h.layoutOut)
	return s.Err
}

// show writes the report where it is asked for.
func (h *HalfYear) show(w command.World, r *halfyear.Report, aside across.Aside, to Where) error {
	if to.Out != "" {
		if err := whole.Write(to.Out, to.Force, func(out io.Writer) error {
			return r.Write(out, to.At.Or(w.Now()))
		}); err != nil {
			return err
		}
	}
	if to.JSON {
		return command.PrintJSON(w.Stdout, r)
	}
	s := screen{term.NewScreen(w.Terminal), false}
	s.halfYear(r)
	if len(aside.Unread) > 0 {
		s.aside(&aside, false)
	}
	if to.Out != "" {
		s.Line("Đã ghi báo cáo: %s", to.Out)
	}
	return s.Err
}

func (s *screen) halfYear(r *halfyear.Report) {
	s.Line("%s", s.Strong("%s, kỳ %d/%d, xã %s", vi.Capital(r.Of), r.Half, r.Year, r.Level.Title()))
	for _, says := range append([]string{r.Standing()}, r.Notes...) {
		s.Item(0, "", says)
	}
	for _, t := range r.Tables {
		s.Line("")
		s.Line("%s", s.Strong("%s", t.Title))
		for i := range t.Rows {
			row := &t.Rows[i]
			text := fmt.Sprintf("%s → %s", s.entry(row.Last), s.entry(row.Done))
			if row.Plan != "" {
				text += "; kế hoạch: " + row.Plan
			}
			if row.Note != "" {
				text += "; " + row.Note
			}
			s.Item(2, vi.Join(". ", row.No, vi.Short(row.Name, mostOfName))+":", text)
		}
	}
}

// entry is what a time says of a row, "–" for nothing.
func (s *screen) entry(e halfyear.Entry) string {
	text := e.Result
	if e.Count != nil {
		text = fmt.Sprintf("%d xã", *e.Count)
	}
	if e.Judged != "" {
		text = vi.Join(", ", text, vi.Lower(e.Judged.Word()))
	}
	if e.Unknown > 0 {
		text = vi.Join(", ", text, s.Unknown("%d xã chưa rõ", e.Unknown))
	}
	if text == "" {
		return "–"
	}
	return text
}
