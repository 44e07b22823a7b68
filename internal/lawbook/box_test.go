package lawbook

import (
	"slices"
	"testing"
	"time"

	"ntm/criteria"
	"pgregory.net/rapid"
)

// point is one commune on one day, in a year of recognition.
type point struct {
	year   int
	on     criteria.Date
	column criteria.Region
	traits []criteria.Trait
}

func (b box) has(p point) bool {
	return b.years.Contain(p.year) && (b.from.IsZero() || !p.on.Before(b.from.Time)) && (b.until.IsZero() || !p.on.After(b.until.Time)) &&
		slices.Contains(b.columns, p.column) &&
		!slices.ContainsFunc(b.with, func(t criteria.Trait) bool { return !slices.Contains(p.traits, t) }) &&
		!slices.ContainsFunc(b.without, func(t criteria.Trait) bool { return slices.Contains(p.traits, t) })
}

var someTraits = []criteria.Trait{criteria.NoCraftVillage, criteria.SafeZone, criteria.AreaII}

func drawDay(t *rapid.T, name string) criteria.Date {
	return criteria.Day(2021, time.January, rapid.IntRange(1, 12).Draw(t, name))
}

func drawBox(t *rapid.T, name string) box {
	b := box{years: criteria.Years{From: rapid.IntRange(2021, 2023).Draw(t, name)}}
	b.years.To = rapid.IntRange(b.years.From, 2025).Draw(t, name)
	if rapid.Bool().Draw(t, name) {
		b.from = drawDay(t, name)
	}
	if rapid.Bool().Draw(t, name) {
		b.until = drawDay(t, name)
		if b.until.Before(b.from.Time) {
			b.from, b.until = b.until, b.from
		}
	}
	b.columns = slices.Clone(criteria.Regions[rapid.IntRange(0, 2).Draw(t, name):rapid.IntRange(3, 4).Draw(t, name)])
	for _, trait := range someTraits {
		switch rapid.IntRange(0, 4).Draw(t, name) {
		case 0:
			b.with = append(b.with, trait)
		case 1:
			b.without = append(b.without, trait)
		}
	}
	return b
}

// What two boxes share and what is left of one are the one again, and no
// commune is in two of the pieces.
func TestBoxesAreCutWithoutLossOrOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawBox(t, "a"), drawBox(t, "b")
		common, meets := a.meet(b)
		pieces := a.minus(b)
		if meets {
			pieces = append(pieces, common)
		}
		for range 20 {
			p := point{rapid.IntRange(2020, 2026).Draw(t, "year"), drawDay(t, "on"), rapid.SampledFrom(criteria.Regions[:4]).Draw(t, "column"),
				rapid.SliceOfDistinct(rapid.SampledFrom(someTraits), rapid.ID).Draw(t, "traits")}
			in := 0
			for _, piece := range pieces {
				if piece.has(p) {
					in++
				}
			}
			if want := a.has(p); in > 1 || (in == 1) != want {
				t.Fatalf("%+v is in %d pieces of %+v without %+v: %+v", p, in, a, b, pieces)
			}
			if meets && common.has(p) != (a.has(p) && b.has(p)) {
				t.Fatalf("%+v: %+v is not what %+v and %+v share", p, common, a, b)
			}
		}
		if a.holds(b) && meets && len(b.minus(a)) > 0 {
			t.Fatalf("%+v holds %+v, of which something is left", a, b)
		}
	})
}
