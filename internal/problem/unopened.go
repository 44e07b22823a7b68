package problem

import (
	"errors"
	"io/fs"
)

// Unopened tells why a file could not be opened or read.
func Unopened(err error) Problem {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Problem{Message: "không có tệp này", Hint: "kiểm tra lại tên tệp và thư mục đang đứng"}
	case errors.Is(err, fs.ErrPermission):
		return Problem{
			Message: "không có quyền đọc tệp này", Hint: "xin quyền đọc tệp, hoặc chép tệp sang thư mục của mình",
		}
	}
	return Problem{Message: "không đọc được tệp này", Hint: "đóng tệp ở chương trình khác rồi thử lại"}
}

// As is what a person is told of an error: the problem that it is, or another where it
// is none.
func As(err error, otherwise Problem) Problem {
	var p Problem
	if errors.As(err, &p) {
		return p
	}
	return otherwise
}
