//go:build unix

package storetest

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// Bouncer starts a PgBouncer before the server that hands its connections on by
// transaction or by session, at most pool of them at once, until the test ends; it gives
// where it listens. Where there is none the test is skipped, but for CI.
func (s *Server) Bouncer(t testing.TB, mode string, pool int) (host string) {
	t.Helper()
	program, err := exec.LookPath("pgbouncer")
	if err != nil {
		if _, err = os.Stat("/usr/sbin/pgbouncer"); err == nil { // not everybody's PATH has it
			program = "/usr/sbin/pgbouncer"
		} else if os.Getenv("CI") != "" {
			t.Fatal("no PgBouncer, and CI must not leave it out")
		} else {
			t.Skip("left out: a store behind PgBouncer, for there is none here (package pgbouncer)")
		}
	}
	port := freePort(t)
	folder := filepath.Dir(s.data)
	settings, users := filepath.Join(folder, mode+".ini"), filepath.Join(folder, "users.txt")
	s.write(t, users, fmt.Sprintf("%q %q\n", Owner, Password))
	s.write(t, settings, fmt.Sprintf(`[databases]
* = host=127.0.0.1 port=%d
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = %d
unix_socket_dir =
auth_type = scram-sha-256
auth_file = %s
pool_mode = %s
default_pool_size = %d
server_login_retry = 1
`, s.port, port, users, mode, pool))
	heard := &said{}
	cmd := exec.Command(program, settings)
	cmd.SysProcAttr, cmd.Dir, cmd.Stderr = s.as, "/", heard
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	t.Cleanup(func() { _ = cmd.Process.Signal(syscall.SIGTERM); <-ended })
	host = fmt.Sprintf("127.0.0.1:%d", port)
	for until := time.Now().Add(time.Minute); ; time.Sleep(30 * time.Millisecond) {
		if line, err := net.Dial("tcp", host); err == nil {
			_ = line.Close()
			return host
		}
		select {
		case <-ended:
			t.Fatalf("PgBouncer does not start:\n%s", heard)
		default:
			if time.Now().After(until) {
				t.Fatalf("PgBouncer does not answer:\n%s", heard)
			}
		}
	}
}

// freePort is one on loopback that nobody listens at.
func freePort(t testing.TB) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().(*net.TCPAddr).Port
}

// write writes a file that belongs to whom the server runs as, and to nobody else.
func (s *Server) write(t testing.TB, path, text string) {
	t.Helper()
	err := os.WriteFile(path, []byte(text), 0o600)
	if who := s.as.Credential; err == nil && who != nil {
		err = os.Chown(path, int(who.Uid), int(who.Gid))
	}
	if err != nil {
		t.Fatal(err)
	}
}
