package dossier_test

import (
	"testing"

	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/xlsxtest"
)

// TestRecalculated has LibreOffice reckon the dossiers from nothing: every
// formula comes to the value it carries, and that is what the engine found.
func TestRecalculated(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	all := map[string][]byte{}
	for name, a := range dossiertest.Reports(t) {
		all[name] = dossiertest.Written(t, a)
	}
	xlsxtest.Recalculates(t, all, 40)
}
