package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"ntm/internal/docket"
	"ntm/internal/list"
)

// Store is an open store. It may be used by many goroutines.
type Store struct {
	engine
	name  string // as a user may call it: without a password
	now   func() time.Time
	write *sql.DB
	pool  *sql.DB // what readers take their connections from
	read  querier // pool, or a transaction on it

	earlier *earlier
}

// Name is how the user calls the store.
func (s *Store) Name() string { return s.name }

// Close lets go of the store.
func (s *Store) Close() error { return errors.Join(s.pool.Close(), s.write.Close()) }

// Moment lets work read the store as it is at one moment, whatever is written in
// the meantime. What work is given is for one goroutine, and only for reading.
func (s *Store) Moment(ctx context.Context, work func(*Store) error) error {
	if s.read != querier(s.pool) {
		return work(s) // it is one moment's already
	}
	tx, err := s.pool.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	still := *s
	still.read = tx
	return work(&still)
}

// Subject is whose events are told apart: a commune of a province, or a council.
type Subject struct{ Province, Commune, Council string }

// subjectOf is whose event it is.
func subjectOf(e *docket.Event) Subject { return Subject{e.Province, e.Commune, e.Council} }

// timeFormat is of one width, so that times sort as text.
const timeFormat = "2006-01-02T15:04:05.000000Z"

func timeText(t time.Time) string { return t.UTC().Format(timeFormat) }

// querier is a database, or a transaction on it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// scanner puts the columns of a row where they belong.
type scanner = func(into ...any) error

// eachRow reads the rows of a query one by one.
func eachRow(ctx context.Context, on querier, read func(scan scanner) error, query string, args ...any) (err error) {
	rows, err := on.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := read(rows.Scan); err != nil {
			return rowError{err}
		}
	}
	return rows.Err()
}

// collect is the rows of a query.
func collect[T any](ctx context.Context, on querier, read func(scan scanner) (T, error), query string,
	args ...any) (out []T, err error) {
	err = eachRow(ctx, on, func(scan scanner) error {
		v, err := read(scan)
		out = append(out, v)
		return err
	}, query, args...)
	return out, err
}

// columnOf is the one column of a query.
func columnOf[T any](ctx context.Context, on querier, query string, args ...any) ([]T, error) {
	return collect(ctx, on, func(scan scanner) (v T, err error) {
		err = scan(&v)
		return v, err
	}, query, args...)
}

// rowError is a row that holds what no program of ours writes.
type rowError struct{ error }

func (e rowError) Unwrap() error { return e.error }

// explain tells a person of a row that cannot be read, and what the engine says.
func (s *Store) explain(err error) error {
	if _, is := errors.AsType[rowError](err); is && !errors.Is(err, context.Canceled) {
		return s.damaged("có dòng dữ liệu không đọc được")
	}
	return s.engine.explain(err)
}

func scanSubject(scan scanner) (of Subject, err error) {
	err = scan(&of.Province, &of.Commune, &of.Council)
	return of, err
}

// keysOf are the subjects as parameters of a statement.
func keysOf(of []Subject) [][]any {
	return list.Map(of, func(key Subject) []any { return []any{key.Province, key.Commune, key.Council} })
}

// scanEvent reads an event with the seal it was kept under.
func scanEvent(scan scanner) (e docket.Event, seal string, err error) {
	var day, at, body string
	if err := scan(&e.ID, &e.Province, &e.Commune, &e.Council, &e.Year, &e.Kind, &day, &at, &e.By, &body,
		&seal); err != nil {
		return e, "", err
	}
	e.Body = []byte(body)
	if day != "" {
		if err := e.Day.UnmarshalText([]byte(day)); err != nil {
			return e, "", err
		}
	}
	e.At, err = time.Parse(timeFormat, at)
	return e, seal, err
}

// eventRow is an event as it is kept.
func eventRow(e *docket.Event) []any {
	return []any{
		e.ID, e.Province, e.Commune, e.Council, e.Year, string(e.Kind), e.Day.String(), timeText(e.At), e.By,
		string(e.Body), e.Seal(),
	}
}

// events are those of some subjects, of each in the order in which they count.
func events(ctx context.Context, on querier, of ...Subject) (map[Subject][]docket.Event, error) {
	out := make(map[Subject][]docket.Event, len(of))
	for part := range slices.Chunk(of, mostRows) {
		keys := keysOf(part)
		err := eachRow(ctx, on, func(scan scanner) error {
			e, _, err := scanEvent(scan)
			out[subjectOf(&e)] = append(out[subjectOf(&e)], e)
			return err
		}, "SELECT "+eventsTable.list()+" FROM events WHERE (province, commune, council) IN (VALUES "+
			placeholders(keys)+") ORDER BY at, id", slices.Concat(keys...)...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Events are all that happened to a subject, in the order in which it counts.
func (s *Store) Events(ctx context.Context, of Subject) ([]docket.Event, error) {
	found, err := events(ctx, s.read, of)
	return found[of], s.explain(err)
}
