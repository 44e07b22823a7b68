package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ntm/internal/parcel"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/whole"
)

// Beside is the folders that lie beside a store.
type Beside struct {
	Evidence  string
	Decisions string // that somebody is half through; "" to leave them
}

// Backup writes a store as it is now to a file, with what lies beside it, and looks at
// the copy. What is damaged in a server's store is not in the copy: there the store is looked at.
func Backup(ctx context.Context, st *store.Store, beside Beside, file string, force bool) (health *store.Health,
	with *Carried, err error) {
	err = whole.Replace(file, force, func(temp string) error {
		kept := temp + ".db"
		err := st.Backup(ctx, kept)
		if err == nil && store.IsServer(st.Name()) {
			health, err = st.Check(ctx)
		} else if err == nil {
			health, err = healthOf(ctx, kept)
		}
		if err != nil {
			return asOf(file, err)
		}
		with, err = carryAll(ctx, st, beside.Evidence)
		if err != nil && !health.Sound() && ctx.Err() == nil { // what can be kept is kept
			with = &Carried{Folder: beside.Evidence, taken: map[string]bool{}, Lacking: problem.Of(err)}
			err = with.all(ctx)
		}
		if err != nil {
			return err
		}
		if err := with.begun(ctx, beside.Decisions); err != nil {
			return err
		}
		return with.pack(ctx, kept, temp)
	})
	return health, with, err
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
	Beside
	Force bool // also where there is a store, which is kept beside it
	Now   func() time.Time
}

// Restored is what became of it.
type Restored struct {
	Kept      string // where the store that was there is now, "" where none was
	Evidence  *parcel.Placed
	Decisions *parcel.Placed
}

// Restore does it. Evidence that was there is kept with the store that was there.
func (r *Restoring) Restore(ctx context.Context) (*Restored, error) {
	out := &Restored{Evidence: new(parcel.Placed), Decisions: new(parcel.Placed)}
	_, err := os.Stat(r.To)
	there := err == nil
	if there && !r.Force {
		return nil, problem.List{{File: r.To, Message: "đã có kho dữ liệu ở đây, không thay",
			Hint: "thêm --force để thay; kho cũ vẫn được giữ cạnh đó"}}
	}
	if err := os.MkdirAll(filepath.Dir(r.To), 0o755); err != nil {
		return nil, problem.List{{File: r.To, Message: "không tạo được thư mục của kho dữ liệu",
			Hint: "kiểm tra đường dẫn và quyền ghi"}}
	}
	err = whole.Replace(r.To, r.Force, func(temp string) error {
		from := r.From
		if parcel.Is(from) {
			p, err := parcel.Open(from)
			if err != nil {
				return err
			}
			defer p.Close() //nolint:errcheck // opened for reading
			from = temp + ".db"
			if err := p.Store(ctx, from); err != nil {
				return asOf(r.From, err)
			}
			if out.Evidence, err = p.Unpack(ctx, temp+evidenceTail, p.Files); err != nil {
				return err
			}
			if out.Decisions, err = p.Unpack(ctx, temp+decisionsTail, p.Decisions); err != nil {
				return err
			}
		}
		if err := store.Copy(ctx, from, temp); err != nil {
			return asOf(r.From, err)
		}
		if err := sound(ctx, r.From, temp); err != nil {
			return err
		}
		if there {
			if out.Kept, err = r.setAside(ctx); err != nil {
				return err
			}
		}
		if err := r.place(temp, evidenceTail, r.Evidence, out); err != nil {
			return err
		}
		return r.place(temp, decisionsTail, r.Decisions, out)
	})
	return out, err
}

// What the names of the folders beside a store have after that of the store.
const (
	evidenceTail  = ".minh-chung"
	decisionsTail = ".quyet-dinh"
)

// place puts a folder that was unpacked beside temp in the place of what is there.
func (r *Restoring) place(temp, tail, to string, out *Restored) error {
	unpacked := temp + tail
	if _, err := os.Stat(unpacked); errors.Is(err, os.ErrNotExist) {
		return nil // a backup without any: what is there stays
	}
	cannot := problem.List{{File: to, Message: "không thay được thư mục này",
		Hint: "đóng chương trình đang mở tệp trong đó rồi chạy lại; kho dữ liệu chưa bị thay"}}
	if _, err := os.Stat(to); err == nil {
		kept := to + ".cu-" + r.Now().Format(keptFormat)
		if out.Kept != "" {
			kept = out.Kept + tail
		}
		if err := os.Rename(to, kept); err != nil {
			return cannot
		}
	}
	if err := os.Rename(unpacked, to); err != nil {
		return cannot
	}
	return nil
}

// RestoreOnto copies a backup into a store, which must be empty or hold part of it: what
// others work on is never taken away. What lay beside it comes beside it.
func RestoreOnto(ctx context.Context, st *store.Store, beside Beside, file string) (out *Restored, err error) {
	from, err := OpenHandedOver(ctx, file)
	if err != nil {
		return nil, err
	}
	defer from.Close() //nolint:errcheck // opened for reading
	out = &Restored{Decisions: new(parcel.Placed)}
	if out.Evidence, err = from.unpack(ctx, beside.Evidence); err != nil {
		return nil, err
	}
	if from.parcel != nil {
		if out.Decisions, err = from.parcel.Unpack(ctx, beside.Decisions, from.parcel.Decisions); err != nil {
			return nil, err
		}
	}
	_, err = store.Transfer(ctx, from.Store, st, func(int) {})
	return out, err
}

// sound refuses a damaged store in a file; shown is how the user knows it.
func sound(ctx context.Context, shown, file string) error {
	health, err := healthOf(ctx, file)
	if err != nil {
		return asOf(shown, err)
	}
	if !health.Sound() {
		return problem.List{{File: shown, Message: "kho dữ liệu này không nguyên vẹn: " + health.Problems[0],
			Hint: "xem hết bằng ntm doctor --db " + shown, Page: problem.Press("bấm Kiểm tra kho để xem hết")}}
	}
	return nil
}

// keptFormat is how the name of what is kept tells when it was put aside.
const keptFormat = "20060102-150405"

// setAside copies the store that is there, with what was not yet written into its
// main file, and takes away what belongs to it alone.
func (r *Restoring) setAside(ctx context.Context) (string, error) {
	kept := fmt.Sprintf("%s.cu-%s", r.To, r.Now().Format(keptFormat))
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
