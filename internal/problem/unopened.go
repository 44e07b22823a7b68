package problem

import (
	"errors"
	"io/fs"
	"os"
	"slices"
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

// writes are the operations of the system that write.
var writes = []string{"write", "create", "mkdir", "mkdirat", "rename", "remove", "unlinkat", "truncate", "chmod",
	"sync",
	"close", "link", "symlink"}

// ofSystem is what a person is told of an error of the system, which speaks English: what
// could not be read or written, and why.
func ofSystem(err error) (p Problem, is bool) {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at) && !slices.Contains(writes, at.Op):
		p = Unopened(err)
		p.File = at.Path
	case errors.As(err, &at), errors.As(err, &link):
		p = Problem{Message: "không ghi được kết quả", Hint: "kiểm tra dung lượng đĩa và nơi nhận kết quả"}
	default:
		return p, false
	}
	return p, true
}

// As is what a person is told of an error: the problem that it is, or another where it
// is none.
func As(err error, otherwise Problem) Problem {
	if p, is := errors.AsType[Problem](err); is {
		return p
	}
	return otherwise
}
