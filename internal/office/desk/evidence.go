package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/evidence"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

// Proof is a piece of evidence as the working copy lists it.
type Proof struct {
	Item, Code, Number, Title string
	Name                      string        // of its file, "" for none
	File                      evidence.File // as it was found; nothing where it was not looked for
	Cited                     []string      // figures
}

// Proofs are the pieces of evidence that a working copy lists, in their order.
func (w *Working) Proofs() (out []Proof) {
	t := &layout.EvidenceTable
	cited := map[string][]string{}
	for at, c := range w.Cells {
		if at.Sheet == layout.FigureSheet && at.ID == "ntm:evidence" {
			for _, code := range form.Codes(c.Value) {
				cited[vi.FoldTone(code)] = append(cited[vi.FoldTone(code)], at.Item)
			}
		}
	}
	for _, item := range w.Items(t) {
		text := func(id string) string { return w.Text(t.Sheet, item, id) }
		p := Proof{Item: item, Code: text("ntm:code"), Number: text("ntm:number"), Title: text("ntm:title"),
			Name: text("ntm:file"), Cited: cited[vi.FoldTone(text("ntm:code"))]}
		slices.Sort(p.Cited)
		out = append(out, p)
	}
	return out
}

// Found looks for the files of pieces of evidence, and hashes them.
func (d *Desk) Found(ctx context.Context, of store.OfYear, proofs []Proof) error {
	var names []string
	for _, p := range proofs {
		if p.Name != "" {
			names = append(names, p.Name)
		}
	}
	files, err := evidence.Hash(ctx, d.Folder(of), names)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	for i := range proofs {
		at := slices.IndexFunc(files, func(f evidence.File) bool { return f.Path == proofs[i].Name })
		switch {
		case at >= 0:
			proofs[i].File = files[at]
		case proofs[i].Name != "":
			proofs[i].File.State = evidence.Missing
		}
	}
	return err
}

// Content is the file of a piece of evidence, of at most so many bytes.
func (d *Desk) Content(ctx context.Context, of store.OfYear, item string, most int64) (name string, data []byte,
	err error) {
	w, err := d.cells(ctx, of)
	if err != nil {
		return "", nil, err
	}
	name = w.Text(layout.EvidenceSheet, item, "ntm:file")
	one := []Proof{{Name: name}}
	if err := d.Found(ctx, of, one); err != nil {
		return "", nil, err
	}
	state := one[0].File.State
	if state == evidence.Found {
		data, state, err = one[0].File.Read(ctx, d.Folder(of), most)
	}
	if err == nil && state != evidence.Found {
		err = problem.Problem{Message: fmt.Sprintf("minh chứng %q: %s", name, state.Word()),
			Hint: "đính lại tệp ở trang Minh chứng"}
	}
	return filepath.Base(name), data, err
}

// AddEvidence keeps a file where the report's evidence lies, lists it under the next number,
// and has a figure cite it ("" for none). A file that is there already is not kept twice, one that
// is listed and missing joins its entry.
func (d *Desk) AddEvidence(ctx context.Context, of store.OfYear, by, file, name, figure string) (Proof, error) {
	var none Proof
	if figure != "" && d.Lib.Figures[figure] == nil {
		return none, problem.Problem{Message: "không có số liệu này để đính minh chứng", Hint: "tải lại trang"}
	}
	w, err := d.cells(ctx, of)
	if err != nil {
		return none, err
	}
	kept, isNew, err := w.keepFile(ctx, d.Folder(of), file, name, figure)
	if err != nil {
		return none, err
	}
	const tries = 5
	for range tries {
		w, err := d.cells(ctx, of)
		if err != nil {
			return none, err
		}
		p, cells := w.listing(kept, figure)
		clashing, err := d.Set(ctx, of, by, cells)
		if err == nil && len(clashing) > 0 {
			continue // somebody lists another one just now
		}
		if err != nil && isNew {
			local, _ := evidence.Local(kept)
			err = errors.Join(err, os.Remove(filepath.Join(d.Folder(of), filepath.FromSlash(local))))
		}
		return p, err
	}
	return none, problem.Problem{Message: "nhiều người đang ghi minh chứng cùng lúc", Hint: "gửi lại tệp"}
}

// listing are the cells that list a file, and that have a figure cite it.
func (w *Working) listing(name, figure string) (Proof, []store.WorkingCell) {
	t := &layout.EvidenceTable
	var p Proof
	codes := map[string]string{}
	for _, known := range w.Proofs() {
		codes[vi.FoldTone(known.Code)] = known.Item
		if known.Name == name {
			p = known
		}
	}
	var cells []store.WorkingCell
	if p.Item == "" {
		p = Proof{Item: fmt.Sprint(w.Free(t)), Code: newCode(codes), Name: name,
			Title: strings.TrimSuffix(name, filepath.Ext(name))}
		for _, c := range [][2]string{{"ntm:code", p.Code}, {"ntm:title", p.Title}, {"ntm:file", p.Name}} {
			cells = append(cells, store.WorkingCell{Sheet: t.Sheet, Item: p.Item, Cell: c[0], Value: c[1]})
		}
	}
	if figure != "" {
		at := form.Place{Sheet: layout.FigureSheet, Item: figure, ID: "ntm:evidence"}
		stands := w.Cells[at]
		cells = append(cells, store.WorkingCell{Sheet: at.Sheet, Item: at.Item, Cell: at.ID,
			Value: together(stands.Value, p.Code), Version: stands.Version})
	}
	return p, cells
}

// keepFile puts a file below a folder as the list names it, else under its name, or one with a number
// where another file has that.
func (w *Working) keepFile(ctx context.Context, folder, file, name, figure string) (kept string, isNew bool,
	err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", false, problem.Problem{Message: "không tạo được thư mục minh chứng " + folder,
			Hint: "kiểm tra quyền ghi và dung lượng đĩa"}
	}
	is, err := evidence.Hash(ctx, filepath.Dir(file), []string{filepath.Base(file)})
	if err != nil {
		return "", false, err
	}
	listed, there, err := w.listedAs(ctx, folder, is[0], name, figure)
	if err != nil || there {
		return listed, false, err
	}
	if listed != "" {
		return listed, true, keepListed(folder, file, listed)
	}
	const most = 1000
	for n := 1; n < most; n++ {
		kept = name
		if n > 1 {
			kept = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, filepath.Ext(name)), n, filepath.Ext(name))
		}
		if local, inside := evidence.Local(kept); !inside || local != filepath.Base(local) {
			return "", false, problem.Problem{Message: fmt.Sprintf("tên tệp %q không dùng được", kept),
				Hint: "đổi tên tệp"}
		}
		there, err := evidence.Hash(ctx, folder, []string{kept})
		switch {
		case err != nil:
			return "", false, err
		case there[0].State == evidence.Found && there[0].SHA256 == is[0].SHA256:
			return kept, false, nil
		case there[0].State != evidence.Missing:
			continue
		}
		return kept, true, copied(file, filepath.Join(folder, kept))
	}
	return "", false, problem.Problem{Message: fmt.Sprintf("đã có quá nhiều tệp tên %q", name), Hint: "đổi tên tệp"}
}

// copied writes a file anew in another place, whole or not at all.
func copied(file, to string) error {
	return whole.Write(to, false, func(out io.Writer) error {
		from, err := os.Open(file)
		if err != nil {
			return err
		}
		defer from.Close() //nolint:errcheck // opened for reading: nothing is lost
		_, err = io.Copy(out, from)
		return err
	})
}

// DropEvidence takes a piece of evidence off the list and from all that cite it. Its file goes
// too, unless a report that was kept names it.
func (d *Desk) DropEvidence(ctx context.Context, of store.OfYear, by, item string) error {
	w, err := d.cells(ctx, of)
	if err != nil {
		return err
	}
	name, code := w.Text(layout.EvidenceSheet, item, "ntm:file"), w.Text(layout.EvidenceSheet, item, "ntm:code")
	var cells []store.WorkingCell
	others := 0 // that name the file too
	for at, c := range w.Cells {
		t := tableOf(at.Sheet, at.ID)
		switch {
		case t == nil || c.Value == "":
			continue
		case t == &layout.EvidenceTable && at.Item == item:
			c.Value = ""
		case t == &layout.EvidenceTable && at.ID == "ntm:file" && c.Value == name:
			others++
			continue
		case code != "" && t.KindOf(at.Item, at.ID) == layout.Cites:
			left := slices.DeleteFunc(form.Codes(c.Value), func(one string) bool {
				return vi.FoldTone(one) == vi.FoldTone(code)
			})
			if len(left) == len(form.Codes(c.Value)) {
				continue
			}
			c.Value = strings.Join(left, "; ")
		default:
			continue
		}
		cells = append(cells, c)
	}
	if len(cells) == 0 {
		return problem.Problem{Message: "minh chứng này không còn trong danh mục", Hint: "tải lại trang"}
	}
	clashing, err := d.Set(ctx, of, by, cells)
	if err == nil && len(clashing) > 0 {
		err = problem.Problem{Message: "vừa có người khác ghi các ô này", Hint: "tải lại trang rồi làm lại"}
	}
	if err != nil || others > 0 || name == "" {
		return err
	}
	return d.forget(ctx, of, name)
}

// forget takes a file away that no report of the year names.
func (d *Desk) forget(ctx context.Context, of store.OfYear, name string) error {
	dossier, err := office.DossierOf(ctx, d.Store, of.Province, of.Commune, of.Year)
	if err != nil {
		return err
	}
	for _, ref := range dossier.Reports {
		r, err := office.KeptReport(ctx, d.Store, of.Province, ref.Digest, d.Lib.Figures)
		if err != nil {
			return nil // nobody knows what it names: the file stays
		}
		for _, e := range r.Evidence {
			if e.File == name {
				return nil
			}
		}
	}
	local, inside := evidence.Local(name)
	root, err := os.OpenRoot(d.Folder(of))
	if err != nil || !inside {
		return nil // there is nothing to take away
	}
	defer root.Close() //nolint:errcheck // nothing was written by it
	if err := root.Remove(local); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return problem.Problem{Message: fmt.Sprintf("đã bỏ khỏi danh mục, nhưng không xóa được tệp %q", name),
			Hint: "đóng chương trình đang mở tệp ấy rồi xóa trong thư mục minh chứng"}
	}
	return nil
}
