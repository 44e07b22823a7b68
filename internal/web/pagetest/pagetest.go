// Package pagetest has pages answer in tests without a window around them: in a frame over a store
// of their own.
package pagetest

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/web/door"
	"ntm/internal/web/page"
)

// Host is where the door of the frame stands.
const Host = "127.0.0.1:40123"

// Frame is a frame over an empty store, with the templates of pages.
func Frame(t testing.TB, templates ...fs.FS) *page.Frame {
	t.Helper()
	now := func() time.Time { return time.Date(2023, 12, 1, 9, 0, 0, 0, time.UTC) }
	st, err := store.OpenOrMake(t.Context(), filepath.Join(t.TempDir(), "ntm.db"), now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	f, err := page.New(page.Desk{Store: st, Library: packs.Embedded(), Version: "thử", Now: now, By: "Người thử",
		Evidence: t.TempDir(), Load: func(bool) (*criteria.Library, error) { return packs.Embedded(), nil }},
		door.New(Host, "40123"), templates...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Reports has the store of a frame hold a report of 2023 of the commune with each code, which gives
// its income alone. The reports are invented.
func Reports(t testing.TB, f *page.Frame, codes ...string) {
	t.Helper()
	var names []string
	for _, code := range codes {
		file := filepath.Join(t.TempDir(), code+".yaml")
		report := "schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"" + code + "\"}\nyear: 2023\n" +
			"figures:\n  - {id: income_per_capita, value: 69}\n"
		if err := os.WriteFile(file, []byte(report), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, file)
	}
	in := office.Intake{Store: f.Store, Lib: f.Library, By: "Người thử", Version: "thử"}
	taken := func(i *office.Incoming) error { return i.Err }
	if err := in.TakeIn(t.Context(), names, taken, taken); err != nil {
		t.Fatal(err)
	}
}

// Ask has a page answer as the window would: what it cannot do stands on the page of errors.
func Ask(t testing.TB, f *page.Frame, routes []page.Route, method, target string,
	form url.Values) *httptest.ResponseRecorder {
	t.Helper()
	mux := http.NewServeMux()
	for _, at := range routes {
		mux.HandleFunc(at.Pattern, func(out http.ResponseWriter, r *http.Request) {
			if err := errors.Join(r.ParseForm(), at.Page(out, r)); err != nil {
				f.Wrong(out, err)
			}
		})
	}
	r := httptest.NewRequestWithContext(t.Context(), method, target, strings.NewReader(form.Encode()))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	out := httptest.NewRecorder()
	mux.ServeHTTP(out, r)
	return out
}
