package office

import (
	"context"
	"errors"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/places"

	"github.com/google/go-cmp/cmp"
)

// What another office handed over comes in once; what decides, and what follows from it,
// only with decisions.
func TestTakeOver(t *testing.T) {
	there := newDesk(t)
	there.takes(false, there.Report("a.yaml", "income_per_capita=69"))
	there.Ready()
	there.Batched("2023-1")
	file := there.bundled("mot.ntm", Which{Text: "16492"}, "")
	d := newDesk(t)
	for _, step := range []struct {
		why         string
		decisions   bool
		added, left int
	}{
		{"without decisions", false, 8, 3},
		{"again", false, 0, 3},
		{"with them", true, 3, 0},
		{"again with them", true, 0, 0},
	} {
		begun, steps := 0, 0
		over, err := TakeOver(t.Context(), d.Store, d.evidence(), file, step.decisions, func(n int) func(int) {
			begun = n
			return func(n int) { steps += n }
		})
		if err != nil {
			t.Fatal(err)
		}
		left := 0
		for _, k := range over.LeftOut {
			left += k.N
		}
		if over.Added != step.added || left != step.left || over.Subjects != 2 || begun != 2 || steps != 2 ||
			len(over.Conflicts) > 0 {
			t.Errorf("%s: %+v, %d of %d", step.why, over, steps, begun)
		}
	}
	if h, err := d.Store.Check(t.Context()); err != nil || !h.Sound() || h.Councils != 1 {
		t.Errorf("%+v, %v", h, err)
	}
	if _, err := TakeOver(t.Context(), d.Store, d.evidence(), d.File("thieu.ntm"), true, nil); err == nil {
		t.Error("a file that is not there was taken over")
	}
}

// Two offices that each took a step of one dossier contradict each other, and that is
// told by its name.
func TestConflicts(t *testing.T) {
	there, d := newDesk(t), newDesk(t)
	report := there.Report("a.yaml", "income_per_capita=69")
	for _, x := range []*desk{there, d} {
		x.takes(false, report)
		x.Ready()
		x.Batched("2023-1")
	}
	over, err := TakeOver(t.Context(), d.Store, d.evidence(), there.bundled("tinh.ntm", Which{}, "Thanh Hóa"), true,
		func(int) func(int) { return func(int) {} })
	if err != nil || len(over.Conflicts) == 0 || !strings.Contains(strings.Join(over.Conflicts, "; "), "trái nhau") {
		t.Errorf("%+v, %v", over, err)
	}
}

func TestCountedByKind(t *testing.T) {
	of := func(kind docket.Kind, by string) docket.Event { return docket.Event{Kind: kind, By: by} }
	got := countedByKind([]docket.Event{of(docket.Received, "A"), of(docket.Assessed, "A"), of(docket.Received, "B"),
		of(docket.Received, "A")})
	want := []ByKind{{docket.Received, "A", 2}, {docket.Assessed, "A", 1}, {docket.Received, "B", 1}}
	if diff := cmp.Diff(want, got); diff != "" || !strings.HasPrefix(KindWords(got), "2 ") {
		t.Error(KindWords(got), diff)
	}
}

// A step of an office that was interrupted ends with that, and the store is as it was.
func TestInterrupted(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	file := d.bundled("mot.ntm", Which{Text: "16492"}, "")
	before, err := d.Store.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, dossier, err := Which{Text: "16492"}.Dossier(t.Context(), d.Store)
	if err != nil {
		t.Fatal(err)
	}
	more := d.ReportOf("b.yaml", "16495", "income_per_capita=70")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	nothing := func(int) func() { return func() {} }
	for name, do := range map[string]func() error{
		"reports taken in": func() error {
			in := Intake{Store: d.Store, Lib: lib(), By: by, Version: "v0-thử"}
			keep := func(*Incoming) error { return nil }
			return in.TakeIn(ctx, []string{more}, keep, keep)
		},
		"a step": func() error {
			_, err := TakeStep(ctx, d.Store, Which{Text: "16492"}, by, criteria.Date{}, docket.Submitted,
				docket.SubmittedBody{Level: criteria.NTM, Grounds: docket.Grounds{Reason: "vì"}})
			return err
		},
		"a report made current": func() error {
			_, err := RestoreReport(ctx, d.Store, lib(), "v0-thử", by, c, dossier, 1)
			return err
		},
		"a reassessment": func() error {
			_, _, err := Reassess(ctx, d.Store, lib(), Which{Text: "16492"}, by, "v1-thử")
			return err
		},
		"a store taken over": func() error {
			_, err := TakeOver(ctx, d.Store, d.evidence(), file, true, func(int) func(int) { return func(int) {} })
			return err
		},
		"a backup": func() error {
			_, _, err := Backup(ctx, d.Store, d.beside(), d.File("sao-luu.db"), false)
			return err
		},
		"a list":      func() error { _, _, err := List(ctx, d.Store, Choice{}); return err },
		"a review":    func() error { _, err := ReviewTitles(ctx, d.Store, "", nothing); return err },
		"a history":   func() error { _, err := HistoryOf(ctx, d.Store, c); return err },
		"a gathering": func() error { return NewGathering(2023).Add(ctx, d.Store, "") },
		"a look":      func() error { _, err := Examine(ctx, d.Store, testNow(), testNow(), true); return err },
		"a kept dossier": func() error {
			_, _, err := KeptDossierOf(ctx, d.Store, Which{Text: "16492"}, "")
			return err
		},
		"a bundle": func() error {
			_, err := PartFor(ctx, d.Store, Which{}, "Thanh Hóa")
			return err
		},
	} {
		if err := do(); err == nil {
			t.Errorf("%s: it was stopped, and nobody is told", name)
		}
	}
	after, err := d.Store.Check(t.Context())
	if diff := cmp.Diff(before, after); err != nil || diff != "" {
		t.Errorf("half written: %v, %s", err, diff)
	}
	none := Which{Text: "16495"}
	if made, err := none.Holder(t.Context(), d.Store); err == nil {
		t.Errorf("half taken in: %+v", made)
	}
	if !errors.As(ErrStopped, new(Stopped)) || errors.Unwrap(ErrStopped) == nil || ErrStopped.Error() == "" {
		t.Error("what ends an interrupted use case does not say so")
	}
}

// What became of a commune on 1/7/2025, what it was made of then, and where a province
// that is no more lies.
func TestTheReform(t *testing.T) {
	old, listed := places.ByKey("16492")
	if !listed {
		for _, p := range places.On(criteria.Day(2023, 12, 31).Time).Find(places.Query{Name: "Quảng Trung",
			Province: "Thanh Hóa"}) {
			old = p
		}
	}
	into := WhatBecame(old)
	if !strings.HasPrefix(into, "xã này kết thúc ngày 30/06/2025, nay thuộc ") {
		t.Errorf("%s: %q", old, into)
	}
	for _, now := range places.Successors(old) {
		if from := WhatBecame(now); from != "" && !strings.Contains(from, "Quảng Trung") {
			t.Errorf("%s: %q", now, from)
		}
	}
	if got := Reformed(&docket.Commune{Key: "~khong co"}); got != "" {
		t.Errorf("outside the lists: %q", got)
	}
	p, _ := places.FindProvince("Bắc Giang")
	for year, want := range map[int]bool{2024: false, 2025: false, 2026: true} {
		if got := GoneIn(p, year); (got != "") != want {
			t.Errorf("%d: %q", year, got)
		}
	}
	if NotRural(old) == nil || !strings.Contains(NotRural(old).Error(), "Quảng Trung") {
		t.Error("a unit that is no xã is not named")
	}
}
