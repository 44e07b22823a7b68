package read

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/problem"
)

// Open opens a workbook or a CSV. What it is, its content tells: a workbook
// named .csv is read as a workbook. The error is a problem.Problem, for the
// person who chose the file.
//
// When ctx ends, so does the reading of the book: the error then is its own.
func Open(ctx context.Context, path string) (*Book, error) {
	none := &Book{File: path, ctx: ctx}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, none.wrong(problem.Unopened(err))
	case info.IsDir():
		return nil, none.wrong(errDirectory)
	case !info.Mode().IsRegular():
		return nil, none.wrong(errNotFile)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, none.wrong(problem.Unopened(err))
	}
	b, err := Read(ctx, path, file, info.Size())
	if err != nil {
		_ = file.Close() // opened for reading: nothing is lost
		return nil, err
	}
	b.closer = file
	return b, nil
}

// Read is Open for what is no file of its own; file names it in problems, and
// by its extension tells whether a text may be a CSV (.csv, .tsv, .txt or none).
// r must stay readable as long as the book is used.
func Read(ctx context.Context, file string, r io.ReaderAt, size int64) (*Book, error) {
	b := &Book{File: file, Names: map[string]string{}, ctx: ctx}
	if err := b.load(Until(ctx, r), size); err != nil {
		return nil, b.wrong(err)
	}
	return b, nil
}

// Until reads as r does until ctx ends, and then fails with its error: whatever is being
// read of a file, and by whom, ends with it.
func Until(ctx context.Context, r io.ReaderAt) io.ReaderAt { return until{ctx, r} }

type until struct {
	ctx context.Context
	io.ReaderAt
}

func (u until) ReadAt(into []byte, at int64) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.ReaderAt.ReadAt(into, at)
}

// The first bytes of what people take for a workbook.
var (
	magicZip     = []byte("PK")
	magicOle     = []byte("\xD0\xCF\x11\xE0")
	magicForeign = [][]byte{[]byte("%PDF"), []byte("\x89PNG"), []byte("\xFF\xD8\xFF"), []byte("Rar!"),
		[]byte("7z\xBC\xAF"), []byte("{\\rtf")}
	textExtension = []string{".csv", ".tsv", ".txt", ""}
)

func (b *Book) load(r io.ReaderAt, size int64) error {
	switch {
	case size == 0:
		return errEmpty
	case size > maxFile:
		return errTooLarge
	}
	head := make([]byte, min(size, 256))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return problem.Unopened(err)
	}
	isForeign := func(magic []byte) bool { return bytes.HasPrefix(head, magic) }
	switch start := bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n"); {
	case bytes.HasPrefix(head, magicZip):
		return b.loadWorkbook(r, size)
	case bytes.HasPrefix(head, magicOle):
		return errOld
	case slices.ContainsFunc(magicForeign, isForeign):
		return errForeign
	case bytes.HasPrefix(start, []byte("<")):
		return errWebPage
	case !slices.Contains(textExtension, strings.ToLower(filepath.Ext(b.File))):
		return errForeign
	}
	return b.loadCSV(io.NewSectionReader(r, 0, size))
}
