package lawbook

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/lawbook/binder"
	"ntm/internal/problem"
)

// Packs gives the office's packs that the entries change, each whole: what the
// office set before and what it sets now. A pack that the office had before
// keeps its place (Pos.File); a new one has none. The error is a problem.List.
func (f *Filled) Packs(office string, layer criteria.Layer) ([]*criteria.Overlay, error) {
	b, err := binder.Open(f.law, office, layer)
	if err != nil {
		return nil, problem.In(f.file, err)
	}
	for _, r := range f.rulings() {
		b.Put(r)
	}
	for _, e := range f.entries {
		if e.Standing.Prerequisite != nil && !e.stands() {
			p := *e.Standing.Prerequisite
			p.Grounds = criteria.Grounds{Status: criteria.Confirmed, Source: e.source()}
			b.Require(e.Years, p)
		}
	}
	var problems problem.List
	for _, a := range f.additions {
		if a.of != nil {
			for _, one := range a.rewritten() {
				b.Put(one)
			}
			b.Ask(a.of.Years, a.figures)
			continue
		}
		clash := b.Add(binder.Indicator{Criterion: a.criterion, Indicator: a.indicator, Figures: a.figures})
		if clash != nil {
			problems.Add(problem.Problem{File: f.file, Sheet: a.at.shown(), Cell: a.at.cell(idNo),
				Message: fmt.Sprintf("chỉ tiêu %s đã được thêm ở bộ quy định %q (%s)", a.indicator.No, clash.ID,
					clash.Pos.File), Hint: "bỏ dòng này, hoặc sửa ở bộ quy định ấy"})
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return b.Changed(), nil
}
