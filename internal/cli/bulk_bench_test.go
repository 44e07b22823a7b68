package cli

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	lawpacks "ntm/criteria/packs"
	"ntm/internal/invented"
)

// create writes a file of a benchmark's invented country.
func create(b *testing.B, path string, write func(io.Writer) error) {
	b.Helper()
	if err := writeFile(path, true, write); err != nil {
		b.Fatal(err)
	}
}

// inventedForms fills a form for each of so many communes in a folder.
func inventedForms(b *testing.B, folder string, count int) {
	b.Helper()
	country := invented.New(lawpacks.Embedded(), 1)
	for i := range count {
		create(b, filepath.Join(folder, fmt.Sprintf("gia-dinh-%05d.xlsx", i)), func(w io.Writer) error { return country.WriteForm(w, i, 2023) })
	}
}

// inventedCSV fills a wide sheet of so many communes.
func inventedCSV(b *testing.B, path string, first, communes int) {
	b.Helper()
	create(b, path, func(w io.Writer) error {
		return invented.New(lawpacks.Embedded(), 1).WriteCSV(w, first, communes, 2023)
	})
}

// measured runs a command line and reports the most memory that was in use.
func measured(b *testing.B, line ...string) {
	b.Helper()
	runtime.GC()
	stop, most := make(chan struct{}), make(chan uint64)
	go func() {
		var peak uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse+m.StackInuse)
			select {
			case <-stop:
				most <- peak
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	for b.Loop() {
		var stderr bytes.Buffer
		if status := Run(line, World{Stdout: io.Discard, Stderr: &stderr, Now: time.Now}); status != done {
			b.Fatalf("status %d: %.2000s", status, stderr.String())
		}
	}
	close(stop)
	b.ReportMetric(float64(<-most)/(1<<20), "peak-MB")
}

// A province's forms: under a minute on two processors, under 300 MB.
func BenchmarkCheckForms(b *testing.B) {
	folder := b.TempDir()
	inventedForms(b, folder, 1000)
	measured(b, "check", folder)
}

// The sheet of every commune of the country: under ten seconds.
func BenchmarkWide(b *testing.B) {
	const rows = invented.All
	folder := b.TempDir()
	xlsx, text := filepath.Join(folder, "gia-dinh.xlsx"), filepath.Join(folder, "gia-dinh.csv")
	create(b, xlsx, func(w io.Writer) error { return invented.New(lawpacks.Embedded(), 1).WriteWide(w, 0, rows, 2023) })
	inventedCSV(b, text, 0, rows)
	for name, line := range map[string][]string{
		"check-xlsx": {"check", xlsx}, "check-csv": {"check", text}, "assess-xlsx": {"assess", xlsx},
		"import-xlsx": {"import", "--wide", xlsx, "--force", "-o", filepath.Join(folder, "x")},
		"import-csv":  {"import", "--wide", text, "--force", "-o", filepath.Join(folder, "c")},
	} {
		b.Run(name, func(b *testing.B) { measured(b, line...) })
	}
}
