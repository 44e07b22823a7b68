package criteria

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

//go:embed packs
var embedded embed.FS

// Files is the folder of the packs that come with the program, for what stands
// beside them: their cases.
func Files() fs.FS {
	packs, err := fs.Sub(embedded, "packs")
	if err != nil {
		panic("criteria: " + err.Error())
	}
	return packs
}

// Library is a set of packs that was loaded and checked whole.
type Library struct {
	Figures    map[string]*Figure
	FigureList []*Figure // in the dictionary's order
	Standards  []*Standard
	Overlays   []*Overlay
	Procedures []*Procedure

	checked []checkedOn // what somebody held against the decision
	laws    sync.Map    // that were laid, by lawKey
}

// checkedOn is the day of a check, and where the pack gives it.
type checkedOn struct {
	at  yamldoc.Pos
	day Date
}

// CheckedBy refuses thresholds that were confirmed on a day that has not come. The error
// is a problem.List.
func (lib *Library) CheckedBy(today Date) error {
	var out problem.List
	seen := map[checkedOn]bool{} // a rule that levels share is checked for each
	for _, rule := range lib.checked {
		if rule.day.After(today.Time) && !seen[rule] {
			out.Add(rule.at.Problem(
				fmt.Sprintf("ngưỡng ghi là đã xác nhận ngày %s, ngày chưa đến; hôm nay là %s", rule.day, today),
				"ghi đúng ngày đã đối chiếu với quyết định; ngày của máy sai thì chỉnh lại ngày của máy"))
		}
		seen[rule] = true
	}
	return out.Err()
}

// Embedded is the library of the packs that come with the program.
var Embedded = sync.OnceValue(func() *Library {
	lib, err := load(source{fsys: embedded, root: "packs"})
	if err != nil {
		panic("criteria: the embedded packs are broken, which their test forbids: " + err.Error())
	}
	return lib
})

// Load reads the embedded packs and, over them, every pack in the given
// folders. The error is a problem.List that holds each mistake of every pack.
func Load(dirs ...string) (*Library, error) {
	if len(dirs) == 0 {
		return Embedded(), nil
	}
	sources := []source{{fsys: embedded, root: "packs"}}
	for _, dir := range dirs {
		info, err := os.Stat(dir)
		if err != nil || !info.IsDir() {
			return nil, problem.List{{File: dir, Message: "không có thư mục bộ tiêu chí này", Hint: "kiểm tra đường dẫn sau --criteria"}}
		}
		sources = append(sources, source{fsys: os.DirFS(dir), root: ".", shown: dir})
	}
	return load(sources...)
}

// source is a folder of packs; shown stands before its files' names in
// messages.
type source struct {
	fsys  fs.FS
	root  string
	shown string
}

func load(sources ...source) (*Library, error) {
	lib := &Library{Figures: map[string]*Figure{}}
	var problems problem.List
	for _, src := range sources {
		found := false
		err := fs.WalkDir(src.fsys, src.root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".yaml" && path.Ext(name) != ".yml" {
				return err
			}
			found = true
			shown := name
			if src.shown != "" {
				shown = filepath.Join(src.shown, filepath.FromSlash(name))
			}
			info, err := fs.Stat(src.fsys, name) // of what a link leads to
			if err == nil && (!info.Mode().IsRegular() || info.Size() > yamldoc.MaxSize) {
				problems.Add(problem.Problem{File: shown, Message: fmt.Sprintf("đây không phải là một tệp thường, hoặc lớn hơn %d MB", yamldoc.MaxSize>>20), Hint: "chỉ để các tệp bộ tiêu chí trong thư mục này"})
				return nil
			}
			data, err := fs.ReadFile(src.fsys, name)
			if err != nil {
				return err
			}
			if err := lib.add(shown, data, src.shown == ""); err != nil {
				problems = append(problems, problem.Of(err)...)
			}
			return nil
		})
		if err != nil {
			problems.Add(problem.Problem{File: src.shown, Message: "không đọc được thư mục bộ tiêu chí"})
		} else if !found {
			problems.Add(problem.Problem{File: src.shown, Message: "thư mục bộ tiêu chí không có tệp .yaml nào", Hint: "kiểm tra đường dẫn sau --criteria"})
		}
	}
	slices.SortFunc(lib.Standards, func(a, b *Standard) int {
		return cmp.Or(a.Years.From-b.Years.From, slices.Index(Levels, a.Level)-slices.Index(Levels, b.Level))
	})
	if len(problems) == 0 {
		problems = lib.check()
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return lib, nil
}

// add decodes one pack into the library by the schema it names; own packs come
// with the program.
func (lib *Library) add(file string, data []byte, own bool) error {
	switch schema := SchemaOf(data); schema {
	case "ntm.figures.v1":
		var doc figureFile
		if err := yamldoc.Decode(file, data, &doc); err != nil {
			return err
		}
		return lib.addFigures(doc.Figures)
	case "ntm.standard.v1":
		doc := new(Standard)
		lib.Standards = append(lib.Standards, doc)
		return yamldoc.Decode(file, data, doc)
	case "ntm.overlay.v1":
		doc := new(Overlay)
		lib.Overlays = append(lib.Overlays, doc)
		if err := yamldoc.Decode(file, data, doc); err != nil {
			return err
		}
		if doc.Layer == Nation && !own {
			return problem.List{doc.Pos.Problem("layer là nation, chỉ bộ có sẵn của chương trình mới ghi được", "ghi ministry, province hoặc office")}
		}
		return lib.addFigures(doc.Figures)
	case "ntm.procedure.v1":
		doc := new(Procedure)
		lib.Procedures = append(lib.Procedures, doc)
		return yamldoc.Decode(file, data, doc)
	case "ntm.cases.v1":
		return nil // held against the packs by internal/cases, once they are loaded
	default:
		return problem.List{{File: file, Line: 1, Message: fmt.Sprintf("không rõ loại tệp: schema là %q", schema),
			Hint: "dòng đầu phải là schema: ntm.standard.v1, ntm.overlay.v1, ntm.procedure.v1 hoặc ntm.figures.v1"}}
	}
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

func (lib *Library) addFigures(figures []*Figure) error {
	var problems problem.List
	for _, f := range figures {
		if before, twice := lib.Figures[f.ID]; twice {
			problems.Add(f.Pos.Problem(fmt.Sprintf("số liệu %q đã có ở %s, dòng %d", f.ID, before.Pos.File, before.Pos.Line), "đặt mã khác hoặc bỏ một mục"))
			continue
		}
		lib.Figures[f.ID] = f
		lib.FigureList = append(lib.FigureList, f)
	}
	return problems.Err()
}

// Standard gives the standard of a level for a year.
func (lib *Library) Standard(level Level, year int) (*Standard, bool) {
	i := slices.IndexFunc(lib.Standards, func(s *Standard) bool { return s.Level == level && s.Years.Contain(year) })
	if i < 0 {
		return nil, false
	}
	return lib.Standards[i], true
}

// Procedure gives the procedure of a year.
func (lib *Library) Procedure(year int) (*Procedure, bool) {
	i := slices.IndexFunc(lib.Procedures, func(p *Procedure) bool { return p.Years.Contain(year) })
	if i < 0 {
		return nil, false
	}
	return lib.Procedures[i], true
}
