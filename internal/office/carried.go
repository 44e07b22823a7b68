package office

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/docket"
	"ntm/internal/evidence"
	"ntm/internal/parcel"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// FromWindow names in the history that a report was typed in the window. Its evidence lies below
// the folder of the store's; that of others beside the file that each was read from.
const FromWindow = "bàn làm việc"

// Carried is the evidence that goes with a store, or with a part of it; with a backup also the decisions that
// somebody is half through.
type Carried struct {
	Folder    string // it was taken from
	Files     []evidence.File
	Decisions parcel.Folder
	Lacking   problem.List // what reports name and is not there, or is no longer what it was

	taken map[string]bool
}

// carry adds the evidence that the reports of dossiers name, each version of them.
func (c *Carried) carry(ctx context.Context, st *store.Store, of []*docket.Dossier) error {
	for _, d := range of {
		known := map[string][]string{} // by the name in the report, the digests it was kept with
		fromWindow := map[string]bool{}
		for _, ref := range d.Reports {
			files, err := filesOf(ctx, st, d, ref.Digest)
			if err != nil {
				return err
			}
			for _, f := range files {
				if f.State == evidence.Found {
					known[f.Path] = append(known[f.Path], f.SHA256)
					fromWindow[f.Path] = fromWindow[f.Path] || ref.File == FromWindow
				}
			}
		}
		if err := c.ofDossier(ctx, d, known, fromWindow); err != nil {
			return err
		}
	}
	return nil
}

// filesOf is formerFiles, where those of the current report need no history.
func filesOf(ctx context.Context, st *store.Store, d *docket.Dossier, digest string) ([]evidence.File, error) {
	if d.Assessment != nil && d.Assessment.Report == digest {
		return d.Assessment.Files, nil
	}
	return formerFiles(ctx, st, d, digest)
}

func (c *Carried) ofDossier(ctx context.Context, d *docket.Dossier, known map[string][]string,
	fromWindow map[string]bool) error {
	below := EvidenceFolder("", store.YearOf(d))
	names := slices.Sorted(maps.Keys(known))
	var is []evidence.File
	if _, err := os.Stat(filepath.Join(c.Folder, below)); err == nil && len(names) > 0 {
		if is, err = evidence.Hash(ctx, filepath.Join(c.Folder, below), names); err != nil {
			return err
		}
	}
	for i, name := range names {
		state := evidence.Missing
		if is != nil {
			state = is[i].State
		}
		lacks := func(what string) {
			c.Lacking = append(c.Lacking, problem.Problem{File: filepath.Join(c.Folder, below), Message: fmt.Sprintf(
				"%s: minh chứng %q %s", TitleOf(d), name, what), Hint: "tìm lại tệp ấy ở bản sao lưu, ở nơi ban hành"})
		}
		switch {
		case state == evidence.Found:
			if !slices.Contains(known[name], is[i].SHA256) {
				lacks("đã bị sửa sau khi ghi báo cáo")
			}
			local, _ := evidence.Local(name)
			is[i].Path = path.Join(filepath.ToSlash(below), local)
			c.add(is[i])
		case fromWindow[name]:
			lacks(state.Word())
		}
	}
	return nil
}

func (c *Carried) add(f evidence.File) {
	if !c.taken[f.Path] {
		c.taken[f.Path] = true
		c.Files = append(c.Files, f)
	}
}

// all adds whatever else lies below the folder: what was dropped on a figure and is in no report
// yet.
func (c *Carried) all(ctx context.Context) error {
	var names []string
	err := filepath.WalkDir(c.Folder, func(at string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && strings.HasPrefix(entry.Name(), ".ntm-"): // somebody is at work in it
			return fs.SkipDir
		case entry.IsDir():
			return ctx.Err()
		}
		name, err := filepath.Rel(c.Folder, at)
		if name = filepath.ToSlash(name); err == nil && !c.taken[name] {
			names = append(names, name)
		}
		return err
	})
	if os.IsNotExist(err) || err == nil && len(names) == 0 {
		return nil
	}
	var is []evidence.File
	if err == nil {
		is, err = evidence.Hash(ctx, c.Folder, names)
	}
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return problem.Problem{File: c.Folder, Message: "không đọc được thư mục này",
			Hint: "kiểm tra quyền đọc rồi thử lại"}
	}
	for _, f := range is {
		if f.State == evidence.Found {
			c.add(f)
			continue
		}
		c.Lacking = append(c.Lacking, problem.Problem{File: c.Folder, Message: fmt.Sprintf("tệp %q %s, không kèm theo",
			f.Path, f.State.Word()), Hint: "chép riêng tệp này nếu cần"})
	}
	return nil
}

// carryAll is all evidence of a store, which lies below a folder.
func carryAll(ctx context.Context, st *store.Store, folder string) (*Carried, error) {
	c := &Carried{Folder: folder, taken: map[string]bool{}}
	err := st.EachProvince(ctx, func(of []*docket.Dossier) error { return c.carry(ctx, st, of) })
	if err == nil {
		err = c.all(ctx)
	}
	return c, err
}

// carryPart is the evidence that the reports of communes name.
func carryPart(ctx context.Context, st *store.Store, folder string, part []store.Subject) (*Carried, error) {
	var of []*docket.Dossier
	for _, s := range part {
		if s.Commune == "" {
			continue
		}
		found, err := st.Dossiers(ctx, store.Filter{Province: s.Province, Commune: s.Commune})
		if err != nil {
			return nil, err
		}
		of = append(of, found...)
	}
	c := &Carried{Folder: folder, taken: map[string]bool{}}
	return c, c.carry(ctx, st, of)
}

// begun adds the decisions below a folder.
func (c *Carried) begun(ctx context.Context, folder string) error {
	of := &Carried{Folder: folder, taken: map[string]bool{}}
	if folder == "" {
		return nil
	}
	err := of.all(ctx)
	c.Decisions, c.Lacking = parcel.Folder{At: folder, Files: of.Files}, append(c.Lacking, of.Lacking...)
	return err
}

// Bring copies what lies beside a store beside another.
func Bring(ctx context.Context, st *store.Store, from, to Beside) (*Restored, error) {
	c, err := carryAll(ctx, st, from.Evidence)
	if err == nil {
		err = c.begun(ctx, from.Decisions)
	}
	if err != nil {
		return nil, err
	}
	out := new(Restored)
	if out.Evidence, err = parcel.Bring(ctx, from.Evidence, to.Evidence, c.Files); err != nil {
		return nil, err
	}
	out.Evidence.Lost = append(out.Evidence.Lost, c.Lacking...)
	out.Decisions, err = parcel.Bring(ctx, from.Decisions, to.Decisions, c.Decisions.Files)
	return out, err
}

// pack puts a store that is a file, and what goes with it, into one new file; the store as it is where that is
// nothing.
func (c *Carried) pack(ctx context.Context, kept, file string) error {
	if len(c.Files)+len(c.Decisions.Files) == 0 {
		return os.Rename(kept, file)
	}
	out, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err == nil {
		proofs := parcel.Folder{At: c.Folder, Files: c.Files}
		err = errors.Join(parcel.Write(ctx, out, kept, proofs, c.Decisions), out.Close())
	}
	if _, system := errors.AsType[*fs.PathError](err); system {
		err = problem.Problem{File: file, Message: "không ghi được tệp", Hint: "kiểm tra dung lượng đĩa rồi thử lại"}
	}
	return err
}
