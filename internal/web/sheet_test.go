package web

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/store"
)

// sheetForm is what a browser sends of a sheet, with some cells changed: names and texts in turn.
func (w *Window) sheetForm(t testing.TB, path string, changed ...string) url.Values {
	t.Helper()
	page := w.get(t, path)
	out := url.Values{"thay": {html.UnescapeString(between(page, `name="thay" value="`, `"`))}}
	for i := 0; i < len(changed); i += 2 {
		out.Set(changed[i], changed[i+1])
	}
	return out
}

// text is what stands in a cell of Quảng Trung's year.
func (w *Window) text(t testing.TB, sheet, item, id string) string {
	t.Helper()
	working, err := w.Work.Read(t.Context(), store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023})
	if err != nil {
		t.Fatal(err)
	}
	return working.Cells[form.Place{Sheet: sheet, Item: item, ID: id}].Value
}

// Rows of each table are added, changed and taken away; what cannot be read is told at its cell
// and stays there; a row that somebody else wrote meanwhile is not written over.
func TestSheet(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	post := func(path string, v url.Values) answered {
		return w.ask(t, request{method: "POST", path: year + path, body: v.Encode()})
	}
	for _, c := range []struct{ sheet, slug, id, text, other string }{
		{layout.CapitalSheet, "nguon-luc", "ntm:worth", "4200", "4300,5"},
		{layout.ArrearsSheet, "no-dong", "ntm:work", "Đường thôn 3 (giả định)", "Cầu (giả định)"},
		{layout.PollSheet, "hai-long", "ntm:village", "Thôn 1 <b>", "Thôn \u202e1"},
		{layout.TitleSheet, "quyet-dinh-cong-nhan", "ntm:title_year", "2019", "2020"},
		{layout.EvidenceSheet, "minh-chung", "ntm:title", "Báo cáo", "Tờ trình"},
	} {
		path := "/bang/" + c.slug
		old := w.sheetForm(t, year+path, "1/"+c.id, c.other)
		if a := post(path, w.sheetForm(t, year+path, "1/"+c.id, c.text)); a.code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", c.sheet, a.code, between(a.body, "<main", "</main>"))
		}
		if got := w.text(t, c.sheet, "1", c.id); got != c.text {
			t.Errorf("%s holds %q", c.sheet, got)
		}
		if a := post(path, old); a.code != http.StatusConflict {
			t.Errorf("%s: an old page writes: %d", c.sheet, a.code)
		}
		if page := w.get(t, year+path); strings.Contains(page, "1 <b>") ||
			!strings.Contains(page, html.EscapeString(c.text)) {
			t.Errorf("%s does not show it as text", c.sheet)
		}
		post(path, w.sheetForm(t, year+path, "2/"+c.id, c.text))
		if a := post(path, w.sheetForm(t, year+path, "bo", "1")); a.code != http.StatusSeeOther {
			t.Errorf("%s: %d", c.sheet, a.code)
		}
		if w.text(t, c.sheet, "1", c.id) != "" || w.text(t, c.sheet, "2", c.id) != c.text {
			t.Errorf("%s: the wrong row is gone", c.sheet)
		}
	}
	post("/bang/no-dong", w.sheetForm(t, year+"/bang/no-dong", "3/ntm:total", "nhiều"))
	if page := w.get(t, year+"/bang/no-dong"); !strings.Contains(page, `value="nhiều"`) ||
		!strings.Contains(page, "tag bad") {
		t.Error("what cannot be read is not told of")
	}
	for _, path := range []string{"/bang/khac", "/bang/thong-tin-xa/dan", "/bang/nguon-luc/dan"} {
		if a := post(path, url.Values{"thay": {"x"}}); a.code != 404 && a.code != 422 {
			t.Errorf("%s: %d", path, a.code)
		}
	}
}

// A row that was just edited goes at once, by a page that knew it as it was before; one that
// somebody else wrote since does not.
func TestAnEditedRowGoes(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	const path = "/bang/no-dong"
	post := func(form url.Values) int {
		return w.ask(t, request{method: "POST", path: year + path, body: form.Encode()}).code
	}
	for i, c := range []struct {
		was, typed, other string
		code              int
	}{{"", "Đường", "", 303}, {"Cầu", "Đường", "", 303}, {"Cầu", "Đường", "Chợ", 409}} {
		row := fmt.Sprint(i + 1)
		cell := row + "/ntm:work"
		if c.was != "" {
			post(w.sheetForm(t, year+path, cell, c.was))
		}
		page := w.sheetForm(t, year+path, cell, c.typed)
		post(page)
		if c.other != "" {
			post(w.sheetForm(t, year+path, cell, c.other))
		}
		page.Set("bo", row)
		if code := post(page); code != c.code || w.text(t, layout.ArrearsSheet, row, "ntm:work") != c.other {
			t.Errorf("%+v: %d, %q stands", c, code, w.text(t, layout.ArrearsSheet, row, "ntm:work"))
		}
	}
}

// The questions of traits that the year asks stand on the page of figures with what they mean,
// and what is answered there chooses the thresholds.
func TestTraits(t *testing.T) {
	w := opened(t)
	at := w.begun(t)
	year := strings.TrimSuffix(at, "/so-lieu")
	page := w.get(t, at)
	if !strings.Contains(page, "câu chưa trả lời") || !strings.Contains(page, "Đặc điểm: ") {
		t.Fatal(between(page, "<details", "</details>"))
	}
	name := between(between(page, "<details", "</details>"), `<select name="`, `"`)
	form := w.sheetForm(t, at, name, "Không", "ve", "so-lieu")
	key, id, _ := strings.Cut(name, "/")
	a := w.ask(t, request{method: "POST", path: year + "/bang/thong-tin-xa", body: form.Encode()})
	if a.code != http.StatusSeeOther || !strings.HasSuffix(a.header.Get("Location"), "/so-lieu") ||
		w.text(t, layout.PlaceSheet, key, id) != "Không" {
		t.Errorf("%d %v", a.code, a.header)
	}
}

// A piece of a spreadsheet is written whole or not at all, each fault by its row and column.
func TestPaste(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		sheet, row, column, text string
		code                     int
		says                     string            // of an error
		stands                   map[string]string // by row and id
	}{
		"with titles": {"no-dong", "", "", "Còn nợ\tCông trình\n12,5\tĐường (giả định)\n\tCầu (giả định)\n", 303, "",
			map[string]string{"1/ntm:work": "Đường (giả định)", "1/ntm:owed": "12,5", "2/ntm:work": "Cầu (giả định)"}},
		"several columns": {"hai-long", "", "", "Thôn 1\t200\t150\nThôn 2\t\t140", 303, "",
			map[string]string{"1/ntm:village": "Thôn 1", "1/ntm:forms_out": "150", "2/ntm:households": "",
				"2/ntm:forms_out": "140"}},
		"as the form has them": {"hai-long", "", "", "Thôn 1\t200\t150\t140\t130\t92,86 %", 303, "",
			map[string]string{"1/ntm:satisfied": "130"}},
		"in the middle": {"hai-long", "2", "ntm:forms_back", "1\t1\n2\t2", 303, "",
			map[string]string{"2/ntm:forms_back": "1", "3/ntm:satisfied": "2"}},
		"quoted": {"no-dong", "", "", "\"Đường\nthôn \"\"3\"\"\"\tQĐ 1", 303, "",
			map[string]string{"1/ntm:work": `Đường thôn "3"`, "1/ntm:decision": "QĐ 1"}},
		"an empty row": {"hai-long", "", "", "Thôn 1\r\n\r\nThôn 3\r\n", 303, "",
			map[string]string{"3/ntm:village": "Thôn 3"}},
		"too wide": {"hai-long", "", "ntm:satisfied", "1\t2", 422, "dòng 1 có 2 cột", nil},
		"unreadable": {"no-dong", "", "", "Đường\tQĐ\t10\t9\nCầu\tQĐ\tnhiều\t9", 422, "dòng 2, cột Tổng mức đầu tư",
			nil},
		"too many": {"hai-long", "", "", strings.Repeat("Thôn\n", 1100), 422, "1000 dòng", nil},
		"too long": {"hai-long", "", "", strings.Repeat("ă", 10_000), 422, "quá dài", nil},
		"nothing":  {"hai-long", "", "", " \n ", 422, "không có gì", nil},
	} {
		t.Run(name, func(t *testing.T) {
			w := opened(t)
			year := strings.TrimSuffix(w.begun(t), "/so-lieu")
			path := year + "/bang/" + c.sheet
			form := w.sheetForm(t, path, "chu", c.text, "dong", c.row, "cot", c.column)
			a := w.ask(t, request{method: "POST", path: path + "/dan", body: form.Encode()})
			if a.code != c.code || !strings.Contains(a.body, c.says) {
				t.Fatalf("%d %s", a.code, between(a.body, "<main", "</main>"))
			}
			sheet := map[string]string{"no-dong": layout.ArrearsSheet, "hai-long": layout.PollSheet}[c.sheet]
			for at, want := range c.stands {
				item, id, _ := strings.Cut(at, "/")
				if got := w.text(t, sheet, item, id); got != want {
					t.Errorf("%s: %q, not %q", at, got, want)
				}
			}
			if page := w.get(t, path); c.code != 303 && (strings.Contains(page, `value="Thôn`) ||
				strings.Contains(page, `value="Đường`)) {
				t.Error("half of it was written")
			}
		})
	}
}
