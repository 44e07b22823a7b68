package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ntm/internal/store"
	"ntm/internal/store/storetest"

	"github.com/google/go-cmp/cmp"
)

func open(t testing.TB, at string, now func() time.Time) *store.Store {
	t.Helper()
	s, err := store.OpenOrMake(t.Context(), at, now)
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

func TestStartTogether(t *testing.T) { startTogether(t, filepath.Join(t.TempDir(), "kho.db")) }

// startTogether opens a store that is not there yet from many programs at once.
func startTogether(t *testing.T, at string) {
	var group sync.WaitGroup
	errs := make(chan error, 8)
	for i := range cap(errs) {
		group.Go(func() {
			s, err := store.OpenOrMake(context.Background(), at, time.Now)
			if err == nil {
				err = errors.Join(s.AppendOne(context.Background(), storetest.Report("Giả Định", fmt.Sprint(i),
					"Xã", 2023, "")), s.Close())
			}
			errs <- err
		})
	}
	group.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	h, err := open(t, at, time.Now).Check(t.Context())
	if err != nil || !h.Sound() || h.Communes != cap(errs) {
		t.Errorf("%+v, %v", h, err)
	}
}

func TestNewerIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kho.db")
	if err := open(t, path, time.Now).Close(); err != nil {
		t.Fatal(err)
	}
	forge(t, path, "UPDATE store_version SET version = 99")
	newerIsRefused(t, path)
}

// forge does to a store what no program of ours does.
func forge(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
	must(t, db.Close())
}

// A row that cannot be read is told of as damage, whatever is wrong with it.
func TestForgedRows(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "kho.db")
	must(t, open(t, whole, time.Now).AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
	for _, statement := range []string{
		"UPDATE events SET at = '2026' || char(1)", "UPDATE events SET year = 'nay'",
		"UPDATE events SET made_by = NULL", "UPDATE communes SET state = '{'",
	} {
		path := filepath.Join(t.TempDir(), "kho.db")
		must(t, store.Copy(t.Context(), whole, path))
		forge(t, path, "PRAGMA writable_schema = 1; CREATE TABLE was AS SELECT name, sql FROM sqlite_master; "+
			"UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE type = 'table'")
		forge(t, path, statement)
		forge(t, path, "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = (SELECT sql FROM was WHERE "+
			"was.name = sqlite_master.name); DROP TABLE was")
		s := open(t, path, time.Now)
		_, checked := s.Check(t.Context())
		_, listed := s.Holders(t.Context(), store.Filter{})
		_, read := s.Events(t.Context(), store.Subject{Province: "Giả Định", Commune: "1"})
		if err := errors.Join(checked, listed, read); err == nil ||
			strings.Count(err.Error(), "kho dữ liệu hỏng") != strings.Count(err.Error(), "\n")+1 {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

func newerIsRefused(t *testing.T, at string) {
	t.Helper()
	_, err := store.Open(t.Context(), at, time.Now)
	if err == nil || !strings.Contains(err.Error(), "phiên bản mới hơn") {
		t.Errorf("a newer store: %v", err)
	}
}

// thereAndBack copies a store of many events through another one, and back: all
// three are the same; cut off in the middle, it goes on.
func thereAndBack(t *testing.T, through string) {
	folder := t.TempDir()
	from := open(t, filepath.Join(folder, "đi.db"), time.Now)
	storetest.Fill(t, from, 450)
	there, back := open(t, through, time.Now), open(t, filepath.Join(folder, "về.db"), time.Now)
	ctx, cut := context.WithCancel(t.Context())
	if _, err := store.Transfer(ctx, from, there, func(int) { cut() }); err == nil {
		t.Fatal("it was not cut off")
	}
	part, err := there.Check(t.Context())
	if err != nil || part.Events == 0 {
		t.Fatalf("nothing came over before the cut: %+v, %v", part, err)
	}
	want, err := from.Check(t.Context())
	if err != nil || want.Events <= part.Events {
		t.Fatalf("everything came over before the cut: %+v, %v", part, err)
	}
	for _, way := range [][2]*store.Store{{from, there}, {there, back}, {there, back}} {
		h, err := store.Transfer(t.Context(), way[0], way[1], func(int) {})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, h); d != "" {
			t.Errorf("%s differs: %s", way[1].Name(), d)
		}
	}
	must(t, back.AppendOne(t.Context(), storetest.Report("Giả Định", "riêng", "Riêng", 2023, "")))
	if _, err := store.Transfer(t.Context(), from, back, func(int) {}); err == nil || !strings.Contains(err.Error(),
		"kho nhận đã có dữ liệu") {
		t.Errorf("a store that holds other things was written over: %v", err)
	}
}

func TestTransferOfFiles(t *testing.T) { thereAndBack(t, filepath.Join(t.TempDir(), "giữa.db")) }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A structure has one number, whatever the engine.
func TestMigrationsGoInStep(t *testing.T) {
	inFiles, err := filepath.Glob("migrations/sqlite/*")
	must(t, err)
	onServers, err := filepath.Glob("migrations/postgres/*")
	must(t, err)
	for i := range onServers {
		onServers[i] = strings.Replace(onServers[i], "postgres", "sqlite", 1)
	}
	if d := cmp.Diff(inFiles, onServers); d != "" || len(inFiles) == 0 {
		t.Error(d)
	}
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
