package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ntm/criteria/division"
	"ntm/criteria/packs"
	"ntm/internal/form/layout"
)

// typed is a form that types into a cell of a figure.
func typed(figure, cell, text, version string) string {
	return url.Values{"to": {layout.FigureSheet}, "dong": {figure}, "cot": {cell}, "chu": {text},
		"ban": {version}}.Encode()
}

// between is what stands in a page from a mark to the next end.
func between(page, mark, end string) string {
	_, after, found := strings.Cut(page, mark)
	if !found {
		return ""
	}
	inside, _, _ := strings.Cut(after, end)
	return inside
}

// What is typed is read as a form reads it, and the script is given the outcome with the gap,
// how the cell was read, its new version, and the level's counts.
func TestACellGivesItsOutcome(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	at := func(level string) map[string]string {
		return map[string]string{"HX-Request": "true", "HX-Current-URL": "http://x/so-lieu?muc=" + level}
	}
	for _, c := range []struct {
		level, figure, cell, text, version string
		read, outcome                      string
	}{
		{"ntm", "income_per_capita", "ntm:value", "69 triệu đồng", "0", "Đọc là 69 triệu đồng", "Đạt"},
		{"ntm", "multidimensional_poverty_rate", "ntm:value", "1,53 %", "0", "Đọc là 1,53 %", "Đạt"},
		{"ntm", "multidimensional_poverty_rate", "ntm:value", "nhiều", "1", "Chưa có số liệu", "Chưa có số liệu"},
		{"ntm", "income_per_capita", "ntm:value", "", "1", "Chưa có số liệu", "Chưa có số liệu"},
	} {
		a := w.ask(t, request{method: "POST", path: year + "/o", body: typed(c.figure, c.cell, c.text, c.version),
			header: at(c.level)})
		if a.code != http.StatusOK {
			t.Fatalf("%q: %d %s", c.text, a.code, a.body)
		}
		if got := between(a.body, `id="doc-`+c.figure+`" hx-swap-oob="true" class="hint">`,
			"<"); !strings.HasPrefix(got, c.read) {
			t.Errorf("%q is told as %q", c.text, got)
		}
		if got := between(a.body, `value="`, `" id="o-`+c.figure+`-ban"`); !strings.HasSuffix(got, next(c.version)) {
			t.Errorf("%q: the version is not the next", c.text)
		}
		no := map[string]string{"income_per_capita": "kq-tc-10-1",
			"multidimensional_poverty_rate": "kq-tc-11-1"}[c.figure]
		if got := between(between(a.body, `id="`+no+`"`, "</p>"), `">`, "<"); got != c.outcome && !strings.Contains(
			between(a.body, `id="`+no+`"`, "</p>"), ">"+c.outcome+"<") {
			t.Errorf("%q: outcome %q", c.text, got)
		}
		if strings.Contains(a.body, "<html") || strings.Contains(a.body, `name="chu"`) {
			t.Errorf("%q: the answer has a page, or the input itself", c.text)
		}
	}
	if page := w.get(t, year+"/so-lieu?muc=ntm"); !strings.Contains(page, "nhiều") ||
		!strings.Contains(page, "o-income_per_capita") {
		t.Error("what cannot be read is gone from its cell")
	}
}

func next(version string) string { return map[string]string{"0": "1", "1": "2"}[version] }

// Each filter shows what it says and nothing else; each figure has its cells once, whatever
// asks for it; a level that is not there is the one that is next for the commune.
func TestFiguresAreShown(t *testing.T) {
	t.Parallel()
	w := opened(t)
	at := w.begun(t)
	for _, level := range []string{"ntm", "nang-cao", "kieu-mau", "x"} {
		page := w.get(t, at+"?muc="+level)
		for _, id := range strings.Split(page, `<input id="o-`)[1:] {
			id, _, _ = strings.Cut(id, `"`)
			if n := strings.Count(page, `<input id="o-`+id+`"`); n != 1 {
				t.Errorf("%s: %d cells %s", level, n, id)
			}
		}
		all, shown := strings.Count(page, "<article"), 0
		for only, words := range map[string][]string{"thieu": {"Chưa có số liệu"}, "chua-dat": {"Chưa đạt"},
			"xem-lai": {"Chưa có ngưỡng", "Chưa đủ căn cứ"}} {
			for _, one := range strings.Split(w.get(t, at+"?muc="+level+"&loc="+only), "<article")[1:] {
				shown++
				outcome := between(between(one, `class="outcome">`, "</p>"), ">", "<")
				if !slices.Contains(words, outcome) {
					t.Errorf("%s: %s shows what is %q", level, only, outcome)
				}
			}
		}
		if all == 0 || shown == 0 || shown > all {
			t.Errorf("%s: %d indicators, filters show %d", level, all, shown)
		}
	}
}

// What people type and are called is shown as text.
func TestHostileWords(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	for _, text := range []string{`"><script>alert(1)</script>`, "{{.At}}", strings.Repeat("a", 4000)} {
		a := w.ask(t, request{method: "POST", path: year + "/o", body: typed("income_per_capita", "ntm:note", text,
			"0")})
		if a.code != http.StatusSeeOther && a.code != http.StatusConflict {
			t.Errorf("%.20q: %d", text, a.code)
		}
		if page := w.get(t, year+"/so-lieu"); strings.Contains(page, "<script>alert") {
			t.Errorf("%q stands in the page as it was typed", text)
		}
	}
}

// Last year's figure stands beside this year's; one department's figures alone are shown where
// that is asked; a cell that was written says so.
func TestBesideTheCells(t *testing.T) {
	t.Parallel()
	w := opened(t)
	at := w.begun(t)
	w.importsOf(t, 2022, "44.125")
	page := w.get(t, at+"?muc=ntm")
	if !strings.Contains(page, "Năm 2022: 44,1250") {
		t.Error("last year's income is not there")
	}
	all, shown := strings.Count(page, "<article"), map[string]int{}
	for _, of := range division.Departments() {
		shown[of.ID] = strings.Count(w.get(t, at+"?muc=ntm&nganh="+of.ID), "<article")
	}
	if n := shown["y-te"]; n == 0 || n >= all {
		t.Errorf("of %d indicators health has %d", all, n)
	}
	a := w.ask(t, request{method: "POST", path: strings.TrimSuffix(at, "/so-lieu") + "/o", body: typed(
		"income_per_capita", "ntm:value", "69", "0"), header: map[string]string{"HX-Request": "true"}})
	if n := strings.Count(a.body, "đã lưu"); n != 1 || strings.Count(a.body, "hx-swap-oob") > 20 {
		t.Errorf("%d cells say that they are kept: %s", n, a.body)
	}
}

// An office says which department confirms a figure: the filter follows.
func TestDepartmentsOfAnOffice(t *testing.T) {
	lib, err := packs.Over(packs.Embedded(), packs.Folder{FS: fstest.MapFS{"gia-dinh.yaml": {Data: []byte(
		"schema: ntm.departments.v1\nconfirms:\n  - {figure: income_per_capita, department: Tư pháp}\n")}}})
	if err != nil {
		t.Fatal(err)
	}
	w := opened(t)
	at := w.begun(t) + "?muc=ntm&nganh="
	shows := func(department string) bool {
		return strings.Contains(w.get(t, at+department), `id="doc-income_per_capita"`)
	}
	if !shows("van-phong") || shows("tu-phap") {
		t.Error("income is not the office's as the program has it")
	}
	w.Work.Lib = lib
	if shows("van-phong") || !shows("tu-phap") {
		t.Error("income is not of the department that the office names")
	}
}
