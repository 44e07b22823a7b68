// Package storetest is what every engine of a store has to do alike. An engine's
// own test calls Run with a way to open an empty store of it.
package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/store"
	"ntm/internal/testenv"
	"pgregory.net/rapid"
)

// Open opens an empty store that tells the time by now; it closes with the test.
type Open func(t testing.TB, now func() time.Time) *store.Store

// Run holds an engine to everything a store promises.
func Run(t *testing.T, open Open) {
	for name, test := range map[string]func(*testing.T, Open){
		"events":     eventsComeBack,
		"refusals":   refusedChangesLeaveNothing,
		"atomic":     changesOfManyAreOne,
		"lists":      listsAreFilteredAndOrdered,
		"hostile":    textIsOnlyText,
		"merge":      mergingEndsInTheSame,
		"conflicts":  contradictionsAreKept,
		"writers":    writersLoseNothing,
		"large":      largeWritesLoseNothing,
		"readers":    readersSeeOneMoment,
		"moment":     aMomentStandsStill,
		"many steps": anyStepsLeaveItSound,

		"working copies": workingCopiesStand,
		"clashes":        workingCellsClash,
		"read again":     workingCellsSince,
		"travelling":     workingCopiesTravel,
		"desks": func(t *testing.T, open Open) {
			Desks(t, slices.Repeat([]*store.Store{open(t, always)}, 16), testenv.Some(t, 20, 50), func() {})
		},
	} {
		t.Run(name, func(t *testing.T) { test(t, open) })
	}
}

// Day is when the invented events happen.
var Day = time.Date(2024, 1, 15, 2, 0, 0, 0, time.UTC)

func always() time.Time { return Day }

// Report is the change of an invented commune's report that comes in: a document
// of its own, and an assessment by which two of three criteria are met.
func Report(province, commune, name string, year int, text string) store.Change {
	report, set := store.NewDocument([]byte("báo cáo "+commune+text)),
		store.NewDocument([]byte("bộ tiêu chí của "+province))
	place := docket.Place{Name: name, District: "Giả Định", Province: province, Region: criteria.NorthCentral,
		Title: "xã " + name}
	brief := assess.Brief{Draft: true, Levels: []assess.BriefLevel{{
		Level: criteria.NTM, Verdict: assess.Undecided, CriteriaMet: 2, CriteriaTotal: 3,
		Criteria: assess.BriefOutcomes{{No: "1", Outcome: assess.Met}, {No: "2", Outcome: assess.Met},
			{No: "3", Outcome: assess.Undetermined}},
		Indicators: assess.BriefOutcomes{{No: "1.1", Outcome: assess.Met}, {No: "2", Outcome: assess.Met},
			{No: "3.1", Outcome: assess.NoFigure}},
	}}}
	return store.Change{Province: province, Documents: []store.Document{report, set}, Events: []docket.Event{
		docket.New(docket.Received, "người thử", province, commune, year, docket.ReceivedBody{Place: place,
			Report: report.Digest, File: "gia-dinh.yaml"}),
		docket.New(docket.Assessed, "người thử", province, commune, year, docket.AssessedBody{Report: report.Digest,
			Set: set.Digest, Brief: brief}),
	}}
}

// Submission is an invented commune's, which gives the reason that the verdict asks for.
func Submission(note string) docket.SubmittedBody {
	return docket.SubmittedBody{Level: criteria.NTM, Note: note, Grounds: docket.Grounds{Reason: "giả định"}}
}

// Step is the change of one step of one commune's dossier.
func Step(kind docket.Kind, province, commune string, year int, body any) store.Change {
	return store.Change{Province: province, Events: []docket.Event{docket.New(kind, "người thử", province, commune,
		year, body)}}
}

// Fill puts many invented communes in a store, some of them submitted, of several
// provinces, and a document that no event names.
func Fill(t testing.TB, s *store.Store, communes int) {
	t.Helper()
	var changes []store.Change
	for i := range communes {
		key, province := fmt.Sprint(i), fmt.Sprintf("Giả Định %d", i%7)
		changes = append(changes, Report(province, key, "Xã "+key, 2023, ""))
		if i%3 == 0 {
			changes = append(changes, Step(docket.Submitted, province, key, 2023, Submission("")))
		}
	}
	changes = append(changes, store.Change{Province: "Giả Định 0",
		Documents: []store.Document{store.NewDocument([]byte("không việc nào nhắc đến"))}})
	must(t, s, changes...)
}

func must(t testing.TB, s *store.Store, changes ...store.Change) {
	t.Helper()
	refused, err := s.Append(context.Background(), changes...)
	if err = errors.Join(append(refused, err)...); err != nil {
		t.Fatal(err)
	}
}

// sound tells whether the store is, and gives how many events it holds.
func sound(t testing.TB, s *store.Store) int {
	t.Helper()
	h, err := s.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !h.Sound() || len(h.Orphans) > 0 {
		t.Fatalf("not sound: %v, orphans %v", h.Problems, h.Orphans)
	}
	return h.Events
}

func eventsComeBack(t *testing.T, open Open) {
	clock := Day
	s := open(t, func() time.Time { clock = clock.Add(-time.Hour); return clock }) // a clock that is set back
	must(t, s, Report("Giả Định", "1", "Một", 2023, ""))
	must(t, s, Step(docket.Submitted, "Giả Định", "1", 2023, Submission(`"nháy" và \ gạch`)))
	must(t, s, Step(docket.SentBack, "Giả Định", "1", 2023,
		docket.SentBackBody{Reasons: []docket.Reason{{On: "3.1", Text: "thiếu số liệu"}}}))
	found, err := s.Events(t.Context(), store.Subject{Province: "Giả Định", Commune: "1"})
	if err != nil {
		t.Fatal(err)
	}
	var kinds []docket.Kind
	ids := map[string]bool{}
	for i, e := range found {
		kinds = append(kinds, e.Kind)
		ids[e.ID] = true
		if i > 0 && !e.At.After(found[i-1].At) {
			t.Errorf("event %d is not after the one before: %s, %s", i, found[i-1].At, e.At)
		}
	}
	if want := []docket.Kind{docket.Received, docket.Assessed, docket.Submitted,
		docket.SentBack}; !slices.Equal(kinds, want) || len(ids) != 4 {
		t.Errorf("%v with %d ids, want %v", kinds, len(ids), want)
	}
	var body docket.SubmittedBody
	if err := json.Unmarshal(found[2].Body, &body); err != nil || body.Note != `"nháy" và \ gạch` {
		t.Errorf("%+v, %v", body, err)
	}
	c, err := s.Commune(t.Context(), "Giả Định", "1")
	if err != nil || c.Dossier(2023).Stage != "sent_back" || len(c.Dossier(2023).Reasons) != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	if data, err := s.Document(t.Context(), "Giả Định", c.Dossier(2023).Report().Digest); err != nil ||
		string(data) != "báo cáo 1" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := s.Document(t.Context(), "Giả Định", strings.Repeat("0", 64)); err == nil {
		t.Error("a document that is not there was read")
	}
	if n := sound(t, s); n != 4 {
		t.Errorf("%d events", n)
	}
}

func refusedChangesLeaveNothing(t *testing.T, open Open) {
	s := open(t, always)
	tooEarly := Step(docket.Submitted, "Giả Định", "2", 2023, Submission(""))
	tooEarly.Documents = []store.Document{store.NewDocument([]byte("không ai cần"))}
	refused, err := s.Append(t.Context(), Report("Giả Định", "1", "Một", 2023, ""), tooEarly,
		Report("Giả Định", "3", "Ba", 2023, ""))
	if err != nil {
		t.Fatal(err)
	}
	var why *docket.Refusal
	if refused[0] != nil || refused[2] != nil || !errors.As(refused[1], &why) {
		t.Fatalf("refused: %v", refused)
	}
	if n := sound(t, s); n != 4 { // and no orphan
		t.Errorf("%d events, want those of two reports", n)
	}
	err = s.AppendOne(t.Context(), Report("Giả Định", "1", "Một", 2023, ""))
	var already *docket.Already
	if !errors.As(err, &already) || !already.Newest {
		t.Errorf("the same report again: %v", err)
	}
	if n := sound(t, s); n != 4 {
		t.Errorf("%d events after the same report again", n)
	}
}

func changesOfManyAreOne(t *testing.T, open Open) {
	s := open(t, always)
	must(t, s, Report("Giả Định", "1", "Một", 2023, ""), Report("Giả Định", "2", "Hai", 2023, ""))
	both := Step(docket.Submitted, "Giả Định", "1", 2023, Submission(""))
	both.Events = append(both.Events, Step(docket.TakenUp, "Giả Định", "2", 2023,
		docket.NoteBody{}).Events...) // not submitted
	if err := s.AppendOne(t.Context(), both); !docket.IsRefusal(err) {
		t.Fatalf("half a change was made: %v", err)
	}
	c, err := s.Commune(t.Context(), "Giả Định", "1")
	if err != nil || c.Dossier(2023).Stage != docket.Draft {
		t.Errorf("%v, %v", c.Dossier(2023).Stage, err)
	}
	if n := sound(t, s); n != 4 {
		t.Errorf("%d events", n)
	}
}

func listsAreFilteredAndOrdered(t *testing.T, open Open) {
	s := open(t, always)
	must(t, s, Report("Thanh Giả", "3", "Đông Sơn", 2023, ""), Report("Thanh Giả", "1", "Dân Chủ", 2023, ""),
		Report("Thanh Giả", "2", "An Lộc", 2023, ""),
		Report("Thanh Giả", "2", "An Lộc", 2022, ""), Report("An Giả", "9", "Xuân Hòa", 2023, ""))
	must(t, s, Step(docket.Submitted, "Thanh Giả", "1", 2023, Submission("")))
	for name, want := range map[string]struct {
		store.Filter
		keys string
	}{
		"all":           {store.Filter{}, "9/2023 2/2022 2/2023 1/2023 3/2023"},
		"a province":    {store.Filter{Province: "Thanh Giả"}, "2/2022 2/2023 1/2023 3/2023"},
		"a year":        {store.Filter{Year: 2022}, "2/2022"},
		"a stage":       {store.Filter{Stage: "submitted"}, "1/2023"},
		"a level":       {store.Filter{Level: criteria.NTM}, "1/2023"},
		"a commune":     {store.Filter{Commune: "9"}, "9/2023"},
		"a district":    {store.Filter{District: "Giả Định", Year: 2022}, "2/2022"},
		"none":          {store.Filter{Province: "Không Có"}, ""},
		"not as a text": {store.Filter{Province: "' OR '1'='1"}, ""},
	} {
		found, err := s.Dossiers(t.Context(), want.Filter)
		var keys []string
		for _, d := range found {
			keys = append(keys, fmt.Sprintf("%s/%d", d.Commune, d.Year))
		}
		if got := strings.Join(keys, " "); err != nil || got != want.keys {
			t.Errorf("%s: %s, want %s (%v)", name, got, want.keys, err)
		}
		rows, err := s.Rows(t.Context(), want.Filter)
		again, other := s.DossiersOf(t.Context(), rows)
		if errors.Join(err, other) != nil || !reflect.DeepEqual(found, again) {
			t.Errorf("%s, by rows: %v, %v, %v", name, err, other, rows)
		}
	}
	if found, err := s.DossiersOf(t.Context(), []store.Row{{Province: "Không Có", Commune: "1"}}); err != nil ||
		len(found) > 0 {
		t.Errorf("a row that is gone: %v, %v", found, err)
	}
	provinces, err := s.Provinces(t.Context())
	if err != nil || !slices.Equal(provinces, []string{"An Giả", "Thanh Giả"}) {
		t.Errorf("%v, %v", provinces, err)
	}
	counted, err := s.Counted(t.Context())
	if err != nil || !slices.Equal(counted, []store.OfProvince{{Province: "An Giả", Dossiers: 1},
		{Province: "Thanh Giả", Dossiers: 4}}) {
		t.Errorf("%v, %v", counted, err)
	}
}

func textIsOnlyText(t *testing.T, open Open) {
	s := open(t, always)
	for i, text := range []string{`'; DROP TABLE events; --`, `"x"`, "../../etc/passwd", "\u202emáy\u202c",
		"%_?*$1", "a\nb\r\tc", "\u00a0", "e\u0302\u0301", "😀", "~/a"} {
		key := fmt.Sprintf("%d %s", i, text)
		must(t, s, Report("Tỉnh "+text, key, text, 2023, text))
		must(t, s, Step(docket.Submitted, "Tỉnh "+text, key, 2023, Submission(text)))
		c, err := s.Commune(t.Context(), "Tỉnh "+text, key)
		if err != nil || c.Name() != text || c.Dossier(2023) == nil {
			t.Errorf("%q came back as %+v, %v", text, c, err)
		}
		if found, err := s.Dossiers(t.Context(), store.Filter{Province: "Tỉnh " + text}); err != nil ||
			len(found) != 1 {
			t.Errorf("%q: %d dossiers, %v", text, len(found), err)
		}
	}
	long := strings.Repeat("Đ", 10_000)
	must(t, s, Report("Giả Định", "dài", long, 2023, long))
	if c, err := s.Commune(t.Context(), "Giả Định", "dài"); err != nil || c.Name() != long {
		t.Errorf("a long name came back as %.20q, %v", c.Name(), err)
	}
	var key string // the longest that is kept, and not to be squeezed
	for len(key) < 2000-len("Giả Định") {
		key += string(rune('a' + rand.IntN(26)))
	}
	must(t, s, Report("Giả Định", key, "Dài", 2023, ""))
	for _, text := range []string{key + "a", "a\x00b", "\xff"} {
		if err := s.AppendOne(t.Context(), Report("Giả Định", text, "Một", 2023, "")); err == nil {
			t.Errorf("%q was kept", text)
		}
	}
	sound(t, s)
}

// everything is what a store holds of some subjects.
func everything(t testing.TB, s *store.Store) map[store.Subject][]docket.Event {
	t.Helper()
	out := map[store.Subject][]docket.Event{}
	of, err := s.Subjects(context.Background(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, subject := range of {
		if out[subject], err = s.Events(context.Background(), subject); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

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
