package web

import (
	"archive/zip"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/web/hall"
	"ntm/internal/web/pagetest"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The board tells how the commune came out and by what; of a name that means no sitting, and of a
// picture that there is not, it says so.
func TestWall(t *testing.T) {
	t.Parallel()
	w := waiting(t)
	at := w.seated(t)
	board := strings.Replace(at, "/ky-hop/", "/bang-hoi-dong/ky-hop/", 1)
	for query, want := range map[string]string{"": "xã 1/1", "?xa=7": "xã 1/1", "?xa=-1": "xã 1/1",
		"?xa=x": "Điều quyết định"} {
		if page := w.get(t, board+query); !strings.Contains(page, want) || strings.Contains(page, "Văn phòng</a>") {
			t.Errorf("%s: no %q in %s", query, want, page)
		}
	}
	id := at[strings.LastIndex(at, "/")+1:]
	if a := w.ask(t, request{method: "GET", path: hall.BoardPage(id)}); a.code != http.StatusSeeOther ||
		!strings.HasSuffix(a.header.Get("Location"), board) {
		t.Errorf("%s leads to %d %s", id, a.code, a.header)
	}
	none := w.ask(t, request{method: "GET", path: hall.BoardPage("không có")})
	if a := none; a.code != http.StatusUnprocessableEntity {
		t.Errorf("no sitting: %d", a.code)
	}
	for _, file := range []string{"-1", "0", "x", "99999999999999999999"} {
		a := w.ask(t, request{method: "GET", path: "/bang-hoi-dong/anh/Thanh%20H%C3%B3a/16492/2023/" + file})
		if a.code != http.StatusNotFound {
			t.Errorf("picture %s: %d", file, a.code)
		}
	}
}

// A sitting is played in the browser from its opening to its minutes, with the board beside it:
// what the board shows is the same before the vote and after, and has no vote.
func TestSittingInABrowser(t *testing.T) {
	w := waiting(t)
	b := browsed(t, w)
	press := func(form, button string) {
		t.Helper()
		b.do(chromedp.Click(chromedp.CSS(fmt.Sprintf(`form[action$="%s"] %s`, form, button))))
	}
	shows := func(words string) {
		t.Helper()
		b.until(fmt.Sprintf(`document.querySelector("main").textContent.includes(%q)`, words))
	}
	b.at("/ky-hop")
	b.holdsEverywhere("/ky-hop", "ky-hop-moi")
	b.anew("ten-hoi-dong", "Hội đồng thẩm định (giả định)")
	b.anew("nam", "2023")
	b.do(chromedp.Focus(chromedp.ID("thanh-vien")), chromedp.KeyEvent("Người Một; UBND tỉnh; Chủ tịch\n"+
		"Người Hai; Sở giả định; Phó Chủ tịch\nNgười Ba; Sở khác"))
	press("/ky-hop", "button.main")
	shows("Đang chờ hội đồng")
	at := strings.TrimPrefix(value[string](b, `location.pathname`), w.Door.Base)
	b.holdsEverywhere(at, "ky-hop-lap")
	press("/xa", "button.main")
	shows("Xã trong đợt: 1")
	press("/du-hop", "button.main")
	shows("có mặt 3/3")
	board := browsed(t, w)
	board.at(strings.Replace(at, "/ky-hop/", "/bang-hoi-dong/ky-hop/", 1))
	board.do(chromedp.EmulateViewport(1920, 1080))
	before := value[string](board, `document.querySelector("main").textContent`)
	board.holds("bang-hoi-dong")
	board.roomy("the board")
	if folder := os.Getenv(picturesVariable); folder != "" {
		board.picture(filepath.Join(folder, "bang-hoi-dong-1920.png"))
	}
	press("/lap-phieu", "button[value=kin]")
	shows("Đã lập 3 phiếu kín")
	b.holdsEverywhere(at, "ky-hop-phieu")
	folder := t.TempDir()
	var files []string
	names, filled := w.taken(t, at, "E", "E", "G")
	for i, name := range names {
		files = append(files, filepath.Join(folder, name))
		if err := os.WriteFile(files[i], filled[i], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	press("/phat-phieu", "button.main")
	shows("Đóng bỏ phiếu và kiểm phiếu")
	b.holdsEverywhere(at, "ky-hop-kiem")
	b.do(chromedp.SetUploadFiles(chromedp.ID("tep"), files), chromedp.Focus(chromedp.ID("so-phieu")),
		chromedp.KeyEvent("3"))
	press("/kiem-phieu", "button.main")
	shows("phát ra 3, thu về 3")
	b.holdsEverywhere(at, "ky-hop-ket-qua")
	board.do(chromedp.KeyEvent(kb.ArrowRight))
	board.at(strings.Replace(at, "/ky-hop/", "/bang-hoi-dong/ky-hop/", 1))
	if after := value[string](board, `document.querySelector("main").textContent`); after != before {
		t.Errorf("the board says another thing after the vote:\n%s\n%s", before, after)
	}
	if page := w.get(t, at); !strings.Contains(page, "/bien-ban") {
		t.Error("no minutes to take away")
	}
}

// roomy holds the board against what a member reads at six metres, on one screen.
func (b *tab) roomy(name string) {
	b.Helper()
	if high := value[int](b, `document.documentElement.scrollHeight`); high > 1080 {
		b.Errorf("%s is %d pixels high", name, high)
	}
	size := func(of string) float64 {
		return value[float64](b, fmt.Sprintf(`Math.min(...[...document.querySelectorAll(%q)].map((e) =>
			parseFloat(getComputedStyle(e).fontSize)))`, of))
	}
	if px := size(".wall-decides li, .wall-decides span, #tc ~ p"); px < 28 {
		b.Errorf("%s: what decides stands in %v pixels", name, px)
	}
	if px := size(".wall-verdict .tag"); px < 64 {
		b.Errorf("%s: the verdict stands in %v pixels", name, px)
	}
	if wide := value[int](b, `document.documentElement.scrollWidth`); wide > 1920 {
		b.Errorf("%s is %d pixels wide", name, wide)
	}
}

// A commune of a long name that fails in much, with much to be said of it, is on one screen all the same, in letters
// for a room, and no gap is cut off.
func TestACrowdedWallInABrowser(t *testing.T) {
	w := opened(t)
	text, err := os.ReadFile("../../testdata/xa-gia-dinh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	worse := strings.ReplaceAll(string(text), "met: true", "met: false")
	worse = strings.Replace(worse, "value: 62.5", "value: 22.5", 1)
	worse = strings.Replace(worse, "name: Giả Định", "name: Giả Định Thượng Nguyên Khai Hoang Tân Lập Mở Rộng Phía "+
		"Bắc", 1)
	file := filepath.Join(t.TempDir(), "gia-dinh.yaml")
	if err := os.WriteFile(file, []byte(worse), 0o600); err != nil {
		t.Fatal(err)
	}
	pagetest.Readied(t, w.Store, ofAddress(t, w.reported(t, file)))
	at := w.seated(t)
	b := browsed(t, w)
	b.do(chromedp.EmulateViewport(1920, 1080))
	b.at(strings.Replace(at, "/ky-hop/", "/bang-hoi-dong/ky-hop/", 1))
	b.holds("bang-hoi-dong-day")
	b.roomy("a crowded board")
	if cut := value[int](b, `[...document.querySelectorAll(".wall-decides .brief")].filter((e) =>
		e.scrollHeight > e.clientHeight + 1).length`); cut > 0 {
		t.Errorf("%d gaps are cut off", cut)
	}
	if folder := os.Getenv(picturesVariable); folder != "" {
		b.picture(filepath.Join(folder, "bang-hoi-dong-day-1920.png"))
	}
}

// taken are the ballots that were made, filled in.
func (w *Window) taken(t testing.TB, at string, columns ...string) (names []string, files [][]byte) {
	t.Helper()
	data := w.ask(t, request{method: "GET", path: at + "/phieu"}).body
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) != len(columns) {
		t.Fatal(len(z.File), err)
	}
	for i, f := range z.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		names, files = append(names, filepath.Base(f.Name)), append(files, pagetest.Marked(t, from, columns[i]))
	}
	return names, files
}

// On the wall the arrows lead from commune to commune and back, each with its own photographs.
func TestArrowsOnTheWallInABrowser(t *testing.T) {
	w := opened(t)
	var keys []string
	for n, code := range []string{"16492", "16495"} {
		a := w.ask(t, posted("/xa", url.Values{"xa": {code}, "nam": {"2023"}}))
		year := strings.TrimSuffix(strings.TrimPrefix(a.header.Get("Location"), w.Door.Base), "/so-lieu")
		w.ask(t, request{method: "POST", path: year + "/o", body: typed("income_per_capita", "ntm:value", "69", "0")})
		for i := range 5 - n {
			name := fmt.Sprintf("ảnh giả định %d của %s.png", i+1, code)
			w.ask(t, sent(t, year+"/minh-chung", name, drawn(t), "so", "income_per_capita", "ve", "so-lieu"))
		}
		if a := w.ask(t, request{method: "POST", path: year + "/ghi"}); a.code != http.StatusSeeOther {
			t.Fatalf("%d %s", a.code, a.body)
		}
		of := ofAddress(t, year)
		pagetest.Readied(t, w.Store, of)
		keys = append(keys, of.Commune)
	}
	at := w.sends(t, "/ky-hop", url.Values{"ten-hoi-dong": {"Hội đồng giả định"}, "muc": {"ntm"}, "nam": {"2023"},
		"thanh-vien": {invited}, "co-mat": {"70"}, "dong-y": {"90 %"}, "can-cu": {"quy chế giả định"}})
	w.sends(t, at+"/xa", url.Values{"xa": keys})
	b := browsed(t, w)
	b.at(strings.Replace(at, "/ky-hop/", "/bang-hoi-dong/ky-hop/", 1))
	b.do(chromedp.EmulateViewport(1920, 1080))
	shows := func(no string, photos int) {
		t.Helper()
		b.until(fmt.Sprintf(`document.querySelector(".wall-top p").textContent.includes("xã %s") &&
			[...document.images].filter((i) => i.complete && i.naturalWidth > 0).length === %d`, no, photos))
		b.holds("bang-hoi-dong " + no)
		b.roomy(no)
	}
	shows("1/2", hall.PhotosOnWall)
	if folder := os.Getenv(picturesVariable); folder != "" {
		b.picture(filepath.Join(folder, "bang-hoi-dong-anh-1920.png"))
	}
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	shows("2/2", hall.PhotosOnWall)
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	shows("2/2", hall.PhotosOnWall)
	b.do(chromedp.KeyEvent(kb.ArrowLeft))
	shows("1/2", hall.PhotosOnWall)
}
