package wordpapers

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/docx"
	"ntm/internal/problem"
)

// mostTemplate is more bytes than any template has.
const mostTemplate = 32 << 20

// ReadTemplates reads an office's own templates: the .docx files of folders in which fields
// stand, the later folder before the earlier. One that is called as a paper of ours takes
// its place; any other is a paper of its own, called by its file's name. The error is a
// problem.List.
func ReadTemplates(lib *criteria.Library, folders ...string) (Templates, error) {
	out := Templates{}
	var wrong problem.List
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // whoever reads the packs tells of it
		}
		for _, e := range entries {
			name := e.Name()
			if !strings.EqualFold(filepath.Ext(name), ".docx") || strings.HasPrefix(name, "~$") ||
				strings.HasPrefix(name, ".") {
				continue
			}
			t, err := readFile(filepath.Join(folder, name), lib)
			switch {
			case err != nil:
				wrong = append(wrong, problem.Of(err)...)
			case t.HasFields():
				out[idOf(name)] = t
			}
		}
	}
	return out, wrong.Err()
}

// idOf is the id of the kind that a file is the template of.
func idOf(name string) string {
	base := name[:len(name)-len(filepath.Ext(name))]
	for _, k := range append(slices.Clone(Kinds), Summary) {
		if strings.EqualFold(base, k.ID) {
			return k.ID
		}
	}
	return base
}

func readFile(path string, lib *criteria.Library) (*docx.Template, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, problem.List{{File: path, Message: "không mở được tệp mẫu này", Hint: "kiểm tra quyền đọc"}}
	}
	defer file.Close() //nolint:errcheck // opened for reading: nothing is lost
	data, err := io.ReadAll(io.LimitReader(file, mostTemplate+1))
	switch {
	case err != nil:
		return nil, problem.List{{File: path, Message: "không đọc được tệp mẫu này", Hint: "kiểm tra ổ đĩa, thử lại"}}
	case len(data) > mostTemplate:
		return nil, problem.List{{File: path, Message: "tệp mẫu quá lớn: hơn 32 MB", Hint: "bớt hình ảnh trong mẫu"}}
	}
	return docx.ReadTemplate(path, data, schema(lib))
}

// more are the kinds that only an office has.
func (t Templates) more() []Kind {
	var out []Kind
	for id := range t {
		isOurs := func(k Kind) bool { return k.ID == id }
		if !slices.ContainsFunc(Kinds, isOurs) && id != Summary.ID {
			out = append(out, Kind{ID: id, Title: id, Side: OfCommune})
		}
	}
	slices.SortFunc(out, func(a, b Kind) int { return strings.Compare(a.ID, b.ID) })
	return out
}
