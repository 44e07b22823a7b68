package layout

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/list"
)

// told asks for what reports tell though nothing need be judged by it: how large the
// commune is before all else, the parts of a sum below it, and other results last. Where
// nothing is asked, neither is this.
func (p *Plan) told(lib *criteria.Library) {
	if len(p.Groups) == 0 {
		return
	}
	scale := Group{Name: criteria.TellsScale.Title() + " (ghi một lần)", Told: criteria.TellsScale}
	results := Group{Name: criteria.TellsResult.Title(), Told: criteria.TellsResult}
	for _, f := range lib.FigureList {
		asked := Asked{Figure: f, How: f.HowIn(p.Year), Optional: true}
		switch {
		case p.Find(f.ID) != nil:
		case f.Told == criteria.TellsScale || p.isSize(f.ID):
			scale.Figures = append(scale.Figures, asked)
		case f.Told == criteria.TellsResult:
			results.Figures = append(results.Figures, asked)
		}
	}
	for i := range p.Groups {
		p.parts(lib, &p.Groups[i])
	}
	p.Groups = append(slices.Insert(p.Groups, 0, scale), results)
}

// Criteria is how many criteria the form asks about.
func (p *Plan) Criteria() int {
	return list.Count(p.Groups, func(g Group) bool { return g.Told == "" })
}

// isSize tells whether rates that are asked for are rates of the figure.
func (p *Plan) isSize(id string) bool {
	for i := range p.Groups {
		for k := range p.Groups[i].Figures {
			if slices.ContainsFunc(p.Groups[i].Figures[k].Relations, func(r criteria.Relation) bool {
				return r.Kind == criteria.RateOf && r.To == id
			}) {
				return true
			}
		}
	}
	return false
}

// parts asks below a figure for those that it is the sum of.
func (p *Plan) parts(lib *criteria.Library, g *Group) {
	for k := len(g.Figures) - 1; k >= 0; k-- {
		whole := &g.Figures[k]
		var below []Asked
		for _, id := range whole.SumOf() {
			if f := lib.Figures[id]; f != nil && f.Told == criteria.TellsPart && p.Find(id) == nil {
				below = append(below, Asked{Figure: f, How: f.HowIn(p.Year), Nos: whole.Nos, Idle: whole.Idle,
					Optional: true})
			}
		}
		whole.Parts, whole.Between = len(below), 0
		for k+1+whole.Between < len(g.Figures) && g.Figures[k+1+whole.Between].LeavesOutOf == whole.ID {
			whole.Between++
		}
		g.Figures = slices.Insert(g.Figures, k+1+whole.Between, below...)
	}
}

// ClaimKey begins the key of the question for what the commune itself says it has reached of
// a level.
const ClaimKey = "claim_"

// claims asks, for each level, what the commune says of itself.
func claims() []Question {
	return list.Map(criteria.Levels, func(l criteria.Level) Question {
		return Question{Key: ClaimKey + string(l), Label: "Xã tự đánh giá mức " + l.Title(), Kind: Words,
			Hint: "Số tiêu chí, chỉ tiêu đạt, ví dụ 19/19; 57/57. Chỉ để đối chiếu, không dùng để xét."}
	})
}
