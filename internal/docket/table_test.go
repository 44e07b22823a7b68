package docket_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"

	"pgregory.net/rapid"
)

// What may lead on from where a dossier stands.
func TestWhatLeadsOn(t *testing.T) {
	for stage, want := range map[docket.Stage]string{
		docket.None:         "nhập báo cáo",
		docket.Draft:        "nộp hồ sơ",
		docket.IsSubmitted:  "trả lại hồ sơ; nhận thẩm định; không công nhận",
		docket.IsSentBack:   "nhập báo cáo",
		docket.InAppraisal:  "trả lại hồ sơ; trình hội đồng; không công nhận",
		docket.IsReady:      "trả lại hồ sơ; đưa vào đợt; không công nhận",
		docket.InBatch:      "đưa ra khỏi đợt; biểu quyết",
		docket.IsVoted:      "đưa vào đợt; công nhận; không công nhận",
		docket.IsRecognised: "nộp hồ sơ",
		docket.IsRefused:    "nhập báo cáo",
		docket.IsRevoked:    "nhập báo cáo",
	} {
		var words []string
		for _, n := range docket.After(stage) {
			words = append(words, n.Word)
		}
		if got := strings.Join(words, "; "); got != want {
			t.Errorf("%s (%s): %s, want %s", stage, stage.Word(), got, want)
		}
	}
}

// taken are steps that people take, in words that play knows.
var taken = []string{
	"received a", "received b", "assessed a", "assessed b", "submitted ntm", "sent_back thiếu", "taken_up",
	"opinion 1", "opinion 2",
	"opinion arrears", "ready", "batched", "unbatched", "voted yes", "voted no", "voted unknown", "recognised 1/QĐ",
	"refused thiếu", "revoked 2/QĐ",
}

// However people go on, the record holds: what was taken is counted once, what was
// refused changes nothing but is listed, and nobody is recognised without a vote for it.
func TestHoweverADossierGoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := script{c: &docket.Commune{}}
		var all []docket.Event
		refused, voted := 0, false
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			kind, rest, _ := strings.Cut(rapid.SampledFrom(taken).Draw(t, "step"), " ")
			e := s.event(docket.Kind(kind), rest)
			all = append(all, e)
			was := docket.None
			if d := s.c.Dossier(2023); d != nil {
				was = d.Stage
			}
			err := s.c.Take(&e)
			d := s.c.Dossier(2023)
			if _, twice := err.(*docket.Already); err != nil && !twice { //nolint:errorlint // Take gives it bare
				refused++
				if d != nil && d.Stage != was {
					t.Fatalf("%s was refused and led from %s to %s", e.Kind, was, d.Stage)
				}
			}
			if d == nil {
				continue
			}
			if !slices.Contains(docket.Stages(), d.Stage) {
				t.Fatalf("%s leads to %q", e.Kind, d.Stage)
			}
			voted = voted || d.Vote != nil && (d.Vote.Carried == nil || *d.Vote.Carried)
			if s.c.Held() != "" && !voted {
				t.Fatalf("holds %s without a vote", s.c.Held())
			}
		}
		folded, err := docket.Fold(all)
		if err != nil {
			t.Fatal(err)
		}
		if d, now := folded.Dossier(2023), s.c.Dossier(2023); now != nil &&
			(d.Stage != now.Stage || len(d.Conflicts) != refused || folded.Held() != s.c.Held()) {
			t.Fatalf("taken one by one %s, %d refused; folded %s, %+v", now.Stage, refused, d.Stage, d.Conflicts)
		}
	})
}

// What a step still lacks is told all at once.
func TestWhatAStepLacks(t *testing.T) {
	s := script{c: &docket.Commune{}}
	for step := range strings.SplitSeq(strings.TrimSpace(toAppraisal), "\n") {
		if err := s.play(step); err != nil {
			t.Fatal(err)
		}
	}
	with := func(kind docket.Kind, body any) docket.Event {
		e := docket.New(kind, "người thử", "Giả Định", "1", 2023, body)
		e.At = time.Date(2024, 2, 1, 0, 0, 0, 0, time.UTC)
		return e
	}
	to := func(steps string) {
		for step := range strings.SplitSeq(steps, "\n") {
			if err := s.play(step); err != nil {
				t.Fatal(step, err)
			}
		}
	}
	lacks := func(e docket.Event, want ...string) {
		t.Helper()
		err := s.c.Take(&e)
		for _, w := range want {
			if !docket.IsRefusal(err) || !strings.Contains(err.Error(), w) {
				t.Errorf("%s: %v, want %q", e.Kind, err, w)
			}
		}
	}
	lacks(with(docket.Opined, docket.Opinion{On: "9"}), "cơ quan cho ý kiến (--department); kết quả (--result); "+
		"tiêu chí", `đọc thấy "9"`)
	to("opinion 1\nopinion 2\nready\nbatched\nvoted unknown")
	lacks(with(docket.Concluded, docket.Conclusion{Council: "1"}),
		"người kết luận (--chair); số văn bản ghi kết luận (--paper)")
	lacks(with(docket.Concluded, docket.Conclusion{Council: "2", Chair: "A", Paper: "1"}),
		"đang ở đợt của hội đồng 1, không phải 2")
	lacks(with(docket.Recognised, docket.Decision{Level: criteria.NangCao}),
		"mức đúng với hồ sơ: xã nông thôn mới; số và ngày quyết định")
	lacks(with(docket.Revoked, docket.Decision{}), "mức bị thu hồi (--level); số và ngày quyết định")
	lacks(with(docket.Corrected, docket.CorrectedBody{Event: "1", Reason: "nhầm"}),
		"bước mới nhất của hồ sơ là: biểu quyết lúc ")
	nothing := docket.New(docket.Corrected, "người thử", "Giả Định", "2", 2023, docket.CorrectedBody{})
	if err := (&docket.Commune{}).Take(&nothing); err == nil ||
		err.(*docket.Refusal).Hint() == "" { //nolint:errorlint // Take gives it bare
		t.Error(err)
	}
}

// An opinion takes the place of the department's earlier one on the same thing.
func TestAnOpinionGivenAgain(t *testing.T) {
	s := script{c: &docket.Commune{}}
	for step := range strings.SplitSeq(toAppraisal+"opinion 1\nopinion 2\nopinion 1", "\n") {
		if err := s.play(step); err != nil {
			t.Fatal(err)
		}
	}
	if got := fmt.Sprintln(len(s.c.Dossier(2023).Opinions), s.c.Dossier(2023).Opinions[0].On); got != "2 1\n" {
		t.Error(got)
	}
}
