package division

import (
	_ "embed" // the program's division of the work
	"slices"
	"sync"

	"ntm/internal/vi"

	"github.com/goccy/go-yaml"
)

// Department is who in a commune answers for a part of its report.
type Department struct {
	ID       string   `yaml:"id" json:"id"`
	Name     string   `yaml:"name" json:"name"`
	Code     string   `yaml:"code" json:"-"`     // begins the codes of its evidence
	Branches []string `yaml:"branches" json:"-"` // whose figures it brings: Figure.ConfirmedBy
	Sheets   []Sheet  `yaml:"sheets" json:"-"`   // of the form that it fills in, besides those that everyone has
}

// Sheet is a sheet of the form that one department fills in.
type Sheet struct {
	Name    string   `yaml:"name"`
	Figures []string `yaml:"figures"` // that stand there, and not among all others
}

//go:embed departments.yaml
var divided []byte

// Departments are those of a commune, in the order in which they are told; the last one puts
// the report together, and answers for all that nobody else does.
var Departments = sync.OnceValue(func() []*Department {
	var out []*Department
	if err := yaml.UnmarshalWithOptions(divided, &out, yaml.Strict()); err != nil {
		panic(err) // the file is part of the program, and its tests read it
	}
	return out
})

// CoordinatingDepartment is the one that puts the report together.
func CoordinatingDepartment() *Department { return Departments()[len(Departments())-1] }

// DepartmentByID is the one of that id, nil for none.
func DepartmentByID(id string) *Department {
	return first(func(d *Department) bool { return d.ID == id })
}

// DepartmentNamed is the one that people mean by its name or its id, nil for none.
func DepartmentNamed(name string) *Department {
	return first(func(d *Department) bool {
		return d.ID == name || vi.FoldTone(d.Name) == vi.FoldTone(name)
	})
}

func first(is func(*Department) bool) *Department {
	if i := slices.IndexFunc(Departments(), is); i >= 0 {
		return Departments()[i]
	}
	return nil
}

// Sheets are those of the form that one department fills in.
func Sheets() (out []Sheet) {
	for _, d := range Departments() {
		out = append(out, d.Sheets...)
	}
	return out
}

// SheetOf is the name of the sheet that a figure stands on, "" for the one of all others.
func SheetOf(figure string) string { return sheetsOf()[figure] }

var sheetsOf = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, s := range Sheets() {
		for _, id := range s.Figures {
			out[id] = s.Name
		}
	}
	return out
})
