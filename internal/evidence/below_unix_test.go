//go:build unix

package evidence

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// soon fails a test that waits.
func soon(t *testing.T, what string, do func()) {
	t.Helper()
	done := make(chan bool)
	go func() { defer close(done); do() }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatalf("%s waits", what)
	}
}

func put(t *testing.T, path, words string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(words),
		0o600)); err != nil {
		t.Fatal(err)
	}
}

func TestStates(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	for _, name := range []string{"trong/a.pdf", "hai  lan.pdf", "hai\u00a0lan.pdf", "x y/b  1.pdf",
		"x\u00a0y/b 1.pdf"} {
		put(t, in(name), name)
	}
	if err := errors.Join(syscall.Mkfifo(in("ong.pdf"), 0o600), os.Symlink("ong.pdf", in("den ong")),
		os.Symlink("vong.pdf", in("vong.pdf")), os.Symlink("none.pdf", in("hong.pdf")), os.Symlink("trong", in("vao")),
		os.Symlink(t.TempDir(), in("ra"))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		folder, path string
		want         State
		size         int64
	}{
		{folder, "ong.pdf", NotPlain, 0},
		{folder, "ong.pdf/a.pdf", Missing, 0},
		{folder, "den ong/a.pdf", Missing, 0},
		{folder, "vong.pdf", Unreadable, 0},
		{folder, "hong.pdf", Missing, 0},
		{folder, "vao/a.pdf", Found, int64(len("trong/a.pdf"))},
		{folder, "ra/none.pdf", Outside, 0},
		{folder, "hai lan.pdf", Ambiguous, 0},
		{folder, "hai  lan.pdf", Found, int64(len("hai  lan.pdf"))},
		{folder, "x y/b 1.pdf", Found, int64(len("x y/b  1.pdf"))}, // the folder of exactly that name
		{"/", "dev/zero", NotPlain, 0},
	} {
		soon(t, c.path, func() {
			got, err := Hash(t.Context(), c.folder, []string{c.path})
			if err != nil || len(got) != 1 || got[0].State != c.want || got[0].Size != c.size {
				t.Errorf("%q: %+v, %v, want %s, %d bytes", c.path, got, err, c.want, c.size)
			}
		})
	}
	soon(t, "a pipe for a folder", func() {
		if _, err := Hash(t.Context(), in("ong.pdf"), []string{"a.pdf"}); err == nil {
			t.Error("a pipe was taken for a folder")
		}
	})
}

// A pipe that takes the place of a file after it was looked at.
func TestPipeInPlaceOfFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.pdf")
	put(t, path, "abc")
	b, err := openBelow(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer b.root.Close() //nolint:errcheck // the test is over
	soon(t, "open", func() {
		swapped := false
		_, err := b.open("a.pdf", func(mode fs.FileMode) bool {
			if !swapped {
				swapped = true
				if err := errors.Join(os.Remove(path), syscall.Mkfifo(path, 0o600)); err != nil {
					t.Error(err)
				}
			}
			return mode.IsRegular()
		})
		if !errors.Is(err, errOtherKind) {
			t.Errorf("got %v", err)
		}
	})
}

// asked is a context that acts when it is asked for the second time: the file is
// open then, its first block not yet read.
type asked struct {
	context.Context
	times int
	act   func() error
}

func (a *asked) Err() error {
	if a.times++; a.times == 2 {
		return a.act()
	}
	return nil
}

func TestChangedWhileRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	for name, act := range map[string]func() error{
		"grows":     func() error { return os.WriteFile(path, []byte("abcd"), 0o600) },
		"shrinks":   func() error { return os.Truncate(path, 1) },
		"rewritten": func() error { return os.Chtimes(path, time.Time{}, time.Unix(1, 0)) },
	} {
		put(t, path, "abc")
		got, err := Hash(&asked{Context: t.Context(), act: act}, filepath.Dir(path), []string{"a.pdf"})
		if err != nil || len(got) != 1 || got[0] != (File{Path: "a.pdf", State: Changing}) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// A swapped file of the same size and time has another digest.
func TestSwapped(t *testing.T) {
	path, at := filepath.Join(t.TempDir(), "a.pdf"), time.Date(2023, 12, 1, 8, 0, 0, 0, time.UTC)
	digests := map[string]bool{}
	for _, words := range []string{"9 phiếu", "7 phiếu"} {
		put(t, path, words)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
		got, err := Hash(t.Context(), filepath.Dir(path), []string{"a.pdf"})
		if err != nil || got[0].State != Found {
			t.Fatal(got, err)
		}
		digests[got[0].SHA256] = true
	}
	if len(digests) != 2 {
		t.Error("the swap has the same digest")
	}
}

func TestTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	put(t, path, "")
	if err := os.Truncate(path, mostBytes+1); err != nil {
		t.Skip("no file of that size here: ", err)
	}
	got, err := Hash(t.Context(), filepath.Dir(path), []string{"a.pdf"})
	if err != nil || got[0] != (File{Path: "a.pdf", State: TooLarge}) {
		t.Errorf("%+v, %v", got, err)
	}
}
