package across

import (
	"cmp"
	"context"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
)

// UseSchema names the JSON document of Use.
const UseSchema = "ntm.criteria-use.v1"

// Use is which thresholds communes were judged by, and who says so.
type Use struct {
	Schema     string `json:"schema"`
	Communes   int    `json:"communes"`
	Thresholds []Used `json:"thresholds"` // in the order of the standards
	Aside
}

// Used is a threshold that communes were judged by, of whatever column. Two of one indicator
// differ in what they ask, in their basis or in who checked them.
type Used struct {
	Level    criteria.Level `json:"level"`
	ID       string         `json:"id"` // of the indicator or condition
	No       string         `json:"no"`
	Name     string         `json:"name"`
	Known    bool           `json:"known"` // false: nobody has entered it
	Text     string         `json:"text"`
	Basis    criteria.Basis `json:"basis"`
	Communes int            `json:"communes"`
}

// UseOf is which thresholds the communes were judged by, at one level or at all for "".
func UseOf(ctx context.Context, from Source, level criteria.Level, begin Begin) (*Use, error) {
	out := &Use{Schema: UseSchema, Thresholds: []Used{}, Aside: Aside{Unread: []Unread{}}}
	at, order := map[Used]int{}, map[string]int{}
	err := from.each(ctx, begin, func(o one) func() {
		var used []Used
		if o.Assessment != nil {
			used = usedOf(o.Assessment, level)
		}
		return func() {
			if !out.take(o) {
				return
			}
			out.Communes++
			for _, u := range used {
				i, known := at[u]
				if !known {
					i = len(out.Thresholds)
					at[u] = i
					out.Thresholds = append(out.Thresholds, u)
				}
				out.Thresholds[i].Communes++
				if _, known := order[u.ID]; !known {
					order[u.ID] = len(order)
				}
			}
		}
	})
	slices.SortStableFunc(out.Thresholds, func(a, b Used) int {
		return cmp.Or(cmp.Compare(slices.Index(criteria.Levels, a.Level), slices.Index(criteria.Levels, b.Level)),
			cmp.Compare(order[a.ID], order[b.ID]), cmp.Compare(b.Communes, a.Communes), cmp.Compare(a.Text, b.Text))
	})
	return out, err
}

// usedOf are the thresholds of a commune, each once.
func usedOf(a *assess.Assessment, level criteria.Level) (out []Used) {
	for i := range a.Levels {
		l := &a.Levels[i]
		if level != "" && l.Level != level {
			continue
		}
		for x := range l.Judged() {
			x.Leaves(func(leaf *assess.Judgement) {
				if leaf.Outcome == assess.NotApplicable {
					return
				}
				t := leaf.Threshold
				basis := t.Basis
				basis.Column, basis.ColumnTitle = "", "" // what several columns ask alike is one threshold
				u := Used{Level: l.Level, ID: x.ID, No: x.No, Name: x.Name, Known: t.Known, Text: t.Text(),
					Basis: basis}
				if !slices.Contains(out, u) {
					out = append(out, u)
				}
			})
		}
	}
	return out
}
