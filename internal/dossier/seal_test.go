package dossier_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/papers"
)

// The digest that a workbook carries is that of its assessment, and of no other:
// whatever a reader would see differently makes another digest.
func TestFingerprint(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ho-so.xlsx")
	if err := os.WriteFile(path, dossiertest.Written(t, dossiertest.GiaDinh(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	found, err := papers.ReadMade(path)
	if err != nil || !found.At.Equal(dossiertest.Signed) {
		t.Fatalf("%+v, %v", found, err)
	}
	for name, tt := range map[string]struct {
		a    *assess.Assessment
		at   time.Time
		same bool
	}{
		"the same":     {dossiertest.GiaDinh(t), dossiertest.Signed, true},
		"another day":  {dossiertest.GiaDinh(t), dossiertest.Signed.AddDate(0, 0, 1), true},
		"another year": {dossiertest.GiaDinh(t), dossiertest.Signed.AddDate(1, 0, 0), false},
		"one level": {dossiertest.GiaDinh(t).Only([]criteria.Level{criteria.KieuMau}),
			dossiertest.Signed, false},
		"another remark": {dossiertest.GiaDinh(t, func(r *commune.Report) { r.Figures[0].Note = "giả định" }),
			dossiertest.Signed, false},
		"another file of it": {dossiertest.GiaDinh(t,
			func(r *commune.Report) { r.Evidence[0].File = "gia-dinh.pdf" }), dossiertest.Signed, false},
		"another program": {func() *assess.Assessment {
			a := dossiertest.GiaDinh(
				t)
			a.Engine.Version = "0.0.1-thu"
			return a
		}(), dossiertest.Signed, false},
		"another council rule": {proceeding(dossiertest.GiaDinh(t), nil), dossiertest.Signed, false},
	} {
		fingerprint, err := dossier.Fingerprint(tt.a, dossier.Options{At: tt.at})
		if err != nil || (fingerprint == found.Fingerprint) != tt.same {
			t.Errorf("%s: %s, %v; the workbook has %s", name, fingerprint, err, found.Fingerprint)
		}
	}
}

// proceeding is the assessment under another procedure.
func proceeding(a *assess.Assessment, p *criteria.SetProcedure) *assess.Assessment {
	set := *a.Set
	set.Procedure = p
	a.Set = &set
	return a
}
