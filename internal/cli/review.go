package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/outlook"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type reviewOptions struct {
	command.Packs
	command.Stored
	display
	file       string
	recognised command.LevelFlag
	all        bool
	province   string
}

func newReview(w World) *cobra.Command {
	var opts reviewOptions
	cmd := &cobra.Command{
		Use:     "review [TỆP] [tùy chọn]",
		Aliases: []string{"ra-soat"},
		Short:   "Rà soát xã đã được công nhận: số liệu mới có thuộc diện xét thu hồi không",
		Long: `Đối chiếu số liệu mới của một xã đã được công nhận với quy định thu hồi quyết định
công nhận. Xã nông thôn mới được xét theo bộ tiêu chí nông thôn mới; xã nâng cao và
kiểu mẫu được xét theo bộ tiêu chí nâng cao.

Với --all: rà soát mọi xã đang có danh hiệu trong kho dữ liệu, theo đánh giá mới nhất của
từng xã.`,
		Example: `  ntm review bao-cao.yaml --recognised nang-cao
  ntm review --all --province "Thanh Hóa"`,
		Args: command.AtMost(1),
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.file = strings.Join(given, "")
			switch {
			case opts.all == (opts.file != ""):
				return command.Usage("ghi TỆP báo cáo của một xã, hoặc --all cho mọi xã có danh hiệu trong kho",
					"ví dụ: ntm review --all")
			case opts.all:
				return opts.In(cmd.Context(), w, func(st *store.Store) error {
					return opts.everyTitle(cmd.Context(), w, st)
				})
			}
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.Var(&opts.recognised, "recognised", "`MỨC` xã đã được công nhận: ntm, nang-cao hoặc kieu-mau")
	f.BoolVar(&opts.all, "all", false, "mọi xã đang có danh hiệu trong kho dữ liệu")
	f.StringVar(&opts.province, "province", "", "với --all: chỉ `TỈNH` này")
	opts.StoreFlag(f)
	f.BoolVar(&opts.full, "full", false, "kê đủ: tiêu chí chưa đủ căn cứ; với --all: cả xã không thuộc diện")
	opts.jsonFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *reviewOptions) run(ctx context.Context, w World) error {
	title := o.recognised.Level
	if title == "" {
		return command.Usage("còn thiếu --recognised", "ví dụ: ntm review bao-cao.yaml --recognised ntm")
	}
	a, err := o.Assess(ctx, w, o.file)
	if err != nil {
		return err
	}
	r, err := office.ReviewTitle(a, o.file, title)
	if err != nil {
		return err
	}
	return o.show(w, r, func(s *screen) { s.review(a, r, o.file) })
}

// review shows what the new figures make of a title: the verdict in a table, then what
// fails, what is missing, what is next.
func (s *screen) review(a *assess.Assessment, r *outlook.Review, file string) {
	s.nationOnly(a.Criteria.NationOnly)
	s.Line("%s, năm %d", s.Strong("%s", vi.Capital(a.Commune.Title())), a.Year)
	s.Line("")
	table := widths{14, 38, 16}
	s.Line("%s", s.Strong("%s", table.row("Danh hiệu", "Kết luận", "Không đạt", "Chưa rõ")))
	s.Line("%s", table.row(shortLevel[r.Title], s.risk(r.Risk)+draft(r.Draft),
		fmt.Sprintf("%d/%d = %s %%", len(r.Failed), r.Total, vi.Number(r.Share.Decimal)),
		fmt.Sprint(len(r.Unchecked)+len(r.Unknown))))
	if r.Draft {
		s.Item(0, s.Unknown("DỰ THẢO:"), "còn ngưỡng chưa đối chiếu; khi đối chiếu, kết quả có thể khác.")
	}
	s.Item(0, "Xét theo bộ tiêu chí:", r.By.Title())
	s.criteriaOf(a, r, s.Bad("Không đạt"), r.Failed, true)
	s.criteriaOf(a, r, s.Unknown("Chưa đạt nếu ngưỡng chưa đối chiếu là đúng"), r.Unchecked, true)
	s.criteriaOf(a, r, s.Unknown("Chưa đủ căn cứ"), r.Unknown, s.full)
	if r.Clause != "" {
		s.Item(0, "Theo quy định:", r.Clause)
	}
	s.Item(0, "Văn bản:", fmt.Sprintf("%s; %s", r.Decision, r.Status.Title()))
	s.Line("")
	if len(r.Failed)+len(r.Unchecked)+len(r.Unknown) > 0 {
		s.Line("%s", s.Faint("Từng chỉ tiêu chưa đạt, còn thiếu: ntm gap %s --level %s", file, r.By))
	}
	if !s.full && len(r.Unknown) > 0 {
		s.Line("%s", s.Faint("Tiêu chí chưa đủ căn cứ: thêm --full"))
	}
}

// criteriaOf lists criteria by their names, or not named counts them.
func (s *screen) criteriaOf(a *assess.Assessment, r *outlook.Review, word string, nos []string, named bool) {
	if len(nos) == 0 {
		return
	}
	if !named {
		s.Line("%s: %d tiêu chí", word, len(nos))
		return
	}
	s.Line("%s (%d):", word, len(nos))
	names := map[string]string{}
	for i := range a.Levels {
		for k := range a.Levels[i].Criteria {
			if c := &a.Levels[i].Criteria[k]; a.Levels[i].Level == r.By {
				names[c.No] = c.Name
			}
		}
	}
	for _, no := range nos {
		text := names[no]
		if slices.Contains(r.KeyFailed, no) {
			text += " – " + s.Bad("phải xét riêng")
		}
		s.Item(2, no, text)
	}
}

func (s *screen) risk(r outlook.Risk) string {
	return s.loud(r.Word(), r == outlook.Safe, r == outlook.AtRisk)
}
