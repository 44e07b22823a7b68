package fittest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ntm/internal/testenv/readers"

	"github.com/xuri/excelize/v2"
)

const (
	top, left = 20 / 25.4 * 72, 30 / 25.4 * 72 // margins of papers
	lineApart = 4.0                            // points between the middles of two lines, at least
	drift     = 4.0
)

// Printed has LibreOffice print workbooks and looks for each cell's words within the cell's
// own box on the page: what is clipped, or printed over something else, is not there. A word
// broken in the middle is told, and so are pages that are filled badly (filling.go).
func Printed(t testing.TB, books map[string][]byte) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		readers.Absent(t, "pdftotext")
	}
	folder := t.TempDir()
	for i, name := range slices.Sorted(maps.Keys(books)) {
		path := filepath.Join(folder, fmt.Sprintf("%d.xlsx", i))
		if err := os.WriteFile(path, books[name], 0o600); err != nil {
			t.Fatal(err)
		}
		printed := readers.Save(t, readers.PDF, folder, path)[0]
		pages := wordsOf(t, readers.Run(t, nil, "pdftotext", "-bbox", printed, "-"))
		for _, problem := range onPaper(t, books[name], pages) {
			t.Errorf("%s, %s", name, problem)
		}
	}
}

// onPaper holds the sheets of a workbook against the pages they were printed on.
func onPaper(t testing.TB, data []byte, pages [][]word) []string {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // opened for reading: nothing is lost
	breaks, heads := breaksOf(t, data), headsOf(file)
	var out []string
	next := 0
	for i, name := range file.GetSheetList() {
		if visible, err := file.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		p := &paper{page: pageOf(t, file, name), head: heads[name]}
		problems, used := p.sheet(breaks[i+1], pages[min(next, len(pages)):])
		for _, problem := range problems {
			out = append(out, fmt.Sprintf("sheet %d %s, %s", i+1, name, problem))
		}
		next += used
	}
	if next != len(pages) {
		out = append(out, fmt.Sprintf("printed on %d pages, laid down for %d", len(pages), next))
	}
	return out
}

var (
	broken   = regexp.MustCompile(`<rowBreaks.*?</rowBreaks>`)
	breakRow = regexp.MustCompile(`<brk id="(\d+)"`)
	part     = regexp.MustCompile(`^xl/worksheets/sheet(\d+)\.xml$`)
)

// breaksOf is after which rows a page ends, by the number of the sheet.
func breaksOf(t testing.TB, data []byte) map[int][]int {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[int][]int{}
	for _, f := range archive.File {
		m := part.FindStringSubmatch(f.Name)
		if m == nil {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		number, _ := strconv.Atoi(m[1])
		for _, b := range breakRow.FindAllSubmatch(broken.Find(content), -1) {
			row, _ := strconv.Atoi(string(b[1]))
			out[number] = append(out[number], row)
		}
		slices.Sort(out[number])
	}
	return out
}

// headsOf is the row that is repeated on each page, by the name of the sheet.
func headsOf(file *excelize.File) map[string]int {
	out := map[string]int{}
	for _, n := range file.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			row, _ := strconv.Atoi(n.RefersTo[strings.LastIndex(n.RefersTo, "$")+1:])
			out[n.Scope] = row
		}
	}
	return out
}
