package assess_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
)

// Columns that ask the same are one demand, told once; those that differ are told with all their columns.
func TestWhatColumnsAskIsToldOnce(t *testing.T) {
	lib := load(t)
	same, differ := 0, 0
	for _, region := range []criteria.Region{criteria.NorthCentral, criteria.RedRiverDelta} {
		r := readReport(t, quangTrung, lib)
		r.Date = criteria.Date{}
		r.Commune = commune.Where{Declared: &commune.Declared{Name: "Giả Định", Province: "Thanh Hóa",
			Region: region}}
		a := assess.Assess(input(t, lib, r))
		for i := range a.Levels {
			for x := range a.Levels[i].Judged() {
				x.Leaves(func(j *assess.Judgement) {
					if len(j.Columns) == 0 {
						return
					}
					texts := map[string]bool{}
					for _, way := range j.Ways() {
						texts[way.Threshold.Text()] = true
					}
					got := j.Asked()
					for text := range texts {
						if n := strings.Count("hay "+got+" (", "hay "+text+" ("); n != 1 {
							t.Errorf("%s: %q says %q %d times", x.ID, got, text, n)
						}
					}
					if len(texts) == 1 {
						same++
						if got != j.Threshold.Text() {
							t.Errorf("%s: all ask %q, told as %q", x.ID, j.Threshold.Text(), got)
						}
						return
					}
					for differ++; strings.Count(got, " hay ") != len(texts)-1; {
						t.Fatalf("%s: %q for %d demands", x.ID, got, len(texts))
					}
				})
			}
		}
	}
	if differ == 0 {
		t.Error("no two columns ask for different things")
	}
	t.Log(same, differ)
}
