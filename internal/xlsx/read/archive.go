package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
)

// archive is the parts of a workbook, by name in lower case: part names know no
// case.
type archive struct {
	parts    map[string]*part
	unzipped int64 // bytes so far, each part counted once
}

type part struct {
	file     *zip.File
	unzipped int64 // the furthest it was read
}

func openArchive(r io.ReaderAt, size int64) (archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return archive{}, errDamaged
	}
	if len(z.File) > maxParts {
		return archive{}, errParts
	}
	a := archive{parts: map[string]*part{}}
	for _, file := range z.File {
		name := partName("", file.Name)
		if strings.HasSuffix(file.Name, "/") || strings.HasSuffix(file.Name, `\`) {
			continue // a folder
		}
		if a.parts[name] != nil {
			return archive{}, errDamaged // which of the two is meant, nobody can tell
		}
		a.parts[name] = &part{file: file}
	}
	return a, nil
}

// partName is the part that a target means which stands in a part of a folder. Some
// programs part the folders by backslashes, and some write what is no plain letter as
// an address does: "sheet%201.xml".
func partName(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	if !strings.HasPrefix(target, "/") {
		target = folder + "/" + target
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+target), "/"))
}

// encrypted is the flag of a part that a password hides.
const encrypted = 1

// open gives the content of a part, which the caller reads to its end.
func (a *archive) open(name string) (*unzipping, error) {
	p := a.parts[name]
	switch {
	case p == nil:
		return nil, errDamaged
	case p.file.Flags&encrypted != 0:
		return nil, errLocked
	case a.unzipped > maxUnzipped: // once is enough to know
		return nil, errUnzipped
	}
	if p.file.UncompressedSize64 > uint64(maxUnzipped-a.unzipped+p.unzipped) {
		return nil, errUnzipped // it says so itself: not a byte is read
	}
	content, err := p.file.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, errPacked
	}
	if err != nil {
		return nil, err
	}
	return &unzipping{archive: a, part: p, content: content}, nil
}

// contains tells whether a word stands anywhere in a part. In a part of other letters
// than UTF-8 it may: there is no telling without reading it.
func (a *archive) contains(name, word string) (found bool, err error) {
	content, err := a.open(name)
	if err != nil {
		return false, err
	}
	buffer := make([]byte, 64<<10)
	kept := 0 // bytes of the last part that the word may begin in
	for first := true; ; first = false {
		n, err := content.Read(buffer[kept:])
		text := buffer[:kept+n]
		if first && bytes.IndexByte(text, 0) >= 0 || bytes.Contains(text, []byte(word)) {
			return true, content.Close()
		}
		kept = copy(buffer, text[max(0, len(text)-len(word)+1):])
		if errors.Is(err, io.EOF) {
			return false, content.Close()
		}
		if err != nil {
			return false, errors.Join(err, content.Close())
		}
	}
}

// unzipping counts what a part really holds: one that holds more than its header says
// is damaged, or was made to deceive.
type unzipping struct {
	archive *archive
	part    *part
	content io.ReadCloser
	read    int64
}

func (u *unzipping) Read(into []byte) (int, error) {
	n, err := u.content.Read(into)
	u.read += int64(n)
	if further := u.read - u.part.unzipped; further > 0 {
		u.part.unzipped += further
		u.archive.unzipped += further
	}
	if uint64(u.read) > u.part.file.UncompressedSize64 {
		return 0, errDamaged
	}
	if u.archive.unzipped > maxUnzipped {
		return 0, errUnzipped // what was read counts for nothing: a reader may look at it first
	}
	return n, err
}

func (u *unzipping) Close() error { return u.content.Close() }
