package web

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdpinput "github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// theCells are the fields of figures' results that a page shows, in their order.
const theCells = `[...document.querySelectorAll("input[name=chu]")]`

// Seventy-five cells are typed by keyboard, each left by Enter and written; Shift+Enter and the
// arrows go back and forth, and Tab leaves a cell too.
func TestCellsByKeyboard(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year + "?muc=nang-cao")
	n := testenv.Some(t, 8, 75)
	_ = value[bool](b, theCells+`[0].focus() || true`)
	for i := range n {
		b.do(chromedp.KeyEvent(fmt.Sprint(10+i)), chromedp.KeyEvent(kb.Enter))
		if at := value[int](b, theCells+`.indexOf(document.activeElement)`); at != i+1 {
			t.Fatalf("after cell %d Enter leads to %d", i, at)
		}
	}
	for _, step := range []struct {
		key  chromedp.Action[chromedp.Void]
		name string
		by   int
	}{{chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierShift)), "Shift+Enter", -1},
		{chromedp.KeyEvent(kb.ArrowUp), "up", -1}, {chromedp.KeyEvent(kb.ArrowDown), "down", 1},
		{chromedp.KeyEvent(kb.Tab), "Tab", 1}, {chromedp.KeyEvent(kb.Escape), "Esc", 0}} {
		was := value[int](b, theCells+`.indexOf(document.activeElement)`)
		b.do(step.key)
		if at := value[int](b, theCells+`.indexOf(document.activeElement)`); at != was+step.by {
			t.Errorf("%s leads from %d to %d", step.name, was, at)
		}
	}
	b.until(`!document.querySelector(".htmx-request")`)
	if alarm := value[bool](b, `!document.getElementById("bao").hidden`); alarm {
		t.Error(value[string](b, `document.getElementById("bao").textContent`))
	}
	b.do(chromedp.Reload(), chromedp.WaitVisible(chromedp.CSS("main h1")))
	for i, text := range value[[]string](b, theCells+fmt.Sprintf(`.slice(0, %d).map((i) => i.value)`, n)) {
		if text != fmt.Sprint(10+i) {
			t.Errorf("in cell %d stands %q", i, text)
		}
	}
}

// While a letter is composed, the keys that move belong to the keyboard: the letter is composed as
// an input method does it, the keys are told as a browser tells them then.
func TestComposed(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year)
	const note = "o-income_per_capita-note"
	b.do(chromedp.Focus(chromedp.ID(note)), chromedp.KeyEvent("Nie"), composing("Niê"))
	for _, key := range []string{kb.Enter, kb.ArrowDown, kb.ArrowUp, kb.Escape} {
		composed := fmt.Sprintf(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
			{key: %q, isComposing: true, bubbles: true, cancelable: true}))`, keyName(key))
		if !value[bool](b, composed) {
			t.Errorf("%q is taken from the keyboard", keyName(key))
		}
		if at := value[string](b, `document.activeElement.id`); at != note {
			t.Fatalf("%q leads to %q", keyName(key), at)
		}
	}
	if text := value[string](b, `document.activeElement.value`); text != "NieNiê" {
		t.Errorf("in the field stands %q", text)
	}
}

func keyName(key string) string {
	return map[string]string{kb.Enter: "Enter", kb.ArrowDown: "ArrowDown", kb.ArrowUp: "ArrowUp",
		kb.Escape: "Escape"}[key]
}

// composing has the keyboard be in the middle of a word.
func composing(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cdpinput.ImeSetComposition, cdpinput.ImeSetCompositionParams{Text: text,
			SelectionStart: 3, SelectionEnd: 3})
		return err
	})
}

// Without script a figure is typed, written and kept by the buttons that stand there.
func TestFiguresWithoutScript(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}))
	b.at(year)
	b.do(chromedp.SendKeys(chromedp.ID("o-income_per_capita"), "69"),
		chromedp.Click(chromedp.CSS("form:has(#o-income_per_capita) button")),
		chromedp.WaitVisible(chromedp.CSS(`#o-income_per_capita[value="69"]`)),
		chromedp.Click(chromedp.CSS("form[action*='/ghi'] button")), chromedp.WaitVisible(chromedp.CSS(".done")))
	lines, err := listed(t.Context(), w.Work, "quang trung")
	if err != nil || len(lines) != 1 || lines[0].Dossier == nil {
		t.Errorf("%+v %v", lines, err)
	}
}

// A cell whose writing failed is sent again when it is left again, though its text is the same,
// and the alarm goes once it is written.
func TestTriedAgain(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year)
	set := func(version string) {
		_ = value[bool](b, fmt.Sprintf(`(document.getElementById("o-income_per_capita-ban").value = %q) !== ""`,
			version))
	}
	set("x") // which the server refuses
	b.do(chromedp.Focus(chromedp.ID("o-income_per_capita")), chromedp.KeyEvent("69\n"))
	b.until(`!document.getElementById("bao").hidden`)
	b.said() // that it was refused
	set("0")
	b.do(chromedp.Focus(chromedp.ID("o-income_per_capita")), chromedp.KeyEvent(kb.Enter))
	b.until(`document.getElementById("bao").hidden`)
	if page := w.get(t, year); !strings.Contains(page, `value="69"`) {
		t.Error("it is not written")
	}
}

// Back and reload show what is in the store, and send nothing again.
func TestBackAndReload(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year)
	b.do(chromedp.Focus(chromedp.ID("o-income_per_capita")), chromedp.KeyEvent("69\n"))
	b.until(`document.getElementById("doc-income_per_capita").textContent.includes("69")`)
	b.at("/")
	b.do(chromedp.NavigateBack())
	b.until(`document.getElementById("o-income_per_capita")?.value === "69"`)
	b.do(chromedp.Focus(chromedp.ID("o-income_per_capita")))
	_ = value[bool](b, `document.activeElement.select() || true`)
	b.do(chromedp.KeyEvent("70\n"))
	b.until(`document.getElementById("doc-income_per_capita").textContent.includes("70") ||
		!document.getElementById("bao").hidden`)
	if alarm := value[bool](b, `!document.getElementById("bao").hidden`); alarm {
		t.Errorf("after going back: %s", value[string](b, `document.getElementById("bao").textContent`))
	}
	b.do(chromedp.Reload(), chromedp.WaitVisible(chromedp.CSS("main h1")))
	b.until(`document.getElementById("o-income_per_capita")?.value === "70"`)
}

// On paper a table that runs over pages has its head on each.
func TestHeadsOnPaper(t *testing.T) {
	w := opened(t)
	w.begun(t)
	b := browsed(t, w)
	_ = value[bool](b, `(() => { const rows = document.querySelector("table.list tbody");
		for (let n = 0; n < 90; n++) rows.append(rows.rows[0].cloneNode(true)); return true; })()`)
	pages := strings.Split(strings.TrimSuffix(b.paper(), "\f"), "\f")
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}
	for n, page := range pages[:len(pages)-1] {
		if !strings.Contains(page, "Việc tiếp theo") && !strings.Contains(page, "Còn thiếu") {
			t.Errorf("page %d has no head: %.200s", n+1, page)
		}
	}
}

// paper is what stands on the pages that the browser prints; in the folder of pictures they are
// kept.
func (b *tab) paper() string {
	b.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		readers.Absent(b, "pdftotext")
	}
	ctx, cancel := context.WithTimeout(b.ctx, mostWait)
	defer cancel()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil {
		b.Fatal(err)
	}
	if folder := os.Getenv(picturesVariable); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, b.Name()+".pdf"), pdf, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	c := exec.CommandContext(ctx, "pdftotext", "-layout", "-", "-")
	c.Stdin = bytes.NewReader(pdf)
	text, err := c.Output()
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}
