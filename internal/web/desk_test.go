package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// begun begins Quảng Trung's year, and gives the address of its figures.
func (w *Window) begun(t testing.TB) string {
	t.Helper()
	a := w.ask(t, request{method: "POST", path: "/xa", body: url.Values{"xa": {"16492"}, "nam": {"2023"}}.Encode()})
	to, ours := strings.CutPrefix(a.header.Get("Location"), w.Door.Base)
	if a.code != http.StatusSeeOther || !ours {
		t.Fatalf("%d %v %s", a.code, a.header, a.body)
	}
	return to
}

// A commune that was begun stands on the desk, and is found as one types; names that are markup
// are text.
func TestDesk(t *testing.T) {
	w := opened(t)
	if page := w.get(t, w.begun(t)); !strings.Contains(page, "Xã Quảng Trung") {
		t.Error(page)
	}
	for asked, found := range map[string]bool{"": true, "quang trung": true, "Quảng Trung": true, "trung 2023": true,
		"16492": true, "QUẢNG": true, "quang phu": false, "<script>": false} {
		page := w.get(t, "/?tim="+url.QueryEscape(asked))
		if strings.Contains(page, "Xã Quảng Trung") != found && strings.Contains(page, ">Quảng Trung</a>") != found {
			t.Errorf("%q: %s", asked, page)
		}
		if strings.Contains(page, "<script>\"") {
			t.Error("markup")
		}
	}
	for name, c := range map[string]url.Values{"no year": {"xa": {"16492"}, "nam": {"nay"}},
		"no commune": {"xa": {"<b>Không Có</b>"}, "nam": {"2023"}}, "nothing": {}} {
		a := w.ask(t, request{method: "POST", path: "/xa", body: c.Encode()})
		if a.code != http.StatusUnprocessableEntity || strings.Contains(a.body, "<b>Không") {
			t.Errorf("%s: %d %s", name, a.code, a.body)
		}
	}
}
