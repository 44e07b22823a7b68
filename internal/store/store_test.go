package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/internal/store"
	"ntm/internal/store/storetest"
)

func open(t testing.TB, path string, now func() time.Time) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t testing.TB, now func() time.Time) *store.Store {
		return open(t, filepath.Join(t.TempDir(), "kho # 1?.db"), now)
	})
}

// Every structure there ever was is opened, and knows what it knew.
func TestEarlierVersions(t *testing.T) {
	fixtures, err := filepath.Glob("testdata/v*.db")
	if err != nil || len(fixtures) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, fixture := range fixtures {
		data, err := os.ReadFile(fixture)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "kho.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s := open(t, path, time.Now)
		h, err := s.Check(t.Context())
		if err != nil || !h.Sound() || h.Dossiers != 2 || h.Events != 5 {
			t.Errorf("%s: %+v, %v", fixture, h, err)
		}
		found, err := s.Dossiers(t.Context(), store.Filter{Commune: "16492"})
		if err != nil || len(found) != 1 || found[0].Stage != "submitted" || !found[0].Current() {
			t.Errorf("%s: %+v, %v", fixture, found, err)
		}
	}
}

func TestBackup(t *testing.T) {
	folder := t.TempDir()
	s := open(t, filepath.Join(folder, "kho.db"), time.Now)
	if err := s.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(folder, "sao lưu #?%25.db")
	if err := s.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	h, err := open(t, copied, time.Now).Check(t.Context())
	if err != nil || !h.Sound() || h.Events != 2 {
		t.Errorf("%+v, %v", h, err)
	}
}

// What was written and still lies beside the main file comes along.
func TestCopyOfALiveStore(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "kho.db")
	live := open(t, path, time.Now)
	if err := live.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")); err != nil {
		t.Fatal(err)
	}
	if wal, err := os.Stat(path + "-wal"); err != nil || wal.Size() == 0 {
		t.Fatal("nothing lies beside the main file, the test shows nothing", err)
	}
	copied := filepath.Join(folder, "bản sao.db")
	if err := store.Copy(t.Context(), path, copied); err != nil {
		t.Fatal(err)
	}
	h, err := open(t, copied, time.Now).Check(t.Context())
	if err != nil || !h.Sound() || h.Events != 2 {
		t.Errorf("%+v, %v", h, err)
	}
	if err := store.Copy(t.Context(), filepath.Join(folder, "không có.db"), filepath.Join(folder, "x.db")); err == nil {
		t.Error("a store that is not there was copied")
	}
}
