package cli

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/store"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

// The same figures have the same answers whichever way they come: typed cell by cell in the window
// and kept there, in the form that the window hands over, and in the report that the command line
// is given; and the form taken in makes the same figures of it, in the same order.
func TestSameAnswers(t *testing.T) {
	t.Parallel()
	for _, name := range testenv.Every(t, 2, []string{"quang-trung-2023.yaml", "xa-gia-dinh-2023.yaml"}) {
		t.Run(name, func(t *testing.T) {
			lib := packs.Embedded()
			r, _, err := commune.Read(filepath.Join("..", "..", "testdata", name), lib)
			if err != nil {
				t.Fatal(err)
			}
			// whose it is, for there is no invented commune in the list; and what no form asks in its own words
			r.Commune = commune.Where{Code: "16492"}
			r.Capital, r.CouncilVotes = nil, nil
			o := newDesk(t)
			given := o.wrote(r.JSON())
			w := o.open(t.TempDir())
			w.enter()
			w.post("/xa", url.Values{"xa": {"16492"}, "nam": {"2023"}})
			const year = "/xa/Thanh%20Hóa/16492/2023"
			cells := form.CellsOf(r)
			slices.Reverse(cells) // nobody types in the order of the form
			for _, c := range cells {
				if c.Item != "code" && c.Item != "year" {
					w.post(year+"/o", url.Values{"to": {c.Sheet}, "dong": {c.Item}, "cot": {c.ID}, "chu": {c.Text},
						"ban": {"0"}})
				}
			}
			w.post(year+"/ghi", nil)
			handed := filepath.Join(o.folder, "bieu.xlsx")
			if err := os.WriteFile(handed, w.file(year+"/tep/bieu-da-ghi"), 0o600); err != nil {
				t.Fatal(err)
			}
			kept := o.wrote(o.report("16492"))
			w.kill()
			want, _ := o.try("assess", given, "--json", "--level", "all")
			for way, file := range map[string]string{"the form": handed, "the window": kept} {
				if got, _ := o.try("assess", file, "--json", "--level", "all"); got != want {
					t.Errorf("%s: %s", way, cmp.Diff(want, got))
				}
			}
			o.db += "-2"
			o.must("import", handed)
			if d := cmp.Diff(figuresIn(t, kept), figuresIn(t, o.wrote(o.report("16492")))); d != "" {
				t.Errorf("the form makes another report: %s", d)
			}
		})
	}
}

// wrote is a file of the desk with a report in it.
func (o *desk) wrote(report []byte, err error) string {
	o.t.Helper()
	file, wrong := os.CreateTemp(o.folder, "*.json")
	if err == nil {
		err = wrong
	}
	if err == nil {
		_, err = file.Write(report)
	}
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		o.t.Fatal(err)
	}
	return file.Name()
}

// report is the current report of a commune in the store.
func (o *desk) report(code string) (text []byte, err error) {
	o.t.Helper()
	o.within(func(ctx context.Context, st *store.Store) {
		c, wrong := st.Commune(ctx, "Thanh Hóa", code)
		if wrong != nil || c == nil {
			o.t.Fatal(c, wrong)
		}
		text, err = st.Document(ctx, c.Province, c.Dossiers[0].Report().Digest)
	})
	return text, err
}

// file is what the window hands over.
func (w *opened) file(path string) []byte {
	w.Helper()
	answer, err := w.person.Get(w.base + path)
	if err != nil {
		w.Fatal(err)
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	data, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		w.Fatalf("%s: %s %v", path, answer.Status, err)
	}
	return data
}

// figuresIn are the figures of a report as it is written down.
func figuresIn(t *testing.T, file string) string {
	t.Helper()
	_, figures, _ := strings.Cut(read(t, file), `"figures": [`)
	return figures
}
