//go:build unix

package storetest

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

// Server is a PostgreSQL cluster of a test's own, on loopback, made by the
// programs of the distribution. Its owner is the role "chu_kho".
type Server struct {
	bin, data string
	settings  []string // of its own, as name=value
	port      int
	as        *syscall.SysProcAttr
	running   *exec.Cmd
	ended     chan struct{} // closed when running has
	said      *said
}

// Owner and Password are the cluster's superuser.
const (
	Owner    = "chu_kho"
	Password = "mật khẩu giả định"
)

// NewServer makes and starts a cluster with settings (name=value) of its own, which ends
// with the test. Where there is no PostgreSQL the test is skipped, but for CI, which has to
// have it.
func NewServer(t testing.TB, settings ...string) *Server {
	t.Helper()
	bin := serverPrograms()
	if bin == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("no PostgreSQL, and CI must not leave it out")
		}
		t.Skip("left out: what a store on PostgreSQL does, for there is no PostgreSQL here (package postgresql)")
	}
	folder, err := os.MkdirTemp("", "ntm-pg-") // not t.TempDir: its parents are closed to another user
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	s := &Server{bin: bin, data: filepath.Join(folder, "data"), settings: settings, as: &syscall.SysProcAttr{}}
	if os.Getuid() == 0 { // PostgreSQL does not run as root
		s.as.Credential = serverUser(t)
		if err := os.Chown(folder, int(s.as.Credential.Uid), int(s.as.Credential.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	s.write(t, s.passes(), "*:*:*:*:"+Password+"\n")
	clusters.Lock()
	defer clusters.Unlock()
	if clusters.made == "" {
		clusters.made = s.cluster(t)
	}
	copying := exec.Command("cp", "-a", clusters.made, s.data)
	copying.SysProcAttr, copying.Dir = s.as, "/"
	if out, err := copying.CombinedOutput(); err != nil {
		t.Fatalf("cp: %v\n%s", err, out)
	}
	s.listen(t)
	return s
}

// passes is the file of the passwords by which the server itself logs in to others.
func (s *Server) passes() string { return filepath.Join(filepath.Dir(s.data), "pgpass") }

// Start starts the cluster, again after Kill, and waits until it answers.
func (s *Server) Start(t testing.TB) {
	t.Helper()
	until := time.Now().Add(time.Minute)
	for {
		s.said = &said{}
		args := []string{"-D", s.data, "-p", strconv.Itoa(s.port)}
		for _, setting := range append([]string{"listen_addresses=127.0.0.1", "unix_socket_directories=",
			"max_connections=200"}, s.settings...) {
			args = append(args, "-c", setting)
		}
		s.running = s.program("postgres", args...)
		s.running.Env = append(os.Environ(), "PGPASSFILE="+s.passes())
		s.running.Stderr = s.said
		if err := s.running.Start(); err != nil {
			t.Fatal(err)
		}
		s.ended = make(chan struct{})
		go func(cmd *exec.Cmd, ended chan struct{}) { _ = cmd.Wait(); close(ended) }(s.running, s.ended)
		if s.answers(until) {
			return
		}
		if time.Now().After(until) || !strings.Contains(s.said.String(),
			"still in use") { // by those the killed one left
			t.Fatalf("PostgreSQL does not start:\n%s", s.said.String())
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func (s *Server) answers(until time.Time) bool {
	for time.Now().Before(until) {
		select {
		case <-s.ended:
			return false
		case <-time.After(30 * time.Millisecond):
		}
		db, err := sql.Open("pgx", s.URL(Owner, "postgres"))
		if err != nil {
			return false
		}
		err = db.Ping()
		_ = db.Close()
		if err == nil {
			return true
		}
	}
	return false
}

// Replica is a server that follows this one: to be read from only.
func (s *Server) Replica(t testing.TB) *Server {
	t.Helper()
	r := *s
	r.data += "-replica"
	backup := s.program("pg_basebackup", "--dbname", s.URL(Owner, "postgres"), "--pgdata", r.data,
		"--write-recovery-conf", "--checkpoint", "fast")
	if out, err := backup.CombinedOutput(); err != nil {
		t.Fatalf("pg_basebackup: %v\n%s", err, out)
	}
	r.listen(t)
	return &r
}

// DumpInto copies a database into another one by PostgreSQL's own tools, pg_dump and
// pg_restore, whoever is writing to it meanwhile.
func (s *Server) DumpInto(t testing.TB, from, to string) {
	t.Helper()
	file := filepath.Join(filepath.Dir(s.data), from+".dump")
	for _, cmd := range []*exec.Cmd{
		s.program("pg_dump", "--format=custom", "--file", file, s.URL(Owner, from)),
		s.program("pg_restore", "--exit-on-error", "--dbname", s.URL(Owner, to), file),
	} {
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", cmd.Path, err, out)
		}
	}
}

// Kill ends the postmaster as a power cut would: kill -9.
func (s *Server) Kill() {
	_ = s.running.Process.Kill()
	<-s.ended
}

// Log is what the server has said since it was started.
func (s *Server) Log() string { return s.said.String() }

// URL is where a role finds a database; all roles of the tests have one password.
func (s *Server) URL(role, database string) string {
	return (&url.URL{Scheme: "postgres", User: url.UserPassword(role, Password), Host: s.Host(),
		Path: "/" + database, RawQuery: "sslmode=disable"}).String()
}

// Host is where the server listens, with its port.
func (s *Server) Host() string { return fmt.Sprintf("127.0.0.1:%d", s.port) }

// Do runs SQL as a role.
func (s *Server) Do(t testing.TB, role, database string, statements ...string) {
	t.Helper()
	db, err := sql.Open("pgx", s.URL(role, database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, statement := range statements {
		if _, err := db.ExecContext(context.Background(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// Await waits until SQL says true.
func (s *Server) Await(t testing.TB, database, question string) {
	t.Helper()
	db, err := sql.Open("pgx", s.URL(Owner, database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for until := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		var is bool
		if err := db.QueryRow(question).Scan(&is); err != nil || is {
			if err != nil {
				t.Fatalf("%s: %v", question, err)
			}
			return
		}
		if time.Now().After(until) {
			t.Fatalf("not within a minute: %s", question)
		}
	}
}

// Database makes an empty database and gives its name.
func (s *Server) Database(t testing.TB) string {
	t.Helper()
	name := "kho_" + strings.ToLower(strconv.FormatInt(time.Now().UnixNano(), 36))
	s.Do(t, Owner, "postgres", "CREATE DATABASE "+name)
	return name
}

// said is what a program wrote, while it writes.
type said struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.text.Write(p)
}

func (s *said) String() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.text.String()
}
