package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"ntm/internal/problem"
)

// writeFile writes a file whole or not at all: to a temporary file beside it
// that is then renamed into place. An existing file is kept unless force.
func writeFile(path string, force bool, write func(io.Writer) error) (err error) {
	fail := func(message, hint string) error {
		return problem.List{{File: path, Message: message, Hint: hint}}
	}
	if err := mayWrite(path, force); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".ntm-*")
	if err != nil {
		return fail("không ghi được vào thư mục này", "kiểm tra thư mục có tồn tại và có quyền ghi không")
	}
	defer func() {
		if err != nil {
			_ = temp.Close()
			_ = os.Remove(temp.Name())
		}
	}()
	if err := write(temp); err != nil {
		why := fmt.Sprintf(" (%v)", err)
		if system := (*fs.PathError)(nil); errors.As(err, &system) {
			why = "" // the system says it in English
		}
		return fail("không ghi được tệp"+why, "kiểm tra dung lượng đĩa rồi thử lại")
	}
	if err := errors.Join(temp.Chmod(0o644), temp.Sync(), temp.Close()); err != nil {
		return fail("không ghi được tệp", "kiểm tra dung lượng đĩa rồi thử lại")
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return fail("không thay được tệp", "đóng tệp ở chương trình khác (Excel) rồi thử lại")
	}
	return nil
}

// mayWrite refuses to write over a file unless force.
func mayWrite(path string, force bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return problem.List{{File: path, Message: "không xem được tệp này", Hint: "kiểm tra đường dẫn và quyền truy cập"}}
	case info.IsDir():
		return problem.List{{File: path, Message: "đây là một thư mục, không phải tệp", Hint: "ghi cả tên tệp"}}
	case !force:
		return problem.List{{File: path, Message: "tệp đã có, không ghi đè", Hint: "chọn tên khác, hoặc thêm --force để ghi đè"}}
	}
	return nil
}
