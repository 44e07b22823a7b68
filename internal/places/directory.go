package places

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"time"

	"ntm/internal/vi"
)

//go:embed data/places-2024-02.csv
var oldCSV string

//go:embed data/places-2026-04.csv
var newCSV string

// Directory is one list of units. It is safe for concurrent use.
type Directory struct {
	places []Unit // in code order
	period string // when the list is in force, as messages say it
	old    bool   // the list before the reform
	index  func() *index
}

// reform is the day from which there are two levels of government and the new
// list.
func reform(zone *time.Location) time.Time {
	return time.Date(2025, time.July, 1, 0, 0, 0, 0, zone)
}

// On is the list in force on date's day (in date's own time zone): before
// 1/7/2025 the first, from then on the second. The first is the state of
// February 2024, and it stands for every earlier day and for the months up to
// the reform; the second is the state of 30/4/2026.
func On(date time.Time) *Directory {
	if date.Before(reform(date.Location())) {
		return before()
	}
	return since()
}

var (
	before = sync.OnceValue(func() *Directory { return newDirectory(parse(oldCSV, true), true) })
	since  = sync.OnceValue(func() *Directory { return newDirectory(parse(newCSV, false), false) })
)

func newDirectory(places []Unit, old bool) *Directory {
	day := vi.Date(reform(time.UTC))
	d := &Directory{places: places, old: old, period: "từ ngày " + day}
	if old {
		d.period = "trước ngày " + day
	}
	d.index = sync.OnceValue(func() *index { return newIndex(places) })
	return d
}

// other is the list on the other side of the reform.
func (d *Directory) other() *Directory {
	if d.old {
		return since()
	}
	return before()
}

// All is every unit in code order.
func (d *Directory) All() []Unit { return slices.Clone(d.places) }

// byCode is the unit of exactly that code.
func (d *Directory) byCode(code string) (Unit, bool) {
	i, found := slices.BinarySearchFunc(d.places, code, func(p Unit, code string) int {
		return strings.Compare(p.Code, code)
	})
	if !found {
		return Unit{}, false
	}
	return d.places[i], true
}
