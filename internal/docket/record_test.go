package docket_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/places"
)

func event(kind docket.Kind, year int, body any) docket.Event {
	e := docket.New(kind, "người thử", "Thanh Hóa", "16492", year, body)
	e.ID, e.At = string(kind), time.Date(year, 3, 1, 0, 0, 0, 0, time.UTC)
	return e
}

// In a phrase, what an event is about.
func TestAbout(t *testing.T) {
	grounds := docket.Grounds{Reason: "hoàn thiện sau"}
	for _, c := range []struct {
		kind docket.Kind
		body any
		want string
	}{
		{docket.Received, docket.ReceivedBody{File: "xa.xlsx"}, "xa.xlsx"},
		{docket.Assessed, docket.AssessedBody{}, ""},
		{docket.Submitted, docket.SubmittedBody{Level: criteria.NTM, Note: "lần 2", Grounds: grounds},
			"đề nghị xã nông thôn mới, lần 2, lý do: hoàn thiện sau"},
		{docket.SentBack, docket.SentBackBody{Reasons: []docket.Reason{{"10.1", "thiếu"}, {"", "sửa lại"}}},
			"10.1, thiếu; sửa lại"},
		{docket.TakenUp, docket.NoteBody{Note: "đủ", Grounds: grounds}, "đủ, lý do: hoàn thiện sau"},
		{docket.Opined, docket.Opinion{Department: "Sở A", On: "1", Result: "Đạt", Text: "tốt"}, "Sở A, 1: Đạt, tốt"},
		{docket.Batched, docket.BatchBody{Council: "2023-1"}, "hội đồng 2023-1"},
		{docket.Voted, docket.Vote{Council: "2023-1", For: 3, Against: 2, Invalid: 1},
			"hội đồng 2023-1: 3 đồng ý, 2 không đồng ý, 1 không hợp lệ"},
		{docket.Concluded, docket.Conclusion{Chair: "Người A", Yes: true, Paper: "7/TB"},
			"Người A: đề nghị công nhận, 7/TB"},
		{docket.Concluded, docket.Conclusion{Chair: "Người A"}, "Người A: không đề nghị công nhận"},
		{docket.Recognised, docket.Decision{Level: criteria.NTM, Number: "1/QĐ", Date: criteria.Day(2024, 1, 5)},
			"xã nông thôn mới, 1/QĐ ngày 05/01/2024"},
		{docket.Refused, docket.Decision{Level: criteria.NTM, Note: "thiếu"}, "xã nông thôn mới, thiếu"},
		{docket.Corrected, docket.CorrectedBody{Kind: docket.Refused, Reason: "nhầm"},
			"thôi tính việc không công nhận, nhầm"},
		{docket.Merged, docket.MergedBody{Words: "theo quy tắc"}, "theo quy tắc"},
		{docket.MergedInto, docket.MergedIntoBody{Title: "xã Mới"}, "xã Mới"},
	} {
		e := event(c.kind, 2023, c.body)
		if got := docket.About(&e); got != c.want {
			t.Errorf("%s: %q, want %q", c.kind, got, c.want)
		}
		if err := docket.Readable(&e); err != nil {
			t.Errorf("%s: %v", c.kind, err)
		}
		e.Body = json.RawMessage("[")
		if got := docket.About(&e); !strings.Contains(got, "không đọc được") || docket.Readable(&e) == nil {
			t.Errorf("%s: %q of a body that cannot be read", c.kind, got)
		}
	}
}

// What no program of ours wrote is an error and no refusal, of a commune or of a council.
func TestWhatCannotBeRead(t *testing.T) {
	ofCouncil := func(kind docket.Kind, body string) docket.Event {
		e := docket.NewOfCouncil(kind, "người thử", "Giả Định", "2023-1", 2023, nil)
		e.Body = json.RawMessage(body)
		return e
	}
	for _, kind := range []docket.Kind{
		docket.CouncilOpened, docket.CaseAdded, docket.CaseRemoved, docket.Attended, docket.BallotsIssued,
		docket.Counted, docket.Cancelled, "sang năm",
	} {
		e := ofCouncil(kind, "[")
		if kind == "sang năm" {
			e.Body = json.RawMessage("{}")
		}
		if docket.Readable(&e) == nil {
			t.Errorf("%s: is taken for readable", kind)
		}
		if _, err := docket.FoldCouncil([]docket.Event{e}); err == nil || docket.IsRefusal(err) {
			t.Errorf("%s: %v", kind, err)
		}
		if good := ofCouncil(kind, "{}"); kind != "sang năm" && docket.Readable(&good) != nil {
			t.Errorf("%s: %v", kind, docket.Readable(&good))
		}
	}
	strange, council := event("sang năm", 2023, nil), ofCouncil(docket.CaseAdded, "{}")
	for _, e := range []docket.Event{strange, council} {
		if _, err := docket.Fold([]docket.Event{e}); err == nil || docket.IsRefusal(err) {
			t.Errorf("%s: %v", e.Kind, err)
		}
	}
	if got := docket.About(&strange); !strings.Contains(got, "không biết") {
		t.Error(got)
	}
	if word := docket.Kind("sang năm").Word(); word != `sự kiện lạ "sang năm"` ||
		docket.Stage("sang năm").Word() != "sang năm" {
		t.Error(word)
	}
}

// The documents that an event names, and the fields that its seal holds.
func TestWhatAnEventNames(t *testing.T) {
	received := event(docket.Received, 2023, docket.ReceivedBody{Report: "a", File: "xa.xlsx"})
	assessed := event(docket.Assessed, 2023, docket.AssessedBody{Report: "a", Set: "s"})
	other := event(docket.TakenUp, 2023, docket.NoteBody{})
	for _, c := range []struct {
		e    docket.Event
		want []string
	}{{received, []string{"a"}}, {assessed, []string{"a", "s"}}, {other, nil}} {
		if got := docket.Documents(&c.e); !slices.Equal(got, c.want) {
			t.Errorf("%s names %v", c.e.Kind, got)
		}
		if b, is := docket.AssessedOf(&c.e); is != (c.e.Kind == docket.Assessed) || is && b.Set != "s" {
			t.Errorf("%s: %+v, %t", c.e.Kind, b, is)
		}
	}
	again, err := docket.Again(received)
	if err != nil || !strings.Contains(string(again.Body), `"again":true`) || again.Seal() == received.Seal() {
		t.Errorf("%s, %v", again.Body, err)
	}
	for name, change := range map[string]func(*docket.Event){
		"by":   func(e *docket.Event) { e.By = "người khác" },
		"day":  func(e *docket.Event) { *e = e.On(criteria.Day(2023, 1, 2)) },
		"year": func(e *docket.Event) { e.Year = 2024 }, "body": func(e *docket.Event) { e.Body = again.Body },
		"shifted": func(e *docket.Event) { e.Province, e.Commune = "Thanh Hóa1", "6492" },
	} {
		changed := received
		change(&changed)
		if changed.Seal() == received.Seal() {
			t.Errorf("%s: the seal holds", name)
		}
	}
}

// A commune is its unit; one outside the lists its names, however they are typed.
func TestKeys(t *testing.T) {
	listed, ok := places.ByKey("16492")
	if !ok {
		t.Fatal("16492 is in no list")
	}
	for _, c := range []struct {
		of        places.Unit
		key, home string
	}{
		{listed, "16492", "Thanh Hóa"},
		{places.Unit{Name: "Giả Định", District: "Thử", Province: "Ở Đâu", Declared: true}, "~thu/gia dinh", "~o dau"},
	} {
		if key, home := c.of.Key(), c.of.Home(); key != c.key || home != c.home ||
			places.IsDeclared(key) != c.of.Declared {
			t.Errorf("%s in %s", key, home)
		}
		if p := docket.PlaceOf(c.of); p.Name != c.of.Name || p.Declared != c.of.Declared || p.Title == "" {
			t.Errorf("%+v", p)
		}
	}
	if c := (&docket.Commune{Key: "16492"}); c.Name() != listed.Name { // no dossier names it
		t.Error(c.Name())
	}
}

// A merger ends what the old commune held, and the new one starts with what it says.
func TestAMerger(t *testing.T) {
	place := docket.Place{Name: "Quảng Trung", Title: "xã Quảng Trung"}
	first := []docket.Event{
		event(docket.Merged, 2024, docket.MergedBody{Place: place, Level: criteria.NTM,
			Words: "theo quy tắc giả định"}),
		event(docket.MergedInto, 2025, docket.MergedIntoBody{Province: "Thanh Hóa", Commune: "16493", Title: "xã Mới"}),
	}
	first[0].ID = "made"
	c, err := docket.Fold(first[:1])
	if err != nil || c.Held() != criteria.NTM || c.Name() != "Quảng Trung" || !c.Titles[0].Merged ||
		c.Origin == nil || c.Dossier(2024).LastStep() != nil {
		t.Fatalf("%+v, %v", c, err)
	}
	c, err = docket.Fold(first)
	if err != nil || c.Held() != "" || c.Into.Commune != "16493" || docket.HeldAt(c.Titles, 2024) != criteria.NTM ||
		docket.HeldAt(c.Titles, 2025) != "" {
		t.Fatalf("%+v, %v", c.Titles, err)
	}
	if !docket.None.Takes(docket.Received) || docket.None.Takes(docket.Merged) || docket.Draft.Takes("sang năm") {
		t.Error("a merger is no step of the way")
	}
}

// What stands in the way of a level that is eligible beyond doubt.
func TestLacks(t *testing.T) {
	for want, b := range map[string]*assess.BriefLevel{
		"chưa được đánh giá": nil, "": {Verdict: assess.Eligible},
		"Chưa đủ điều kiện, 3/19 tiêu chí đạt": {Verdict: assess.NotEligible,
			Counts: assess.Counts{CriteriaMet: 3, CriteriaTotal: 19}},
		"Chưa đủ căn cứ kết luận, 3/3 tiêu chí đạt; số liệu năm nay chưa đạt": {Verdict: assess.Undecided,
			Counts: assess.Counts{CriteriaMet: 3, CriteriaTotal: 3}, Against: "số liệu năm nay chưa đạt"},
		"Đủ điều kiện nhưng còn là dự thảo vì có ngưỡng chưa đối chiếu hoặc chưa có": {Verdict: assess.Eligible,
			Draft: true},
	} {
		if got := docket.Lacks(b); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
