package dossier_test

import (
	"testing"

	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/fittest"
)

// On the pages that LibreOffice prints of every dossier of these tests each cell's words stand
// whole within the cell; no page has one row, and none but the last of a sheet is half empty.
func TestPrintedWhole(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	books := map[string][]byte{}
	for name, a := range testenv.Sample(t, dossiertest.Reports(t), "spoiled") {
		if name == "long-words" || name == "too-many-digits" { // one word longer than a page
			continue
		}
		books[name] = dossiertest.Written(t, a)
	}
	fittest.Printed(t, books)
}
