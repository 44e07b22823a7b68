package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/store"
)

func testNow() time.Time { return time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC) }

// evidence is the folder of the evidence of the desk's store.
func (d *desk) evidence() string { return filepath.Join(d.Folder, "kho.db.minh-chung") }

func (d *desk) beside() Beside {
	return Beside{Evidence: d.evidence(), Decisions: filepath.Join(d.Folder, "kho.db.quyet-dinh")}
}

// bundled writes what the desk has of one commune, or of a province, to a file.
func (d *desk) bundled(name string, which Which, province string) string {
	d.Helper()
	part, err := PartFor(d.Context(), d.Store, which, province)
	if err != nil {
		d.Fatal(err)
	}
	file, written := filepath.Join(d.Folder, name), 0
	if _, err := WriteBundle(d.Context(), d.Store, part, d.evidence(), file, false, testNow,
		func(n int) { written += n }); err != nil || written != len(part) {
		d.Fatal(written, err)
	}
	return file
}

// A commune goes to another office with its councils, and a province whole; the year's
// report counts a commune that is in two stores once.
func TestHandedOver(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
	d.Ready()
	d.Batched("2023-1")
	one, all := d.bundled("mot.ntm", Which{Text: "16492"}, ""), d.bundled("tinh.ntm", Which{}, "Thanh Hóa")
	for file, want := range map[string][2]int{one: {1, 1}, all: {2, 1}} {
		st, err := OpenHandedOver(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		if h, err := st.Check(t.Context()); err != nil || h.Communes != want[0] || h.Councils != want[1] {
			t.Errorf("%s: %+v, %v", filepath.Base(file), h, err)
		}
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := PartFor(t.Context(), d.Store, Which{}, "Nghệ An"); err == nil {
		t.Error("a province of which nothing is known was handed over")
	}
	lib := packs.Embedded()
	g := NewGathering(2023)
	if err := g.AddFiles(t.Context(), []string{one, all, one}, "Thanh Hóa"); err != nil {
		t.Fatal(err)
	}
	if sum, err := g.Summary(lib); err != nil || sum.Communes != 2 || sum.Scope.Province != "Thanh Hóa" {
		t.Errorf("%+v, %v", sum, err)
	}
	g = NewGathering(2022)
	if err := g.Add(t.Context(), d.Store, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Summary(lib); err == nil || !strings.Contains(err.Error(), "2022") {
		t.Errorf("a report of a year without any: %v", err)
	}
	if err := NewGathering(2023).AddFiles(t.Context(), []string{one, all}, "Nghệ An"); err == nil {
		t.Error("a report of a province of which no file knows anything")
	}
}

func TestOpenHandedOverRefuses(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "van-ban.ntm")
	if err := os.WriteFile(text, []byte("không phải kho"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{text, folder, filepath.Join(folder, "thieu.ntm")} {
		if _, err := OpenHandedOver(t.Context(), file); err == nil || !strings.HasPrefix(err.Error(), file) {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// A backup is put in the place of a store that was asked to go, and that is kept.
func TestBackupAndRestore(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	file, place := filepath.Join(d.Folder, "sao-luu.db"), filepath.Join(d.Folder, "noi", "kho.db")
	if health, _, err := Backup(t.Context(), d.Store, d.beside(), file, false); err != nil || !health.Sound() ||
		health.Communes != 1 {
		t.Fatal(health, err)
	}
	if _, _, err := Backup(t.Context(), d.Store, d.beside(), file, false); err == nil {
		t.Error("written over an older backup")
	}
	r := Restoring{From: file, To: place, Beside: Beside{Evidence: place + ".minh-chung"}, Now: testNow}
	if done, err := r.Restore(t.Context()); err != nil || done.Kept != "" {
		t.Fatal(done, err)
	}
	if _, err := r.Restore(t.Context()); err == nil {
		t.Error("a store was replaced that nobody asked to go")
	}
	r.Force = true
	done, err := r.Restore(t.Context())
	if err != nil || done.Kept != place+".cu-20231231-090000" {
		t.Fatal(done, err)
	}
	if err := os.WriteFile(place, []byte("hỏng"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.Now = func() time.Time { return testNow().Add(time.Hour) }
	if done, err = r.Restore(t.Context()); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(done.Kept); err != nil || string(text) != "hỏng" {
		t.Errorf("what was damaged is not kept as it was: %q, %v", text, err)
	}
	into, err := store.OpenOrMake(t.Context(), filepath.Join(d.Folder, "khac.db"), testNow)
	if err != nil {
		t.Fatal(err)
	}
	defer into.Close() //nolint:errcheck // read only from here on
	if _, err := RestoreOnto(t.Context(), into, d.beside(), file); err != nil {
		t.Fatal(err)
	}
	if h, err := into.Check(t.Context()); err != nil || h.Communes != 1 {
		t.Error(h, err)
	}
}

func TestExamine(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	for _, c := range []struct {
		now, built time.Time
		odd        string
	}{
		{testNow(), testNow(), ""},
		{testNow().Add(-2 * time.Hour), time.Time{}, "trước việc mới nhất"},
		{testNow(), testNow().Add(48 * time.Hour), "trước ngày có chương trình"},
		{testNow().Add(400 * 24 * time.Hour), time.Time{}, "hơn một năm sau"},
	} {
		found, err := Examine(t.Context(), d.Store, c.now, c.built, true)
		if err != nil || !found.Sound() || len(found.Evidence) > 0 || len(found.Decide) > 0 {
			t.Errorf("%+v, %v", found, err)
		}
		if (found.Clock == "") != (c.odd == "") || !strings.Contains(found.Clock, c.odd) {
			t.Errorf("%v: %q", c.now, found.Clock)
		}
	}
}
