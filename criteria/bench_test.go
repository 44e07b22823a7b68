package criteria_test

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

func BenchmarkResolve(b *testing.B) {
	lib := packs.Embedded()
	for b.Loop() {
		if _, err := lib.Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral,
			Province: "Thanh Hóa"}); err != nil {
			b.Fatal(err)
		}
	}
}
