package dossier_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
)

// A cell that follows another carries what that one holds, whichever levels a dossier
// is of. What other formulas come to LibreOffice computes in TestRecalculated.
func TestCarriedValues(t *testing.T) {
	t.Parallel()
	all := testenv.Sample(t, dossiertest.Reports(t), "nang-cao-alone", "kieu-mau-alone")
	all["gia-dinh, spoiled, nang cao"] = dossiertest.GiaDinh(t, dossiertest.Spoiled).Only(
		[]criteria.Level{criteria.NangCao})
	for name, a := range all {
		t.Run(name, func(t *testing.T) { carries(t, a) })
	}
}

// reference is a formula that is nothing but another cell, with words before it or not.
var reference = regexp.MustCompile(`^(?:"([^"]*)"&)?('[^']+'![A-Z]+[0-9]+)$`)

func carries(t *testing.T, a *assess.Assessment) {
	t.Helper()
	w := dossiertest.Open(t, a)
	followed := 0
	for _, sheet := range w.GetSheetList() {
		w.Each(sheet, func(cell, carried string) {
			part := reference.FindStringSubmatch(w.Formula(sheet, cell))
			if part == nil {
				return
			}
			followed++
			of, at, _ := strings.Cut(strings.ReplaceAll(part[2], "'", ""), "!")
			if want := part[1] + w.Raw(of, at); !sameText(carried, want) {
				t.Errorf("%s!%s carries %q, %s holds %q", sheet, cell, carried, part[2], want)
			}
		})
	}
	if followed < 5 {
		t.Errorf("only %d cells follow others", followed)
	}
}

func sameText(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return a == b || errX == nil && errY == nil && math.Abs(x-y) < 1e-9
}
