package council_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/council"

	"pgregory.net/rapid"
)

// sitting is a record as acts leave it, beside the council that sits.
type sitting struct {
	council.Record
	of *council.Council
}

// does does an act, if it may be done now.
func (s *sitting) does(act council.Act) error {
	err := s.of.May(act, &s.Record)
	switch act {
	case council.ToRemove, council.ToCancel:
		err = s.Takes(act, "1")
	}
	if err != nil {
		return err
	}
	switch act {
	case council.ToOpen:
		s.ID, s.Name = "2023-1", "Hội đồng giả định"
	case council.ToAdd:
		s.Batch = append(s.Batch, "1")
	case council.ToRemove:
		s.Batch = s.Batch[1:]
	case council.ToAttend:
		s.Present = []int{0, 1}
	case council.ToIssue:
		s.Issued = true
	case council.ToCount:
		s.Counted = true
	case council.ToCancel:
		s.Cancelled = "mất phiếu"
	}
	return nil
}

var allActs = []council.Act{
	council.ToOpen, council.ToAdd, council.ToRemove, council.ToAttend, council.ToIssue, council.ToCount,
	council.ToConclude, council.ToCancel,
}

// What may follow in each phase, and what is said of what may not.
func TestWhatMayFollowInASitting(t *testing.T) {
	const none, over, off = "chưa có hội đồng này", "hội đồng đã kiểm phiếu xong", "kỳ họp đã hủy: mất phiếu"
	const there, fixed, out = "đã có hội đồng 2023-1: Hội đồng giả định", "không đổi danh sách xã",
		"đã phát phiếu cho kỳ họp này"
	const notOut, notCounted, nobody = "chưa phát phiếu", "chưa kiểm phiếu", "chưa ghi thành viên dự họp"
	for phase, row := range map[council.Phase]struct {
		way string
		// in the order of allActs: "" where the act may be done
		open, add, remove, attend, issue, count, conclude, cancel string
	}{
		council.NotOpened: {"", "", none, none, none, none, none, none, none},
		council.IsOpened:  {"open add", there, "", "", "", nobody, notOut, notCounted, ""},
		council.IsSeated:  {"open add attend", there, "", "", "", "", notOut, notCounted, ""},
		council.IsIssued:  {"open add attend issue", there, fixed, fixed, "", out, "", notCounted, ""},
		council.IsCounted: {"open add attend issue count", there, over, over, over, over, over, "", over},
		council.IsCancelled: {
			"open add attend issue cancel", there, off, off, off, off, off, off, off,
		},
	} {
		said := []string{row.open, row.add, row.remove, row.attend, row.issue, row.count, row.conclude, row.cancel}
		for i, act := range allActs {
			s := sitting{of: invented(3, rule(50, criteria.Seen), rule(90, criteria.Seen))}
			for before := range strings.FieldsSeq(row.way) {
				if err := s.does(council.Act(before)); err != nil {
					t.Fatalf("%s: %s: %v", phase, before, err)
				}
			}
			if s.Phase() != phase {
				t.Fatalf("%s leads to %s, want %s", row.way, s.Phase(), phase)
			}
			err := s.does(act)
			if said[i] == "" && err != nil || said[i] != "" && (err == nil || !strings.Contains(err.Error(), said[i])) {
				t.Errorf("%s, to %s: %v, want %q", phase, act, err, said[i])
			}
			var refusal *council.Refusal
			if err != nil && (!errors.As(err, &refusal) || refusal.Hint() == "") {
				t.Errorf("%s, to %s: %v has no hint", phase, act, err)
			}
		}
	}
}

// What an act needs in the right phase.
func TestWhatAnActNeeds(t *testing.T) {
	sure, doubtful := rule(70, criteria.Seen), rule(70, criteria.Doubtful)
	seats := func(n int) []int { return make([]int, n) }
	for name, c := range map[string]struct {
		act    council.Act
		quorum council.Rule
		record council.Record
		want   string
	}{
		"no commune": {council.ToIssue, sure, council.Record{Present: seats(3)},
			"đợt này chưa có xã nào"},
		"nobody's names": {council.ToIssue, sure, council.Record{Batch: []string{"1"}},
			"chưa ghi thành viên dự họp"},
		"nobody came": {council.ToIssue, sure, council.Record{Batch: []string{"1"},
			Present: seats(0)}, "chưa đủ thành viên để họp"},
		"too few": {council.ToIssue, sure, council.Record{Batch: []string{"1"},
			Present: seats(2)}, "có mặt 2/3 = 66,67 %, cần 70 %"},
		"too few by a doubtful one": {council.ToIssue, doubtful, council.Record{Batch: []string{"1"},
			Present: seats(2)}, ""},
		"enough": {council.ToIssue, sure, council.Record{Batch: []string{"1"},
			Present: seats(3)}, ""},
		"a count of nobody": {council.ToCount, sure, council.Record{Issued: true},
			"chưa ghi thành viên dự họp"},
		"a count of too few": {council.ToCount, sure, council.Record{Issued: true, Present: seats(1)},
			"họp lại (ntm council open --like 2023-1)"},
		"of another batch": {council.ToRemove, sure, council.Record{Batch: []string{"2"}},
			"không có trong đợt"},
		"no reason": {council.ToCancel, sure, council.Record{}, "còn thiếu lý do hủy"},
	} {
		c.record.ID = "2023-1"
		err := invented(3, c.quorum, council.Rule{}).May(c.act, &c.record)
		said := ""
		var refusal *council.Refusal
		if errors.As(err, &refusal) {
			said = refusal.Error() + "; " + refusal.Hint()
		}
		if c.want == "" && err != nil || !strings.Contains(said, c.want) {
			t.Errorf("%s: %q, want %q", name, said, c.want)
		}
	}
}

// However people go on: a sitting is counted once, of those who sat and of a batch that
// does not change once ballots are out; and until then it can be cancelled.
func TestHoweverASittingGoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sitting{of: invented(3, rule(50, criteria.Seen), rule(90, criteria.Seen))}
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			before, phase := s.Record, s.Phase()
			act := rapid.SampledFrom(allActs).Draw(t, "act")
			if s.does(act) != nil {
				continue
			}
			if s.Takes(council.ToCancel, "mất phiếu") != nil && s.Phase() != council.IsCounted &&
				s.Phase() != council.IsCancelled {
				t.Fatalf("%s cannot be cancelled", s.Phase())
			}
			if phase == council.IsCounted && act != council.ToConclude || phase == council.IsCancelled {
				t.Fatalf("%s after %s", act, phase)
			}
			if before.Issued && !slices.Equal(before.Batch, s.Batch) {
				t.Fatalf("%s changes the batch to %v", act, s.Batch)
			}
			if s.Counted && (!s.Issued || s.Present == nil || len(s.Batch) == 0 || s.Cancelled != "") {
				t.Fatalf("%s counts %+v", act, s.Record)
			}
		}
	})
}

// Every phase can be reached, by acts that may follow each other.
func TestEveryPhaseIsReached(t *testing.T) {
	reached := map[council.Phase]bool{}
	var walk func(s sitting, left int)
	walk = func(s sitting, left int) {
		reached[s.Phase()] = true
		for _, act := range allActs {
			on := s
			on.Batch = slices.Clone(s.Batch)
			if left > 0 && on.does(act) == nil {
				walk(on, left-1)
			}
		}
	}
	walk(sitting{of: invented(3, council.Rule{}, council.Rule{})}, 5)
	want := []council.Phase{council.IsCancelled, council.IsCounted, council.IsIssued, council.NotOpened,
		council.IsOpened, council.IsSeated}
	if got := slices.Sorted(maps.Keys(reached)); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
		t.Errorf("%v", got)
	}
}
