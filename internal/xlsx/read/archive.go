package read

import (
	"archive/zip"
	"io"
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
		name := partName("", strings.ReplaceAll(file.Name, `\`, "/"))
		if a.parts[name] != nil {
			return archive{}, errDamaged // which of the two is meant, nobody can tell
		}
		a.parts[name] = &part{file: file}
	}
	return a, nil
}

// partName is the part that a target means which stands in a part of a folder.
func partName(folder, target string) string {
	if !strings.HasPrefix(target, "/") {
		target = folder + "/" + target
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+target), "/"))
}

// open gives the content of a part, which the caller reads to its end.
func (a *archive) open(name string) (*unzipping, error) {
	p := a.parts[name]
	switch {
	case p == nil:
		return nil, errDamaged
	case a.unzipped > maxUnzipped: // once is enough to know
		return nil, errUnzipped
	}
	if p.file.UncompressedSize64 > uint64(maxUnzipped-a.unzipped+p.unzipped) {
		return nil, errUnzipped // it says so itself: not a byte is read
	}
	content, err := p.file.Open()
	if err != nil {
		return nil, err
	}
	return &unzipping{archive: a, part: p, content: content}, nil
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
