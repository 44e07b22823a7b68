package parcel

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"ntm/internal/evidence"
	"ntm/internal/problem"
	"ntm/internal/scratch"
)

// Placed is what became of files of evidence that came from elsewhere.
type Placed struct {
	New   int `json:"new"`   // that were written
	Known int `json:"known"` // that were there already

	Told problem.List `json:"-"` // those that got another name, for another file has theirs
	Lost problem.List `json:"-"` // those that are damaged or missing: they were not written
}

// Unpack puts files of the parcel below a folder, its evidence or its decisions, each whole or not at
// all. What is there stays as it is.
func (p *Parcel) Unpack(ctx context.Context, folder string, files []evidence.File) (*Placed, error) {
	return place(ctx, folder, files, func(f *evidence.File, to io.Writer) {
		p.pour(ctx, f, to)
	}, p.damaged)
}

// Bring puts files that were found below one folder below another, as Unpack does.
func Bring(ctx context.Context, from, to string, files []evidence.File) (*Placed, error) {
	return place(ctx, to, files, func(f *evidence.File, to io.Writer) {
		_, _ = f.Copy(ctx, from, to) // as above
	}, func(f *evidence.File) problem.Problem {
		return problem.Problem{File: from, Message: fmt.Sprintf("minh chứng %q bị sửa hoặc mất trong lúc chép", f.Path),
			Hint: "đóng chương trình đang mở tệp ấy rồi chạy lại"}
	})
}

// place puts files below a folder. pour writes the content of one as far as it can be read;
// lost says that this is not what it should be.
func place(ctx context.Context, folder string, files []evidence.File, pour func(*evidence.File, io.Writer),
	lost func(*evidence.File) problem.Problem) (*Placed, error) {
	out := new(Placed)
	if len(files) == 0 {
		return out, nil
	}
	fail := func(err error) error {
		if err == nil || ctx.Err() != nil {
			return ctx.Err()
		}
		return problem.Problem{File: folder, Message: "không ghi được tệp vào thư mục này",
			Hint: "kiểm tra quyền ghi và dung lượng đĩa rồi chạy lại"}
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fail(err)
	}
	beside, err := scratch.Make(folder)
	if err != nil {
		return nil, fail(err)
	}
	defer beside.Close() //nolint:errcheck // the next program clears what is left
	for i := range files {
		f := &files[i]
		name, there, err := free(ctx, folder, f)
		switch {
		case err != nil:
			return out, err
		case there:
			out.Known++
			continue
		}
		temp := beside.File("tep")
		whole, err := filled(temp, f, pour)
		if err = errors.Join(err, ctx.Err()); err != nil {
			return out, fail(err)
		}
		if !whole {
			out.Lost = append(out.Lost, lost(f))
			continue
		}
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o700), os.Rename(temp, to)); err != nil {
			return out, fail(err)
		}
		if out.New++; name != f.Path {
			out.Told = append(out.Told, problem.Problem{File: folder, Message: fmt.Sprintf("đã có tệp khác tên %q; "+
				"tệp nhận về được ghi thành %q", f.Path, name), Hint: "xem hai tệp, giữ tệp đúng dưới tên ấy"})
		}
	}
	return out, nil
}

// free is the name under which a file can lie below a folder, its own or one with a number
// where another file has that; there tells that it lies under it already.
func free(ctx context.Context, folder string, f *evidence.File) (name string, there bool, err error) {
	const most = 1000
	ext := path.Ext(f.Path)
	for n := 1; n < most; n++ {
		name = f.Path
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(f.Path, ext), n, ext)
		}
		is, err := evidence.Hash(ctx, folder, []string{name})
		switch {
		case err != nil:
			return "", false, err
		case is[0].State == evidence.Missing:
			return name, false, nil
		case is[0].State == evidence.Found && is[0].SHA256 == f.SHA256:
			return name, true, nil
		}
	}
	return "", false, problem.Problem{File: folder, Message: fmt.Sprintf("đã có quá nhiều tệp tên %q", f.Path),
		Hint: "dọn bớt thư mục này rồi chạy lại"}
}

// filled writes a file's content, and tells whether it is the file's. The error is of the writing.
func filled(temp string, f *evidence.File, pour func(*evidence.File, io.Writer)) (whole bool, err error) {
	file, err := os.Create(temp)
	if err != nil {
		return false, err
	}
	h := sha256.New()
	to := &writer{to: io.MultiWriter(file, h)}
	pour(f, to)
	err = errors.Join(to.err, file.Sync(), file.Close())
	return hex.EncodeToString(h.Sum(nil)) == f.SHA256, err
}

// writer remembers that writing failed.
type writer struct {
	to  io.Writer
	err error
}

func (w *writer) Write(b []byte) (int, error) {
	n, err := w.to.Write(b)
	w.err = errors.Join(w.err, err)
	return n, err
}
