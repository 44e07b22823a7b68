package storetest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/store"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func merge(t testing.TB, into, from *store.Store) int {
	t.Helper()
	of, err := from.Subjects(context.Background(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	n, err := into.MergeFrom(context.Background(), from, of, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func mergingEndsInTheSame(t *testing.T, open Open) {
	clock := Day
	tick := func() time.Time { clock = clock.Add(time.Minute); return clock }
	a, b := open(t, tick), open(t, tick)
	must(t, a, Report("Giả Định", "1", "Một", 2023, ""), Report("Giả Định", "2", "Hai", 2023, ""))
	if n := merge(t, b, a); n != 4 {
		t.Fatalf("%d events came over, want 4", n)
	}
	must(t, a, Step(docket.Submitted, "Giả Định", "1", 2023, Submission("")))
	must(t, b, Step(docket.Submitted, "Giả Định", "2", 2023, Submission("")))
	must(t, b, Report("Giả Định", "3", "Ba", 2022, ""))
	if n := merge(t, a, b); n != 3 {
		t.Errorf("%d events came to a, want 3", n)
	}
	if n := merge(t, b, a); n != 1 {
		t.Errorf("%d events came to b, want 1", n)
	}
	if merge(t, a, b) != 0 || merge(t, b, a) != 0 {
		t.Error("merging again brought something")
	}
	if d := cmp.Diff(everything(t, a), everything(t, b)); d != "" {
		t.Errorf("the two differ: %s", d)
	}
	inA, _ := a.Dossiers(t.Context(), store.Filter{})
	inB, _ := b.Dossiers(t.Context(), store.Filter{})
	if d := cmp.Diff(inA, inB, cmpopts.IgnoreUnexported(docket.Dossier{})); d != "" || len(inA) != 3 {
		t.Errorf("%d dossiers; the two differ: %s", len(inA), d)
	}
	sound(t, a)
	sound(t, b)
}

func contradictionsAreKept(t *testing.T, open Open) {
	clock := Day
	tick := func() time.Time { clock = clock.Add(time.Minute); return clock }
	a, b := open(t, tick), open(t, tick)
	must(t, a, Report("Giả Định", "1", "Một", 2023, ""))
	must(t, a, Step(docket.Submitted, "Giả Định", "1", 2023, Submission("")))
	merge(t, b, a)
	must(t, a, Step(docket.SentBack, "Giả Định", "1", 2023,
		docket.SentBackBody{Reasons: []docket.Reason{{Text: "thiếu"}}}))
	must(t, b, Step(docket.TakenUp, "Giả Định", "1", 2023, docket.NoteBody{}))
	merge(t, a, b)
	merge(t, b, a)
	for _, s := range []*store.Store{a, b} {
		c, err := s.Commune(t.Context(), "Giả Định", "1")
		if err != nil {
			t.Fatal(err)
		}
		d := c.Dossier(2023)
		if d.Stage != "sent_back" || len(d.Conflicts) != 1 || d.Conflicts[0].Kind != docket.TakenUp {
			t.Errorf("%s, conflicts %+v: the first of the two counts, the other is told of", d.Stage, d.Conflicts)
		}
		if n := sound(t, s); n != 5 {
			t.Errorf("%d events, none may be lost", n)
		}
	}
}

// Whatever steps are tried in whatever order, what is kept is what the events add
// up to, and a refusal says something.
func anyStepsLeaveItSound(t *testing.T, open Open) {
	s := open(t, always)
	run := 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		province := fmt.Sprintf("Giả Định %d", run)
		steps := rapid.SliceOfN(rapid.SampledFrom([]docket.Kind{
			docket.Received, docket.Submitted, docket.SentBack, docket.TakenUp, docket.Opined, docket.Readied,
			docket.Batched, docket.Unbatched, docket.Voted, docket.Recognised, docket.Refused, docket.Revoked,
			docket.Titled,
		}), 1, 25).Draw(t, "steps")
		for i, kind := range steps {
			change := Step(kind, province, "1", 2023, map[docket.Kind]any{
				docket.Submitted: Submission(""),
				docket.SentBack:  docket.SentBackBody{Reasons: []docket.Reason{{Text: "thiếu"}}},
				docket.TakenUp:   docket.NoteBody{}, docket.Readied: docket.NoteBody{},
				docket.Batched: docket.BatchBody{Council: "1"}, docket.Unbatched: docket.BatchBody{Council: "1"},
				docket.Opined:     docket.Opinion{Department: "Sở thử", On: fmt.Sprint(i%3 + 1), Result: "Đạt"},
				docket.Voted:      docket.Vote{Council: "1", Level: criteria.NTM, For: 3, Present: 3, Members: 3},
				docket.Recognised: docket.Decision{Level: criteria.NTM, Number: "1", Date: criteria.Day(2024, 1, 2)},
				docket.Refused:    docket.Decision{Level: criteria.NTM, Note: "thiếu"},
				docket.Revoked:    docket.Decision{Level: criteria.NTM, Number: "2", Date: criteria.Day(2024, 2, 2)},
				docket.Titled:     docket.TitledBody{Level: criteria.NTM, Number: "3", Date: criteria.Day(2023, 1, 2)},
			}[kind])
			if kind == docket.Received {
				change = Report(province, "1", "Một", 2023, fmt.Sprint(i))
			}
			if err := s.AppendOne(context.Background(), change); err != nil &&
				(!docket.IsRefusal(err) || err.Error() == "") {
				t.Fatalf("%s: %v", kind, err)
			}
		}
	})
	sound(t, s)
}
