package web

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// The pages of results of a commune whose figures are all there, light and dark, wide and narrow,
// have no fault that axe finds; charts are drawn.
func TestResultsInABrowser(t *testing.T) {
	w := opened(t)
	at := w.failing(t)
	b := browsed(t, w)
	for name, path := range map[string]string{"ket-qua-ntm": "/ket-qua?muc=ntm",
		"ket-qua-kieu-mau": "/ket-qua?muc=kieu-mau",
		"chi-tieu":         "/chi-tieu/nang-cao/17.1", "dieu-kien": "/chi-tieu/ntm/arrears",
		"thay-so": "/thay-so?so=income_per_capita&gia=1&so=multidimensional_poverty_rate&gia=0,1"} {
		b.holdsEverywhere(at+path, "gia-dinh-"+name)
	}
}

// An indicator opens in its place to what its own page says; on paper each stands whole, opened or
// not, there is no navigation, and the heads of tables repeat.
func TestOpenedInPlaceInABrowser(t *testing.T) {
	w := opened(t)
	at := strings.TrimSuffix(w.full(t), "/so-lieu")
	b := browsed(t, w)
	b.at(at + "/ket-qua?muc=nang-cao")
	b.do(chromedp.Click(chromedp.CSS("details.criterion > summary")),
		chromedp.Click(chromedp.CSS("details.judged > summary")))
	b.until(`document.querySelector("details.judged .tree").textContent.includes("Ngưỡng")`)
	b.holds("opened in place")
	if drawn := value[bool](b, `Promise.all([...document.images].map((i) => (i.loading = "eager", i.decode())))
		.then((a) => a.length > 0)`); !drawn {
		t.Error("no chart is drawn")
	}
	asked := value[int](b, `document.querySelectorAll("details.judged").length`)
	printed := regexp.MustCompile(`(?m)^ *Ngưỡng  `).FindAllString(b.paper(), -1)
	if len(printed) < asked || asked < 70 {
		t.Errorf("of %d indicators %d are whole on paper", asked, len(printed))
	}
	b.media("print")
	if shown := value[[]string](b, `["header.top", "footer", ".screen"].filter((s) =>
		getComputedStyle(document.querySelector(s)).display !== "none")`); len(shown) > 0 {
		t.Errorf("on paper stand %q", shown)
	}
	if head := value[string](b, `getComputedStyle(document.querySelector("table.list thead")).display`); head !=
		"table-header-group" {
		t.Errorf("heads are %q", head)
	}
}

// Without script an official comes from the desk's figures to the results, to an indicator's own
// page and tries another figure there.
func TestResultsWithoutScriptInABrowser(t *testing.T) {
	w := opened(t)
	at := w.failing(t)
	b := browsed(t, w)
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}))
	b.at(at + "/so-lieu?muc=ntm")
	b.do(chromedp.Click(chromedp.CSS("nav a[href*='/ket-qua']")), chromedp.WaitVisible(chromedp.CSS(".cards")))
	b.at(at + "/ket-qua?muc=ntm")
	b.do(chromedp.Click(chromedp.CSS("section table.list a[href$='/chi-tieu/ntm/10']")),
		chromedp.WaitVisible(chromedp.CSS(".node")),
		chromedp.Click(chromedp.CSS("a[href*='/thay-so?so=']")), chromedp.WaitVisible(chromedp.CSS("form.suppose")),
		chromedp.SendKeys(chromedp.ID("gia-0"), "+20"), chromedp.Click(chromedp.CSS("form.suppose button")),
		chromedp.WaitVisible(chromedp.ID("doi")))
}
