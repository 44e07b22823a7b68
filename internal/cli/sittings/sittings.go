// Package sittings is the commands about a council that sits: it is opened, dossiers come before it,
// who attends is written down, ballots are given out and counted once, minutes are written.
package sittings

import (
	"context"
	"fmt"

	"ntm/internal/cli/command"
	"ntm/internal/council"
	"ntm/internal/office/sitting"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// NewCouncil is the command with all others about a sitting below it.
func NewCouncil(w command.World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "council [lệnh]",
		Aliases: []string{"hoi-dong"},
		Short:   "Hội đồng thẩm định: lập, đưa xã vào đợt, phát và kiểm phiếu, biên bản",
		Long: `Hội đồng thẩm định của một đợt, theo thứ tự:

  1. open     lập hội đồng với danh sách thành viên; --waiting đưa luôn các hồ sơ đang chờ vào đợt
  2. batch    đưa các hồ sơ đã trình vào đợt
  3. attend   ghi thành viên dự họp
  4. ballots  ghi phiếu kín cho từng thành viên, hoặc một tờ để giơ tay
  5. tally    thu phiếu, kiểm phiếu một lần cho cả kỳ họp; --dry-run để kiểm thử trước
  6. conclude ghi kết luận của chủ tịch hội đồng, khi tỷ lệ chưa chắc
  7. minutes  ghi biên bản

Bỏ phiếu kín: không ở đâu lưu phiếu nào của ai. Số phiếu rút ngẫu nhiên, không gắn với thành
viên; kho dữ liệu chỉ giữ tổng số phiếu của từng xã, ghi cùng một lúc.`,
		Example: `  ntm council open --name "Hội đồng thẩm định đợt 1" --level ntm --year 2023 --members thanh-vien.xlsx
  ntm council batch 2023-1 16492
  ntm council tally 2023-1`,
		Args: command.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newOpen(w), newList(w), newBatch(w), newAttend(w),
		newBallots(w), newTally(w),
		newConclude(w), newMinutes(w), newCancel(w))
	return cmd
}

// ofCouncil names a council of the store.
type ofCouncil struct {
	command.Stored
	command.Acting
	id       string
	province string
	day      command.DateFlag
	json     bool
	acts     bool // the command writes something down
}

// dayFlag asks for the day of an act, which may be before the day it is written down.
func (o *ofCouncil) dayFlag(f *pflag.FlagSet) {
	f.Var(&o.day, "date", "`NGÀY` của việc này, nếu không phải hôm nay")
}

// actFlag asks for who acts, and has the command learn it.
func (o *ofCouncil) actFlag(f *pflag.FlagSet) {
	o.acts = true
	o.AsFlag(f)
}

func (o *ofCouncil) flags(f *pflag.FlagSet) {
	f.StringVar(&o.province, "province", "", "`TỈNH`, khi kho có hội đồng trùng mã của nhiều tỉnh")
	f.BoolVar(&o.json, "json", false, "in kết quả dạng JSON")
	o.StoreFlag(f)
}

type openOptions struct {
	ofCouncil
	command.Packs
	sitting.Opening
	level            command.LevelFlag
	quorum, proposal shareFlag
	waiting          bool // all dossiers that stand ready for it come before it
}

func newOpen(w command.World) *cobra.Command {
	var opts openOptions
	cmd := &cobra.Command{
		Use:     "open [tùy chọn]",
		Aliases: []string{"lap"},
		Short:   "Lập hội đồng thẩm định của một đợt",
		Long: `Lập hội đồng thẩm định xét một mức của một năm. Danh sách thành viên lấy từ --members (bảng
.xlsx hoặc .csv có các cột Họ và tên, Cơ quan, Vai trò) hoặc ghi từng người bằng --member.
Vai trò: Chủ tịch, Phó Chủ tịch, Thư ký, Ủy viên (để trống là Ủy viên).

Tỷ lệ họp và tỷ lệ đề nghị công nhận lấy từ bộ thủ tục của năm xét. Cơ quan có quy chế riêng
thì ghi --quorum, --proposal kèm --rule-source nêu văn bản.`,
		Example: `  ntm council open --name "Hội đồng thẩm định đợt 1" --level kieu-mau --year 2023 ` +
			`--members thanh-vien.xlsx
  ntm council open --name "Hội đồng" --level ntm --year 2023 ` +
			`--member "Nguyễn Văn A; UBND tỉnh; Chủ tịch" ` +
			`--member "Trần Thị B; Sở Y tế" --member "Lê Văn C; Sở Tài chính"`,
		Args: command.Args(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opts.Making(cmd.Context(), w, func(st *store.Store) error { return opts.run(cmd.Context(), w, st) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.Like, "like", "", "họp lại: lấy tên, năm, mức, thành viên và quy chế của `HỘI_ĐỒNG` đã có")
	opts.dayFlag(f)
	f.BoolVar(&opts.waiting, "waiting", false, "đưa luôn vào đợt mọi hồ sơ đang chờ hội đồng, đúng tỉnh, năm và mức")
	f.StringVar(&opts.id, "id", "", "`MÃ` hội đồng; không ghi thì là năm và số thứ tự, ví dụ 2023-1")
	f.StringVar(&opts.Name, "name", "", "`TÊN` hội đồng")
	f.Var(&opts.level, "level", "xét công nhận `MỨC`: ntm, nang-cao hoặc kieu-mau")
	f.IntVar(&opts.Year, "year", 0, "`NĂM` xét công nhận")
	f.StringVar(&opts.MembersFile, "members", "", "danh sách thành viên trong `TỆP` .xlsx hoặc .csv")
	f.StringArrayVar(&opts.Members, "member", nil, "một `THÀNH_VIÊN`: \"họ tên; cơ quan; vai trò\"; dùng nhiều lần")
	f.Var(&opts.quorum, "quorum", "`TỶ_LỆ` thành viên có mặt ít nhất để họp (%)")
	f.Var(&opts.proposal, "proposal", "`TỶ_LỆ` đồng ý ít nhất trên số có mặt để đề nghị công nhận (%)")
	f.StringVar(&opts.Source, "rule-source", "", "`VĂN_BẢN` quy định hai tỷ lệ trên")
	opts.flags(f)
	opts.AsFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *openOptions) run(ctx context.Context, w command.World, st *store.Store) error {
	if o.json && o.waiting {
		return command.Usage("--json không dùng cùng --waiting",
			"lập hội đồng trước, rồi: ntm council batch HỘI_ĐỒNG --waiting")
	}
	by, err := o.By(w)
	if err != nil {
		return err
	}
	if o.Lib, err = o.Load(w); err != nil {
		return err
	}
	o.Store, o.ID, o.Province, o.Day = st, o.id, o.province, o.day.Date
	o.Level, o.Quorum, o.Proposal = o.level.Level, o.quorum.Decimal, o.proposal.Decimal
	c, err := o.Open(ctx, by)
	if err != nil {
		return err
	}
	if o.json {
		return command.PrintJSON(w.Stdout, c)
	}
	view := term.NewScreen(w.Terminal)
	command.NationOnly(view, o.Lib.NationOnly)
	view.Line("%s hội đồng %s: %s", view.Good("Đã lập"), c.ID, c.Name)
	rules(view, c)
	if !c.Rules.Quorum.Sure() || !c.Rules.Proposal.Sure() {
		command.Notes(w, problem.List{{Message: "tỷ lệ chưa chắc thì chương trình không tự kết luận; cơ quan có " +
			"quy chế thì hủy (ntm council cancel) và lập lại kèm --quorum, --proposal, --rule-source"}})
	}
	if view.Err != nil || !o.waiting {
		return view.Err
	}
	s, err := sitting.Find(ctx, st, o.Province, c.ID)
	if err != nil {
		return err
	}
	s.Day = o.day.Date
	first := batchOptions{ofCouncil: o.ofCouncil, waiting: true}
	return first.batch(ctx, w, st, s, by)
}

func rules(s *term.Screen, c *council.Council) {
	s.Line("  %s, xét xã %s năm %d, %d thành viên", c.Province, c.Level.Title(), c.Year, len(c.Members))
	for _, r := range []struct {
		name string
		rule council.Rule
	}{{"Có mặt ít nhất", c.Rules.Quorum}, {"Đồng ý ít nhất trên số có mặt", c.Rules.Proposal}} {
		if !r.rule.Value.IsPositive() {
			s.Item(2, r.name+":", s.Unknown("chưa biết, chủ tịch hội đồng kết luận"))
			continue
		}
		s.Item(2, r.name+":", fmt.Sprintf("%s %% (%s)", vi.Number(r.rule.Value),
			vi.Join("; ", r.rule.Status.Title(), r.rule.Source)))
	}
}

// find is the council that was named.
func (o *ofCouncil) find(ctx context.Context, st *store.Store) (*sitting.Sitting, error) {
	s, err := sitting.Find(ctx, st, o.province, o.id)
	if err == nil {
		s.Day = o.day.Date
	}
	return s, err
}
