package cli

import (
	"context"
	"fmt"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/cli/many"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/outlook"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type gapOptions struct {
	many.Asked
	level command.LevelsFlag
	short int
}

func newGap(w World) *cobra.Command {
	var opts gapOptions
	cmd := &cobra.Command{
		Use:     "gap TỆP… [tùy chọn]",
		Aliases: []string{"con-thieu"},
		Short:   "Xã còn thiếu gì để đạt từng mức, việc gần đạt nhất xếp trước",
		Long: `Nêu những gì còn ngăn xã đạt từng mức: chỉ tiêu và điều kiện chưa đạt (còn thiếu
bao nhiêu, gần ngưỡng nhất xếp trước), số liệu chưa báo cáo và cơ quan xác nhận,
ngưỡng chưa nhập, mức phải đạt trước, số liệu không hợp lý, minh chứng còn nợ.

Thay cho TỆP có thể ghi mã hoặc tên một xã đã nhập vào kho dữ liệu.

Hỏi nhiều xã (nhiều tệp, thư mục, bảng tổng hợp kèm -o, hoặc --province và --year cho kho dữ
liệu): bao nhiêu xã còn thiếu mấy nội dung, xã nào chưa đạt nhiều nhất --short nội dung và còn
thiếu bao nhiêu, chỉ tiêu nào nhiều xã chưa đạt nhất. Nội dung chưa rõ được đếm riêng, không
tính là đạt hay chưa đạt.`,
		Example: `  ntm gap bao-cao.yaml
  ntm gap bao-cao.yaml --level nang-cao
  ntm gap --province "Thanh Hóa" --year 2023 --level ntm --short 1
  ntm gap cac-xa -o con-thieu.xlsx`,
		Args: func(cmd *cobra.Command, given []string) error {
			if opts.Many(given) {
				return nil
			}
			return command.Args("TỆP")(cmd, given)
		},
		RunE: command.OnAll(&opts.Given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", levelUsage)
	f.IntVar(&opts.short, "short", 1, "khi hỏi nhiều xã: kê các xã chưa đạt nhiều nhất `SỐ` nội dung")
	opts.Flags(f, fullUsage)
	opts.SheetFlags(f)
	return cmd
}

func (o *gapOptions) run(ctx context.Context, w World) error {
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	if o.Many(o.Given) {
		return o.Gaps(ctx, w, lib, o.level.Level, o.short)
	}
	file := o.Given[0]
	a, err := o.One(ctx, w, lib, file)
	if err != nil {
		return err
	}
	if a, err = office.AtLevel(file, a, o.level.For(o.JSON)); err != nil {
		return err
	}
	short := outlook.ShortfallOf(a)
	return (&display{o.JSON, o.Full}).show(w, short, func(s *screen) { s.shortfall(a, short) })
}

// shortfall writes what each level lacks, the verdicts first. In full it names each figure
// and threshold.
func (s *screen) shortfall(a *assess.Assessment, short *outlook.Shortfall) {
	for i := range short.Levels {
		command.Lacks(s.Screen, short.Levels[i].Lack)
	}
	s.nationOnly(short.NationOnly)
	s.Line("%s, năm %d", s.Strong("%s", vi.Capital(short.Commune.Title())), short.Year)
	s.Line("")
	s.verdicts(a.Brief().Levels)
	missing := false
	for i := range short.Levels {
		l := &short.Levels[i]
		missing = missing || len(l.NoThreshold)+len(l.Open) > 0
		s.Line("")
		s.lacking(&a.Levels[i], l)
	}
	s.Line("")
	if missing {
		s.Line("%s", s.Faint("Nhập ngưỡng còn thiếu: ntm criteria export --help"))
	}
	s.Line("%s", s.Faint("Giải trình một chỉ tiêu: ntm explain TỆP MỨC/SỐ, ví dụ nang-cao/10"))
	if !s.full {
		s.Line("%s", s.Faint("Từng số liệu, ngưỡng còn thiếu: thêm --full"))
	}
}

// lacking writes what one level lacks.
func (s *screen) lacking(of *assess.Level, l *outlook.LevelShortfall) {
	s.concludes(l.Level, s.verdict(l.Verdict)+draft(l.Draft), l.FailsIf)
	if l.Nothing() {
		s.Item(2, "", "Về số liệu: không còn thiếu gì.")
	}
	if left := assess.Unsettled(*of); l.Draft {
		s.Item(2, s.Unknown("DỰ THẢO:"), left+"; khi đối chiếu, kết quả có thể khác.")
	}
	s.unmet(l.NotMet)
	if p := l.Prerequisite; p != nil {
		word := s.Unknown("chưa rõ")
		if p.Met != nil {
			word = s.Bad("chưa đạt")
		}
		s.Item(2, "Phải đạt trước:", fmt.Sprintf("%s - %s%s", p.Text, word, command.InBrackets(p.Basis)))
	}
	if len(l.Doubted) > 0 {
		s.Line("  %s (%d), cần sửa trước khi kết luận:", s.Bad("Số liệu không hợp lý"), len(l.Doubted))
	}
	for _, f := range l.Doubted {
		s.Item(4, "-", f.Message)
	}
	s.unreported(l.NoFigure)
	s.unset(l)
	s.unproven(l.Evidence)
}

func (s *screen) unmet(list []outlook.Unmet) {
	if len(list) == 0 {
		return
	}
	order := ""
	if len(list) > 1 && list[0].Distance != nil {
		order = ", gần ngưỡng nhất xếp trước"
	}
	s.Line("  %s (%d)%s:", s.Bad("Chưa đạt"), len(list), order)
	for i := range list {
		u := &list[i]
		s.Item(4, heading(u.No), u.Name+": "+u.Text())
	}
}

// heading is the label before a name that says the rest.
func heading(no string) string {
	if outlook.IsCondition(no) {
		return "Điều kiện:"
	}
	return no
}

// mostOwed is how many figures are named where not all is asked for.
const mostOwed = 12

// unreported lists the figures to report by who confirms them: these are the
// offices to ask.
func (s *screen) unreported(list []outlook.FigureOwed) {
	if len(list) == 0 {
		return
	}
	var by command.Grouped[string]
	for _, f := range list {
		by.Add(f.Figure.ConfirmedBy, fmt.Sprintf("%s: %s (%s)", outlook.Labels(f.For), f.Asked(), f.Figure.Unit))
	}
	s.Line("  %s (%d), theo cơ quan xác nhận:", s.Unknown("Chưa có số liệu"), len(list))
	if !s.full && len(list) > mostOwed {
		s.Item(4, "", vi.List("; ", by.Names, func(name string) string {
			return fmt.Sprintf("%s %d", name, len(by.Members[name]))
		}))
		return
	}
	for _, name := range by.Names {
		s.Line("    %s:", name)
		for _, member := range by.Members[name] {
			s.Item(6, "-", member)
		}
	}
}

// labels names a few indicators and conditions, and counts many where not everything is asked for.
func (s *screen) labels(nos []string) string {
	if len(nos) > fewNamed && !s.full {
		return fmt.Sprintf("%d chỉ tiêu, điều kiện", len(nos))
	}
	return outlook.Labels(nos)
}

// unset lists what nobody has entered of the standard, by who is to say it.
func (s *screen) unset(l *outlook.LevelShortfall) {
	var by command.Grouped[string]
	for _, t := range l.NoThreshold {
		by.Add(t.SetBy.Title(), t.No)
	}
	if len(by.Names) > 0 {
		s.Line("  %s (%d), cơ quan nhập từ quyết định của:", s.Unknown("Chưa có ngưỡng"), len(l.NoThreshold))
	}
	for _, name := range by.Names {
		s.Item(4, name+":", s.labels(by.Members[name]))
	}
	for _, text := range l.Open {
		s.Item(2, s.Unknown("Chưa kết luận được:"), text)
	}
}

// unproven lists what is met and not proven, by how far the proof has come.
func (s *screen) unproven(owed []outlook.EvidenceOwed) {
	nos, count := map[assess.Evidence][]string{}, map[assess.Evidence]int{}
	for _, e := range owed {
		count[e.Evidence]++
		nos[e.Evidence] = list.Once(nos[e.Evidence], e.For...)
	}
	for _, how := range []struct {
		evidence assess.Evidence
		words    string
	}{{assess.NoEvidence, "chưa kê tài liệu nào"}, {assess.Listed, "đã kê tài liệu, chưa có tệp"}} {
		if n := count[how.evidence]; n > 0 {
			s.Item(2, fmt.Sprintf("Đạt nhưng còn nợ minh chứng, %s (%d số liệu):", how.words, n),
				s.labels(nos[how.evidence]))
		}
	}
}
