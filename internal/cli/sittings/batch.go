package sittings

import (
	"context"
	"errors"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office/sitting"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"

	"github.com/spf13/cobra"
)

// batchOptions say which dossiers come before a council, or no longer do.
type batchOptions struct {
	ofCouncil
	names, reasons []string
	waiting        bool // all that stand ready for it
	remove         bool
}

func newBatch(w command.World) *cobra.Command {
	var opts batchOptions
	cmd := newSitting(w, "batch HỘI_ĐỒNG XÃ… [tùy chọn]", "dua-vao-dot", "Đưa hồ sơ đã trình vào đợt của hội đồng",
		"Đưa hồ sơ của các xã vào đợt. Hồ sơ phải ở bước chờ hội đồng, đúng năm và mức mà hội đồng xét; --waiting\n"+
			"đưa vào mọi hồ sơ như vậy. Đã phát phiếu thì danh sách xã không đổi được nữa.",
		"  ntm council batch 2023-1 16492\n  ntm council batch 2023-1 --waiting\n"+
			"  ntm council batch 2023-1 16492 --remove",
		func(_ *ofCouncil, words []string) error {
			switch opts.names = words; {
			case opts.waiting && opts.remove:
				return command.Usage("--waiting chỉ để đưa vào đợt", "đưa ra khỏi đợt thì ghi tên các xã")
			case opts.waiting && len(words) > 0:
				return command.Usage("vừa ghi tên xã vừa có --waiting", "chọn một cách: tên xã, hoặc --waiting")
			case !opts.waiting && len(words) == 0:
				return command.Usage("còn thiếu XÃ", "ghi mã hoặc tên các xã, ví dụ: ntm council batch 2023-1 16492; "+
					"hoặc --waiting cho mọi hồ sơ đang chờ hội đồng")
			}
			return nil
		}, &opts.ofCouncil, func(ctx context.Context, st *store.Store, s *sitting.Sitting, by string) error {
			return opts.batch(ctx, w, st, s, by)
		})
	f := cmd.Flags()
	f.BoolVar(&opts.waiting, "waiting", false, "đưa vào đợt mọi hồ sơ đang chờ hội đồng, đúng tỉnh, năm và mức")
	f.BoolVar(&opts.remove, "remove", false, "đưa ra khỏi đợt")
	f.StringArrayVar(&opts.reasons, "reason", nil, "`LÝ_DO` đưa vào đợt khi kết quả đánh giá đã khác và "+
		"chưa đủ điều kiện")
	opts.dayFlag(f)
	opts.actFlag(f)
	return cmd
}

// batch puts them into the batch or takes them out, and shows each.
func (o *batchOptions) batch(ctx context.Context, w command.World, st *store.Store, s *sitting.Sitting,
	by string) error {
	view := term.NewScreen(w.Terminal)
	day := w.Now()
	if !s.Day.IsZero() {
		day = s.Day.Time
	}
	if o.waiting {
		found, err := s.Waiting(ctx, st, day)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			view.Line("Chưa có hồ sơ nào chờ hội đồng %s.", s.ID)
		}
		o.names = list.Map(found, func(d *docket.Dossier) string { return d.Commune })
	}
	word := "Đã đưa vào đợt"
	if o.remove {
		word = "Đã đưa ra khỏi đợt"
	}
	var wrong problem.List
	var batched []*docket.Dossier
	for _, name := range o.names {
		d, err := s.Batch(ctx, st, by, name, day, o.remove, strings.Join(o.reasons, "; "))
		if err != nil {
			wrong = append(wrong, problem.Of(err)...)
			continue
		}
		view.Line("%s %s: %s", view.Good("%s", word), s.ID, d.Place.Title)
		command.VerdictUnder(view, d)
		batched = append(batched, d)
	}
	old, _, err := command.StaleAmong(ctx, w, st, new(command.Packs), batched, command.ChosenBy("", s.Year))
	if err != nil {
		return err
	}
	view.Notes(old)
	return errors.Join(view.Err, wrong.Err())
}
