//go:build linux

package cli

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	lawpacks "ntm/criteria/packs"
	"ntm/internal/invented"
	"ntm/internal/whole"
)

// BenchmarkWindow has a window over the communes of the whole country: the pages, the dossier and the
// papers of one after another; then the office's pages and a backup. Memory is the most that the
// window had in the machine's eyes.
func BenchmarkWindow(b *testing.B) {
	o := newDesk(b)
	country := invented.New(lawpacks.Embedded(), 1)
	if err := whole.Write(filepath.Join(o.folder, "gia-dinh.csv"), true, func(w io.Writer) error {
		return country.WriteCSV(w, 0, invented.All, 2023)
	}); err != nil {
		b.Fatal(err)
	}
	// Some are left out for the mistakes made in them.
	_ = o.start(new(bytes.Buffer), "import", "gia-dinh.csv").Wait()
	w := o.open(b.TempDir())
	w.enter()
	w.get("/?tim=phu")
	years := w.years()
	i := 0
	for b.Loop() {
		year := years[i%len(years)]
		i++
		for _, page := range []string{"/so-lieu", "/ket-qua", "/tep/ho-so", "/tep/van-ban.zip", "/tep/phieu.zip"} {
			w.get(year + page)
		}
	}
	b.ReportMetric(w.most(), "peak-MB")
	for _, page := range []string{"/van-phong", "/kho", "/kho/sao-luu"} {
		w.get(page)
	}
	w.post("/kho/kiem-tra", url.Values{})
	b.ReportMetric(w.most(), "peak-MB-office")
}

// years are the addresses of the communes' years on the first page.
func (w *opened) years() (all []string) {
	w.Helper()
	for part := range strings.SplitSeq(w.get("/"), `href="`) {
		at, _, _ := strings.Cut(part, `"`)
		if year, is := strings.CutSuffix(at, "/so-lieu"); is {
			_, below, _ := strings.Cut(year[1:], "/")
			all = append(all, "/"+below)
		}
	}
	if len(all) == 0 {
		w.Fatal("no commune on the first page")
	}
	return all
}

// most is how many megabytes of memory the window has had at most.
func (w *opened) most() float64 {
	w.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.cmd.Process.Pid))
	if err != nil {
		w.Fatal(err)
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes float64
	if _, err := fmt.Sscan(after, &kilobytes); err != nil {
		w.Fatal(err)
	}
	return kilobytes / (1 << 10)
}
