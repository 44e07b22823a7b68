package web

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
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

// Where a name means several communes, or is like one, each is a button that begins its year and keeps what else
// was asked; a name like none offers nothing.
func TestCommunesThatAreMeant(t *testing.T) {
	w := opened(t)
	button := regexp.MustCompile(`<form method="post" action="[^"]*/xa">(.*?)<button>(.*?)</button>`)
	field := regexp.MustCompile(`name="(\w+)" value="([^"]*)"`)
	for _, c := range []struct{ typed, year, want string }{
		{"Xã Quảng Trung", "2023", "Xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492)"},
		{"Quảng Trug, Thanh Hóa", "2023", "Xã Quảng Trường, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16501)"},
		{"Xã Quảng Trung", "2025", "Xã Quảng Chính, tỉnh Thanh Hóa (mã 16489)"},
	} {
		asked := url.Values{"xa": {c.typed}, "nam": {c.year}, "muc": {"nang-cao"}}
		a := w.ask(t, request{method: "POST", path: "/xa", body: asked.Encode()})
		if a.code != http.StatusUnprocessableEntity || !strings.Contains(a.body, "Cách sửa") {
			t.Errorf("%q is not told of: %d", c.typed, a.code)
		}
		pressed := url.Values{}
		for _, found := range button.FindAllStringSubmatch(a.body, -1) {
			if html.UnescapeString(found[2]) == c.want {
				for _, f := range field.FindAllStringSubmatch(found[1], -1) {
					pressed.Set(f[1], f[2])
				}
			}
		}
		b := w.ask(t, request{method: "POST", path: "/xa", body: pressed.Encode()})
		to := strings.TrimPrefix(b.header.Get("Location"), w.Door.Base)
		if b.code != http.StatusSeeOther || !strings.HasSuffix(to, "/"+c.year+"/so-lieu") {
			t.Fatalf("%q: %v begins nothing: %d %s", c.typed, pressed, b.code, to)
		}
		if shown := w.get(t, to); !strings.Contains(shown, `id="muc-nang-cao" hx-swap-oob="true" aria-current`) {
			t.Errorf("%q forgets the level", c.typed)
		}
	}
	none := url.Values{"xa": {"Qwertyx"}, "nam": {"2023"}}
	if a := w.ask(t, request{method: "POST", path: "/xa", body: none.Encode()}); button.MatchString(a.body) {
		t.Error("a name like none offers a commune")
	}
}
