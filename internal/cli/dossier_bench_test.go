package cli

import (
	"path/filepath"
	"testing"
)

// A province's dossiers from one wide sheet, and from forms: at sixty a second
// and more on two processors, under 300 MB.
func BenchmarkDossiers(b *testing.B) {
	const count = 1000
	folder := b.TempDir()
	wide, forms := filepath.Join(folder, "gia-dinh.csv"), b.TempDir()
	inventedCSV(b, wide, 0, count)
	inventedForms(b, forms, count)
	for name, from := range map[string]string{"wide": wide, "forms": forms} {
		b.Run(name, func(b *testing.B) {
			measured(b, "dossier", from, "--force", "-o", filepath.Join(folder, name))
			b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "dossiers/s")
		})
	}
	b.Run("again", func(b *testing.B) { // nothing to do
		measured(b, "dossier", wide, "-o", filepath.Join(folder, "wide"))
		b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "dossiers/s")
	})
}
