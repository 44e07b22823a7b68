package cli

import (
	"cmp"
	"context"
	"errors"
	"os"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"

	"github.com/spf13/cobra"
)

type backupOptions struct {
	command.Stored
	file  string
	force bool
}

func newBackup(w World) *cobra.Command {
	var opts backupOptions
	cmd := &cobra.Command{
		Use:     "backup -o TỆP_KHO [tùy chọn]",
		Aliases: []string{"sao-luu"},
		Short:   "Sao lưu kho dữ liệu, kể cả khi đang có người dùng",
		Long: `Ghi kho dữ liệu như lúc chạy lệnh ra một tệp mới, rồi kiểm tra bản sao. Người khác vẫn
dùng kho được trong lúc sao lưu. Khôi phục bằng ntm restore.`,
		Example: "  ntm backup -o sao-luu-2024-12-31.db",
		Args:    command.Args(),
		RunE:    func(cmd *cobra.Command, _ []string) error { return opts.run(cmd.Context(), w) },
	}
	f := cmd.Flags()
	f.StringVarP(&opts.file, "output", "o", "", "ghi ra `TỆP_KHO`")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.StoreFlag(f)
	return cmd
}

func (o *backupOptions) run(ctx context.Context, w World) error {
	if o.file == "" {
		return command.Usage("còn thiếu -o", "ghi tệp nhận bản sao, ví dụ: -o sao-luu.db")
	}
	if err := command.OutFile(o.file, "-o sao-luu.db", ".db", ".sqlite", ".sqlite3", ".bak", ""); err != nil {
		return err
	}
	return o.In(ctx, w, func(st *store.Store) error {
		health, err := office.Backup(ctx, st, o.file, o.force)
		if err != nil {
			return err
		}
		s := newScreen(w)
		if health.Sound() {
			s.Line("Đã sao lưu kho dữ liệu ra %s; bản sao nguyên vẹn.", o.file)
			return s.Err
		}
		s.Line("Đã sao lưu kho dữ liệu ra %s, với những gì hỏng sẵn trong kho:", o.file)
		s.Some("Lỗi:", s.Bad, health.Problems)
		return cmp.Or(s.Err, errAnsweredNo)
	})
}

type restoreOptions struct {
	command.Stored
	file  string
	force bool
}

func newRestore(w World) *cobra.Command {
	var opts restoreOptions
	cmd := &cobra.Command{
		Use:     "restore TỆP_KHO [tùy chọn]",
		Aliases: []string{"khoi-phuc"},
		Short:   "Khôi phục kho dữ liệu từ bản sao lưu",
		Long: `Kiểm tra bản sao lưu rồi đặt nó làm kho dữ liệu. Kho đang có chỉ bị thay khi thêm
--force; khi ấy kho cũ được giữ lại cạnh đó, tên thêm ".cu" và ngày giờ. Trước khi khôi
phục, xin đóng các chương trình khác đang dùng kho. Lên máy chủ thì kho ở đó phải trống.`,
		Example: `  ntm restore sao-luu-2024-12-31.db
  ntm restore sao-luu-2024-12-31.db --db tinh.db --force`,
		Args: command.Args("TỆP_KHO"),
		RunE: command.OnOne(&opts.file, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.BoolVar(&opts.force, "force", false, "thay kho dữ liệu đang có")
	opts.StoreFlag(f)
	return cmd
}

func (o *restoreOptions) run(ctx context.Context, w World) error {
	path, err := o.Path(w)
	if err != nil {
		return err
	}
	if err := store.CheckPlace(o.file); err != nil {
		return err
	}
	if _, err := os.Stat(o.file); err != nil {
		return problem.List{{File: o.file, Message: "không có tệp này", Hint: "kiểm tra lại tên tệp"}}
	}
	if store.IsServer(path) {
		return o.Making(ctx, w, func(st *store.Store) error {
			if err := office.RestoreOnto(ctx, st, o.file); err != nil {
				return err
			}
			s := newScreen(w)
			s.Line("Đã khôi phục kho dữ liệu %s từ %s.", st.Name(), o.file)
			return s.Err
		})
	}
	r := office.Restoring{From: o.file, To: path, Force: o.force, Now: w.Now}
	kept, err := r.Restore(ctx)
	if err != nil {
		return err
	}
	s := newScreen(w)
	s.Line("Đã khôi phục kho dữ liệu %s từ %s.", path, o.file)
	if kept != "" {
		s.Line("Kho cũ được giữ ở %s", kept)
	}
	return s.Err
}

type doctorOptions struct {
	command.Stored
	evidence bool
	json     bool
}

func newDoctor(w World) *cobra.Command {
	var opts doctorOptions
	cmd := &cobra.Command{
		Use:     "doctor [tùy chọn]",
		Aliases: []string{"kiem-tra-kho"},
		Short:   "Kiểm tra kho dữ liệu có nguyên vẹn không",
		Long: `Kiểm tra toàn bộ kho dữ liệu: tệp, liên kết giữa các bảng, mã SHA-256 của từng báo cáo và
bộ tiêu chí đã lưu, và trạng thái từng hồ sơ có đúng là kết quả của các việc đã ghi không.
Dòng không đọc được thì nêu tên, phần còn lại vẫn kiểm tra. Không sửa gì. Mã thoát là 3 nếu kho không nguyên vẹn.

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

func (o *doctorOptions) run(ctx context.Context, w World) error {
	return insideDoctor(o.In(ctx, w, func(st *store.Store) error {
		found, err := office.Examine(ctx, st, w.Now(), w.Built, o.evidence)
		if err != nil {
			return err
		}
		s := newScreen(w)
		if o.json {
			if err := command.PrintJSON(w.Stdout, found); err != nil {
				return err
			}
		} else {
			s.health(st.Name(), found.Health)
			s.Some("Cần quyết định:", s.Unknown, found.Decide)
			s.Some("Minh chứng:", s.Unknown, found.Evidence)
			for _, p := range found.Odd {
				s.Item(2, s.Unknown("Đồng hồ:"), p.Note())
			}
		}
		if s.Err == nil && !found.Sound() {
			return errAnsweredNo
		}
		return s.Err
	}))
}

// insideDoctor sends nobody to the doctor who is there.
func insideDoctor(err error) error {
	if err == nil || errors.Is(err, errAnsweredNo) || errors.As(err, new(problem.WrongUse)) ||
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

func (s *screen) health(path string, h *store.Health) {
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
