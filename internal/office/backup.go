package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/whole"
)

// Backup writes a store as it is now to a file, and looks at the copy. What is damaged in
// a server's store is not in the copy: there the store is looked at.
func Backup(ctx context.Context, st *store.Store, file string, force bool) (health *store.Health, err error) {
	err = whole.Replace(file, force, func(temp string) error {
		err := st.Backup(ctx, temp)
		if err == nil && store.IsServer(st.Name()) {
			health, err = st.Check(ctx)
		} else if err == nil {
			health, err = healthOf(ctx, temp)
		}
		if err != nil {
			return asOf(file, err)
		}
		return nil
	})
	return health, err
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

// Restoring puts a backup in the place of a store that is a file.
type Restoring struct {
	From, To string
	Force    bool // also where there is a store, which is kept beside it
	Now      func() time.Time
}

// Restore does it, and tells where the store that was there is kept, "" where none was.
func (r *Restoring) Restore(ctx context.Context) (kept string, err error) {
	_, err = os.Stat(r.To)
	there := err == nil
	if there && !r.Force {
		return "", problem.List{{File: r.To, Message: "đã có kho dữ liệu ở đây, không thay",
			Hint: "thêm --force để thay; kho cũ vẫn được giữ cạnh đó"}}
	}
	if err := os.MkdirAll(filepath.Dir(r.To), 0o755); err != nil {
		return "", problem.List{{File: r.To, Message: "không tạo được thư mục của kho dữ liệu",
			Hint: "kiểm tra đường dẫn và quyền ghi"}}
	}
	err = whole.Replace(r.To, r.Force, func(temp string) (err error) {
		if err := store.Copy(ctx, r.From, temp); err != nil {
			return asOf(r.From, err)
		}
		if err := sound(ctx, r.From, temp); err != nil {
			return err
		}
		if there {
			kept, err = r.setAside(ctx)
		}
		return err
	})
	return kept, err
}

// RestoreOnto copies a backup into a store, which must be empty or hold part of it: what
// others work on is never taken away.
func RestoreOnto(ctx context.Context, st *store.Store, file string) error {
	from, err := OpenHandedOver(ctx, file)
	if err != nil {
		return err
	}
	_, err = store.Transfer(ctx, from.Store, st, func(int) {})
	return errors.Join(err, from.Close())
}

// sound refuses a damaged store in a file; shown is how the user knows it.
func sound(ctx context.Context, shown, file string) error {
	health, err := healthOf(ctx, file)
	if err != nil {
		return asOf(shown, err)
	}
	if !health.Sound() {
		return problem.List{{File: shown, Message: "kho dữ liệu này không nguyên vẹn: " + health.Problems[0],
			Hint: "xem hết bằng ntm doctor --db " + shown}}
	}
	return nil
}

// setAside copies the store that is there, with what was not yet written into its
// main file, and takes away what belongs to it alone.
func (r *Restoring) setAside(ctx context.Context) (string, error) {
	kept := fmt.Sprintf("%s.cu-%s", r.To, r.Now().Format("20060102-150405"))
	ctx = context.WithoutCancel(ctx) // what is put aside is put aside whole
	old, err := store.Open(ctx, r.To, r.Now)
	if err == nil {
		err = errors.Join(old.Backup(ctx, kept), old.Close())
	}
	if err != nil { // too damaged to be read: the bytes as they are
		if err := errors.Join(whole.Copy(r.To, kept), copyIfThere(r.To+"-wal", kept+"-wal")); err != nil {
			return "", problem.List{{File: kept, Message: "không giữ lại được kho cũ nên chưa thay gì",
				Hint: "kiểm tra dung lượng đĩa và quyền ghi"}}
		}
	}
	for _, tail := range []string{"-wal", "-shm"} {
		if err := os.Remove(r.To + tail); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", problem.List{{File: r.To, Message: "kho dữ liệu đang có chương trình khác dùng",
				Hint: "đóng chương trình ấy rồi chạy lại"}}
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
