package page_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/web/page"
	"ntm/internal/web/pagetest"

	"pgregory.net/rapid"
)

// An address is read again as what it was made of, whatever stands in its parts.
func TestAddressesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := store.OfYear{Province: rapid.StringMatching(`[^\x00]+`).Draw(t, "province"),
			Commune: rapid.StringMatching(`[^\x00]+`).Draw(t, "commune"), Year: rapid.IntRange(1, 9999).Draw(t, "year")}
		if own := []string{".", "..", "/"}; slices.Contains(own, of.Province) || slices.Contains(own, of.Commune) {
			return // no unit is called so, and a path takes them for its own
		}
		var got store.OfYear
		mux := http.NewServeMux()
		mux.HandleFunc("GET /xa/{home}/{commune}/{year}/so-lieu", func(_ http.ResponseWriter, r *http.Request) {
			got, _ = page.YearOf(r)
		})
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		at, err := url.Parse(page.YearAt(of, "so-lieu"))
		if err != nil {
			t.Fatal(err)
		}
		r.URL = at
		mux.ServeHTTP(httptest.NewRecorder(), r)
		if got != of {
			t.Errorf("%+v is %+v by %s", of, got, at)
		}
	})
}

// A year that is no number is a page that there is not.
func TestYearOf(t *testing.T) {
	for _, year := range []string{"", "x", "2023x", "99999999999999999999"} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.SetPathValue("year", year)
		_, err := page.YearOf(r)
		var s page.Status
		if !errors.As(err, &s) || s.Code != http.StatusNotFound {
			t.Errorf("%q: %v", year, err)
		}
	}
}

// What went wrong keeps its status, and is text whatever it is.
func TestWrong(t *testing.T) {
	f := pagetest.Frame(t)
	for name, c := range map[string]struct {
		err  error
		code int
		said string
	}{
		"a refusal":     {problem.Problem{Message: "chưa có mức", Hint: "chọn mức"}, 422, "chưa có mức"},
		"a missing one": {page.Missing("không có hình này", "về trang Kết quả"), 404, "về trang Kết quả"},
		"too much":      {&http.MaxBytesError{Limit: 1}, 413, "quá lớn"},
		"markup":        {problem.Problem{Message: "<script>alert(1)</script>"}, 422, "&lt;script&gt;"},
		"two":           {problem.List{{Message: "một"}, {Message: "hai"}}, 422, "hai"},
	} {
		out := httptest.NewRecorder()
		f.Wrong(out, c.err)
		if out.Code != c.code || !strings.Contains(out.Body.String(), c.said) ||
			strings.Contains(out.Body.String(), "<script>alert") {
			t.Errorf("%s: %d %s", name, out.Code, out.Body)
		}
	}
}

// A page is shown whole or not at all: of one that fails half way nothing is sent.
func TestShowIsWhole(t *testing.T) {
	f := pagetest.Frame(t, fstest.MapFS{
		"templates/page-good.html": {Data: []byte(
			`{{define "content"}}<h1>{{.Title}}</h1>{{template "mine" .}}{{end}}`)},
		"templates/page-bad.html":  {Data: []byte(`{{define "content"}}nửa trang {{.Data.None}}{{end}}`)},
		"templates/part-mine.html": {Data: []byte(`{{define "mine"}}<a href="{{at "/kho"}}">kho</a>{{end}}`)},
	})
	out := httptest.NewRecorder()
	_ = f.Show(out, "good", page.View{Title: "<Trang>"})
	if body := out.Body.String(); out.Code != 200 || !strings.Contains(body, "&lt;Trang&gt;") ||
		!strings.Contains(body, f.Door.Base+"/kho") || !strings.Contains(body, "Người thử") {
		t.Errorf("%d %s", out.Code, body)
	}
	out = httptest.NewRecorder()
	_ = f.Show(out, "bad", page.View{Data: 1})
	if out.Code != 500 || strings.Contains(out.Body.String(), "nửa trang") {
		t.Errorf("%d %s", out.Code, out.Body)
	}
}

// Another name stands from now on, and leads back only to a page of ours; what is no name changes
// nothing.
func TestSetActor(t *testing.T) {
	f := pagetest.Frame(t)
	ours := "http://" + pagetest.Host + f.Door.Base
	for _, c := range []struct{ name, from, to, actor string }{
		{"Nguyễn A (giả định)", ours + "/kho?a=1", "/kho?a=1", "Nguyễn A (giả định)"},
		{"B", "http://xau.example" + f.Door.Base + "/kho", "/", "B"},
		{"C", "http://" + pagetest.Host + "/khac", "/", "C"},
		{"D", "", "/", "D"},
		{" ", ours, "", "D"},
		{strings.Repeat("x", 10_000), ours, "", "D"},
	} {
		r := httptest.NewRequest(http.MethodPost, "/", nil)
		r.PostForm = url.Values{"ten": {c.name}}
		r.Header.Set("Referer", c.from)
		out := httptest.NewRecorder()
		err := f.SetActor(out, r)
		if (err != nil) != (c.to == "") || f.Actor() != c.actor ||
			err == nil && out.Header().Get("Location") != f.Door.Base+c.to {
			t.Errorf("%.20q from %s: %v, %s, %v", c.name, c.from, err, f.Actor(), out.Header())
		}
	}
}

// Unknown looks neither met nor failed, and every verdict has its word.
func TestLooks(t *testing.T) {
	classes := map[assess.Outcome]string{assess.Met: "good", assess.NotMet: "bad", assess.NotApplicable: "off",
		assess.NoFigure: "", assess.NoThreshold: "", assess.Undetermined: ""}
	var n page.Counts
	for o, class := range classes {
		if v := page.OutcomeOf(o); v.Class != class || v.Word == "" {
			t.Errorf("%s: %+v", o, v)
		}
		n.Add(o)
	}
	if n.Met != 1 || n.Failed != 1 || n.Apart != 1 || n.Unknown != 3 {
		t.Errorf("%+v", n)
	}
	n.Left = 2
	if got := n.Words(); got != "1 đạt, 1 chưa đạt, 3 chưa rõ, 1 không áp dụng, 2 chưa có trong bộ tiêu chí" {
		t.Error(got)
	}
	for v, class := range map[assess.Verdict]string{assess.Eligible: "good", assess.NotEligible: "bad",
		assess.Undecided: ""} {
		if got := page.VerdictOf(v, true); got.Class != class || !strings.HasSuffix(got.Word, " (dự thảo)") {
			t.Errorf("%+v", got)
		}
	}
}

// The level that is asked for is shown, else a commune's own, else the one that is next for it by
// the titles of its report.
func TestLevelHere(t *testing.T) {
	none := &commune.Report{}
	holds := func(year int, levels ...criteria.Level) *commune.Report {
		return &commune.Report{Recognitions: list.Map(levels, func(l criteria.Level) commune.Recognition {
			return commune.Recognition{Level: l, Year: year}
		})}
	}
	for name, c := range map[string]struct {
		report     *commune.Report
		asked, own criteria.Level
		want       int
	}{
		"no report":               {nil, "", "", 0},
		"no title":                {none, "", "", 0},
		"asked":                   {none, criteria.KieuMau, criteria.NTM, 2},
		"its own":                 {none, "", criteria.NangCao, 1},
		"its own, holding more":   {holds(2020, criteria.NangCao), "", criteria.NTM, 0},
		"asked what there is not": {none, criteria.HienDai, criteria.NangCao, 1},
		"neither there":           {none, criteria.HienDai, "x", 0},
		"holds the first":         {holds(2023, criteria.NTM), "", "", 1},
		"holds two":               {holds(2020, criteria.NangCao, criteria.NTM), "", "", 2},
		"holds the highest":       {holds(2020, criteria.KieuMau), "", "", 2},
		"holds one later":         {holds(2024, criteria.NTM), "", "", 0},
	} {
		a := &assess.Assessment{Year: 2023, Report: c.report, Levels: []assess.Level{{Level: criteria.NTM},
			{Level: criteria.NangCao}, {Level: criteria.KieuMau}}}
		if got := page.LevelHere(a, c.asked, c.own); got != c.want {
			t.Errorf("%s: level %d", name, got)
		}
	}
}
