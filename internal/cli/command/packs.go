package command

import (
	"context"
	"fmt"
	"path/filepath"

	"ntm/criteria"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/term"

	"github.com/spf13/pflag"
)

// Packs are the office's own Packs: the folders named on the command line, else
// the one in NTM_CRITERIA, else the one in the user's configuration folder, if
// there is one.
type Packs struct{ Dirs []string }

// CriteriaFlag asks for them.
func (s *Packs) CriteriaFlag(f *pflag.FlagSet) {
	f.StringArrayVar(&s.Dirs, "criteria", nil, "dùng thêm bộ tiêu chí riêng của cơ quan trong `THƯ_MỤC` (hoặc "+
		"biến NTM_CRITERIA)")
}

// Home is the folder an office's packs are written to, "" when there is none.
func (s *Packs) Home(w World) string {
	switch {
	case len(s.Dirs) > 0:
		return s.Dirs[0]
	case w.Criteria != "":
		return w.Criteria
	case w.Config != "":
		return filepath.Join(w.Config, "ntm", "criteria")
	}
	return ""
}

// Load reads the embedded packs and the office's over them. Where NTM_CRITERIA names a
// folder that has none it goes on without, and says so: the commands on the law fill that
// folder, and what judges says by what (criteria.Library.NationOnly).
func (s *Packs) Load(w World) (*criteria.Library, error) {
	if len(s.Dirs) == 0 && w.Criteria != "" {
		if why := lawpacks.Lacks(w.Criteria); why != "" {
			Notes(w, problem.List{{Message: fmt.Sprintf("biến NTM_CRITERIA chỉ tới thư mục %q: %s", w.Criteria, why),
				Hint: "sửa hoặc xóa biến NTM_CRITERIA; thư mục của cơ quan được ghi bằng ntm criteria import"}})
			return lawpacks.Without("chỉ theo bộ tiêu chí đi kèm chương trình; chưa đọc được bộ tiêu chí riêng của " +
				"cơ quan: thư mục ghi ở biến NTM_CRITERIA " + why)
		}
	}
	return loaded(w, s.Folders(w)...)
}

// WithFolder loads as Load does, or where the office's folder is empty without it: the first that is
// taken in makes the folder.
func (s *Packs) WithFolder(w World, empty bool) (*criteria.Library, error) {
	if !empty {
		return s.Load(w)
	}
	w.Criteria = ""
	return new(Packs).Load(w)
}

// Folders are those of the office's packs that Load reads.
func (s *Packs) Folders(w World) []string {
	home := s.Home(w)
	if len(s.Dirs) > 0 || home == "" {
		return s.Dirs
	}
	found, err := filepath.Glob(filepath.Join(home, "*.y*ml"))
	if w.Criteria != "" && lawpacks.Lacks(home) == "" || w.Criteria == "" && err == nil && len(found) > 0 {
		return []string{home}
	}
	return nil
}

// loaded are packs in which nothing was confirmed on a day to come.
func loaded(w World, dirs ...string) (*criteria.Library, error) {
	lib, err := lawpacks.Load(dirs...)
	if err != nil {
		return nil, err
	}
	return lib, lib.CheckedBy(docket.Today(w.Now()))
}

// Assess reads the report at path and assesses it.
func (s *Packs) Assess(ctx context.Context, w World, path string) (*assess.Assessment, error) {
	lib, err := s.Load(w)
	if err != nil {
		return nil, err
	}
	return Judge(ctx, w, lib, path)
}

// Judge assesses the report at path by packs that are loaded.
func Judge(ctx context.Context, w World, lib *criteria.Library, path string) (*assess.Assessment, error) {
	a, note, err := office.JudgeFile(ctx, lib, path, w.Version)
	Notes(w, note)
	return a, err
}

// Notes tells a person what is odd although nothing is wrong.
func Notes(w World, list problem.List) { term.Note(w.Stderr, list) }
