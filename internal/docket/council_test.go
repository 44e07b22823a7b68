package docket_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
)

func TestTheWayOfASitting(t *testing.T) {
	bodies := map[string]any{
		"opened": docket.CouncilOpenedBody{Level: criteria.NTM, Name: "Hội đồng giả định",
			Details: json.RawMessage(`{}`)},
		"add":    docket.CaseBody{Commune: "1"},
		"add 2":  docket.CaseBody{Commune: "2"},
		"remove": docket.CaseBody{Commune: "1"},
		"attend": docket.AttendedBody{Present: []int{0, 1}},
		"ballots": docket.BallotsIssuedBody{Secret: true, Ballots: []string{"b", "a"},
			Cases: []docket.CaseRef{{Commune: "1", Title: "xã Một"}}},
		"count":  docket.CountedBody{Counted: json.RawMessage(`{}`)},
		"cancel": docket.CancelledBody{Reason: "mất phiếu"},
	}
	kinds := map[string]docket.Kind{"opened": docket.CouncilOpened, "add": docket.CaseAdded,
		"add 2": docket.CaseAdded, "remove": docket.CaseRemoved, "attend": docket.Attended,
		"ballots": docket.BallotsIssued, "count": docket.Counted, "cancel": docket.Cancelled}
	for name, c := range map[string]struct{ steps, then string }{
		"the whole way":            {"opened,add,attend,ballots,count", ""},
		"nothing opened":           {"add", "chưa có hội đồng này"},
		"opened twice":             {"opened,opened", "đã có hội đồng"},
		"ballots for nobody":       {"opened,attend,ballots", "đợt này chưa có xã nào"},
		"ballots twice":            {"opened,add,attend,ballots,ballots", "đã phát phiếu"},
		"a commune too late":       {"opened,add,attend,ballots,add 2", "đã phát phiếu"},
		"a commune that is not in": {"opened,add 2,remove", "không có trong đợt"},
		"attendance on the way":    {"opened,add,attend,ballots,attend,count", ""},
		"attendance too late":      {"opened,add,attend,ballots,count,attend", "đã kiểm phiếu xong"},
		"counted without ballots":  {"opened,add,attend,count", "chưa phát phiếu"},
		"counted without members":  {"opened,add,ballots,count", "chưa ghi thành viên"},
		"counted twice":            {"opened,add,attend,ballots,count,count", "đã kiểm phiếu xong"},
		"cancelled after a count":  {"opened,add,attend,ballots,count,cancel", "đã kiểm phiếu xong"},
		"after a cancellation":     {"opened,add,attend,ballots,cancel,count", "kỳ họp đã hủy: mất phiếu"},
	} {
		var events []docket.Event
		council := &docket.Council{}
		var err error
		for step := range strings.SplitSeq(c.steps, ",") {
			if err != nil {
				t.Fatalf("%s: %s came after %v", name, step, err)
			}
			e := docket.NewOfCouncil(kinds[step], "người thử", "Giả Định", "2023-1", 2023, bodies[step])
			events = append(events, e)
			err = council.Take(&e)
		}
		if c.then == "" && err != nil || c.then != "" && (!docket.IsRefusal(err) || !strings.Contains(err.Error(),
			c.then)) {
			t.Errorf("%s: %v, want %q", name, err, c.then)
		}
		folded, err := docket.FoldCouncil(events)
		if err != nil || len(folded.Conflicts) != map[bool]int{true: 1}[c.then != ""] {
			t.Errorf("%s: conflicts %+v, %v: what is refused is told", name, folded.Conflicts, err)
		}
	}
}

func TestJoinTitles(t *testing.T) {
	held := docket.Title{Level: criteria.NTM, Year: 2020, Decision: "1/QĐ"}
	gone := held
	gone.Revoked = &docket.Decision{Level: criteria.NTM, Number: "2/QĐ", Date: criteria.Day(2022, 5, 1)}
	other := docket.Title{Level: criteria.NangCao, Year: 2021, Decision: "3/QĐ"}
	for _, order := range [][2][]docket.Title{{{held}, {gone, other}}, {{gone, other}, {held}}} {
		all := docket.JoinTitles(order[0], order[1])
		if len(all) != 2 || docket.HeldAt(all, 2020) != criteria.NTM ||
			docket.HeldAt(all, 2021) != criteria.NangCao || docket.HeldAt(all[:1], 2023) == criteria.NTM &&
			all[0].Level == criteria.NTM {
			t.Errorf("%+v", all)
		}
	}
}

// A title that was revoked counts up to its year, and is told of where none of its level stands.
func TestRevokedSince(t *testing.T) {
	gone := docket.Title{Level: criteria.NangCao, Year: 2021, Decision: "1/QĐ", Revoked: &docket.Decision{
		Level: criteria.NangCao, Number: "2/QĐ", Date: criteria.Day(2024, time.March, 1)}}
	again := docket.Title{Level: criteria.NangCao, Year: 2023, Decision: "3/QĐ"}
	below := docket.Title{Level: criteria.NTM, Year: 2019, Decision: "4/QĐ"}
	for _, tt := range []struct {
		titles []docket.Title
		year   int
		held   criteria.Level
		gone   bool
	}{
		{[]docket.Title{gone, below}, 2023, criteria.NangCao, true},
		{[]docket.Title{below, gone}, 2024, criteria.NTM, false},
		{[]docket.Title{gone, again}, 2023, criteria.NangCao, false},
		{[]docket.Title{again, gone}, 2023, criteria.NangCao, false},
		{[]docket.Title{again, gone}, 2022, criteria.NangCao, true},
		{[]docket.Title{gone}, 2020, "", false},
	} {
		if held, b := docket.HeldAt(tt.titles, tt.year), docket.RevokedSince(tt.titles, tt.year); held != tt.held ||
			(b != nil) != tt.gone {
			t.Errorf("%+v in %d: %s, %v", tt.titles, tt.year, held, b)
		}
	}
}

// A paper bears the day of what was done, not of when it was typed in.
func TestHeldOn(t *testing.T) {
	typed := time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)
	if m := (docket.Mark{At: typed}); !m.Held().Equal(typed) {
		t.Error(m.Held())
	}
	day := criteria.Day(2023, time.November, 15)
	if m := (docket.Mark{At: typed, Day: day}); !m.Held().Equal(day.Time) {
		t.Error(m.Held())
	}
}
