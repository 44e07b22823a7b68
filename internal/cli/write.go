package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"ntm/internal/problem"
)

// writeFile writes a file whole or not at all: to a temporary file beside it
// that is then renamed into place. An existing file is kept unless force.
func writeFile(path string, force bool, write func(io.Writer) error) error {
	fail := func(message, hint string) error {
		return problem.List{{File: path, Message: message, Hint: hint}}
	}
	return replace(path, force, func(temp string) error {
		file, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return fail("không ghi được vào thư mục này", "kiểm tra thư mục có tồn tại và có quyền ghi không")
		}
		if err := write(file); err != nil {
			_ = file.Close()
			why := fmt.Sprintf(" (%v)", err)
			if system := (*fs.PathError)(nil); errors.As(err, &system) {
				why = "" // the system says it in English
			}
			return fail("không ghi được tệp"+why, "kiểm tra dung lượng đĩa rồi thử lại")
		}
		if err := errors.Join(file.Chmod(0o644), file.Close()); err != nil {
			return fail("không ghi được tệp", "kiểm tra dung lượng đĩa rồi thử lại")
		}
		return nil
	})
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
