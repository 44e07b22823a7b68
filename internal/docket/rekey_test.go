package docket_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"ntm/internal/docket"
)

// kept2 is an event as a store of structure 2 kept it.
func kept2(id, province, commune, council string, year int, kind docket.Kind, body any) docket.Event {
	e := docket.New(kind, "người thử", province, commune, year, body)
	e.ID, e.Council, e.At = id, council, time.Date(2025, 1, 1, 0, len(id), 0, 0, time.UTC)
	return e
}

func from(place, report string) docket.ReceivedBody {
	district := ""
	if strings.Contains(place, "huyện") {
		district = "Giả Định"
	}
	return docket.ReceivedBody{Place: docket.Place{Name: "Giả Định", District: district, Title: place}, Report: report}
}

// The unit of every kind of event of one code, 17479: Diễn Thịnh, then An Châu.
func TestRekeyer(t *testing.T) {
	const old, now = "Nghệ An 17479 ", "Nghệ An 17479@2025 "
	subject := []struct {
		year int
		kind docket.Kind
		body any
		want string
	}{
		{2024, docket.Received, from("xã, huyện", "a"), old},
		{2024, docket.Assessed, docket.AssessedBody{Report: "a"}, old},
		{2024, docket.Submitted, docket.SubmittedBody{}, old},
		{2024, docket.Recognised, docket.Decision{}, old},
		{2025, docket.Revoked, docket.Decision{}, old}, // who held it
		{2025, docket.Received, from("xã, huyện", "b"), old},
		{2025, docket.Received, from("xã", "c"), now},
		{2025, docket.Assessed, docket.AssessedBody{Report: "b"}, old}, // its own report's
		{2025, docket.Assessed, docket.AssessedBody{Report: "c"}, now},
		{2025, docket.Submitted, docket.SubmittedBody{}, now}, // of the newest report
		{2026, docket.TakenUp, docket.NoteBody{}, now},
		{2025, docket.MergedInto, docket.MergedIntoBody{Province: "Nghệ An", Commune: "17479"}, old},
		{2025, docket.Merged, docket.MergedBody{Place: docket.Place{Title: "xã An Châu"},
			Parts: []docket.MergedPart{{Province: "Nghệ An", Commune: "17479", Whole: true}}}, now},
	}
	r := docket.NewRekeyer()
	var events []docket.Event
	for i, e := range subject {
		events = append(events, kept2(fmt.Sprintf("%02d", i), "Nghệ An", "17479", "", e.year, e.kind, e.body))
	}
	if err := r.Learn(events); err != nil {
		t.Fatal(err)
	}
	for i := range events {
		e := &events[i]
		if err := r.Rewrite(e); err != nil {
			t.Fatal(err)
		}
		if got := e.Province + " " + e.Commune + " "; got != subject[i].want {
			t.Errorf("%d %s: %s, want %s", subject[i].year, subject[i].kind, got, subject[i].want)
		}
	}
	added := r.Added()
	if len(added) != 1 || added[0].Commune != "17479" || added[0].Kind != docket.MergedInto {
		t.Errorf("the old unit of the code ends by %+v", added)
	}
	if !strings.Contains(string(events[11].Body), `"17479@2025"`) {
		t.Errorf("it went into %s", events[11].Body)
	}
}

func TestRekeyerOfOthers(t *testing.T) {
	for name, test := range map[string]struct{ province, commune, want string }{
		"a province that is no more":  {"Bắc Giang", "07246", "Bắc Ninh 07246"},
		"a tone mark":                 {"Thanh Hoá", "15607", "Thanh Hóa 15607"},
		"outside the lists":           {"Hư Cấu", "~Thử  Nghiệm/GIẢ Định", "~hu cau ~thu nghiem/gia dinh"},
		"outside, in a real province": {"Thanh Hóa", "~A/B", "~thanh hoa ~a/b"},
		"a code of no list":           {"Hư Cấu", "1", "~hu cau 1"},
	} {
		r := docket.NewRekeyer()
		e := kept2("1", test.province, test.commune, "", 2024, docket.TakenUp, docket.NoteBody{})
		if err := r.Learn([]docket.Event{e}); err != nil {
			t.Fatal(err)
		}
		if err := r.Rewrite(&e); err != nil || e.Province+" "+e.Commune != test.want {
			t.Errorf("%s: %s %s, %v", name, e.Province, e.Commune, err)
		}
	}
}

// A council's events name its communes; one of a province that is no more is told from
// that of the province of today.
func TestRekeyerOfCouncils(t *testing.T) {
	r := docket.NewRekeyer()
	batched := kept2("1", "Bắc Giang", "07246", "", 2024, docket.Batched, docket.BatchBody{Council: "2024-1"})
	if err := r.Learn([]docket.Event{batched}); err != nil {
		t.Fatal(err)
	}
	counted := json.RawMessage(`{"results":[{"key":"07246","for":3},{"key":"07264"}]}`)
	for kind, body := range map[docket.Kind]any{
		docket.CouncilOpened: docket.CouncilOpenedBody{Level: "ntm", Details: json.RawMessage(`{"id":"2024-1"}`)},
		docket.CaseAdded:     docket.CaseBody{Commune: "07246"},
		docket.BallotsIssued: docket.BallotsIssuedBody{Cases: []docket.CaseRef{{Commune: "07246"}}},
		docket.Counted:       docket.CountedBody{Counted: counted},
		docket.Attended:      docket.AttendedBody{Present: []int{1}},
	} {
		e := kept2("2", "Bắc Giang", "", "2024-1", 2024, kind, body)
		if err := r.Rewrite(&e); err != nil || e.Province != "Bắc Ninh" || e.Council != "2024-1-bac-giang" {
			t.Errorf("%s: %s %s, %v", kind, e.Province, e.Council, err)
		}
		if kind == docket.CouncilOpened && !strings.Contains(string(e.Body), `"2024-1-bac-giang"`) {
			t.Errorf("%s: %s", kind, e.Body)
		}
	}
	vote := kept2("3", "Bắc Giang", "07246", "", 2024, docket.Voted, docket.Vote{Council: "2024-1"})
	if err := r.Rewrite(&vote); err != nil || !strings.Contains(string(vote.Body), "bac-giang") {
		t.Errorf("%s, %v", vote.Body, err)
	}
	for _, broken := range []docket.Kind{docket.CaseAdded, docket.BallotsIssued, docket.CouncilOpened, docket.Counted} {
		e := kept2("4", "Bắc Giang", "", "2024-1", 2024, broken, nil)
		e.Body = json.RawMessage(`{"counted":{"results":1},"details":[],"commune":1,"cases":1}`)
		if err := r.Rewrite(&e); err == nil {
			t.Errorf("%s: what cannot be read is taken", broken)
		}
	}
}
