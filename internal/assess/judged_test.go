package assess

import (
	"slices"
	"testing"
)

// The figures of an assessment are those of all its levels, their conditions and the parts of
// what they judge, in that order; who has seen enough of them is shown no more.
func TestFigures(t *testing.T) {
	by := func(id string) Judgement { return Judgement{Figure: &Figure{ID: id}} }
	a := &Assessment{Levels: []Level{
		{Criteria: []Criterion{{Indicators: []Indicator{
			{Judgement: Judgement{Parts: []Judgement{by("a"), {}, by("b")}}}, {Judgement: by("c")}, {},
		}}}, Conditions: []Condition{{Judgement: by("d")}}},
		{Criteria: []Criterion{{Indicators: []Indicator{{Judgement: by("a")}}}}},
	}}
	var all []string
	for f := range a.Figures() {
		all = append(all, f.ID)
	}
	if want := []string{"a", "b", "c", "d", "a"}; !slices.Equal(all, want) {
		t.Errorf("%v, want %v", all, want)
	}
	var some []string
	for f := range a.Figures() {
		if some = append(some, f.ID); f.ID == "b" {
			break
		}
	}
	if want := []string{"a", "b"}; !slices.Equal(some, want) {
		t.Errorf("up to b: %v, want %v", some, want)
	}
}
