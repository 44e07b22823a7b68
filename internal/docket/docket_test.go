package docket_test

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
)

// script plays a dossier's steps, written as in these tables: a kind, and behind a
// space what its body needs.
type script struct {
	c *docket.Commune
	n int
}

func (s *script) play(step string) error {
	kind, rest, _ := strings.Cut(step, " ")
	e := s.event(docket.Kind(kind), rest)
	return s.c.Take(&e)
}

func (s *script) event(kind docket.Kind, rest string) docket.Event {
	s.n++
	report := fmt.Sprintf("báo cáo %s", rest)
	body := map[docket.Kind]any{
		docket.Received: docket.ReceivedBody{Report: report, Place: docket.Place{Name: "Giả Định",
			Title: "xã Giả Định"}},
		docket.Assessed:  docket.AssessedBody{Report: report, Brief: invented()},
		docket.Submitted: docket.SubmittedBody{Level: criteria.Level(rest)},
		docket.SentBack:  docket.SentBackBody{Reasons: reasons(rest)},
		docket.TakenUp:   docket.NoteBody{}, docket.Readied: docket.NoteBody{Note: rest},
		docket.Opined:  docket.Opinion{Department: "Sở thử", On: rest, Result: "Đạt"},
		docket.Batched: docket.BatchBody{Council: "1"}, docket.Unbatched: docket.BatchBody{Council: cmp.Or(rest, "1")},
		docket.Voted: docket.Vote{Council: "1", Level: criteria.NTM,
			Carried: map[string]*bool{"yes": new(true), "no": new(false)}[rest]},
		docket.Recognised: docket.Decision{Level: criteria.NTM, Number: rest, Date: criteria.Day(2024, time.January,
			2)},
		docket.Refused: docket.Decision{Level: criteria.NTM, Note: rest},
		docket.Titled: docket.TitledBody{Level: criteria.Level(rest), Number: "9/QĐ",
			Date: criteria.Day(2023, time.December, 1)},
		docket.Revoked: docket.Decision{Level: criteria.NTM, Number: rest, Date: criteria.Day(2025, time.January,
			2)},
	}[kind]
	e := docket.New(kind, "người thử", "Giả Định", "1", 2023, body)
	e.ID, e.At = fmt.Sprint(s.n), time.Date(2024, 1, 1, 0, s.n, 0, 0, time.UTC)
	return e
}

func reasons(text string) []docket.Reason {
	if text == "" {
		return nil
	}
	return []docket.Reason{{On: "1.1", Text: text}}
}

// invented is an assessment of two criteria and a condition.
func invented() assess.Brief {
	return assess.Brief{Levels: []assess.BriefLevel{{
		Level: criteria.NTM, Criteria: assess.BriefOutcomes{{No: "1", Outcome: assess.Met},
			{No: "2", Outcome: assess.NotMet}},
		Indicators: assess.BriefOutcomes{{No: "1.1", Outcome: assess.Met}, {No: "2", Outcome: assess.NotMet}},
		Conditions: assess.BriefOutcomes{{No: "arrears", Outcome: assess.Met}},
	}}}
}

const (
	toSubmitted = "received a\nassessed a\nsubmitted ntm\n"
	toAppraisal = toSubmitted + "taken_up\n"
	toBatched   = toAppraisal + "opinion 1\nopinion 2\nready\nbatched\n"
	toTitle     = toBatched + "voted yes\nrecognised 1/QĐ\n"
)

func TestTheWayOfADossier(t *testing.T) {
	for name, c := range map[string]struct {
		steps string
		then  string // "" where the last step may be taken, else in the refusal
		stage docket.Stage
	}{
		"a report":        {"received a", "", "draft"},
		"the same report": {"received a\nreceived a", "đã nhập lúc", "draft"},
		"an older report": {"received a\nreceived b\nreceived a", "bản mới hơn được giữ nguyên",
			"draft"},
		"a newer report":            {"received a\nreceived b", "", "draft"},
		"assessed without a report": {"assessed a", `không đánh giá được khi hồ sơ "chưa có báo cáo"`, ""},
		"an older report assessed": {"received a\nreceived b\nassessed a",
			"báo cáo mới nhất của xã là bản khác", "draft"},
		"submitted without an assessment": {"received a\nsubmitted ntm", "còn thiếu kết quả đánh giá", "draft"},
		"a report newer than its result": {"received a\nassessed a\nreceived b\nsubmitted ntm",
			"còn thiếu kết quả đánh giá", "draft"},
		"submitted for no level": {"received a\nassessed a\nsubmitted", "mức đề nghị công nhận", "draft"},
		"submitted for another level": {"received a\nassessed a\nsubmitted kieu-mau",
			"bộ tiêu chí xã nông thôn mới kiểu mẫu của năm 2023", "draft"},
		"submitted":                  {toSubmitted, "", "submitted"},
		"a report once submitted":    {toSubmitted + "received b", `khi hồ sơ "đã nộp"`, "submitted"},
		"sent back without a reason": {toSubmitted + "sent_back", "lý do trả lại", "submitted"},
		"sent back":                  {toSubmitted + "sent_back thiếu", "", "sent_back"},
		"sent back and submitted at once": {toSubmitted + "sent_back thiếu\nsubmitted ntm", `khi hồ sơ "trả lại"`,
			"sent_back"},
		"sent back and reported again": {toSubmitted + "sent_back thiếu\nreceived b\nassessed b\nsubmitted ntm",
			"", "submitted"},
		"an opinion too early":        {toSubmitted + "opinion 1", `khi hồ sơ "đã nộp"`, "submitted"},
		"an opinion on a criterion":   {toAppraisal + "opinion 1", "", "appraisal"},
		"an opinion on an indicator":  {toAppraisal + "opinion 1.1", "", "appraisal"},
		"an opinion on a condition":   {toAppraisal + "opinion arrears", "", "appraisal"},
		"an opinion on nothing there": {toAppraisal + "opinion 9", `đọc thấy "9"`, "appraisal"},
		"ready without all opinions":  {toAppraisal + "opinion 1.1\nready", "về tiêu chí 2", "appraisal"},
		"ready":                       {toAppraisal + "opinion 1\nopinion 2\nready", "", "ready"},
		"a vote out of a batch": {toAppraisal + "opinion 1\nopinion 2\nready\nvoted yes", "chờ hội đồng",
			"ready"},
		"taken off the batch": {toBatched + "unbatched", "", "ready"},
		"taken off another's batch": {toBatched + "unbatched 2", "đang ở đợt của hội đồng 1, không phải 2",
			"batched"},
		"recognised before the vote":    {toBatched + "recognised 1/QĐ", "đã vào đợt", "batched"},
		"recognised after a no":         {toBatched + "voted no\nrecognised 1/QĐ", "tỷ lệ biểu quyết", "voted"},
		"recognised without a decision": {toBatched + "voted yes\nrecognised", "số và ngày quyết định", "voted"},
		"recognised by the chairman":    {toBatched + "voted unknown\nrecognised 1/QĐ", "", "recognised"},
		"recognised":                    {toTitle, "", "recognised"},
		"refused without a reason":      {toBatched + "voted no\nrefused", "lý do", "voted"},
		"refused":                       {toBatched + "voted no\nrefused chưa đạt", "", "refused"},
		"refused, then another report":  {toBatched + "voted no\nrefused chưa đạt\nreceived b", "", "draft"},
		"the same level again":          {toTitle + "submitted ntm", "đã được công nhận", "recognised"},
		"revoked":                       {toTitle + "revoked 2/QĐ", "", "revoked"},
		"revoked twice":                 {toTitle + "revoked 2/QĐ\nrevoked 3/QĐ", "đang có hiệu lực", "revoked"},
		"revoked without a title":       {toBatched + "revoked 2/QĐ", "đang có hiệu lực", "batched"},
	} {
		t.Run(name, func(t *testing.T) {
			s := script{c: &docket.Commune{}}
			var err error
			steps := strings.Split(strings.TrimSpace(c.steps), "\n")
			for i, step := range steps {
				if err = s.play(step); err != nil && i < len(steps)-1 {
					t.Fatalf("%s: %v", step, err)
				}
			}
			switch {
			case c.then == "" && err != nil, c.then != "" && (err == nil || !strings.Contains(err.Error(), c.then)):
				t.Errorf("%v, want %q", err, c.then)
			case err != nil && !docket.IsRefusal(err):
				t.Errorf("no refusal: %v", err)
			}
			if d := s.c.Dossier(2023); d != nil && d.Stage != c.stage || d == nil && c.stage != "" {
				t.Errorf("%+v, want stage %s", d, c.stage)
			}
		})
	}
}

// A level that the year was not judged by is lacking for that alone, whatever title the commune has.
func TestOneReasonForALevel(t *testing.T) {
	s := script{c: &docket.Commune{}}
	var err error
	for _, step := range []string{"titled kieu-mau", "received a", "assessed a", "submitted kieu-mau"} {
		err = s.play(step)
	}
	refused, is := errors.AsType[*docket.Refusal](err)
	if !is || len(refused.Missing) != 1 || !strings.Contains(refused.Missing[0].Typed, "bộ tiêu chí xã") {
		t.Errorf("%v", err)
	}
}

func TestATitleEnds(t *testing.T) {
	s := script{c: &docket.Commune{}}
	for step := range strings.SplitSeq(strings.TrimSpace(toTitle), "\n") {
		if err := s.play(step); err != nil {
			t.Fatal(err)
		}
	}
	if held := s.c.Held(); held != criteria.NTM {
		t.Errorf("holds %q", held)
	}
	if err := s.play("revoked 2/QĐ"); err != nil {
		t.Fatal(err)
	}
	if held := s.c.Held(); held != "" || s.c.Titles[0].Revoked.Number != "2/QĐ" {
		t.Errorf("holds %q, %+v", held, s.c.Titles)
	}
}

func TestARefusalSaysWhoWasThere(t *testing.T) {
	s := script{c: &docket.Commune{}}
	for step := range strings.SplitSeq(strings.TrimSpace(toAppraisal), "\n") {
		if err := s.play(step); err != nil {
			t.Fatal(err)
		}
	}
	err := s.play("taken_up")
	var why *docket.Refusal
	if !errors.As(err, &why) || why.Error() != `không nhận thẩm định được khi hồ sơ "đang thẩm định" (người thử: `+
		`nhận thẩm định lúc 07:04 ngày 01/01/2024)` ||
		why.Hint() != "bước này chỉ làm khi hồ sơ: đã nộp" {
		t.Errorf("%v; %v", err, why.Hint())
	}
}

// The table and the program know the same words.
func TestTheTableIsWhole(t *testing.T) {
	for _, stage := range docket.Stages() {
		if stage.Word() == string(stage) {
			t.Errorf("stage %s has no word", stage)
		}
	}
	for _, kind := range []docket.Kind{
		docket.Received, docket.Assessed, docket.Submitted, docket.SentBack, docket.TakenUp, docket.Opined,
		docket.Readied, docket.Batched, docket.Unbatched, docket.Voted,
		docket.Recognised, docket.Concluded, docket.Corrected, docket.Refused, docket.Revoked, docket.Merged,
		docket.MergedInto, docket.CouncilOpened, docket.Attended, docket.BallotsIssued, docket.Counted,
	} {
		if strings.Contains(kind.Word(), "sự kiện lạ") {
			t.Errorf("%s: %s", kind, kind.Word())
		}
	}
}
