package criteria

import (
	"slices"

	"ntm/internal/vi"
)

// Division is who answers for what in an office's communes; nil is the program's own.
type Division struct {
	figures, sheets map[string]*Department
}

// NewDivision is the program's own, but for some figures, by their ids, and sheets.
func NewDivision(figures, sheets map[string]*Department) *Division { return &Division{figures, sheets} }

// Of is the department that brings a figure: of what stands on a sheet of its own, who fills
// that in.
func (d *Division) Of(f *Figure) *Department {
	if sheet := SheetOf(f); sheet != "" {
		return d.OfSheet(sheet)
	}
	if d != nil && d.figures[f.ID] != nil {
		return d.figures[f.ID]
	}
	return DepartmentOfBranch(f.ConfirmedBy)
}

// OfSheet is the department that fills in a sheet of the form.
func (d *Division) OfSheet(sheet string) *Department {
	if d != nil && d.sheets[sheet] != nil {
		return d.sheets[sheet]
	}
	return departmentWhere(func(d *Department) bool {
		return slices.ContainsFunc(d.Sheets, func(s Sheet) bool { return s.Name == sheet })
	})
}

// DepartmentOfBranch is the department that brings what a branch confirms, as the program
// divides the work.
func DepartmentOfBranch(branch string) *Department {
	return departmentWhere(func(d *Department) bool {
		return slices.ContainsFunc(d.Branches, func(b string) bool { return vi.FoldTone(b) == vi.FoldTone(branch) })
	})
}

func departmentWhere(is func(*Department) bool) *Department {
	if d, ok := first(Departments(), is); ok {
		return d
	}
	return CoordinatingDepartment()
}
