package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
)

// Whatever a handed-over file holds, it is refused with a word that a person can
// act on, or found unsound, or taken into a store that is sound after it.
func FuzzBundle(f *testing.F) {
	path := filepath.Join(f.TempDir(), "giả định.db")
	s := open(f, path, time.Now)
	if err := s.AppendOne(f.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")); err != nil {
		f.Fatal(err)
	}
	whole := filepath.Join(f.TempDir(), "giả định.ntm")
	if err := s.Backup(f.Context(), whole); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(whole)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add([]byte("SQLite format 3\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		folder := t.TempDir()
		given, copied := filepath.Join(folder, "a.ntm"), filepath.Join(folder, "b.db")
		if err := os.WriteFile(given, data, 0o600); err != nil {
			t.Fatal(err)
		}
		refused := func(err error) bool {
			if err != nil && (problem.Of(err)[0].Message == "" || problem.Of(err)[0].Hint == "") {
				t.Errorf("no word to act on: %+v", err)
			}
			return err != nil
		}
		if refused(store.Copy(t.Context(), given, copied)) {
			return
		}
		from, err := store.Open(t.Context(), copied, time.Now)
		if refused(err) {
			return
		}
		defer from.Close() //nolint:errcheck // a test
		if h, err := from.Check(t.Context()); refused(err) || !h.Sound() {
			return
		}
		of, err := from.Subjects(t.Context(), "", "")
		if refused(err) {
			return
		}
		into := open(t, filepath.Join(folder, "c.db"), time.Now)
		if _, err := into.MergeFrom(t.Context(), from, of, func(int) {}); refused(err) {
			return
		}
		if h, err := into.Check(t.Context()); err != nil || !h.Sound() {
			t.Errorf("the store that took it in: %+v, %v", h, err)
		}
	})
}
