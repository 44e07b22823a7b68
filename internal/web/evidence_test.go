package web

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/internal/evidence"
	"ntm/internal/form/layout"
	"ntm/internal/store"
)

var ofQuangTrung = store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023}

// drawn is a picture of a few dots.
func drawn(t testing.TB) []byte {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for x := range 60 {
		p.Set(x, x/2, color.RGBA{uint8(4 * x), 90, 60, 255})
	}
	var out bytes.Buffer
	if err := png.Encode(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// kept are the names of the files of evidence, and all that lies in the folder of all.
func (w *Window) kept(t testing.TB) (names []string) {
	t.Helper()
	err := filepath.WalkDir(w.Evidence, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			if filepath.Dir(path) != w.Work.Folder(ofQuangTrung) {
				t.Errorf("outside: %s", path)
			}
			names = append(names, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// A file is kept once under a name of its own, numbered, cited by its figure, shown, handed over,
// hashed with the report, and taken away again.
func TestEvidence(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	add := func(name string, data []byte, figure string) answered {
		return w.ask(t, sent(t, year+"/minh-chung", name, data, "so", figure, "ve", "so-lieu"))
	}
	const figure = "income_per_capita"
	photo := drawn(t)
	for _, c := range []struct {
		name string
		data []byte
	}{{"ảnh đường.png", photo}, {"ảnh đường.png", photo}, {"ảnh đường.png", []byte("khác")}, {"tờ trình.pdf",
		[]byte("%PDF-1.7 giả định")}} {
		if a := add(c.name, c.data, figure); a.code != http.StatusSeeOther ||
			!strings.HasSuffix(a.header.Get("Location"), "/so-lieu#o-"+figure) {
			t.Fatalf("%d %v %s", a.code, a.header, between(a.body, "<main", "</main>"))
		}
	}
	if got := w.kept(t); !slices.Equal(got, []string{"tờ trình.pdf", "ảnh đường-2.png", "ảnh đường.png"}) {
		t.Errorf("kept are %q", got)
	}
	if got := w.text(t, layout.FigureSheet, figure, "ntm:evidence"); got != "1; 2; 3" {
		t.Errorf("the figure cites %q", got)
	}
	page := w.get(t, year+"/minh-chung")
	if strings.Count(page, "<img") != 2 || !strings.Contains(page, "SHA-256") || strings.Contains(page, w.Evidence) {
		t.Error(between(page, "<main", "</main>"))
	}
	if name, data := w.fileOf(t, year+"/minh-chung/1"); name != "ảnh đường.png" || !bytes.Equal(data, photo) {
		t.Errorf("handed over is %q", name)
	}
	seen := w.ask(t, request{method: "GET", path: year + "/minh-chung/1/anh"})
	if seen.code != 200 || seen.header.Get("Content-Type") != "image/jpeg" {
		t.Errorf("seen is %d %v", seen.code, seen.header)
	}
	for _, path := range []string{"/minh-chung/2/anh", "/minh-chung/3/anh", "/minh-chung/9", "/minh-chung/..%2F1"} {
		if a := w.ask(t, request{method: "GET", path: year + path}); a.code != http.StatusNotFound {
			t.Errorf("%s: %d", path, a.code)
		}
	}
	w.ask(t, request{method: "POST", path: year + "/o", body: typed(figure, "ntm:value", "69", "0")})
	w.keeps(t, year)
	lines, err := listed(t.Context(), w.Work, "quang trung")
	if err != nil || len(lines[0].Dossier.Assessment.Files) != 3 || lines[0].Dossier.Assessment.Files[0].SHA256 == "" {
		t.Errorf("%+v %v", lines, err)
	}
	add("nhầm.pdf", []byte("%PDF nhầm"), "")
	for _, item := range []string{"1", "4"} {
		if a := w.ask(t, request{method: "POST", path: year + "/minh-chung/" + item + "/bo"}); a.code != 303 {
			t.Errorf("%s: %d %s", item, a.code, a.body)
		}
	}
	if got := w.text(t, layout.FigureSheet, figure, "ntm:evidence"); got != "2; 3" {
		t.Errorf("the figure cites %q", got)
	}
	if got := w.kept(t); !slices.Contains(got, "ảnh đường.png") || slices.Contains(got, "nhầm.pdf") {
		t.Errorf("a file of a kept report goes, or one of none stays: %q", got)
	}
	if a := w.ask(t, request{method: "POST", path: year + "/minh-chung/4/bo"}); a.code != 422 {
		t.Errorf("again: %d", a.code)
	}
}

// The files of a report that was imported stay beside its file: the page says that they are not kept
// here, until they are dropped.
func TestEvidenceElsewhere(t *testing.T) {
	t.Parallel()
	w := opened(t)
	file := filepath.Join(t.TempDir(), "bao-cao.yaml")
	const report = `schema: ntm.report.v1
note: Báo cáo giả định
commune: {declared: {name: Giả Định, district: Giả Định, province: Giả Định, region: btb}}
year: 2023
evidence: [{id: MC1, title: Văn bản giả định, file: co.pdf}]
figures: [{id: income_per_capita, value: 69, evidence: [MC1]}]
`
	if err := os.WriteFile(file, []byte(report), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(file), "co.pdf"), redPage(), 0o600); err != nil {
		t.Fatal(err)
	}
	year := strings.TrimSuffix(w.reported(t, file), "/so-lieu")
	const told = "chưa nằm ở kho này"
	if page := w.get(t, year+"/minh-chung"); !strings.Contains(page, "1 tệp") || !strings.Contains(page, told) {
		t.Error(between(page, "<main", "</main>"))
	}
	w.ask(t, sent(t, year+"/minh-chung", "co.pdf", redPage()))
	page := w.get(t, year+"/minh-chung")
	if strings.Contains(page, told) || strings.Count(page, "<tr>") != 2 || !strings.Contains(page, "SHA-256") {
		t.Error("dropped, it is not kept, or twice:", between(page, "<main", "</main>"))
	}
}

// A file that the list has in a folder joins its entry, and the page says which that is.
func TestEvidenceOfAListedFolder(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	for i, file := range []string{"giấy tờ/có.pdf", "a/hai.pdf", "b/hai.pdf"} {
		item := fmt.Sprint(i + 1)
		form := w.sheetForm(t, year+"/bang/minh-chung", item+"/ntm:file", file, item+"/ntm:code", item)
		w.ask(t, request{method: "POST", path: year + "/bang/minh-chung", body: form.Encode()})
	}
	a := w.ask(t, sent(t, year+"/minh-chung", "có.pdf", redPage()))
	page := w.get(t, strings.TrimPrefix(a.header.Get("Location"), w.Door.Base))
	if done := between(page, `class="done">`, "</p>"); done != "Đã lưu tệp giấy tờ/có.pdf ở mục 1 của danh mục." ||
		strings.Count(page, "<tr>") != 4 || strings.Count(page, "SHA-256") != 1 {
		t.Errorf("%q: %s", done, between(page, "<main", "</main>"))
	}
	if name, data := w.fileOf(t, year+"/minh-chung/1"); name != "có.pdf" || !bytes.Equal(data, redPage()) {
		t.Errorf("handed over is %q", name)
	}
	a = w.ask(t, sent(t, year+"/minh-chung", "hai.pdf", redPage()))
	if a.code != http.StatusUnprocessableEntity || !strings.Contains(a.body, "a/hai.pdf, b/hai.pdf") {
		t.Errorf("two may be meant: %d %s", a.code, between(a.body, "<main", "</main>"))
	}
}

// Names lead nowhere and are shown as text, whatever they are; the cell that names a file may name
// what it likes.
func TestHostileEvidence(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	secret := filepath.Join(w.Evidence, "..", "bi-mat.txt")
	if err := os.WriteFile(secret, []byte("bí mật"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"../../../x.pdf", `..\..\x.pdf`, "/etc/passwd", "C:\\x.pdf", "a\u202efdp.exe",
		"CON.pdf",
		"<img src=x onerror=alert(1)>.png", strings.Repeat("ă", 10_000) + ".pdf", "a\r\nb.pdf", ".htaccess", "...",
		"a\x00b.pdf",
		strings.Repeat("a.", 300)} {
		a := w.ask(t, sent(t, year+"/minh-chung", name, []byte(name)))
		if a.code != http.StatusSeeOther && a.code != http.StatusUnprocessableEntity {
			t.Errorf("%.40q: %d", name, a.code)
		}
	}
	for _, name := range w.kept(t) {
		if len(name) > evidence.MostOfName+5 || strings.ContainsAny(name, "/\\\u202e<>:\r\n\x00") {
			t.Errorf("kept is %q", name)
		}
	}
	page := w.get(t, year+"/minh-chung")
	if strings.Contains(page, "<img src=x") || strings.Contains(page, "\u202e") {
		t.Error("a name is markup")
	}
	for i, name := range []string{"../../../../bi-mat.txt", secret, "..\\bi-mat.txt", "x/../../../../bi-mat.txt"} {
		form := w.sheetForm(t, year+"/bang/minh-chung", "1/ntm:file", name)
		a := w.ask(t, request{method: "POST", path: year + "/bang/minh-chung", body: form.Encode()})
		got := w.ask(t, request{method: "GET", path: year + "/minh-chung/1"})
		if a.code != 303 || got.code != http.StatusNotFound || strings.Contains(got.body, "bí mật") {
			t.Errorf("%d: %d %d", i, a.code, got.code)
		}
	}
	w.ask(t, request{method: "POST", path: year + "/minh-chung/1/bo"})
	if _, err := os.Stat(secret); err != nil {
		t.Error("a file outside is taken away")
	}
	if a := w.ask(t, sent(t, year+"/minh-chung", "a.pdf", nil, "so", "khong-co")); a.code != 422 {
		t.Errorf("for no figure: %d", a.code)
	}
	for _, body := range []string{"", url.Values{"tep": {"x"}}.Encode()} {
		if a := w.ask(t, request{method: "POST", path: year + "/minh-chung", body: body}); a.code != 422 {
			t.Errorf("%q: %d", body, a.code)
		}
	}
}
