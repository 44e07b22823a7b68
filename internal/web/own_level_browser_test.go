package web

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/web/door"
	"ntm/internal/web/pagetest"

	"github.com/chromedp/chromedp"
)

// ownLevel is an invented decision on a level that the province alone has.
var ownLevel = pagetest.Decision("ỦY BAN NHÂN DÂN TỈNH THANH HÓA", "955/2026/QĐ-UBND",
	"Bộ tiêu chí xã nông thôn mới hiện đại giai đoạn 2026 - 2030",
	"<tr><td>1<td>Thu nhập<td>1.1. Thu nhập bình quân đầu người (triệu đồng/người/năm)<td>≥ 90</tr>"+
		"<tr><td><td><td>1.2. Tỷ lệ nghèo đa chiều (%)<td>Dưới 2%</tr>")

// saved is a page in a file, by a name that every browser opens.
func saved(t *testing.T, text string) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "quyet-dinh.html")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// dropsDecision drops a decision by a button of the page, and gives where it is gone through.
func (b *tab) dropsDecision(file, button string) (at string) {
	b.Helper()
	b.at("/quyet-dinh")
	b.do(chromedp.SetUploadFiles(chromedp.ID("tep"), []string{file}), chromedp.Click(chromedp.CSS(button)))
	b.until(`document.getElementById("dem") !== null`)
	return strings.TrimPrefix(value[string](b, `location.pathname`), b.w.Door.Base)
}

// pressesAll presses a button that does something with all rows, and waits for the page that comes then.
func (b *tab) pressesAll(does string) {
	b.Helper()
	_ = value[bool](b, `window.before = true`)
	b.do(chromedp.Click(chromedp.CSS("button[value=" + does + "]")))
	b.until(`!window.before && document.getElementById("dem") !== null`)
}

// signsAll ticks every row that can be, makes what figures are lacking, signs and judges again.
func (b *tab) signsAll() {
	b.Helper()
	b.pressesAll("moi")
	b.until(`![...document.querySelectorAll("tr select")].some((s) => s.value === "")`)
	_ = value[bool](b, `document.querySelectorAll("input[name=dung]:not(:checked)").forEach((i) => i.click()) || true`)
	b.until(`/^Đã đánh dấu (\d+)\/\1 dòng/.test(document.getElementById("dem")?.textContent ?? "")`)
	for id, text := range map[string]string{"nguoi": "Người Giả Định", "ngay": "15/3/2026",
		"co-quan": "Văn phòng giả định"} {
		b.anew(id, text)
	}
	b.do(chromedp.Click(chromedp.CSS(`form[action$="/ky"] button.main`)))
	b.until(`document.querySelector("main").textContent.includes("Đã ghi thành quy định")`)
}

// A province's own level, of which the window knows nothing, from the dropped decision to a commune that is judged
// by it; the same decision once more goes on with what is there.
func TestAnOwnLevelInABrowser(t *testing.T) {
	w := lawful(t)
	d := w.Desk
	d.Now = func() time.Time { return time.Date(2026, 12, 31, 9, 0, 0, 0, time.UTC) }
	w = served(t, d, &door.Claim{})
	report := filepath.Join(t.TempDir(), "gia-dinh.yaml")
	poor := strings.Replace(poor2026, "level: ntm\n", "", 1)
	if err := os.WriteFile(report, []byte(poor), 0o600); err != nil {
		t.Fatal(err)
	}
	results := strings.Replace(w.reported(t, report), "/so-lieu", "/ket-qua", 1)
	if page := w.get(t, results); strings.Contains(page, "hiện đại") {
		t.Error("judged by a level that there is not")
	}
	b := browsed(t, w)
	file := saved(t, ownLevel)
	b.at("/quyet-dinh")
	b.do(chromedp.SetUploadFiles(chromedp.ID("tep"), []string{file}),
		chromedp.Click(chromedp.CSS(`form[action$="/quyet-dinh"] button.main`)))
	b.until(`document.querySelector("main").textContent.includes("thả lại tệp, bấm Mức hiện đại")`)
	b.said() // that it was refused
	at := b.dropsDecision(file, `button[formaction$="/khung"]`)
	b.holdsEverywhere(at, "quyet-dinh-hien-dai")
	if again := b.dropsDecision(file, `button[formaction$="/khung"]`); again != at {
		t.Errorf("dropped twice, it is another: %s, %s", again, at)
	}
	b.signsAll()
	b.do(chromedp.Click(chromedp.CSS(`form[action$="/danh-gia-lai"] button`)))
	b.until(`document.querySelector("main").textContent.includes("Đã đánh giá lại 1/1 hồ sơ")`)
	b.holdsEverywhere(results+"?muc=hien-dai", "ket-qua-hien-dai")
	said := value[string](b, `document.querySelector("main").textContent`)
	for _, want := range []string{"hiện đại", "90", "1,1"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
}

// A decision asks of a known indicator in another shape: it takes its place once each of its lines is ticked, and a
// commune that met what was asked is asked for what is new.
func TestARewrittenIndicatorInABrowser(t *testing.T) {
	w := lawful(t)
	year := w.full(t)
	results := strings.Replace(year, "/so-lieu", "/ket-qua", 1)
	if page := w.get(t, year+"?muc=ntm"); strings.Contains(page, "hộ nghèo giả định") {
		t.Error("it is asked already")
	}
	b := browsed(t, w)
	at := b.dropsDecision(saved(t, pagetest.Decision("THỦ TƯỚNG CHÍNH PHỦ", "996/2023/QĐ-TTg",
		"Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2021 - 2025",
		"<tr><td>15<td>Y tế<td>15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"+
			"<td>≥ 98% (trong đó ≥ 61% hộ nghèo giả định)</tr>")), `form[action$="/quyet-dinh"] button.main`)
	b.until(`document.querySelector("main").textContent.includes("viết lại")`)
	b.holdsEverywhere(at, "quyet-dinh-viet-lai")
	b.pressesAll("chac")
	b.until(`document.getElementById("dem").textContent.startsWith("Đã đánh dấu 0/")`)
	b.signsAll()
	b.do(chromedp.Click(chromedp.CSS(`form[action$="/danh-gia-lai"] button`)))
	b.until(`document.querySelector("main").textContent.includes("Đã đánh giá lại 1/1 hồ sơ")`)
	if said := value[string](b, `document.querySelector("main").textContent`); !strings.Contains(
		said,
		"Kết luận đổi",
	) {
		t.Errorf("no verdict is another now: %s", said)
	}
	b.holdsEverywhere(results, "ket-qua-viet-lai")
	if page := w.get(t, year+"?muc=ntm"); !strings.Contains(page, "hộ nghèo giả định") {
		t.Error("what is new is not asked for")
	}
}
