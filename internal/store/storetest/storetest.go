// Package storetest is what every engine of a store has to do alike. An engine's
// own test calls Run with a way to open an empty store of it.
package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/store"
	"ntm/internal/testenv"
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
		"nothing":        nothingIsNoVersion,
		"unwritable":     unwritableCells,
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
		Level: criteria.NTM, Verdict: assess.Undecided, Counts: assess.Counts{CriteriaMet: 2, CriteriaTotal: 3},
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
