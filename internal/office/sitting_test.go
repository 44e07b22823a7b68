package office

import (
	"crypto/rand"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/docket"
)

// ready brings the invented dossier of Quảng Trung before the council.
func (d *desk) ready() {
	d.Helper()
	which := Which{Text: "16492", Year: 2023}
	grounds := docket.Grounds{Reason: "lý do giả định"}
	step := func(kind docket.Kind, bodies ...any) {
		if _, err := TakeStep(d.Context(), d.st, which, "người thử", criteria.Date{}, kind, bodies...); err != nil {
			d.Fatalf("%s: %v", kind, err)
		}
	}
	step(docket.Submitted, docket.SubmittedBody{Level: criteria.KieuMau, Grounds: grounds})
	step(docket.TakenUp, docket.NoteBody{})
	var opinions []any
	for _, on := range []string{"2", "3", "4"} {
		opinions = append(opinions, docket.Opinion{Department: "Sở giả định", On: on, Result: "Đạt"})
	}
	step(docket.Opined, opinions...)
	step(docket.Readied, docket.NoteBody{})
}

func (d *desk) council(id string) *Sitting {
	d.Helper()
	share := func(n int64) council.Rule {
		return council.Rule{Value: decimal.NewFromInt(n), Status: criteria.Confirmed, Source: "quy chế giả định"}
	}
	c := &council.Council{ID: id, Name: "Hội đồng giả định", Province: "tỉnh Thanh Hóa", Year: 2023,
		Level: criteria.KieuMau,
		Rules: council.Rules{Quorum: share(70), Proposal: share(90)}, Members: []council.Member{
			{Name: "Người Một", Role: council.Chair}, {Name: "Người Hai", Role: council.Deputy},
			{Name: "Người Ba", Role: council.Ordinary},
			{Name: "Người Bốn", Role: council.Ordinary},
		}}
	if err := open(d.Context(), d.st, "Thanh Hóa", "người thử", c, criteria.Date{}); err != nil {
		d.Fatal(err)
	}
	return d.sitting(id)
}

func (d *desk) sitting(id string) *Sitting {
	d.Helper()
	s, err := FindSitting(d.Context(), d.st, "", id)
	if err != nil {
		d.Fatal(err)
	}
	return s
}

// The way of a sitting from its batch to its count: each act is refused before its turn.
func TestASitting(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.report("a.yaml", "income_per_capita=69", "multidimensional_poverty_rate=1.53"))
	d.ready()
	const by = "người thử"
	s, day := d.council("2023-1"), time.Date(2023, time.November, 15, 0, 0, 0, 0, time.UTC)
	if _, err := s.Papers(false, rand.Reader); err == nil {
		t.Error("ballots for no commune")
	}
	for range 2 { // taken out and put in again
		if _, err := s.Batch(t.Context(), d.st, by, "16492", day, false, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Batch(t.Context(), d.st, by, "16492", day, true, ""); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Batch(t.Context(), d.st, by, "16492", day, false, ""); err != nil {
		t.Fatal(err)
	}
	s = d.sitting("2023-1")
	if err := s.Attend(t.Context(), d.st, by, []int{1, 2}); err != nil {
		t.Fatal(err)
	}
	if chair, presides := s.Chair(); chair != "Người Một" || presides != "" {
		t.Errorf("%s, %s", chair, presides)
	}
	if _, err := s.Papers(false, rand.Reader); err == nil {
		t.Error("two of four are no quorum of 70 %")
	}
	if err := s.Attend(t.Context(), d.st, by, []int{4}); err != nil {
		t.Fatal(err)
	}
	papers, err := s.Papers(false, rand.Reader)
	if err != nil || len(papers) != 3 {
		t.Fatal(len(papers), err)
	}
	var files []string
	for _, p := range papers {
		files = append(files, filepath.Join(d.folder, p.Name))
		file, err := os.Create(files[len(files)-1])
		if err == nil {
			err = p.Write(file)
		}
		if err != nil || file.Close() != nil {
			t.Fatal(err)
		}
	}
	if err := s.Issue(t.Context(), d.st, by, false, papers); err != nil {
		t.Fatal(err)
	}
	s = d.sitting("2023-1")
	if _, _, err := s.Tallied(); err == nil {
		t.Error("a tally before the count")
	}
	tried, err := s.Tried(files)
	if err != nil {
		t.Fatal(err)
	}
	if _, all, err := tried.Tallied(); err != nil || len(all) != 1 || all[0].Invalid != 3 ||
		d.sitting("2023-1").Counted != nil {
		t.Errorf("tried: %+v, %v", all, err)
	}
	if err := s.Count(t.Context(), d.st, by, files); err != nil {
		t.Fatal(err)
	}
	if err := d.sitting("2023-1").Count(t.Context(), d.st, by, files); err == nil {
		t.Error("counted twice")
	}
	_, voted, err := Which{Text: "16492"}.Dossier(t.Context(), d.st)
	if text, _ := json.Marshal(voted); err != nil || voted.Stage != "voted" {
		t.Errorf("%s, %v", text, err)
	}
}

// A sitting that is cancelled lets its communes wait for another.
func TestASittingCancelled(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.report("a.yaml", "income_per_capita=69", "multidimensional_poverty_rate=1.53"))
	d.ready()
	s := d.council("2023-1")
	if _, err := s.Batch(t.Context(), d.st, "người thử", "16492", time.Time{}, false, ""); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Cancel(t.Context(), d.st, "người thử", "mất phiếu"); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if id, err := nextID(t.Context(), d.st, "Thanh Hóa", 2023); err != nil || id[:7] != "2023-2-" {
		t.Error(id, err)
	}
	if _, err := s.Batch(t.Context(), d.st, "người thử", "16492", time.Time{}, false, ""); err == nil {
		t.Error("a cancelled sitting takes a commune")
	}
	if _, err := s.Conclude(t.Context(), d.st, "người thử", "16492", docket.Conclusion{Yes: true}); err == nil {
		t.Error("a conclusion without a paper")
	}
}
