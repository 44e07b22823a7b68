package web

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// addressed are the addresses that a page leads to or sends its forms to.
var addressed = regexp.MustCompile(`(?:href|action|hx-post)="([^"]*)"`)

// Every page of a commune's year says which year that is, in its heading or beside it and on its tab.
func TestEveryPageNamesItsYear(t *testing.T) {
	t.Parallel()
	w := opened(t)
	seen := 0
	for _, path := range append(w.everyPage(t), w.twoReports(t)) {
		if !strings.HasPrefix(path, "/xa/") {
			continue
		}
		seen++
		said := w.get(t, path)
		head, _, _ := strings.Cut(between(said, "<main", "</main>"), `<p class="hint">`)
		for where, text := range map[string]string{"its tab": between(said, "<title>", "</title>"), "its head": head} {
			if !strings.Contains(text, "năm 2023") {
				t.Errorf("%s: %s says %.200q", path, where, text)
			}
		}
	}
	if seen < 9 {
		t.Errorf("%d pages of a year", seen)
	}
}

// twoReports is the page of a year in which another report came in while one was typed.
func (w *Window) twoReports(t testing.TB) string {
	t.Helper()
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	w.ask(t, request{method: "POST", path: year + "/o", body: typed("income_per_capita", "ntm:value", "70", "0")})
	w.imports(t, "69")
	return year + "/hai-ban"
}

// Who looks at a level still does on whatever page of the year they go to, and comes back to it:
// links and forms carry it. A form that asks for a page has it as a field.
func TestTheLevelStays(t *testing.T) {
	t.Parallel()
	w := opened(t)
	stale := w.twoReports(t)
	year := strings.TrimSuffix(stale, "/hai-ban")
	w.ask(t, sent(t, year+"/minh-chung", "ảnh.png", drawn(t), "so", "income_per_capita"))
	whole := regexp.MustCompile(
		`/(so-lieu|ket-qua|thay-so|minh-chung|minh-chung/1/xem|minh-chung/1/bo|tep|tep/nhan|` +
			`tep-rieng/[a-z-]+|y-kien|hai-ban|bang/[a-z-]+|bang/[a-z-]+/dan|o|ghi)([?#].*)?$`,
	)
	pages := append(w.everyPage(t), stale, year+"/bang/no-dong", year+"/bang/hai-long",
		year+"/bang/quyet-dinh-cong-nhan", year+"/minh-chung/1/xem", year+"/minh-chung?cho=income_per_capita",
		year+"/tep-rieng/phieu")
	for _, path := range pages {
		if !strings.HasPrefix(path, year) {
			continue
		}
		at := path + "?muc=ntm"
		if strings.Contains(path, "?") {
			at = path + "&muc=ntm"
		}
		led := 0
		said := w.get(t, at)
		for _, found := range addressed.FindAllStringSubmatch(said, -1) {
			_, to, ours := strings.Cut(html.UnescapeString(found[1]), w.Door.Base+year)
			asks := strings.Contains(found[0], "action") &&
				strings.Contains(between(said, found[0], "</form>"), `name="muc"`)
			if !ours || !whole.MatchString(to) {
				continue
			}
			led++
			if !strings.Contains(to, "muc=") && !asks {
				t.Errorf("%s: %s forgets the level", path, to)
			}
		}
		if led < 5 {
			t.Errorf("%s leads to %d pages of the year", path, led)
		}
	}
}

// What is sent from a level leads back to it.
func TestTheLevelComesBack(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	numbered := regexp.MustCompile(`ghi=\d`)
	sheet := func(slug, to string, changed ...string) request {
		path := year + "/bang/" + slug
		return request{method: "POST", path: path + to + "?muc=ntm",
			body: w.sheetForm(t, path, append(changed, "dong", "", "cot", "")...).Encode()}
	}
	for name, c := range map[string]struct {
		sent request
		back string
	}{
		"a cell": {request{method: "POST", path: year + "/o?muc=ntm",
			body: typed("income_per_capita", "ntm:value", "70", "0")}, "/so-lieu?muc=ntm#o-income_per_capita"},
		"a table":  {sheet("no-dong", "", "1/ntm:work", "Cầu (giả định)"), "/bang/no-dong?ghi=N&muc=ntm"},
		"rows":     {sheet("no-dong", "", "them", "1"), "/bang/no-dong?ghi=N&them=10&muc=ntm"},
		"traits":   {sheet("no-dong", "", "ve", "so-lieu"), "/so-lieu?muc=ntm"},
		"pasted":   {sheet("hai-long", "/dan", "chu", "Thôn 1 (giả định)"), "/bang/hai-long?ghi=N&muc=ntm"},
		"evidence": {sent(t, year+"/minh-chung?muc=ntm", "a.pdf", redPage()), "/minh-chung?ghi=N&muc=ntm"},
		"of a figure": {sent(t, year+"/minh-chung?muc=ntm", "b.pdf", redPage(), "so", "income_per_capita",
			"ve", "so-lieu"), "/so-lieu?muc=ntm#o-income_per_capita"},
		"hostile levels": {request{method: "POST", path: year + "/ghi?muc=%22%0d%0a%23x"},
			"/so-lieu?ghi=moi&muc=%22%0D%0A%23x"},
	} {
		t.Run(name, func(t *testing.T) {
			a := w.ask(t, c.sent)
			to := strings.TrimPrefix(a.header.Get("Location"), w.Door.Base+year)
			if to = numbered.ReplaceAllString(to, "ghi=N"); a.code != http.StatusSeeOther || to != c.back {
				t.Errorf("%d leads to %q", a.code, to)
			}
		})
	}
}
