package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/council"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

func newCouncil(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "council [lệnh]",
		Aliases: []string{"hoi-dong"},
		Short:   "Hội đồng thẩm định: lập, đưa xã vào đợt, phát và kiểm phiếu, biên bản",
		Long: `Hội đồng thẩm định của một đợt, theo thứ tự:

  1. open     lập hội đồng với danh sách thành viên
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
	cmd.AddCommand(newCouncilOpen(w), newCouncilList(w), newCouncilBatch(w), newCouncilAttend(w),
		newCouncilBallots(w), newCouncilTally(w),
		newCouncilConclude(w), newCouncilMinutes(w), newCouncilCancel(w))
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
}

// dayFlag asks for the day of an act, which may be before the day it is written down.
func (o *ofCouncil) dayFlag(f *pflag.FlagSet) {
	f.Var(&o.day, "date", "`NGÀY` của việc này, nếu không phải hôm nay")
}

func (o *ofCouncil) flags(f *pflag.FlagSet) {
	f.StringVar(&o.province, "province", "", "`TỈNH`, khi kho có hội đồng trùng mã của nhiều tỉnh")
	f.BoolVar(&o.json, "json", false, "in kết quả dạng JSON")
	o.StoreFlag(f)
}

type councilOpenOptions struct {
	ofCouncil
	command.Packs
	like             string
	name             string
	year             int
	level            command.LevelFlag
	members          string
	member           []string
	quorum, proposal shareFlag
	source           string
}

func newCouncilOpen(w World) *cobra.Command {
	var opts councilOpenOptions
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
	f.StringVar(&opts.like, "like", "", "họp lại: lấy tên, năm, mức, thành viên và quy chế của `HỘI_ĐỒNG` đã có")
	opts.dayFlag(f)
	f.StringVar(&opts.id, "id", "", "`MÃ` hội đồng; không ghi thì là năm và số thứ tự, ví dụ 2023-1")
	f.StringVar(&opts.name, "name", "", "`TÊN` hội đồng")
	f.Var(&opts.level, "level", "xét công nhận `MỨC`: ntm, nang-cao hoặc kieu-mau")
	f.IntVar(&opts.year, "year", 0, "`NĂM` xét công nhận")
	f.StringVar(&opts.members, "members", "", "danh sách thành viên trong `TỆP` .xlsx hoặc .csv")
	f.StringArrayVar(&opts.member, "member", nil, "một `THÀNH_VIÊN`: \"họ tên; cơ quan; vai trò\"; dùng nhiều lần")
	f.Var(&opts.quorum, "quorum", "`TỶ_LỆ` thành viên có mặt ít nhất để họp (%)")
	f.Var(&opts.proposal, "proposal", "`TỶ_LỆ` đồng ý ít nhất trên số có mặt để đề nghị công nhận (%)")
	f.StringVar(&opts.source, "rule-source", "", "`VĂN_BẢN` quy định hai tỷ lệ trên")
	opts.flags(f)
	opts.AsFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *councilOpenOptions) run(ctx context.Context, w World, st *store.Store) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	earlier, err := o.earlier(ctx, st)
	if err != nil {
		return err
	}
	if o.year < 2000 || o.year > 2100 {
		return command.Usage("còn thiếu --year", "ghi năm xét công nhận, ví dụ: --year 2023")
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	province, err := o.ofProvince(ctx, st)
	if err != nil {
		return err
	}
	c := council.Council{Name: vi.NFC(o.name), Year: o.year, Level: o.level.Level, Province: province.Title}
	if proc, ok := lib.Procedure(o.year); ok {
		c.Rules = council.RulesOf(&proc.SetProcedure)
	}
	if earlier != nil {
		c.Rules = earlier.Who.Rules
	}
	if err := o.rules(&c.Rules); err != nil {
		return err
	}
	if c.Members, err = o.listed(); err != nil {
		return err
	}
	if earlier != nil && len(c.Members) == 0 {
		c.Members = earlier.Who.Members
	}
	if err := c.Check(); err != nil {
		return err
	}
	for _, text := range []string{o.name, o.source} {
		if len([]rune(text)) > command.MostOfName || !office.Printable(text) {
			return command.Usage(fmt.Sprintf("nội dung bắt đầu bằng %q quá dài hoặc có ký tự không in được",
				shortened(strings.ToValidUTF8(text, "?"))), "gõ lại ngắn gọn")
		}
	}
	const mostOfID = 40
	if o.id != "" && (len(o.id) > mostOfID || vi.Slug(o.id) != strings.ToLower(o.id)) {
		return command.Usage(fmt.Sprintf("mã hội đồng %q không dùng được", shortened(o.id)),
			"mã chỉ gồm chữ không dấu, số và gạch nối, ví dụ: 2023-1")
	}
	if c.ID = o.id; c.ID == "" {
		if c.ID, err = office.NextID(ctx, st, province.Home, o.year); err != nil {
			return err
		}
	}
	if err := office.Open(ctx, st, province.Home, by, &c, o.day.Date); err != nil {
		return err
	}
	if o.json {
		return command.PrintJSON(w.Stdout, c)
	}
	view := newScreen(w)
	view.Line("%s hội đồng %s: %s", view.Good("Đã lập"), c.ID, c.Name)
	view.rules(&c)
	if !c.Rules.Quorum.Sure() || !c.Rules.Proposal.Sure() {
		command.Notes(w, problem.List{{Message: "tỷ lệ chưa chắc thì chương trình không tự kết luận; cơ quan có " +
			"quy chế thì hủy (ntm council cancel) và lập lại kèm --quorum, --proposal, --rule-source"}})
	}
	return view.Err
}

// earlier is the council that is to sit again, nil for none: what the command line does
// not say is as it was then.
func (o *councilOpenOptions) earlier(ctx context.Context, st *store.Store) (*office.Sitting, error) {
	if o.like == "" {
		return nil, nil
	}
	s, err := office.FindSitting(ctx, st, o.province, o.like)
	if err != nil {
		return nil, err
	}
	if o.name == "" {
		o.name = s.Who.Name
	}
	if o.year == 0 {
		o.year = s.Year
	}
	if o.level.Level == "" {
		o.level.Level = s.Level
	}
	if o.province == "" {
		if o.province = s.Who.Province; places.IsDeclared(s.Province) {
			o.province = s.Province
		}
	}
	return s, nil
}

// ofProvince is the province whose council it is: the one that was named, else the
// only one that the store has dossiers of in the council's year.
func (o *councilOpenOptions) ofProvince(ctx context.Context, st *store.Store) (places.Province, error) {
	if o.province != "" {
		return office.StoredProvince(ctx, st, o.province)
	}
	found, err := st.Dossiers(ctx, store.Filter{Year: o.year})
	if err != nil {
		return places.Province{}, err
	}
	var names []string
	for _, d := range found {
		name := d.Place.Province
		if o.year >= 2025 && !places.IsDeclared(d.Province) {
			name = d.Province // papers of before the reform are now the new province's
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) != 1 {
		return places.Province{}, command.Usage(fmt.Sprintf("kho dữ liệu có hồ sơ năm %d của %d tỉnh", o.year,
			len(names)), "ghi rõ tỉnh bằng --province")
	}
	return office.StoredProvince(ctx, st, names[0])
}

// rules puts the office's own shares in the place of the procedure's.
func (o *councilOpenOptions) rules(r *council.Rules) error {
	for _, own := range []struct {
		flag *shareFlag
		rule *council.Rule
	}{{&o.quorum, &r.Quorum}, {&o.proposal, &r.Proposal}} {
		if !own.flag.IsPositive() {
			continue
		}
		if o.source == "" {
			return command.Usage("còn thiếu --rule-source", "ghi văn bản quy định tỷ lệ, để biên bản nêu được căn cứ")
		}
		*own.rule = council.Rule{Value: own.flag.Decimal, Status: criteria.Confirmed, Source: vi.NFC(o.source)}
	}
	return nil
}

func (s *screen) rules(c *council.Council) {
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
			strings.Join(vi.NonEmpty(r.rule.Status.Title(), r.rule.Source), "; ")))
	}
}

// find is the council that was named.
func (o *ofCouncil) find(ctx context.Context, st *store.Store) (*office.Sitting, error) {
	s, err := office.FindSitting(ctx, st, o.province, o.id)
	if err == nil {
		s.Day = o.day.Date
	}
	return s, err
}
