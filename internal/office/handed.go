package office

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"ntm/internal/parcel"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/store"
)

// BundleExtension is that of a store which goes from one office to another.
const BundleExtension = ".ntm"

// HandedOver is the copy of a store that somebody handed over.
type HandedOver struct {
	*store.Store
	folder *scratch.Folder
	parcel *parcel.Parcel // nil for a store without evidence
}

// OpenHandedOver opens a copy of a store that somebody handed over: what they gave is
// not touched, and what it holds is looked at before anything is taken from it.
func OpenHandedOver(ctx context.Context, file string) (*HandedOver, error) {
	if err := store.CheckPlace(file); err != nil {
		return nil, err
	}
	if info, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, problem.List{{File: file, Message: "không có tệp này", Hint: "kiểm tra lại tên tệp"}}
	} else if err != nil || info.IsDir() {
		return nil, problem.List{{File: file, Message: "không đọc được tệp này",
			Hint: "kiểm tra đường dẫn và quyền đọc"}}
	}
	folder, err := scratch.Make("")
	if err != nil {
		return nil, problem.List{{Message: "không tạo được thư mục tạm", Hint: "kiểm tra dung lượng đĩa"}}
	}
	out := &HandedOver{folder: folder}
	from := file
	if parcel.Is(file) {
		from = folder.File("kho.goi")
		if out.parcel, err = parcel.Open(file); err == nil {
			err = out.parcel.Store(ctx, from)
		}
	}
	if err == nil {
		err = store.Copy(ctx, from, folder.File("kho.db"))
	}
	if err != nil {
		return nil, errors.Join(asOf(file, err), out.Close())
	}
	if out.Store, err = store.Open(ctx, folder.File("kho.db"), func() time.Time { return time.Time{} }); err != nil {
		return nil, errors.Join(asOf(file, err), out.Close())
	}
	health, err := out.Check(ctx)
	if err == nil && !health.Sound() {
		err = problem.List{{File: file, Message: "tệp này không nguyên vẹn: " + health.Problems[0],
			Hint: "xin nơi gửi ghi lại tệp"}}
	}
	if err != nil {
		return nil, errors.Join(asOf(file, err), out.Close())
	}
	return out, nil
}

// Close takes the copy away.
func (h *HandedOver) Close() error {
	var err error
	if h.Store != nil {
		err = h.Store.Close()
	}
	if h.parcel != nil {
		err = errors.Join(err, h.parcel.Close())
	}
	return errors.Join(err, h.folder.Close())
}

// unpack puts the evidence that came along below a folder.
func (h *HandedOver) unpack(ctx context.Context, folder string) (*parcel.Placed, error) {
	if h.parcel == nil {
		return new(parcel.Placed), nil
	}
	return h.parcel.Unpack(ctx, folder, h.parcel.Files)
}

// asOf lets problems be of the file as the user named it.
func asOf(file string, err error) error {
	list := problem.Of(err)
	for i := range list {
		list[i].File = file
	}
	return list
}
