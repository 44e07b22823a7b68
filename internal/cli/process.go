package cli

import (
	"context"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/cli/many"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// stepOptions are the choices of all steps; each step has some of them as flags.
type stepOptions struct {
	command.OfCommune
	command.Acting
	many.Chosen
	display
	level      command.LevelFlag
	note       string
	reasons    []string
	department string
	on         string
	result     string
	day        command.DateFlag
	decision   string
	from       string
	sheet      string
	blank      string
	takeUp     bool
}

// grounds are why a step is taken although the assessment is not eligible beyond doubt.
func (o *stepOptions) grounds() docket.Grounds {
	return docket.Grounds{Reason: vi.NFC(strings.Join(o.reasons, "; "))}
}

func newProcess(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "process [lệnh]",
		Aliases: []string{"xu-ly"},
		Short:   "Đưa hồ sơ của xã qua các bước: nộp, trả lại, thẩm định, công nhận",
		Long: `Ghi từng bước xử lý hồ sơ của một xã: nộp, nhận thẩm định, trả lại kèm lý do, ý kiến của
từng cơ quan theo tiêu chí, trình hội đồng, rồi công nhận, không công nhận hoặc thu hồi.
Mỗi bước ghi rõ ai làm, lúc nào. Bước chưa đủ điều kiện được từ chối và nói rõ còn thiếu gì.

Tên người làm (--as) để ghi nhớ giữa đồng nghiệp; chương trình không kiểm tra danh tính.`,
		Example: `  ntm process submit 16492 --year 2023 --level kieu-mau
  ntm process submit --province "Thanh Hóa" --year 2023 --level ntm --take-up
  ntm process send-back 16492 --reason "10: thiếu xác nhận thu nhập"`,
		Args: command.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		newStep(w, "submit", "nop", "Nộp hồ sơ đề nghị công nhận một mức",
			`ntm process submit 16492 --year 2023 --level kieu-mau`,
			func(o *stepOptions, f *pflag.FlagSet) {
				o.levelTo(f)
				o.stepTo(f)
				f.BoolVar(&o.takeUp, "take-up", false, "nhận thẩm định luôn, trong cùng ngày nộp")
			},
			typed(docket.Submitted, func(o *stepOptions) any {
				return docket.SubmittedBody{Level: o.level.Level, Note: o.note, Grounds: o.grounds()}
			})),
		newStep(w, "take-up", "nhan", "Nhận hồ sơ đã nộp để thẩm định", `ntm process take-up 16492`,
			(*stepOptions).stepTo, noted(docket.TakenUp)),
		newStep(w, "send-back", "tra-lai", "Trả lại hồ sơ kèm lý do từng chỉ tiêu",
			`ntm process send-back 16492 --reason "10: thiếu xác nhận thu nhập" --reason "17.1: chưa có biên bản"`,
			func(o *stepOptions, f *pflag.FlagSet) {
				f.StringArrayVar(&o.reasons, "reason", nil, "`LÝ_DO`, ghi \"chỉ tiêu: lý do\" hoặc lý do chung; "+
					"dùng nhiều lần được")
				o.Flags(f)
				o.dayTo(f)
			},
			typed(docket.SentBack, func(o *stepOptions) any {
				return docket.SentBackBody{Reasons: office.ReasonsOf(o.reasons)}
			})),
		newOpinion(w),
		newRestoreReport(w),
		newStep(w, "ready", "trinh", "Trình hồ sơ đã đủ ý kiến ra hội đồng", `ntm process ready 16492`,
			(*stepOptions).stepTo, noted(docket.Readied)),
		newStep(w, "recognise", "cong-nhan", "Ghi quyết định công nhận",
			`ntm process recognise 16492 --level kieu-mau --decision "1234/QĐ-UBND" --date 20/12/2023`,
			(*stepOptions).decisionTo, decided(docket.Recognised)),
		newStep(w, "refuse", "khong-cong-nhan", "Ghi việc không công nhận kèm lý do",
			`ntm process refuse 16492 --level kieu-mau --reason "chưa đạt tỷ lệ phiếu"`,
			(*stepOptions).decisionTo, decided(docket.Refused)),
		newStep(w, "revoke", "thu-hoi", "Ghi quyết định thu hồi danh hiệu",
			`ntm process revoke 16492 --level kieu-mau --decision "99/QĐ-UBND" --date 01/03/2025`,
			(*stepOptions).decisionTo, decided(docket.Revoked)),
		newCorrect(w),
	)
	return cmd
}

func (o *stepOptions) levelTo(f *pflag.FlagSet) {
	f.Var(&o.level, "level", "`MỨC`: ntm, nang-cao hoặc kieu-mau")
}

func (o *stepOptions) noteTo(f *pflag.FlagSet) {
	f.StringVar(&o.note, "note", "", "`GHI_CHÚ`")
}

// dayTo asks for the day of a step, which may be before the day it is written down.
func (o *stepOptions) dayTo(f *pflag.FlagSet) {
	f.Var(&o.day, "date", "`NGÀY` của bước này, nếu không phải hôm nay")
}

// stepTo is what every step that leads on is asked.
func (o *stepOptions) stepTo(f *pflag.FlagSet) {
	o.Flags(f)
	o.noteTo(f)
	o.dayTo(f)
	f.StringArrayVar(&o.reasons, "reason", nil, "`LÝ_DO` đưa hồ sơ đi tiếp khi kết quả đánh giá chưa đủ điều "+
		"kiện hoặc còn là dự thảo")
}

func (o *stepOptions) decisionTo(f *pflag.FlagSet) {
	o.Flags(f)
	o.levelTo(f)
	f.StringVar(&o.decision, "decision", "", "`SỐ_QUYẾT_ĐỊNH`")
	f.Var(&o.day, "date", "`NGÀY` quyết định")
	f.StringArrayVar(&o.reasons, "reason", nil, "`LÝ_DO`")
}

// newCorrect is the command that takes back a step written down by mistake.
func newCorrect(w World) *cobra.Command {
	cmd := newStep(w, "correct", "dinh-chinh", "Đính chính: thôi tính bước ghi nhầm gần nhất của hồ sơ",
		`ntm process correct 16492 --year 2023 --reason "ghi sai số quyết định"`,
		func(o *stepOptions, f *pflag.FlagSet) {
			f.StringArrayVar(&o.reasons, "reason", nil, "`LÝ_DO` đính chính")
			o.dayTo(f)
		},
		func(ctx context.Context, st *store.Store, o *stepOptions) (docket.Kind, any, error) {
			body, err := office.CorrectionOf(ctx, st, o.Which, o.grounds().Reason)
			return docket.Corrected, body, err
		})
	cmd.Use, cmd.Args = "correct XÃ --reason LÝ_DO [tùy chọn]", command.Args("XÃ") // one at a time
	cmd.Long = `Thôi tính bước gần nhất của hồ sơ khi bước ấy ghi nhầm, ví dụ công nhận nhầm xã hoặc sai số
quyết định. Đây không phải thu hồi: hồ sơ trở lại như trước bước ghi nhầm, còn lịch sử giữ cả
hai việc. Ghi tiếp bước đúng sau đó.`
	return cmd
}
