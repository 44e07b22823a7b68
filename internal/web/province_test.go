package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// The board shows what was reported and chooses by each filter; one that is none is told, never
// taken for all.
func TestProvince(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	if page := w.get(t, "/van-phong"); !strings.Contains(page, "0 hồ sơ") {
		t.Error("a year that was only begun stands on the board")
	}
	if a := w.ask(t, request{method: "POST", path: year + "/o",
		body: typed("income_per_capita", "ntm:value", "69", "0")}); a.code != http.StatusSeeOther {
		t.Fatalf("%d %s", a.code, a.body)
	}
	if a := w.ask(t, request{method: "POST", path: year + "/ghi"}); a.code != http.StatusSeeOther {
		t.Fatalf("%d %s", a.code, a.body)
	}
	for query, want := range map[string]string{"": "1 hồ sơ", "tinh=Thanh+Hóa&nam=2023": "1 hồ sơ",
		"nam=2022": "0 hồ sơ", "ket-qua=eligible": "0 hồ sơ", "buoc=draft": "1 hồ sơ", "buoc=voted": "0 hồ sơ",
		"trang=2": "Trang trước", "trang=-1": "trang 1/1", "trang=99999999999999999999": "Trang trước"} {
		if page := w.get(t, "/van-phong?"+query); !strings.Contains(page, want) {
			t.Errorf("%s: no %q in %s", query, want, page)
		}
	}
	for _, query := range []string{"muc=x", "ket-qua=x", "buoc=x", "nam=x", "nam=-1",
		"buoc=" + url.QueryEscape(hostile["markup"])} {
		a := w.ask(t, request{method: "GET", path: "/van-phong?" + query})
		if a.code != http.StatusUnprocessableEntity || strings.Contains(a.body, "<img src=x") {
			t.Errorf("%s: %d", query, a.code)
		}
	}
}
