//go:build linux

package cli

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	lawpacks "ntm/criteria/packs"
	"ntm/internal/invented"
	"ntm/internal/whole"
)

// BenchmarkOpen is the window as people have it, over a store with every commune of an invented
// country: from its start to the first page, and a commune searched for as one types.
func BenchmarkOpen(b *testing.B) {
	b.Run("first page of an empty store", newDesk(b).firstPage)
	o := newDesk(b)
	sheet := filepath.Join(o.folder, "gia-dinh.csv")
	if err := whole.Write(sheet, true, func(w io.Writer) error {
		return invented.New(lawpacks.Embedded(), 1).WriteCSV(w, 0, invented.All, 2023)
	}); err != nil {
		b.Fatal(err)
	}
	var said bytes.Buffer
	_ = o.start(&said, "import", "--json", sheet).Wait() // some of the invented reports have mistakes
	b.Run("first page", o.firstPage)
	b.Run("search", func(b *testing.B) {
		w := o.open(b.TempDir())
		w.enter()
		w.get("/")
		const typed = "quang trung thanh hoa"
		var all []time.Duration
		before := processorTime(w)
		for b.Loop() {
			for n := range typed {
				start := time.Now()
				w.get("/?tim=" + url.QueryEscape(typed[:n+1]))
				all = append(all, time.Since(start))
			}
		}
		b.ReportMetric((processorTime(w)-before)/float64(len(all)), "cpu-ms/letter")
		slices.Sort(all)
		b.ReportMetric(float64(all[len(all)/2].Microseconds())/1e3, "p50-ms")
		b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1e3, "p99-ms")
	})
}

// firstPage is from the start of the process until the first page has come.
func (o *desk) firstPage(b *testing.B) {
	for b.Loop() {
		w := o.open(b.TempDir())
		w.enter()
		w.get("/")
		b.StopTimer()
		b.ReportMetric(processorTime(w), "cpu-ms")
		w.kill()
		b.StartTimer()
	}
}

// processorTime is what a window has taken of the processors, in milliseconds.
func processorTime(w *opened) float64 {
	w.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", w.cmd.Process.Pid))
	if err != nil {
		w.Fatal(err)
	}
	var user, system float64
	_, after, _ := strings.Cut(string(text), ") ")
	fields := strings.Fields(after)
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system); err != nil {
		w.Fatal(err)
	}
	return (user + system) * 10 // ticks of a hundredth of a second
}
