package form

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
)

// One commune's form, as a province reads hundreds of them.
func BenchmarkRead(b *testing.B) {
	lib := packs.Embedded()
	for b.Loop() {
		if _, err := Read(b.Context(), "../../testdata/forms/saved-by-libreoffice.xlsx", lib); err != nil {
			b.Fatal(err)
		}
	}
}

// A wide sheet of a province: a row for each commune, with numbers as they are mostly typed.
func BenchmarkReadWide(b *testing.B) {
	lib := packs.Embedded()
	var sheet strings.Builder
	sheet.WriteString("Xã,Tỉnh,Mã xã,income_per_capita,health_insurance_rate,clean_water_rate,solid_housing_rate\n")
	for i := range 1000 {
		fmt.Fprintf(&sheet, "X,Thanh Hóa,%05d,\"6%d,5\",9%d,\"95,%d %%\",1%02d/200\n", 10000+i, i%10, i%10, i%10, i%100)
	}
	path := filepath.Join(b.TempDir(), "invented.csv")
	if err := os.WriteFile(path, []byte(sheet.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		source, err := Open(b.Context(), path, lib, 2023)
		if err != nil {
			b.Fatal(err)
		}
		for row := range source.Rows {
			_, _ = source.Read(row) // of which many name no commune: what is read is the same
		}
		if err := source.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
