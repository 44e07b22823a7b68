package web

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/vi"
)

// mostOfFile is how many bytes a file may have that is read or kept: as many as of a workbook.
const mostOfFile = 64 << 20

// mostUploaded leaves room for the other fields of a form with a file.
const mostUploaded = mostOfFile + mostTyped

// sentFile is a file that the browser sent.
type sentFile struct{ Path, Name string }

// uploaded are files that the browser sent, in a folder of their own until it is closed, with the
// other fields of their form.
type uploaded struct {
	sentFile // the first
	Files    []sentFile
	Fields   map[string]string
	folder   *scratch.Folder
}

func (u *uploaded) paths() []string {
	return list.Map(u.Files, func(f sentFile) string { return f.Path })
}

func (u *uploaded) Close() { _ = u.folder.Close() } // what is left the next one clears

// upload takes in the one file of a form.
func upload(r *http.Request) (*uploaded, error) { return uploads(r, 1) }

// uploads takes in the files of a form, at most so many. The name of each is what is left of the
// browser's when all is taken away by which it could lead elsewhere.
func uploads(r *http.Request, most int) (*uploaded, error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, noFile
	}
	folder, err := scratch.Make("")
	if err != nil {
		return nil, problem.Problem{Message: "không ghi được vào thư mục tạm của máy",
			Hint: "kiểm tra dung lượng đĩa rồi thử lại"}
	}
	u := &uploaded{Fields: map[string]string{}, folder: folder}
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
	u.sentFile = u.Files[0]
	return u, nil
}

// take takes in a part of a form: a file, or another field.
func (u *uploaded) take(part *multipart.Part, most int) error {
	_, params, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition")) // "" where it says none
	name, isFile := params["filename"]
	switch {
	case !isFile:
		text, err := io.ReadAll(io.LimitReader(part, mostTyped))
		u.Fields[part.FormName()] = vi.NFC(string(text))
		return err
	case name == "":
		return nil
	case len(u.Files) == most && most == 1:
		return problem.Problem{Message: "chỉ nhận mỗi lần một tệp", Hint: "thả từng tệp"}
	case len(u.Files) == most:
		return problem.Problem{Message: fmt.Sprintf("gửi hơn %d tệp", most), Hint: "chỉ chọn các tệp cần gửi"}
	}
	f := sentFile{Name: fileName(name)}
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
	n, err := io.Copy(f, io.LimitReader(from, mostOfFile+1))
	if err = errors.Join(err, f.Close()); err == nil && n > mostOfFile {
		err = &http.MaxBytesError{Limit: mostOfFile}
	}
	return err
}

// mostOfFileName is how many bytes a name may have: what file systems take, and room for a number.
const mostOfFileName = 120

// fileName is the last part of a name without what cannot be in one on every system, or turns
// it about when it is shown.
func fileName(sent string) string {
	name := path.Base(strings.ReplaceAll(vi.NFC(strings.ToValidUTF8(sent, "")), `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	ext := filepath.Ext(name)
	if len(ext) > 12 {
		ext = ""
	}
	stem := strings.Trim(strings.TrimSuffix(name, ext), ". ")
	for len(stem)+len(ext) > mostOfFileName {
		stem = stem[:len(stem)-len(lastLetter(stem))]
	}
	if stem = strings.Trim(stem, ". "); stem == "" {
		stem = "tep"
	}
	return stem + strings.TrimRight(ext, ". ")
}

func lastLetter(s string) string {
	r := []rune(s)
	return string(r[len(r)-1])
}
