package cli

import (
	"context"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type reviewOptions struct {
	command.Packs
	command.Stored
	file       string
	recognised command.LevelFlag
	all        bool
	province   string
	json       bool
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
		Args: command.AtMostOne("TỆP"),
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
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.CriteriaFlag(f)
	return cmd
}

func (o *reviewOptions) run(ctx context.Context, w World) error {
	title := o.recognised.Level
	if title == "" {
		return command.Usage("còn thiếu --recognised", "ví dụ: ntm review bao-cao.yaml --recognised ntm")
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	a, err := command.Judge(ctx, w, lib, o.file)
	if err != nil {
		return err
	}
	r, err := office.ReviewTitle(a, o.file, title)
	if err != nil {
		return err
	}
	if o.json {
		return command.PrintJSON(w.Stdout, r)
	}
	return newScreen(w).review(a, r)
}

func (s *screen) review(a *assess.Assessment, r *assess.Review) error {
	s.Line("%s, năm %d", s.Strong("%s", vi.Capital(a.Commune.Title())), a.Year)
	s.Line("Đã được công nhận: xã %s; xét theo bộ tiêu chí %s", r.Title.Title(), r.By.Title())
	word := s.risk(r.Risk)
	draft := ""
	if r.Draft {
		draft = " (dự thảo: còn ngưỡng chưa đối chiếu)"
	}
	s.Line("Kết luận: %s%s", word, draft)
	s.Line("  Không đạt: %d/%d tiêu chí = %s %%%s", len(r.Failed), r.Total, vi.Number(r.Share.Decimal),
		inBrackets(strings.Join(r.Failed, ", ")))
	if len(r.KeyFailed) > 0 {
		s.Line("  Trong đó tiêu chí phải xét riêng: %s", strings.Join(r.KeyFailed, ", "))
	}
	if len(r.Unchecked) > 0 {
		s.Line("  Chưa đạt nếu ngưỡng chưa đối chiếu là đúng: %d tiêu chí%s", len(r.Unchecked),
			inBrackets(strings.Join(r.Unchecked, ", ")))
	}
	if len(r.Unknown) > 0 {
		s.Line("  Chưa đủ căn cứ: %d tiêu chí%s", len(r.Unknown), inBrackets(strings.Join(r.Unknown, ", ")))
	}
	if r.Clause != "" {
		s.Item(2, "Theo quy định:", r.Clause)
	}
	s.Line("  Văn bản: %s; %s", r.Decision, r.Status.Title())
	return s.Err
}

func (s *screen) risk(r assess.Risk) string {
	word := strings.ToUpper(r.Word())
	switch r {
	case assess.AtRisk:
		return s.Bad("%s", word)
	case assess.Safe:
		return s.Good("%s", word)
	}
	return s.Unknown("%s", word)
}
