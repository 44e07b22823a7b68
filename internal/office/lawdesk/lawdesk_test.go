package lawdesk

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/lawbook"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/whole"
)

func now() time.Time { return time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC) }

func TestProvinces(t *testing.T) {
	lib := packs.Embedded()
	for name, wrong := range map[string]bool{"": false, "Thanh Hóa": false, "Thanh Giả": true} {
		if got, err := OfficeProvince(lib, name); (err != nil) != wrong || err == nil && got != name {
			t.Errorf("%q: %q, %v", name, got, err)
		}
		if KnownProvince(name) && wrong {
			t.Errorf("%q is known", name)
		}
	}
	std, err := Standard(lib, "nang-cao-2021-2025")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(StandardIDs(lib), std.ID) {
		t.Errorf("%s is not among %v", std.ID, StandardIDs(lib))
	}
	_, err = Standard(lib, "vang-2021")
	var none problem.WrongUse
	if !errors.As(err, &none) || !strings.Contains(none.Hint, std.ID) {
		t.Errorf("those there are are not named: %v", err)
	}
	if _, name, err := Scope(std, "thanh hoa"); err != nil || name != "Thanh Hóa" {
		t.Errorf("%q, %v", name, err)
	}
	if _, _, err := Scope(std, "Thanh Giả"); err == nil {
		t.Error("a province that no list has")
	}
	if scope, name, err := Scope(std, ""); err != nil || name != "" || len(scope.Columns) > 0 {
		t.Errorf("%+v, %q, %v", scope, name, err)
	}
}

// In a province fewer thresholds apply than in the country; none is confirmed that nobody
// checked.
func TestStateOf(t *testing.T) {
	lib := packs.Embedded()
	for _, std := range lib.Standards {
		all, err := StateOf(lib, std, "")
		if err != nil {
			t.Fatal(err)
		}
		here, err := StateOf(lib, std, "Thanh Hóa")
		if err != nil || here.Thresholds() > all.Thresholds() || here.Thresholds(criteria.Confirmed) > 0 ||
			here.Province == "" {
			t.Errorf("%s: %d of %d thresholds, %v", std.ID, here.Thresholds(), all.Thresholds(), err)
		}
	}
}

// The commune that is asked about is found as that of a report is.
func TestCommune(t *testing.T) {
	q := criteria.Query{Year: 2023}
	if p, err := Commune(&q, "16492"); err != nil || p.Name != "Quảng Trung" || q.Province != "Thanh Hóa" ||
		q.Region == "" {
		t.Errorf("%v, %+v, %v", p, q, err)
	}
	if _, err := Commune(&criteria.Query{Year: 2023}, "99999"); err == nil {
		t.Error("a commune that no list has")
	}
}

// importing takes in the lawbook of a standard as it was written: nobody ticked anything.
func importing(t *testing.T, folder string) *Import {
	t.Helper()
	lib := packs.Embedded()
	std, err := Standard(lib, "ntm-2021-2025")
	if err != nil {
		t.Fatal(err)
	}
	book := filepath.Join(t.TempDir(), "doi-chieu.xlsx")
	if err := whole.Write(book, false, func(out io.Writer) error {
		return lawbook.Export(out, lib, std, lawbook.Scope{}, now())
	}); err != nil {
		t.Fatal(err)
	}
	return &Import{File: book, Office: "Văn phòng giả định", Folder: folder,
		Load: func(bool) (*criteria.Library, error) { return lib, nil }}
}

// A workbook in which nobody confirmed anything changes nothing, and makes no folder.
func TestImportOfNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "quy-dinh")
	m := importing(t, folder)
	plan, err := m.Take(t.Context(), false)
	if err != nil || len(plan.Changes)+len(plan.Files) > 0 {
		t.Errorf("%+v, %v", plan, err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder for nothing: %v", err)
	}
	for _, file := range []string{filepath.Join(folder, "thieu.xlsx"), t.TempDir()} {
		m.File = file
		if _, err := m.Take(t.Context(), false); err == nil || !strings.HasPrefix(err.Error(), file) {
			t.Errorf("%s: %v", file, err)
		}
	}
	m.Load = func(bool) (*criteria.Library, error) { return nil, errors.New("bộ hỏng") }
	if _, err := m.Take(t.Context(), false); err == nil {
		t.Error("packs that cannot be read")
	}
}

// A pack that the loader would refuse is never written, nor is one outside the folder.
func TestRehearse(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, lockFile), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		path, text, wrong string
	}{
		"refused":     {filepath.Join(folder, "a.yaml"), "schema: ntm.overlay.v9\n", filepath.Join(folder, "a.yaml")},
		"outside":     {filepath.Join(filepath.Dir(folder), "b.yaml"), "", "nằm ngoài thư mục"},
		"of no words": {filepath.Join(folder, "c.yaml"), ": :", filepath.Join(folder, "c.yaml")},
	} {
		_, err := rehearse(folder, []PackFile{{c.path, []byte(c.text)}})
		if err == nil || !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(c.path); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if there, err := packsIn(folder); there || err != nil {
		t.Errorf("a lock is no pack: %t, %v", there, err)
	}
	file := filepath.Join(folder, "d.yaml")
	if err := writeAll([]PackFile{{file, []byte("x")}}); err != nil {
		t.Fatal(err)
	}
	copied := t.TempDir()
	if err := copyPacks(folder, copied); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(copied)
	if err != nil || len(entries) != 1 || entries[0].Name() != "d.yaml" {
		t.Errorf("copied %v, %v", entries, err)
	}
	if there, err := packsIn(folder); !there || err != nil {
		t.Errorf("a pack is there: %t, %v", there, err)
	}
	if err := copyPacks(filepath.Join(folder, "khong"), copied); err != nil {
		t.Errorf("of no folder: %v", err)
	}
	if err := writeAll([]PackFile{{folder, nil}}); err == nil {
		t.Error("a pack over a folder")
	}
}

// Those that write into one folder do it one after the other; an interrupt ends the wait.
func TestAlone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "quy-dinh")
	var all sync.WaitGroup
	var inside, others atomic.Int64
	for range 4 {
		all.Go(func() {
			if err := alone(context.Background(), folder, func() error {
				others.Add(inside.Add(1) - 1)
				time.Sleep(time.Millisecond)
				inside.Add(-1)
				return nil
			}); err != nil {
				t.Error(err)
			}
		})
	}
	if all.Wait(); others.Load() != 0 {
		t.Error("two wrote at once")
	}
	failed := errors.New("hỏng")
	if err := alone(t.Context(), folder, func() error { return failed }); !errors.Is(err, failed) {
		t.Error(err)
	}
	if err := alone(t.Context(), folder, func() error {
		ctx, stop := context.WithCancel(t.Context())
		stop()
		if err := alone(ctx, folder, func() error { return nil }); !errors.As(err, new(office.Stopped)) {
			t.Errorf("it was stopped: %v", err)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	file := filepath.Join(t.TempDir(), "tep")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := alone(t.Context(), file, func() error { return nil }); err == nil || !strings.HasPrefix(err.Error(),
		file) {
		t.Errorf("a file is no folder: %v", err)
	}
}

// A decision is read into a workbook that can be taken in; what is no decision is told.
func TestReading(t *testing.T) {
	found, err := filepath.Glob("../../../testdata/decisions/*.docx")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, file := range found {
		r := Reading{Lib: packs.Embedded(), Files: []string{file}}
		if err := r.Read(t.Context()); err != nil {
			if !strings.Contains(err.Error(), " ") {
				t.Errorf("%s: %v", file, err)
			}
			continue
		}
		sum, err := r.Write(io.Discard, now())
		if err != nil || r.Of == nil || len(r.Papers) == 0 {
			t.Errorf("%s: %+v, %v", file, sum, err)
		}
		read += sum.Read
	}
	if read == 0 {
		t.Errorf("no threshold of %d decisions was read", len(found))
	}
	for _, r := range []Reading{
		{Files: []string{"thieu.docx"}},
		{Files: found[:1], Standard: "vang-2021"},
		{Files: found[:1], Standard: "ntm-2021-2025", Province: "Thanh Giả"},
	} {
		r.Lib = packs.Embedded()
		if err := r.Read(t.Context()); err == nil {
			t.Errorf("%+v", r)
		}
	}
}
