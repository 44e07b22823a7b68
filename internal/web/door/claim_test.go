package door

import (
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// served is a window's door that is served until the test ends, and told of by a claim.
func served(t *testing.T, c *Claim) *Door {
	t.Helper()
	at, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d := New(at.Addr().String(), "1")
	s := &http.Server{Handler: d.Guard(http.NotFoundHandler())}
	go s.Serve(at) //nolint:errcheck // until it is closed
	t.Cleanup(func() { _ = s.Close() })
	if err := c.Tell(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// A second start finds the first window and gets an address of its own into it; when that has
// ended, the next start opens its own.
func TestSecondStart(t *testing.T) {
	folder, at := t.TempDir(), filepath.Join(t.TempDir(), "ntm.db")
	first, address, err := Take(t.Context(), folder, at, "/")
	if err != nil || address != "" {
		t.Fatal(address, err)
	}
	d := served(t, first)
	second, address, err := Take(t.Context(), folder, at, "/")
	if err != nil || second.mine || !strings.HasPrefix(address, "http://"+d.Host+d.Base+enterPath) {
		t.Fatal(second, address, err)
	}
	a, err := http.Get(address) //nolint:noctx // of this test's own
	if err != nil || a.StatusCode != http.StatusOK || a.Body.Close() != nil {
		t.Errorf("the address leads nowhere: %v %v", a, err)
	}
	file, err := first.EntryFile(d.Entry("/"))
	if err != nil {
		t.Fatal(err)
	}
	found, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(found) != 3 {
		t.Fatal(found, err)
	}
	for _, f := range found {
		if info, err := f.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s may be read by others: %v %v", f.Name(), info.Mode(), err)
		}
	}
	other, address, err := Take(t.Context(), folder, at+"2", "/")
	if err != nil || address != "" {
		t.Error("another store's window is the same", address, err)
	}
	if address, err = second.Again(t.Context(), "/"); err != nil || address == "" {
		t.Error(address, err)
	}
	second.Release() // which is not its own
	if _, err := os.Stat(first.file + ".json"); err != nil {
		t.Error(err)
	}
	other.Release()
	first.Release()
	third, address, err := Take(t.Context(), folder, at, "/")
	if err != nil || address != "" {
		t.Fatal(address, err)
	}
	third.Release()
}

// Without a folder every window stands alone; a folder that cannot be written is told.
func TestTakeWithoutAFolder(t *testing.T) {
	c, address, err := Take(t.Context(), "", "ntm.db", "/")
	if err != nil || address != "" || c.Tell(New(host, "1")) != nil {
		t.Error(address, err)
	}
	if file, err := c.EntryFile("http://x"); file != "" || err != nil {
		t.Error(file, err)
	}
	c.Release()
	file := filepath.Join(t.TempDir(), "tep")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Take(t.Context(), file, "ntm.db", "/"); err == nil || !strings.Contains(err.Error(),
		"thư mục tạm") {
		t.Error(err)
	}
}
