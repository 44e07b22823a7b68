package scratch_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"ntm/internal/scratch"

	"github.com/gofrs/flock"
)

// K8: what a killed program left is cleared by the next one; what a program is at
// work in, what is not ours, and what a link leads to stays.
func TestK8Clear(t *testing.T) {
	beside := t.TempDir()
	put := func(name string, age time.Duration) string {
		path := filepath.Join(beside, name)
		must(t, os.MkdirAll(filepath.Dir(path), 0o700))
		must(t, os.WriteFile(path, nil, 0o600))
		day := time.Now().Add(-age)
		must(t, os.Chtimes(path, day, day))
		if folder := filepath.Dir(path); folder != beside {
			must(t, os.Chtimes(folder, day, day))
		}
		return path
	}
	atWork, err := scratch.Make(beside)
	must(t, err)
	must(t, os.WriteFile(atWork.File("kho.db"), nil, 0o600))
	outside := filepath.Join(t.TempDir(), "kho.db")
	must(t, os.WriteFile(outside, nil, 0o600))
	must(t, os.Symlink(filepath.Dir(outside), filepath.Join(beside, ".ntm-duong-dan")))
	gone := []string{put(".ntm-1/kho.db", 0), put(".ntm-2/tep.kho-wal", 48*time.Hour), put(".ntm-3", 48*time.Hour)}
	put(".ntm-1/khoa", 0) // whose maker is gone, a moment ago
	put(".ntm-1/khoa.co", 0)
	stay := []string{
		put(".ntm-4/tep", 0), // just made, its lock is on the way
		put(
			".ntm-5",
			0,
		),
		put(".ntm-6/bao-cao.xlsx", 48*time.Hour),
		put("ntm-7/tep", 48*time.Hour),
		put("kho.db", 48*time.Hour),
		atWork.File("kho.db"),
		outside,
	}
	scratch.Clear(beside)
	for _, path := range gone {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	for _, path := range stay {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s is gone", path)
		}
	}
	must(t, atWork.Close())
	if _, err := os.Stat(atWork.Path); err == nil {
		t.Error("a closed folder is still there")
	}
}

// Folders that are made while others clear are never taken from their makers.
func TestMadeWhileCleared(t *testing.T) {
	beside := t.TempDir()
	done := make(chan bool)
	var clearing sync.WaitGroup
	for range 2 {
		clearing.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					scratch.Clear(beside)
				}
			}
		})
	}
	for range 300 {
		f, err := scratch.Make(beside)
		must(t, err)
		must(t, os.WriteFile(f.File("kho.db"), nil, 0o600))
		must(t, f.Close())
	}
	close(done)
	clearing.Wait()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A folder of an earlier version, which says nowhere that its lock is held, stays as long as it is.
func TestHeldByAnEarlierVersion(t *testing.T) {
	beside := t.TempDir()
	folder := filepath.Join(beside, ".ntm-1")
	must(t, os.Mkdir(folder, 0o700))
	lock := flock.New(filepath.Join(folder, "khoa"))
	_, err := lock.TryLock()
	must(t, err)
	day := time.Now().Add(-48 * time.Hour)
	must(t, os.Chtimes(folder, day, day))
	if scratch.Clear(beside); !isThere(folder) {
		t.Error("a folder that is worked in was taken away")
	}
	must(t, lock.Unlock())
	if scratch.Clear(beside); isThere(folder) {
		t.Error("a folder that was left behind is still there")
	}
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// The lock of a program that is killed is let go of by the system.
func TestK8Killed(t *testing.T) {
	beside := os.Getenv("NTM_TEST_SCRATCH")
	if beside != "" { // the program that will be killed
		f, err := scratch.Make(beside)
		if err != nil {
			os.Exit(1)
		}
		os.Stdout.WriteString("at work\n")    //nolint:errcheck // the test waits for it
		_, _ = os.Stdin.Read(make([]byte, 1)) // until it is killed; select {} would end as a deadlock
		runtime.KeepAlive(f)                  // and with it the lock
		return
	}
	beside = t.TempDir()
	cmd := exec.Command(os.Args[0], "-test.run=^TestK8Killed$")
	cmd.Env = append(os.Environ(), "NTM_TEST_SCRATCH="+beside)
	out, err := cmd.StdoutPipe()
	must(t, err)
	_, err = cmd.StdinPipe() // never written to
	must(t, err)
	must(t, cmd.Start())
	_, err = out.Read(make([]byte, 8))
	must(t, err)
	left := func() int {
		found, _ := filepath.Glob(filepath.Join(beside, ".ntm-*"))
		return len(found)
	}
	if scratch.Clear(beside); left() != 1 {
		t.Error("a running program's folder was taken away")
	}
	must(t, cmd.Process.Kill())
	_ = cmd.Wait()
	if scratch.Clear(beside); left() != 0 {
		t.Error("a killed program's folder is still there")
	}
}
