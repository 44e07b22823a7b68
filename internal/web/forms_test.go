package web

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"ntm/internal/testenv"
	"ntm/internal/web/pagetest"
)

// filledIn are what a person types into forms that do nothing as they stand, by the pattern that they
// are sent to.
var filledIn = map[string]url.Values{
	"POST /xa":        {"xa": {"16495"}, "nam": {"2023"}},
	"POST /nguoi-lam": {"ten": {"Người thử hai"}},
	"POST /ky-hop": {
		"ten-hoi-dong": {"Hội đồng giả định"},
		"muc":          {"ntm"},
		"nam":          {"2023"},
		"thanh-vien":   {invited},
		"tinh":         {"Giả Định"},
		"co-mat":       {"70"},
		"can-cu":       {"quy chế giả định"},
	}, // without a share of votes the chairman concludes
	"POST /ky-hop/{home}/{id}/du-hop":                   {"co-mat": {"1", "2", "3"}},
	"POST /ky-hop/{home}/{id}/kiem-phieu":               {"so-phieu": {"3"}},
	"POST /ky-hop/{home}/{id}/huy":                      {"ly-do": {"lý do giả định"}},
	"POST /ky-hop/{home}/{id}/ket-luan":                 {"ket-luan": {"co"}, "van-ban": {"1/TB-GIẢ-ĐỊNH"}},
	"POST /xa/{home}/{commune}/{year}/bang/{sheet}/dan": {"chu": {"giả định"}},
	"POST /xa/{home}/{commune}/{year}/y-kien": {
		"co-quan": {"Sở giả định"},
		"ve":      {"10"},
		"ket-qua": {"Đạt"},
	},
	"POST /quyet-dinh/{id}/ky": {"nguoi": {"Người Thử"}, "ngay": {"20/4/2022"}, "co-quan": {"Văn phòng giả định"},
		"so": {"1/QĐ-GIẢ-ĐỊNH"}, "ngay-qd": {"15/3/2022"}},
	"POST /van-phong/buoc":     {"viec": {"submitted"}, "cua": {"loc"}},
	"POST /van-phong/buoc/ghi": {"ly-do": {"lý do giả định"}},
}

// ending are the forms after which others find nothing: they come last, in this order.
var ending = []string{"POST /ky-hop/{home}/{id}/huy", "POST /xa/{home}/{commune}/{year}/minh-chung/{item}/bo",
	"POST /quyet-dinh/{id}/bo", "POST /ket-thuc"}

// formWalk is a walk over all pages that links and forms lead to, on which each kind of form is sent
// once with success.
type formWalk struct {
	*Window
	*testing.T
	routes  *http.ServeMux
	pages   []string
	visits  map[string]int  // of pages, by pattern
	done    map[string]bool // the forms that were sent, by pattern
	refused map[string]string
	seen    map[string]bool // the forms that can be pressed
	hidden  map[string]bool // those that only the script sends
	ballots [][]byte
}

// Each form of each page works in a browser without script: it has a button, what it sends is accepted,
// and a whole page answers. Every route that takes something has a form somewhere.
func TestEveryFormWithoutScript(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	w := lawful(t)
	pagetest.Readied(t, w.Store, ofAddress(t, w.full(t)))
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	w.ask(t, request{method: "POST", path: year + "/o", body: typed("income_per_capita", "ntm:value", "70", "0")})
	w.imports(t, "69") // there are two versions then
	pagetest.TakenUp(t, w.Store, ofAddress(t, year))
	f := &formWalk{Window: w, T: t, routes: http.NewServeMux(), visits: map[string]int{}, done: map[string]bool{},
		refused: map[string]string{}, seen: map[string]bool{}, hidden: map[string]bool{}}
	for _, r := range w.routes() {
		f.routes.Handle(r.Pattern, http.NotFoundHandler())
	}
	f.adds("/")
	data, err := os.ReadFile("../../testdata/decisions/gia-dinh-tron-bo-2026.docx") // it has a procedure
	if err != nil {
		t.Fatal(err)
	}
	f.adds(strings.TrimPrefix(w.posted(t, "/quyet-dinh", nil, []string{"giả định.docx"}, [][]byte{data}).header.
		Get("Location"), w.Door.Base))
	for before := -1; before < len(f.done); {
		before = len(f.done)
		f.walks("")
	}
	f.adds(w.sends(t, "/ky-hop", filledIn["POST /ky-hop"])) // one to be cancelled
	for _, last := range ending {
		f.walks(last)
	}
	for _, r := range w.routes() {
		if strings.HasPrefix(r.Pattern, "POST ") && !f.done[r.Pattern] && r.Pattern != ofScript {
			t.Errorf("%s is never sent: %s", r.Pattern, f.refused[r.Pattern])
		}
	}
	for _, pattern := range slices.Sorted(maps.Keys(f.hidden)) {
		if !f.seen[pattern] {
			t.Errorf("only the script sends %s", pattern)
		}
	}
	t.Logf("%d pages, %d kinds of forms", len(f.pages), len(f.done))
}

// ofScript keeps each tick as it is made: without it they go with the form that signs.
const ofScript = "POST /quyet-dinh/{id}/danh-dau"

// walks over all pages and sends what was not sent yet; of the forms that end something only one, and
// then no more.
func (f *formWalk) walks(last string) {
	for i := 0; i < len(f.pages) && !f.done[last]; i++ {
		if a := f.ask(f.T, request{method: http.MethodGet, path: f.pages[i]}); a.code == http.StatusOK {
			f.tries(f.pages[i], a.body, last)
		}
	}
}

// pattern is that of the route which answers.
func (f *formWalk) pattern(method, path string) string {
	r, err := http.NewRequestWithContext(f.Context(), method, "http://x"+path, nil)
	if err != nil {
		f.Fatal(err)
	}
	_, pattern := f.routes.Handler(r)
	return pattern
}

// adds a page to the walk, unless some of its kind are. Files that are made when they are asked for are
// left out.
func (f *formWalk) adds(path string) {
	pattern := f.pattern(http.MethodGet, path)
	if !strings.HasPrefix(path, "/") || strings.HasSuffix(pattern, "/{what}") ||
		strings.HasSuffix(pattern, "/{one}") ||
		slices.Contains(f.pages, path) ||
		f.visits[pattern] >= 4 {
		return
	}
	if a := f.ask(f.T, request{method: http.MethodGet, path: path}); !strings.HasPrefix(a.header.Get("Content-Type"),
		"text/html") || a.code != http.StatusOK {
		if a.code != http.StatusOK {
			f.Errorf("a link leads to %s: %d", path, a.code)
		}
		f.visits[pattern] = 4 // a file: one is enough
		return
	}
	f.visits[pattern]++
	f.pages = append(f.pages, path)
}

// tries sends the forms of a page that were not sent yet, and goes on from what they answer.
func (f *formWalk) tries(path, page, last string) {
	is := laidOf(f.T, page)
	if !is.whole {
		f.Errorf("%s is no whole page: %.200s", path, page)
	}
	for _, link := range is.links {
		if to, ours := strings.CutPrefix(link, f.Door.Base); ours {
			to, _, _ = strings.Cut(to, "#")
			f.adds(to)
		}
	}
	for _, form := range is.forms {
		pattern := f.pattern(form.method, strings.TrimPrefix(form.action, f.Door.Base))
		if form.hidden {
			f.hidden[pattern] = true
			continue
		}
		if f.seen[pattern] = true; !form.pressed && form.typed {
			f.Errorf("%s: no button sends %s without script", path, pattern)
		}
		if !form.pressed || f.done[pattern] || slices.Contains(ending, pattern) && pattern != last {
			continue
		}
		for name, values := range filledIn[pattern] {
			form.fields[name] = values
		}
		if f.accepted(pattern, form) {
			return // the page may be another now
		}
	}
}

// accepted sends a form, and goes on from what answers.
func (f *formWalk) accepted(pattern string, form *laidForm) bool {
	if _, asks := form.fields["dong"]; asks && strings.HasSuffix(pattern, "/ky") {
		form.fields["dung"] = form.fields["dong"]
	}
	name, files := f.filesFor(pattern, form)
	a, to := f.submitted(f.T, form, name, files...)
	if !laidOf(f.T, a.body).whole || strings.Contains(a.body, "chương trình gặp lỗi") {
		f.Errorf("%s is answered by no whole page: %.300s", pattern, a.body)
	}
	if a.code != http.StatusOK {
		f.refused[pattern] = fmt.Sprint(a.code, between(a.body, `role="alert">`, "</div>"))
		return false
	}
	if f.done[pattern] = true; pattern == "POST /ky-hop/{home}/{id}/lap-phieu" {
		_, f.ballots = f.taken(f.T, strings.TrimSuffix(strings.TrimPrefix(form.action, f.Door.Base), "/lap-phieu"),
			"E", "E", "G")
	}
	if to != "" {
		f.adds(to)
	}
	f.tries(pattern, a.body, "")
	return true
}

// filesFor are what a person chooses for a form that sends files.
func (f *formWalk) filesFor(pattern string, form *laidForm) (name string, files [][]byte) {
	f.Helper()
	switch {
	case !form.files:
		return "", nil
	case strings.HasSuffix(pattern, "/minh-chung"):
		return "giả định.pdf", [][]byte{redPage()}
	case strings.HasSuffix(pattern, "/kiem-phieu"):
		return "phieu.xlsx", f.ballots
	case strings.HasSuffix(pattern, "/tep"):
		at := strings.TrimPrefix(form.action, f.Door.Base) + "/bieu-mau"
		return "giả định.xlsx", [][]byte{[]byte(f.ask(f.T, request{method: http.MethodGet, path: at}).body)}
	case strings.HasSuffix(pattern, "/khung"):
		return "giả định.html", [][]byte{[]byte(ownLevel)}
	}
	data, err := os.ReadFile(inventedDecision)
	if err != nil {
		f.Fatal(err)
	}
	return "giả định.docx", [][]byte{data}
}
