package store

import (
	"context"
	"sync"
	"time"
)

// earlier is what a store held before this program first wrote to it.
type earlier struct {
	once   sync.Once
	wrote  bool
	newest time.Time
}

// look remembers the newest event, once, as the first writing begins.
func (e *earlier) look(ctx context.Context, on querier) (err error) {
	e.once.Do(func() {
		e.wrote = true
		e.newest, err = newest(ctx, on)
	})
	return err
}

// Earlier is when the newest event had been written down before this program first
// wrote to the store, the zero time for none; wrote tells whether it did.
func (s *Store) Earlier() (newest time.Time, wrote bool) { return s.earlier.newest, s.earlier.wrote }

// Newest is when the newest event was written down, the zero time for none.
func (s *Store) Newest(ctx context.Context) (time.Time, error) {
	at, err := newest(ctx, s.read)
	return at, s.explain(err)
}

func newest(ctx context.Context, on querier) (time.Time, error) {
	var text string
	err := eachRow(ctx, on, func(scan scanner) error { return scan(&text) },
		"SELECT coalesce(max(at), '') FROM events")
	at, _ := time.Parse(timeFormat, text) // one that cannot be read is told of by Check
	return at, err
}
