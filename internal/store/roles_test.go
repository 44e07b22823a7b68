//go:build unix

package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
	"ntm/internal/testenv"

	"github.com/jackc/pgx/v5"
)

// office is a store on a server with two provinces and a role of each kind.
func office(t *testing.T) (server *storetest.Server, base string, owner *store.Store) {
	server = storetest.NewServer(t)
	base = server.Database(t)
	owner = open(t, server.URL(storetest.Owner, base), time.Now)
	for role, province := range map[string]string{"thanh_hoa": "Thanh Hóa", "nghe_an": "Nghệ An",
		"hai_tinh": "Thanh Hóa"} {
		must(t, owner.Office(t.Context(), role, province))
	}
	must(t, owner.Office(t.Context(), "hai_tinh", "Nghệ An")) // one office may have two
	server.Do(t, storetest.Owner, base, "CREATE ROLE doc_thoi LOGIN", "GRANT ntm_reader TO doc_thoi",
		"CREATE ROLE bo LOGIN", "GRANT ntm_ministry TO bo", "CREATE ROLE khach LOGIN")
	for _, role := range []string{"thanh_hoa", "nghe_an", "hai_tinh", "doc_thoi", "bo", "khach"} {
		server.Do(t, storetest.Owner, base, "ALTER ROLE "+role+" PASSWORD '"+storetest.Password+"'")
	}
	for _, province := range []string{"Thanh Hóa", "Nghệ An"} {
		must(t, owner.AppendOne(t.Context(), storetest.Report(province, "1", "Một", 2023, "")))
		must(t, owner.AppendOne(t.Context(), store.Change{Province: province, Events: []docket.Event{
			docket.NewOfCouncil(docket.CouncilOpened, "người thử", province, "2023-1", 2023,
				docket.CouncilOpenedBody{Level: criteria.NTM, Name: "Hội đồng giả định", Details: []byte("{}")}),
		}}))
	}
	must(t, owner.Roles(t.Context())) // again, it changes nothing
	return server, base, owner
}

func TestRoles(t *testing.T) {
	server, base, _ := office(t)
	for role, want := range map[string]struct{ sees, addsTo string }{
		"thanh_hoa": {"Thanh Hóa", "Thanh Hóa"},
		"nghe_an":   {"Nghệ An", "Nghệ An"},
		"hai_tinh":  {"Nghệ An, Thanh Hóa", "Nghệ An, Thanh Hóa"},
		"doc_thoi":  {"Nghệ An, Thanh Hóa", ""},
		"bo":        {"Nghệ An, Thanh Hóa", "Nghệ An, Thanh Hóa"},
	} {
		s := open(t, server.URL(role, base), time.Now)
		sees, err := s.Provinces(t.Context())
		must(t, err)
		of, err := s.Subjects(t.Context(), "", "")
		must(t, err)
		found, err := s.Dossiers(t.Context(), store.Filter{})
		must(t, err)
		if got := strings.Join(sees, ", "); got != want.sees || len(of) != 2*len(sees) || len(found) != len(sees) {
			t.Errorf("%s sees %q (%d subjects, %d dossiers), want %q", role, got, len(of), len(found), want.sees)
		}
		var addsTo []string
		for _, province := range []string{"Nghệ An", "Thanh Hóa"} {
			refused, err := s.Append(t.Context(), storetest.Report(province, "của "+role, "Xã", 2023, role))
			if err = errors.Join(append(refused, err)...); err == nil {
				addsTo = append(addsTo, province)
			} else if text := problem.Of(err)[0].Error(); !strings.Contains(text, "không được làm việc này") ||
				strings.Contains(text, storetest.Password) {
				t.Errorf("%s, %s: %s", role, province, text)
			}
		}
		if got := strings.Join(addsTo, ", "); got != want.addsTo {
			t.Errorf("%s adds to %q, want %q", role, got, want.addsTo)
		}
		if h, err := s.Check(t.Context()); err != nil || !h.Sound() {
			t.Errorf("%s: %+v, %v", role, h, err)
		}
		server.Do(t, storetest.Owner, base, "DELETE FROM dossiers WHERE commune LIKE 'của%'",
			"DELETE FROM communes WHERE commune LIKE 'của%'", "DELETE FROM events WHERE commune LIKE 'của%'",
			fmt.Sprintf("DELETE FROM documents WHERE digest = '%s'", store.Digest([]byte("báo cáo của "+role+role))))
	}
	if _, err := store.Open(t.Context(), server.URL("khach", base), time.Now); err == nil {
		t.Error("a stranger opened the store")
	}
}

// What a role of Thanh Hóa might type at Nghệ An, besides what the program does.
// Each is refused, or comes to nothing.
var tried = []string{
	"SELECT 1 FROM events WHERE province = 'Nghệ An'",
	"SELECT 1 FROM documents WHERE province = 'Nghệ An'",
	"SELECT 1 FROM communes WHERE province <> 'Thanh Hóa'",
	"SELECT 1 FROM dossiers WHERE province LIKE 'Ngh%'",
	"SELECT 1 FROM councils WHERE province = 'Nghệ An'",
	"SELECT 1 FROM turns WHERE province = 'Nghệ An'",
	"SELECT 1 FROM offices WHERE province = 'Nghệ An'",
	"SELECT 1 FROM pg_stats WHERE tablename = 'communes' AND most_common_vals::text LIKE '%Nghệ%'",
	"SET LOCAL row_security = off; SELECT 1 FROM events",
	"COPY events TO PROGRAM 'cat'",
	"COPY events FROM STDIN",
	"SELECT pg_read_file('/etc/passwd')",
	"INSERT INTO events VALUES ('x', 'Nghệ An', '1', '', 2023, 'received', '2024', 'ai đó', '{}') RETURNING 1",
	"INSERT INTO documents VALUES ('Nghệ An', 'x', '') RETURNING 1",
	"INSERT INTO turns VALUES ('Nghệ An', '1', '') RETURNING 1",
	"INSERT INTO communes VALUES ('Nghệ An', '1', 'x', '', '{}') ON CONFLICT (province, commune) DO UPDATE SET " +
		"name = 'x' RETURNING 1",
	"INSERT INTO offices VALUES ('thanh_hoa', 'Nghệ An') RETURNING 1",
	"UPDATE communes SET name = 'x' WHERE province = 'Nghệ An' RETURNING 1",
	"UPDATE communes SET province = 'Nghệ An' RETURNING 1",
	"UPDATE events SET made_by = 'x' RETURNING 1", // not even at home
	"DELETE FROM events RETURNING 1",
	"DELETE FROM documents RETURNING 1",
	"DELETE FROM dossiers RETURNING 1",
	"TRUNCATE events",
	"DROP TABLE events",
	"ALTER TABLE events DISABLE ROW LEVEL SECURITY",
	"CREATE POLICY mine ON events USING (true)",
	"DROP POLICY at_home ON events",
	"CREATE TABLE public.events2 (x text)",
	"CREATE FUNCTION public.length(text) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
	"CREATE TRIGGER t BEFORE INSERT ON events EXECUTE FUNCTION suppress_redundant_updates_trigger()",
	"LOCK TABLE communes IN ACCESS EXCLUSIVE MODE",
	"LOCK TABLE events IN SHARE MODE",
	"LOCK TABLE turns IN EXCLUSIVE MODE",
	"SELECT 1 FROM turns WHERE province = 'Nghệ An' FOR UPDATE",
	"SET ROLE nghe_an", "SET ROLE ntm_ministry", "SET ROLE chu_kho", "SET SESSION AUTHORIZATION nghe_an",
	"GRANT ntm_ministry TO thanh_hoa", "GRANT nghe_an TO thanh_hoa", "ALTER ROLE thanh_hoa SUPERUSER",
	"ALTER ROLE nghe_an PASSWORD 'x'",
	"UPDATE store_version SET version = 99",
	"SET ROLE ntm_office; SELECT 1 FROM events",
}

func TestAnOfficeSeesAndTouchesNothingOfAnother(t *testing.T) {
	testenv.LeftToWhole(t)
	server, base, owner := office(t)
	before, err := owner.Check(t.Context())
	must(t, err)
	db, err := sql.Open("pgx", server.URL("thanh_hoa", base))
	must(t, err)
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	if n, err := rows(t.Context(), db, "SELECT 1 FROM events"); err != nil || n == 0 {
		t.Fatalf("it does not see its own: %d rows, %v", n, err)
	}
	for _, statement := range tried {
		if n, err := rows(t.Context(), db, statement); err == nil && n > 0 {
			t.Errorf("%s: gave %d rows", statement, n)
		} else if err == nil && !strings.Contains(statement, "SELECT") && !strings.Contains(statement, "UPDATE") {
			t.Errorf("%s: was let through", statement)
		}
	}
	after, err := owner.Check(t.Context())
	must(t, err)
	if after.Digest != before.Digest || !after.Sound() {
		t.Errorf("something was changed: %+v", after)
	}
}

// What PostgreSQL shows of the others to every role that may log in: docs/may-chu.md says it.
// How many rows a table has and who there is, never what is in a row or what is asked for.
func TestWhatEveryRoleSees(t *testing.T) {
	testenv.LeftToWhole(t)
	server, base, _ := office(t)
	server.Do(t, storetest.Owner, base, "ANALYZE", "CREATE PUBLICATION p FOR TABLE events WHERE (province = 'Nghệ An')")
	other, err := sql.Open("pgx", server.URL("nghe_an", base))
	must(t, err)
	defer func() { _ = other.Close() }()
	must(t, other.Ping())
	db, err := sql.Open("pgx", server.URL("thanh_hoa", base))
	must(t, err)
	defer func() { _ = db.Close() }()
	for statement, seen := range map[string]bool{
		"SELECT 1 FROM pg_class WHERE relname = 'events' AND reltuples > (SELECT count(*) FROM events)":    true,
		"SELECT 1 FROM pg_roles WHERE rolname IN ('nghe_an', 'bo')":                                        true,
		"SELECT 1 FROM pg_publication_tables WHERE rowfilter LIKE '%Nghệ An%'":                             true,
		"SELECT 1 FROM pg_database WHERE pg_database_size(oid) > 0":                                        true,
		"SELECT 1 FROM pg_stat_activity WHERE usename = 'nghe_an' AND application_name IS NOT NULL":        true,
		"SELECT 1 FROM pg_stat_activity WHERE usename = 'nghe_an' AND query <> '<insufficient privilege>'": false,
		"SELECT 1 FROM pg_stats WHERE tablename IN ('events', 'communes', 'dossiers', 'offices')":          false,
		"SELECT 1 FROM pg_statistic":                                            false,
		"SELECT 1 FROM pg_authid":                                               false,
		"SELECT subconninfo FROM pg_subscription":                               false,
		"SELECT * FROM pg_ls_waldir()":                                          false,
		"SELECT * FROM pg_read_binary_file('PG_VERSION')":                       false,
		"SELECT * FROM pg_logical_slot_peek_changes('ntm_nghe_an', NULL, NULL)": false,
	} {
		if n, err := rows(t.Context(), db, statement); (n > 0) != seen {
			t.Errorf("%s: %d rows, %v", statement, n, err)
		}
	}
}

// rows runs statements in a transaction that is undone, and counts what came of the last.
func rows(ctx context.Context, db *sql.DB, statements string) (n int, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() //nolint:errcheck // it is to be undone
	for _, one := range strings.Split(statements, "; ") {
		found, err := tx.QueryContext(ctx, one, pgx.QueryExecModeSimpleProtocol)
		if err != nil {
			return 0, err
		}
		for n = 0; found.Next(); n++ {
		}
		if err := errors.Join(found.Err(), found.Close()); err != nil {
			return 0, err
		}
	}
	return n, nil
}
