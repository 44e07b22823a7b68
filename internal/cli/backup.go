package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"ntm/internal/evidence"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/whole"
)

type backupOptions struct {
	stored
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
		Args:    args(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opts.file, "output", "o", "", "ghi ra `TỆP_KHO`")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.storeFlag(f)
	return cmd
}

func (o *backupOptions) run(ctx context.Context, w World) error {
	if o.file == "" {
		return usage("còn thiếu -o", "ghi tệp nhận bản sao, ví dụ: -o sao-luu.db")
	}
	return o.in(ctx, w, func(st *store.Store) error {
		var health *store.Health
		err := whole.Replace(o.file, o.force, func(temp string) error {
			err := st.Backup(ctx, temp)
			if err == nil && store.IsServer(st.Name()) {
				health, err = st.Check(ctx) // what is damaged there is not in the copy
			} else if err == nil {
				health, err = healthOf(ctx, temp)
			}
			if err != nil {
				return asOf(o.file, err)
			}
			return nil
		})
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

// sound looks at a store in a file; shown is how the user knows it.
func sound(ctx context.Context, shown, file string) error {
	health, err := healthOf(ctx, file)
	if err != nil {
		return asOf(shown, err)
	}
	if !health.Sound() {
		return problem.List{{File: shown, Message: "kho dữ liệu này không nguyên vẹn: " + health.Problems[0], Hint: "xem hết bằng ntm doctor --db " + shown}}
	}
	return nil
}

// healthOf checks a store in a file.
func healthOf(ctx context.Context, file string) (*store.Health, error) {
	st, err := store.Open(ctx, file, func() time.Time { return time.Time{} })
	if err != nil {
		return nil, err
	}
	health, err := st.Check(ctx)
	return health, errors.Join(err, st.Close())
}

type restoreOptions struct {
	stored
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
		Args: args("TỆP_KHO"),
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.file = given[0]
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&opts.force, "force", false, "thay kho dữ liệu đang có")
	opts.storeFlag(f)
	return cmd
}

func (o *restoreOptions) run(ctx context.Context, w World) error {
	path, err := o.path(w)
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
		return o.ontoServer(ctx, w)
	}
	var kept string
	_, err = os.Stat(path)
	there := err == nil
	if there && !o.force {
		return problem.List{{File: path, Message: "đã có kho dữ liệu ở đây, không thay", Hint: "thêm --force để thay; kho cũ vẫn được giữ cạnh đó"}}
	}
	err = o.beside(path, func(temp string) error {
		if err := store.Copy(ctx, o.file, temp); err != nil {
			return asOf(o.file, err)
		}
		if err := sound(ctx, o.file, temp); err != nil {
			return err
		}
		if !there {
			return nil
		}
		var err error
		kept, err = o.setAside(ctx, w, path)
		return err
	})
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

// ontoServer copies the backup onto a server, whose store must be empty or hold
// part of it: what others work on is never taken away.
func (o *restoreOptions) ontoServer(ctx context.Context, w World) error {
	return o.making(ctx, w, func(st *store.Store) error {
		from, err := openBundle(ctx, o.file)
		if err != nil {
			return err
		}
		_, err = store.Transfer(ctx, from.Store, st, func(int) {})
		if err = errors.Join(err, from.Close()); err != nil {
			return err
		}
		s := newScreen(w)
		s.Line("Đã khôi phục kho dữ liệu %s từ %s.", st.Name(), o.file)
		return s.Err
	})
}

// beside makes the store's file in its place, making its folder too.
func (o *restoreOptions) beside(path string, make func(temp string) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return problem.List{{File: path, Message: "không tạo được thư mục của kho dữ liệu", Hint: "kiểm tra đường dẫn và quyền ghi"}}
	}
	return whole.Replace(path, o.force, make)
}

// setAside copies the store that is there, with what was not yet written into its
// main file, and takes away what belongs to it alone.
func (o *restoreOptions) setAside(ctx context.Context, w World, path string) (string, error) {
	kept := fmt.Sprintf("%s.cu-%s", path, w.Now().Format("20060102-150405"))
	ctx = context.WithoutCancel(ctx) // what is put aside is put aside whole
	old, err := store.Open(ctx, path, w.Now)
	if err == nil {
		err = errors.Join(old.Backup(ctx, kept), old.Close())
	}
	if err != nil { // too damaged to be read: the bytes as they are
		if err := errors.Join(whole.Copy(path, kept), copyIfThere(path+"-wal", kept+"-wal")); err != nil {
			return "", problem.List{{File: kept, Message: "không giữ lại được kho cũ nên chưa thay gì", Hint: "kiểm tra dung lượng đĩa và quyền ghi"}}
		}
	}
	for _, tail := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + tail); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", problem.List{{File: path, Message: "kho dữ liệu đang có chương trình khác dùng", Hint: "đóng chương trình ấy rồi chạy lại"}}
		}
	}
	return kept, nil
}

// copyIfThere copies a file that may not be.
func copyIfThere(from, to string) error {
	if _, err := os.Stat(from); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return whole.Copy(from, to)
}

type doctorOptions struct {
	stored
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
		Args: args(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&opts.evidence, "evidence", false, "nêu thêm minh chứng không gắn với số liệu nào, tệp minh chứng không có")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.storeFlag(f)
	return cmd
}

func (o *doctorOptions) run(ctx context.Context, w World) error {
	return insideDoctor(o.in(ctx, w, func(st *store.Store) error {
		h, err := st.Check(ctx)
		if err != nil {
			return err
		}
		var lost []string
		if o.evidence {
			lost, err = orphanedEvidence(ctx, st)
			if lost, err = orWrong(ctx, h, lost, err); err != nil {
				return err
			}
		}
		decide, err := office.MergersToDecide(ctx, st)
		if decide, err = orWrong(ctx, h, decide, err); err != nil {
			return err
		}
		newest, err := st.Newest(ctx)
		if err != nil {
			return err
		}
		odd := clock(w, newest)
		s := newScreen(w)
		if o.json {
			view := struct {
				*store.Health
				Decide   []string `json:"decide"`
				Evidence []string `json:"evidence,omitempty"`
				Clock    string   `json:"clock,omitempty"` // what is odd about the machine's
			}{h, nonNil(decide), lost, odd.Error()}
			if err := printJSON(w.Stdout, view); err != nil {
				return err
			}
		} else {
			s.health(st.Name(), h)
			s.Some("Cần quyết định:", s.Unknown, decide)
			s.Some("Minh chứng:", s.Unknown, lost)
			for _, p := range odd {
				s.Item(2, s.Unknown("Đồng hồ:"), p.Note())
			}
		}
		if s.Err == nil && !h.Sound() {
			return errAnsweredNo
		}
		return s.Err
	}))
}

// orWrong adds to what is wrong with a store that something could not be found out; an
// interrupt stays an error.
func orWrong[T any](ctx context.Context, h *store.Health, found T, err error) (T, error) {
	if err == nil || ctx.Err() != nil {
		return found, err
	}
	for _, p := range problem.Of(err) {
		if !slices.Contains(h.Problems, p.Message) {
			h.Problems = append(h.Problems, p.Message)
		}
	}
	return found, nil
}

// insideDoctor sends nobody to the doctor who is there.
func insideDoctor(err error) error {
	if err == nil || errors.Is(err, errAnsweredNo) || errors.As(err, new(problem.WrongUse)) || errors.As(err, new(office.Stopped)) {
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
	s.Line("  %d xã, %d hồ sơ, %d hội đồng; %d việc đã ghi, %d văn bản lưu; phiên bản cấu trúc %d", h.Communes, h.Dossiers, h.Councils, h.Events, h.Documents, h.Version)
	s.Line("  SHA-256 toàn bộ nội dung: %s", h.Digest)
	s.Some("Lỗi:", s.Bad, h.Problems)
	s.Some("Việc của hai nơi trái nhau:", s.Unknown, h.Conflicts)
	s.Some("Văn bản không việc nào nhắc đến:", s.Faint, h.Orphans)
}

// orphanedEvidence tells of each dossier's newest report the evidence that nothing
// cites, and the files that were not there when it came in.
func orphanedEvidence(ctx context.Context, st *store.Store) ([]string, error) {
	all, err := st.Dossiers(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	var out []string
	for _, d := range all {
		ref := d.Report()
		if ref == nil {
			continue
		}
		r, err := office.KeptReport(ctx, st, d.Province, ref.Digest, nil)
		if err != nil && ctx.Err() == nil { // told of, and the rest goes on
			out = append(out, fmt.Sprintf("%s, năm %d: báo cáo trong kho không đọc lại được: %s", d.Place.Title, d.Year, problem.Of(err)[0].Message))
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, e := range r.Uncited() {
			out = append(out, fmt.Sprintf("%s, năm %d: văn bản %q không số liệu nào dẫn đến", d.Place.Title, d.Year, e.Title))
		}
		if d.Assessment == nil {
			continue
		}
		for _, f := range d.Assessment.Files {
			if f.State != evidence.Found {
				out = append(out, fmt.Sprintf("%s, năm %d: tệp %q %s khi nhập", d.Place.Title, d.Year, f.Path, f.State.Word()))
			}
		}
	}
	return out, nil
}
