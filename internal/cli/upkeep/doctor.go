package upkeep

import (
	"context"
	"errors"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"

	"github.com/spf13/cobra"
)

type doctorOptions struct {
	command.Stored
	evidence bool
	json     bool
}

func newDoctor(w command.World) *cobra.Command {
	var opts doctorOptions
	cmd := &cobra.Command{
		Use:     "doctor [tùy chọn]",
		Aliases: []string{"kiem-tra-kho"},
		Short:   "Kiểm tra kho dữ liệu có nguyên vẹn không",
		Long: `Kiểm tra toàn bộ kho dữ liệu: tệp, liên kết giữa các bảng, mã SHA-256 của từng báo cáo và
bộ tiêu chí đã lưu, và trạng thái từng hồ sơ có đúng là kết quả của các việc đã ghi không.
Dòng không đọc được thì nêu tên, phần còn lại vẫn kiểm tra. Không sửa gì. Trên máy chủ: việc nhân bản của từng
tỉnh đang chạy, bị cắt hay đã dừng. Mã thoát là 3 nếu kho không nguyên vẹn, hoặc nhân bản không chạy.

Với --evidence: nêu thêm minh chứng không gắn với số liệu nào của báo cáo mới nhất từng xã,
và tệp không tìm thấy khi nhập báo cáo.`,
		Example: `  ntm doctor
  ntm doctor --evidence
  ntm doctor --db tinh.db --json`,
		Args: command.Args(),
		RunE: func(cmd *cobra.Command, _ []string) error { return opts.run(cmd.Context(), w) },
	}
	f := cmd.Flags()
	f.BoolVar(&opts.evidence, "evidence", false, "nêu thêm minh chứng không gắn với số liệu nào, tệp minh chứng "+
		"không có")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.StoreFlag(f)
	return cmd
}

func (o *doctorOptions) run(ctx context.Context, w command.World) error {
	return insideDoctor(o.In(ctx, w, func(st *store.Store) error {
		found, err := office.Examine(ctx, st, w.Now(), w.Built, o.evidence)
		if err != nil {
			return err
		}
		s := term.NewScreen(w.Terminal)
		if o.json {
			s.Err = command.PrintJSON(w.Stdout, found)
		} else {
			showHealth(s, st.Name(), found.Health)
			s.Some("Cần quyết định:", s.Unknown, found.Decide)
			s.Some("Minh chứng:", s.Unknown, found.Evidence)
			for i := range found.Streams {
				paint := s.Good
				if !found.Streams[i].Well() {
					paint = s.Bad
				}
				s.Item(2, paint("Nhân bản:"), office.StreamWords(&found.Streams[i]))
			}
			for _, p := range found.Odd {
				s.Item(2, s.Unknown("Đồng hồ:"), p.Note())
			}
		}
		return command.Answer(s.Err, found.Well())
	}))
}

// insideDoctor sends nobody to the doctor who is there.
func insideDoctor(err error) error {
	if err == nil || errors.Is(err, command.ErrAnsweredNo) || errors.As(err, new(problem.WrongUse)) ||
		errors.As(err, new(office.Stopped)) {
		return err
	}
	list := problem.Of(err)
	for i := range list {
		if strings.Contains(list[i].Hint, "ntm doctor") {
			list[i].Hint = "khôi phục từ bản sao lưu bằng ntm restore"
		}
	}
	return list
}

func showHealth(s *term.Screen, path string, h *store.Health) {
	word := s.Good("NGUYÊN VẸN")
	if !h.Sound() {
		word = s.Bad("KHÔNG NGUYÊN VẸN")
	}
	s.Line("Kho dữ liệu %s: %s", path, word)
	s.Line("  %d xã, %d hồ sơ, %d hội đồng; %d việc đã ghi, %d văn bản lưu; phiên bản cấu trúc %d", h.Communes,
		h.Dossiers, h.Councils, h.Events, h.Documents, h.Version)
	s.Line("  SHA-256 toàn bộ nội dung: %s", h.Digest)
	s.Some("Lỗi:", s.Bad, h.Problems)
	s.Some("Việc của hai nơi trái nhau:", s.Unknown, h.Conflicts)
	s.Some("Văn bản không việc nào nhắc đến:", s.Faint, h.Orphans)
}
