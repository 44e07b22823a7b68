package web

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/docket"
	"ntm/internal/store"

	"github.com/chromedp/chromedp"
)

// The store is looked at and copied in the window.
func TestCare(t *testing.T) {
	t.Parallel()
	w := opened(t)
	w.full(t)
	if page := w.get(t, "/kho"); strings.Contains(page, " hội đồng,") {
		t.Error("it was looked at before anybody asked")
	}
	a := w.ask(t, request{method: "POST", path: "/kho/kiem-tra"})
	if a.code != http.StatusOK || !strings.Contains(a.body, "Không thấy chỗ nào hỏng") || !strings.Contains(a.body,
		"1 xã, 1 hồ sơ") {
		t.Errorf("%d %s", a.code, a.body)
	}
	a = w.ask(t, request{method: "GET", path: "/kho/sao-luu"})
	if a.code != http.StatusOK || !strings.HasPrefix(a.body, "SQLite format 3") ||
		!strings.Contains(a.header.Get("Content-Disposition"), "sao-luu-2023-12-01.db") {
		t.Errorf("%d %v", a.code, a.header)
	}
}

// The pages of the store and of a commune's opinions hold with something on them.
func TestCareInABrowser(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.full(t), "/so-lieu")
	w.appraised(t, ofAddress(t, year))
	w.sends(t, year+"/y-kien", url.Values{"co-quan": {"Sở giả định"}, "ve": {"1, 10, 11"}, "ket-qua": {"Đạt"}})
	b := browsed(t, w)
	b.holdsEverywhere(year+"/y-kien", "y-kien")
	b.at("/kho")
	b.do(chromedp.Click(chromedp.CSS("main form button")))
	b.until(`document.querySelector("main").textContent.includes("Không thấy chỗ nào hỏng")`)
	b.holds("kho da kiem tra")
	if folder := os.Getenv(picturesVariable); folder != "" {
		b.picture(filepath.Join(folder, "kho-da-kiem-tra.png"))
	}
}

// appraised has a commune's dossier submitted and taken up.
func (w *Window) appraised(t *testing.T, of store.OfYear) {
	t.Helper()
	for _, step := range []docket.Kind{docket.Submitted, docket.TakenUp} {
		a := w.ask(t, posted("/van-phong/buoc/ghi", url.Values{"viec": {string(step)}, "muc": {"ntm"},
			"xa": {of.Province + "|" + of.Commune + "|2023"}, "ly-do": {"lý do giả định"}}))
		if a.code != http.StatusOK || !strings.Contains(a.body, "Đã ghi cho 1 xã") {
			t.Fatal(a.code, a.body)
		}
	}
}

// A department's opinion is written down on the commune's page while it is being appraised, on all that
// it is about or on none; what is refused says why.
func TestOpinionsOfACommune(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.full(t), "/so-lieu")
	opinion := url.Values{"co-quan": {"Sở giả định"}, "ve": {"1, 10.1"}, "ket-qua": {"Đạt"}, "ngay": {"1/12/2023"}}
	if page := w.get(t, year+"/y-kien"); !strings.Contains(page,
		"Chưa có ý kiến nào") || strings.Contains(page, "<h2") {
		t.Error(page)
	}
	if a := w.ask(t, request{method: "POST", path: year + "/y-kien", body: opinion.Encode()}); a.code != 422 {
		t.Errorf("an opinion on what nobody appraises: %d", a.code)
	}
	w.appraised(t, ofAddress(t, year))
	for on, want := range map[string]int{"99": 422, "1, 99": 422, "": 422} {
		opinion.Set("ve", on)
		if a := w.ask(t, request{method: "POST", path: year + "/y-kien", body: opinion.Encode()}); a.code != want {
			t.Errorf("on %q: %d %s", on, a.code, a.body)
		}
	}
	if page := w.get(t, year+"/y-kien"); !strings.Contains(page, "Chưa có ý kiến nào") {
		t.Error(page)
	}
	opinion.Set("ve", "tiêu chí 1, 10")
	w.sends(t, year+"/y-kien", opinion)
	page := w.get(t, year+"/y-kien")
	if strings.Count(page, "Sở giả định") != 2 || !strings.Contains(page, "01/12/2023") {
		t.Error(page)
	}
	opinion.Set("ve", "11")
	opinion.Del("ngay")
	w.sends(t, year+"/y-kien", opinion) // of today
	if page := w.get(t, year+"/y-kien"); strings.Contains(page, `data-nhan="Ngày">–`) {
		t.Error("an opinion of today has no day:", page)
	}
	a := w.ask(t, request{method: "GET", path: strings.Replace(year, "2023", "2022", 1) + "/y-kien"})
	if a.code != http.StatusUnprocessableEntity {
		t.Errorf("a year that no standard is for: %d", a.code)
	}
	other := strings.TrimSuffix(w.begun(t), "/so-lieu")
	if page := w.get(t, other+"/y-kien"); !strings.Contains(page, "ghi số liệu thành bản báo cáo") {
		t.Error("nothing is reported yet, and the page does not say so:", page)
	}
	a = w.ask(t, request{method: "POST", path: other + "/y-kien", body: opinion.Encode()})
	if a.code != http.StatusNotFound {
		t.Errorf("an opinion of nothing: %d", a.code)
	}
}
