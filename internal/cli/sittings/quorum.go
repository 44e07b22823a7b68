package sittings

import (
	"context"
	"fmt"

	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/sitting"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

// mayTheySit says whether there are enough members, as far as that is known, and who
// presides where the chairman is away.
func mayTheySit(s *term.Screen, of *sitting.Sitting) {
	holds, head, words := of.Enough()
	paint := s.Unknown
	switch {
	case holds == nil && !of.Who.Rules.Quorum.Value.IsPositive():
		words += ", ghi bằng ntm council conclude"
	case holds != nil && *holds:
		paint = s.Good
	case holds != nil:
		paint = s.Bad
	}
	s.Item(0, paint("%s", head), words)
	if chair, presides := of.Chair(); chair != presides {
		if presides == "" {
			presides = "chưa có ai trong ban chủ tịch dự họp"
		}
		s.Item(0, s.Unknown("Chủ tịch hội đồng vắng:"), fmt.Sprintf("%s; người chủ trì: %s", chair, presides))
	}
}

// tryCount shows what a count would come to, and writes nothing down.
func (o *ofCouncil) tryCount(ctx context.Context, w command.World, s *sitting.Sitting, given []string) error {
	if len(given) == 0 {
		return command.Usage("còn thiếu TỆP", "ghi thư mục phiếu, ví dụ: ntm council tally "+s.ID+" phieu --dry-run")
	}
	files, lost := office.Inputs(given)
	if len(lost) > 0 {
		return lost
	}
	again, err := s.Tried(ctx, files)
	if err != nil {
		return err
	}
	if err := o.showTally(w, again); err != nil || o.json {
		return err
	}
	for _, paper := range again.Void {
		command.Notes(w, problem.List{{Message: "không hợp lệ: " + paper}})
	}
	command.Notes(w, problem.List{{Message: "kiểm thử: chưa ghi gì vào kho; bỏ --dry-run để ghi"}})
	return nil
}

// newConclude is the command that writes down what the chairman concluded.
func newConclude(w command.World) *cobra.Command {
	var opts ofCouncil
	var names []string
	var yes, no bool
	var paper, chair, note string
	cmd := newSitting(w, "conclude HỘI_ĐỒNG XÃ… --paper SỐ_VĂN_BẢN --yes|--no [tùy chọn]", "ket-luan",
		"Ghi kết luận của chủ tịch hội đồng khi tỷ lệ chưa chắc",
		`Khi tỷ lệ họp hoặc tỷ lệ đề nghị chưa chắc, chương trình không tự kết luận: chủ tịch hội đồng kết luận
từng xã, trên một văn bản (thông báo, biên bản có chữ ký). Không có kết luận ấy thì không ghi được quyết
định công nhận.`,
		"  ntm council conclude 2023-1 16492 --yes --paper \"15/TB-HĐTĐ\" --date 15/11/2023",
		func(_ *ofCouncil, words []string) error {
			switch names = words; {
			case len(names) == 0:
				return command.Usage("còn thiếu XÃ", "ghi mã hoặc tên các xã mà văn bản kết luận")
			case yes == no:
				return command.Usage("ghi một trong --yes, --no", "--yes: đề nghị công nhận; --no: không đề nghị")
			}
			return nil
		}, &opts, func(ctx context.Context, st *store.Store, s *sitting.Sitting, by string) error {
			if chair == "" {
				_, chair = s.Chair()
			}
			view := term.NewScreen(w.Terminal)
			var wrong problem.List
			for _, name := range names {
				d, err := s.Conclude(ctx, st, by, name, docket.Conclusion{Yes: yes, Chair: vi.NFC(chair),
					Paper: vi.NFC(paper), Note: vi.NFC(note)})
				if err != nil {
					wrong = append(wrong, problem.Of(err)...)
					continue
				}
				word := "không đề nghị công nhận"
				if yes {
					word = "đề nghị công nhận"
				}
				view.Line("%s %s: %s, %s", view.Good("Đã ghi kết luận của chủ tịch hội đồng:"), d.Place.Title, word,
					vi.Join(", ", chair, paper))
			}
			if view.Err != nil {
				return view.Err
			}
			return wrong.Err()
		})
	f := cmd.Flags()
	f.BoolVar(&yes, "yes", false, "đề nghị công nhận")
	f.BoolVar(&no, "no", false, "không đề nghị công nhận")
	f.StringVar(&paper, "paper", "", "`SỐ_VĂN_BẢN` ghi kết luận")
	f.StringVar(&chair, "chair", "", "`NGƯỜI` kết luận; không ghi thì là chủ tịch hội đồng, hoặc phó chủ tịch chủ trì")
	f.StringVar(&note, "note", "", "`GHI_CHÚ`")
	opts.dayFlag(f)
	opts.actFlag(f)
	return cmd
}
