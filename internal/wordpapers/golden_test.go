package wordpapers_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ntm/internal/assess"
	"ntm/internal/document"
	"ntm/internal/docx"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/wordpapers"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden texts")

// made is when the papers of tests are made.
var made = time.Date(2023, time.December, 12, 8, 0, 0, 0, time.FixedZone("", 7*3600))

// printed is the number of a dossier, which is another whenever the law is.
var printed = regexp.MustCompile(`[0-9a-f]{4}(-[0-9a-f]{4}){7}`)

// said is a paper's paragraphs and tables as text.
func said(t testing.TB, p *wordpapers.Paper) string {
	t.Helper()
	d, err := docx.Read(p.File, bytes.NewReader(p.Data), int64(len(p.Data)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			fmt.Fprintln(&out, b.Paragraph.Text)
			continue
		}
		for row := 1; row <= b.Table.Rows; row++ {
			var cells []string
			var before *document.Cell
			for column := 1; column <= b.Table.Columns; column++ {
				c := b.Table.At(row, column)
				if c != nil && c != before {
					cells = append(cells, strings.ReplaceAll(c.Text, "\n", " / "))
				}
				before = c
			}
			fmt.Fprintln(&out, "| "+strings.Join(cells, " | ")+" |")
		}
	}
	return printed.ReplaceAllString(out.String(), "(mã)")
}

// papersOf are all papers of an assessment with the page for the chairman.
func papersOf(t testing.TB, a *assess.Assessment, o wordpapers.Options) []wordpapers.Paper {
	t.Helper()
	o.At = made
	out, _, err := wordpapers.Make(a, o)
	if err != nil {
		t.Fatal(err)
	}
	summary, err := wordpapers.MakeSummary(a, o)
	if err != nil {
		t.Fatal(err)
	}
	return append(out, summary)
}

// What every paper says of a commune of which little is known, of one that is eligible at
// all levels and was voted on, and of one that fails.
func TestGolden(t *testing.T) {
	for name, one := range subjects(t) {
		t.Run(name, func(t *testing.T) {
			for _, p := range papersOf(t, one.a, one.o) {
				if folder := os.Getenv("NTM_TEST_PAPERS"); folder != "" { // to look at
					_ = os.MkdirAll(filepath.Join(folder, name), 0o755)
					_ = os.WriteFile(filepath.Join(folder, name, p.File), p.Data, 0o644)
				}
				file := filepath.Join("testdata", name, strings.TrimSuffix(p.File, "docx")+"txt")
				got := said(t, &p)
				if strings.Contains(got, wordpapers.Blank+".") {
					t.Errorf("%s: a blank and the stop behind it are one row of dots", p.File)
				}
				if *update {
					if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Errorf("%s: %s", p.File, diff)
				}
			}
		})
	}
}

// subject is a commune with what its papers are made with.
type subject struct {
	a *assess.Assessment
	o wordpapers.Options
}

func subjects(t testing.TB) map[string]subject {
	t.Helper()
	return map[string]subject{
		"quang-trung":       {a: dossiertest.QuangTrung(t)},
		"gia-dinh":          {a: dossiertest.GiaDinh(t), o: wordpapers.Options{Sitting: sat(10, 1)}},
		"chua-co-gi":        {a: dossiertest.QuangTrung(t, empty)},
		"gia-dinh-chua-dat": {a: dossiertest.GiaDinh(t, spoiled), o: wordpapers.Options{Sitting: sat(11, 0)}},
	}
}
