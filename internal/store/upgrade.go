package store

import (
	"context"
	"database/sql"
	"slices"

	"ntm/internal/docket"
)

// upgrades are what SQL alone cannot do of a migration, by the structure it leads
// to. They run after its statements, in the same transaction.
var upgrades = map[int]func(context.Context, *Store, *sql.Tx) error{3: upgrade3, 4: upgrade4}

// upgrade4 gives the roles of a server what they need of the new tables, where this store
// has given them anything.
func upgrade4(ctx context.Context, s *Store, tx *sql.Tx) error {
	if s.kind() != "postgres" {
		return nil
	}
	found, err := columnOf[bool](ctx, tx, "SELECT has_table_privilege(oid, 'events', 'INSERT') FROM pg_roles "+
		"WHERE rolname = 'ntm_office'")
	if err == nil && len(found) == 1 && found[0] {
		_, err = tx.ExecContext(ctx, rolesSQL)
	}
	return err
}

// upgrade3 puts every event under its unit (docket.Rekeyer), seals it, and adds up
// anew what the events come to.
func upgrade3(ctx context.Context, s *Store, tx *sql.Tx) error {
	r := docket.NewRekeyer()
	err := eachSubject(ctx, tx, func(_ Subject, events []docket.Event) error { return r.Learn(events) })
	if err != nil {
		return err
	}
	needed := map[document]bool{}
	err = rewrite(ctx, tx, func(e *docket.Event) error {
		was := e.Province
		if err := r.Rewrite(e); err != nil {
			return err
		}
		for _, digest := range docket.Documents(e) {
			if e.Province != docket.HomeOf(was) {
				needed[document{was, e.Province, digest}] = true
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, e := range r.Added() {
		if _, err := put(ctx, tx, eventsTable, eventRow(&e), ""); err != nil {
			return err
		}
	}
	if err := moveDocuments(ctx, tx, needed); err != nil {
		return err
	}
	if s.kind() == "postgres" { // a file has no offices
		err := moveHome(ctx, tx, "offices", "INSERT INTO offices (role, province) SELECT role, $1 FROM offices WHERE "+
			"province = $2")
		if err != nil {
			return err
		}
	}
	return addUp(ctx, tx)
}

// put adds one row to a table; tail says what becomes of one that is there already. done tells
// whether it was added.
func put(ctx context.Context, tx *sql.Tx, t *table, row []any, tail string) (done bool, err error) {
	return execute(ctx, tx, t.insert([][]any{row})+tail, row...)
}

// execute runs a statement, and tells whether it changed anything.
func execute(ctx context.Context, tx *sql.Tx, statement string, args ...any) (done bool, err error) {
	result, err := tx.ExecContext(ctx, statement, args...)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// eachSubject hands on all events, those of one subject together and in their order.
func eachSubject(ctx context.Context, tx *sql.Tx, work func(Subject, []docket.Event) error) error {
	all, err := subjects(ctx, tx, "")
	for part := range slices.Chunk(all, mostRows) {
		found, err := events(ctx, tx, part...)
		if err != nil {
			return err
		}
		for _, of := range part {
			if err := work(of, found[of]); err != nil {
				return err
			}
		}
	}
	return err
}

// rewrite changes every event, some at a time, and seals it anew.
func rewrite(ctx context.Context, tx *sql.Tx, change func(*docket.Event) error) error {
	for last := ""; ; {
		var some []docket.Event
		err := eachRow(ctx, tx, func(scan scanner) error {
			e, _, err := scanEvent(scan)
			some = append(some, e)
			return err
		}, "SELECT "+eventsTable.list()+" FROM events WHERE id > $1 ORDER BY id LIMIT 500", last)
		if err != nil || len(some) == 0 {
			return err
		}
		for i := range some {
			e := &some[i]
			if err := change(e); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx,
				"UPDATE events SET province = $1, commune = $2, council = $3, body = $4, seal = $5 WHERE id = $6",
				e.Province, e.Commune, e.Council, string(e.Body), e.Seal(), e.ID)
			if err != nil {
				return err
			}
		}
		last = some[len(some)-1].ID
	}
}

// moveDocuments puts documents where the events that name them now are: all of a
// province under its name of today, and what communes outside the lists need there too.
func moveDocuments(ctx context.Context, tx *sql.Tx, needed map[document]bool) error {
	const all = "INSERT INTO documents (province, digest, packed) SELECT $1, digest, packed FROM documents WHERE " +
		"province = $2"
	if err := moveHome(ctx, tx, "documents", all); err != nil {
		return err
	}
	for d := range needed {
		if _, err := tx.ExecContext(ctx, all+" AND digest = $3"+keep, d.home, docket.HomeOf(d.was),
			d.digest); err != nil {
			return err
		}
	}
	return nil
}

// document is one that events need under another province than their own was.
type document struct{ was, home, digest string }

// moveHome puts the rows of a table under the provinces of today; again copies those of
// a province ($2) to another ($1).
func moveHome(ctx context.Context, tx *sql.Tx, table, again string) error {
	provinces, err := columnOf[string](ctx, tx, "SELECT DISTINCT province FROM "+table)
	if err != nil {
		return err
	}
	for _, was := range provinces {
		is := docket.HomeOf(was)
		if is == was {
			continue
		}
		if _, err := tx.ExecContext(ctx, again+keep, is, was); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE province = $1", was); err != nil {
			return err
		}
	}
	return nil
}

// addUp makes anew what is kept beside the events.
func addUp(ctx context.Context, tx *sql.Tx) error {
	for _, t := range slices.Backward(stateTables) {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+t.name); err != nil {
			return err
		}
	}
	return eachSubject(ctx, tx, func(of Subject, events []docket.Event) error {
		s := &subject{events: events}
		if err := s.fold(of); err != nil {
			return err
		}
		rows, err := s.rows(of)
		if err != nil {
			return err
		}
		for _, t := range stateTables {
			for _, row := range rows[t] {
				if _, err := put(ctx, tx, t, row, ""); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
