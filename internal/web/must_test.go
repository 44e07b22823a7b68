package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// Letters that a keyboard gives in two parts are those it gives in one, in a name and in a cell.
func TestDecomposed(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Quảng Trung, Quảng Xương, Thanh Hóa",
		"Qua\u0309ng Trung, Qua\u0309ng Xu\u031bo\u031bng, Thanh Ho\u0301a",
		"xa\u0303 Qua\u0309ng Trung, huye\u0323\u0302n Qua\u0309ng Xu\u031bo\u031bng, ti\u0309nh Thanh Hoa\u0301"} {
		w := opened(t)
		a := w.ask(t, request{method: "POST", path: "/xa", body: url.Values{"xa": {name}, "nam": {"2023"}}.Encode()})
		if a.code != http.StatusSeeOther {
			t.Fatalf("%q: %d %s", name, a.code, a.body)
		}
		at := strings.TrimPrefix(a.header.Get("Location"), w.Door.Base)
		if page := w.get(t, at); !strings.Contains(page, "Quảng Trung") {
			t.Errorf("%q is not shown as it is called", name)
		}
		for cell, text := range map[string]string{"ntm:value": "69 trie\u0323\u0302u",
			"ntm:note": "Nie\u0302n gia\u0301m"} {
			a := w.ask(t, request{method: "POST", path: strings.TrimSuffix(at, "/so-lieu") + "/o",
				body: typed("income_per_capita", cell, text, "0")})
			if a.code != http.StatusSeeOther {
				t.Errorf("%q: %d %s", text, a.code, a.body)
			}
		}
		page := w.get(t, at)
		for _, want := range []string{`value="69 triệu"`, `value="Niên giám"`, "Đọc là 69"} {
			if !strings.Contains(page, want) {
				t.Errorf("%q is not there", want)
			}
		}
	}
}

// hostile are what may stand wherever a person types.
var hostile = map[string]string{
	"markup":        `"><img src=x onerror=alert(1)><script>alert(1)</script>`,
	"long":          strings.Repeat("ạ", 10_000),
	"right to left": "\u202egnurT gnảuQ\u202c \u2067xã\u2069",
	"template":      `{{.At}}<!--`,
}

// What is hostile is text, or is refused in words, in a commune's name, a year, a search, a
// filter, a figure's name and a note.
func TestHostileEverywhere(t *testing.T) {
	t.Parallel()
	w := opened(t)
	at := w.begun(t)
	for name, text := range hostile {
		year := strings.TrimSuffix(at, "/so-lieu")
		for _, sent := range []struct{ path, body string }{
			{"/xa", url.Values{"xa": {text}, "nam": {"2023"}}.Encode()},
			{"/xa", url.Values{"xa": {"16492"}, "nam": {text}}.Encode()},
			{year + "/o", typed("income_per_capita", "ntm:note", text, "0")},
			{year + "/o", typed(text, "ntm:note", "x", "0")},
		} {
			a := w.ask(t, request{method: "POST", path: sent.path, body: sent.body})
			if a.code >= 500 || strings.Contains(a.body, "<img") || strings.Contains(a.body, "<script>alert") {
				t.Errorf("%s, %s: %d %.300s", name, sent.path, a.code, a.body)
			}
		}
		for _, path := range []string{"/?tim=", at + "?muc=", at + "?loc=", at + "?nganh="} {
			a := w.ask(t, request{method: "GET", path: path + url.QueryEscape(text)})
			if a.code >= 500 || strings.Contains(a.body, "<img") || strings.Contains(a.body, "<script>alert") {
				t.Errorf("%s, %s: %d %.300s", name, path, a.code, a.body)
			}
		}
		if page := w.get(t, at); strings.Contains(page, "<img src=x") || strings.Contains(page, "<script>alert") {
			t.Errorf("%s stands in the page as it was typed", name)
		}
	}
}
