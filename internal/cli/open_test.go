package cli

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ntm/internal/term"
)

// window is ntm open, running until the test ends; address is the first line that it printed.
type window struct {
	World
	address string
	browsed chan string
	end     context.CancelFunc
	ended   chan int
}

func openedWindow(t *testing.T, w World, args ...string) *window {
	t.Helper()
	out, in := io.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	o := &window{World: w, browsed: make(chan string, 1), end: cancel, ended: make(chan int, 1)}
	o.Stdout, o.Browse = in, func(file string) error { o.browsed <- file; return nil }
	go func() {
		o.ended <- Run(ctx, args, o.World)
		_ = in.Close()
	}()
	t.Cleanup(cancel)
	lines := bufio.NewReader(out)
	line, err := lines.ReadString('\n')
	if err != nil {
		t.Fatal("it printed nothing:", <-o.ended)
	}
	go io.Copy(io.Discard, lines) //nolint:errcheck // until it ends
	o.address = strings.TrimSpace(line)
	return o
}

// enters tells what an address answers.
func enters(t *testing.T, address string) int {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	return answer.StatusCode
}

var linked = regexp.MustCompile(`url=(http://127\.0\.0\.1:\d+/[A-Z2-7]+/vao/[A-Z2-7]+)"`)

// The first line leads in once, the browser gets an entrance of its own in a file that only
// its owner may read, a second start leads into the same window, and Ctrl+C ends it well.
func TestOpen(t *testing.T) {
	folder := t.TempDir()
	world := World{Terminal: term.Terminal{Stderr: io.Discard, Stdin: strings.NewReader(""), Now: time.Now},
		Store: filepath.Join(folder, "kho", "ntm.db"), Cache: folder, User: "Người thử"}
	first := openedWindow(t, world, "open")
	file := <-first.browsed
	page, err := os.ReadFile(file)
	found := linked.FindSubmatch(page)
	if err != nil || found == nil || string(found[1]) == first.address {
		t.Fatalf("%s leads to none or the same: %v\n%s", file, err, page)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info.Mode(), err)
	}
	second := openedWindow(t, world, "mo", "--no-browser")
	if status := <-second.ended; status != done || len(second.browsed) > 0 {
		t.Errorf("the second start: %d", status)
	}
	for _, address := range []string{first.address, string(found[1]), second.address} {
		if a, b := enters(t, address), enters(t, address); a != http.StatusOK || b != http.StatusForbidden {
			t.Errorf("%s: %d, then %d", address, a, b)
		}
	}
	if a, _, _ := strings.Cut(first.address, "/vao/"); !strings.HasPrefix(second.address, a) {
		t.Errorf("%s is another window than %s", second.address, first.address)
	}
	first.end()
	if status := <-first.ended; status != done {
		t.Errorf("ended with %d", status)
	}
}

// A double-click opens the window, and where that fails the console stays to be read.
func TestDoubleClick(t *testing.T) {
	w, out := terminal("")
	w.OwnWindow, w.Store, w.User = true, filepath.Join(t.TempDir(), "ntm.db"), "Người thử"
	o := openedWindow(t, w)
	if a := enters(t, o.address); a != http.StatusOK {
		t.Error(a)
	}
	o.end()
	<-o.ended
	w.Store = t.TempDir()
	if status := Run(t.Context(), nil, w); status != failed {
		t.Error(status)
	}
	holdsAll(t, out.String(), "ntm: lỗi: ", "Nhấn Enter để đóng cửa sổ này.")
}

// Without a console the browser shows why no window opened, as text and for its owner alone, whatever
// the trouble is: a store that is none, or a folder of the user's own that takes nothing. With one, or
// when the person ends it, no page opens.
func TestDoubleClickFailsUnread(t *testing.T) {
	store := t.TempDir() // no file
	noFolder := filepath.Join(t.TempDir(), "<b>tệp.txt")
	if err := os.WriteFile(noFolder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	ended, end := context.WithCancel(t.Context())
	end()
	for name, c := range map[string]struct {
		ctx          context.Context
		cache, store string
		interactive  bool
		says         string // "" where no page opens
	}{
		"a store":           {t.Context(), t.TempDir(), store, false, filepath.Base(store)},
		"no store":          {t.Context(), "", store, false, filepath.Base(store)},
		"the user's folder": {t.Context(), noFolder, filepath.Join(t.TempDir(), "ntm.db"), false, "&lt;b&gt;tệp.txt"},
		"a console":         {t.Context(), t.TempDir(), store, true, ""},
		"ended":             {ended, t.TempDir(), store, false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w, _ := terminal("")
			w.OwnWindow, w.Interactive, w.Cache, w.Store, w.User = true, c.interactive, c.cache, c.store, "Người thử"
			shown := ""
			w.Browse = func(file string) error { shown = file; return nil }
			if status := Run(c.ctx, nil, w); status != failed {
				t.Error(status)
			}
			if c.says == "" {
				if shown != "" {
					t.Error("a page opens")
				}
				return
			}
			page, err := os.ReadFile(shown)
			if err != nil {
				t.Fatal(err)
			}
			holdsAll(t, string(page), "Chưa mở được bàn làm việc", c.says, "Cách sửa: ", "nhấp đúp")
			if strings.Contains(string(page), "<b>") {
				t.Error("it is markup")
			}
			if info, err := os.Stat(shown); err != nil || info.Mode().Perm() != 0o600 {
				t.Error(info.Mode(), err)
			}
		})
	}
}
