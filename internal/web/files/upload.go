package files

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"

	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// File is a file that the browser sent.
type File struct{ Path, Name string }

// Sent are files that the browser sent, in a folder of their own until it is closed, with the
// other fields of their form.
type Sent struct {
	File   // the first
	Files  []File
	Fields map[string]string
	folder *scratch.Folder
}

// Folder is a folder of its own for files that are read or handed over, until it is closed.
func Folder() (*scratch.Folder, error) {
	folder, err := scratch.Make("")
	if err != nil {
		return nil, problem.Problem{Message: "không ghi được vào thư mục tạm của máy",
			Hint: "kiểm tra dung lượng đĩa rồi thử lại"}
	}
	return folder, nil
}

// Paths are where the files lie.
func (u *Sent) Paths() []string {
	return list.Map(u.Files, func(f File) string { return f.Path })
}

// Close takes the files away.
func (u *Sent) Close() { _ = u.folder.Close() } // what is left the next one clears

// Take takes in the one file of a form.
func Take(r *http.Request) (*Sent, error) { return TakeAll(r, 1) }

// TakeAll takes in the files of a form, at most so many. The name of each is what is left of the
// browser's when all is taken away by which it could lead elsewhere.
func TakeAll(r *http.Request, most int) (*Sent, error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, noFile
	}
	folder, err := Folder()
	if err != nil {
		return nil, err
	}
	u := &Sent{Fields: map[string]string{}, folder: folder}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = u.take(part, most)
		}
		if err != nil {
			u.Close()
			return nil, unreadUpload(err)
		}
	}
	if len(u.Files) == 0 {
		u.Close()
		return nil, noFile
	}
	u.File = u.Files[0]
	return u, nil
}

// take takes in a part of a form: a file, or another field.
func (u *Sent) take(part *multipart.Part, most int) error {
	_, params, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition")) // "" where it says none
	name, isFile := params["filename"]
	switch {
	case !isFile:
		text, err := io.ReadAll(io.LimitReader(part, page.MostTyped))
		u.Fields[part.FormName()] = vi.NFC(string(text))
		return err
	case name == "":
		return nil
	case len(u.Files) == most && most == 1:
		return problem.Problem{Message: "chỉ nhận mỗi lần một tệp", Hint: "thả từng tệp"}
	case len(u.Files) == most:
		return problem.Problem{Message: fmt.Sprintf("gửi hơn %d tệp", most), Hint: "chỉ chọn các tệp cần gửi"}
	}
	f := File{Name: evidence.NameOf(name)}
	if f.Path = u.folder.File(f.Name); most > 1 {
		f.Path = u.folder.File(fmt.Sprintf("%d-%s", len(u.Files)+1, f.Name)) // two may have one name
	}
	u.Files = append(u.Files, f)
	return save(f.Path, part)
}

var noFile = problem.Problem{Message: "chưa chọn tệp nào", Hint: "chọn một tệp rồi gửi lại"}

// unreadUpload is what went wrong while the browser was sending, in words.
func unreadUpload(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) || errors.As(err, &problem.Problem{}) {
		return err
	}
	return problem.Problem{Message: "tệp gửi lên bị ngắt giữa chừng hoặc không đọc được", Hint: "gửi lại tệp"}
}

func save(path string, from io.Reader) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return problem.Problem{Message: "không ghi được tệp gửi lên vào thư mục tạm", Hint: "đổi tên tệp rồi gửi lại"}
	}
	n, err := io.Copy(f, io.LimitReader(from, page.MostOfFile+1))
	if err = errors.Join(err, f.Close()); err == nil && n > page.MostOfFile {
		err = &http.MaxBytesError{Limit: page.MostOfFile}
	}
	return err
}
