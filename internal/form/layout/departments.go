package layout

import (
	"slices"
	"strconv"

	"ntm/criteria/division"
)

// everyones are the sheets that each department's form has, besides its figures.
var everyones = []string{GuideSheet, PlaceSheet, EvidenceSheet}

// identity is what every form says of whose it is.
var identity = []string{"code", "name", "district", "province", "region", "year"}

// Says tells whether a question about the commune says whose form it is.
func Says(key string) bool { return slices.Contains(identity, key) }

// Part is what the plan asks of one department. The parts of a sum go with it.
func (p *Plan) Part(of *division.Department) *Plan {
	out := *p
	out.Department, out.Groups = of, nil
	for _, g := range p.Groups {
		all := g.Figures
		g.Figures = nil
		for i := 0; i < len(all); i++ {
			end := i + all[i].Parts
			if p.Division.Of(all[i].ID, all[i].ConfirmedBy) == of {
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
	return slices.Contains(everyones, sheet) || p.Division.OfSheet(sheet) == p.Department
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
