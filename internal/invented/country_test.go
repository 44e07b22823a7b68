package invented_test

import (
	"encoding/json"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/invented"
)

// The reports can be read, each is the same whichever others are made, and the
// country has what a country has: every outcome, every verdict, findings.
func TestCountry(t *testing.T) {
	lib := packs.Embedded()
	country, again := invented.New(lib, 1), invented.New(lib, 1)
	outcomes, verdicts, severities := map[assess.Outcome]int{}, map[assess.Verdict]int{}, map[assess.Severity]int{}
	for i := 0; i < invented.All; i += 97 {
		r, err := country.Report(i, 2023)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Check(lib); err != nil {
			t.Fatal(err)
		}
		in, err := assess.Prepare(lib, r, "thử")
		if err != nil {
			t.Fatal(err)
		}
		a := assess.Assess(in)
		for _, l := range a.Levels {
			verdicts[l.Verdict]++
			for _, c := range l.Criteria {
				for _, ind := range c.Indicators {
					outcomes[ind.Outcome]++
				}
			}
		}
		for _, f := range a.Findings {
			severities[f.Severity]++
		}
		if i%(4*97) > 0 {
			continue
		}
		same, err := again.Report(i, 2023)
		if err != nil {
			t.Fatal(err)
		}
		one, _ := json.Marshal(r)
		if other, _ := json.Marshal(same); string(one) != string(other) {
			t.Errorf("%d: two reports of one seed differ", i)
		}
	}
	t.Log(outcomes, verdicts, severities)
	for _, o := range []assess.Outcome{assess.Met, assess.NotMet, assess.NoFigure, assess.NoThreshold} {
		if outcomes[o] == 0 {
			t.Errorf("no indicator is %s", o)
		}
	}
	if verdicts[assess.NotEligible] == 0 || verdicts[assess.Undecided] == 0 {
		t.Error(verdicts)
	}
	if severities[assess.Info] == 0 || severities[assess.Warning] == 0 || severities[assess.Wrong] == 0 {
		t.Error(severities)
	}
}
