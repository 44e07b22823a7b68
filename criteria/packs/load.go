package packs

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

//go:embed figures.yaml 2016-2020 2021-2025 2026-2030
var embedded embed.FS

// Files is the folder of the packs that come with the program, for what stands
// beside them: their cases.
func Files() fs.FS { return embedded }

// Load reads, over the packs that come with the program, every pack in the given
// folders. The error is a problem.List that holds each mistake of every pack.
func Load(dirs ...string) (*criteria.Library, error) {
	base := Embedded()
	if len(dirs) == 0 {
		return base, nil
	}
	var folders []Folder
	for _, dir := range dirs {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, problem.List{{File: dir, Message: "không có thư mục bộ tiêu chí này",
				Hint: "kiểm tra đường dẫn sau --criteria"}}
		}
		folders = append(folders, Folder{FS: os.DirFS(dir), Shown: dir})
	}
	return Over(base, folders...)
}

// Without gives the packs of the program as a library of their own in which an office's,
// which were asked for, are missing for a reason.
func Without(why string) (*criteria.Library, error) {
	lib, err := Over(Embedded())
	if err == nil {
		lib.NationOnly = why
	}
	return lib, err
}

// Lacks says why a folder has no packs to load: "" where there are some, or where what is
// there is for Load to judge.
func Lacks(dir string) string {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return "không có, hoặc không mở được"
	case !info.IsDir():
		return "không phải là thư mục"
	}
	found := false
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && isPack(name) {
			found = true
			return fs.SkipAll
		}
		return err
	})
	if err != nil || found {
		return ""
	}
	return "không có tệp .yaml nào"
}

// isPack tells files of packs by their names.
func isPack(name string) bool {
	ext := filepath.Ext(name)
	return ext == ".yaml" || ext == ".yml"
}

// Folder is one that holds packs; Shown stands before its files' names in messages.
type Folder struct {
	FS    fs.FS
	Shown string
	own   bool // they come with the program
}

// Over reads the packs of folders over those of a library, which stays as it is. The
// error is a problem.List.
func Over(base *criteria.Library, folders ...Folder) (*criteria.Library, error) {
	lib := &criteria.Library{
		Figures: map[string]*criteria.Figure{}, FigureList: slices.Clone(base.FigureList),
		Standards: slices.Clone(base.Standards),
		Overlays:  slices.Clone(base.Overlays), Procedures: slices.Clone(base.Procedures),
	}
	maps.Copy(lib.Figures, base.Figures)
	l := loader{Library: lib}
	for _, f := range folders {
		l.folder(f)
	}
	slices.SortFunc(lib.Standards, func(a, b *criteria.Standard) int {
		return cmp.Or(a.Years.From-b.Years.From,
			slices.Index(criteria.Levels, a.Level)-slices.Index(criteria.Levels, b.Level))
	})
	if len(l.problems) == 0 {
		l.divide(base.Division)
		l.widen()
	}
	if len(l.problems) == 0 {
		l.problems = check(lib, base.Overlays)
	}
	if err := l.problems.Err(); err != nil {
		return nil, err
	}
	return lib, nil
}

// loader gathers packs in a library, and what is wrong with them.
type loader struct {
	*criteria.Library
	faults
	confirms []*confirms
}

// faults are what is wrong with packs.
type faults struct{ problems problem.List }

func (f *faults) fail(at criteria.Pos, hint, format string, args ...any) {
	f.problems.Add(problemAt(at, fmt.Sprintf(format, args...), hint))
}

func (l *loader) folder(src Folder) {
	found := false
	err := fs.WalkDir(src.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isPack(name) {
			return err
		}
		found = true
		shown := filepath.Join(src.Shown, filepath.FromSlash(name))
		if src.own {
			shown = path.Join(src.Shown, name)
		}
		info, err := fs.Stat(src.FS, name) // of what a link leads to
		if err == nil && (!info.Mode().IsRegular() || info.Size() > yamldoc.MaxSize) {
			l.problems.Add(problem.Problem{File: shown,
				Message: fmt.Sprintf("đây không phải là một tệp thường, hoặc lớn hơn %d MB", yamldoc.MaxSize>>20),
				Hint:    "chỉ để các tệp bộ tiêu chí trong thư mục này"})
			return nil
		}
		data, err := fs.ReadFile(src.FS, name)
		if err != nil {
			return err
		}
		if err := l.add(shown, data, src.own); err != nil {
			l.problems = append(l.problems, problem.Of(err)...)
		}
		return nil
	})
	if err != nil {
		l.problems.Add(problem.Problem{File: src.Shown, Message: "không đọc được thư mục bộ tiêu chí"})
	} else if !found {
		l.problems.Add(problem.Problem{File: src.Shown, Message: "thư mục bộ tiêu chí không có tệp .yaml nào",
			Hint: "kiểm tra đường dẫn sau --criteria"})
	}
}

// add decodes one pack into the library by the schema it names; own packs come
// with the program.
func (l *loader) add(file string, data []byte, own bool) error {
	var doc any
	var overlay criteria.Overlay
	figures := new([]*criteria.Figure)
	switch schema := SchemaOf(data); schema {
	case "ntm.figures.v1":
		file := new(figureFile)
		doc, figures = file, &file.Figures
	case "ntm.standard.v1":
		std := new(criteria.Standard)
		l.Standards, doc = append(l.Standards, std), std
	case "ntm.overlay.v1":
		l.Overlays, doc, figures = append(l.Overlays, &overlay), &overlay, &overlay.Figures
	case "ntm.procedure.v1":
		procedure := new(criteria.Procedure)
		l.Procedures, doc, figures = append(l.Procedures, procedure), procedure, &procedure.Figures
	case "ntm.departments.v1":
		division := new(divisionFile)
		if err := Decode(file, data, division); err != nil {
			return err
		}
		l.confirms = append(l.confirms, division.Confirms...)
		return nil
	case "ntm.cases.v1":
		return nil // held against the packs by internal/cases, once they are loaded
	default:
		return problem.List{{File: file, Line: 1, Message: fmt.Sprintf("không rõ loại tệp: schema là %q", schema),
			Hint: "dòng đầu phải là schema: ntm.standard.v1, ntm.overlay.v1, ntm.procedure.v1, ntm.figures.v1 hoặc " +
				"ntm.departments.v1"}}
	}
	if err := Decode(file, data, doc); err != nil {
		return err
	}
	if at, unsure := unconfirmed(&overlay); unsure && overlay.Layer == criteria.Nation && !own {
		return problem.List{problemAt(at, "layer là nation, chỉ ngưỡng đã đối chiếu với quyết định (status: "+
			"confirmed) mới ghi được", "ghi ministry, province hoặc office, hoặc đối chiếu rồi ghi confirmed")}
	}
	l.addFigures(*figures)
	return nil
}

// SchemaOf finds the top-level schema line without decoding the document.
func SchemaOf(data []byte) string {
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		if value, ok := strings.CutPrefix(line, "schema:"); ok {
			value, _, _ = strings.Cut(value, " #")
			return strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return ""
}

func (l *loader) addFigures(figures []*criteria.Figure) {
	for _, f := range figures {
		if before, twice := l.Figures[f.ID]; twice {
			if same(before, f) {
				continue // a pack that was written before the dictionary had it
			}
			l.fail(f.Pos, "đặt mã khác hoặc bỏ một mục", "số liệu %q đã có ở %s, dòng %d", f.ID, before.Pos.File,
				before.Pos.Line)
			continue
		}
		l.Figures[f.ID] = f
		l.FigureList = append(l.FigureList, f)
	}
}

// same tells whether two entries of one id are the same thing, measured in the same way.
func same(a, b *criteria.Figure) bool {
	return a.Name == b.Name && a.Unit == b.Unit && a.CountedIn == b.CountedIn && a.Numerator == b.Numerator &&
		a.Denominator == b.Denominator && a.Pos.File != b.Pos.File
}

// figureFile is the document figures.yaml.
type figureFile struct {
	Schema  string             `yaml:"schema" validate:"eq=ntm.figures.v1"`
	Figures []*criteria.Figure `yaml:"figures" validate:"required,dive"`
}

func problemAt(at criteria.Pos, message, hint string) problem.Problem {
	return problem.Problem{File: at.File, Line: at.Line, Column: at.Column, Message: message, Hint: hint}
}

// unconfirmed finds what nobody has held against the decision. An office may say what the
// nation's own decision asks only where somebody has.
func unconfirmed(o *criteria.Overlay) (criteria.Pos, bool) {
	for _, set := range o.Set {
		if set.Status != criteria.Confirmed {
			return set.Pos, true
		}
	}
	for _, a := range o.Add {
		for _, ind := range a.Indicators {
			for _, rule := range ind.Rules {
				if rule.Status != criteria.Confirmed {
					return rule.Pos, true
				}
			}
		}
	}
	if len(o.LeftOut)+len(o.Groups) > 0 {
		return o.Pos, true
	}
	for _, p := range o.Prerequisites {
		if p.Status != criteria.Confirmed {
			return p.Pos, true
		}
	}
	return criteria.Pos{}, false
}

// widen notes with each figure what those say that it is a part of.
func (l *loader) widen() {
	for _, f := range l.FigureList {
		var words []string
		for _, r := range f.Relations {
			if to := l.Figures[r.To]; r.Kind == criteria.PartOf && r.Of == "" && to != nil {
				words = append(words, to.Name, to.Numerator)
			}
		}
		if all := strings.Join(words, "; "); all != f.Wider { // those of the program are shared
			f.Wider = all
		}
	}
}
