package guide

import (
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// lacks are what the standards of a year lack of their decisions, nil where the law
// cannot be loaded: the step that needs it says why.
func (g *guide) lacks(year int) []criteria.Lack {
	lib, err := g.program.Library()
	if err != nil {
		return nil
	}
	return lib.LacksIn(year)
}

// lacking says, before all else, which decision a year's communes cannot be judged
// without, and how it is read in: by a command, or by a step of the menu that the words
// lead to.
func (g *guide) lacking(year int, words string) {
	for _, l := range g.lacks(year) {
		g.Item(0, g.Unknown("Năm %d:", year), l.String()+". Có tệp quyết định thì đọc vào chương trình:")
		g.Line("  %s", criteria.ReadingCommand)
		if i := slices.IndexFunc(g.offered(), func(s step) bool { return s.id == readDecision }); i >= 0 {
			g.Line(words, i+1)
		}
		g.Line("")
	}
}

// papers are the kinds of files that decisions come in and reports do not.
var papers = []string{".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".mht", ".mhtml", ".csv"}

// askDecision asks for the file of a decision.
func askDecision(g *guide) ([]string, error) {
	files := newest(func(path string) bool {
		return slices.Contains(papers, strings.ToLower(filepath.Ext(path)))
	})
	path, err := g.oneOf(files, "Tệp quyết định", "")
	if err != nil {
		return nil, err
	}
	g.slug = vi.Slug(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	return []string{path}, nil
}

// askLawbook asks for the workbook to read the decision into.
func askLawbook(g *guide) ([]string, error) {
	path, force, err := g.askNew("Ghi bảng đối chiếu ra tệp", "doi-chieu-"+g.slug)
	g.lawbook = path
	return append([]string{"-o", path}, force...), err
}

// askChecked asks for a workbook that a person has gone through.
func askChecked(g *guide) ([]string, error) {
	files := newest(func(path string) bool {
		return strings.EqualFold(filepath.Ext(path), ".xlsx") && !isReport(path)
	})
	path, err := g.oneOf(files, "Bảng đối chiếu", g.lawbook)
	if err != nil {
		return nil, err
	}
	g.lawbook = path
	return []string{path}, nil
}

// askOffice asks which office has held the law against its decision.
func askOffice(g *guide) ([]string, error) {
	name, err := g.ask("Cơ quan đã đối chiếu (ví dụ: Văn phòng điều phối nông thôn mới tỉnh)", g.office)
	g.office = name
	return []string{"--office", name}, err
}
