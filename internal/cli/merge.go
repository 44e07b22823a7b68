package cli

import (
	"context"
	"fmt"

	"ntm/internal/cli/command"
	"ntm/internal/office/merging"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type mergeOptions struct {
	command.Packs
	command.Stored
	command.Acting
	merging.Merging
	display
	preview bool
}

func newMerge(w World) *cobra.Command {
	var opts mergeOptions
	cmd := &cobra.Command{
		Use:     "merge XÃ_MỚI [tùy chọn]",
		Aliases: []string{"sap-nhap"},
		Short:   "Lập hồ sơ của xã mới từ các xã sáp nhập",
		Long: `Lập hồ sơ khởi đầu của xã mới trong kho dữ liệu: danh hiệu xã mới giữ và mức phải phấn đấu theo
267/BNN-VPĐP, số liệu cộng từ các xã cũ khi cộng được (tử số và mẫu số, số đếm), còn lại để trống
kèm lý do. Thu nhập bình quân không bao giờ lấy trung bình.

Xã của cuộc sắp xếp ngày 1/7/2025 có sẵn danh sách xã cũ. Lần sáp nhập khác thì ghi từng xã cũ
bằng --from. Danh hiệu của xã cũ lấy từ kho dữ liệu; xã nào kho chưa biết thì ghi bằng --held,
nếu không mức của xã mới để chưa rõ. Nên xem trước bằng --preview.`,
		Example: `  ntm merge 30526 --preview
  ntm merge 30526 --held 30532=chua --held 30526=ntm
  ntm merge 16492 --year 2024 --from 16492 --from 16495`,
		Args: command.Args("XÃ_MỚI"),
		RunE: command.OnOne(&opts.Into, func(ctx context.Context) error {
			return opts.In(ctx, w, func(st *store.Store) error { return opts.run(ctx, w, st) })
		}),
	}
	f := cmd.Flags()
	f.StringArrayVar(&opts.From, "from", nil, "một `XÃ` cũ; dùng nhiều lần; không ghi thì theo bảng sắp xếp ngày "+
		"1/7/2025")
	f.StringArrayVar(&opts.Held, "held", nil, "danh hiệu của một xã cũ: `XÃ=MỨC`, MỨC là ntm, nang-cao, kieu-mau "+
		"hoặc chua; dùng nhiều lần")
	f.IntVar(&opts.Year, "year", 2025, "`NĂM` của hồ sơ xã mới")
	f.BoolVar(&opts.preview, "preview", false, "chỉ xem, không ghi vào kho dữ liệu")
	f.BoolVar(&opts.Force, "force", false, "thay cả báo cáo mà chính xã mới đã nộp")
	opts.jsonFlag(f)
	opts.StoreFlag(f)
	opts.AsFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *mergeOptions) run(ctx context.Context, w World, st *store.Store) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	if o.Lib, err = o.Load(w); err != nil {
		return err
	}
	o.Store = st
	plan, err := o.Plan(ctx)
	if err != nil {
		return err
	}
	if !o.preview {
		note, err := o.Write(ctx, by, w.Version, plan)
		command.Notes(w, note)
		if err != nil {
			return err
		}
	}
	return o.show(w, struct {
		Schema string `json:"schema"`
		*merging.Merged
	}{"ntm.merge.v1", plan}, func(s *screen) { s.merged(plan, o.preview) })
}

func (s *screen) merged(v *merging.Merged, preview bool) {
	s.Line("%s", s.Strong("%s, năm %d", vi.Capital(v.Title), v.Year))
	for _, p := range v.Parts {
		title := s.Unknown("chưa biết danh hiệu")
		switch {
		case p.Known && p.Level == "":
			title = "chưa có danh hiệu"
		case p.Known:
			title = "xã " + p.Level.Title()
		}
		report := "chưa có báo cáo trong kho"
		if p.ReportOf > 0 {
			report = fmt.Sprintf("báo cáo năm %d", p.ReportOf)
		}
		s.Item(2, "-", vi.Join(" ", p.Title, p.Code)+": "+title+"; "+report)
	}
	s.Item(0, "Mức khởi đầu:", v.Start.Words+" ("+v.Start.Source+")")
	s.Line("Số liệu cộng được: %d; để trống: %d.", len(v.Summed), len(v.Open))
	var by command.Grouped[string]
	for _, open := range v.Open {
		by.Add(open.Reason, open.Name)
	}
	for _, reason := range by.Names {
		s.Item(2, "-", vi.Capital(reason)+": "+fewFigures(by.Members[reason]))
	}
	if preview {
		s.Line("Chưa ghi gì vào kho dữ liệu; bỏ --preview để ghi.")
	} else {
		s.Line("Đã ghi hồ sơ xã mới vào kho dữ liệu; xem: %s", term.CommandLine("show", v.Commune))
	}
}
