package web

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode"

	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/testenv"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"
)

// effort is what something costs a person: keys by Telex, presses of the pointer's button, and waiting.
type effort struct {
	keys, clicks int
	waited       time.Duration
}

// A key takes an office worker 0.28 s, a press of the pointer's button with the way there and back 1.6 s
// (Card, Moran and Newell's keystroke-level model).
const perKey, perClick = 280 * time.Millisecond, 1600 * time.Millisecond

func (e effort) String() string {
	takes := time.Duration(e.keys)*perKey + time.Duration(e.clicks)*perClick + e.waited
	return fmt.Sprintf("%d keys, %d clicks, %s waited: %.1f minutes", e.keys, e.clicks,
		e.waited.Round(time.Millisecond), takes.Minutes())
}

// keysOf is how many keys a text takes by Telex: a sign above or below a letter is one more, đ two of d,
// and a capital takes Shift.
func keysOf(text string) (n int) {
	for _, r := range norm.NFD.String(text) {
		if n++; r == 'đ' || r == 'Đ' {
			n++
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// clerk is a person at a tab, counted.
type clerk struct {
	*tab
	effort
}

// goes presses something and waits until the page says so.
func (c *clerk) goes(selector, until string) {
	c.Helper()
	c.clicks++
	start := time.Now()
	c.do(chromedp.Click(chromedp.CSS(selector)))
	c.until(`document.readyState === "complete" && ` + until)
	c.waited += time.Since(start)
}

// types types into a field: the next one to the key that left the last, or one that is pointed at.
func (c *clerk) types(selector, text string, next bool) {
	c.Helper()
	if !next {
		c.clicks++
	}
	c.do(chromedp.Focus(chromedp.CSS(selector)))
	_ = value[bool](c.tab, `document.activeElement.select?.() || true`)
	c.keys += keysOf(text) + 1
	c.do(chromedp.KeyEvent(text), chromedp.KeyEvent("\t"))
}

// chooses takes a choice out of a list: a press to open it, and one on the choice.
func (c *clerk) chooses(selector, text string) {
	c.Helper()
	c.clicks += 2
	_ = value[bool](c.tab, fmt.Sprintf(`((s) => { s.value = %q; s.dispatchEvent(new Event("change", {bubbles: true}));
		return true; })(document.querySelector(%q))`, text, selector))
}

// What the newspaper gave of Quảng Trung is typed from an empty store to the dossier, and counted; beside it what the
// same cells take in the form, with the commands of docs/xa.md.
func TestQuangTrungCountedInABrowser(t *testing.T) {
	testenv.LeftToWhole(t)
	w := opened(t)
	r, _, err := commune.Read("../../testdata/quang-trung-2023.yaml", w.Library)
	if err != nil {
		t.Fatal(err)
	}
	cells := form.CellsOf(r)
	c := &clerk{tab: browsed(t, w)}
	c.clicks += 2 // on the program
	c.types("#xa", "quang trung, quang xuong, thanh hoa", false)
	c.types("#nam", "2023", true)
	c.goes("form.new button.main", `document.querySelector("h1").textContent.includes("Quảng Trung")`)
	year := strings.TrimSuffix(value[string](c.tab, `location.pathname`), "/so-lieu")
	c.sheet(cells, "thong-tin-xa", layout.PlaceSheet, func(cell form.Cell) bool { return cell.Item == "note" })
	c.goes(`main p a[href*="/so-lieu"]`, `document.getElementById("o-income_per_capita") !== null`)
	c.goes("#muc-nang-cao a", `document.getElementById("o-multidimensional_poverty_rate") !== null`)
	for _, cell := range cells {
		if cell.Sheet != layout.FigureSheet {
			continue
		}
		at := "#o-" + cell.Item
		if cell.ID == "ntm:note" {
			at += "-note"
		} else {
			c.clicks++ // on its criterion, to come to it
		}
		c.types(at, cell.Text, false)
		c.until(`!document.querySelector(".htmx-request")`)
	}
	c.sheet(cells, "nguon-luc", "Nguồn lực", func(form.Cell) bool { return true })
	c.goes(`main p a[href*="/so-lieu"]`, `document.querySelector("form[action*='/ghi']") !== null`)
	c.goes("form[action*='/ghi'] button", `document.querySelector(".done") !== null`)
	c.goes(`.top a[href*="/tep"]`, `document.querySelector("a[href$='/tep/ho-so']") !== null`)
	c.clicks++ // on the dossier
	start := time.Now()
	dossier := w.ask(t, request{method: http.MethodGet,
		path: strings.TrimPrefix(year, w.Door.Base) + "/tep/ho-so"})
	c.waited += time.Since(start)
	if !strings.HasPrefix(dossier.body, "PK") {
		t.Fatal(dossier.code)
	}
	typed, err := w.Work.Read(t.Context(), ofQuangTrung)
	if err != nil || typed.Entered == nil || !typed.Entered.Sound() || typed.Differs() {
		t.Fatalf("%+v %v", typed, err)
	}
	got := typed.Entered.Reading.Report
	if d := cmp.Diff([]any{r.Figures, r.Capital, r.Note}, []any{got.Figures, got.Capital, got.Note},
		cmp.Comparer(decimal.Decimal.Equal), cmpopts.EquateEmpty(),
		cmpopts.IgnoreTypes(problem.Pos{})); d != "" {
		t.Error(d)
	}
	t.Logf("in the window: %v", c.effort)
	t.Logf("in the form:   %v (Excel's own start and the commands' time not counted)", inTheForm(cells))
}

// sheet types the cells of a table, in their order, and waits until they are written.
func (c *clerk) sheet(cells []form.Cell, slug, sheet string, takes func(form.Cell) bool) {
	c.Helper()
	c.goes(fmt.Sprintf(`nav.filters a[href*="/bang/%s"]`, slug), `document.querySelector("form.sheet") !== null`)
	for _, cell := range cells {
		if cell.Sheet != sheet || !takes(cell) {
			continue
		}
		name := cell.Item + "/" + cell.ID
		if !value[bool](c.tab, fmt.Sprintf(`document.getElementsByName(%q).length > 0`, name)) {
			c.goes(`button[name="them"]`, fmt.Sprintf(`document.getElementsByName(%q).length > 0`, name))
		}
		at := fmt.Sprintf(`[name=%q]`, name)
		if value[bool](c.tab, fmt.Sprintf(`document.querySelector(%q).tagName === "SELECT"`, at)) {
			c.chooses(at, cell.Text)
		} else {
			c.types(at, cell.Text, false)
		}
	}
	start := time.Now()
	c.until(`!document.querySelector(".htmx-request") && document.getElementById("da-luu").textContent === "đã lưu"`)
	c.waited += time.Since(start)
}

// inTheForm is what the same takes in the workbook: each cell is pointed at and left by a key, a choice out
// of a list is two presses more, each sheet is one; then it is saved and closed.
func inTheForm(cells []form.Cell) (e effort) {
	for _, command := range []string{
		`ntm template --commune "quang trung, quang xuong, thanh hoa" --year 2023 -o xa.xlsx`,
		"ntm check xa.xlsx", "ntm assess xa.xlsx --dossier ho-so.xlsx"} {
		e.keys += keysOf(command) + 1
	}
	sheets := map[string]bool{}
	for _, cell := range cells {
		if cell.Sheet == layout.PlaceSheet && cell.Item != "note" {
			continue // the command wrote whose form it is
		}
		sheets[cell.Sheet] = true
		e.clicks++
		if cell.ID == "ntm:source" || cell.ID == "ntm:kind" {
			e.clicks += 2
		} else {
			e.keys += keysOf(cell.Text) + 1
		}
	}
	e.clicks += len(sheets) + 2 // and on the file
	e.keys += 4                 // Ctrl+S, Alt+F4
	return e
}
