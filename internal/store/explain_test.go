package store

import (
	"context"
	"crypto/tls"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/problem"

	"github.com/jackc/pgx/v5/pgconn"
)

// What a server says is told without its own words, which could repeat a password.
func TestWhatAServerSays(t *testing.T) {
	p := &postgres{name: "postgres://vp@may/kho", user: "vp", host: "may:5432", base: "kho"}
	const secret = "mật-khẩu-lộ"
	code := func(c string) error { return &pgconn.PgError{Code: c, Message: secret, Detail: secret} }
	for _, c := range []struct {
		err  error
		said string
		lost bool
	}{
		{code("3D000"), `máy chủ không có kho nào tên "kho"`, false},
		{code("28P01"), `mật khẩu của tài khoản "vp" không đúng`, false},
		{code("28000"), `máy chủ không nhận tài khoản "vp"`, false},
		{code("08P01"), `không nhận kết nối của tài khoản "vp" tới kho "kho"`, true},
		{code("42501"), `tài khoản "vp" không được làm việc này`, false},
		{code("42P01"), `tài khoản "vp" không được làm việc này`, false},
		{code("25006"), "chỉ cho đọc", false},
		{code("53300"), "quá nhiều người nối vào", false},
		{code("53100"), "đĩa của máy chủ đã đầy", false},
		{code("55P03"), "đang bận", false},
		{code("57P03"), "đang khởi động", true},
		{code("57P01"), "báo lỗi mã 57P01", true},
		{code("40001"), "báo lỗi mã 40001", true},
		{code("40P01"), "báo lỗi mã 40P01", true},
		{code("08006"), "báo lỗi mã 08006", true},
		{code("22012"), "báo lỗi mã 22012", false},
		{&tls.CertificateVerificationError{Err: errors.New(secret)}, "chứng thư của máy chủ không đúng", false},
		{io.ErrUnexpectedEOF, "mất liên lạc với máy chủ giữa chừng", true},
		{driver.ErrBadConn, "mất liên lạc với máy chủ giữa chừng", true},
		{net.ErrClosed, "mất liên lạc với máy chủ giữa chừng", true},
		{&net.OpError{Op: "read", Err: errors.New(secret)}, "mất liên lạc với máy chủ giữa chừng", true},
	} {
		err := p.explain(fmt.Errorf("trong khi ghi: %w", c.err))
		said := problem.Of(err)
		if len(said) != 1 || !strings.Contains(said[0].Message, c.said) || said[0].Hint == "" ||
			said[0].File != p.name {
			t.Errorf("%v: %+v, want %q", c.err, said, c.said)
		}
		if strings.Contains(fmt.Sprint(said), secret) {
			t.Errorf("%v: repeats what the server said: %v", c.err, said)
		}
		if p.lost(c.err) != c.lost {
			t.Errorf("%v: tried again: %v, want %v", c.err, !c.lost, c.lost)
		}
	}
	for _, err := range []error{nil, context.Canceled, io.ErrShortWrite} { // which are no server's
		if got := p.explain(err); !errors.Is(got, err) || p.lost(err) {
			t.Errorf("%v became %v", err, got)
		}
	}
	if p.lost(context.DeadlineExceeded) {
		t.Error("what took too long is tried again")
	}
}

// What SQLite says is told in words, whatever was the matter with the file.
func TestWhatAFileSays(t *testing.T) {
	doing := func(path, settings, statement string) error {
		db, err := sql.Open("sqlite", fileURI(path, settings))
		if err != nil {
			return err
		}
		_, err = db.ExecContext(t.Context(), statement)
		return errors.Join(err, db.Close())
	}
	made := func(t *testing.T) string {
		path := filepath.Join(t.TempDir(), "kho.db")
		if err := doing(path, "", "CREATE TABLE t (x)"); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		name, said string
		lost       bool
		do         func(t *testing.T) error
	}{
		{"only to be read", "không mở được kho dữ liệu để ghi", false, func(t *testing.T) error {
			return doing(made(t), "_pragma=query_only(1)", "INSERT INTO t VALUES (1)")
		}},
		{"in no folder", "không mở được kho dữ liệu để ghi", false, func(t *testing.T) error {
			return doing(filepath.Join(t.TempDir(), "không có", "kho.db"), "", "CREATE TABLE t (x)")
		}},
		{"a disk that is full", "đĩa đã đầy", false, func(t *testing.T) error {
			return doing(made(t), "_pragma=max_page_count(2)", "INSERT INTO t VALUES (zeroblob(100000))")
		}},
		{"no database", "không phải kho dữ liệu của ntm, hoặc đã hỏng", false, func(t *testing.T) error {
			path := filepath.Join(t.TempDir(), "kho.db")
			if err := os.WriteFile(path, []byte(strings.Repeat("đây là một văn bản. ", 200)), 0o600); err != nil {
				return err
			}
			return doing(path, "", "SELECT 1 FROM sqlite_master")
		}},
		{"other columns than ours", "không phải kho dữ liệu của ntm, hoặc đã hỏng", false, func(t *testing.T) error {
			return doing(made(t), "", "SELECT y FROM t")
		}},
		{"another writer", "đang bận", true, func(t *testing.T) error {
			path := made(t)
			db, err := sql.Open("sqlite", fileURI(path, "_txlock=immediate"))
			if err != nil {
				return err
			}
			tx, err := db.BeginTx(t.Context(), nil)
			if err != nil {
				return err
			}
			busy := doing(path, "_pragma=busy_timeout(0)", "INSERT INTO t VALUES (1)")
			if err := errors.Join(tx.Rollback(), db.Close()); err != nil {
				t.Fatal(err)
			}
			return busy
		}},
		{"a rule of the table", "báo lỗi mã", false, func(t *testing.T) error {
			return doing(made(t), "", "CREATE TABLE u (x UNIQUE); INSERT INTO u VALUES (1), (1)")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &sqliteFile{"kho.db"}
			err := c.do(t)
			said := problem.Of(f.explain(err))
			if len(said) != 1 || !strings.Contains(said[0].Message, c.said) || said[0].Hint == "" {
				t.Errorf("%v: %+v, want %q", err, said, c.said)
			}
			if f.lost(err) != c.lost {
				t.Errorf("%v: tried again: %v", err, !c.lost)
			}
		})
	}
}

// A place is a path or a server's URL, and no other program's address.
func TestPlaces(t *testing.T) {
	for at, want := range map[string]struct{ place, server, password bool }{
		"kho.db": {place: true}, "thư mục/kho # 1.db": {place: true}, `C:\ntm\kho.db`: {place: true},
		"postgres://vp@may/kho":                    {place: true, server: true},
		"PostgreSQL://vp@may/kho":                  {place: true, server: true},
		"postgres://vp:x@may/kho":                  {place: true, server: true, password: true},
		"postgres://vp@may/kho?password=x":         {place: true, server: true, password: true},
		"postgres://vp@may/kho?sslpassword=x":      {place: true, server: true, password: true},
		"postgres://vp:x%zz@may/kho":               {place: true, server: true, password: true}, // no URL at all
		"host=may dbname=kho":                      {},
		"host=may user=vp password=x":              {password: true},
		"Server=may;Database=kho;User Id=vp;Pwd=x": {password: true},
		"mysql://vp:x@may/kho":                     {password: true},
		"jdbc:postgresql://may/kho":                {},
		"file:kho.db":                              {},
		"  https://may/kho":                        {},
		"bao-cao-host.db":                          {place: true},
		"kho của hostname=may.db":                  {place: true},
		"kho của cơ quan; host = may; còn lại là…": {},
	} {
		err := CheckPlace(at)
		if (err == nil) != want.place || IsServer(at) != want.server || HasPassword(at) != want.password {
			t.Errorf("%q: %v, a server %v, a password %v; want %+v", at, err, IsServer(at), HasPassword(at), want)
		}
		if err != nil && strings.Contains(err.Error(), "may") {
			t.Errorf("%q: repeated: %v", at, err)
		}
	}
}

// A newer program's structure is refused, every other one leads to the newest.
func TestPendingSteps(t *testing.T) {
	all, err := pending("sqlite", 0)
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
	for from := range len(all) + 1 {
		steps, err := pending("sqlite", from)
		if err != nil || len(steps) != len(all)-from {
			t.Errorf("from %d: %d steps, %v", from, len(steps), err)
		}
	}
	for _, engine := range []string{"sqlite", "postgres"} {
		if _, err := pending(engine, len(all)+1); err == nil || !strings.Contains(err.Error(), "phiên bản mới hơn") {
			t.Errorf("%s: %v", engine, err)
		}
	}
	if _, err := pending("lạ", 0); err == nil {
		t.Error("an engine that is none has steps")
	}
}

// Rows go into a statement and over those that are there by their keys.
func TestStatements(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{placeholders(nil), ""},
		{placeholders([][]any{{1}}), "($1)"},
		{placeholders([][]any{{1, 2}, {3, 4}}), "($1, $2), ($3, $4)"},
		{documentsTable.insert([][]any{{1, 2, 3}}), "INSERT INTO documents (province, digest, packed) VALUES " +
			"($1, $2, $3)"},
		{documentsTable.over(), " ON CONFLICT (province, digest) DO UPDATE SET packed = excluded.packed"},
		{documentsTable.rowName([]string{"a", "b", "c"}), "documents a, b"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}
