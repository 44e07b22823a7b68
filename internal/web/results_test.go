package web

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/office"
	"ntm/internal/office/asking"
	"ntm/internal/outlook"
	"ntm/internal/testenv"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

const quangTrung, inventedCommune = "../../testdata/quang-trung-2023.yaml", "../../testdata/xa-gia-dinh-2023.yaml"

// took takes in a report as ntm import does, and gives the address of its year's pages with what
// the commands make of the file.
func (w *Window) took(t testing.TB, file, called string) (at string, a *assess.Assessment) {
	t.Helper()
	in := office.Intake{Store: w.Store, Lib: w.Library, By: "Người thử", Version: "thử"}
	none := func(*office.Incoming) error { return nil }
	if err := in.TakeIn(t.Context(), []string{file}, none, none); err != nil {
		t.Fatal(err)
	}
	lines, err := listed(t.Context(), w.Work, called)
	if err != nil || len(lines) != 1 {
		t.Fatal(lines, err)
	}
	if a, _, err = office.JudgeFile(t.Context(), w.Library, file, "thử"); err != nil {
		t.Fatal(err)
	}
	return page.YearAt(lines[0].OfYear, ""), a
}

// says tells whether a page says a text.
func says(page, text string) bool { return strings.Contains(html.UnescapeString(page), text) }

// examples are the reports that the pages are held against.
var examples = map[string]string{quangTrung: "quang trung", inventedCommune: "gia dinh"}

// A page of results says for each level what assess and gap say of the same figures: the verdict,
// the counts, each thing that fails with its gap, what is missing and what was found.
func TestResultsAreThoseOfTheCommands(t *testing.T) {
	for file, called := range examples {
		w := opened(t)
		at, a := w.took(t, file, called)
		short := outlook.ShortfallOf(a)
		for i := range a.Levels {
			l := &a.Levels[i]
			page := w.get(t, at+"/ket-qua?muc="+string(l.Level))
			card := between(page, ">Xã "+l.Level.Title()+"</a>", "</li>")
			for _, text := range []string{l.Verdict.Word(), vi.Capital(l.FailsIf), vi.Capital(l.Denied()),
				fmt.Sprintf("%d/%d tiêu chí", l.CriteriaMet, l.CriteriaTotal),
				fmt.Sprintf("%d/%d chỉ tiêu", l.IndicatorsMet, l.IndicatorsTotal)} {
				if !says(card, text) {
					t.Errorf("%s %s: the card does not say %q", file, l.Level, text)
				}
			}
			if says(card, "Dự thảo:") != l.Draft {
				t.Errorf("%s %s: draft is not told right", file, l.Level)
			}
			s := &short.Levels[i]
			for k := range s.NotMet {
				if u := &s.NotMet[k]; !says(page, u.Name) || !says(page, vi.Capital(u.Text())) {
					t.Errorf("%s %s: it does not say %q", file, u.ID, u.Text())
				}
			}
			for k := range s.NoFigure {
				if !says(page, s.NoFigure[k].Asked()) || !says(page, s.NoFigure[k].Figure.ConfirmedBy) {
					t.Errorf("%s %s: it does not ask for %q", file, l.Level, s.NoFigure[k].Asked())
				}
			}
			for x := range l.Judged() {
				if x.Outcome == assess.NotApplicable && x.Threshold.IfGiven {
					continue // the report does not tell what it is judged by
				}
				if !says(page, x.Title()) || !says(page, x.Outcome.Word()) {
					t.Errorf("%s: %s is not there", file, x.ID)
				}
				for _, f := range asking.Tree(a, x.Judgement).Facts {
					if !x.Condition && !says(page, f.Text) {
						t.Errorf("%s: its tree does not say %q", x.ID, f.Text)
					}
				}
			}
			for k := range a.Report.Recognitions {
				if !says(page, vi.Capital(a.Report.Recognitions[k].String())) {
					t.Errorf("%s: it does not say %q", file, a.Report.Recognitions[k].String())
				}
			}
			for _, f := range a.Findings {
				if !says(page, vi.Capital(f.Message)) {
					t.Errorf("%s: it does not say %q", file, f.Message)
				}
			}
		}
	}
}

// Each indicator and condition has a page with all that explain says; what is not there is not found.
func TestExplanations(t *testing.T) {
	t.Parallel()
	for file, called := range testenv.Sample(t, examples, quangTrung) {
		w := opened(t)
		at, a := w.took(t, file, called)
		for i := range a.Levels {
			for x := range a.Levels[i].Judged() {
				page := w.get(t, at+"/chi-tieu/"+x.ID)
				var walk func(asking.Node)
				walk = func(n asking.Node) {
					for _, f := range n.Facts {
						if !says(page, f.Text) {
							t.Errorf("%s: it does not say %s: %q", x.ID, f.Name, f.Text)
						}
					}
					for _, p := range n.Parts {
						walk(p)
					}
				}
				walk(asking.Tree(a, x.Judgement))
				if !says(page, x.Note) || !says(page, x.Name) {
					t.Errorf("%s: name or note is not there", x.ID)
				}
			}
		}
		for _, path := range []string{"/chi-tieu/ntm/99", "/chi-tieu/xx/10", "/chi-tieu/ntm/%3Cb%3E",
			"/hinh/tieu-chi/xx", "/hinh/xx/ntm", "/hinh/qua-nam/xx", "/hinh/qua-nam/income_per_capita"} {
			if got := w.ask(t, request{method: "GET", path: at + path}); got.code != http.StatusNotFound ||
				strings.Contains(got.body, "<b>") {
				t.Errorf("%s: %d", path, got.code)
			}
		}
	}
}

// What would come out with other figures is what whatif says, every flip both ways; nothing of it
// is kept.
func TestSupposing(t *testing.T) {
	t.Parallel()
	for file, called := range examples {
		w := opened(t)
		at, a := w.took(t, file, called)
		kept := w.get(t, at+"/so-lieu")
		for _, given := range [][]string{{"income_per_capita=1"}, {"income_per_capita=+50"},
			{"multidimensional_poverty_rate=99", "clean_landscape=chưa đạt"}, {"10=72"}, {"thu nhập +5"},
			{"income_per_capita="}, {"multidimensional_poverty_rate=31/2026"}} {
			form := url.Values{}
			for i, one := range given {
				if name, text, chosen := strings.Cut(one, "="); chosen && w.Library.Figures[name] != nil && i%2 == 0 {
					form.Add("so", name)
					form.Add("gia", text)
				} else {
					form.Set("viet", form.Get("viet")+one+"\n")
				}
			}
			supposed, _, err := asking.Supposing{Lib: w.Library, Before: a}.Read(given)
			got := w.ask(t, request{method: "GET", path: at + "/thay-so?" + form.Encode()})
			if err != nil {
				if got.code != http.StatusUnprocessableEntity {
					t.Errorf("%q: %d, the command says %v", given, got.code, err)
				}
				continue
			}
			want, err := asking.WhatIf(file, a, supposed, office.EveryLevel, "thử")
			if err != nil || got.code != http.StatusOK {
				t.Fatal(err, got.code, got.body)
			}
			for i := range want.Changes {
				w.isTold(t, got.body, &want.Changes[i])
			}
			for i := range want.Supposed {
				if !says(got.body, want.Supposed[i].Text()) {
					t.Errorf("%q: it does not say %q", given, want.Supposed[i].Text())
				}
			}
			if len(want.Changes) == 0 && strings.Contains(got.body, "<tbody>") {
				t.Errorf("%q: a change that is none", given)
			}
		}
		if w.get(t, at+"/so-lieu") != kept {
			t.Error("something was kept")
		}
	}
}

// isTold holds a page against a change.
func (w *Window) isTold(t *testing.T, page string, c *outlook.Change) {
	t.Helper()
	texts := []string{}
	switch {
	case c.Kind == outlook.OfFinding && c.After != nil:
		texts = append(texts, "Thêm", vi.Capital(c.After.Note))
	case c.Kind == outlook.OfFinding:
		texts = append(texts, "Không còn", vi.Capital(c.Before.Note))
	case c.Kind == outlook.OfLevel:
		texts = append(texts, assess.Verdict(c.Before.Outcome).Word(), assess.Verdict(c.After.Outcome).Word())
	case !c.ProofOnly():
		texts = append(texts, c.Name, assess.Outcome(c.Before.Outcome).Word(), assess.Outcome(c.After.Outcome).Word())
		if c.After.Judgement != nil {
			texts = append(texts, vi.Capital(c.Rests()))
		}
	}
	for _, text := range texts {
		if !says(page, text) {
			t.Errorf("%s %s: it does not say %q", c.Kind, c.Path, text)
		}
	}
}

// What is wrong with a supposition is told with all of it, the form stays as it was typed, and
// markup is text.
func TestWrongSuppositions(t *testing.T) {
	t.Parallel()
	w := opened(t)
	at, _ := w.took(t, quangTrung, "quang trung")
	for _, text := range []string{"<script>alert(1)</script>=1", "10", "10=nhiều", "10=1\n10=2", "khong-co=7",
		"10=-1000000", strings.Repeat("a", 10000)} {
		a := w.ask(t, request{method: "GET", path: at + "/thay-so?" + url.Values{"viet": {text}}.Encode()})
		if a.code != http.StatusUnprocessableEntity || strings.Contains(a.body, "<script>alert") ||
			!strings.Contains(a.body, `role="alert"`) || strings.Contains(a.body, `id="doi"`) {
			t.Errorf("%.30q: %d", text, a.code)
		}
		if !says(a.body, text) {
			t.Errorf("%.30q is gone from the form", text)
		}
	}
	if page := w.get(t, at+"/thay-so?so=income_per_capita"); !strings.Contains(page,
		`<option value="income_per_capita" selected>`) || strings.Contains(page, `id="doi"`) {
		t.Error("a figure that is only chosen is supposed already")
	}
}

// failing has the invented commune fail of what is asked: an income, a rate, and what is declared.
func (w *Window) failing(t testing.TB) (at string) {
	t.Helper()
	at, _ = w.took(t, inventedCommune, "gia dinh")
	for _, c := range [][3]string{{"income_per_capita", "ntm:value", "36"}, {"clean_landscape", "ntm:value",
		"chưa đạt"},
		{"multidimensional_poverty_rate", "ntm:numerator", "115"}} {
		a := w.ask(t, request{method: "POST", path: at + "/o", body: typed(c[0], c[1], c[2], "1")})
		if a.code != http.StatusSeeOther {
			t.Fatal(c, a.code, a.body)
		}
	}
	return at
}

// What fails is told with its gap in real units, nearest first, and drawn as far as it is measured.
func TestWhatFails(t *testing.T) {
	t.Parallel()
	w := opened(t)
	at := w.failing(t)
	page := w.get(t, at+"/ket-qua?muc=ntm")
	var order []int
	for _, text := range []string{
		"36 triệu đồng/người/năm, yêu cầu ≥ 42 triệu đồng/người/năm; thiếu 6 triệu đồng/người/năm",
		"115 / 1.850 hộ = 6,22 %, yêu cầu ≤ 5 %; vượt 1,22 điểm %, tương đương 23 hộ", "Xã báo chưa đạt"} {
		at := strings.Index(html.UnescapeString(page), text)
		if order = append(order, at); at < 0 {
			t.Errorf("it does not say %q", text)
		}
	}
	if !slices.IsSorted(order) {
		t.Errorf("the nearest is not first: %d", order)
	}
	chart := w.ask(t, request{method: "GET", path: at + "/hinh/con-thieu/ntm"})
	for _, text := range []string{"cách 14,3 %", "cách 24,3 %"} {
		if !says(chart.body, text) || !says(page, text) {
			t.Errorf("%q is not drawn, or not in words: %s", text, chart.body)
		}
	}
}

// A page of results says where it is of what is typed and not of the report that was kept, and
// that a cell cannot be read.
func TestResultsSayOfWhatTheyAre(t *testing.T) {
	const typing, unread = "tính theo số đang nhập", "1 ô chưa đọc được"
	w := opened(t)
	at, _ := w.took(t, quangTrung, "quang trung")
	set := func(text, version string) {
		if a := w.ask(t, request{method: "POST", path: at + "/o", body: typed("income_per_capita", "ntm:value", text,
			version)}); a.code != http.StatusSeeOther {
			t.Fatal(a.code, a.body)
		}
	}
	check := func(when string, isTyping, isUnread bool) {
		if page := w.get(t, at+"/ket-qua"); says(page, typing) != isTyping || says(page, unread) != isUnread {
			t.Errorf("%s: typing %v, unread %v", when, says(page, typing), says(page, unread))
		}
	}
	check("as it was taken in", false, false)
	set("nhiều", "1")
	check("with a word for a number", true, true)
	set("70", "2")
	check("typed", true, false)
	if a := w.ask(t, request{method: "POST", path: at + "/ghi"}); a.code != http.StatusSeeOther {
		t.Fatal(a.code, a.body)
	}
	check("kept", false, false)
}

// Charts are pictures without style or script, for light and dark pages, and say all in words.
func TestCharts(t *testing.T) {
	w := opened(t)
	at, a := w.took(t, quangTrung, "quang trung")
	w.importsOf(t, 2022, "44.125")
	drawn := 0
	for _, path := range []string{"/hinh/tieu-chi/ntm", "/hinh/con-thieu/kieu-mau", "/hinh/tieu-chi/kieu-mau",
		"/hinh/qua-nam/income_per_capita"} {
		var files []string
		for _, ground := range []string{"", "?nen=toi"} {
			got := w.ask(t, request{method: "GET", path: at + path + ground})
			if got.code == http.StatusNotFound && strings.Contains(path, "con-thieu") {
				continue // nothing measured fails
			}
			if got.code != http.StatusOK || got.header.Get("Content-Type") != "image/svg+xml" {
				t.Fatalf("%s: %d %v", path, got.code, got.header)
			}
			isProtected(t, got.header)
			if strings.Contains(got.body, "style") || strings.Contains(got.body, "<script") {
				t.Errorf("%s: %s", path, got.body)
			}
			isXML(t, got.body)
			files, drawn = append(files, got.body), drawn+1
		}
		if len(files) == 2 && files[0] == files[1] {
			t.Errorf("%s: dark is as light", path)
		}
	}
	if drawn < 6 {
		t.Errorf("%d charts", drawn)
	}
	if page := w.get(t, at+"/chi-tieu/ntm/10"); !says(page, "44,125") || !says(page, "qua các năm") {
		t.Error("the year before is not told")
	}
	page := w.get(t, at+"/ket-qua?muc=ntm")
	if alt := between(page, `alt="`, `"`); !says(alt, a.Levels[0].Criteria[9].Name) {
		t.Errorf("the chart is not told in words: %q", alt)
	}
}

func isXML(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err, text)
		}
	}
}

// Every level is shown as the one that is asked for; a level that is not there is the one that is
// next for the commune, and a copy that was only begun says what is next.
func TestResultsOfWhatIsTyped(t *testing.T) {
	w := opened(t)
	at := strings.TrimSuffix(w.begun(t), "/so-lieu")
	page := w.get(t, at+"/ket-qua")
	if !says(page, "đang nhập số liệu") || !says(page, "ghi thành bản báo cáo") || !says(page, "Chưa có số liệu") {
		t.Error(page)
	}
	levels := []criteria.Level{criteria.NTM, criteria.NangCao, criteria.KieuMau}
	for _, level := range levels {
		page := w.get(t, at+"/ket-qua?muc="+string(level))
		if !strings.Contains(page, `id="muc-ten">Xã `+level.Title()) ||
			strings.Count(page, `aria-current="true"`) != 1 {
			t.Errorf("%s is not shown", level)
		}
		if n := strings.Count(page, `class="verdict"`); n != len(levels) {
			t.Errorf("%s: %d cards", level, n)
		}
	}
	note := `"><img src=x onerror=alert(1)>`
	w.ask(t, request{method: "POST", path: at + "/o", body: typed("income_per_capita", "ntm:value", "69", "0")})
	w.ask(t, request{method: "POST", path: at + "/o", body: typed("income_per_capita", "ntm:note", note, "0")})
	page = w.get(t, at+"/chi-tieu/ntm/10")
	if strings.Contains(page, "<img src=x") || !says(page, note) || !says(page, fmt.Sprint(69)) {
		t.Error("what is typed is not shown as text")
	}
}

// A commune, its papers and notes that are called as markup stand on every page of results as text.
func TestHostileNamesInResults(t *testing.T) {
	data, err := os.ReadFile(inventedCommune)
	if err != nil {
		t.Fatal(err)
	}
	const name, paper = "Giả <img src=x onerror=alert(1)> Định", `</dd><script>alert(2)</script>{{.At}}`
	text := strings.Replace(string(data), "name: Giả Định", "name: '"+name+"'", 1)
	text = strings.Replace(text, "title: Báo cáo giả định kết quả xây dựng nông thôn mới", "title: '"+paper+"'", 1)
	if text == string(data) {
		t.Fatal("the example is another")
	}
	file := filepath.Join(t.TempDir(), "xa.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w := opened(t)
	at, _ := w.took(t, file, "gia")
	for path, text := range map[string]string{"/ket-qua": name, "/chi-tieu/ntm/10": name, "/chi-tieu/ntm/1.1": paper,
		"/thay-so?so=income_per_capita&gia=1": name} {
		page := w.get(t, at+path)
		if strings.Contains(page, "<img src=x") || strings.Contains(page, "<script>alert") || !says(page, text) {
			t.Errorf("%s does not show as text %q", path, text)
		}
	}
}
