package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/cli/many"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/papers"
	"ntm/internal/problem"
	"ntm/internal/provincial"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

type reportOptions struct {
	command.Packs
	command.Stored
	many.HalfYear
	display
	more     []string
	province string
	year     int
	out      string
	at       command.AtFlag
	force    bool
}

func newReport(w World) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:     "report [TỆP_KHO…] --year NĂM [tùy chọn]",
		Aliases: []string{"bao-cao"},
		Short:   "Báo cáo của tỉnh hoặc cả nước: số xã theo mức, tiêu chí khó, nguồn lực",
		Long: `Tổng hợp các xã trong kho dữ liệu của một năm: số xã theo mức và danh hiệu, số tiêu chí đạt
bình quân, phân bố, tiêu chí khó nhất, nguồn lực, từng huyện (hoặc từng tỉnh), thứ tự các xã
theo phần còn thiếu, so với năm trước. In ra màn hình; với -o ghi thêm ra tệp Excel.

Không ghi --province: cả nước. Ghi thêm các TỆP_KHO (kho hoặc tệp .ntm của các tỉnh) thì báo cáo
gộp các kho ấy; xã có ở nhiều kho chỉ tính một lần.

Với --half-year: báo cáo kết quả 6 tháng, cả năm của xã (--commune: từng tiêu chí, chỉ tiêu) hoặc của
tỉnh (số xã đạt từng tiêu chí, số xã theo số tiêu chí đạt): đến cuối năm trước, đã làm, kế hoạch. Kế
hoạch gõ vào tệp Excel; kỳ sau giữ lại bằng --previous. Bảng, dòng, cột sửa được: --layout-out,
--layout.`,
		Example: `  ntm report --province "Thanh Hóa" --year 2023
  ntm report --province "Thanh Hóa" --year 2023 -o bao-cao-tinh.xlsx
  ntm report thanh-hoa.ntm nghe-an.ntm --year 2023 -o ca-nuoc.xlsx
  ntm report --half-year 1 --year 2026 --commune 16492 -o 6-thang.xlsx
  ntm report --half-year 2 --year 2026 --province "Thanh Hóa" --previous 6-thang.xlsx -o ca-nam.xlsx`,
		RunE: command.OnAll(&opts.more, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.StringVar(&opts.province, "province", "", "chỉ `TỈNH` này; không ghi là cả nước")
	f.IntVar(&opts.year, "year", 0, "`NĂM` báo cáo")
	f.StringVarP(&opts.out, "output", "o", "", "ghi ra `TỆP.xlsx`")
	f.Var(&opts.at, "at", "`NGÀY` ghi trong báo cáo; không ghi thì là ngày chạy")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.jsonFlag(f)
	opts.Flags(f)
	opts.StoreFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *reportOptions) run(ctx context.Context, w World) error {
	if o.Asked() && o.year == 0 {
		o.year = w.Now().Year()
	}
	if err := o.check(); err != nil {
		return err
	}
	if o.Asked() {
		return o.Run(ctx, w, many.Where{Stored: &o.Stored, Province: o.province, Year: o.year, Out: o.out,
			Force: o.force, JSON: o.json, At: &o.at})
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	g := office.NewGathering(o.year)
	old, err := o.gather(ctx, w, g)
	if err != nil {
		return err
	}
	found, err := g.Summary(lib)
	if err != nil {
		return err
	}
	if o.out != "" {
		write := func(out io.Writer) error { return papers.WriteReport(out, found, o.at.Or(w.Now())) }
		if err := whole.Write(o.out, o.force, write); err != nil {
			return err
		}
	}
	if o.json {
		command.Notes(w, old)
	}
	return o.show(w, found, func(s *screen) {
		s.report(found)
		s.Notes(old)
		if o.out != "" {
			s.Line("")
			s.Line("Đã ghi báo cáo: %s", o.out)
		}
	})
}

// check refuses what cannot be reported, before anything is read.
func (o *reportOptions) check() error {
	switch {
	case o.year < 2000 || o.year > 2100:
		return command.Usage("còn thiếu --year", "ghi năm báo cáo, ví dụ: --year 2023")
	case len(o.more) > 0 && o.DB != "":
		return command.Usage("ghi các TỆP_KHO hoặc --db, không ghi cả hai",
			"ví dụ: ntm report thanh-hoa.ntm nghe-an.ntm --year 2023")
	case len(o.more) > 0 && o.Asked():
		return command.Usage("--half-year đọc một kho dữ liệu", "ghi kho bằng --db, không ghi TỆP_KHO")
	case o.out == "":
		return nil
	}
	return command.NewFile(o.out, "-o bao-cao-tinh.xlsx", ".xlsx", o.force)
}

// gather counts the year of a store, or of files, and gives what is to be said of it.
func (o *reportOptions) gather(ctx context.Context, w World, g *office.Gathering) (notes problem.List, err error) {
	if len(o.more) > 0 {
		return nil, g.AddFiles(ctx, o.more, o.province)
	}
	err = o.In(ctx, w, func(st *store.Store) error {
		if notes, err = office.Late(ctx, st); err != nil {
			return err
		}
		return st.Moment(ctx, func(st *store.Store) error {
			if err := g.Add(ctx, st, o.province); err != nil {
				return err
			}
			old, _, err := command.StaleAmong(ctx, w, st, &o.Packs, g.Counted, command.ChosenBy(o.province, o.year))
			notes = append(notes, old...)
			return err
		})
	})
	return notes, err
}

func (s *screen) report(r *provincial.Summary) {
	where := "Cả nước"
	if r.Scope.Province != "" {
		where = r.Scope.Province
	}
	listed := ""
	if r.Scope.Listed > 0 {
		listed = fmt.Sprintf(" trên %s xã trong danh mục", vi.Count(r.Scope.Listed))
	}
	s.Line("%s", s.Strong("%s, năm %d: %d xã có báo cáo%s", where, r.Scope.Year, r.Communes, listed))
	s.nationOnly(r.NationOnly.Words())
	s.Line("")
	table := widths{28, 8, 8, 9, 9}
	s.Line("%s", s.Strong("%s", table.row("Mức", "Số xã", "Đủ", "Chưa đủ", "Chưa rõ", "Tiêu chí bình quân")))
	drafts := 0
	for i := range r.Levels {
		l := &r.Levels[i]
		drafts += l.Drafts
		s.Line("%s", table.row("Xã "+l.Level.Title(), fmt.Sprint(l.Communes), s.Good("%d", l.Eligible),
			s.Bad("%d", l.NotEligible), s.Unknown("%d", l.Undetermined), vi.Number(l.Average())))
	}
	for _, t := range r.Titles {
		if t.Level != "" {
			s.Line("%s%d", term.Pad("Danh hiệu cao nhất: "+strings.ToLower(shortLevel[t.Level]), 36), t.Communes)
		}
	}
	if len(r.Revoked) > 0 {
		s.Item(0, s.Unknown("Tính đến hết năm %d, nay không còn:", r.Scope.Year), vi.List("; ", r.Revoked,
			provincial.RevokedTitle.Words))
	}
	if len(r.Declared) > 0 {
		s.Item(0, s.Unknown("Danh hiệu theo báo cáo khai:"), declaredWords(r.Declared)+
			"; kho dữ liệu chưa ghi quyết định, không tính vào các dòng trên.")
	}
	if drafts > 0 {
		s.Item(0, s.Unknown("DỰ THẢO:"),
			fmt.Sprintf("%d kết luận dựa trên ngưỡng chưa đối chiếu với quyết định hoặc chưa có.", drafts))
	}
	for i := range r.Levels {
		s.spread(&r.Levels[i])
	}
	s.capital(&r.Capital)
	s.beside(r.Before)
}

// spread says how the communes are spread over the criteria of a level, and which are hardest.
func (s *screen) spread(l *provincial.Level) {
	s.Line("")
	s.Line("%s", s.Strong("Xã %s", l.Level.Title()))
	bands := list.Map(l.Spread, func(b provincial.Spread) string {
		return fmt.Sprintf("%s: %d xã", bandWords(b), b.Communes)
	})
	s.Item(2, "Phân bố:", strings.Join(bands, "; "))
	const most = 5
	for _, h := range l.Hardest[:min(len(l.Hardest), most)] {
		s.Item(2, "Tiêu chí "+h.No, fmt.Sprintf("%s: %d xã chưa đạt, %d xã chưa rõ", h.Name, h.NotMet, h.Unknown))
	}
}

// capital sums the resources that the communes reported.
func (s *screen) capital(c *provincial.Capital) {
	if c.Communes > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Nguồn lực: %s triệu đồng, %d xã có báo cáo", c.Bound.Of(vi.Number(c.Total)), c.Communes))
		for _, one := range c.Sources {
			s.Item(2, one.Source.Title()+":", one.Bound.Of(vi.Number(one.Value)))
		}
		s.Item(2, "", c.Unsure())
	}
}

// beside holds the year against the one before it.
func (s *screen) beside(b *provincial.Comparison) {
	if b != nil {
		s.Line("")
		s.Line("%s", s.Strong("So với năm %d (%d xã có cả hai năm)", b.Year, b.Both))
		for _, l := range b.Levels {
			text := ""
			if l.Communes > 0 {
				text = fmt.Sprintf("đủ điều kiện %d → %d (thêm %d, mất %d)", l.EligibleWas, l.EligibleIs, l.Gained,
					l.Lost)
			}
			s.Item(2, "Xã "+l.Level.Title()+":", vi.Join("; ", text, l.Apart()))
		}
	}
}

func bandWords(b provincial.Spread) string {
	switch b.From {
	case b.To:
		return fmt.Sprintf("%d/%d", b.From, b.Total)
	case 0:
		return fmt.Sprintf("dưới %d", b.To+1)
	}
	return fmt.Sprintf("%d–%d", b.From, b.To)
}
