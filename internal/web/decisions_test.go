package web

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"

	"github.com/chromedp/chromedp"
)

// lawful is a window with a folder for an office's own packs.
func lawful(t testing.TB) *Window {
	t.Helper()
	w := opened(t)
	w.Criteria = filepath.Join(t.TempDir(), "quy-dinh")
	w.Load = func(empty bool) (*criteria.Library, error) {
		if empty {
			return packs.Embedded(), nil
		}
		return packs.Load(w.Criteria)
	}
	return w
}

const inventedDecision = "../../testdata/decisions/gia-dinh-so-la-ma.docx"

// A decision is read, and nothing of it holds; what is ticked without a name is refused; signed, it
// is a pack by which the window judges at once.
func TestDecision(t *testing.T) {
	t.Parallel()
	w := lawful(t)
	w.poorer(t)
	data, err := os.ReadFile(inventedDecision)
	if err != nil {
		t.Fatal(err)
	}
	a := w.posted(t, "/quyet-dinh", nil, []string{"giả định.docx"}, [][]byte{data})
	if a.code != http.StatusSeeOther {
		t.Fatal(a.code, a.body)
	}
	at := strings.TrimPrefix(a.header.Get("Location"), w.Door.Base)
	page := w.get(t, at)
	keys := rowsOf(page)
	if len(keys) < 3 || !strings.Contains(page, "Đang có") {
		t.Fatal(page)
	}
	if _, err := os.Stat(w.Criteria); err == nil {
		t.Error("reading made a folder")
	}
	fields := url.Values{"nguoi": {"Người Thử"}, "ngay": {"20/4/2022"}, "co-quan": {"Văn phòng giả định"},
		"so": {"1/QĐ-GIẢ-ĐỊNH"}, "ngay-qd": {"15/3/2022"}}
	for _, without := range []string{"dung", "nguoi", "ngay", "co-quan"} {
		sent := url.Values{"dong": {keys[0]}, "dung": {keys[0]}}
		for name, value := range fields {
			sent[name] = value
		}
		sent.Del(without)
		if a := w.ask(t, request{method: "POST", path: at + "/ky",
			body: sent.Encode()}); a.code == http.StatusSeeOther {
			t.Errorf("signed without %s", without)
		}
	}
	fields["dong"], fields["dung"] = keys, keys
	before := w.Library
	w.sends(t, at+"/ky", fields)
	if w.Library == before || len(w.Library.Overlays) <= len(before.Overlays) {
		t.Error("the window judges by the old law")
	}
	if page := w.get(t, at); !strings.Contains(page, "Đã ghi: ") {
		t.Error(page)
	}
	again := w.ask(t, request{method: "POST", path: "/danh-gia-lai"})
	if !strings.Contains(again.body, "1/1 hồ sơ") || !strings.Contains(again.body, "Kết luận đổi") {
		t.Errorf("no verdict is another now: %s", again.body)
	}
	if a := w.ask(t, request{method: "GET", path: at + "/bang"}); !strings.HasPrefix(a.body, "PK") {
		t.Errorf("the workbook: %d", a.code)
	}
	for _, path := range []string{"/quyet-dinh/0", at + "/dong/x", at + "/dong/them-0",
		at + "/dong/them--1"} {
		if a := w.ask(t, request{method: "GET", path: path}); a.code != http.StatusNotFound {
			t.Errorf("%s: %d", path, a.code)
		}
	}
	a = w.posted(t, "/quyet-dinh", nil, []string{"khác.docx"}, [][]byte{[]byte("không phải quyết định")})
	if a.code != http.StatusUnprocessableEntity || !strings.Contains(a.body, "khác.docx") {
		t.Errorf("no decision: %d %s", a.code, a.body)
	}
}

// rowsOf are the rows of a decision's page that can be ticked.
func rowsOf(page string) (out []string) {
	for _, found := range regexp.MustCompile(`name="dong" value="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		out = append(out, found[1])
	}
	return out
}

// A decision from the dropped file to signed thresholds and changed verdicts.
func TestDecisionInABrowser(t *testing.T) {
	w := lawful(t)
	w.poorer(t)
	b := browsed(t, w)
	b.holdsEverywhere("/quyet-dinh", "quyet-dinh")
	file := filepath.Join(t.TempDir(), "quyet-dinh.docx") // a browser without a language opens no path with tone marks
	data, err := os.ReadFile(inventedDecision)
	if err == nil {
		err = os.WriteFile(file, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.SetUploadFiles(chromedp.ID("tep"), []string{file}))
	b.do(chromedp.Click(chromedp.CSS(`form[action$="/quyet-dinh"] button.main`)))
	b.until(`document.querySelectorAll("input[name=dung]").length > 2`)
	at := strings.TrimPrefix(value[string](b, `location.pathname`), w.Door.Base)
	b.holdsEverywhere(at, "quyet-dinh-doc")
	_ = value[bool](b, `document.querySelectorAll("input[name=dung]").forEach((i) => { i.checked = true }) || true`)
	for id, text := range map[string]string{"so": "1/QĐ-GIẢ-ĐỊNH", "ngay-qd": "15/3/2022", "nguoi": "Người Thử",
		"ngay": "20/4/2022", "co-quan": "Văn phòng giả định"} {
		if value[bool](b, fmt.Sprintf(`document.getElementById(%q) !== null`, id)) {
			b.anew(id, text)
		}
	}
	b.do(chromedp.Click(chromedp.CSS(`form[action$="/ky"] button.main`)))
	b.until(`document.querySelector("main").textContent.includes("Đã ghi thành quy định")`)
	b.holdsEverywhere(at, "quyet-dinh-ky")
	b.do(chromedp.Click(chromedp.CSS(`form[action$="/danh-gia-lai"] button`)))
	b.until(`document.querySelector("main").textContent.includes("Đã đánh giá lại 1/1 hồ sơ")`)
	if said := value[string](b, `document.querySelector("main").textContent`); !strings.Contains(said, "Kết luận đổi") {
		t.Errorf("no verdict is another now: %s", said)
	}
}

// poorer takes in the invented commune with an income that fails by an unchecked threshold of the program,
// and by the invented decision for sure.
func (w *Window) poorer(t testing.TB) {
	t.Helper()
	text, err := os.ReadFile("../../testdata/xa-gia-dinh-2023.yaml")
	file := filepath.Join(t.TempDir(), "gia-dinh.yaml")
	if err == nil {
		err = os.WriteFile(file, bytes.Replace(text, []byte("value: 62.5"), []byte("value: 40.5"), 1), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	w.reported(t, file)
}
