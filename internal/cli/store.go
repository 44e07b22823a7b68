package cli

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"
	"ntm/internal/office"
	"ntm/internal/scratch"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// stored is the store a command works on: the file or server that --db names, else
// the one in NTM_DB, else the file in the user's data folder.
type stored struct{ db string }

func (o *stored) storeFlag(f *pflag.FlagSet) {
	f.StringVar(&o.db, "db", "", "kho dữ liệu là `TỆP_KHO` hoặc địa chỉ postgres://… (hoặc biến NTM_DB); không ghi thì dùng kho trong thư mục dữ liệu của người dùng")
}

// path is where the store is.
func (o *stored) path(w World) (string, error) {
	if at := cmp.Or(o.db, w.Store); at != "" {
		return at, store.CheckPlace(at)
	}
	return "", usage("không biết kho dữ liệu ở đâu", "ghi tệp kho dữ liệu, ví dụ: --db ntm.db")
}

// opening opens a store: store.Open, or for the few commands that may make one
// store.OpenOrMake.
type opening func(ctx context.Context, at string, now func() time.Time) (*store.Store, error)

func (o *stored) open(ctx context.Context, w World, by opening) (*store.Store, error) {
	path, err := o.path(w)
	if err != nil {
		return nil, err
	}
	return by(ctx, path, w.Now)
}

// noPasswords refuses a command line on which a password stands.
func noPasswords(given []string) error {
	for _, text := range given {
		if _, value, found := strings.Cut(text, "="); found && strings.HasPrefix(text, "-") {
			text = value
		}
		if store.HasPassword(text) {
			return usage("mật khẩu không được ghi trên dòng lệnh, nơi người khác đọc được", "bỏ mật khẩu khỏi địa chỉ kho, ghi theo mẫu postgres://TÀI_KHOẢN@MÁY_CHỦ/TÊN_KHO; mật khẩu ghi vào tệp mà biến PGPASSFILE chỉ đến, rồi đổi mật khẩu vừa lộ")
		}
	}
	return nil
}

// in runs a command's work on the store that is there.
func (o *stored) in(ctx context.Context, w World, work func(*store.Store) error) error {
	return o.within(ctx, w, store.Open, work)
}

// making is in for a command that may make the store.
func (o *stored) making(ctx context.Context, w World, work func(*store.Store) error) error {
	return o.within(ctx, w, store.OpenOrMake, work)
}

// within runs a command's work on the store.
func (o *stored) within(ctx context.Context, w World, by opening, work func(*store.Store) error) (err error) {
	o.clear(w)
	st, err := o.open(ctx, w, by)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // what was written is on the disk
	err = work(st)
	clockOf(w, st)
	return err
}

// clear takes away the copies of stores that a killed program left beside the store
// and in the temporary folder.
func (o *stored) clear(w World) {
	if path, err := o.path(w); err == nil && !store.IsServer(path) {
		scratch.Clear(filepath.Dir(path))
	}
	scratch.Clear("")
}

// acting is who does what a command writes down.
type acting struct{ as string }

func (a *acting) asFlag(f *pflag.FlagSet) {
	f.StringVar(&a.as, "as", "", "ghi việc này do `NGƯỜI_LÀM` (hoặc biến NTM_AS); để ghi nhớ, không phải đăng nhập")
}

// mostOfName is how many letters a person's or an office's name may have.
const mostOfName = 200

// by is who acts.
func (a *acting) by(w World) (string, error) {
	name := vi.NFC(strings.TrimSpace(a.as))
	if name == "" {
		name = vi.NFC(strings.TrimSpace(w.User))
	}
	switch {
	case name == "":
		return "", usage("không biết người thực hiện", `ghi tên người hoặc cơ quan, ví dụ: --as "Văn phòng điều phối tỉnh"`)
	case len([]rune(name)) > mostOfName || !office.Printable(name):
		return "", usage("tên người làm quá dài hoặc có ký tự không in được", "ghi tên ngắn gọn, ví dụ: --as \"Nguyễn Văn A\"")
	}
	return name, nil
}
