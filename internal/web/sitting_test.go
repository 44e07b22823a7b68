package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ntm/internal/store"
	"ntm/internal/web/pagetest"
)

// waiting is a window over a store in which the invented commune of the samples waits for a council.
func waiting(t testing.TB) *Window {
	t.Helper()
	w := opened(t)
	pagetest.Readied(t, w.Store, ofAddress(t, w.full(t)))
	return w
}

func ofAddress(t testing.TB, address string) (of store.OfYear) {
	t.Helper()
	parts := strings.Split(address, "/")
	for i, to := range []*string{&of.Province, &of.Commune} {
		text, err := url.PathUnescape(parts[2+i])
		if err != nil {
			t.Fatal(err)
		}
		*to = text
	}
	if _, err := fmt.Sscan(parts[4], &of.Year); err != nil {
		t.Fatal(err)
	}
	return of
}

// sends sends a form, and gives where it leads.
func (w *Window) sends(t testing.TB, path string, fields url.Values) string {
	t.Helper()
	a := w.ask(t, request{method: "POST", path: path, body: fields.Encode()})
	if a.code != http.StatusSeeOther {
		t.Fatalf("%s: %d %s", path, a.code, a.body)
	}
	return strings.TrimPrefix(a.header.Get("Location"), w.Door.Base)
}

const invited = "Người Một; UBND tỉnh; Chủ tịch\nNgười Hai\tSở giả định\tPhó Chủ tịch\nNgười Ba; Sở khác\n"

// seated is a sitting with the waiting commune before it and all members there.
func (w *Window) seated(t testing.TB) string {
	t.Helper()
	at := w.sends(t, "/ky-hop", url.Values{"ten-hoi-dong": {"Hội đồng giả định"}, "muc": {"ntm"}, "nam": {"2023"},
		"thanh-vien": {invited}, "co-mat": {"70"}, "dong-y": {"90 %"}, "can-cu": {"quy chế giả định"}})
	page := w.get(t, at)
	_, rest, found := strings.Cut(page, `Đang chờ hội đồng`)
	_, rest, _ = strings.Cut(rest, `name="xa" value="`)
	key, _, _ := strings.Cut(rest, `"`)
	if !found || key == "" {
		t.Fatal("no commune waits:", page)
	}
	w.sends(t, at+"/xa", url.Values{"xa": {key}})
	w.sends(t, at+"/du-hop", url.Values{"co-mat": {"1", "2", "3"}})
	return at
}

// ballots are those of a sitting, filled in: "x" in the box of a column of the first commune, "" for none.
func (w *Window) ballots(t testing.TB, at string, columns ...string) (names []string, files [][]byte) {
	t.Helper()
	w.sends(t, at+"/lap-phieu", url.Values{"cach": {"kin"}})
	return w.taken(t, at, columns...)
}

// posted sends files with fields in a form.
func (w *Window) posted(t testing.TB, path string, fields map[string]string, names []string,
	files [][]byte) answered {
	t.Helper()
	body, kind := pagetest.Form(t, fields, names, files)
	return w.ask(t, request{method: "POST", path: path, body: body, header: map[string]string{"Content-Type": kind}})
}

// A sitting is played from its opening to its minutes. Before it is closed no page has a count,
// and a wrong number of ballots, a foreign one or one twice counts nothing; then there are sums.
func TestSitting(t *testing.T) {
	t.Parallel()
	w := waiting(t)
	at := w.seated(t)
	if page := w.get(t, at); !strings.Contains(page, "có mặt 3/3 = 100 %, cần 70 %") || strings.Contains(page, "Kiểm") {
		t.Error(page)
	}
	if a := w.ask(t, request{method: "POST", path: at + "/phat-phieu"}); a.code != http.StatusUnprocessableEntity {
		t.Errorf("ballots that nobody made are given out: %d", a.code)
	}
	names, files := w.ballots(t, at, "E", "E", "G")
	again, _ := w.ballots(t, at, "E", "E", "G")
	if fmt.Sprint(again) != fmt.Sprint(names) {
		t.Error("made twice, the ballots are others: those that were taken away count no more")
	}
	ending := w.ask(t, request{method: "POST", path: "/ket-thuc"})
	if !strings.Contains(ending.body, "mất hiệu lực") || !strings.Contains(w.get(t, at), "mất hiệu lực") {
		t.Error("ballots that end with the window, and nobody says so:", ending.body)
	}
	w.sends(t, at+"/phat-phieu", nil)
	if lost := w.hall.Unissued(t.Context()); len(lost) > 0 {
		t.Error("given out, they are lost:", lost)
	}
	count := func(n string, names []string, files [][]byte, want int) {
		t.Helper()
		a := w.posted(t, at+"/kiem-phieu", map[string]string{"so-phieu": n}, names, files)
		page := w.get(t, at)
		if a.code != want || strings.Contains(page, "Không hợp lệ") != (want == http.StatusSeeOther) {
			t.Fatalf("%s: %d %s", n, a.code, a.body)
		}
		for _, votes := range []string{"phiếu-", "tep-"} {
			if strings.Contains(a.body, votes) {
				t.Errorf("%s: a place of this machine: %s", n, a.body)
			}
		}
	}
	count("2", names, files, http.StatusUnprocessableEntity)
	count("", names, files, http.StatusUnprocessableEntity)
	count("3", []string{"a.xlsx", "a.xlsx", "b.xlsx"}, [][]byte{files[0], files[0], files[1]},
		http.StatusUnprocessableEntity)
	count("1", []string{"khác.xlsx"}, [][]byte{[]byte("không phải phiếu")}, http.StatusUnprocessableEntity)
	count("3", []string{"a.xlsx", "a.xlsx", "b.xlsx"}, files, http.StatusSeeOther)
	page := w.get(t, at)
	for _, want := range []string{"phát ra 3, thu về 3", `data-nhan="Đồng ý">2`, `data-nhan="Không đồng ý">1`,
		"chưa đạt",
		"2/3 = 66,67 %, cần 90 %"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %s", want, page)
		}
	}
	for _, name := range names {
		if strings.Contains(page, strings.TrimSuffix(strings.TrimPrefix(name, "phieu-"), ".xlsx")) {
			t.Error("the page tells the number of a ballot")
		}
	}
	if a := w.ask(t, request{method: "GET",
		path: at + "/bien-ban"}); a.code != 200 || !strings.HasPrefix(a.body, "PK") {
		t.Errorf("the minutes: %d", a.code)
	}
	if a := w.posted(t, at+"/kiem-phieu", map[string]string{"so-phieu": "3"}, names,
		files); a.code == http.StatusSeeOther {
		t.Error("it was counted twice")
	}
}
