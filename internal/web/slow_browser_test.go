package web

import (
	"database/sql"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// While a cell is being written the page says so; after too long what was typed stays in its
// cell, is told as not written, and is written when it is sent again.
func TestSlowInABrowser(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year)
	held, err := sql.Open("sqlite", w.Store.Name())
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()                 //nolint:errcheck // the test is over
	one, err := held.Conn(t.Context()) // another program that writes for long
	if err == nil {
		_, err = one.ExecContext(t.Context(), "BEGIN IMMEDIATE")
	}
	if err != nil {
		t.Fatal(err)
	}
	_ = value[int](b, `htmx.config.timeout = 900`)
	b.do(chromedp.Focus(chromedp.ID("o-income_per_capita")), chromedp.KeyEvent("69\n"))
	b.until(`[...document.querySelectorAll("form.htmx-request")].some((f) =>
		getComputedStyle(f, "::after").content.includes("đang ghi"))`)
	b.until(`!document.getElementById("bao").hidden`)
	b.hears(2) // that nobody answered
	if said := value[string](b, `document.getElementById("bao").textContent`); !strings.Contains(said, "chưa chắc") ||
		value[string](b, `document.getElementById("o-income_per_capita").value`) != "69" {
		t.Error(said)
	}
	if _, err := one.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	_ = value[int](b, `htmx.config.timeout = 20000`)
	b.do(chromedp.Focus(chromedp.ID("o-income_per_capita")), chromedp.KeyEvent(kb.Enter))
	b.until(`document.getElementById("bao").hidden`)
	if page := w.get(t, year); !strings.Contains(page, `value="69"`) {
		t.Error("it is not written")
	}
}
