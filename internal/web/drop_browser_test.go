package web

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A file that is dropped into the frame is read, shown and accepted; one dropped beside it does
// nothing.
func TestDropInABrowser(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	b := browsed(t, w)
	b.at(year + "/tep")
	const dropped = `((at) => {
		const all = new DataTransfer();
		all.items.add(new File([%q], "xa-gia-dinh.yaml"));
		const drop = new DragEvent("drop", {dataTransfer: all, bubbles: true, cancelable: true});
		document.querySelector(at).dispatchEvent(drop);
		return true;
	})(%q)`
	_ = value[bool](b, fmt.Sprintf(dropped, "x", "h1"))
	_ = value[bool](b, fmt.Sprintf(dropped, invented(t), ".drop"))
	b.until(`document.querySelector("main").textContent.includes("Đọc được: báo cáo của xã")`)
	if folder := os.Getenv(picturesVariable); folder != "" {
		for _, width := range []int64{1366, 390} {
			b.do(chromedp.EmulateViewport(width, 768))
			b.picture(filepath.Join(folder, fmt.Sprintf("tha-tep-%d.png", width)))
		}
		b.do(chromedp.EmulateViewport(1366, 768))
	}
	b.holds("tep")
	b.do(chromedp.Click(chromedp.CSS("main form button.main")))
	b.until(`location.search.includes("ghi=tep")`)
	b.until(`document.querySelector("main").textContent.includes("Đã nhận các ô của tệp")`)
}

// What is typed into a table is saved as it is left; cells that are pasted into one go where it
// stands.
func TestTableInABrowser(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	b := browsed(t, w)
	b.at(year + "/bang/no-dong")
	const cell = `[name="%s"]`
	b.do(chromedp.Focus(chromedp.CSS(fmt.Sprintf(cell, "1/ntm:work"))), chromedp.KeyEvent("Cầu (giả định)\t"))
	b.until(`document.getElementById("da-luu").textContent === "đã lưu"`)
	b.do(chromedp.Focus(chromedp.CSS(fmt.Sprintf(cell, "1/ntm:total"))), chromedp.KeyEvent("nhiều\t"))
	b.until(`document.getElementById("noi-1/ntm:total").textContent !== ""`)
	const pasted = `((at, text) => {
		const data = new DataTransfer();
		data.setData("text/plain", text);
		const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
		document.querySelector(at).dispatchEvent(paste);
		return true;
	})(%q, %q)`
	_ = value[bool](b, fmt.Sprintf(pasted, fmt.Sprintf(cell, "1/ntm:total"), "120\t100\n30\t\n"))
	b.until(`location.search.includes("ghi=")`)
	for at, want := range map[string]string{"1/ntm:total": "120", "1/ntm:completed": "100", "2/ntm:total": "30",
		"1/ntm:work": "Cầu (giả định)"} {
		if got := value[string](b, fmt.Sprintf("document.querySelector(`"+cell+"`).value", at)); got != want {
			t.Errorf("%s holds %q", at, got)
		}
	}
	b.holds("bang")
	if folder := os.Getenv(picturesVariable); folder != "" {
		for _, width := range []int64{1366, 390} {
			b.do(chromedp.EmulateViewport(width, 768))
			b.picture(filepath.Join(folder, fmt.Sprintf("bang-no-dong-%d.png", width)))
		}
	}
}

// A picture that is dropped onto a figure is its evidence, and seen in its place.
func TestEvidenceInABrowser(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	b := browsed(t, w)
	b.at(year + "/so-lieu?muc=ntm")
	_ = value[bool](b, fmt.Sprintf(`((hex) => {
		const all = new DataTransfer(), bytes = new Uint8Array(hex.match(/../g).map((h) => parseInt(h, 16)));
		all.items.add(new File([bytes], "ảnh đường.png"));
		document.querySelector("[data-so=income_per_capita]").dispatchEvent(
			new DragEvent("drop", {dataTransfer: all, bubbles: true, cancelable: true}));
		return true;
	})("%x")`, drawn(t)))
	const seen = `document.querySelector("[data-so=income_per_capita] img")`
	b.until(seen + ` !== null && (` + seen + `.scrollIntoView(), ` + seen + `.naturalWidth > 0)`)
	b.holds("so-lieu")
	b.at(year + "/minh-chung")
	b.until(`document.querySelector("main img").naturalWidth > 0`)
	b.holds("minh-chung")
	if folder := os.Getenv(picturesVariable); folder != "" {
		for _, width := range []int64{1366, 390} {
			b.do(chromedp.EmulateViewport(width, 768))
			b.picture(filepath.Join(folder, fmt.Sprintf("minh-chung-%d.png", width)))
		}
	}
}
