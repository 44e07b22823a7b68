package criteria

import "testing"

func BenchmarkLoadEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := load(source{fsys: embedded, root: "packs"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	lib := Embedded()
	for b.Loop() {
		if _, err := lib.Resolve(Query{Year: 2023, Region: NorthCentral, Province: "Thanh Hóa"}); err != nil {
			b.Fatal(err)
		}
	}
}
