package web

import (
	"context"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/office/desk"
	"ntm/internal/store"
	"ntm/internal/web/door"
	"ntm/internal/web/page"
)

var day = time.Date(2023, 12, 1, 9, 0, 0, 0, time.UTC)

// opened is a window over an empty store, served until the test ends.
func opened(t testing.TB) *Window {
	t.Helper()
	return openedOn(t, filepath.Join(t.TempDir(), "ntm.db"), &door.Claim{})
}

func openedOn(t testing.TB, at string, c *door.Claim) *Window {
	t.Helper()
	now := func() time.Time { return day }
	if began := time.Now(); isMeasured(t) {
		now = func() time.Time { return day.Add(time.Since(began)) }
	}
	st, err := store.OpenOrMake(t.Context(), at, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return served(t, page.Desk{Store: st, Library: packs.Embedded(), Version: "thử", Now: now, By: "Người thử",
		Evidence: t.TempDir(), Decisions: at + ".quyet-dinh"}, c)
}

// served is a window at a desk, until the test ends.
func served(t testing.TB, d page.Desk, c *door.Claim) *Window {
	t.Helper()
	w, err := Open(d, c)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.Serve(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return w
}

// isMeasured tells a benchmark, for which time goes on as it does where people work.
func isMeasured(t testing.TB) bool {
	_, is := t.(*testing.B)
	return is
}

// request is one to a window; a path is behind the random one.
type request struct {
	method, path, body string
	host               string // another than the window's; " " for an empty one
	header             map[string]string
	noPass             bool
	own                bool // of walked: its route answers the method
}

// answered is what came of a request.
type answered struct {
	code   int
	header http.Header
	body   string
}

func (w *Window) ask(t testing.TB, q request) answered {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), q.method, "http://"+w.Door.Host+w.Door.Base+q.path,
		strings.NewReader(q.body))
	if err != nil {
		t.Fatal(err)
	}
	if q.host != "" {
		r.Host = strings.TrimSpace(q.host)
	}
	if !q.noPass {
		r.AddCookie(&http.Cookie{Name: w.Door.Pass().Name, Value: w.Door.Pass().Value})
	}
	if q.method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for name, value := range q.header {
		r.Header.Set(name, value)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answered{answer.StatusCode, answer.Header, string(body)}
}

// get is a page as the browser asks for it.
func (w *Window) get(t testing.TB, path string) string {
	t.Helper()
	a := w.ask(t, request{method: http.MethodGet, path: path,
		header: map[string]string{"Sec-Fetch-Site": "same-origin"}})
	if a.code != http.StatusOK {
		t.Fatalf("%s: %d %s", path, a.code, a.body)
	}
	return a.body
}

// listened serves something else on another port of this machine until the test ends.
func listened(t testing.TB, s *http.Server) string {
	t.Helper()
	at, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go s.Serve(at) //nolint:errcheck // until it is closed
	t.Cleanup(func() { _ = s.Close() })
	return at.Addr().String()
}

// listed are the first communes' years that are found.
func listed(ctx context.Context, d *desk.Desk, asked string) ([]desk.Line, error) {
	found, err := d.List(ctx, asked, 0, page.MostRows)
	if err != nil {
		return nil, err
	}
	return found.Lines, nil
}
