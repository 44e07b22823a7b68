package web

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A second start finds the first window and gets an address of its own into it; when that has
// ended, the next start opens its own.
func TestSecondStart(t *testing.T) {
	folder, at := t.TempDir(), filepath.Join(t.TempDir(), "ntm.db")
	first, address, err := Take(t.Context(), folder, at, DeskPage)
	if err != nil || address != "" {
		t.Fatal(address, err)
	}
	w := openedOn(t, at, first)
	second, address, err := Take(t.Context(), folder, at, DeskPage)
	if err != nil || second.mine || !strings.HasPrefix(address, "http://"+w.door.host+w.door.base+enterPath) {
		t.Fatal(second, address, err)
	}
	path := strings.TrimPrefix(address, "http://"+w.door.host+w.door.base)
	if a := w.ask(t, request{method: "GET", path: path, noPass: true}); a.code != 200 {
		t.Errorf("the address leads nowhere: %d", a.code)
	}
	file, err := first.EntryFile(w.Address(DeskPage))
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
	other, address, err := Take(t.Context(), folder, at+"2", DeskPage)
	if err != nil || address != "" {
		t.Error("another store's window is the same", address, err)
	}
	if address, err = second.Again(t.Context(), DeskPage); err != nil || address == "" {
		t.Error(address, err)
	}
	second.Release() // which is not its own
	if _, err := os.Stat(first.file + ".json"); err != nil {
		t.Error(err)
	}
	other.Release()
	first.Release()
	third, address, err := Take(t.Context(), folder, at, DeskPage)
	if err != nil || address != "" {
		t.Fatal(address, err)
	}
	third.Release()
}

// Ended by the page, the window answers nothing any more.
func TestEnded(t *testing.T) {
	w := opened(t)
	if a := w.ask(t, request{method: "POST", path: "/ket-thuc"}); a.code != 200 ||
		!strings.Contains(a.body, "Đã kết thúc") {
		t.Fatalf("%d %s", a.code, a.body)
	}
	<-w.end
}
