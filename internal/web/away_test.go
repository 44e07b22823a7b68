package web

import (
	"archive/zip"
	"bytes"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/office"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

// fileOf is a file that is handed over, with its name.
func (w *Window) fileOf(t testing.TB, path string) (name string, data []byte) {
	t.Helper()
	a := w.ask(t, request{method: http.MethodGet, path: path})
	kind, params, err := mime.ParseMediaType(a.header.Get("Content-Disposition"))
	if a.code != http.StatusOK || err != nil || kind != "attachment" ||
		a.header.Get("X-Content-Type-Options") != "nosniff" {
		t.Fatalf("%s: %d %v %s", path, a.code, a.header, a.body[:min(len(a.body), 2000)])
	}
	return params["filename"], []byte(a.body)
}

// What is taken away is what the commands make, by their names; the filled form and the parts
// say what was typed.
func TestTakenAway(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	w := opened(t)
	at := strings.TrimSuffix(w.full(t), "/so-lieu")
	for _, c := range []struct{ what, name, holds string }{
		{"tep/bieu-mau", "bieu-mau-", ""},
		{"tep/bieu-da-ghi", "bieu-da-ghi-", ""},
		{"tep/phieu.zip", "phieu-2023.zip", "phieu-2023/cong-an"},
		{"tep/van-ban.zip", "van-ban-", "van-ban-"},
		{"tep/ho-so", "ho-so-", ""},
		{"tep/goi", "gia-dinh", ""},
	} {
		name, data := w.fileOf(t, at+"/"+c.what)
		if !strings.HasPrefix(name, c.name) {
			t.Errorf("%s is called %q", c.what, name)
		}
		if c.holds == "" {
			continue
		}
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(c.what, err)
		}
		var names []string
		for _, f := range z.File {
			names = append(names, f.Name)
		}
		if !strings.Contains(strings.Join(names, " "), c.holds) {
			t.Errorf("%s holds %q", c.what, names)
		}
	}
	for _, what := range []string{"phieu", "van-ban"} {
		page := w.get(t, at+"/tep-rieng/"+what)
		link := between(page, `<li><a href="`+w.Door.Base, `"`)
		if name, data := w.fileOf(t, link); !strings.HasSuffix(link, name) || len(data) == 0 {
			t.Errorf("%s: %s gives %q", what, link, name)
		}
	}
}

// The filled form of what is typed is read as the same report that is kept of it.
func TestTheFilledFormSaysTheSame(t *testing.T) {
	t.Parallel()
	w := opened(t)
	at := w.full(t)
	name, data := w.fileOf(t, strings.TrimSuffix(at, "/so-lieu")+"/tep/bieu-da-ghi")
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	read, err := form.Read(t.Context(), path, w.Library)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := listed(t.Context(), w.Work, "gia dinh")
	if err != nil {
		t.Fatal(err)
	}
	kept, err := office.KeptReport(t.Context(), w.Store, lines[0].Province, lines[0].Dossier.Report().Digest,
		w.Library.Figures)
	if err != nil {
		t.Fatal(err)
	}
	inOneOrder(read.Report)
	inOneOrder(kept)
	read.Report.TraitsUnknown = nil // that the year does not ask about
	got, want := strings.Split(jsonOf(t, read.Report), "\n"), strings.Split(jsonOf(t, kept), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func jsonOf(t testing.TB, r *commune.Report) string {
	t.Helper()
	data, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A commune of which nothing was kept has forms and no papers, and is told what to do; what is
// not there is not there.
func TestNothingToTakeAway(t *testing.T) {
	t.Parallel()
	w := opened(t)
	at := strings.TrimSuffix(w.begun(t), "/so-lieu")
	w.fileOf(t, at+"/tep/bieu-da-ghi")
	for path, code := range map[string]int{"/tep/ho-so": 422, "/tep/van-ban.zip": 422, "/tep/goi": 422,
		"/tep/khac": 404, "/tep-rieng/khac": 404, "/tep-rieng/phieu/khac.xlsx": 404,
		"/tep-rieng/phieu/..%2F..%2Fkhac": 404} {
		a := w.ask(t, request{method: http.MethodGet, path: at + path})
		if a.code != code || a.header.Get("Content-Disposition") != "" {
			t.Errorf("%s: %d", path, a.code)
		}
	}
	if page := w.get(t, at+"/tep"); strings.Contains(page, "tep/ho-so") {
		t.Error("it offers a dossier")
	}
}

// inOneOrder sorts figures and capital: a form has an order of its own, which means nothing.
func inOneOrder(r *commune.Report) {
	slices.SortFunc(r.Figures, func(a, b commune.Figure) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(r.Capital, func(a, b commune.Capital) int {
		return strings.Compare(string(a.Source+"/")+string(a.Kind), string(b.Source+"/")+string(b.Kind))
	})
}

// Where evidence is missing that a report names, a bundle goes only to who was told which.
func TestABundleThatLacksEvidence(t *testing.T) {
	t.Parallel()
	w := opened(t)
	at := strings.TrimSuffix(w.full(t), "/so-lieu")
	lines, err := listed(t.Context(), w.Work, "gia dinh")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "tam")
	if err := os.WriteFile(file, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err = w.Work.AddEvidence(t.Context(), lines[0].OfYear, "A", file, "<b>quyết định.pdf", ""); err == nil {
		_, err = w.Work.Keep(t.Context(), lines[0].OfYear, "A", true)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, data := w.fileOf(t, at+"/tep/goi"); !bytes.Contains(data, []byte("minh-chung/")) {
		t.Error("the bundle holds no evidence")
	}
	if err := os.RemoveAll(w.Work.Folder(lines[0].OfYear)); err != nil {
		t.Fatal(err)
	}
	page := w.get(t, at+"/tep/goi")
	if !strings.Contains(page, "&lt;b&gt;quyết định.pdf") || strings.Contains(page, "<b>quyết") {
		t.Error(page)
	}
	if !strings.Contains(page, at+"/tep/goi?thieu=1") {
		t.Error("no way to take it all the same")
	}
	w.fileOf(t, at+"/tep/goi?thieu=1")
}
