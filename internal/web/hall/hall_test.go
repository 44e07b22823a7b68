package hall

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ntm/internal/web/pagetest"
)

var invited = url.Values{"ten-hoi-dong": {"Hội đồng giả định"}, "muc": {"ntm"}, "nam": {"2023"}, "tinh": {"Thanh Hóa"},
	"thanh-vien": {"Người Một; UBND tỉnh; Chủ tịch\nNgười Hai\tSở giả định\tPhó Chủ tịch\nNgười Ba; Sở khác\n"},
	"co-mat":     {"70"}, "dong-y": {"90 %"}, "can-cu": {"quy chế giả định"}}

func with(changed url.Values) url.Values {
	out := url.Values{}
	for name, value := range invited {
		out[name] = value
	}
	for name, value := range changed {
		out[name] = value
	}
	return out
}

func opened(t *testing.T) *Hall {
	t.Helper()
	f := pagetest.Frame(t, Templates)
	pagetest.Reports(t, f, "16492")
	return New(f)
}

// ask gives where a form leads, "" where it leads nowhere, and what is shown.
func (w *Hall) ask(t *testing.T, method, path string, form url.Values) (code int, to, body string) {
	t.Helper()
	a := pagetest.Ask(t, w.Frame, w.Routes(), method, path, form)
	return a.Code, strings.TrimPrefix(a.Header().Get("Location"), w.Door.Base), a.Body.String()
}

// sat is the address of a sitting that was opened.
func (w *Hall) sat(t *testing.T) string {
	t.Helper()
	code, to, body := w.ask(t, http.MethodPost, "/ky-hop", invited)
	if code != http.StatusSeeOther {
		t.Fatalf("%d %s", code, body)
	}
	return to
}

// What a sitting lacks is told in words of the page, and none is opened.
func TestOpeningRefused(t *testing.T) {
	w := opened(t)
	for name, c := range map[string]struct {
		changed url.Values
		said    string
	}{
		"no year":      {url.Values{"nam": {"năm nay"}}, "không phải là một năm"},
		"no day":       {url.Values{"ngay": {"31/2/2023"}}, "31/2/2023"},
		"no level":     {url.Values{"muc": {"vang"}}, "mức"},
		"no members":   {url.Values{"thanh-vien": {"\n"}}, "thành viên"},
		"no share":     {url.Values{"co-mat": {"nhiều"}}, "tỷ lệ"},
		"unclear":      {url.Values{"co-mat": {"0,7"}}, "0,7 %"},
		"no source":    {url.Values{"can-cu": {" "}}, "chưa ghi văn bản"},
		"like no one":  {url.Values{"nhu": {"2099-1"}}, "2099-1"},
		"no such role": {url.Values{"thanh-vien": {"Người Một; UBND; Vua"}}, "Vua"},
	} {
		code, _, body := w.ask(t, http.MethodPost, "/ky-hop", with(c.changed))
		if code != http.StatusUnprocessableEntity || !strings.Contains(body, c.said) {
			t.Errorf("%s: %d, no %q in %s", name, code, c.said, body)
		}
	}
	if _, _, body := w.ask(t, http.MethodGet, "/ky-hop", nil); strings.Contains(body, "Hội đồng giả định") {
		t.Error("one was opened")
	}
}

// What cannot be done yet, or is not said whole, is refused; the sitting stays as it was.
func TestActsRefused(t *testing.T) {
	w := opened(t)
	at := w.sat(t)
	_, _, before := w.ask(t, http.MethodGet, at, nil)
	for path, forms := range map[string][]url.Values{
		"/xa": {nil, {"xa": {"khong-co"}}, {"xa": {"16492"}}, {"xa": {"16492"}, "ly-do": {strings.Repeat("x",
			5000)}}},
		"/du-hop":     {{"co-mat": {"1"}, "ngay": {"hôm qua"}}},
		"/lap-phieu":  {nil, {"cach": {"gio-tay"}}},
		"/phat-phieu": {nil},
		"/kiem-phieu": {nil, {"so-phieu": {"1"}}},
		"/ket-luan": {nil, {"ket-luan": {"co"}}, {"ket-luan": {"x"}, "xa": {"16492"}},
			{"ket-luan": {"co"}, "xa": {"16492"}, "van-ban": {strings.Repeat("x", 5000)}}},
		"/huy": {nil, {"ly-do": {" "}}, {"ly-do": {strings.Repeat("x", 5000)}}},
	} {
		for _, form := range forms {
			if code, _, body := w.ask(t, http.MethodPost, at+path, form); code != http.StatusUnprocessableEntity ||
				!strings.Contains(body, `role="alert"`) {
				t.Errorf("%s %v: %d", path, form, code)
			}
		}
	}
	for _, path := range []string{"/phieu", "/bien-ban"} {
		if code, _, _ := w.ask(t, http.MethodGet, at+path, nil); code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", path, code)
		}
	}
	if _, _, after := w.ask(t, http.MethodGet, at, nil); after != before {
		t.Error("the sitting is another")
	}
}

// A sitting is cancelled with a reason, and from then on nothing may be done in it.
func TestCancelled(t *testing.T) {
	w := opened(t)
	at := w.sat(t)
	if code, to, body := w.ask(t, http.MethodPost, at+"/huy", url.Values{"ly-do": {"giả định"}}); to != at {
		t.Fatalf("%d %s", code, body)
	}
	if code, _, body := w.ask(t, http.MethodGet, at, nil); code != 200 || !strings.Contains(body, "giả định") {
		t.Errorf("%d %s", code, body)
	}
	if code, _, _ := w.ask(t, http.MethodPost, at+"/du-hop", url.Values{"co-mat": {"1",
		"2"}}); code == http.StatusSeeOther {
		t.Error("members sit in a cancelled one")
	}
}

// No sitting, no board and no photograph that there is not is shown.
func TestNowhere(t *testing.T) {
	w := opened(t)
	at := strings.TrimPrefix(w.sat(t), "/ky-hop")
	if code, _, body := w.ask(t, http.MethodGet, "/bang-hoi-dong/ky-hop"+at, nil); code != 200 ||
		!strings.Contains(body, "Chưa có xã nào") {
		t.Errorf("an empty wall: %d %s", code, body)
	}
	for _, path := range []string{"/ky-hop/Thanh%20H%C3%B3a/2099-1", "/bang-hoi-dong/2099-1",
		"/bang-hoi-dong/ky-hop/x/y"} {
		if code, _, _ := w.ask(t, http.MethodGet, path, nil); code < 400 || code >= 500 {
			t.Errorf("%s: %d", path, code)
		}
	}
	for _, file := range []string{"2023/0", "2023/-1", "2023/x", "2022/0", "x/0"} {
		path := "/bang-hoi-dong/anh/Thanh%20H%C3%B3a/16492/" + file
		if code, _, _ := w.ask(t, http.MethodGet, path, nil); code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
}

// A wall has room for so many: what fails comes before what is not known, and the rest is counted.
func TestWallHasRoomFor(t *testing.T) {
	for fails := range 2 * unmetOnWall {
		for unknown := range 2 * unmetOnWall {
			v := wallView{Unmet: make([]unmet, fails), Unknown: make([]string, unknown)}
			shown := len(v.Listed()) + len(v.Asked())
			if len(v.Listed()) != min(fails, unmetOnWall) || shown != min(fails+unknown, unmetOnWall) ||
				shown+v.More() != fails+unknown {
				t.Errorf("%d fail, %d unknown: %d and %d, %d more", fails, unknown, len(v.Listed()),
					len(v.Asked()), v.More())
			}
		}
	}
}
