package docket_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/places"

	"github.com/google/go-cmp/cmp"
)

// ways lead a dossier to each stage.
var ways = map[docket.Stage]string{
	docket.None: "", docket.Draft: "received a\nassessed a", docket.IsSubmitted: toSubmitted,
	docket.IsSentBack: toSubmitted + "sent_back thiếu", docket.InAppraisal: toAppraisal,
	docket.IsReady: toAppraisal + "opinion 1\nopinion 2\nready", docket.InBatch: toBatched,
	docket.IsVoted: toBatched + "voted yes", docket.IsRecognised: toTitle,
	docket.IsRefused: toBatched + "voted no\nrefused thiếu", docket.IsRevoked: toTitle + "revoked 2/QĐ",
}

// at is a script whose dossier stands at a stage.
func at(t *testing.T, stage docket.Stage) *script {
	t.Helper()
	s := &script{c: &docket.Commune{}}
	for step := range strings.FieldsFuncSeq(ways[stage], func(r rune) bool { return r == '\n' }) {
		if err := s.play(step); err != nil {
			t.Fatalf("on the way to %s: %s: %v", stage, step, err)
		}
	}
	if d := s.c.Dossier(2023); d != nil && d.Stage != stage || d == nil && stage != docket.None {
		t.Fatalf("the way to %s leads to %+v", stage, d)
	}
	return s
}

// The whole table, row by row: from every stage every step either leads on, named by
// where to, or stays (=), or lacks something there (?), or is none of this stage's (-).
// Whoever changes a row of the steps changes it here.
func TestEveryRowOfTheSteps(t *testing.T) {
	const table = `
step       none  draft     submitted sent_back appraisal ready     batched voted      recognised refused revoked
received   draft =         -         draft     -         -         -       -          -          draft   draft
assessed   -     =         =         =         =         -         -       -          -          -       -
submitted  -     submitted -         -         -         -         -       -          ?          -       -
sent_back  -     -         sent_back -         sent_back sent_back -       -          -          -       -
taken_up   -     -         appraisal -         -         -         -       -          -          -       -
opinion    -     -         -         -         =         -         -       -          -          -       -
ready      -     -         -         -         ?         -         -       -          -          -       -
batched    -     -         -         -         -         batched   -       batched    -          -       -
unbatched  -     -         -         -         -         -         ready   -          -          -       -
voted      -     -         -         -         -         -         voted   -          -          -       -
concluded  -     -         -         -         -         -         -       ?          -          -       -
recognised -     -         -         -         -         -         -       recognised -          -       -
refused    -     -         refused   -         refused   refused   -       refused    -          -       -
revoked    ?     ?         ?         ?         ?         ?         ?       ?          revoked    ?       ?
corrected  -     ?         draft     submitted submitted appraisal -       ?          voted      voted   recognised
`
	steps := []string{
		"received b", "assessed a", "submitted ntm", "sent_back thiếu", "taken_up", "opinion 1", "ready", "batched",
		"unbatched", "voted yes", "concluded", "recognised 1/QĐ", "refused thiếu", "revoked 3/QĐ", "corrected",
	}
	rows := strings.Split(strings.TrimSpace(table), "\n")
	stages := strings.Fields(rows[0])[1:]
	if len(rows)-1 != len(steps) || len(stages) != len(docket.Stages()) {
		t.Fatalf("%d rows of %d steps, %d columns of %d stages", len(rows)-1, len(steps), len(stages),
			len(docket.Stages()))
	}
	for i, step := range steps {
		want := strings.Fields(rows[i+1])
		got := []string{want[0]}
		var from, told []string
		for k, stage := range docket.Stages() {
			if string(stage) != stages[k] {
				t.Fatalf("column %d is %s, not %s", k+1, stages[k], stage)
			}
			outcome, hint := tried(t, at(t, stage), step)
			got = append(got, outcome)
			if outcome != "-" {
				from = append(from, stage.Word())
			} else {
				told = append(told, hint)
			}
			if takes := stage.Takes(docket.Kind(want[0])); takes != (outcome != "-") {
				t.Errorf("%s from %s: may be taken %v, tried %s", want[0], stage, takes, outcome)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for _, hint := range told { // names each stage from which it may be taken, and no other
			for _, stage := range docket.Stages() {
				named := strings.Contains(hint+",", " "+stage.Word()+",")
				if may := contains(from, stage.Word()); named != may {
					t.Errorf("%s: %q names %q: %v", want[0], hint, stage.Word(), named)
				}
			}
		}
	}
}

func contains(all []string, one string) bool {
	return strings.Contains("|"+strings.Join(all, "|")+"|", "|"+one+"|")
}

// tried is what comes of a step, and the hint where it is not of this stage.
func tried(t *testing.T, s *script, step string) (outcome, hint string) {
	t.Helper()
	kind, rest, _ := strings.Cut(step, " ")
	e := s.event(docket.Kind(kind), rest)
	was := docket.None
	if d := s.c.Dossier(2023); d != nil {
		was = d.Stage
		last := ""
		if d.LastStep() != nil {
			last = d.LastStep().Event
		}
		switch e.Kind {
		case docket.Corrected:
			e.Body = json.RawMessage(`{"event":"` + last + `","reason":"ghi nhầm"}`)
		case docket.Concluded:
			e.Body = json.RawMessage(`{"council":"1","chair":"Người A","paper":"7/TB","yes":true}`)
		}
	}
	err := s.c.Take(&e)
	var refusal *docket.Refusal
	switch {
	case err == nil && s.c.Dossier(2023).Stage == was:
		return "=", ""
	case err == nil:
		return string(s.c.Dossier(2023).Stage), ""
	case !errors.As(err, &refusal):
		t.Fatalf("%s from %s: %v", step, was, err)
	case len(refusal.Missing)+len(refusal.Wrong) > 0:
		if page := refusal.OnPage(); refusal.Hint() == "" || page.Hint == "" || strings.Contains(page.Hint, "ntm ") {
			t.Errorf("%s from %s: what to do is %q, on a page %q", step, was, refusal.Hint(), page.Hint)
		}
		return "?", ""
	}
	return "-", refusal.Hint()
}

// A dossier's unit is the one that its report named.
func TestTheUnitOfADossier(t *testing.T) {
	place := docket.Place{Name: "Quảng Trung", District: "Quảng Xương", Province: "Thanh Hóa",
		Region: criteria.NorthCentral,
		Title:  "xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"}
	declared := place
	declared.Declared = true
	for _, c := range []struct {
		name    string
		dossier docket.Dossier
		want    places.Unit
	}{
		{"of the lists", docket.Dossier{Commune: "16492", Code: "16492", Place: place},
			places.Unit{Code: "16492", Name: place.Name, District: place.District, Province: place.Province,
				Region: "btb", KeptTitle: place.Title}},
		{"outside the lists", docket.Dossier{Commune: places.DeclaredKey("h", "x"), Code: "khóa", Place: declared},
			places.Unit{Name: place.Name, District: place.District, Province: place.Province, Region: "btb",
				Declared: true, KeptTitle: place.Title}},
	} {
		if diff := cmp.Diff(c.want, c.dossier.Unit()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if got := docket.PlaceOf((&docket.Dossier{Commune: "16492", Code: "16492", Place: place}).Unit()); got != place {
		t.Errorf("there and back: %+v", got)
	}
}

// What is kept of two years stands by year, whichever came first.
func TestDossiersStandByYear(t *testing.T) {
	s := script{c: &docket.Commune{}}
	later := s.event(docket.Received, "a")
	later.Year = 2024
	for _, e := range []docket.Event{later, s.event(docket.Received, "a")} {
		if err := s.c.Take(&e); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.c.Dossiers) != 2 || s.c.Dossiers[0].Year != 2023 || s.c.Dossiers[1].Year != 2024 {
		t.Errorf("%+v", s.c.Dossiers)
	}
	if d := s.c.Dossier(2024); d.Brief() != nil || d.Current() || d.LastStep() == nil || s.c.Dossier(2022) != nil {
		t.Errorf("%+v", d)
	}
}

// A commune taken out of a batch is no case of the sitting.
func TestACaseTakenOut(t *testing.T) {
	c := &docket.Council{}
	for i, step := range []struct {
		kind docket.Kind
		body any
		want string
	}{
		{docket.CouncilOpened, docket.CouncilOpenedBody{Level: criteria.NTM, Name: "Hội đồng giả định"}, ""},
		{docket.CaseAdded, docket.CaseBody{Commune: "1"}, "1"},
		{docket.CaseAdded, docket.CaseBody{Commune: "2"}, "1 2"},
		{docket.CaseRemoved, docket.CaseBody{Commune: "1"}, "2"},
		{docket.CaseRemoved, docket.CaseBody{Commune: "2"}, ""},
	} {
		e := docket.NewOfCouncil(step.kind, "người thử", "Giả Định", "2023-1", 2023, step.body)
		if err := c.Take(&e); err != nil || strings.Join(c.Cases, " ") != step.want {
			t.Errorf("step %d: %v, %v, want %s", i+1, c.Cases, err, step.want)
		}
	}
}
