package form

import (
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
