//go:build linux

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/invented"
)

// BenchmarkProgram measures the program as offices run it, each run a process of its
// own: its first words, one commune, a province of 600, the country. What it reads is
// made up from one seed. Memory is the most that a process had in the machine's eyes.
func BenchmarkProgram(b *testing.B) {
	const province, loaded, country = 600, 1000, invented.All
	p := program{B: b, folder: b.TempDir()}
	if said, err := exec.Command("go", "build", "-o", p.at("ntm"), ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, said)
	}
	example := filepath.Join("..", "..", "testdata", "quang-trung-2023.yaml")
	none := func() {}
	store, out := p.at("10597.db"), p.at("ra")
	report := []string{"report", "--db", store, "--year", "2023", "--force", "-o", p.at("bao-cao.xlsx")}
	fromForms := func(n int) func() { return func() { p.forms(n) } }
	fromSheet := func(n int) func() { return func() { p.sheet(n) } }
	fromStore := func() { p.store(country) }
	for _, c := range append(p.questions(), []measured{
		{"first-words/version", 0, none, true, []string{"version"}},
		{"first-words/criteria", 0, none, true, []string{"criteria", "list"}},
		{"first-words/assess", 0, none, true, []string{"assess", example}},
		{"form/check", 1, fromForms(1), false, []string{"check", p.at("1")}},
		{"form/assess", 1, fromForms(1), false, []string{"assess", p.at("1")}},
		{"form/dossier", 1, fromForms(1), false, []string{"dossier", p.at("1"), "-o", out}},
		{"form/papers", 1, fromForms(1), false, []string{"papers", p.at("1"), "-o", out}},
		{"forms/check", loaded, fromForms(loaded), false, []string{"check", p.at("1000")}},
		{"forms/assess", province, fromForms(province), false, []string{"assess", p.at("600")}},
		{"forms/dossiers", province, fromForms(province), false, []string{"dossier", p.at("600"), "-o", out}},
		{"province/import", province, fromSheet(province), false, []string{"import", p.at("600.csv"), "--db", out}},
		{"country/check-xlsx", country, func() { p.workbook(country) }, false, []string{"check", p.at("10597.xlsx")}},
		{"country/assess", country, fromSheet(country), false, []string{"assess", p.at("10597.csv")}},
		{"country/import", country, fromSheet(country), false, []string{"import", p.at("10597.csv"), "--db", out}},
		{"country/list", country, fromStore, false, []string{"list", "--db", store}},
		{"country/report", country, fromStore, false, report},
		{"country/dossiers", country, fromSheet(country), false, []string{"dossier", p.at("10597.csv"), "-o", out}},
	}...) {
		b.Run(c.name, func(b *testing.B) {
			p := p
			p.B = b
			c.makes()
			p.small()
			var cpu time.Duration
			var most int64
			b.ResetTimer()
			for b.Loop() {
				b.StopTimer()
				if err := os.RemoveAll(out); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				of := p.run(c.first, c.args...)
				cpu += of.UserTime() + of.SystemTime()
				most = max(most, of.SysUsage().(*syscall.Rusage).Maxrss)
			}
			b.ReportMetric(cpu.Seconds()/float64(b.N), "cpu-s/op")
			b.ReportMetric(float64(most)/(1<<10), "peak-MB")
			if c.communes > 0 {
				b.ReportMetric(float64(c.communes*b.N)/b.Elapsed().Seconds(), "communes/s")
			}
		})
	}
}

// measured is a command line that is measured, and on what.
type measured struct {
	name     string
	communes int
	makes    func()
	first    bool // the time until the first words, not until the end
	args     []string
}

// questions are the office's at the year's end, of a province of 147, of one of 467 and of the
// country: what is lacked, what five million more income turn, who stands under the new set, which
// thresholds were used.
func (p program) questions() (all []measured) {
	for _, n := range []int{147, 467, invented.All} {
		for name, args := range map[string][]string{
			"gap": {"gap"}, "whatif": {"whatif", "10=+5"}, "compare": {"compare", "--under", "ntm-2026-2030"},
			"use": {"criteria", "use"},
		} {
			args = append(args, "--province", "all", "--year", "2023", "--db", p.at(fmt.Sprint(n, ".db")))
			all = append(all, measured{fmt.Sprintf("questions/%d/%s", n, name), n, func() { p.store(n) }, false, args})
		}
	}
	slices.SortFunc(all, func(a, b measured) int {
		return cmp.Or(a.communes-b.communes, strings.Compare(a.name, b.name))
	})
	return all
}

// program runs what was built, on what it makes in a folder.
type program struct {
	*testing.B
	folder string
}

func (p program) at(name string) string { return filepath.Join(p.folder, name) }

func (p program) lacks(path string) bool {
	_, err := os.Stat(path)
	return err != nil
}

// run runs a command line, or times it until its first words.
func (p program) run(first bool, args ...string) *os.ProcessState {
	var said bytes.Buffer
	cmd := exec.Command(p.at("ntm"), args...)
	cmd.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", runtime.GOMAXPROCS(0)), "NTM_AS=người thử")
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		p.Fatal(err)
	}
	if first {
		_, _ = out.Read(make([]byte, 1)) // what went wrong its end tells
		p.StopTimer()
		defer p.StartTimer()
	}
	_, _ = io.Copy(io.Discard, out)
	if err := cmd.Wait(); err != nil {
		p.Fatalf("%s: %v: %.500s", strings.Join(args, " "), err, said.String())
	}
	return cmd.ProcessState
}

// small gives memory back: a process counts as at least as large as the one that started
// it ever was.
func (p program) small() {
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		p.Logf("peak-MB is at least what making the data took: %v", err)
	}
}

// forms is a folder with the filled forms of n communes.
func (p program) forms(n int) string {
	folder := p.at(fmt.Sprint(n))
	if !p.lacks(folder) {
		return folder
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		p.Fatal(err)
	}
	made := invented.New(packs.Embedded(), 1)
	for i := range n {
		path := filepath.Join(folder, fmt.Sprintf("gia-dinh-%05d.xlsx", i))
		p.write(path, func(w io.Writer) error { return made.WriteForm(w, i, 2023) })
	}
	return folder
}

// sheet is a wide sheet of n communes, as text.
func (p program) sheet(n int) string {
	path := p.at(fmt.Sprintf("%d.csv", n))
	if p.lacks(path) {
		p.write(path, func(w io.Writer) error { return invented.New(packs.Embedded(), 1).WriteCSV(w, 0, n, 2023) })
	}
	return path
}

// store has the reports of n communes.
func (p program) store(n int) {
	if db := p.at(fmt.Sprint(n, ".db")); p.lacks(db) {
		p.run(false, "import", p.sheet(n), "--db", db)
	}
}

// workbook is the same as a workbook.
func (p program) workbook(n int) {
	if path := p.at(fmt.Sprintf("%d.xlsx", n)); p.lacks(path) {
		p.write(path, func(w io.Writer) error { return invented.New(packs.Embedded(), 1).WriteWide(w, 0, n, 2023) })
	}
}

func (p program) write(path string, fill func(io.Writer) error) {
	file, err := os.Create(path)
	if err == nil {
		err = fill(file)
	}
	if err != nil || file.Close() != nil {
		p.Fatal(path, err)
	}
}
