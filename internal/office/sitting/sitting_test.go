package sitting

import (
	"crypto/rand"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/officetest"

	"github.com/shopspring/decimal"
)

type desk struct{ officetest.Desk }

func newDesk(t *testing.T) *desk {
	t.Helper()
	return &desk{officetest.New(t)}
}

// takes takes a report in.
func (d *desk) takes(files ...string) {
	d.Helper()
	in := office.Intake{Store: d.Store, Lib: packs.Embedded(), By: "người thử", Version: "v0-thử"}
	if err := in.TakeIn(d.Context(), files, func(i *office.Incoming) error { return i.Err },
		func(i *office.Incoming) error { return i.Err }); err != nil {
		d.Fatal(err)
	}
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
	if err := open(d.Context(), d.Store, "Thanh Hóa", "người thử", c, criteria.Date{}); err != nil {
		d.Fatal(err)
	}
	return d.sitting(id)
}

func (d *desk) sitting(id string) *Sitting {
	d.Helper()
	s, err := Find(d.Context(), d.Store, "", id)
	if err != nil {
		d.Fatal(err)
	}
	return s
}

// The way of a sitting from its batch to its count: each act is refused before its turn.
func TestASitting(t *testing.T) {
	d := newDesk(t)
	d.takes(d.Report("a.yaml", "income_per_capita=69", "multidimensional_poverty_rate=1.53"))
	d.Ready()
	const by = "người thử"
	s, day := d.council("2023-1"), time.Date(2023, time.November, 15, 0, 0, 0, 0, time.UTC)
	if _, err := s.Papers(false, rand.Reader); err == nil {
		t.Error("ballots for no commune")
	}
	for range 2 { // taken out and put in again
		if _, err := s.Batch(t.Context(), d.Store, by, "16492", day, false, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Batch(t.Context(), d.Store, by, "16492", day, true, ""); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []int{1, 0} { // it waits until it is in the batch
		if found, err := s.Waiting(t.Context(), d.Store, day); err != nil || len(found) != want {
			t.Errorf("%d wait for the council, %v, want %d", len(found), err, want)
		}
		if want == 0 {
			break
		}
		if _, err := s.Batch(t.Context(), d.Store, by, "16492", day, false, ""); err != nil {
			t.Fatal(err)
		}
	}
	s = d.sitting("2023-1")
	if err := s.Attend(t.Context(), d.Store, by, []int{1, 2}); err != nil {
		t.Fatal(err)
	}
	if chair, presides := s.Chair(); chair != "Người Một" || presides != "" {
		t.Errorf("%s, %s", chair, presides)
	}
	if _, err := s.Papers(false, rand.Reader); err == nil {
		t.Error("two of four are no quorum of 70 %")
	}
	if err := s.Attend(t.Context(), d.Store, by, []int{4}); err != nil {
		t.Fatal(err)
	}
	papers, err := s.Papers(false, rand.Reader)
	if err != nil || len(papers) != 3 {
		t.Fatal(len(papers), err)
	}
	var files []string
	for _, p := range papers {
		files = append(files, filepath.Join(d.Folder, p.Name))
		file, err := os.Create(files[len(files)-1])
		if err == nil {
			err = p.Write(file)
		}
		if err != nil || file.Close() != nil {
			t.Fatal(err)
		}
	}
	if err := s.Issue(t.Context(), d.Store, by, false, papers); err != nil {
		t.Fatal(err)
	}
	s = d.sitting("2023-1")
	if _, _, err := s.Tallied(); err == nil {
		t.Error("a tally before the count")
	}
	tried, err := s.Tried(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	if _, all, err := tried.Tallied(); err != nil || len(all) != 1 || all[0].Invalid != 3 || len(tried.Void) != 3 ||
		d.sitting("2023-1").Counted != nil {
		t.Errorf("tried: %+v, %v", all, err)
	}
	if err := s.Count(t.Context(), d.Store, by, files); err != nil {
		t.Fatal(err)
	}
	if err := d.sitting("2023-1").Count(t.Context(), d.Store, by, files); err == nil {
		t.Error("counted twice")
	}
	_, voted, err := office.Which{Text: "16492"}.Dossier(t.Context(), d.Store)
	if text, _ := json.Marshal(voted); err != nil || voted.Stage != "voted" {
		t.Errorf("%s, %v", text, err)
	}
	minutes, err := d.sitting("2023-1").Minutes(t.Context(), d.Store)
	if err != nil || len(minutes.Present) != 3 || len(minutes.Counted.Results) != 1 || len(minutes.Conclusions) > 0 {
		t.Errorf("minutes: %+v, %v", minutes, err)
	}
}

// A sitting that is cancelled lets its communes wait for another.
func TestASittingCancelled(t *testing.T) {
	d := newDesk(t)
	d.takes(d.Report("a.yaml", "income_per_capita=69", "multidimensional_poverty_rate=1.53"))
	d.Ready()
	s := d.council("2023-1")
	if _, err := s.Batch(t.Context(), d.Store, "người thử", "16492", time.Time{}, false, ""); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Cancel(t.Context(), d.Store, "người thử", "mất phiếu"); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if id, err := nextID(t.Context(), d.Store, "Thanh Hóa", 2023); err != nil || id[:7] != "2023-2-" {
		t.Error(id, err)
	}
	if _, err := s.Batch(t.Context(), d.Store, "người thử", "16492", time.Time{}, false, ""); err == nil {
		t.Error("a cancelled sitting takes a commune")
	}
	if _, err := s.Conclude(t.Context(), d.Store, "người thử", "16492", docket.Conclusion{Yes: true}); err == nil {
		t.Error("a conclusion without a paper")
	}
}
