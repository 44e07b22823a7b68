package lawdesk

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/lawbook"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/whole"
)

// Import takes in a workbook in which an office checked thresholds, as packs of its own.
type Import struct {
	File   string
	Office string         // who checked
	Layer  criteria.Layer // "" for that of the decision that was read, else the office's own
	Folder string         // of the packs, which is made
	// Load loads the law with the packs of the folder, or where the folder is empty without.
	Load func(empty bool) (*criteria.Library, error)

	named lawbook.Naming // of the workbook's cells, where who signs has not seen it
}

// Planned is what a workbook changes of what is in a folder.
type Planned struct {
	Changes []lawbook.Change
	Files   []PackFile      // the packs as they would be written there
	Left    lawbook.Untaken // rows of it that nobody has taken
	// Lower are levels of the program's for one province that now ask for less than others.
	Lower problem.List
}

// PackFile is a pack about to be written.
type PackFile struct {
	Path string
	data []byte
}

// Take takes the workbook in, or with dry only says what it would change.
func (m *Import) Take(ctx context.Context, dry bool) (Planned, error) {
	plan, err := m.plan(ctx)
	if err == nil && !dry && len(plan.Files) > 0 {
		err = alone(ctx, m.Folder, func() error {
			// Once more: another program may have written in the meantime.
			if plan, err = m.plan(ctx); err != nil {
				return err
			}
			return writeAll(plan.Files)
		})
	}
	return plan, err
}

func (m *Import) plan(ctx context.Context) (Planned, error) {
	there, err := packsIn(m.Folder)
	lib, err := m.Load(err == nil && !there)
	if err != nil {
		return Planned{}, err
	}
	filled, err := m.read(ctx, lib)
	if err != nil {
		return Planned{}, err
	}
	overlays, err := filled.Packs(m.Office, cmp.Or(m.Layer, filled.Layer, criteria.Office))
	if err != nil {
		return Planned{}, err
	}
	out := Planned{Changes: filled.Changes(), Left: filled.Left}
	for _, overlay := range overlays {
		path := cmp.Or(overlay.Pos.File, filepath.Join(m.Folder, overlay.ID+".yaml"))
		if err := add(&out, path, overlay); err != nil {
			return Planned{}, err
		}
	}
	procedure, err := filled.Procedure(m.Office)
	if err != nil {
		return Planned{}, err
	}
	if procedure != nil {
		path := cmp.Or(procedure.Pos.File, filepath.Join(m.Folder, procedure.ID+".yaml"))
		if err := add(&out, path, procedure); err != nil {
			return Planned{}, err
		}
	}
	lib, err = rehearse(m.Folder, out.Files)
	if lib != nil {
		out.Lower = lawpacks.Undercut(lib)
	}
	return out, refused(filled, out.Files, err)
}

// refused tells of the cells of the workbook what the loader says of packs made of it: a
// person sees the workbook, not the packs.
func refused(filled *lawbook.Filled, files []PackFile, err error) error {
	list, ok := err.(problem.List) //nolint:errorlint // rehearse gives it bare
	if !ok {
		return err
	}
	for i, p := range list {
		if at := slices.IndexFunc(files, func(f PackFile) bool { return f.Path == p.File }); at >= 0 {
			list[i] = filled.Refused(p, files[at].data)
		}
	}
	return list
}

// add adds a pack to those that are written.
func add[T criteria.Overlay | criteria.Procedure](p *Planned, path string, pack *T) error {
	var text bytes.Buffer
	err := lawpacks.Encode(&text, pack)
	p.Files = append(p.Files, PackFile{path, text.Bytes()})
	return err
}

func (m *Import) read(ctx context.Context, lib *criteria.Library) (*lawbook.Filled, error) {
	if info, err := os.Stat(m.File); err == nil && !info.Mode().IsRegular() {
		return nil, problem.List{{File: m.File, Message: "đây không phải là một tệp thường",
			Hint: "chỉ ra một tệp .xlsx"}}
	}
	f, err := os.Open(m.File)
	if err != nil {
		return nil, problem.List{{File: m.File, Message: "không mở được tệp này",
			Hint: "kiểm tra lại tên tệp; đóng tệp ở Excel rồi thử lại"}}
	}
	defer f.Close() //nolint:errcheck // opened for reading: nothing is lost
	return lawbook.Read(ctx, m.File, f, lib, m.named)
}

// rehearse loads the folder as it will be, in a copy, so that a pack the loader
// would refuse is never written. The library is nil where nothing is.
func rehearse(home string, files []PackFile) (*criteria.Library, error) {
	if len(files) == 0 {
		return nil, nil
	}
	folder, err := scratch.Make("")
	if err != nil {
		return nil, problem.List{{Message: "không tạo được thư mục tạm", Hint: "kiểm tra dung lượng đĩa"}}
	}
	defer folder.Close() //nolint:errcheck // the next program clears what is left
	copied := folder.File("tep")
	if err := os.Mkdir(copied, 0o700); err != nil {
		return nil, err
	}
	if err := copyPacks(home, copied); err != nil {
		return nil, err
	}
	for _, f := range files {
		name, err := filepath.Rel(home, f.Path)
		if err != nil || strings.HasPrefix(name, "..") {
			return nil, problem.List{{File: f.Path, Message: "quy định này nằm ngoài thư mục đang ghi",
				Hint: "ghi --criteria là thư mục chứa tệp này",
				Page: problem.Press("chuyển tệp ấy vào thư mục quy định ghi ở trang Quyết định, rồi mở lại cửa sổ")}}
		}
		if err := os.WriteFile(filepath.Join(copied, name), f.data, 0o600); err != nil {
			return nil, err
		}
	}
	lib, err := lawpacks.Load(copied)
	if err != nil {
		list := problem.Of(err)
		for i := range list {
			if name, err := filepath.Rel(copied, list[i].File); err == nil {
				list[i].File = filepath.Join(home, name)
			}
		}
		return nil, list
	}
	return lib, nil
}

func writeAll(files []PackFile) error {
	for _, f := range files {
		err := whole.Write(f.Path, true, func(out io.Writer) error {
			_, err := out.Write(f.data)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
