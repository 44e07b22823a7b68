package docx

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
)

// archive is the parts of a Word file, by name in lower case: part names know no case.
type archive struct {
	parts map[string]*zip.File
	files []*zip.File // in their order
	read  int64       // bytes that came out so far
}

func openArchive(r io.ReaderAt, size int64) (*archive, error) {
	switch {
	case size == 0:
		return nil, errEmpty
	case size > maxFile:
		return nil, errLarge
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errDamaged
	}
	if len(z.File) > maxEntries {
		return nil, errEntries
	}
	a := &archive{parts: map[string]*zip.File{}, files: z.File}
	for _, file := range z.File {
		name := partName("", file.Name)
		if a.parts[name] != nil {
			return nil, errTwice
		}
		a.parts[name] = file
	}
	return a, nil
}

// partName is the part that a target means which stands in a part of a folder.
func partName(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = folder + "/" + target
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+target), "/"))
}

// open gives the content of a part, bounded by what comes out of it, whatever its
// header says.
func (a *archive) open(name string) (io.ReadCloser, error) {
	file := a.parts[name]
	if file == nil {
		return nil, errDamaged
	}
	content, err := file.Open()
	if err != nil {
		return nil, errDamaged
	}
	return &counted{archive: a, content: content}, nil
}

// data is all of a part.
func (a *archive) data(name string) ([]byte, error) {
	content, err := a.open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(content)
	return data, errors.Join(err, content.Close())
}

type counted struct {
	archive *archive
	content io.ReadCloser
	read    int64
}

func (c *counted) Read(into []byte) (int, error) {
	n, err := c.content.Read(into)
	c.read += int64(n)
	c.archive.read += int64(n)
	switch {
	case c.read > maxPart:
		return 0, errPart
	case c.archive.read > maxUnzipped:
		return 0, errUnzipped
	}
	return n, err
}

func (c *counted) Close() error { return c.content.Close() }

// parts are the names of the parts that are read; those but the main one may be "".
type parts struct{ main, styles, numbering, footnotes, endnotes string }

// findParts follows the relations: the main part need not be word/document.xml.
func (a *archive) findParts() (parts, error) {
	var p parts
	err := a.relations("", func(kind, target string) {
		if kind == "officeDocument" && p.main == "" {
			p.main = target
		}
	})
	if err != nil {
		return p, err
	}
	if p.main == "" || a.parts[p.main] == nil {
		return p, errNotWord
	}
	found := map[string]*string{"styles": &p.styles, "numbering": &p.numbering, "footnotes": &p.footnotes,
		"endnotes": &p.endnotes}
	err = a.relations(p.main, func(kind, target string) {
		if part := found[kind]; part != nil && *part == "" && a.parts[target] != nil {
			*part = target
		}
	})
	return p, err
}

// relationsOf is the part that has the relations of a part, and the folder of both.
func relationsOf(part string) (name, folder string) {
	folder, base := path.Split(part)
	return folder + "_rels/" + base + ".rels", folder
}

// relations visits the relations of a part, of the file itself for "", to others within the file: the last word of
// the kind, which is the same in both editions of the standard, and the target.
func (a *archive) relations(part string, visit func(kind, target string)) error {
	name, folder := relationsOf(part)
	if a.parts[name] == nil {
		return nil
	}
	return a.each(name, func(_ *xmlReader, e element) {
		if e.local() == "Relationship" && e.attr("TargetMode") != "External" {
			visit(path.Base(e.attr("Type")), partName(folder, e.attr("Target")))
		}
	})
}
