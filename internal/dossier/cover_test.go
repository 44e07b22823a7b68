package dossier_test

import (
	"bytes"
	"testing"
	"time"

	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/xlsx/xlsxtest"
)

// The cover bears the day that somebody said, in a year in which it may be signed; any other is
// left to the pen. It is that of the dossier: verified and made anew with it.
func TestDayOnTheCover(t *testing.T) {
	a := dossiertest.QuangTrung(t)
	for _, tt := range []struct {
		at    time.Time
		dated bool
		want  string
	}{
		{dossiertest.Signed, false, "Quảng Trung, ngày …… tháng …… năm 2023"},
		{dossiertest.Signed, true, "Quảng Trung, ngày 15 tháng 11 năm 2023"},
		{time.Date(2024, 2, 5, 0, 0, 0, 0, time.UTC), true, "Quảng Trung, ngày 05 tháng 02 năm 2024"},
		{time.Date(2026, 2, 5, 0, 0, 0, 0, time.UTC), true, "Quảng Trung, ngày …… tháng …… năm ………"},
	} {
		var book, again bytes.Buffer
		if err := dossier.Write(&book, a, dossier.Options{At: tt.at, Dated: tt.dated}); err != nil {
			t.Fatal(err)
		}
		w := dossiertest.HandedIn(t, book.Bytes())
		check, err := w.Verify()
		if err != nil || !check.Same() || check.Filled > 0 {
			t.Errorf("%v: %v, %+v", tt.at, err, check)
		}
		if err := w.Remake(&again); err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{book.Bytes(), again.Bytes()} {
			if cover := xlsxtest.Open(t, data); cover.Find("Bìa", tt.want) == "" {
				t.Errorf("%v, dated %v: the cover does not say %q", tt.at, tt.dated, tt.want)
			}
		}
	}
}
