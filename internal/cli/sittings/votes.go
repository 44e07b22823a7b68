package sittings

import (
	"context"
	"fmt"
	"io"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/sitting"
	"ntm/internal/papers"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

func newBallots(w command.World) *cobra.Command {
	var opts ofCouncil
	var out string
	var hands bool
	cmd := newSitting(w, "ballots HỘI_ĐỒNG -o THƯ_MỤC [tùy chọn]", "phieu", "Ghi phiếu biểu quyết cho kỳ họp",
		`Ghi mỗi thành viên có mặt một phiếu kín (.xlsx) vào thư mục, hoặc với --hands một tờ ghi kết quả
giơ tay. Các phiếu chỉ khác nhau ở số rút ngẫu nhiên; phát phiếu nào cho ai cũng được và không
ghi lại ở đâu. Phiếu chỉ ghi được một lần: danh sách xã của đợt từ đó không đổi.`,
		"  ntm council ballots 2023-1 -o phieu\n  ntm council ballots 2023-1 --hands -o gio-tay",
		func(*ofCouncil, []string) error {
			if out == "" {
				return command.Usage("còn thiếu -o", "ghi thư mục nhận phiếu, ví dụ: -o phieu")
			}
			return command.OutFolder(out, "các phiếu ghi vào một thư mục, ví dụ: -o phieu")
		}, &opts, func(ctx context.Context, st *store.Store, s *sitting.Sitting, by string) error {
			n, err := s.HandOut(ctx, st, by, hands, out, w.Now())
			if err != nil {
				return err
			}
			view := term.NewScreen(w.Terminal)
			view.Line("Đã ghi %d tệp vào %s cho %d xã, %d thành viên có mặt.", n, out, len(s.Cases), len(s.Present))
			mayTheySit(view, s)
			view.Item(0, "Điền xong, gom vào một thư mục và chạy:", term.CommandLine("council", "tally", s.ID, out))
			return view.Err
		})
	opts.dayFlag(cmd.Flags())
	cmd.Flags().StringVarP(&out, "output", "o", "", "ghi vào `THƯ_MỤC`; chưa có thì tạo")
	cmd.Flags().BoolVar(&hands, "hands", false, "biểu quyết giơ tay: ghi một tờ kết quả chung")
	opts.actFlag(cmd.Flags())
	return cmd
}

func newTally(w command.World) *cobra.Command {
	var opts ofCouncil
	var given []string
	var dry bool
	cmd := newSitting(w, "tally HỘI_ĐỒNG [TỆP…] [tùy chọn]", "kiem-phieu",
		"Kiểm phiếu cả kỳ họp, hoặc xem kết quả đã kiểm",
		`Có TỆP hoặc thư mục phiếu: thu và kiểm tất cả phiếu một lần, rồi ghi kết quả từng xã.
Phiếu không thuộc kỳ họp này, phiếu trùng, phiếu bị sửa ngoài các ô dành sẵn được nêu rõ, khi ấy
chưa kiểm gì. Kiểm xong không kiểm lại được: kiểm thử trước bằng --dry-run, không ghi gì.
Không ghi TỆP: xem kết quả đã kiểm.`,
		"  ntm council tally 2023-1 phieu --dry-run\n  ntm council tally 2023-1 phieu\n  ntm council tally 2023-1",
		func(_ *ofCouncil, words []string) error { given = words; return nil }, &opts,
		func(ctx context.Context, st *store.Store, s *sitting.Sitting, _ string) error {
			if dry {
				return opts.tryCount(ctx, w, s, given)
			}
			if len(given) > 0 {
				by, err := opts.By(w)
				if err != nil {
					return err
				}
				files, lost := office.Inputs(given)
				if len(lost) > 0 {
					return lost
				}
				if err := s.Count(ctx, st, by, files); err != nil {
					return err
				}
				if s, err = opts.find(ctx, st); err != nil {
					return err
				}
			}
			if err := opts.showTally(w, s); err != nil || len(given) == 0 || opts.json || !s.Secret {
				return err
			}
			command.Notes(w, problem.List{{Message: "đã kiểm xong: niêm phong hoặc hủy các tệp phiếu, vì Excel " +
				"có thể ghi tên máy người điền vào tệp"}})
			return nil
		})
	cmd.Flags().BoolVar(&dry, "dry-run", false, "kiểm thử: in kết quả sẽ ghi, không ghi gì")
	opts.dayFlag(cmd.Flags())
	opts.AsFlag(cmd.Flags())
	return cmd
}

func (o *ofCouncil) showTally(w command.World, s *sitting.Sitting) error {
	counted, all, err := s.Tallied()
	if err != nil {
		return err
	}
	if o.json {
		return command.PrintJSON(w.Stdout, struct {
			Schema  string            `json:"schema"`
			Council string            `json:"council"`
			Members int               `json:"members"`
			Present int               `json:"present"`
			Secret  bool              `json:"secret"`
			Out     int               `json:"out"`
			Back    int               `json:"back"`
			Results []sitting.Tallied `json:"results"`
		}{"ntm.tally.v1", s.ID, len(s.Who.Members), len(s.Present), counted.Secret, counted.Out, counted.Back,
			list.NonNil(all)})
	}
	view := term.NewScreen(w.Terminal)
	view.Line("%s", view.Strong("%s (%s)", s.Name, s.ID))
	rules(view, &s.Who)
	way := "phiếu kín"
	if !counted.Secret {
		way = "giơ tay"
	}
	view.Line("Có mặt %d/%d thành viên; biểu quyết %s: phát ra %d, thu về %d.", len(s.Present), len(s.Who.Members),
		way, counted.Out, counted.Back)
	mayTheySit(view, s)
	for i := range all {
		t := &all[i]
		word := view.Unknown("CHỦ TỊCH KẾT LUẬN")
		if t.Carried != nil {
			word = view.Bad("CHƯA ĐẠT")
			if *t.Carried {
				word = view.Good("ĐẠT")
			}
		}
		view.Item(0, fmt.Sprintf("%d.", i+1), fmt.Sprintf("%s: %s. %d đồng ý, %d không đồng ý, %d không hợp lệ. %s",
			vi.Capital(t.Title), word, t.For, t.Against, t.Invalid, t.Words))
		for _, reason := range t.Reasons {
			view.Item(4, "-", reason)
		}
	}
	return view.Err
}

func newMinutes(w command.World) *cobra.Command {
	var opts ofCouncil
	var out string
	var force bool
	var at command.AtFlag
	cmd := newSitting(w, "minutes HỘI_ĐỒNG -o TỆP.xlsx [tùy chọn]", "bien-ban", "Ghi biên bản họp, kiểm phiếu",
		"Ghi biên bản: thành viên dự họp, kết quả từng xã với tỷ lệ và kết luận, lý do không đồng ý, chỗ ký.",
		"  ntm council minutes 2023-1 -o bien-ban.xlsx",
		func(*ofCouncil, []string) error {
			return command.OutFile(out, "-o bien-ban.xlsx", ".xlsx")
		}, &opts, func(ctx context.Context, st *store.Store, s *sitting.Sitting, _ string) error {
			m, err := s.Minutes(ctx, st)
			if err != nil {
				return err
			}
			m.At = at.Or(m.At)
			write := func(to io.Writer) error { return papers.WriteMinutes(to, m) }
			if err := whole.Write(out, force, write); err != nil {
				return err
			}
			view := term.NewScreen(w.Terminal)
			view.Line("Đã ghi biên bản: %s", out)
			return view.Err
		})
	cmd.Flags().StringVarP(&out, "output", "o", "", "ghi ra `TỆP.xlsx`")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè tệp đã có")
	cmd.Flags().Var(&at, "at", "`NGÀY` ghi trong biên bản; không ghi thì là ngày kiểm phiếu")
	return cmd
}

func newCancel(w command.World) *cobra.Command {
	var opts ofCouncil
	var reason string
	cmd := newSitting(w, "cancel HỘI_ĐỒNG --reason LÝ_DO [tùy chọn]", "huy", "Hủy kỳ họp chưa kiểm phiếu",
		"Hủy kỳ họp chưa kiểm phiếu, ví dụ khi mất phiếu hoặc họp lại với thành viên khác. Các xã của đợt trở "+
			"lại\nbước chờ hội đồng; phiếu đã phát không còn giá trị.",
		"  ntm council cancel 2023-1 --reason \"mất phiếu\"",
		func(*ofCouncil, []string) error {
			if strings.TrimSpace(reason) == "" || !office.Printable(reason) {
				return command.Usage("còn thiếu --reason", "ghi lý do hủy, ví dụ: --reason \"mất phiếu\"")
			}
			return nil
		}, &opts, func(ctx context.Context, st *store.Store, s *sitting.Sitting, by string) error {
			waiting, err := s.Cancel(ctx, st, by, reason)
			if err != nil {
				return err
			}
			view := term.NewScreen(w.Terminal)
			view.Line("%s kỳ họp của hội đồng %s; %d xã trở lại bước chờ hội đồng.", view.Good("Đã hủy"), s.ID, waiting)
			return view.Err
		})
	cmd.Flags().StringVar(&reason, "reason", "", "`LÝ_DO` hủy")
	opts.actFlag(cmd.Flags())
	return cmd
}
