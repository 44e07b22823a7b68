package web

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// redPage is a PDF of one page, red from edge to edge.
func redPage() []byte {
	const content = "1 0 0 rg 0 0 612 792 re f"
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)}
	out := "%PDF-1.4\n"
	var starts strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&starts, "%010d 00000 n \n", len(out))
		out += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return fmt.Appendf(nil, "%sxref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"+
		"startxref\n%d\n%%%%EOF\n", out, len(objects)+1, starts.String(), len(objects)+1, len(out))
}

// A PDF and a picture are seen in place, by their bytes: what only says so is not, and neither
// may be shown by a page that is not ours.
func TestSeen(t *testing.T) {
	t.Parallel()
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	for i, c := range []struct {
		name, framed string
		data         []byte
		seen         string // in the page
	}{
		{"quyết định.pdf", "application/pdf", redPage(), "<iframe"},
		{"ảnh.png", "", drawn(t), "<img class=\"seen\""},
		{"trang.pdf", "", []byte("<html><script>alert(1)</script>"), "không xem được tại đây"},
		{"bảng.xlsx", "", []byte("PK giả định"), "không xem được tại đây"},
		{"ảnh.jpg", "application/pdf", redPage(), "<iframe"},
	} {
		at := fmt.Sprintf("%s/minh-chung/%d", year, i+1)
		if a := w.ask(t, sent(t, year+"/minh-chung", c.name, c.data)); a.code != http.StatusSeeOther {
			t.Fatal(a.code, a.body)
		}
		if page := w.get(t, at+"/xem"); !strings.Contains(page, c.seen) || !strings.Contains(page, "SHA-256") {
			t.Errorf("%s: %s", c.name, between(page, "<main", "</main>"))
		}
		a := w.ask(t, request{method: "GET", path: at + "/trang/x.pdf"})
		isProtected(t, a.header)
		policy := a.header.Get("Content-Security-Policy")
		switch {
		case c.framed == "":
			if a.code != http.StatusNotFound || a.header.Get("X-Frame-Options") != "DENY" {
				t.Errorf("%s: %d %v", c.name, a.code, a.header)
			}
		case a.code != 200 || a.header.Get("Content-Type") != c.framed || !bytes.Equal([]byte(a.body), c.data) ||
			!strings.Contains(policy, "frame-ancestors 'self'") || strings.Contains(policy, "script-src") ||
			a.header.Get("X-Frame-Options") != "SAMEORIGIN" ||
			!strings.HasPrefix(a.header.Get("Content-Disposition"), "inline;"):
			t.Errorf("%s: %d %v", c.name, a.code, a.header)
		}
	}
	for _, path := range []string{"/minh-chung/9/xem", "/minh-chung/9/trang/x", "/minh-chung/..%2F1/xem"} {
		if a := w.ask(t, request{method: "GET", path: year + path}); a.code != http.StatusNotFound {
			t.Errorf("%s: %d", path, a.code)
		}
	}
}

// In a browser that shows PDF the pages stand in the page's own frame: the red of it is there.
func TestSeenInABrowser(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.begun(t), "/so-lieu")
	w.ask(t, sent(t, year+"/minh-chung", "quyết định (giả định).pdf", redPage(), "so", "income_per_capita"))
	w.ask(t, sent(t, year+"/minh-chung", "ảnh đường (giả định).png", drawn(t)))
	b := browsed(t, w)
	b.at(year + "/so-lieu?muc=ntm")
	// what is out of sight is not laid out, and cannot be clicked
	b.until(`(document.querySelector("[data-so=income_per_capita]").scrollIntoView({block: "center"}), true)`)
	b.do(chromedp.Click(chromedp.CSS("[data-so=income_per_capita] .proofs a[href*='/xem']")),
		chromedp.WaitVisible(chromedp.CSS("iframe")))
	if !value[bool](b, `navigator.pdfViewerEnabled`) {
		t.Log("this browser shows no PDF: the frame alone is looked at")
	} else {
		b.shows(func(red, green, blue uint32) bool { return red > 0xf000 && green < 0x1000 && blue < 0x1000 })
	}
	if folder := os.Getenv(picturesVariable); folder != "" {
		b.picture(filepath.Join(folder, "minh-chung-pdf.png"))
	}
	b.holds("pdf")
	b.holdsEverywhere(year+"/minh-chung/2/xem", "minh-chung-anh")
	b.until(`document.querySelector("img.seen").naturalWidth > 0`)
}

// shows waits until a tenth of what the tab shows is of a colour.
func (b *tab) shows(is func(red, green, blue uint32) bool) {
	b.Helper()
	end := time.Now().Add(mostWait)
	for n, of := 0, 1; n*10 < of; {
		if time.Now().After(end) {
			b.Fatalf("of %d dots %d are of the colour", of, n)
		}
		ctx, cancel := context.WithTimeout(b.ctx, mostWait)
		data, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
		cancel()
		if err != nil {
			b.Fatal(err)
		}
		seen, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		n, of = 0, seen.Bounds().Dx()*seen.Bounds().Dy()
		for y := range seen.Bounds().Dy() {
			for x := range seen.Bounds().Dx() {
				if red, green, blue, _ := seen.At(x, y).RGBA(); is(red, green, blue) {
					n++
				}
			}
		}
	}
}
