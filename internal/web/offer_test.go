package web

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/office"
	"ntm/internal/testenv"
	"ntm/internal/web/page"

	"github.com/google/go-cmp/cmp"
)

// sent is a form with a file, as a browser sends it.
func sent(t testing.TB, path, name string, data []byte, fields ...string) request {
	t.Helper()
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	for i := 0; i < len(fields); i += 2 {
		if err := m.WriteField(fields[i], fields[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	part, err := m.CreatePart(textproto.MIMEHeader{"Content-Disposition": {`form-data; name="tep"; filename="` +
		strings.NewReplacer(`\`, `\\`, `"`, "%22", "\r", "%0D", "\n", "%0A").Replace(name) + `"`}})
	if err == nil {
		_, err = part.Write(data)
	}
	if err != nil || m.Close() != nil {
		t.Fatal(err)
	}
	return request{method: "POST", path: path, body: body.String(),
		header: map[string]string{"Content-Type": m.FormDataContentType()}}
}

// offered drops a file and accepts what it says.
func (w *Window) offered(t testing.TB, year, name string, data []byte) (page string) {
	t.Helper()
	a := w.ask(t, sent(t, year+"/tep", name, data))
	if a.code != http.StatusOK {
		t.Fatalf("%s: %d %s", name, a.code, between(a.body, "<main", "</main>"))
	}
	cells := html.UnescapeString(between(a.body, `name="o" value="`, `"`))
	if cells == "" {
		return a.body
	}
	if a := w.ask(t, request{method: "POST", path: year + "/tep/nhan",
		body: url.Values{"o": {cells}}.Encode()}); a.code != http.StatusSeeOther {
		t.Fatalf("%s: %d %s", name, a.code, between(a.body, "<main", "</main>"))
	}
	return a.body
}

func fileAt(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A document, a form and the departments' parts that are dropped and accepted make the report
// that ntm import makes of the same.
func TestDroppedIsAsImported(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	document := invented(t)
	path := filepath.Join(t.TempDir(), "xa-gia-dinh.yaml")
	if err := os.WriteFile(path, document, 0o600); err != nil {
		t.Fatal(err)
	}
	from := opened(t)
	from.takesIn(t, path)
	const of = "/xa/Thanh%20H%C3%B3a/16492/2023"
	_, form := from.fileOf(t, of+"/tep/bieu-da-ghi")
	for name, data := range map[string][]byte{"biểu mẫu.xlsx": form, "xa-gia-dinh.yaml": document} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			imported, kept := opened(t), opened(t)
			imported.takesIn(t, path)
			year := strings.TrimSuffix(kept.begun(t), "/so-lieu")
			kept.offered(t, year, name, data)
			if page := kept.offered(t, year, name, data); !strings.Contains(page, ">0 ô khác") {
				t.Errorf("again it differs: %s", between(page, "<tbody>", "</tbody>"))
			}
			if diff := cmp.Diff(imported.newest(t), kept.keeps(t, year)); diff != "" {
				t.Error(diff)
			}
		})
	}
	t.Run("parts", func(t *testing.T) {
		kept := opened(t)
		year := strings.TrimSuffix(kept.begun(t), "/so-lieu")
		for name, data := range unzipped(t, from, of+"/tep/phieu.zip") {
			if page := kept.offered(t, year, name, data); !strings.Contains(page, "phiếu của bộ phận") {
				t.Errorf("%s is no part: %s", name, between(page, "<main", "</main>"))
			}
		}
		if page := kept.offered(t, year, "biểu mẫu.xlsx", form); !strings.Contains(page, ">0 ô khác") {
			t.Errorf("the whole says more: %s", between(page, "<tbody>", "</tbody>"))
		}
	})
}

// invented is a whole report, which is invented, of a commune that there is.
func invented(t testing.TB) []byte {
	t.Helper()
	const declared = "declared: {name: Giả Định, district: Giả Định, province: Giả Định, region: btb}"
	return bytes.Replace(fileAt(t, "../../testdata/xa-gia-dinh-2023.yaml"), []byte(declared),
		[]byte(`code: "16492"`), 1)
}

func unzipped(t testing.TB, w *Window, path string) map[string][]byte {
	t.Helper()
	_, data := w.fileOf(t, path)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[filepath.Base(f.Name)], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// newest is the report of the one commune of the store.
func (w *Window) newest(t testing.TB) []string {
	t.Helper()
	lines, err := listed(t.Context(), w.Work, "")
	if err != nil || len(lines) != 1 || lines[0].Dossier == nil {
		t.Fatal(lines, err)
	}
	r, err := office.KeptReport(t.Context(), w.Store, lines[0].Province, lines[0].Dossier.Report().Digest,
		w.Library.Figures)
	if err != nil {
		t.Fatal(err)
	}
	inOneOrder(r)
	return strings.Split(jsonOf(t, r), "\n")
}

// keeps makes a version of the report of what stands in the cells.
func (w *Window) keeps(t testing.TB, year string) []string {
	t.Helper()
	if a := w.ask(t, request{method: "POST", path: year + "/ghi"}); a.code != http.StatusSeeOther {
		t.Fatal(a.code, between(a.body, "<main", "</main>"))
	}
	return w.newest(t)
}

func (w *Window) takesIn(t testing.TB, file string) {
	t.Helper()
	in := office.Intake{Store: w.Store, Lib: w.Library, By: "Người thử", Version: "thử"}
	came := func(i *office.Incoming) error { return i.Err }
	if err := in.TakeIn(t.Context(), []string{file}, came, came); err != nil {
		t.Fatal(err)
	}
}

// A row of a wide sheet is that of the commune, whichever it is; a file of another commune or
// year is told of by whose it is.
func TestDroppedOfAnother(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	document := string(invented(t))
	for name, c := range map[string]struct{ file, data, says string }{
		"another commune": {"a.yaml", strings.Replace(document, "16492", "16495", 1), "tệp này của"},
		"another year":    {"a.yaml", strings.Replace(document, "year: 2023", "year: 2024", 1), "năm 2024"},
		"no report":       {"a.yaml", "a: [", "a.yaml"},
		"nothing":         {"a.xlsx", "", ""},
		"no workbook":     {"a.xlsx", "PK\x03\x04xau", ""},
		"a program":       {"a.exe", "MZ", "không nhận tệp"},
		"no name":         {"..", "x", "không nhận tệp"},
		"a long name":     {strings.Repeat("ă", 10_000) + ".exe", "x", "không nhận tệp"},
		"markup":          {`<script>alert(1)</script>.exe`, "x", "không nhận tệp"},
		"a path":          {`../../../etc/passwd.yaml`, "a: b", ""},
		"turned about":    {"a\u202elmay.exe", "x", "không nhận tệp"},
	} {
		t.Run(name, func(t *testing.T) {
			a := w.ask(t, sent(t, year+"/tep", c.file, []byte(c.data)))
			if a.code != http.StatusUnprocessableEntity || !strings.Contains(a.body, c.says) ||
				strings.Contains(a.body, "<script>alert") || strings.Contains(a.body, ".ntm-") ||
				strings.Contains(a.body, "\u202e") {
				t.Errorf("%d %s", a.code, between(a.body, "<main", "</main>"))
			}
		})
	}
	if page := w.get(t, year+"/so-lieu"); !strings.Contains(page, "0/") {
		t.Error("something was written")
	}
}

// A workbook that unfolds to more than is read is refused; so is more than is taken in, and
// a form without a file.
func TestHostileUploads(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		into, err := z.Create(name)
		for range 60 {
			if err == nil {
				_, err = into.Write(make([]byte, 1<<20))
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		q    request
		code int
	}{
		"bomb":      {sent(t, year+"/tep", "bom.xlsx", bomb.Bytes()), http.StatusUnprocessableEntity},
		"too large": {sent(t, year+"/tep", "to.xlsx", make([]byte, page.MostSent+1)), http.StatusRequestEntityTooLarge},
		"no file":   {request{method: "POST", path: year + "/tep", body: "a=b"}, http.StatusUnprocessableEntity},
		"not accepted": {request{method: "POST", path: year + "/tep/nhan", body: "o=%7B"},
			http.StatusUnprocessableEntity},
		"no cell": {request{method: "POST", path: year + "/tep/nhan",
			body: url.Values{"o": {`[{"to":"../x","dong":"1","cot":"ntm:value","chu":"1"}]`}}.Encode()},
			http.StatusUnprocessableEntity},
		"half sent": {request{method: "POST", path: year + "/tep",
			body: "--x\r\nContent-Disposition: form-data; name=\"tep\"; " +
				"filename=\"a.yaml\"\r\n\r\nschema",
			header: map[string]string{"Content-Type": "multipart/form-data; boundary=x"}}, 422},
	} {
		if a := w.ask(t, c.q); a.code != c.code {
			t.Errorf("%s: %d %s", name, a.code, between(a.body, "<main", "</main>"))
		}
	}
}

// What somebody else wrote between seeing and accepting is not written over.
func TestAcceptedTooLate(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	a := w.ask(t, sent(t, year+"/tep", "a.yaml", invented(t)))
	cells := html.UnescapeString(between(a.body, `name="o" value="`, `"`))
	w.ask(t, request{method: "POST", path: year + "/o", body: typed("income_per_capita", "ntm:value", "1", "0")})
	for range 2 {
		a := w.ask(t, request{method: "POST", path: year + "/tep/nhan", body: url.Values{"o": {cells}}.Encode()})
		if a.code != http.StatusConflict || !strings.Contains(a.body, "chưa ghi ô nào") {
			t.Errorf("%d", a.code)
		}
	}
	if page := w.get(t, year+"/so-lieu"); strings.Contains(page, "bao-cao") {
		t.Error("half of it was written")
	}
}

// A dossier that came back is shown, and nothing of it is taken in.
func TestDroppedDossier(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "xa-gia-dinh.yaml")
	if err := os.WriteFile(path, invented(t), 0o600); err != nil {
		t.Fatal(err)
	}
	w := opened(t)
	w.takesIn(t, path)
	const of = "/xa/Thanh%20H%C3%B3a/16492/2023"
	name, dossier := w.fileOf(t, of+"/tep/ho-so")
	page := w.offered(t, of, name, dossier)
	if !strings.Contains(page, "hồ sơ gửi lại") || !strings.Contains(page, "0 ý kiến") ||
		strings.Contains(page, "tep/nhan") {
		t.Error(between(page, "<main", "</main>"))
	}
}
