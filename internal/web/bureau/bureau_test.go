package bureau

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ntm/internal/docket"
	"ntm/internal/web/pagetest"
)

// opened is the office's pages over a store with two invented reports.
func opened(t *testing.T) *Bureau {
	t.Helper()
	f := pagetest.Frame(t, Templates)
	pagetest.Reports(t, f, "16492", "16495")
	return New(f)
}

func (w *Bureau) get(t *testing.T, target string) (code int, body string) {
	t.Helper()
	a := pagetest.Ask(t, w.Frame, w.Routes(), http.MethodGet, target, nil)
	return a.Code, a.Body.String()
}

// The board chooses by each filter; one that is none is told, never taken for all.
func TestBoard(t *testing.T) {
	w := opened(t)
	for query, want := range map[string]string{"": "2 hồ sơ", "nam=2023": "2 hồ sơ", "nam=2022": "0 hồ sơ",
		"tinh=Thanh+Hóa": "2 hồ sơ", "ket-qua=eligible": "0 hồ sơ", "buoc=draft": "2 hồ sơ"} {
		if code, body := w.get(t, "/van-phong?"+query); code != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: %d, no %q", query, code, want)
		}
	}
	// Where there is nothing the page says why: by the filters, or because the store has none yet.
	none := New(pagetest.Frame(t, Templates))
	const filtered, empty = "Bỏ lọc", "Xã có hồ sơ khi"
	for query, c := range map[string]struct {
		of   *Bureau
		want string
	}{"": {none, empty}, "tinh=&nam=&trang=2": {none, empty}, "nam=2022": {w, filtered}} {
		_, body := c.of.get(t, "/van-phong?"+query)
		if !strings.Contains(body, c.want) || strings.Contains(body, filtered) == strings.Contains(body, empty) {
			t.Errorf("%s: no %q", query, c.want)
		}
	}
	for _, query := range []string{"muc=x", "ket-qua=x", "buoc=x", "nam=x", "nam=0"} {
		if code, _ := w.get(t, "/van-phong?"+query); code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", query, code)
		}
	}
}

// A step asks for what the law wants of it, and nothing else.
func TestStepsAsk(t *testing.T) {
	type asked struct{ level, decision, reasons, note bool }
	want := map[docket.Kind]asked{
		docket.Submitted: {level: true, note: true}, docket.TakenUp: {note: true}, docket.Readied: {note: true},
		docket.SentBack: {reasons: true}, docket.Recognised: {level: true, decision: true},
		docket.Refused: {level: true, decision: true, reasons: true}}
	for _, kind := range manySteps {
		v, err := stepOf(url.Values{"viec": {string(kind)}})
		if got := (asked{v.Level, v.Decision, v.Reasons, v.Note}); err != nil || got != want[kind] {
			t.Errorf("%s: %+v, %v", kind, got, err)
		}
	}
	for _, kind := range []docket.Kind{"", "x", docket.Corrected, docket.Voted} {
		if _, err := stepOf(url.Values{"viec": {string(kind)}}); err == nil {
			t.Errorf("%s is taken of many", kind)
		}
	}
}

// What is typed of a step is read, or refused in words.
func TestBodyOf(t *testing.T) {
	body, day, err := bodyOf(docket.Recognised, url.Values{"so": {" 1/QĐ (giả định) "}, "ngay": {"1/2/2024"},
		"muc": {"ntm"}, "ly-do": {" một \n\n hai "}})
	d, is := body.(docket.Decision)
	if err != nil || !is || d.Number != "1/QĐ (giả định)" || d.Note != "một; hai" || d.Date != day || day.IsZero() {
		t.Errorf("%+v %v", body, err)
	}
	back, _, err := bodyOf(docket.SentBack, url.Values{"ly-do": {"tiêu chí 10: thiếu\nchung"}})
	if b, is := back.(docket.SentBackBody); err != nil || !is || len(b.Reasons) != 2 || b.Reasons[0].On != "10" {
		t.Errorf("%+v %v", back, err)
	}
	for name, sent := range map[string]url.Values{"no day": {"ngay": {"31/2/2024"}},
		"too long": {"ly-do": {strings.Repeat("x", 5000)}}} {
		if _, _, err := bodyOf(docket.Submitted, sent); err == nil {
			t.Error(name)
		}
	}
}

// What is sent of many is shown first, and what is refused is told of each; nothing of it is written.
func TestStepOfMany(t *testing.T) {
	w := opened(t)
	ask := func(path string, form url.Values) (int, string) {
		a := pagetest.Ask(t, w.Frame, w.Routes(), http.MethodPost, path, form)
		return a.Code, a.Body.String()
	}
	form := url.Values{"viec": {string(docket.Submitted)}, "cua": {"loc"}, "loc": {"nam=2023"}}
	if code, body := ask("/van-phong/buoc", form); code != 200 || !strings.Contains(body, "2 xã") {
		t.Errorf("%d %s", code, body)
	}
	form["viec"] = []string{string(docket.Readied)}
	if code, body := ask("/van-phong/buoc", form); code != 200 || strings.Count(body, "hồ sơ ở bước") != 1 ||
		!strings.Contains(body, "Không ghi được bước này (2)") || strings.Count(body, "<li>xã ") != 2 {
		t.Errorf("what stands elsewhere is not told: %d %s", code, body)
	}
	for name, form := range map[string]url.Values{
		"nobody":   {"viec": {string(docket.Submitted)}},
		"no key":   {"viec": {string(docket.Submitted)}, "xa": {"Thanh Hóa|16492"}},
		"no year":  {"viec": {string(docket.Submitted)}, "xa": {"Thanh Hóa|16492|x"}},
		"no step":  {"viec": {"x"}, "xa": {"Thanh Hóa|16492|2023"}},
		"no query": {"viec": {string(docket.Submitted)}, "cua": {"loc"}, "loc": {"%zz"}},
	} {
		if code, _ := ask("/van-phong/buoc", form); code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, code)
		}
	}
	take := url.Values{"viec": {string(docket.Submitted)}, "xa": {"Thanh Hóa|16492|2023", "Thanh Hóa|16495|2023"},
		"muc": {"ntm"}}
	if _, body := ask("/van-phong/buoc/ghi", take); !strings.Contains(body, "Không ghi được (2)") {
		t.Errorf("without a reason: %s", body)
	}
	take["ly-do"] = []string{"giả định"}
	if _, body := ask("/van-phong/buoc/ghi", take); !strings.Contains(body, "Đã ghi cho 2 xã") {
		t.Error(body)
	}
	if _, body := ask("/van-phong/buoc/ghi", take); !strings.Contains(body, "Chưa ghi cho xã nào") {
		t.Errorf("twice: %s", body)
	}
}

// The store is looked at, and a copy of it handed over under the day's name.
func TestCare(t *testing.T) {
	w := opened(t)
	if code, body := w.get(t, "/kho"); code != 200 || !strings.Contains(body, "Kho dữ liệu") {
		t.Errorf("%d %s", code, body)
	}
	a := pagetest.Ask(t, w.Frame, w.Routes(), http.MethodPost, "/kho/kiem-tra", nil)
	if a.Code != 200 {
		t.Errorf("%d %s", a.Code, a.Body)
	}
	a = pagetest.Ask(t, w.Frame, w.Routes(), http.MethodGet, "/kho/sao-luu", nil)
	if a.Code != 200 || !strings.Contains(a.Header().Get("Content-Disposition"), "sao-luu-2023-12-01.db") ||
		!strings.HasPrefix(a.Body.String(), "SQLite format 3") {
		t.Errorf("%d %v", a.Code, a.Header())
	}
}
