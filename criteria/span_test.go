package criteria

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var someTraits = []Trait{NoCraftVillage, SafeZone, AreaII}

func drawDay(t *rapid.T, name string) Date {
	return Day(2021, time.January, rapid.IntRange(1, 12).Draw(t, name))
}

func drawSpan(t *rapid.T, name string) Span {
	b := Span{Years: Years{From: rapid.IntRange(2021, 2023).Draw(t, name)}}
	b.Years.To = rapid.IntRange(b.Years.From, 2025).Draw(t, name)
	if rapid.Bool().Draw(t, name) {
		b.From = drawDay(t, name)
	}
	if rapid.Bool().Draw(t, name) {
		b.Until = drawDay(t, name)
		if b.Until.Before(b.From.Time) {
			b.From, b.Until = b.Until, b.From
		}
	}
	b.Columns = slices.Clone(Regions[rapid.IntRange(0, 2).Draw(t, name):rapid.IntRange(3, 4).Draw(t, name)])
	for _, trait := range someTraits {
		switch rapid.IntRange(0, 4).Draw(t, name) {
		case 0:
			b.With = append(b.With, trait)
		case 1:
			b.Without = append(b.Without, trait)
		}
	}
	return b
}

// What two spans share and what is left of one are the one again, and no
// commune is in two of the pieces.
func TestSpansAreCutWithoutLossOrOverlap(t *testing.T) { rapid.Check(t, cutWithoutLossOrOverlap) }

func FuzzSpans(f *testing.F) { f.Fuzz(rapid.MakeFuzz(cutWithoutLossOrOverlap)) }

func cutWithoutLossOrOverlap(t *rapid.T) {
	a, b := drawSpan(t, "a"), drawSpan(t, "b")
	common, meets := a.Meet(b)
	pieces := a.Minus(b)
	if meets {
		pieces = append(pieces, common)
	}
	for range 20 {
		p := Point{rapid.IntRange(2020, 2026).Draw(t, "year"), drawDay(t, "on"),
			rapid.SampledFrom(Regions[:4]).Draw(t, "column"),
			rapid.SliceOfDistinct(rapid.SampledFrom(someTraits), rapid.ID).Draw(t, "traits")}
		in := 0
		for _, piece := range pieces {
			if piece.Holds(p) {
				in++
			}
		}
		if want := a.Holds(p); in > 1 || (in == 1) != want {
			t.Fatalf("%+v is in %d pieces of %+v without %+v: %+v", p, in, a, b, pieces)
		}
		if meets && common.Holds(p) != (a.Holds(p) && b.Holds(p)) {
			t.Fatalf("%+v: %+v is not what %+v and %+v share", p, common, a, b)
		}
	}
	if a.Covers(b) && meets && len(b.Minus(a)) > 0 {
		t.Fatalf("%+v holds %+v, of which something is left", a, b)
	}
}
