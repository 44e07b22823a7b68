package web

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ntm/internal/office"

	"github.com/chromedp/chromedp"
)

// Somebody takes in another report from the command line while a person types: that is told on
// the page, both values are shown, and what is chosen stands.
func TestTakenInMeanwhile(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		choose bool
		want   string
	}{"mine": {false, "70"}, "theirs": {true, "69"}} {
		t.Run(name, func(t *testing.T) {
			w := opened(t)
			at := strings.TrimSuffix(w.begun(t), "/so-lieu")
			post := func(path, body string) answered {
				return w.ask(t, request{method: "POST", path: at + path, body: body})
			}
			post("/o", typed("income_per_capita", "ntm:value", "70", "0"))
			w.imports(t, "69")
			if page := w.get(t, at+"/so-lieu"); !strings.Contains(page, "/hai-ban") {
				t.Error("the page does not tell")
			}
			if a := post("/ghi", ""); a.code != http.StatusUnprocessableEntity {
				t.Errorf("kept over it: %d", a.code)
			}
			page := w.get(t, at+"/hai-ban")
			if !strings.Contains(page, ">70<") || !strings.Contains(page, ">69<") {
				t.Error(page)
			}
			form := url.Values{"ban": {between(page, `name="ban" value="`, `"`)}}
			if c.choose {
				form["kho"] = []string{"Số liệu/income_per_capita/ntm:value"}
			}
			if a := post("/hai-ban", form.Encode()); a.code != http.StatusSeeOther {
				t.Fatalf("%d %s", a.code, a.body)
			}
			page = w.get(t, at+"/so-lieu")
			if strings.Contains(page, "/hai-ban") || !strings.Contains(page, `name="chu" value="`+c.want+`"`) {
				t.Errorf("it is not settled on %s", c.want)
			}
			if a := post("/ghi", ""); a.code != http.StatusSeeOther {
				t.Errorf("%d %s", a.code, a.body)
			}
		})
	}
}

// imports takes in a report of Quảng Trung's income as ntm import does.
func (w *Window) imports(t testing.TB, income string) { w.importsOf(t, 2023, income) }

func (w *Window) importsOf(t testing.TB, year int, income string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "bao-cao.yaml")
	if err := os.WriteFile(file, []byte("schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: "+
		strconv.Itoa(year)+"\nfigures: [{id: income_per_capita, value: "+income+"}]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in := office.Intake{Store: w.Store, Lib: w.Library, By: "Người khác", Version: "thử"}
	if err := in.TakeIn(t.Context(), []string{file}, func(i *office.Incoming) error { return i.Err },
		func(i *office.Incoming) error { return i.Err }); err != nil {
		t.Fatal(err)
	}
}

// The command line takes in a newer report while a person types in the window: the next cell that
// is left tells of it without a page being loaded, nothing typed is lost, and what each cell shall
// be is chosen.
func TestTakenInMeanwhileInABrowser(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year + "?muc=nang-cao")
	b.anew("o-income_per_capita", "70\n")
	b.until(`document.getElementById("doc-income_per_capita").textContent.includes("70")`)
	w.imports(t, "69")
	b.anew("o-multidimensional_poverty_rate", "1,53\n")
	b.do(chromedp.WaitVisible(chromedp.CSS("#ban-khac a")))
	b.holds("a newer report came in")
	for id, want := range map[string]string{"income_per_capita": "70", "multidimensional_poverty_rate": "1,53"} {
		if got := value[string](b, fmt.Sprintf("document.getElementById(%q).value", "o-"+id)); got != want {
			t.Errorf("in %s stands %q", id, got)
		}
	}
	b.do(chromedp.Click(chromedp.CSS("#ban-khac a")), chromedp.WaitVisible(chromedp.CSS("input[name=kho]")))
	b.holds("two reports")
	if folder := os.Getenv(picturesVariable); folder != "" {
		b.picture(filepath.Join(folder, "hai-ban.png"))
	}
	b.do(chromedp.Click(chromedp.CSS(`input[value="Số liệu/income_per_capita/ntm:value"]`)),
		chromedp.Click(chromedp.CSS("main button.main")), chromedp.WaitVisible(chromedp.CSS("#o-income_per_capita")))
	b.at(year + "?muc=nang-cao")
	for id, want := range map[string]string{"income_per_capita": "69", "multidimensional_poverty_rate": "1,53"} {
		if got := value[string](b, fmt.Sprintf("document.getElementById(%q).value", "o-"+id)); got != want {
			t.Errorf("once chosen, in %s stands %q", id, got)
		}
	}
	b.do(chromedp.Click(chromedp.CSS("form[action*='/ghi'] button")))
	b.until(`location.search.includes("ghi=moi")`)
}
