package web

import (
	"context"
	_ "embed"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ntm/internal/testenv"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// picturesVariable names a folder for pictures of every page.
const picturesVariable = "NTM_TEST_PICTURES"

// noBrowser is why there is no browser, "" where there is one.
var noBrowser = func() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			chromium = path
			return ""
		}
	}
	return "there is no Chromium here: what the pages do in a browser is left out"
}()

var chromium string

// theBrowser is the one browser of the package, started when the first tab is asked for.
var theBrowser = sync.OnceValues(func() (context.Context, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium))
	within, _ := chromedp.NewExecAllocator(browsing, options...)
	ctx, _ := chromedp.NewContext(within)
	return ctx, chromedp.Do(ctx)
})

// browsing ends with the package's tests.
var browsing, endBrowsing = context.WithCancel(context.Background())

// tab is a tab of its own, which knows no cookie of any other.
type tab struct {
	testing.TB
	ctx     context.Context
	w       *Window
	mutex   sync.Mutex
	console []string
}

// mostWait is how long a page may take on a busy machine before a test gives up.
const mostWait = 60 * time.Second

// alwaysBrowsed are the tests that show a page in a browser in the quick run too.
var alwaysBrowsed = []string{"TestBeginInABrowser", "TestClerkInABrowser", "TestEveryPageInABrowser"}

// browsed opens a tab on a window by an address that leads in.
func browsed(t testing.TB, w *Window) *tab {
	t.Helper()
	if !slices.Contains(alwaysBrowsed, t.Name()) {
		testenv.LeftToWhole(t)
	}
	if noBrowser != "" {
		if os.Getenv("CI") != "" {
			t.Fatal(noBrowser)
		}
		t.Skip(noBrowser)
	}
	browser, err := theBrowser()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	b := &tab{TB: t, ctx: ctx, w: w}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	said := chromedp.Console(ctx)
	go func() {
		for m, err := range said {
			if err != nil {
				return
			}
			b.mutex.Lock()
			b.console = append(b.console, m.String())
			b.mutex.Unlock()
		}
	}()
	t.Cleanup(func() {
		if said := b.said(); len(said) > 0 {
			t.Errorf("the console says %q", said)
		}
		if t.Failed() {
			b.picture(filepath.Join(os.TempDir(), strings.ReplaceAll(t.Name(), "/", "-")+".png"))
		}
		cancel()
	})
	b.do(chromedp.EmulateViewport(1366, 768), chromedp.Navigate(w.Address(DeskPage)),
		chromedp.WaitVisible(chromedp.CSS("main h1")))
	b.until(`location.pathname === "` + w.Door.Base + `/"`)
	return b
}

// said is what the console says and has not been asked for yet.
func (b *tab) said() []string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	said := b.console
	b.console = nil
	return said
}

// hears waits until the console has said n things, which may come late, and takes them.
func (b *tab) hears(n int) {
	b.Helper()
	for end := time.Now().Add(mostWait); n > 0; time.Sleep(5 * time.Millisecond) {
		if n -= len(b.said()); time.Now().After(end) {
			b.Fatalf("the console says %d things less", n)
		}
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, mostWait)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// until waits until an expression is true, also on the page that comes next.
func (b *tab) until(expression string) {
	b.Helper()
	for end := time.Now().Add(mostWait); ; {
		ctx, cancel := context.WithTimeout(b.ctx, mostWait)
		is, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
		cancel()
		if is && err == nil {
			return
		}
		if time.Now().After(end) {
			b.Fatalf("never true: %s (%v)", expression, err)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// anew types a text in the place of what stands in a field.
func (b *tab) anew(id, text string) {
	b.Helper()
	b.do(chromedp.Focus(chromedp.ID(id)))
	_ = value[bool](b, `document.activeElement.select() || true`)
	b.do(chromedp.KeyEvent(text))
}

// value is that of an expression.
func value[T any](b *tab, expression string) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, mostWait)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(expression, err)
	}
	return v
}

// at opens a page behind the random path.
func (b *tab) at(path string) {
	b.Helper()
	b.do(chromedp.Navigate("http://"+b.w.Door.Host+b.w.Door.Base+path), chromedp.WaitVisible(chromedp.CSS("main h1")))
}

func (b *tab) picture(file string) {
	ctx, cancel := context.WithTimeout(b.ctx, mostWait)
	defer cancel()
	const mostHeight = 5000 // pixels; of a longer page what the window shows
	taken := chromedp.FullScreenshot(100)
	if high, err := chromedp.Run(ctx, chromedp.Evaluate[int]("document.documentElement.scrollHeight")); err != nil ||
		high > mostHeight {
		taken = chromedp.CaptureScreenshot()
	}
	data, err := chromedp.Run(ctx, taken)
	if err == nil {
		err = os.WriteFile(file, data, 0o600)
	}
	b.Logf("a picture: %s %v", file, err)
}

// scheme has the page be light or dark.
func (b *tab) scheme(scheme string) {
	b.Helper()
	b.emulate(emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

// media has the page be as on paper, or on a screen.
func (b *tab) media(of string) {
	b.Helper()
	b.emulate(emulation.SetEmulatedMediaParams{Media: of})
}

func (b *tab) emulate(p emulation.SetEmulatedMediaParams) {
	b.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, p)
		return err
	}))
}

// pages are the addresses of all pages, those of a year for one that was begun.
func (w *Window) everyPage(t testing.TB) []string {
	t.Helper()
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	var out []string
	for _, r := range w.routes() {
		path, isPage := strings.CutPrefix(r.Pattern, "GET ")
		path = strings.Replace(strings.TrimSuffix(path, "{$}"), "/xa/{home}/{commune}/{year}", year, 1)
		path = strings.Replace(path, "{level}/{no}", "ntm/10", 1)
		path = strings.Replace(path, "{sheet}", "nguon-luc", 1)
		if !isPage || strings.Contains(path, "{") {
			continue
		}
		if a := w.ask(t, request{method: "GET", path: path}); a.code == http.StatusOK &&
			strings.HasPrefix(a.header.Get("Content-Type"), "text/html") && strings.Contains(a.body, "<h1") {
			out = append(out, path)
		}
	}
	return out
}

//go:embed testdata/axe-4.14.1.min.js
var axe string

// Every page, light and dark, has no serious fault that axe finds, keeps its width on a telephone
// and says nothing on the console.
func TestEveryPageInABrowser(t *testing.T) {
	w := opened(t)
	b := browsed(t, w)
	for _, path := range testenv.Every(t, 4, w.everyPage(t)) {
		b.holdsEverywhere(path, strings.ReplaceAll(strings.Trim(path, "/"), "/", "-"))
	}
}

// sights are the ways in which a page is seen, 683 pixels are 1366 at 200 %: the quick run has two,
// in which there is all that differs.
func sights(t testing.TB) []sight {
	all := []sight{{"light", 1366}, {"dark", 390}, {"light", 390}, {"dark", 1366}, {"light", 683}}
	return all[:testenv.Some(t, 2, len(all))]
}

type sight struct {
	scheme string
	width  int64
}

// holdsEverywhere opens a page and holds it in each of its sights; name is that of its pictures.
func (b *tab) holdsEverywhere(path, name string) {
	b.Helper()
	b.at(path)
	b.holdsHere(name)
}

// holdsHere holds the page that is open in each of its sights.
func (b *tab) holdsHere(name string) {
	b.Helper()
	for _, s := range sights(b) {
		b.scheme(s.scheme)
		b.do(chromedp.EmulateViewport(s.width, 768))
		b.until(fmt.Sprintf(`innerWidth === %d &&
			[...document.images].every((i) => i.loading === "lazy" || i.complete)`, s.width))
		b.holds(fmt.Sprintf("%s %s %d", name, s.scheme, s.width))
		if folder := os.Getenv(picturesVariable); folder != "" {
			b.picture(filepath.Join(folder, fmt.Sprintf("%s-%s-%d.png", name, s.scheme, s.width)))
		}
	}
	b.scheme("light")
	b.do(chromedp.EmulateViewport(1366, 768))
}

// holds holds the page that is shown against axe, its width and its console; all of it is laid
// out, for what is out of sight has no size.
func (b *tab) holds(name string) {
	b.Helper()
	if !value[bool](b, `"axe" in window`) {
		_ = value[bool](b, axe+"; true")
	}
	_ = value[bool](
		b,
		`(document.querySelectorAll("article").forEach((a) => a.style.contentVisibility = "visible"), true)`,
	)
	found := value[[]string](b,
		`axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
			resultTypes: ["violations"]})
		.then((r) => r.violations.map((v) => v.id + " (" + v.impact + "): " +
			v.nodes.map((n) => n.html).slice(0, 3).join(" | ")))`)
	for _, fault := range found {
		b.Errorf("%s: %s", name, fault)
	}
	if over := value[int](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		b.Errorf("%s: %d pixels too wide", name, over)
	}
	thin := value[[]string](b, `[...document.querySelectorAll("th[scope=row]")].
		filter((h) => h.textContent.length > 12 && h.clientWidth > 0 && h.clientWidth < 96).map((h) => h.textContent)`)
	if len(thin) > 0 {
		b.Errorf("%s: a word a line: %.200q", name, thin)
	}
	if said := b.said(); len(said) > 0 {
		b.Errorf("%s: the console says %q", name, said)
	}
}

// A clerk finds the desk empty, adds a commune by keyboard alone, is led to its figures, and
// finds it again as they type.
func TestBeginInABrowser(t *testing.T) {
	testenv.LeftToWhole(t)
	w := opened(t)
	b := browsed(t, w)
	b.anew("xa", "quang trung, quang xuong, thanh hoa\t")
	b.anew("nam", "2023\n")
	b.until(`document.querySelector("h1").textContent.includes("Quảng Trung")`)
	b.at("/")
	b.anew("tim", "quang phu")
	b.until(`document.getElementById("cac-xa").textContent.includes("Không có xã nào")`)
	b.anew("tim", "trung 2023")
	b.until(`document.querySelectorAll("#cac-xa tbody tr").length === 1`)
}

// The cookie is of our path alone: another server of the machine gets none.
func TestCookieStaysHere(t *testing.T) {
	w := opened(t)
	other := opened(t)
	b := browsed(t, w)
	got := make(chan string, 1)
	server := &http.Server{Handler: http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		select {
		case got <- r.Header.Get("Cookie"):
		default:
		}
		out.Header().Set("Content-Type", "text/html")
		_, _ = out.Write([]byte("<!doctype html><html lang=vi><link rel=icon href=data:,><h1>khác</h1>"))
	})}
	at := listened(t, server)
	for _, path := range []string{"/", "/vao/", "/" + w.Door.Base[:5]} {
		b.do(chromedp.Navigate("http://" + at + path))
		if cookie := <-got; cookie != "" {
			t.Errorf("another port gets %q", cookie)
		}
	}
	b.do(chromedp.Navigate("http://" + other.Door.Host + other.Door.Base + "/"))
	b.until(`document.querySelector("h1").textContent.includes("Không mở được")`)
	b.said() // that it was refused
}

// Without script the desk works all the same.
func TestWithoutScript(t *testing.T) {
	w := opened(t)
	b := browsed(t, w)
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}))
	b.at("/")
	b.do(chromedp.SendKeys(chromedp.ID("xa"), "16492\n"), chromedp.WaitVisible(chromedp.CSS("form[action*='/ghi']")))
	b.at("/?tim=quang+trung")
	b.do(chromedp.WaitVisible(chromedp.CSS("#cac-xa tbody tr")))
}
