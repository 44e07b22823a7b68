package dossier_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The golden files hold every cell of a dossier, one a line: where, whether it
// is text or a number, the value, a number's format, and the cell's formula and
// link if it has them.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name       string
		assessment *assess.Assessment
	}{
		{"quang-trung-2023", dossiertest.QuangTrung(t)},
		{"xa-gia-dinh-2023", dossiertest.GiaDinh(t)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := dump(dossiertest.Open(t, c.assessment))
			path := filepath.Join("testdata", c.name+".golden")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("cells changed (-want +got); if they should, run go test -update and review:\n%s", diff)
			}
		})
	}
}

func dump(w xlsxtest.Book) string {
	var b strings.Builder
	for _, sheet := range w.GetSheetList() {
		w.Each(sheet, func(cell, value string) {
			value = strings.ReplaceAll(value, "\n", "⏎")
			if w.IsNumber(sheet, cell) {
				fmt.Fprintf(&b, "%s!%s\tnumber\t%s\t%s", sheet, cell, value, w.Format(sheet, cell))
			} else {
				fmt.Fprintf(&b, "%s!%s\ttext\t%s", sheet, cell, value)
			}
			if formula := w.Formula(sheet, cell); formula != "" {
				fmt.Fprintf(&b, "\t=%s", formula)
			}
			if target := w.Link(sheet, cell); target != "" {
				fmt.Fprintf(&b, "\t-> %s", target)
			}
			b.WriteByte('\n')
		})
	}
	return b.String()
}
