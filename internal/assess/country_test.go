package assess_test

import (
	"fmt"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/assess"
	made "ntm/internal/invented"
)

// BenchmarkCountry judges an invented country, in sizes that show whether a
// commune costs the same however many there are. Making up the reports, a few
// hundred at a time as the program reads them, is not counted.
func BenchmarkCountry(b *testing.B) {
	country := made.New(packs.Embedded(), 1)
	for _, communes := range []int{1000, 3000, made.All} {
		b.Run(fmt.Sprint(communes), func(b *testing.B) {
			b.ReportAllocs()
			judgements := 0
			for b.Loop() {
				for from := 0; from < communes; from += 500 {
					b.StopTimer()
					inputs := loaded(b, country, from, min(from+500, communes))
					b.StartTimer()
					for _, in := range inputs {
						for _, l := range assess.Assess(in).Levels {
							judgements += l.IndicatorsTotal + len(l.Conditions)
						}
					}
				}
			}
			b.ReportMetric(float64(judgements)/float64(b.N), "judgements/op")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(communes*b.N), "µs/commune")
		})
	}
}

func loaded(b *testing.B, country *made.Country, from, to int) []assess.Input {
	b.Helper()
	var out []assess.Input
	for i := from; i < to; i++ {
		r, err := country.Report(i, 2023)
		if err != nil {
			b.Fatal(err)
		}
		in, err := assess.Prepare(country, r, "thử")
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, in)
	}
	return out
}
