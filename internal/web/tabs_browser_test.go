package web

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// another opens one more tab beside one, of the same person: it knows the same cookie. A tab lives
// as long as the context that first asks for it, so none that ends with a wait.
func (b *tab) another() *tab {
	b.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		b.Fatal(err)
	}
	return &tab{TB: b.TB, ctx: ctx, w: b.w}
}

// Eight tabs stand open on one commune, more than a browser has connections to one place. In each
// a cell is typed by hand, then in all of them one at once, and at last the same one: all but the
// first of those are told.
func TestEightTabsInABrowser(t *testing.T) {
	w := opened(t)
	year := w.begun(t) + "?muc=nang-cao"
	tabs := []*tab{browsed(t, w)}
	for len(tabs) < 8 {
		tabs = append(tabs, tabs[0].another())
	}
	for _, b := range tabs {
		b.at(year)
	}
	const cell = `[...document.querySelectorAll("input[name=chu]")][%d]`
	written := func(b *tab, at int) {
		t.Helper()
		b.until(fmt.Sprintf(cell+`.form.querySelector(".said").textContent.includes("đã lưu")`, at))
	}
	for n, b := range tabs {
		_ = value[bool](b, fmt.Sprintf(cell+`.focus() || true`, n))
		b.do(chromedp.KeyEvent(fmt.Sprint(20+n) + "\n"))
		written(b, n)
	}
	const typed = `(() => { const c = ` + cell + `; c.value = "%d";
		return c.dispatchEvent(new Event("change", {bubbles: true})); })()`
	for n, b := range tabs { // nobody waits for the others
		_ = value[bool](b, fmt.Sprintf(typed, 10+n, 30+n))
	}
	for n, b := range tabs {
		written(b, 10+n)
	}
	for n, b := range tabs {
		_ = value[bool](b, fmt.Sprintf(typed, 20, 40+n))
	}
	told := 0
	for _, b := range tabs {
		b.until(`!document.querySelector(".htmx-request")`)
		if value[bool](b, `!document.getElementById("bao").hidden`) {
			told++
		}
	}
	if told != len(tabs)-1 {
		t.Errorf("%d tabs are told that somebody else wrote", told)
	}
	tabs[0].said() // that it was refused, where it was
	tabs[7].at(year)
	for n := range tabs {
		for at, want := range map[int]string{n: fmt.Sprint(20 + n), 10 + n: fmt.Sprint(30 + n), 20: "4"} {
			if got := value[string](tabs[7], fmt.Sprintf(cell+`.value`, at)); !strings.HasPrefix(got, want) {
				t.Errorf("in cell %d stands %q, not %q", at, got, want)
			}
		}
	}
}
