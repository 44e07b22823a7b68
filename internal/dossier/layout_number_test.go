package dossier_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
)

// What the sheets say for the same seal has a number, by which a dossier that comes back is
// compared: as a whole, or by its values alone.
func TestLayoutHasItsNumber(t *testing.T) {
	said := ""
	for _, name := range []string{"quang-trung-2023", "xa-gia-dinh-2023"} {
		a := dossiertest.QuangTrung(t)
		if name == "xa-gia-dinh-2023" {
			a = dossiertest.GiaDinh(t)
		}
		again := &dossier.Sealed{Seal: dossier.Seal{Layout: dossier.CurrentLayout}}
		sheets, err := dossier.Lay(a, dossier.Options{At: dossiertest.Signed, Again: again})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sheets {
			for i, r := range s.Rows {
				for k, c := range r.Cells {
					said += fmt.Sprintf("%s %d %d %v =%s\n", s.Name, i, k, c.Value, c.Formula)
				}
			}
		}
	}
	got := fmt.Sprintf("%d %s\n", dossier.CurrentLayout, dossier.Digest([]byte(said)))
	path := filepath.Join("testdata", "layout.golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("the sheets say other things: %s, not %s. If dossiers of this layout have left the house, raise "+
			"CurrentLayout; then run go test -update", got, want)
	}
}
