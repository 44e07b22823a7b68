package criteria

import (
	"cmp"
	"slices"
	"sync"

	"ntm/internal/vi"
)

// Division is who answers for what in an office's communes: as the program has it, but for
// some figures, by their ids, and sheets. nil is the program's own.
type Division struct{ Figures, Sheets map[string]*Department }

// Of is the department that brings a figure: of what stands on a sheet of its own, who fills
// that in.
func (d *Division) Of(f *Figure) *Department {
	if sheet := SheetOf(f); sheet != "" {
		return d.OfSheet(sheet)
	}
	if d != nil && d.Figures[f.ID] != nil {
		return d.Figures[f.ID]
	}
	return DepartmentOfBranch(f.ConfirmedBy)
}

// OfSheet is the department that fills in a sheet of the form.
func (d *Division) OfSheet(sheet string) *Department {
	if d != nil && d.Sheets[sheet] != nil {
		return d.Sheets[sheet]
	}
	of, _ := first(Departments(), func(d *Department) bool {
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
