package packs

import (
	"slices"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// divisionFile is the document in which an office says who in its communes answers for what.
type divisionFile struct {
	Pos      criteria.Pos `yaml:"-"`
	Schema   string       `yaml:"schema" validate:"eq=ntm.departments.v1"`
	Confirms []*confirms  `yaml:"confirms" validate:"required,dive"`
}

// confirms says which department answers for a figure, or for a sheet of the form, in the
// communes of an office that divides the work otherwise than the program does.
type confirms struct {
	Pos        criteria.Pos `yaml:"-"`
	Figure     string       `yaml:"figure"` // its id or its name
	Sheet      string       `yaml:"sheet"`
	Department string       `yaml:"department" validate:"required"` // its name or its id
}

// divide lays what an office says of its departments over the program's division.
func (l *loader) divide(base *division.Division) {
	l.Division = base
	if len(l.confirms) == 0 {
		return
	}
	figures, sheets := map[string]*division.Department{}, map[string]*division.Department{}
	before := map[string]criteria.Pos{}
	for _, c := range l.confirms {
		to := division.DepartmentNamed(c.Department)
		if to == nil {
			l.fail(c.Pos, "ghi một trong: "+vi.List("; ", division.Departments(),
				func(d *division.Department) string { return d.Name }), "không có bộ phận %q", c.Department)
			continue
		}
		what, isSheet := l.divided(c)
		if what == "" {
			continue
		}
		if at, twice := before[what]; twice {
			l.fail(c.Pos, "giữ một dòng, bỏ một dòng", "%q đã giao cho một bộ phận ở %s, dòng %d", what, at.File,
				at.Line)
			continue
		}
		before[what] = c.Pos
		if isSheet {
			sheets[what] = to
		} else {
			figures[what] = to
		}
	}
	l.Division = &division.Division{Figures: figures, Sheets: sheets}
}

// divided is the id of the figure or the name of the sheet that a line gives to a department, ""
// where it names none: that is told. A figure that stands on a sheet of its own goes with it.
func (l *loader) divided(c *confirms) (what string, isSheet bool) {
	switch {
	case (c.Figure == "") == (c.Sheet == ""):
		l.fail(c.Pos, "ghi một trong hai", "một dòng ghi figure (số liệu) hoặc sheet (tờ của biểu mẫu)")
		return "", false
	case c.Figure != "":
		f := l.figureNamed(c)
		if f == nil {
			return "", false
		}
		if sheet := division.SheetOf(f.ID); sheet != "" {
			return sheet, true
		}
		return f.ID, false
	}
	sheets := list.Map(division.Sheets(), func(s division.Sheet) string { return s.Name })
	i := slices.IndexFunc(sheets, func(s string) bool { return vi.FoldTone(s) == vi.FoldTone(c.Sheet) })
	if i >= 0 {
		return sheets[i], true
	}
	l.fail(c.Pos, "ghi một trong: "+vi.Join("; ", sheets...), "biểu mẫu không có tờ %q để giao", c.Sheet)
	return "", false
}

// figureNamed is the figure that a line means by its id or its name, nil for none.
func (l *loader) figureNamed(c *confirms) *criteria.Figure {
	if f := l.Figures[c.Figure]; f != nil {
		return f
	}
	found := list.Where(l.FigureList,
		func(f *criteria.Figure) bool { return vi.FoldTone(f.Name) == vi.FoldTone(c.Figure) })
	switch len(found) {
	case 1:
		return found[0]
	case 0:
		l.fail(c.Pos, "ghi mã hoặc tên như ở ntm criteria figures", "không có số liệu %q trong danh mục", c.Figure)
	default:
		l.fail(c.Pos, "ghi mã, một trong: "+vi.List(", ", found, func(f *criteria.Figure) string { return f.ID }),
			"nhiều số liệu cùng tên %q", c.Figure)
	}
	return nil
}
