//go:build unix

package store_test

import (
	"bytes"
	"database/sql"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ntm/internal/docket"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

func TestPostgreSQL(t *testing.T) {
	server := storetest.NewServer(t)
	at := func(t testing.TB) string { return server.URL(storetest.Owner, server.Database(t)) }
	t.Run("kit", func(t *testing.T) {
		storetest.Run(t, func(t testing.TB, now func() time.Time) *store.Store { return open(t, at(t), now) })
		if strings.Contains(server.Log(), "deadlock") {
			t.Error("writers waited for each other:", server.Log())
		}
	})
	t.Run("start together", func(t *testing.T) { startTogether(t, at(t)) })
	t.Run("newer", func(t *testing.T) {
		base := server.Database(t)
		url := server.URL(storetest.Owner, base)
		_ = open(t, url, time.Now)
		server.Do(t, storetest.Owner, base, "UPDATE store_version SET version = 99")
		newerIsRefused(t, url)
	})
	t.Run("earlier", func(t *testing.T) {
		steps, err := filepath.Glob("migrations/postgres/*.sql")
		must(t, err)
		base := server.Database(t)
		first, err := os.ReadFile(steps[0])
		must(t, err)
		server.Do(t, storetest.Owner, base, string(first), "CREATE TABLE store_version (version integer NOT NULL)",
			"INSERT INTO store_version VALUES (1)")
		s := open(t, server.URL(storetest.Owner, base), time.Now)
		must(t, s.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
		if h, err := s.Check(t.Context()); err != nil || h.Version != len(steps) || !h.Sound() {
			t.Errorf("%+v, %v", h, err)
		}
	})
	t.Run("reform", func(t *testing.T) {
		base := server.Database(t)
		url := server.URL(storetest.Owner, base)
		for _, step := range []string{"migrations/postgres/0001.sql", "migrations/postgres/0002.sql"} {
			text, err := os.ReadFile(step)
			must(t, err)
			server.Do(t, storetest.Owner, base, string(text))
		}
		server.Do(t, storetest.Owner, base, "CREATE TABLE store_version (version integer NOT NULL)",
			"INSERT INTO store_version VALUES (2)", "INSERT INTO offices VALUES ('vp', 'Bắc Giang'), ('vp', "+
				"'Thanh Hoá')")
		db, err := sql.Open("pgx", url)
		must(t, err)
		onto(t, "testdata/reform-v2.db", db)
		isReformed(t, open(t, url, time.Now))
		var provinces string
		must(t, db.QueryRow("SELECT string_agg(province, ', ' ORDER BY province) FROM offices").Scan(&provinces))
		if provinces != "Bắc Ninh, Thanh Hóa" {
			t.Error("offices of", provinces)
		}
		must(t, db.Close())
	})
	t.Run("K5 K6", func(t *testing.T) { foreignOnServer(t, server) })
	t.Run("there and back", func(t *testing.T) { thereAndBack(t, at(t)) })
	t.Run("backup", func(t *testing.T) {
		s, folder := open(t, at(t), time.Now), t.TempDir()
		must(t, s.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
		copied := filepath.Join(folder, "sao lưu.db")
		must(t, s.Backup(t.Context(), copied))
		want, err := s.Check(t.Context())
		must(t, err)
		h, err := open(t, copied, time.Now).Check(t.Context())
		if err != nil || cmp.Diff(want, h) != "" {
			t.Errorf("%+v, want %+v, %v", h, want, err)
		}
		if beside, err := filepath.Glob(filepath.Join(folder, "*.kho*")); err != nil || len(beside) > 0 {
			t.Errorf("left beside it: %v, %v", beside, err)
		}
	})
	t.Run("offices", func(t *testing.T) {
		s := open(t, at(t), time.Now)
		for _, role := range []string{"ntm_reader", "ntm_office", "ntm_ministry"} {
			err := s.Office(t.Context(), role, "Thanh Hóa")
			if err == nil || !strings.Contains(err.Error(), "là nhóm quyền chung") {
				t.Errorf("%s: %v", role, err)
			}
		}
	})
}

// foreignOnServer opens what is no store, or more than one: each is named and left
// as it is. Other schemas, and what an extension brought along, are let be.
func foreignOnServer(t *testing.T, server *storetest.Server) {
	base := server.Database(t)
	url := server.URL(storetest.Owner, base)
	refused := func(said string) {
		t.Helper()
		if _, err := store.Open(t.Context(), url, time.Now); err == nil || !strings.Contains(err.Error(), said) {
			t.Errorf("%v, want %q", err, said)
		}
	}
	refused("còn trống, chưa lập kho dữ liệu")
	server.Do(t, storetest.Owner, base, "CREATE TABLE nhan_vien (ten text)")
	refused("của chương trình khác")
	if _, err := store.OpenOrMake(t.Context(), url, time.Now); err == nil {
		t.Error("made a store among another program's tables")
	}
	server.Do(t, storetest.Owner, base, "DROP TABLE nhan_vien")
	_ = open(t, url, time.Now)
	server.Do(t, storetest.Owner, base, "CREATE SCHEMA rieng", "CREATE TABLE rieng.nhan_vien (ten text)",
		"CREATE VIEW rieng.x AS SELECT 1")
	if _, err := store.Open(t.Context(), url, time.Now); err != nil {
		t.Errorf("beside another schema: %v", err)
	}
	for make, undo := range map[string]string{
		"CREATE TABLE nhan_vien (ten text)": "DROP TABLE nhan_vien",
		"CREATE VIEW nhin AS SELECT 1":      "DROP VIEW nhin",
		"CREATE FUNCTION nuot() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER z " +
			"BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION nuot()": "DROP TRIGGER z ON events; DROP " +
			"FUNCTION nuot()",
		"CREATE RULE z AS ON INSERT TO events DO INSTEAD NOTHING": "DROP RULE z ON events",
	} {
		server.Do(t, storetest.Owner, base, make)
		refused("mà kho của ntm không có")
		server.Do(t, storetest.Owner, base, undo)
	}
	if _, err := store.Open(t.Context(), url, time.Now); err != nil {
		t.Errorf("with all that gone again: %v", err)
	}
}

// Sixteen desks of a program each, and the server is killed under them.
func TestServerIsKilledUnderManyDesks(t *testing.T) {
	testenv.LeftToWhole(t)
	server := storetest.NewServer(t)
	url := server.URL(storetest.Owner, server.Database(t))
	desks := make([]*store.Store, 16)
	for i := range desks {
		desks[i] = open(t, url, time.Now)
	}
	storetest.Desks(t, desks, testenv.Some(t, 60, 200), func() {
		server.Kill()
		time.Sleep(200 * time.Millisecond) // the others find nobody there
		server.Start(t)
	})
	if !strings.Contains(server.Log(), "automatic recovery in progress") {
		t.Error("the server did not notice that it was killed, the test shows nothing")
	}
}

// A server that follows another one: reports are read there, and nothing is written.
func TestReplica(t *testing.T) {
	testenv.LeftToWhole(t)
	server := storetest.NewServer(t)
	base := server.Database(t)
	first := open(t, server.URL(storetest.Owner, base), time.Now)
	storetest.Fill(t, first, 20)
	want, err := first.Check(t.Context())
	must(t, err)
	second := open(t, server.Replica(t).URL(storetest.Owner, base), time.Now)
	got, err := second.Check(t.Context())
	if d := cmp.Diff(want, got); err != nil || d != "" {
		t.Errorf("%v, %s", err, d)
	}
	if err := second.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")); err == nil ||
		!strings.Contains(err.Error(), "chỉ cho đọc") {
		t.Errorf("a write: %v", err)
	}
}

// A store is dumped while ten desks write to it, and restored: what came is one moment of it,
// whole, under the same roles.
func TestDumpUnderLoad(t *testing.T) {
	testenv.LeftToWhole(t)
	server := storetest.NewServer(t)
	base, into := server.Database(t), server.Database(t)
	first := open(t, server.URL(storetest.Owner, base), time.Now)
	must(t, first.Office(t.Context(), "vp_gia_dinh", "Giả Định"))
	var got *store.Health
	storetest.Desks(t, slices.Repeat([]*store.Store{first}, 10), testenv.Some(t, 20, 100), func() {
		server.DumpInto(t, base, into)
		var err error
		got, err = open(t, server.URL(storetest.Owner, into), time.Now).Check(t.Context())
		must(t, err)
	})
	all, err := first.Check(t.Context())
	if err != nil || !got.Sound() || len(got.Orphans) > 0 || got.Events < 2 || got.Events >= all.Events {
		t.Errorf("%+v of %+v, %v", got, all, err)
	}
	server.Do(t, storetest.Owner, into, "ALTER ROLE vp_gia_dinh PASSWORD '"+storetest.Password+"'")
	sees, err := open(t, server.URL("vp_gia_dinh", into), time.Now).Provinces(t.Context())
	if err != nil || len(sees) != 1 {
		t.Errorf("the office sees %q, %v", sees, err)
	}
}

// The server does what it is told, and the line breaks before it can say so: what
// was to be added is there once, and the desk knows.
func TestTheWordOfACommitIsLost(t *testing.T) {
	testenv.LeftToWhole(t)
	server := storetest.NewServer(t)
	base := server.Database(t)
	direct := open(t, server.URL(storetest.Owner, base), time.Now)
	line := &cutLine{to: server.Host()}
	through := open(t, strings.Replace(server.URL(storetest.Owner, base), server.Host(), line.listen(t), 1), time.Now)
	line.armed.Store(true)
	refused, err := through.Append(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, ""),
		storetest.Step(docket.TakenUp, "Giả Định", "2", 2023, docket.NoteBody{}))
	if err != nil || refused[0] != nil || !docket.IsRefusal(refused[1]) {
		t.Errorf("%v, %v: want the first done and the second refused", refused, err)
	}
	if line.armed.Load() {
		t.Error("the line was not cut, the test shows nothing")
	}
	h, err := direct.Check(t.Context())
	if err != nil || !h.Sound() || h.Events != 2 {
		t.Errorf("%+v, %v: want the two events of one report", h, err)
	}
}

// cutLine passes bytes on to a server, and breaks once behind a COMMIT.
type cutLine struct {
	to    string
	armed atomic.Bool
}

func (c *cutLine) listen(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			desk, err := listener.Accept()
			if err != nil {
				return
			}
			server, err := net.Dial("tcp", c.to)
			if err != nil {
				_ = desk.Close()
				continue
			}
			go func() { _, _ = io.Copy(desk, server); _ = desk.Close() }()
			go c.pass(desk, server)
		}
	}()
	return listener.Addr().String()
}

func (c *cutLine) pass(desk, server net.Conn) {
	defer func() { _ = server.Close() }()
	buffer := make([]byte, 1<<16)
	for {
		n, err := desk.Read(buffer)
		if err != nil {
			return
		}
		cut := bytes.Contains(buffer[:n], []byte("commit")) && c.armed.CompareAndSwap(true, false)
		if cut {
			_ = desk.Close()
		}
		if _, err := server.Write(buffer[:n]); err != nil || cut {
			time.Sleep(100 * time.Millisecond) // the server is at it
			return
		}
	}
}
