package law

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/web/pagetest"
)

const (
	inventedDecision = "../../../testdata/decisions/gia-dinh-so-la-ma.docx"
	invented2026     = "../../../testdata/decisions/gia-dinh-tron-bo-2026.docx"
)

// opened is the pages of decisions over a store with one report, and a folder for an office's packs.
func opened(t *testing.T) *Law {
	t.Helper()
	f := pagetest.Frame(t, Templates)
	pagetest.Reports(t, f, "16492")
	f.Decisions, f.Criteria = filepath.Join(t.TempDir(), "quyet-dinh"), filepath.Join(t.TempDir(), "quy-dinh")
	f.Load = func(empty bool) (*criteria.Library, error) {
		if empty {
			return packs.Embedded(), nil
		}
		return packs.Load(f.Criteria)
	}
	return New(f)
}

// ask gives where a form leads, "" where it leads nowhere, and what is shown.
func (w *Law) ask(t *testing.T, method, path string, form url.Values) (code int, to, body string) {
	t.Helper()
	a := pagetest.Ask(t, w.Frame, w.Routes(), method, path, form)
	return a.Code, strings.TrimPrefix(a.Header().Get("Location"), w.Door.Base), a.Body.String()
}

// drops drops a decision at a path.
func (w *Law) drops(
	t *testing.T,
	path, name string,
	data []byte,
	fields map[string]string,
) (code int, to, body string) {
	t.Helper()
	form, kind := pagetest.Form(t, fields, []string{name}, [][]byte{data})
	a := pagetest.Send(t, w.Frame, w.Routes(), http.MethodPost, path, form, kind)
	return a.Code, strings.TrimPrefix(a.Header().Get("Location"), w.Door.Base), a.Body.String()
}

// begun is the address of a decision that was dropped.
func (w *Law) begun(t *testing.T, file string) (at string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	code, at, body := w.drops(t, "/quyet-dinh", "giả định.docx", data, nil)
	if code != http.StatusSeeOther {
		t.Fatalf("%d %s", code, body)
	}
	return at
}

// does sends a form that leads somewhere, and gives the page of it.
func (w *Law) does(t *testing.T, path string, form url.Values) (to, body string) {
	t.Helper()
	code, to, body := w.ask(t, http.MethodPost, path, form)
	if code != http.StatusSeeOther {
		t.Fatalf("%s: %d %s", path, code, body)
	}
	return to, w.shows(t, to)
}

func (w *Law) shows(t *testing.T, path string) string {
	t.Helper()
	code, _, body := w.ask(t, http.MethodGet, path, nil)
	if code != http.StatusOK {
		t.Fatalf("%s: %d %s", path, code, body)
	}
	return body
}

var (
	rowID   = regexp.MustCompile(`name="dong" value="([^"]+)"`)
	rowPath = regexp.MustCompile(`href="[^"]*(/quyet-dinh/[^"]*/dong/[^"]+)"`)
)

// ids are the rows of a page that can be ticked.
func ids(body string) (out []string) {
	for _, found := range rowID.FindAllStringSubmatch(body, -1) {
		out = append(out, found[1])
	}
	return out
}

var signature = url.Values{"nguoi": {"Người Thử"}, "ngay": {"20/4/2022"}, "co-quan": {"Văn phòng giả định"},
	"so": {"1/QĐ-GIẢ-ĐỊNH"}, "ngay-qd": {"15/3/2022"}}

// signed is the signature with what else is sent.
func signed(more url.Values) url.Values {
	out := url.Values{}
	for _, all := range []url.Values{signature, more} {
		for name, value := range all {
			out[name] = value
		}
	}
	return out
}

// What is no decision, or of no decision on the desk, is refused in words and leaves nothing behind.
func TestRefused(t *testing.T) {
	w := opened(t)
	code, _, body := w.drops(t, "/quyet-dinh", "khác.docx", []byte("không phải quyết định"), nil)
	if code != http.StatusUnprocessableEntity || !strings.Contains(body, "khác.docx") {
		t.Errorf("%d %s", code, body)
	}
	if code, _, body := w.ask(t, http.MethodPost, "/quyet-dinh", nil); code != 422 ||
		!strings.Contains(body, "chọn") {
		t.Errorf("no file: %d %s", code, body)
	}
	for path, method := range map[string]string{"/quyet-dinh/0": "GET", "/quyet-dinh/0/bang": "GET",
		"/quyet-dinh/0/bo": "POST", "/quyet-dinh/0/ky": "POST", "/quyet-dinh/0/dong/1": "GET"} {
		if code, _, _ := w.ask(t, method, path, nil); code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
	for _, folder := range []string{w.Criteria, w.Decisions} {
		if _, err := os.Stat(folder); err == nil {
			t.Errorf("%s was made", folder)
		}
	}
	w.Criteria = ""
	if body := w.shows(t, "/quyet-dinh"); !strings.Contains(body, "Chưa biết ghi quy định vào thư mục nào") {
		t.Error(body)
	}
}

// What is ticked is kept at once, told as it is done, and gone when the decision is taken off the desk.
func TestTicks(t *testing.T) {
	w := opened(t)
	at := w.begun(t, inventedDecision)
	all := ids(w.shows(t, at))
	if len(all) < 3 {
		t.Fatal(all)
	}
	_, body := w.does(t, at+"/danh-dau", url.Values{"dong": {all[0], "khong-co"}, "dung": {all[0]}})
	if !strings.Contains(body, "Đã đánh dấu 1/") {
		t.Errorf("%s", body)
	}
	if body := w.shows(t, "/quyet-dinh"); !strings.Contains(body, "1 dòng") || !strings.Contains(body, at) {
		t.Errorf("not on the desk: %s", body)
	}
	_, body = w.does(t, at+"/danh-dau", url.Values{"dong": {all[0]}})
	if !strings.Contains(body, "Đã đánh dấu 0/") {
		t.Error("a tick stays that was taken back")
	}
	if _, body = w.does(t, at+"/het", url.Values{"het": {"chac"}}); strings.Contains(body, "Đã đánh dấu 0/") {
		t.Error("no row was read for sure")
	}
	if again := w.begun(t, inventedDecision); again != at {
		t.Errorf("dropped twice, it is another: %s", again)
	}
	code, _, book := w.ask(t, http.MethodGet, at+"/bang", nil)
	if code != 200 || !strings.HasPrefix(book, "PK") {
		t.Errorf("the workbook: %d", code)
	}
	if _, body := w.does(t, at+"/bo", nil); strings.Contains(body, at) {
		t.Error("taken off, it is on the desk")
	}
}

// A row is mended on a page of its own, leads to the next, and takes back what is as it was read.
func TestRow(t *testing.T) {
	w := opened(t)
	at := w.begun(t, inventedDecision)
	_, rows, _ := strings.Cut(w.shows(t, at), `id="doi"`)
	found := rowPath.FindStringSubmatch(rows)
	if found == nil {
		t.Fatal("no row can be opened")
	}
	row := found[1]
	if body := w.shows(t, row); !strings.Contains(body, "Nguyên văn") {
		t.Error(body)
	}
	to, _ := w.does(t, row, url.Values{"o/ntm:note": {"ghi chú giả định"}, "dung": {"on"}, "roi": {"sau"}})
	if !strings.Contains(to, "/dong/") || to == row {
		t.Errorf("it leads to %s", to)
	}
	if body := w.shows(t, row); !strings.Contains(body, "ghi chú giả định") || !strings.Contains(body, "checked") {
		t.Errorf("not kept: %s", body)
	}
	w.does(t, row, url.Values{"o/ntm:note": {""}})
	if body := w.shows(t, row); strings.Contains(body, "ghi chú giả định") || strings.Contains(body, "checked") {
		t.Error("not taken back")
	}
	code, _, body := w.ask(t, http.MethodPost, row, url.Values{"o/ntm:note": {strings.Repeat("x", 5000)}})
	if code != 422 || !strings.Contains(body, "ghi ngắn gọn") {
		t.Errorf("too long: %d %s", code, body)
	}
	for _, none := range []string{"x", "them-0", "them--1"} {
		for _, method := range []string{"GET", "POST"} {
			if code, _, _ := w.ask(t, method, at+"/dong/"+none, nil); code != http.StatusNotFound {
				t.Errorf("%s %s: %d", method, none, code)
			}
		}
	}
}

// A line that the machine did not read is added, mended and, emptied, gone.
func TestAdded(t *testing.T) {
	w := opened(t)
	at := w.begun(t, invented2026)
	w.shows(t, at+"/dong/moi")
	line := url.Values{"o/ntm:criterion": {"10"}, "o/ntm:no": {"10.9"}, "o/ntm:name": {"Chỉ tiêu giả định ghi thêm"},
		"dung": {"on"}}
	if _, body := w.does(t, at+"/dong/moi", line); !strings.Contains(body, "Chỉ tiêu giả định ghi thêm") {
		t.Errorf("not added: %s", body)
	}
	if body := w.shows(t, at+"/dong/them-0"); !strings.Contains(body, "10.9") {
		t.Error(body)
	}
	_, body := w.does(t, at+"/dong/them-0", url.Values{"o/ntm:no": {""}, "o/ntm:criterion": {""}, "o/ntm:name": {""}})
	if strings.Contains(body, "ghi thêm:") || strings.Contains(body, "Chỉ tiêu giả định ghi thêm") {
		t.Error("emptied, it stays")
	}
	if _, body := w.does(t, at+"/het", url.Values{"het": {"moi"}}); strings.Contains(
		body,
		`value="">chọn số liệu</option>`+
			`<option value="" selected`,
	) {
		t.Error(body)
	}
	_, body = w.does(
		t,
		at+"/thu-tuc",
		url.Values{"o/ntm:decision": {"9/2026/QĐ-GIẢ-ĐỊNH"}, "o/ntm:date": {"1/3/2026"},
			"o/arrearsntm:value": {"Có"}},
	)
	if !strings.Contains(body, "đã ghi 1 mục") {
		t.Errorf("no procedure: %s", body)
	}
	if body := w.shows(t, at+"/thu-tuc"); !strings.Contains(body, "9/2026/QĐ-GIẢ-ĐỊNH") {
		t.Error(body)
	}
	old := w.begun(t, inventedDecision)
	for _, method := range []string{"GET", "POST"} {
		if code, _, _ := w.ask(t, method, old+"/thu-tuc", nil); code != http.StatusNotFound {
			t.Errorf("%s: a procedure beside the one that there is: %d", method, code)
		}
	}
}

// Nothing is signed without a tick, a name, a day or an office; what was typed stays, and holds once it is whole.
func TestSign(t *testing.T) {
	w := opened(t)
	at := w.begun(t, inventedDecision)
	all := ids(w.shows(t, at))
	before := w.Library
	for without, more := range map[string]url.Values{"no tick": {"dong": all}, "no name": {"nguoi": {" "}},
		"no day": {"ngay": {""}}, "no such day": {"ngay": {"31/2/2022"}}, "no office": {"co-quan": {""}},
		"no such day of it": {"ngay-qd": {"x"}}, "too long": {"nguoi": {strings.Repeat("x", 5000)}}} {
		if without != "no tick" {
			more["dong"], more["dung"] = all, all
		}
		if code, _, body := w.ask(t, http.MethodPost, at+"/ky", signed(more)); code != 422 ||
			!strings.Contains(body, `role="alert"`) {
			t.Errorf("%s: %d", without, code)
		}
	}
	folder := w.Criteria
	w.Criteria = ""
	if code, _, body := w.ask(t, http.MethodPost, at+"/ky", signed(url.Values{"dong": all,
		"dung": all})); code != 422 || !strings.Contains(body, "thư mục nào") {
		t.Errorf("no folder: %d", code)
	}
	if w.Criteria = folder; w.Library != before {
		t.Fatal("what was refused holds")
	}
	_, body := w.does(t, at+"/ky", signed(url.Values{"dong": all, "dung": all}))
	if w.Library == before || !strings.Contains(body, "Đã ghi: ") || !strings.Contains(body, "ngưỡng đổi hoặc thêm") {
		t.Errorf("it does not hold: %s", body)
	}
	code, _, body := w.ask(t, http.MethodPost, "/danh-gia-lai", nil)
	if code != 200 || !strings.Contains(body, "Đã đánh giá lại 1/1 hồ sơ") {
		t.Errorf("%d %s", code, body)
	}
}

// The frame of a province's own level is laid from its decision, once; of another decision none is made.
func TestOwnLevel(t *testing.T) {
	w := opened(t)
	text := func(number, title string) []byte {
		return []byte(pagetest.Decision("ỦY BAN NHÂN DÂN TỈNH THANH HÓA", number, title, "<tr><td>1<td>Thu nhập"+
			"<td>1.1. Thu nhập bình quân đầu người (triệu đồng/người/năm)<td>≥ 90</tr>"))
	}
	own := text("955/2026/QĐ-UBND", "Bộ tiêu chí xã nông thôn mới hiện đại giai đoạn 2026 - 2030")
	code, _, body := w.drops(t, "/quyet-dinh", "a.html", own, nil)
	if code != 422 || !strings.Contains(body, "lập khung rồi đọc") {
		t.Errorf("%d %s", code, body)
	}
	code, at, body := w.drops(t, "/quyet-dinh/khung", "a.html", own, nil)
	if code != http.StatusSeeOther {
		t.Fatalf("%d %s", code, body)
	}
	if body := w.shows(t, at); !strings.Contains(body, "hiện đại của tỉnh Thanh Hóa") {
		t.Errorf("%s", body)
	}
	if _, again, _ := w.drops(t, "/quyet-dinh/khung", "a.html", own, nil); again != at {
		t.Errorf("dropped twice: %s, %s", again, at)
	}
	other := text("956/2026/QĐ-UBND", "Bộ tiêu chí xã nông thôn mới giai đoạn 2026 - 2030")
	if code, _, body := w.drops(t, "/quyet-dinh/khung", "b.html", other, nil); code != 422 ||
		!strings.Contains(body, "b.html") {
		t.Errorf("of another level: %d %s", code, body)
	}
	made, err := filepath.Glob(filepath.Join(w.Criteria, "*.yaml"))
	if err != nil || len(made) != 1 {
		t.Errorf("%v %v", made, err)
	}
	w.Criteria = ""
	if code, _, _ := w.drops(t, "/quyet-dinh/khung", "a.html", own, nil); code != 422 {
		t.Errorf("no folder: %d", code)
	}
}
