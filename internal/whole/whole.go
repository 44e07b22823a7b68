// Package whole writes files whole or not at all: what is to stand in a place is made
// beside it and renamed into it, and nothing that is there is lost unless that was asked
// for.
package whole

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"ntm/internal/problem"
	"ntm/internal/scratch"
)

// Write writes a file whole or not at all: to a temporary file beside it
// that is then renamed into place. An existing file is kept unless force.
func Write(path string, force bool, write func(io.Writer) error) error {
	return Replace(path, force, func(temp string) error {
		file, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return fail(path, "không ghi được vào thư mục này", "kiểm tra thư mục có tồn tại và có quyền ghi không")
		}
		if err := write(file); err != nil {
			_ = file.Close()
			why := fmt.Sprintf(" (%v)", err)
			if _, system := errors.AsType[*fs.PathError](err); system {
				why = "" // the system says it in English
			}
			return fail(path, "không ghi được tệp"+why, "kiểm tra dung lượng đĩa rồi thử lại")
		}
		if err := errors.Join(file.Chmod(0o644), file.Close()); err != nil {
			return fail(path, "không ghi được tệp", "kiểm tra dung lượng đĩa rồi thử lại")
		}
		return nil
	})
}

func fail(path, message, hint string) error {
	return problem.List{{File: path, Message: message, Hint: hint}}
}

// Folder makes a folder where there is none.
func Folder(path string) error {
	if os.MkdirAll(path, 0o755) != nil {
		return fail(path, "không tạo được thư mục này", "kiểm tra đường dẫn và quyền ghi")
	}
	return nil
}

// May refuses to write over a file unless force.
func May(path string, force bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fail(path, "không xem được tệp này", "kiểm tra đường dẫn và quyền truy cập")
	case info.IsDir():
		return fail(path, "đây là một thư mục, không phải tệp", "ghi cả tên tệp")
	case !force:
		return fail(path, "tệp đã có, không ghi đè", "chọn tên khác, hoặc thêm --force để ghi đè")
	}
	return nil
}

// Replace makes a file in a folder of its own beside its place, and renames it into
// place: it is whole or not there. make is given a name at which nothing is.
func Replace(path string, force bool, make func(temp string) error) (err error) {
	if err := May(path, force); err != nil {
		return err
	}
	folder, err := scratch.Make(filepath.Dir(path))
	if err != nil {
		return fail(path, "không ghi được vào thư mục này", "kiểm tra thư mục có tồn tại và có quyền ghi không")
	}
	defer folder.Close() //nolint:errcheck // the next program clears what is left
	temp := folder.File("tep")
	if err := make(temp); err != nil {
		return err
	}
	file, err := os.Open(temp)
	if err == nil {
		err = errors.Join(file.Sync(), file.Close())
	}
	if err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		return fail(path, "không ghi được tệp", "kiểm tra dung lượng đĩa; đóng tệp ở chương trình khác rồi thử lại")
	}
	return nil
}

// Copy copies a file, and waits until it is on the disk.
func Copy(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // opened for reading
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = out.ReadFrom(in)
	return errors.Join(err, out.Sync(), out.Close())
}
