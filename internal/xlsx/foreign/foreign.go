// Package foreign opens workbooks of any kind: .xlsx as they are, those of other kinds (.xls, .ods) by way of
// LibreOffice where that is asked for.
package foreign

import (
	"bytes"
	"context"
	"errors"
	"os"

	"ntm/internal/libreoffice"
	"ntm/internal/problem"
	"ntm/internal/xlsx/read"
)

type convertKey struct{}

// Converting has workbooks of other kinds (.xls, .ods) read by way of LibreOffice, within
// what is read with the context.
func Converting(ctx context.Context) context.Context {
	return context.WithValue(ctx, convertKey{}, true)
}

// Kinds are the extensions of the workbooks that are read so.
var Kinds = []string{".xls", ".ods", ".xlsb", ".ots", ".xlt", ".et"}

// OrConvert is what may be done instead of saving such a workbook anew.
const OrConvert = "; máy có LibreOffice thì chỉ cần thêm --convert"

// byContent is the name of a file with the extension of what is in it: people rename files.
func byContent(path string, data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return "tep.xls"
	case bytes.Contains(data[:min(len(data), 256)], []byte("opendocument.spreadsheet")):
		return "tep.ods"
	}
	return path
}

// Open opens a workbook, where that is asked for also one of another kind; said are notes on
// how it was read.
func Open(ctx context.Context, path string) (book *read.Book, said problem.List, err error) {
	book, err = read.Open(ctx, path)
	if !read.IsOther(err) {
		return book, nil, err
	}
	p := problem.As(err, problem.Problem{})
	converts, _ := ctx.Value(convertKey{}).(bool)
	if !converts {
		p.Hint += OrConvert
		return nil, nil, p
	}
	data, err := os.ReadFile(path) // read.Open has looked at its size
	if err != nil {
		return nil, nil, problem.Unopened(err)
	}
	err = libreoffice.Convert(ctx, byContent(path, data), data, "xlsx", func(made string) error {
		if data, err = os.ReadFile(made); err != nil {
			return libreoffice.ErrFailed
		}
		book, err = read.Read(ctx, path, bytes.NewReader(data), int64(len(data)))
		return err
	})
	switch {
	case errors.Is(err, libreoffice.ErrAbsent):
		p.Message += "; máy này không có LibreOffice để đọc"
		return nil, nil, p
	case errors.Is(err, libreoffice.ErrFailed):
		p.Message = "LibreOffice không mở được tệp này"
		return nil, nil, p
	case err != nil:
		return nil, nil, err
	}
	said.Add(problem.Problem{File: path, Message: "tệp được đọc qua LibreOffice",
		Hint: "đối chiếu vài số với tệp gốc; ô nêu ở các lưu ý là ô của tệp gốc"})
	return book, said, nil
}
