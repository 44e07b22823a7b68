package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ntm/internal/form/layout"
)

// income is a form that types Quảng Trung's income.
func income(text, version string) string {
	return url.Values{"to": {layout.FigureSheet}, "dong": {"income_per_capita"}, "cot": {"ntm:value"}, "chu": {text},
		"ban": {version}}.Encode()
}

// Two tabs on one cell: the second is told what stands there, and nothing of it is written,
// however often it is sent; a form that is sent twice writes once.
func TestTwoTabs(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	post := func(path, body string) answered {
		return w.ask(t, request{method: "POST", path: year + path, body: body})
	}
	for range 2 {
		if a := post("/o", income("69", "0")); a.code != http.StatusSeeOther {
			t.Fatalf("%d %s", a.code, a.body)
		}
	}
	for range 2 {
		a := post("/o", income("<b>70</b>", "0"))
		if a.code != http.StatusConflict || !strings.Contains(a.body, "&lt;b&gt;70") ||
			!strings.Contains(a.body, ">69<") ||
			!strings.Contains(a.body, "Người thử") || strings.Contains(a.body, `name="ban"`) {
			t.Errorf("%d %s", a.code, a.body)
		}
	}
	for name, body := range map[string]string{"no version": income("70", ""), "a version below": income("70", "-1"),
		"no cell": strings.Replace(income("70", "1"), "income", "x", 1)} {
		if a := post("/o", body); a.code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, a.code)
		}
	}
	for _, want := range []string{"ghi=moi", "ghi=co"} {
		if a := post("/ghi", ""); a.code != http.StatusSeeOther || !strings.HasSuffix(a.header.Get("Location"), want) {
			t.Errorf("%d %v %s", a.code, a.header, a.body)
		}
	}
}
