package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"ntm/criteria"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/form"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/term"
)

// packs are the office's own packs: the folders named on the command line, else
// the one in NTM_CRITERIA, else the one in the user's configuration folder, if
// there is one.
type packs struct{ criteriaDirs []string }

func (s *packs) flags(f *pflag.FlagSet) {
	f.StringArrayVar(&s.criteriaDirs, "criteria", nil, "dùng thêm bộ tiêu chí riêng của cơ quan trong `THƯ_MỤC` (hoặc biến NTM_CRITERIA)")
}

// home is the folder an office's packs are written to, "" when there is none.
func (s *packs) home(w World) string {
	switch {
	case len(s.criteriaDirs) > 0:
		return s.criteriaDirs[0]
	case w.Criteria != "":
		return w.Criteria
	case w.Config != "":
		return filepath.Join(w.Config, "ntm", "criteria")
	}
	return ""
}

// load reads the embedded packs and the office's over them.
func (s *packs) load(w World) (*criteria.Library, error) {
	dirs := s.criteriaDirs
	if home := s.home(w); len(dirs) == 0 && home != "" {
		if found, err := filepath.Glob(filepath.Join(home, "*.y*ml")); w.Criteria != "" || err == nil && len(found) > 0 {
			dirs = []string{home}
		}
	}
	return loaded(w, dirs...)
}

// loaded are packs in which nothing was confirmed on a day to come.
func loaded(w World, dirs ...string) (*criteria.Library, error) {
	lib, err := lawpacks.Load(dirs...)
	if err != nil {
		return nil, err
	}
	return lib, lib.CheckedBy(docket.Today(w.Now()))
}

// assess reads the report at path and assesses it.
func (s *packs) assess(w World, path string) (*assess.Assessment, error) {
	lib, err := s.load(w)
	if err != nil {
		return nil, err
	}
	return judge(w, lib, path)
}

// judge assesses the report at path by packs that are loaded.
func judge(w World, lib *criteria.Library, path string) (*assess.Assessment, error) {
	read, err := form.Read(path, lib)
	if err != nil {
		return nil, err
	}
	notes(w, read.Notes)
	return office.Judge(lib, read.Report, w.Version)
}

// notes tells a person what is odd although nothing is wrong.
func notes(w World, list problem.List) { term.Note(w.Stderr, list) }

// wideYear is the year of the rows of a wide sheet that name none themselves.
type wideYear struct{ year int }

func (y *wideYear) yearFlag(f *pflag.FlagSet) {
	f.IntVar(&y.year, "year", 0, "`NĂM` xét công nhận của bảng tổng hợp, nếu trong bảng không ghi")
}

// levelFlag is a level named on the command line.
type levelFlag struct{ level criteria.Level }

func (l *levelFlag) String() string { return string(l.level) }

// Type is what the help text calls the value.
func (l *levelFlag) Type() string { return "MỨC" }

// Set reads a level.
func (l *levelFlag) Set(text string) error {
	if err := l.level.UnmarshalText([]byte(text)); err != nil {
		return ownError{err}
	}
	return nil
}

// upTo is the level that the flag names, which the year must have; the highest that the
// year has when it names none.
func (l *levelFlag) upTo(lib *criteria.Library, year int, province string) (criteria.Level, error) {
	offered := lib.Offered(year, province)
	switch {
	case len(offered) == 0 || l.level == "":
		return slices.MaxFunc(append(offered, criteria.NTM), byRank), lib.HasYear(year)
	case !slices.Contains(offered, l.level):
		var words []string
		for _, o := range offered {
			words = append(words, string(o))
		}
		return "", usage(fmt.Sprintf("năm %d không có bộ tiêu chí mức %s", year, l.level), "các mức của năm này: "+strings.Join(words, ", "))
	}
	return l.level, nil
}

// byRank orders levels from the lowest.
func byRank(a, b criteria.Level) int {
	return slices.Index(criteria.Levels, a) - slices.Index(criteria.Levels, b)
}
