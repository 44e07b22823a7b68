package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"ntm/internal/problem"
)

// Template is a Word file with fields, {{xã}}, in which nothing but the fields changes
// when it is filled: parts without fields are copied as they are packed, and of the
// others every byte stays that is not of a field.
//
// A field may be split over runs, as Word does it. It takes the letters' size of its name:
// {{XÃ}} is filled in capitals. A row of a table, or a paragraph outside of tables, that
// names a field of a list, {{thôn.tên}}, is repeated for each item of it; neighbours that
// name the same list or one within it are repeated together. {{nếu nợ đọng}} at the
// beginning of a paragraph keeps it only where there are arrears; at the beginning of a
// row it is for the row, and of the first row for the table. {{nếu không …}} is the
// opposite. A field may be a picture (Values.SetPicture).
type Template struct {
	archive *archive
	parts   []*templatePart // with fields; the main one is among them, whatever it has
	used    map[string]bool // names of fields and lists
}

// templatePart is a part as it is spliced.
type templatePart struct {
	name   string // in the archive's own spelling of small letters
	data   []byte
	root   *node
	isMain bool
	prefix []byte // of the names of the main part's elements: "w:"
}

// ReadTemplate reads a template; name is the file's in problems, which are a problem.List
// that tells of every field that is not in the schema with its paragraph.
func ReadTemplate(name string, data []byte, schema *Schema) (*Template, error) {
	t, wrong, err := readTemplate(data, schema)
	switch {
	case err != nil:
		return nil, problem.In(name, problem.As(err, errDamaged))
	case len(wrong) > 0:
		return nil, problem.In(name, wrong)
	}
	return t, nil
}

// mostWrong is how many fields that do not exist are told of one template.
const mostWrong = 50

func readTemplate(data []byte, schema *Schema) (*Template, problem.List, error) {
	a, err := openArchive(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, err
	}
	found, err := a.findParts()
	if err != nil {
		return nil, nil, err
	}
	names, err := a.written(found.main)
	if err != nil {
		return nil, nil, err
	}
	t := &Template{archive: a, used: map[string]bool{}}
	var wrong problem.List
	for _, name := range names {
		s, err := a.scanTemplate(name, schema, t.used)
		if err != nil {
			return nil, nil, err
		}
		s.part.isMain = name == found.main
		if s.part.isMain && s.part.prefix == nil {
			return nil, nil, errNotWord
		}
		for _, w := range s.wrong {
			if !s.part.isMain {
				w.Message = partTitle(name) + w.Message
			}
			wrong.Add(w)
		}
		if s.part.isMain || s.fields > 0 {
			t.parts = append(t.parts, s.part)
		}
	}
	return t, wrong[:min(len(wrong), mostWrong)], nil
}

// partTitle is the part as Word's users call it.
func partTitle(name string) string {
	switch base := path.Base(name); {
	case strings.HasPrefix(base, "header"):
		return "đầu trang, "
	case strings.HasPrefix(base, "footer"):
		return "chân trang, "
	}
	return "chú thích, "
}

// written are the parts that people write in: the main one and those around it.
func (a *archive) written(main string) ([]string, error) {
	names := []string{main}
	err := a.relations(main, func(kind, target string) {
		switch kind {
		case "header", "footer", "footnotes", "endnotes":
			if a.parts[target] != nil && !slices.Contains(names, target) {
				names = append(names, target)
			}
		}
	})
	return names, err
}

// Uses tells whether the template names a field or a list.
func (t *Template) Uses(name string) bool { return t.used[foldField(name)] }

// HasFields tells a template from a file that only looks like one.
func (t *Template) HasFields() bool { return len(t.used) > 0 }

// Around are paragraphs set before and after what a template says.
type Around struct{ Before, After []string }

// Fill writes the template with its fields filled. The error is one of writing, or a
// problem where it becomes too large.
func (t *Template) Fill(w io.Writer, v *Values, around Around) error {
	with := &packed{archive: t.archive, anew: map[string][]byte{}}
	room := maxFilled
	for _, p := range t.parts {
		r := &renderer{part: p, data: p.data, room: room}
		if p.isMain {
			r.around = around
		}
		content, err := r.render(v)
		if err != nil {
			return err
		}
		room -= len(content)
		with.anew[p.name] = content
		if err := with.put(p.name, r.media); err != nil {
			return err
		}
	}
	z := zip.NewWriter(w)
	for _, file := range t.archive.files {
		content, is := with.anew[partName("", file.Name)]
		if !is {
			if err := z.Copy(file); err != nil {
				return fmt.Errorf("%s: %w", file.Name, err)
			}
			continue
		}
		head := &zip.FileHeader{Name: file.Name, Method: zip.Deflate, Modified: file.Modified}
		if err := pack(z, head, content); err != nil {
			return err
		}
	}
	for _, part := range with.added {
		head := &zip.FileHeader{Name: part.name, Method: zip.Deflate}
		if part.packed {
			head.Method = zip.Store
		}
		if err := pack(z, head, part.content); err != nil {
			return err
		}
	}
	return z.Close()
}

func pack(z *zip.Writer, head *zip.FileHeader, content []byte) error {
	into, err := z.CreateHeader(head)
	if err == nil {
		_, err = into.Write(content)
	}
	return err
}
