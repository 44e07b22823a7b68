//go:build unix

package dossier_test

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"syscall"
	"testing"

	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv/readers"
)

// BenchmarkBesideXlsxWriter measures the processor time of a dossier, from its assessment on,
// beside that of XlsxWriter writing the same cells and formats, which lie ready, without the
// charts. The two take turns; the median counts. The memory is set as the program sets it.
func BenchmarkBesideXlsxWriter(b *testing.B) {
	python := readers.Python(b, "xlsxwriter", "openpyxl")
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	a := dossiertest.GiaDinh(b)
	file := filepath.Join(b.TempDir(), "ho-so.xlsx")
	if err := os.WriteFile(file, dossiertest.Written(b, a), 0o600); err != nil {
		b.Fatal(err)
	}
	took := regexp.MustCompile(`xlsxwriter \S+: (\S+) ms`)
	var own, peers []float64
	for b.Loop() {
		const n = 30
		before := processorTime(b)
		for range n {
			if err := dossier.Write(io.Discard, a, dossier.Options{At: dossiertest.Signed}); err != nil {
				b.Fatal(err)
			}
		}
		own = append(own, (processorTime(b)-before)/n)
		m := took.FindSubmatch(readers.Run(b, nil, python, "testdata/peers.py", file, "5"))
		if m == nil {
			b.Fatal("no time of XlsxWriter")
		}
		peer, err := strconv.ParseFloat(string(m[1]), 64)
		if err != nil {
			b.Fatal(err)
		}
		peers = append(peers, peer)
	}
	slices.Sort(own)
	slices.Sort(peers)
	ntm, peer := own[len(own)/2], peers[len(peers)/2]
	b.ReportMetric(ntm, "ntm-cpu-ms")
	b.ReportMetric(peer, "XlsxWriter-cpu-ms")
	b.ReportMetric(peer/ntm, "times-as-long")
}

// processorTime is what the process used, in milliseconds.
func processorTime(b *testing.B) float64 {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e6
}
