package departments

import (
	"fmt"

	"ntm/internal/form/layout"
)

// Split are the plans of the departments' forms: of those that are asked anything.
func Split(plan *layout.Plan) []*layout.Plan {
	var out []*layout.Plan
	for _, d := range layout.Departments() {
		if part := plan.Part(d); !part.IsEmpty() || d == layout.Office() {
			out = append(out, part)
		}
	}
	return out
}

// FileName is the name of a department's form.
func FileName(part *layout.Plan) string {
	if part.Place == nil {
		return fmt.Sprintf("%s-%d.xlsx", part.Department.ID, part.Year)
	}
	return fmt.Sprintf("%s-%s-%d.xlsx", part.Department.ID, part.Place.Code, part.Year)
}
