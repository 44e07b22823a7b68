package web

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/office"
	"ntm/internal/web/page"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A clerk types what the newspaper gave of Quảng Trung, by keyboard alone: each cell is read and
// judged as it is left, in its place, and the report is kept at the end.
func TestClerkInABrowser(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year + "?muc=nang-cao")
	const income, poverty = "income_per_capita", "multidimensional_poverty_rate"
	b.do(chromedp.Focus(chromedp.CSS(input(income))), chromedp.KeyEvent("69 triệu"), chromedp.KeyEvent(kb.Enter))
	b.until(fmt.Sprintf(`document.getElementById("doc-%s").textContent.includes("Đọc là 69")`, income))
	if focused := value[string](b, `document.activeElement.name`); focused != "chu" {
		t.Errorf("Enter leads to %q", focused)
	}
	b.do(chromedp.Focus(chromedp.CSS(input(poverty))), chromedp.KeyEvent("1,53%"), chromedp.KeyEvent(kb.Tab))
	b.until(fmt.Sprintf(`document.getElementById("doc-%s").textContent.includes("1,53")`, poverty))
	b.do(chromedp.Focus(chromedp.CSS(input(poverty))), chromedp.KeyEvent("9"), chromedp.KeyEvent(kb.Escape))
	if text := value[string](b, fmt.Sprintf("document.querySelector(`%s`).value", input(poverty))); text != "1,53%" {
		t.Errorf("Esc leaves %q", text)
	}
	if folder := os.Getenv(picturesVariable); folder != "" {
		b.picture(filepath.Join(folder, "so-lieu-quang-trung.png"))
	}
	b.do(chromedp.Click(chromedp.CSS("form[action*='/ghi'] button")))
	b.until(`location.search.includes("ghi=moi")`)
	lines, err := listed(t.Context(), w.Work, "quang trung")
	if err != nil || len(lines) != 1 || lines[0].Dossier == nil {
		t.Errorf("%+v %v", lines, err)
	}
}

// input is the field of a figure's result.
func input(figure string) string {
	return fmt.Sprintf(`form:has(input[name=dong][value=%s]):has(input[name=cot][value="ntm:value"]) input[name=chu]`,
		figure)
}

// Two tabs on one cell: the second is told of the first one's, its own text stays in its field,
// and nothing is written however often it is sent.
func TestTwoTabsInABrowser(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	one, two := browsed(t, w), browsed(t, w)
	for _, b := range []*tab{one, two} {
		b.at(year)
	}
	field := input("income_per_capita")
	one.do(chromedp.Focus(chromedp.CSS(field)), chromedp.KeyEvent("69\n"))
	one.until(`document.getElementById("doc-income_per_capita").textContent.includes("69")`)
	for _, text := range []string{"70\n", "1\n"} {
		two.do(chromedp.Focus(chromedp.CSS(field)), chromedp.KeyEvent(text))
		two.until(`!document.getElementById("bao").hidden`)
		if said := value[string](two, `document.getElementById("bao").textContent`); !strings.Contains(said, "69") {
			t.Errorf("it says %q", said)
		}
		two.hears(2) // of the browser and of the script, that it was refused
	}
	if page := w.get(t, year); !strings.Contains(page, `value="69"`) {
		t.Error("it was written over")
	}
}

// When the window has ended, what was typed stays in its field, and the page says what to do.
func TestEndedInABrowser(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year)
	w.finish()
	<-w.end
	field := input("income_per_capita")
	for { // the last answers are given yet
		b.do(chromedp.Focus(chromedp.CSS(field)), chromedp.KeyEvent("69\n"))
		if value[bool](b, `new Promise((done) => setTimeout(() => done(!document.getElementById("bao").hidden), 50))`) {
			break
		}
	}
	if said := value[string](b, `document.getElementById("bao").textContent`); !strings.Contains(said, "ntm đã đóng") {
		t.Errorf("it says %q", said)
	}
	if text := value[string](b, "document.querySelector(`"+field+"`).value"); !strings.HasPrefix(text, "69") {
		t.Errorf("in the field stands %q", text)
	}
	b.said() // that nobody answers
}

// full is the address of the figures of a commune that reports all there is, which is invented.
func (w *Window) full(t testing.TB) string {
	t.Helper()
	return w.reported(t, "../../testdata/xa-gia-dinh-2023.yaml")
}

// reported is the address of the figures of that commune by another report of it.
func (w *Window) reported(t testing.TB, file string) string {
	t.Helper()
	in := office.Intake{Store: w.Store, Lib: w.Library, By: "Người thử", Version: "thử"}
	none := func(*office.Incoming) error { return nil }
	if err := in.TakeIn(t.Context(), []string{file}, none, none); err != nil {
		t.Fatal(err)
	}
	lines, err := listed(t.Context(), w.Work, "gia dinh")
	if err != nil || len(lines) != 1 {
		t.Fatal(lines, err)
	}
	return page.YearAt(lines[0].OfYear, "so-lieu")
}
