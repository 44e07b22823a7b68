package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"ntm/internal/store"
)

func open(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "kho # 1?.db"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestX(t *testing.T) {
	s := open(t)
	to := filepath.Join(t.TempDir(), "sao lưu #?%.db")
	if err := s.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	h, err := s.Check(t.Context())
	if err != nil || !h.Sound() {
		t.Fatal(h, err)
	}
	t.Log(h)
	b, err := store.Open(t.Context(), to, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	b.Close()
}
