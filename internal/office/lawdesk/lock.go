package lawdesk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/whole"

	"github.com/gofrs/flock" // a lock of the system's own: gone with the program that holds it
)

// lockFile is in a folder of packs while somebody writes there, and stays, empty.
const lockFile = ".ntm-khoa"

// mostWait is how long a program waits for another one that writes packs: that takes
// a second.
const mostWait = 30 * time.Second

// alone does what changes a folder of packs while no other program does; the folder is
// made where there is none.
func alone(ctx context.Context, folder string, work func() error) error {
	fail := func(message, hint string) error {
		return problem.List{{File: folder, Message: message, Hint: hint,
			Page: problem.Press("kiểm tra quyền ghi ở thư mục quy định; đợi chương trình khác ghi xong rồi ký lại")}}
	}
	if os.MkdirAll(folder, 0o755) != nil {
		return fail("không tạo được thư mục này", "kiểm tra quyền ghi, hoặc chỉ thư mục khác bằng --criteria")
	}
	lock := flock.New(filepath.Join(folder, lockFile))
	waiting, cancel := context.WithTimeout(ctx, mostWait)
	defer cancel()
	const often = 20 * time.Millisecond
	switch _, err := lock.TryLockContext(waiting, often); {
	case ctx.Err() != nil:
		return office.ErrStopped
	case errors.Is(err, context.DeadlineExceeded):
		return fail("một chương trình khác đang ghi quy định vào thư mục này",
			"đợi chương trình ấy xong rồi chạy lại; chưa có gì bị thay đổi")
	case err != nil:
		return fail("không ghi được vào thư mục này", "kiểm tra quyền ghi, hoặc chỉ thư mục khác bằng --criteria")
	}
	defer lock.Unlock() //nolint:errcheck // the system lets go of it with the program
	return work()
}

// packsIn tells whether there are packs in a folder.
func packsIn(folder string) (bool, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	for _, e := range entries {
		if e.Name() != lockFile {
			return true, err
		}
	}
	return false, err
}

// copyPacks copies a folder of packs, without the lock that is held in it.
func copyPacks(from, to string) error {
	err := filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		name, wrong := filepath.Rel(from, path)
		if err = errors.Join(err, wrong); err != nil || name == lockFile {
			return err
		}
		if e.IsDir() {
			return os.MkdirAll(filepath.Join(to, name), 0o700)
		}
		return whole.Copy(path, filepath.Join(to, name))
	})
	if errors.Is(err, os.ErrNotExist) {
		return nil // the first import makes the folder
	}
	return err
}
