package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A name that two communes have: the page of errors has a button for each, and one press later the clerk types what
// the first level asks of a commune that holds nothing.
func TestANameOfTwoCommunesInABrowser(t *testing.T) {
	w := opened(t)
	b := browsed(t, w)
	b.at("/")
	b.anew("xa", "Xã Quảng Trung")
	b.anew("nam", "2023")
	b.do(chromedp.Click(chromedp.CSS(`form[action$="/xa"] button.main`)))
	b.until(`document.querySelectorAll("ul.offers button").length === 2`)
	b.said() // that it was refused
	b.holdsHere("xa-trung-ten")
	b.do(chromedp.Click(chromedp.CSS("ul.offers li:last-child button")))
	b.until(`document.querySelector("ul.levels li[aria-current]")?.id === "muc-ntm"`)
	said := value[string](b, `document.querySelector("main h1").textContent`)
	if !strings.Contains(said, "Quảng Bình") {
		t.Errorf("another commune was begun: %s", said)
	}
	if n := value[int](b, `document.querySelectorAll("article").length`); n < 40 {
		t.Errorf("%d indicators are there to be filled in", n)
	}
	b.holdsHere("so-lieu-moi")
}
