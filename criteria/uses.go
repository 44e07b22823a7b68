package criteria

import (
	"fmt"
	"slices"
)

// EachFigure calls f for every figure that the ask or a part of it judges.
func (ask *Ask) EachFigure(f func(id string)) {
	if ask.Figure != "" {
		f(ask.Figure)
	}
	for _, part := range ask.Parts() {
		part.EachFigure(f)
	}
}

// Uses says, for each figure, which indicators of which years judge it:
// "ntm/10 (2021-2025)".
func (lib *Library) Uses() map[string][]string {
	out := map[string][]string{}
	for _, std := range lib.Standards {
		for _, c := range std.Criteria {
			for _, ind := range c.Indicators {
				name := fmt.Sprintf("%s/%s (%d-%d)", std.Level, ind.No, std.Years.From, std.Years.To)
				for _, rule := range ind.Rules {
					rule.EachFigure(func(id string) {
						if !slices.Contains(out[id], name) {
							out[id] = append(out[id], name)
						}
					})
				}
			}
		}
	}
	return out
}
