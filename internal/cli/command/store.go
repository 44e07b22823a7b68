package command

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"
	"time"

	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/pflag"
)

// Stored is the store a command works on: the file or server that --db names, else
// the one in NTM_DB, else the file in the user's data folder.
type Stored struct{ DB string }

// StoreFlag asks for it.
func (o *Stored) StoreFlag(f *pflag.FlagSet) {
	f.StringVar(&o.DB, "db", "", "kho dữ liệu là `TỆP_KHO` hoặc địa chỉ postgres://… (hoặc biến NTM_DB); không "+
		"ghi thì dùng kho trong thư mục dữ liệu của người dùng")
}

// Path is where the store is.
func (o *Stored) Path(w World) (string, error) {
	if at := cmp.Or(o.DB, w.Store); at != "" {
		return at, store.CheckPlace(at)
	}
	return "", Usage("không biết kho dữ liệu ở đâu", "ghi tệp kho dữ liệu, ví dụ: --db ntm.db")
}

// Evidence is the folder of the files of evidence of the store.
func (o *Stored) Evidence(w World) (string, error) {
	at, err := o.Path(w)
	return BesideAt(w, at).Evidence, err
}

// BesideAt is the folders of a store's files of evidence, and of the decisions that are gone
// through in the window: beside a store that is a file, else the user's own.
func BesideAt(w World, at string) office.Beside {
	lead := at + "."
	if store.IsServer(at) {
		lead = filepath.Join(w.Config, "ntm") + string(filepath.Separator)
	}
	return office.Beside{Evidence: lead + "minh-chung", Decisions: lead + "quyet-dinh"}
}

// opening opens a store: store.Open, or for the few commands that may make one
// store.OpenOrMake.
type opening func(ctx context.Context, at string, now func() time.Time) (*store.Store, error)

// Open opens the store.
func (o *Stored) Open(ctx context.Context, w World, by opening) (*store.Store, error) {
	path, err := o.Path(w)
	if err != nil {
		return nil, err
	}
	return by(ctx, path, w.Now)
}

// In runs a command's work on the store that is there.
func (o *Stored) In(ctx context.Context, w World, work func(*store.Store) error) error {
	return o.within(ctx, w, store.Open, work)
}

// Making is in for a command that may make the store.
func (o *Stored) Making(ctx context.Context, w World, work func(*store.Store) error) error {
	return o.within(ctx, w, store.OpenOrMake, work)
}

// within runs a command's work on the store.
func (o *Stored) within(ctx context.Context, w World, by opening, work func(*store.Store) error) (err error) {
	o.clear(w)
	st, err := o.Open(ctx, w, by)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // what was written is on the disk
	err = work(st)
	if newest, wrote := st.Earlier(); wrote {
		Notes(w, office.Clock(w.Now(), w.Built, newest))
	}
	return err
}

// clear takes away the copies of stores that a killed program left beside the store
// and in the temporary folder.
func (o *Stored) clear(w World) {
	if path, err := o.Path(w); err == nil && !store.IsServer(path) {
		scratch.Clear(filepath.Dir(path))
	}
	scratch.Clear("")
}

// Acting is who does what a command writes down.
type Acting struct {
	as    string
	flags *pflag.FlagSet
}

// AsFlag asks for them.
func (a *Acting) AsFlag(f *pflag.FlagSet) {
	a.flags = f
	f.StringVar(&a.as, "as", "", "ghi việc này do `NGƯỜI_LÀM` (hoặc biến NTM_AS); để ghi nhớ, không phải đăng nhập")
}

// By is who acts.
func (a *Acting) By(w World) (string, error) {
	if a.flags != nil && a.flags.Changed("as") && strings.TrimSpace(a.as) == "" {
		return "", Usage("--as để trống: chưa ghi ai làm việc này", `ghi tên người hoặc cơ quan, ví dụ: `+
			`--as "Văn phòng điều phối tỉnh", hoặc bỏ --as`)
	}
	name, err := office.Actor(cmp.Or(vi.NFC(a.as), w.User))
	if err != nil {
		p := problem.Of(err)[0]
		return "", Usage(p.Message, p.Hint+`, ví dụ: --as "Văn phòng điều phối tỉnh"`)
	}
	return name, nil
}
