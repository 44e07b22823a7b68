package upkeep

import (
	"context"
	"os"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"

	"github.com/spf13/cobra"
)

type backupOptions struct {
	command.Stored
	file  string
	force bool
}

func newBackup(w command.World) *cobra.Command {
	var opts backupOptions
	cmd := &cobra.Command{
		Use:     "backup -o TỆP_KHO [tùy chọn]",
		Aliases: []string{"sao-luu"},
		Short:   "Sao lưu kho dữ liệu, kể cả khi đang có người dùng",
		Long: `Ghi kho dữ liệu như lúc chạy lệnh ra một tệp mới, rồi kiểm tra bản sao. Người khác vẫn
dùng kho được trong lúc sao lưu. Tệp minh chứng thả vào bàn làm việc, quyết định đang đối chiếu
dở ở trang Quyết định đi cùng trong tệp ấy; của kho trên máy chủ là các tệp ở máy chạy lệnh này.
Minh chứng không còn hoặc đã bị sửa thì được nêu tên, mã thoát là 3. Khôi phục bằng ntm restore.`,
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

func (o *backupOptions) run(ctx context.Context, w command.World) error {
	if o.file == "" {
		return command.Usage("còn thiếu -o", "ghi tệp nhận bản sao, ví dụ: -o sao-luu.db")
	}
	if err := command.OutFile(o.file, "-o sao-luu.db", ".db", ".sqlite", ".sqlite3", ".bak", ""); err != nil {
		return err
	}
	at, err := o.Path(w)
	if err != nil {
		return err
	}
	return o.In(ctx, w, func(st *store.Store) error {
		health, with, err := office.Backup(ctx, st, command.BesideAt(w, at), o.file, o.force)
		if err != nil {
			return err
		}
		s := term.NewScreen(w.Terminal)
		if health.Sound() {
			s.Line("Đã sao lưu kho dữ liệu ra %s; bản sao nguyên vẹn.", o.file)
		} else {
			s.Line("Đã sao lưu kho dữ liệu ra %s, với những gì hỏng sẵn trong kho:", o.file)
			s.Some("Lỗi:", s.Bad, health.Problems)
		}
		command.Carried(w, s, st, with)
		return command.Answer(s.Err, health.Sound() && len(with.Lacking) == 0)
	})
}

type restoreOptions struct {
	command.Stored
	file  string
	force bool
}

func newRestore(w command.World) *cobra.Command {
	var opts restoreOptions
	cmd := &cobra.Command{
		Use:     "restore TỆP_KHO [tùy chọn]",
		Aliases: []string{"khoi-phuc"},
		Short:   "Khôi phục kho dữ liệu từ bản sao lưu",
		Long: `Kiểm tra bản sao lưu rồi đặt nó làm kho dữ liệu. Kho đang có chỉ bị thay khi thêm
--force; khi ấy kho cũ, kèm minh chứng và quyết định dở của nó, được giữ lại cạnh đó, tên thêm ".cu" và ngày giờ.
Minh chứng trong bản sao được so mã SHA-256, tệp nào hỏng thì nêu tên, mã thoát là 3. Trước khi khôi
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

func (o *restoreOptions) run(ctx context.Context, w command.World) error {
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
	name, beside := path, command.BesideAt(w, path)
	var done *office.Restored
	if store.IsServer(path) {
		err = o.Making(ctx, w, func(st *store.Store) (err error) {
			name = st.Name()
			done, err = office.RestoreOnto(ctx, st, beside, o.file)
			return err
		})
	} else {
		r := office.Restoring{From: o.file, To: path, Beside: beside, Force: o.force, Now: w.Now}
		done, err = r.Restore(ctx)
	}
	if err != nil {
		return err
	}
	s := term.NewScreen(w.Terminal)
	s.Line("Đã khôi phục kho dữ liệu %s từ %s.", name, o.file)
	if done.Kept != "" {
		s.Line("Kho cũ được giữ ở %s", done.Kept)
	}
	return command.Restored(w, s, beside, done)
}
