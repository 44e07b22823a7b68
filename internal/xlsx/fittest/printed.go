package fittest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"
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

// word is one on a printed page, and its place in points.
type word struct {
	Left   float64 `xml:"xMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Top    float64 `xml:"yMin,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

func (w *word) middle() (x, y float64) { return (w.Left + w.Right) / 2, (w.Top + w.Bottom) / 2 }

func wordsOf(t testing.TB, said []byte) [][]word {
	t.Helper()
	var document struct {
		Pages []struct {
			Words []word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(bytes.NewReader(said))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&document); err != nil {
		t.Fatal(err)
	}
	pages := make([][]word, len(document.Pages))
	for i, p := range document.Pages {
		pages[i] = p.Words
	}
	return pages
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
		p := &paper{page: page{t: t, file: file, name: name, merged: map[string][2]string{}}, head: heads[name]}
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

// paper is a sheet as it is printed.
type paper struct {
	page
	head  int
	scale float64 // at which it is printed
}

// sheet looks at each page of a sheet, which ends after the rows of breaks. It gives how many
// pages those are.
func (p *paper) sheet(breaks []int, pages [][]word) (problems []string, used int) {
	merges, err := p.file.GetMergeCells(p.name, true)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, m := range merges {
		p.merged[m.GetStartAxis()] = [2]string{m.GetStartAxis(), m.GetEndAxis()}
	}
	shown, err := p.file.GetPictureCells(p.name)
	if err != nil {
		p.t.Fatal(err)
	}
	rows, err := p.file.GetRows(p.name)
	if err != nil {
		p.t.Fatal(err)
	}
	room := p.height()
	p.scale = 1
	if whole := p.reach(1, len(rows)); len(breaks) == 0 && whole > room { // by whole per cents
		p.scale = math.Floor(100*room/whole) / 100
	}
	pageEnds := append(slices.Clone(breaks), len(rows))
	first := 1
	for n, last := range pageEnds {
		y := top
		if n > 0 && p.head > 0 && p.head < first {
			y += p.reach(p.head, p.head)
		}
		said, ends := 0, 0
		for row := first; row <= last; row++ {
			cells := []string(nil)
			if row <= len(rows) {
				cells = rows[row-1]
			}
			if strings.Join(cells, "") != "" || slices.Contains(shown, draw.Ref(1, row)) {
				said++
				ends = row
			}
			if n < len(pages) {
				for _, problem := range p.row(row, cells, y, pages[n]) {
					problems = append(problems, fmt.Sprintf("page %d, %s", n+1, problem))
				}
			}
			y += p.reach(row, row)
		}
		if n < len(pages) && len(pageEnds) > 1 {
			shown := filling{rows: said, share: reached(pages[n], room) / room, last: n+1 == len(pageEnds)}
			if ends > 0 && ends <= len(rows) && p.heads(ends, rows[ends-1]) {
				shown.heading, _ = p.file.GetCellValue(p.name, draw.Ref(1, ends))
			}
			if n > 0 && first <= len(rows) && strings.Join(rows[first-1], "") != "" {
				shown.headed = p.above(first, rows)
			}
			if problem := shown.problem(); problem != "" {
				problems = append(problems, fmt.Sprintf("page %d %s", n+1, problem))
			}
		}
		first = last + 1
	}
	return problems, len(pageEnds)
}

// height is the room on a page, in points.
func (p *paper) height() float64 {
	layout, err := p.file.GetPageLayout(p.name)
	if err != nil {
		p.t.Fatal(err)
	}
	if *layout.Orientation == "landscape" {
		return 170 / 25.4 * 72
	}
	return 257 / 25.4 * 72
}

// reach is how high rows are together.
func (p *paper) reach(first, last int) float64 {
	sum := 0.0
	for row := first; row <= last; row++ {
		if shown, err := p.file.GetRowVisible(p.name, row); err != nil || !shown {
			continue
		}
		h, err := p.file.GetRowHeight(p.name, row)
		if err != nil {
			p.t.Fatal(err)
		}
		sum += h
	}
	return sum
}

// row looks for the words of a row's cells, which begins at y.
func (p *paper) row(row int, cells []string, y float64, words []word) []string {
	var out []string
	x := left
	for c, says := range cells {
		at, _ := excelize.CoordinatesToCellName(c+1, row)
		letter, _ := excelize.ColumnNumberToName(c + 1)
		own, err := p.file.GetColWidth(p.name, letter)
		if err != nil {
			p.t.Fatal(err)
		}
		from := x
		x += own * draw.ZeroWidth
		raw, _ := p.file.GetCellValue(p.name, at, excelize.Options{RawCellValue: true})
		width, height := p.room(at, c+1, row)
		if says == "" || width == 0 || height == 0 {
			continue
		}
		box := [4]float64{left + (from-left)*p.scale, top + (y-top)*p.scale, width * p.scale, height * p.scale}
		look := func(box [4]float64) string { return within(says, words, box[0], box[1], box[2], box[3]) }
		if value, err := strconv.ParseFloat(raw, 64); err == nil {
			look = func(box [4]float64) string { return number(value, words, box) }
		}
		problem := look(box)
		if strings.HasPrefix(problem, "lacks") { // columns on the paper drift by a few points
			problem = look([4]float64{box[0] - drift, box[1], box[2] + 2*drift, box[3]})
		}
		if problem != "" {
			out = append(out, at+" "+problem)
		}
	}
	return out
}

// number tells whether a number is not in its box as a number: what finds no room is printed as
// signs. How it is written its format says, which may write it as a word.
func number(value float64, words []word, box [4]float64) string {
	found := ""
	for _, w := range in(words, box[0], box[1], box[2], box[3]) {
		found += w.Text
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, found)
	switch {
	case found == "":
		return fmt.Sprintf("lacks the number %v", value)
	case strings.Contains(found, "##"):
		return fmt.Sprintf("has no room for the number %v", value)
	case digits == "":
		return ""
	}
	for _, whole := range []float64{math.Floor(math.Abs(value)), math.Ceil(math.Abs(value))} {
		if strings.HasPrefix(digits, strconv.FormatFloat(whole, 'f', 0, 64)) {
			return ""
		}
	}
	return fmt.Sprintf("lacks the number %v, there is %q", value, found)
}

// in are the words whose middle lies in a box.
func in(words []word, x, y, width, height float64) (inside []word) {
	for i := range words {
		if at, down := words[i].middle(); at > x && at < x+width && down > y && down < y+height {
			inside = append(inside, words[i])
		}
	}
	return inside
}

// within tells what of a cell's words is not in its box, or broken there.
func within(says string, words []word, x, y, width, height float64) string {
	inside := in(words, x, y, width, height)
	slices.SortFunc(inside, func(a, b word) int {
		ax, ay := a.middle()
		bx, by := b.middle()
		if by-ay > lineApart || ay-by > lineApart {
			return cmp.Compare(ay, by)
		}
		return cmp.Compare(ax, bx)
	})
	found, ends := "", map[int]bool{0: true}
	for i := range inside {
		if i > 0 {
			_, before := inside[i-1].middle()
			if _, down := inside[i].middle(); down-before > lineApart {
				ends[len(found)] = true
			}
		}
		found += plain(inside[i].Text)
	}
	want, starts := "", map[int]bool{0: true}
	for w := range strings.FieldsSeq(says) {
		starts[len(want)] = true
		want += plain(w)
	}
	if found != want {
		if missing := lacking(want, found); missing != "" {
			return fmt.Sprintf("lacks %q of %q", missing, says)
		}
		return ""
	}
	for end := range ends {
		if !starts[end] && !strings.ContainsAny(want[max(0, end-1):end], "/-–") {
			return fmt.Sprintf("breaks a word after %q", want[:end])
		}
	}
	return ""
}

// plain is words as they are compared, whatever letters a font draws for them.
func plain(words string) string {
	return strings.Join(strings.Fields(norm.NFC.String(words)), "")
}

// lacking are the letters of one text that another has not.
func lacking(want, found string) string {
	has := map[rune]int{}
	for _, r := range found {
		has[r]++
	}
	out := ""
	for _, r := range want {
		if has[r]--; has[r] < 0 {
			out += string(r)
		}
	}
	return out
}
