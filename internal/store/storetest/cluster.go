//go:build unix

package storetest

import (
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"

	"ntm/internal/testenv"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

// clusters are all copies of one that is made once in a package's tests: to make one takes
// longer than most of what is tried on it.
var clusters struct {
	sync.Mutex
	made string // its folder
}

// cluster makes a cluster that was never started, and gives its folder, which goes when the
// package's tests end.
func (s *Server) cluster(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "ntm-pg-")
	if err != nil {
		t.Fatal(err)
	}
	testenv.AtEnd(func() { _ = os.RemoveAll(folder) })
	secret, data := filepath.Join(folder, "secret"), filepath.Join(folder, "data")
	s.write(t, secret, Password+"\n")
	if who := s.as.Credential; who != nil {
		if err := os.Chown(folder, int(who.Uid), int(who.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	initdb := s.program("initdb", "--pgdata", data, "--username", Owner, "--pwfile", secret, "--auth",
		"scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
	if out, err := initdb.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	return data
}

// listen starts the server on a port that is free, until the test ends.
func (s *Server) listen(t testing.TB) {
	t.Helper()
	s.port = freePort(t)
	s.Start(t)
	t.Cleanup(func() {
		_ = s.running.Process.Signal(syscall.SIGQUIT) // at once: what it holds goes with its folder
		<-s.ended
	})
}

// serverPrograms is the folder with initdb and postgres, "" for none.
func serverPrograms() string {
	places, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if found, err := exec.LookPath("initdb"); err == nil && len(places) == 0 {
		places = append(places, found)
	}
	if len(places) == 0 {
		return ""
	}
	return filepath.Dir(places[len(places)-1])
}

func serverUser(t testing.TB) *syscall.Credential {
	t.Helper()
	u, err := user.Lookup("postgres")
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.ParseUint(u.Uid, 10, 32)
	gid, _ := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

func (s *Server) program(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.SysProcAttr = s.as
	cmd.Dir = "/"
	return cmd
}
