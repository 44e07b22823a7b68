package layout

import (
	_ "embed" // the division of the work
	"slices"
	"strconv"
	"sync"

	"ntm/criteria"
	"ntm/internal/vi"

	"github.com/goccy/go-yaml"
)

// Department is who in a commune answers for a part of its report.
type Department struct {
	ID       string   `yaml:"id" json:"id"`
	Name     string   `yaml:"name" json:"name"`
	Code     string   `yaml:"code" json:"-"`     // begins the codes of its evidence
	Branches []string `yaml:"branches" json:"-"` // whose figures it brings: Figure.ConfirmedBy
	Sheets   []string `yaml:"sheets" json:"-"`   // that it fills in, besides those that everyone has
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

// Office is the department that puts the report together.
func Office() *Department { return Departments()[len(Departments())-1] }

// DepartmentOf is the one that brings a figure.
func DepartmentOf(f *criteria.Figure) *Department {
	return department(func(d *Department) bool {
		return slices.ContainsFunc(d.Branches,
			func(b string) bool { return vi.FoldTone(b) == vi.FoldTone(f.ConfirmedBy) })
	})
}

// DepartmentOfSheet is the one that fills in a sheet.
func DepartmentOfSheet(sheet string) *Department {
	return department(func(d *Department) bool { return slices.Contains(d.Sheets, sheet) })
}

// DepartmentNamed is the one of that id, nil for none.
func DepartmentNamed(id string) *Department {
	for _, d := range Departments() {
		if d.ID == id {
			return d
		}
	}
	return nil
}

func department(is func(*Department) bool) *Department {
	if i := slices.IndexFunc(Departments(), is); i >= 0 {
		return Departments()[i]
	}
	return Office()
}

// everyones are the sheets that each department's form has, besides its figures.
var everyones = []string{GuideSheet, PlaceSheet, EvidenceSheet}

// identity is what every form says of whose it is.
var identity = []string{"code", "name", "district", "province", "region", "year"}

// Says tells whether a question about the commune says whose form it is.
func Says(key string) bool { return slices.Contains(identity, key) }

// Part is what the plan asks of one department. The parts of a sum go with it.
func (p *Plan) Part(of *Department) *Plan {
	out := *p
	out.Department, out.Groups = of, nil
	for _, g := range p.Groups {
		all := g.Figures
		g.Figures = nil
		for i := 0; i < len(all); i++ {
			end := i + all[i].Parts
			if DepartmentOf(all[i].Figure) == of {
				g.Figures = append(g.Figures, all[i:end+1]...)
			}
			i = end
		}
		if len(g.Figures) > 0 {
			out.Groups = append(out.Groups, g)
		}
	}
	return &out
}

// Remarks tells whether the form asks what was done for a criterion, by the key of its row.
func (p *Plan) Remarks(key string) bool {
	return slices.ContainsFunc(p.Groups, func(g Group) bool { return g.Told == "" && g.RemarkKey() == key })
}

// RemarkKey is the hidden key of the row for what was done for the criterion.
func (g *Group) RemarkKey() string { return string(g.Level) + "/" + g.No }

// Has tells whether the form has a sheet.
func (p *Plan) Has(sheet string) bool {
	switch {
	case p.Department == nil:
		return true
	case sheet == FigureSheet:
		return len(p.Groups) > 0
	case sheet == RemarkSheet:
		return slices.ContainsFunc(p.Groups, func(g Group) bool { return g.Told == "" })
	}
	return slices.Contains(everyones, sheet) || DepartmentOfSheet(sheet) == p.Department
}

// IsEmpty tells that the form asks nothing.
func (p *Plan) IsEmpty() bool { return len(p.Groups) == 0 && len(p.Sections()) == 0 }

// Sections are what the form asks for on sheets of their own.
func (p *Plan) Sections() []Missing {
	var out []Missing
	for _, o := range Others {
		if p.Asks(o.From) && p.Has(o.Name) {
			out = append(out, o.Missing)
		}
	}
	return out
}

// EvidenceCode is the code of the n-th piece of evidence: those of the departments differ,
// so that they can be put together.
func (p *Plan) EvidenceCode(n int) string {
	if p.Department == nil {
		return strconv.Itoa(n)
	}
	return p.Department.Code + strconv.Itoa(n)
}
