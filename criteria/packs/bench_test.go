package packs

import "testing"

func BenchmarkLoadEmbedded(b *testing.B) {
	for b.Loop() {
		readParsed()
	}
}
