package dossier_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/fittest"
	"ntm/internal/xlsx/xlsxtest"
)

// The sheet Hình ảnh minh họa shows each photograph above its number and what the report calls
// it, and the index lists it; without photographs there is none, and the number of the dossier
// is another. The same photographs give the same bytes.
func TestPhotographs(t *testing.T) {
	t.Parallel()
	const sheet = "Hình ảnh minh họa"
	books := map[string][]byte{}
	for n, want := range map[int]string{0: "", 1: "A4", 2: "A4 B4", 5: "A4 B4 A6 B6 A8"} {
		photos, named := dossiertest.Photographs(t, n)
		a := dossiertest.QuangTrung(t, named)
		written := func() []byte {
			var out bytes.Buffer
			if err := dossier.Write(&out, a, dossier.Options{At: dossiertest.Signed, Photos: photos}); err != nil {
				t.Fatal(err)
			}
			return out.Bytes()
		}
		books[fmt.Sprint(n)] = written()
		w := xlsxtest.Open(t, books[fmt.Sprint(n)])
		cells, _ := w.GetPictureCells(sheet)
		if got := strings.Join(cells, " "); got != want {
			t.Errorf("%d photographs stand in %q, want %q", n, got, want)
		}
		if listed := slices.Contains(indexed(w), sheet); listed != (n > 0) {
			t.Errorf("%d photographs: in the index %v", n, listed)
		}
		for i := range n {
			at := fmt.Sprintf("%c%d", 'A'+i%2, 5+i/2*2)
			if got, want := w.Raw(sheet, at), fmt.Sprintf("Ảnh %d. Ảnh giả định & <%d>", i+1, i+1); got != want {
				t.Errorf("%s is %q, want %q", at, got, want)
			}
		}
		if !bytes.Equal(books[fmt.Sprint(n)], written()) {
			t.Errorf("%d photographs give other bytes", n)
		}
		with, err := dossier.Fingerprint(a, dossier.Options{At: dossiertest.Signed, Photos: photos})
		if err != nil {
			t.Fatal(err)
		}
		without, err := dossier.Fingerprint(a, dossier.Options{At: dossiertest.Signed})
		if err != nil || (with == without) != (n == 0) {
			t.Errorf("%d photographs: %s with, %s without, %v", n, with, without, err)
		}
	}
	t.Run("printed", func(t *testing.T) {
		testenv.LeftToWhole(t)
		fittest.Printed(t, books)
	})
}
