// Package division is who in a commune answers for which part of its report: the departments, the
// figures that each brings, by the branch that confirms them, and the sheets of the form that each
// fills in.
package division

import (
	"cmp"
	"slices"
	"sync"

	"ntm/internal/vi"
)

// Division is who answers for what in an office's communes: as the program has it, but for
// some figures, by their ids, and sheets. nil is the program's own.
type Division struct{ Figures, Sheets map[string]*Department }

// Of is the department that brings a figure that a branch confirms: of what stands on a sheet of its own, who fills
// that in.
func (d *Division) Of(figure, branch string) *Department {
	if sheet := SheetOf(figure); sheet != "" {
		return d.OfSheet(sheet)
	}
	if d != nil && d.Figures[figure] != nil {
		return d.Figures[figure]
	}
	return DepartmentOfBranch(branch)
}

// OfSheet is the department that fills in a sheet of the form.
func (d *Division) OfSheet(sheet string) *Department {
	if d != nil && d.Sheets[sheet] != nil {
		return d.Sheets[sheet]
	}
	of := first(func(d *Department) bool {
		return slices.ContainsFunc(d.Sheets, func(s Sheet) bool { return s.Name == sheet })
	})
	return cmp.Or(of, CoordinatingDepartment())
}

// DepartmentOfBranch is the department that brings what a branch confirms, as the program
// divides the work.
func DepartmentOfBranch(branch string) *Department {
	return cmp.Or(ofBranches()[vi.FoldTone(branch)], CoordinatingDepartment())
}

// ofBranches are the departments by the folded names of the branches whose figures they bring.
var ofBranches = sync.OnceValue(func() map[string]*Department {
	out := map[string]*Department{}
	for _, d := range slices.Backward(Departments()) { // the first that has it keeps it
		for _, b := range d.Branches {
			out[vi.FoldTone(b)] = d
		}
	}
	return out
})
