package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/places"
	"ntm/internal/problem"
)

// Bulk reads the reports of many communes: files, and the rows of wide sheets.
type Bulk struct {
	Lib  *criteria.Library
	Year int // of the rows of wide sheets that name none

	sets  memo[string, *criteria.Set]
	plans memo[string, *layout.Plan]
}

// Item is one report among many, or with neither reading nor error what is to
// be said of a wide sheet as a whole.
type Item struct {
	File    string
	Row     int // of a wide sheet, 0 for a file of one report
	Reading *form.Reading
	Notes   problem.List // of the wide sheet
	Err     error
}

// IsNotes tells an item that is only what is to be said of a wide sheet.
func (i *Item) IsNotes() bool { return i.Reading == nil && i.Err == nil }

// Said is what the reader of the file noted.
func (i *Item) Said() problem.List {
	if i.Reading == nil {
		return i.Notes
	}
	return i.Reading.Notes
}

// Name is where the report came from.
func (i *Item) Name() string {
	return problem.Problem{File: i.File, Line: i.Row}.Place()
}

// Each reads the reports in the files on every processor, makes something of
// each with handle, and takes what was made in the order of the files, until ctx
// ends. A report that cannot be read is an item with its error; the others go on.
func Each[R any](ctx context.Context, b *Bulk, files []string, handle func(Item) R, take func(R) error) error {
	return InOrder(slices.Values(files), func(file string, emit func(R) bool) {
		source, err := form.Open(ctx, file, b.Lib, b.Year)
		if err != nil {
			emit(handle(Item{File: file, Err: err}))
			return
		}
		defer source.Close() //nolint:errcheck // opened for reading: nothing is lost
		if len(source.Notes) > 0 && !emit(handle(Item{File: file, Notes: source.Notes})) {
			return
		}
		_ = InOrder(source.Rows, func(r form.Row, emit func(R) bool) {
			reading, err := source.Read(r)
			emit(handle(Item{File: file, Row: r.Number, Reading: reading, Err: err}))
		}, func(made R) error {
			if !emit(made) {
				return errors.New("nobody takes the rest")
			}
			return nil
		})
	}, func(made R) error {
		if ctx.Err() != nil {
			return ErrStopped
		}
		return take(made)
	})
}

// Judged is one report among many with its assessment, nil where it could not be judged.
type Judged struct {
	Item
	Assessment *assess.Assessment
}

// Judge assesses a report that was read.
func (b *Bulk) Judge(i Item, version string) Judged {
	out := Judged{Item: i}
	if i.Reading != nil {
		var err error
		if out.Assessment, err = Judge(b, i.Reading.Report, version); err != nil {
			out.Err = problem.In(i.File, err)
		}
	}
	return out
}

// Resolve is what the library asks of a commune. Those of a province are asked
// alike, so the answers are kept.
func (b *Bulk) Resolve(q criteria.Query) (*criteria.Set, error) {
	key := fmt.Sprintf("%d %s %s %q %q %q %s", q.Year, q.On, q.Region, q.Province, q.Traits, q.Unknown, q.UpTo)
	return b.sets.get(key, func() (*criteria.Set, error) { return b.Lib.Resolve(q) })
}

// Coverage is how much of what is asked up to a level the report gives.
func (b *Bulk) Coverage(r *commune.Report, at places.Unit, up criteria.Level) ([]layout.Coverage, error) {
	key := fmt.Sprintf("%d %s %s %q %q", r.Year, up, at.Region, at.Province, r.Traits)
	plan, err := b.plans.get(key, func() (*layout.Plan, error) {
		return layout.NewPlan(b.Lib, r.Year, up, &at, r.Traits)
	})
	if err != nil {
		return nil, err
	}
	return plan.Coverage(r), nil
}

// memo keeps answers that are the same for many; when there are more than it
// was made for it starts again.
type memo[K comparable, V any] struct {
	mutex sync.Mutex
	known map[K]V
}

const mostKnown = 200

func (m *memo[K, V]) get(key K, find func() (V, error)) (V, error) {
	m.mutex.Lock()
	v, known := m.known[key]
	m.mutex.Unlock()
	if known {
		return v, nil
	}
	v, err := find()
	if err != nil {
		return v, err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.known == nil || len(m.known) >= mostKnown {
		m.known = map[K]V{}
	}
	m.known[key] = v
	return v, nil
}
