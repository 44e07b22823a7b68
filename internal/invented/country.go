package invented

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"sync"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/places"
)

// Communes is every xã before the reform, 8,000 and more.
var Communes = sync.OnceValue(func() []places.Unit {
	return list.Where(places.On(time.Date(2023, time.December, 31, 0, 0, 0, 0, time.UTC)).All(), places.Unit.Rural)
})

// All is how many communes a country has here: the units of commune level that
// the country had before the reform.
const All = 10_597

// Country makes up reports. It is not safe for concurrent use.
type Country struct {
	lib  *criteria.Library
	seed uint64
	sets map[string]*criteria.Set
}

// New is the country of a seed, judged by the packs.
func New(lib *criteria.Library, seed uint64) *Country {
	return &Country{lib, seed, map[string]*criteria.Set{}}
}

// Report makes up the report of the i-th commune, from 0, for a year. There are
// fewer xã than [All]: past the last, the first come again with the year before.
func (c *Country) Report(i, year int) (*commune.Report, error) {
	all := Communes()
	place, year := all[i%len(all)], year-i/len(all)
	set, err := c.Resolve(criteria.Query{Year: year, On: criteria.Day(year, time.December, 31),
		Region: criteria.Region(place.Region), Province: place.Province})
	if err != nil {
		return nil, err
	}
	h := fnv.New64a()
	fmt.Fprint(h, place.Code, year) //nolint:errcheck // a hash takes every byte
	w := writer{Rand: rand.New(rand.NewPCG(c.seed, h.Sum64())), set: set}
	return w.report(&place, year), nil
}

// Resolve is what the packs ask of a commune, kept for the next of its province.
func (c *Country) Resolve(q criteria.Query) (*criteria.Set, error) {
	key := fmt.Sprint(q)
	if set, known := c.sets[key]; known {
		return set, nil
	}
	set, err := c.lib.Resolve(q)
	c.sets[key] = set
	return set, err
}
