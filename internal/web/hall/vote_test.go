package hall

import (
	"archive/zip"
	"bytes"
	"errors"
	"image"
	"image/png"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/web/pagetest"
)

// before is a sitting with the commune before it and all three members there.
func (w *Hall) before(t *testing.T, changed url.Values) (at string) {
	t.Helper()
	pagetest.Readied(t, w.Store, store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023})
	_, at, _ = w.ask(t, http.MethodPost, "/ky-hop", with(changed))
	_, _, body := w.ask(t, http.MethodGet, at, nil)
	if !strings.Contains(body, `name="xa" value="16492"`) || !strings.Contains(body, "tiêu chí") {
		t.Fatal("the commune does not wait:", body)
	}
	w.does(t, at+"/xa", url.Values{"xa": {"16492"}, "ngay": {"1/12/2023"}})
	w.does(t, at+"/du-hop", url.Values{"co-mat": {"1", "2", "3"}})
	return at
}

// does sends a form that leads back to the sitting.
func (w *Hall) does(t *testing.T, path string, form url.Values) {
	t.Helper()
	if code, _, body := w.ask(t, http.MethodPost, path, form); code != http.StatusSeeOther {
		t.Fatalf("%s: %d %s", path, code, body)
	}
}

// votes are the papers that were taken away, marked in a column each.
func (w *Hall) votes(t *testing.T, at string, columns ...string) (names []string, files [][]byte) {
	t.Helper()
	_, _, papers := w.ask(t, http.MethodGet, at+"/phieu", nil)
	all, err := zip.NewReader(strings.NewReader(papers), int64(len(papers)))
	if err != nil || len(all.File) != len(columns) {
		t.Fatal(err, len(papers))
	}
	for i, f := range all.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		names, files = append(names, filepath.Base(f.Name)), append(files, pagetest.Marked(t, from, columns[i]))
	}
	return names, files
}

func (w *Hall) counts(t *testing.T, at, n string, names []string, files [][]byte) (code int, body string) {
	t.Helper()
	form, kind := pagetest.Form(t, map[string]string{"so-phieu": n, "ngay": "1/12/2023"}, names, files)
	a := pagetest.Send(t, w.Frame, w.Routes(), http.MethodPost, at+"/kiem-phieu", form, kind)
	return a.Code, a.Body.String()
}

// A secret vote from its papers to its minutes: papers that are not given out yet end with the window, a wrong number
// counts nothing, and what is shown are sums.
func TestSecretVote(t *testing.T) {
	w := opened(t)
	at := w.before(t, nil)
	w.does(t, at+"/lap-phieu", url.Values{"cach": {"kin"}})
	w.does(t, at+"/lap-phieu", url.Values{"cach": {"kin"}}) // sent twice
	if lost := w.Unissued(t.Context()); len(lost) != 1 || lost[0].Address != at {
		t.Errorf("papers that end with the window: %v", lost)
	}
	names, files := w.votes(t, at, "E", "E", "G")
	w.does(t, at+"/phat-phieu", nil)
	if lost := w.Unissued(t.Context()); len(lost) > 0 {
		t.Errorf("given out, they are lost: %v", lost)
	}
	for _, n := range []string{"2", "", "ba"} {
		if code, body := w.counts(t, at, n, names, files); code != 422 || !strings.Contains(body, "chưa kiểm") {
			t.Errorf("%q: %d %s", n, code, body)
		}
	}
	if code, body := w.counts(t, at, "1", []string{"khác.xlsx"}, [][]byte{[]byte("x")}); code != 422 {
		t.Errorf("no ballot: %d %s", code, body)
	}
	if code, body := w.counts(t, at, "3", names, files); code != http.StatusSeeOther {
		t.Fatalf("%d %s", code, body)
	}
	_, _, body := w.ask(t, http.MethodGet, at, nil)
	for _, want := range []string{"phát ra 3, thu về 3", `data-nhan="Đồng ý">2`, "chưa đạt"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in %s", want, body)
		}
	}
	if code, _, minutes := w.ask(t, http.MethodGet, at+"/bien-ban", nil); code != 200 ||
		!strings.HasPrefix(minutes, "PK") {
		t.Errorf("minutes: %d", code)
	}
	if code, _ := w.counts(t, at, "3", names, files); code != 422 {
		t.Error("counted twice")
	}
}

// Where the share that is asked is not known, the chairman concludes, once.
func TestChairConcludes(t *testing.T) {
	w := opened(t)
	at := w.before(t, url.Values{"co-mat": {""}, "dong-y": {""}, "can-cu": {""}})
	w.does(t, at+"/lap-phieu", url.Values{"cach": {"kin"}})
	names, files := w.votes(t, at, "E", "E", "E")
	w.does(t, at+"/phat-phieu", nil)
	if code, body := w.counts(t, at, "3", names, files); code != http.StatusSeeOther {
		t.Fatalf("%d %s", code, body)
	}
	_, _, body := w.ask(t, http.MethodGet, at, nil)
	if !strings.Contains(body, "chủ tịch kết luận") {
		t.Errorf("nobody is to conclude: %s", body)
	}
	w.does(t, at+"/ket-luan", url.Values{"ket-luan": {"co"}, "xa": {"16492"}, "van-ban": {"15/TB-GIẢ ĐỊNH"}})
	_, _, body = w.ask(t, http.MethodGet, at, nil)
	if !strings.Contains(body, "đề nghị công nhận, 15/TB-GIẢ ĐỊNH") {
		t.Errorf("not concluded: %s", body)
	}
	if code, _, _ := w.ask(t, http.MethodPost, at+"/ket-luan", url.Values{"ket-luan": {"khong"},
		"xa": {"16492"}}); code == http.StatusSeeOther {
		t.Error("concluded twice")
	}
}

// A vote by hands has one paper, and a sitting without its chairman says who presides.
func TestVoteByHands(t *testing.T) {
	w := opened(t)
	at := w.before(t, url.Values{"co-mat": {"60"}})
	w.does(t, at+"/du-hop", url.Values{"co-mat": {"2", "3"}})
	w.does(t, at+"/lap-phieu", url.Values{"cach": {"gio-tay"}})
	_, _, body := w.ask(t, http.MethodGet, at, nil)
	if !strings.Contains(body, "Người Một; người chủ trì: Người Hai") {
		t.Errorf("who presides: %s", body)
	}
	code, _, paper := w.ask(t, http.MethodGet, at+"/phieu", nil)
	if code != 200 || !strings.HasPrefix(paper, "PK") {
		t.Errorf("%d", code)
	}
	w.does(t, at+"/phat-phieu", nil)
	w.does(t, at+"/huy", url.Values{"ly-do": {"giả định"}})
	if code, _ := w.counts(t, at, "", []string{"a.xlsx"}, [][]byte{[]byte(paper)}); code != 422 {
		t.Error("counted in a sitting that was cancelled")
	}
}

// The board shows the commune at hand, what decides and why it is there; a name alone leads to it.
func TestWallOfASitting(t *testing.T) {
	w := opened(t)
	at := w.before(t, nil)
	board := "/bang-hoi-dong" + at
	_, _, body := w.ask(t, http.MethodGet, board+"?xa=9", nil)
	for _, want := range []string{"Xã Quảng Trung", "xã 1/1", "Chưa có số liệu", "lý do giả định", "Bảng hội đồng"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in %s", want, body)
		}
	}
	if _, to, _ := w.ask(t, http.MethodGet, BoardPage(at[strings.LastIndex(at, "/")+1:]), nil); to != board {
		t.Errorf("the name leads to %q", to)
	}
	_, _, all := w.ask(t, http.MethodGet, "/ky-hop", nil)
	if !strings.Contains(all, "Hội đồng giả định") {
		t.Errorf("it is not listed: %s", all)
	}
}

// A photograph among the evidence is drawn anew for the wall; what is no picture is none.
func TestPhotographOnTheWall(t *testing.T) {
	f := pagetest.Frame(t, Templates)
	w := New(f)
	folder := office.EvidenceFolder(f.Evidence, store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023})
	var drawn bytes.Buffer
	err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 9, 9)))
	if err := errors.Join(err, os.MkdirAll(folder, 0o700)); err != nil {
		t.Fatal(err)
	}
	report := "schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"16492\"}\nyear: 2023\nevidence:\n" +
		"  - {id: a, title: Ảnh giả định, file: anh.png}\n  - {id: b, title: Văn bản giả định, file: cu.txt}\n" +
		"figures:\n  - {id: income_per_capita, value: 69, evidence: [a, b]}\n"
	for name, data := range map[string][]byte{"anh.png": drawn.Bytes(), "cu.txt": []byte("giả định"),
		"bao-cao.yaml": []byte(report)} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pagetest.TakeIn(t, f, filepath.Join(folder, "bao-cao.yaml"))
	at := w.before(t, nil)
	_, _, body := w.ask(t, http.MethodGet, "/bang-hoi-dong"+at, nil)
	if !strings.Contains(body, "anh.png") || !strings.Contains(body, "<img") {
		t.Errorf("no photograph: %s", body)
	}
	for file, want := range map[string]int{"0": 200, "1": 404, "2": 404} {
		a := pagetest.Ask(t, w.Frame, w.Routes(), http.MethodGet,
			"/bang-hoi-dong/anh/Thanh%20H%C3%B3a/16492/2023/"+file, nil)
		if a.Code != want || want == 200 && !bytes.HasPrefix(a.Body.Bytes(), []byte("\xff\xd8")) {
			t.Errorf("%s: %d", file, a.Code)
		}
	}
}
