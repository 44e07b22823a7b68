package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"ntm/internal/docket"
)

// Store is an open store. It may be used by many goroutines.
type Store struct {
	name    string // as the user calls it
	now     func() time.Time
	write   *sql.DB // one connection: writers of a process take turns here
	read    *sql.DB
	explain func(error) error
}

// Name is how the user calls the store.
func (s *Store) Name() string { return s.name }

// Close lets go of the store.
func (s *Store) Close() error { return errors.Join(s.read.Close(), s.write.Close()) }

// Subject is whose events are told apart: a commune of a province, or a council.
type Subject struct{ Province, Commune, Council string }

// SubjectOf is whose event it is.
func SubjectOf(e *docket.Event) Subject { return Subject{e.Province, e.Commune, e.Council} }

// timeFormat is of one width, so that times sort as text.
const timeFormat = "2006-01-02T15:04:05.000000Z"

func timeText(t time.Time) string { return t.UTC().Format(timeFormat) }

// querier is a database, or a transaction on it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// collect reads the rows of a query one by one.
func collect[T any](ctx context.Context, on querier, scan func(scan func(...any) error) (T, error), query string, args ...any) (out []T, err error) {
	rows, err := on.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		v, err := scan(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

const eventColumns = "id, province, commune, council, year, kind, at, made_by, body"

func scanEvent(scan func(...any) error) (docket.Event, error) {
	var e docket.Event
	var at, body string
	if err := scan(&e.ID, &e.Province, &e.Commune, &e.Council, &e.Year, &e.Kind, &at, &e.By, &body); err != nil {
		return e, err
	}
	e.Body = []byte(body)
	var err error
	e.At, err = time.Parse(timeFormat, at)
	return e, err
}

// events are a subject's, in the order in which they count.
func events(ctx context.Context, on querier, of Subject) ([]docket.Event, error) {
	return collect(ctx, on, scanEvent, "SELECT "+eventColumns+" FROM events WHERE province = ? AND commune = ? AND council = ? ORDER BY at, id", of.Province, of.Commune, of.Council)
}

// Events are all that happened to a subject, in the order in which it counts.
func (s *Store) Events(ctx context.Context, of Subject) ([]docket.Event, error) {
	found, err := events(ctx, s.read, of)
	return found, s.explain(err)
}
