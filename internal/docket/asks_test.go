package docket_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
)

// dated plays steps that each have a day, "15/11 submitted ntm" in 2023 or "5/1/2024
// recognised 1/QĐ", written down on the day now says.
type dated struct {
	c      *docket.Commune
	events []docket.Event
	brief  assess.BriefLevel
	now    time.Time
}

func newDated(verdict assess.Verdict, draft bool) *dated {
	brief := invented().Levels[0]
	brief.Verdict, brief.Draft = verdict, draft
	return &dated{c: &docket.Commune{}, brief: brief, now: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)}
}

func (s *dated) play(step string) error {
	day, rest, _ := strings.Cut(step, " ")
	kind, rest, _ := strings.Cut(rest, " ")
	grounds := docket.Grounds{}
	if text, reason, found := strings.Cut(rest, "vì "); found {
		rest, grounds = strings.TrimSpace(text), docket.Grounds{Reason: reason,
			For: s.c.Dossier(2023).Assessment.Result}
	}
	on := dayOf(day)
	body := map[docket.Kind]any{
		docket.Received: docket.ReceivedBody{Report: rest, Place: docket.Place{Name: "Giả Định",
			Title: "xã Giả Định"}},
		docket.Assessed: docket.AssessedBody{Report: "a", Result: rest,
			Brief: assess.Brief{Levels: []assess.BriefLevel{s.brief}}},
		docket.Submitted: docket.SubmittedBody{Level: map[string]criteria.Level{"": criteria.NTM}[rest],
			Grounds: grounds},
		docket.SentBack: docket.SentBackBody{Reasons: reasons("thiếu")},
		docket.TakenUp:  docket.NoteBody{Grounds: grounds}, docket.Readied: docket.NoteBody{Grounds: grounds},
		docket.Opined:  docket.Opinion{Department: "Sở thử", On: rest, Result: "Đạt", Day: on.String()},
		docket.Batched: docket.BatchBody{Council: "1", Grounds: grounds},
		docket.Voted: docket.Vote{Council: "1", Level: criteria.NTM,
			Carried: map[string]*bool{"yes": new(true), "no": new(false)}[rest]},
		docket.Concluded: docket.Conclusion{Council: "1", Yes: rest == "yes", Chair: "Người A", Paper: "7/TB-HĐ",
			Date: on},
		docket.Recognised: docket.Decision{Level: criteria.NTM, Number: rest, Date: on, Grounds: grounds},
		docket.Refused:    docket.Decision{Level: criteria.NTM, Note: rest},
		docket.Revoked:    docket.Decision{Level: criteria.NTM, Number: rest, Date: on},
		docket.Corrected:  docket.CorrectedBody{Reason: rest, Event: s.last()},
	}[docket.Kind(kind)]
	e := docket.New(docket.Kind(kind), "người thử", "Giả Định", "1", 2023, body).On(on)
	s.now = s.now.Add(time.Minute)
	e.ID, e.At = fmt.Sprint(len(s.events)+1), s.now
	if err := s.c.Take(&e); err != nil {
		return err
	}
	s.events = append(s.events, e)
	return nil
}

func (s *dated) last() string {
	if d := s.c.Dossier(2023); d != nil && d.LastStep() != nil {
		return d.LastStep().Event
	}
	return ""
}

func dayOf(text string) criteria.Date {
	day := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	year := 2023
	var d, m int
	if n, _ := fmt.Sscanf(text, "%d/%d/%d", &d, &m, &year); n < 2 {
		return criteria.Date{Time: day}
	}
	return criteria.Day(year, time.Month(m), d)
}

const (
	sentUp   = "1/11 received a\n1/11 assessed r\n2/11 submitted vì hoàn thiện sau\n"
	lookedAt = sentUp + "3/11 taken_up\n5/11 opinion 1\n9/11 opinion 2\n"
	seated   = lookedAt + "10/11 ready\n12/11 batched\n"
)

func TestTSteps(t *testing.T) {
	for name, c := range map[string]struct {
		verdict assess.Verdict
		draft   bool
		steps   string
		then    string // "" where the last step may be taken, else in the refusal
		stage   docket.Stage
	}{
		// T1. A commune that is not eligible goes on only with a reason.
		"T1 not eligible": {assess.NotEligible, false,
			"1/11 received a\n1/11 assessed r\n2/11 submitted",
			"lý do (--reason), vì xã nông thôn mới: Chưa đủ điều kiện", "draft"},
		"T1 undetermined": {assess.Undecided, false,
			"1/11 received a\n1/11 assessed r\n2/11 submitted", "Chưa đủ căn cứ", "draft"},
		"T1 a draft": {assess.Eligible, true,
			"1/11 received a\n1/11 assessed r\n2/11 submitted", "còn là dự thảo", "draft"},
		"T1 eligible": {assess.Eligible, false,
			"1/11 received a\n1/11 assessed r\n2/11 submitted", "", "submitted"},
		"T1 with a reason":               {assess.NotEligible, false, sentUp, "", "submitted"},
		"T1 the reason holds on the way": {assess.NotEligible, false, seated, "", "batched"},
		"T1 assessed anew": {assess.NotEligible, false,
			sentUp + "3/11 assessed khác\n3/11 taken_up", "kết quả đánh giá đã khác lúc ghi lý do trước", "submitted"},
		"T1 assessed anew, another reason": {assess.NotEligible, false,
			sentUp + "3/11 assessed khác\n3/11 taken_up vì vẫn thế", "", "appraisal"},
		"T1 assessed before it is ready": {assess.Undecided, false, lookedAt + "9/11 assessed khác\n10/11 ready",
			"lý do (--reason)", "appraisal"},
		"T1 recognised on the first reason": {assess.NotEligible, false,
			seated + "15/11 voted yes\n20/11 recognised 1/QĐ", "", "recognised"},
		// T2. What the rules do not decide the chairman concludes.
		"T2 no conclusion": {assess.Eligible, false, seated + "15/11 voted open\n20/11 recognised 1/QĐ",
			"kết luận của chủ tịch hội đồng (ntm council conclude)", "voted"},
		"T2 concluded yes": {assess.Eligible, false,
			seated + "15/11 voted open\n16/11 concluded yes\n20/11 recognised 1/QĐ", "", "recognised"},
		"T2 concluded no": {assess.Eligible, false, seated + "15/11 voted open\n16/11 concluded no\n20/11 " +
			"recognised 1/QĐ", "đã kết luận không đề nghị", "voted"},
		"T2 nothing to conclude": {assess.Eligible, false, seated + "15/11 voted yes\n16/11 concluded yes",
			"hội đồng đã có kết quả theo tỷ lệ", "voted"},
		"T2 a no is a no": {assess.Eligible, false, seated + "15/11 voted no\n20/11 recognised 1/QĐ",
			"tỷ lệ biểu quyết", "voted"},
		// T3. Days in their order.
		"T3 a decision to come": {assess.Eligible, false,
			seated + "15/11 voted yes\n1/1/2031 recognised 1/QĐ",
			"ngày 01/01/2031 là ngày chưa đến; hôm nay là 01/06/2024", "voted"},
		"T3 a decision of another age": {assess.Eligible, false,
			seated + "15/11 voted yes\n1/1/1999 recognised 1/QĐ", "trước ngày của bước liền trước, 15/11/2023",
			"voted"},
		"T3 a decision before the sitting": {assess.Eligible, false,
			seated + "15/11 voted yes\n14/11 recognised 1/QĐ", "trước ngày của bước liền trước", "voted"},
		"T3 on the day of the sitting": {assess.Eligible, false,
			seated + "15/11 voted yes\n15/11 recognised 1/QĐ", "", "recognised"},
		"T3 an opinion to come": {assess.Eligible, false, sentUp + "3/11 taken_up\n1/1/2027 opinion 1",
			"là ngày chưa đến", "appraisal"},
		"T3 an opinion before it was taken": {assess.Eligible, false, sentUp + "3/11 taken_up\n2/11 opinion 1",
			"trước ngày của bước liền trước", "appraisal"},
		"T3 opinions in any order": {assess.Eligible, false,
			sentUp + "3/11 taken_up\n9/11 opinion 1\n5/11 opinion 2", "", "appraisal"},
		"T3 ready before the last opinion": {assess.Eligible, false, lookedAt + "8/11 ready",
			"trước ngày của bước liền trước, 09/11/2023", "appraisal"},
		"T3 before the year": {assess.Eligible, false,
			"1/11 received a\n1/11 assessed r\n31/12/2022 submitted", "trước ngày của bước liền trước, 01/01/2023",
			"draft"},
		"T3 a sitting before it was called": {assess.Eligible, false, seated + "11/11 voted yes",
			"trước ngày của bước liền trước, 12/11/2023", "batched"},
		"T3 concluded on a day to come": {assess.Eligible, false,
			seated + "15/11 voted open\n1/1/2027 concluded yes", "là ngày chưa đến", "voted"},
		"T3 revoked before it was given": {assess.Eligible, false,
			seated + "15/11 voted yes\n20/11 recognised 1/QĐ\n19/11 revoked 2/QĐ",
			"trước ngày công nhận, 20/11/2023", "recognised"},
		// T5. A sitting can be held again.
		"T5 not carried, another sitting": {assess.Eligible, false,
			seated + "15/11 voted no\n20/11 batched\n21/11 voted yes\n22/11 recognised 1/QĐ", "", "recognised"},
		"T5 open, another sitting": {assess.Eligible, false, seated + "15/11 voted open\n20/11 batched",
			"", "batched"},
		"T5 carried, no other sitting": {assess.Eligible, false, seated + "15/11 voted yes\n20/11 batched",
			"hội đồng đã đề nghị công nhận", "voted"},
		"T5 concluded yes, no other sitting": {assess.Eligible, false,
			seated + "15/11 voted open\n16/11 concluded yes\n20/11 batched", "hội đồng đã đề nghị công nhận", "voted"},
		// T6. After a revocation it is recognised no more.
		"T6 revoked": {assess.Eligible, false, seated + "15/11 voted yes\n20/11 recognised 1/QĐ\n1/3/2024 " +
			"revoked 2/QĐ", "", "revoked"},
		// T4. A step written down by mistake is taken back.
		"T4 no reason": {assess.Eligible, false, sentUp + "3/11 corrected",
			"lý do đính chính (--reason)", "submitted"},
		"T4 submitted": {assess.Eligible, false, sentUp + "3/11 corrected nhầm xã", "", "draft"},
		"T4 and submitted again": {assess.Eligible, false,
			sentUp + "3/11 corrected nhầm xã\n4/11 submitted", "", "submitted"},
		"T4 recognised": {assess.Eligible, false,
			seated + "15/11 voted yes\n20/11 recognised 1/QĐ\n21/11 corrected sai số", "", "voted"},
		"T4 recognised again": {assess.Eligible, false,
			seated + "15/11 voted yes\n20/11 recognised 1/QĐ\n21/11 corrected sai số\n20/11 recognised 2/QĐ", "",
			"recognised"},
		"T4 revoked": {assess.Eligible, false,
			seated + "15/11 voted yes\n20/11 recognised 1/QĐ\n1/3/2024 revoked 2/QĐ\n2/3/2024 corrected nhầm", "",
			"recognised"},
		"T4 the steps before, one by one": {assess.Eligible, false,
			sentUp + "3/11 taken_up\n4/11 corrected nhầm\n4/11 corrected nhầm cả", "", "draft"},
		"T4 a vote": {assess.Eligible, false,
			seated + "15/11 voted yes\n16/11 corrected nhầm", "biểu quyết lại ở kỳ họp khác", "voted"},
		"for no level, and so for no reason": {assess.NotEligible, false,
			"1/11 received a\n1/11 assessed r\n2/11 submitted ngoài-bậc", "còn thiếu mức đề nghị công nhận (--level)",
			"draft"},
		"T4 nothing to take back": {assess.Eligible, false,
			"1/11 received a\n1/11 assessed r\n2/11 corrected nhầm", "bước mới nhất là nhập báo cáo", "draft"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newDated(c.verdict, c.draft)
			var err error
			steps := strings.Split(strings.TrimSpace(c.steps), "\n")
			for i, step := range steps {
				if err = s.play(step); err != nil && i < len(steps)-1 {
					t.Fatalf("%s: %v", step, err)
				}
			}
			switch {
			case c.then == "" && err != nil, c.then != "" && (err == nil || !strings.Contains(err.Error(), c.then)),
				strings.Contains(fmt.Sprint(err), "vì xã :"):
				t.Errorf("%v, want %q", err, c.then)
			case err != nil && !docket.IsRefusal(err):
				t.Errorf("no refusal: %v", err)
			}
			if d := s.c.Dossier(2023); d.Stage != c.stage {
				t.Errorf("stage %s, want %s", d.Stage, c.stage)
			}
			again, err := docket.Fold(s.events)
			if err != nil || again.Dossier(2023).Stage != c.stage || len(again.Dossier(2023).Conflicts) > 0 ||
				again.Held() != s.c.Held() {
				t.Errorf("folded it comes to %+v, %v", again.Dossier(2023), err)
			}
		})
	}
}

// Two offices: one takes a step back, the other has gone on from it. Then what went on
// is a contradiction that is listed, and the record keeps all.
func TestT4TakenBackWhileAnotherWentOn(t *testing.T) {
	s := newDated(assess.Eligible, false)
	for step := range strings.SplitSeq(strings.TrimSpace(sentUp), "\n") {
		if err := s.play(step); err != nil {
			t.Fatal(err)
		}
	}
	at := s.now
	note := func(id string, minutes int, kind docket.Kind, body any) docket.Event {
		e := docket.New(kind, "nơi khác", "Giả Định", "1", 2023, body).On(dayOf("4/11"))
		e.ID, e.At = id, at.Add(time.Duration(minutes)*time.Minute)
		return e
	}
	back := note("x", 1, docket.Corrected, docket.CorrectedBody{Event: s.last(), Kind: docket.Submitted,
		Reason: "nhầm"})
	on := note("y", 2, docket.TakenUp, docket.NoteBody{})
	for _, order := range [][]docket.Event{{back, on}, {on, back}} {
		if order[0].ID == "y" {
			order[0].At, order[1].At = order[1].At, order[0].At
		}
		all := append(append([]docket.Event{}, s.events...), order...)
		docket.Sort(all)
		c, err := docket.Fold(all)
		if err != nil || len(c.Dossier(2023).Conflicts) != 1 {
			t.Errorf("%v: %+v", err, c.Dossier(2023).Conflicts)
		}
	}
}

// What earlier structures recorded keeps the rules of its time: no title is lost.
func TestTStepsWithoutADayAskForLess(t *testing.T) {
	s := script{c: &docket.Commune{}}
	for step := range strings.SplitSeq(strings.TrimSpace(toBatched+"voted unknown\nrecognised 1/QĐ"), "\n") {
		if err := s.play(step); err != nil {
			t.Fatal(step, err)
		}
	}
	if s.c.Held() != criteria.NTM {
		t.Error("the title is lost")
	}
}
