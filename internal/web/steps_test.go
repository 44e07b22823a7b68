package web

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ntm/internal/docket"
	country "ntm/internal/invented"
	"ntm/internal/office"
	"ntm/internal/store"

	"github.com/chromedp/chromedp"
)

// withCommunes has a window's store hold the reports of invented communes of 2023.
func (w *Window) withCommunes(t testing.TB, communes int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "gia-dinh.csv")
	var sheet bytes.Buffer
	if err := country.New(w.Library, 7).WriteCSV(&sheet, 0, communes, 2023); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, sheet.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	in := office.Intake{Store: w.Store, Lib: w.Library, By: "Người thử", Version: "thử"}
	if err := in.TakeIn(t.Context(), []string{file}, func(*office.Incoming) error { return nil },
		func(*office.Incoming) error { return nil }); err != nil {
		t.Fatal(err)
	}
}

// posted is what a form sends.
func posted(path string, fields url.Values) request {
	return request{method: http.MethodPost, path: path, body: fields.Encode()}
}

// stages are how many dossiers stand at each.
func (w *Window) stages(t testing.TB) map[docket.Stage]int {
	t.Helper()
	all, err := w.Store.Dossiers(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[docket.Stage]int{}
	for _, d := range all {
		out[d.Stage]++
	}
	return out
}

var key = regexp.MustCompile(`name="xa" value="([^"]*)"`)

// A step is shown before it is written, is taken of all that the filters choose, and those that
// are refused are told of with why. Sent twice, it is written once.
func TestStepsOfMany(t *testing.T) {
	w := opened(t)
	w.withCommunes(t, 49)
	all := w.stages(t)[docket.Draft]
	if all < 40 {
		t.Fatalf("only %d dossiers", all)
	}
	preview := func(fields url.Values) answered {
		a := w.ask(t, posted("/van-phong/buoc", fields))
		if got := w.stages(t); got[docket.IsSubmitted] > 0 && fields.Get("viec") == string(docket.Submitted) {
			t.Error("looking at a step takes it")
		}
		return a
	}
	shown := preview(url.Values{"viec": {string(docket.Submitted)}, "cua": {"loc"}, "loc": {"nam=2023"}})
	keys := key.FindAllStringSubmatch(shown.body, -1)
	if len(keys) != all || !strings.Contains(shown.body, fmt.Sprintf("Ghi cho %d xã", all)) {
		t.Fatalf("%d of %d: %d %s", len(keys), all, shown.code, between(shown.body, "<main", "</main>"))
	}
	take := url.Values{"viec": {string(docket.Submitted)}, "muc": {"ntm"}}
	for _, k := range keys {
		take.Add("xa", k[1])
	}
	if a := w.ask(t, posted("/van-phong/buoc/ghi", take)); w.stages(t)[docket.IsSubmitted] > 0 ||
		!strings.Contains(a.body, fmt.Sprintf("Không ghi được (%d)", all)) {
		t.Errorf("drafts went on without a reason: %s", between(a.body, "<main", "</main>"))
	}
	levelless := w.ask(t, posted("/van-phong/buoc/ghi", url.Values{"viec": take["viec"], "xa": take["xa"][:1]})).body
	if strings.Contains(levelless, "--level") || !strings.Contains(levelless, "còn thiếu mức đề nghị công nhận") {
		t.Errorf("%s", between(levelless, "<main", "</main>"))
	}
	take.Set("ly-do", "giả định")
	done := w.ask(t, posted("/van-phong/buoc/ghi", take))
	if got := w.stages(t); got[docket.IsSubmitted] != all ||
		!strings.Contains(done.body, fmt.Sprintf("Đã ghi cho %d xã", all)) {
		t.Fatalf("%v: %s", got, between(done.body, "<main", "</main>"))
	}
	again := w.ask(t, posted("/van-phong/buoc/ghi", take))
	if !strings.Contains(again.body, fmt.Sprintf("Không ghi được (%d)", all)) ||
		!strings.Contains(again.body, "Chưa ghi cho xã nào") {
		t.Errorf("%s", between(again.body, "<main", "</main>"))
	}
	some := url.Values{"viec": {string(docket.TakenUp)}, "xa": take["xa"][:3]}
	if a := w.ask(t, posted("/van-phong/buoc/ghi", some)); !strings.Contains(a.body, "Đã ghi cho 3 xã") {
		t.Errorf("%s", between(a.body, "<main", "</main>"))
	}
	if a := preview(url.Values{"viec": {string(docket.TakenUp)}, "xa": take["xa"][:5]}); !strings.Contains(a.body,
		"Không ghi được bước này (3)") || !strings.Contains(a.body, "Ghi cho 2 xã") {
		t.Errorf("%s", between(a.body, "<main", "</main>"))
	}
}

// What no page of ours sends is refused in words, and nothing is written.
func TestStepsThatAreNone(t *testing.T) {
	w := opened(t)
	w.withCommunes(t, 3)
	whole := w.stages(t)
	one := key.FindStringSubmatch(w.get(t, "/van-phong"))[1]
	for _, fields := range []url.Values{
		{},
		{"viec": {"x"}, "xa": {one}},
		{"viec": {string(docket.Corrected)}, "xa": {one}},
		{"viec": {string(docket.Submitted)}},
		{"viec": {string(docket.Submitted)}, "xa": {"x"}},
		{"viec": {string(docket.Submitted)}, "xa": {"a|b|c"}},
		{"viec": {string(docket.Submitted)}, "xa": {one}, "ngay": {"31/2/2023"}},
		{"viec": {string(docket.Submitted)}, "xa": {one}, "ly-do": {strings.Repeat("x", 5000)}},
		{"viec": {string(docket.Submitted)}, "cua": {"loc"}, "loc": {"%zz"}},
		{"viec": {string(docket.Submitted)}, "cua": {"loc"}, "loc": {"muc=x"}},
	} {
		a := w.ask(t, posted("/van-phong/buoc/ghi", fields))
		if a.code != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d %s", fields, a.code, between(a.body, "<main", "</main>"))
		}
	}
	for _, fields := range []url.Values{{"viec": {string(docket.Submitted)}, "cua": {"loc"}, "loc": {"%zz"}},
		{"viec": {string(docket.Submitted)}, "cua": {"loc"}, "loc": {"muc=x"}}} {
		if a := w.ask(t, posted("/van-phong/buoc", fields)); a.code != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", fields, a.code)
		}
	}
	if got := w.stages(t); fmt.Sprint(got) != fmt.Sprint(whole) {
		t.Errorf("%v, want %v", got, whole)
	}
}

// An office moves a whole province in one go: those that stand elsewhere are told before, those that are refused
// after, each under its reason; then it ticks some on its board and moves these.
func TestStepsInABrowser(t *testing.T) {
	w := opened(t)
	w.withCommunes(t, 49)
	all := w.stages(t)[docket.Draft]
	b := browsed(t, w)
	pictured := func(name string) {
		t.Helper()
		b.holds(name)
		if folder := os.Getenv(picturesVariable); folder != "" {
			b.picture(filepath.Join(folder, name+".png"))
		}
	}
	ticks := func() {
		t.Helper()
		b.at("/van-phong")
		b.do(chromedp.Click(chromedp.CSS("tbody tr:nth-child(1) input")),
			chromedp.Click(chromedp.CSS("tbody tr:nth-child(3) input")),
			chromedp.Click(chromedp.CSS("main fieldset button")))
		b.until(`document.querySelector("h1").textContent.includes("2 xã")`)
	}
	writes := func(reason string) {
		t.Helper()
		_ = value[bool](b, `(document.getElementById("muc").value = "ntm") !== ""`)
		if reason != "" {
			b.do(chromedp.Focus(chromedp.CSS("#ly-do")), chromedp.KeyEvent(reason))
		}
		b.do(chromedp.Click(chromedp.CSS("main button.main")))
		b.until(`document.querySelector("main [role=status]")?.textContent.includes("hi cho ")`)
	}
	b.holdsEverywhere("/van-phong", "van-phong-nhieu-xa")
	ticks()
	pictured("van-phong-buoc")
	b.do(chromedp.Click(chromedp.CSS("main button.main"))) // without a level, which no report of these has
	b.until(`document.querySelector("main .alarm")?.textContent.includes("Chưa ghi cho xã nào")`)
	pictured("van-phong-thieu-muc")
	ticks()
	writes("giả định")
	pictured("van-phong-da-ghi")

	everyOne := func() {
		t.Helper()
		b.at("/van-phong")
		b.do(chromedp.Click(chromedp.CSS("main fieldset input[value=loc]")),
			chromedp.Click(chromedp.CSS("main fieldset button")))
		b.until(fmt.Sprintf(`document.querySelector("h1").textContent.includes("%d xã") &&
			document.querySelector("main").textContent.includes("Không ghi được bước này (2)")`, all-2))
	}
	everyOne()
	pictured("van-phong-ca-tinh")
	writes("")
	b.until(fmt.Sprintf(`document.querySelector("main").textContent.includes("Không ghi được (%d)")`, all-2))
	pictured("van-phong-khong-ghi-duoc")
	everyOne()
	writes("giả định")
	if got := w.stages(t)[docket.IsSubmitted]; got != all {
		t.Errorf("%d of %d are submitted", got, all)
	}
}

// BenchmarkBoard is a page of the board over 3,321 communes, to its last byte: as it is, and with
// a filter that only the kept verdicts answer.
func BenchmarkBoard(b *testing.B) {
	w := opened(b)
	w.withCommunes(b, 3321)
	for _, query := range []string{"", "nam=2023&trang=20", "muc=ntm&ket-qua=not_eligible&trang=2"} {
		b.Run(query, func(b *testing.B) {
			began := time.Now()
			for b.Loop() {
				w.get(b, "/van-phong?"+query)
			}
			b.ReportMetric(float64(time.Since(began).Milliseconds())/float64(b.N), "ms/page")
		})
	}
}
