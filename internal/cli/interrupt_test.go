package cli

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/internal/invented"
	"ntm/internal/testenv"
)

// Ctrl-C, sent to the real program in the middle of its work: it says that it was
// stopped and how to go on, leaves whole files and nothing hidden, and the same
// command then does the rest.
func TestInterrupted(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	o := newDesk(t)
	communes := testenv.Some(t, 300, len(invented.Communes()))
	wide := wideOf(t, communes)
	for name, c := range map[string]struct {
		line  string
		works func() int // how much is done
		all   int
	}{
		"assess":        {line: "assess"},
		"check":         {line: "check"},
		"check as JSON": {line: "check --json"},
		"into files": {line: "import -o bao-cao --force",
			works: func() int { return len(o.standing("bao-cao")) }, all: communes},
		"into the store": {line: "import", works: func() int { reports, _ := o.sound(); return len(reports) },
			all: communes},
	} {
		t.Run(name, func(t *testing.T) {
			args := append(strings.Fields(c.line), wide)
			if c.line == "import" {
				args = append(args, "--db", o.db)
			}
			stdout, stderr, intime := "", "", false
			for try := 0; try < 5 && !intime; try++ { // on a busy machine it may be done before
				o.cleared()
				stdout, stderr, intime = o.interrupted(t, args)
			}
			if !strings.Contains(stderr, "đã dừng theo yêu cầu") ||
				!strings.Contains(stderr, "chạy lại đúng lệnh này") {
				t.Errorf("it says %q", stderr)
			}
			if hidden := o.hidden(); len(hidden) > 0 {
				t.Errorf("it leaves %v", hidden)
			}
			if c.works == nil {
				return
			}
			if n := c.works(); n == 0 || n >= c.all {
				t.Fatalf("%d of %d were done, the last line %q", n, c.all, stdout[max(0, len(stdout)-200):])
			}
			again := o.command(args)
			if out, err := again.CombinedOutput(); err != nil {
				t.Fatalf("again: %v: %s", err, out)
			}
			if n := c.works(); n != c.all {
				t.Errorf("in the end %d of %d", n, c.all)
			}
		})
	}
}

// command is the program with what it is told, on no store but one it names.
func (o *desk) command(args []string) *exec.Cmd {
	cmd := exec.Command(o.program, args...)
	cmd.Dir, cmd.Env = o.folder, append(os.Environ(), "NTM_AS=người thử")
	return cmd
}

// interrupted runs the program until it is at work, and interrupts it; intime is whether
// that came before it was done.
func (o *desk) interrupted(t *testing.T, args []string) (stdout, stderr string, intime bool) {
	t.Helper()
	cmd := o.command(args)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 1)
	if i := slices.Index(args, "-o"); i >= 0 { // it speaks at its end
		for len(o.standing(args[i+1])) == 0 {
			time.Sleep(5 * time.Millisecond)
		}
	} else if _, err := io.ReadFull(out, first); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Skip("this system cannot interrupt a process")
	}
	rest, _ := io.ReadAll(out)
	err = cmd.Wait()
	code := cmd.ProcessState.ExitCode()
	if code != failed && code != done {
		t.Error(err)
	}
	return string(first) + string(rest), errs.String(), code == failed
}

// cleared takes away what an earlier run made.
func (o *desk) cleared() {
	for _, made := range append(o.standing("bao-cao*"), o.standing("*.db*")...) {
		_ = os.RemoveAll(made)
	}
}

// standing is what stands in a folder.
func (o *desk) standing(folder string) []string {
	found, _ := filepath.Glob(filepath.Join(o.folder, folder, "*"))
	return found
}

// hidden is what the program made for itself and did not take away.
func (o *desk) hidden() (found []string) {
	_ = filepath.WalkDir(o.folder, func(path string, _ fs.DirEntry, _ error) error {
		if strings.HasPrefix(filepath.Base(path), ".ntm-") {
			found = append(found, path)
		}
		return nil
	})
	return found
}

// waited is a keyboard: as soon as an answer is waited for, at is called.
type waited struct {
	io.Reader
	at func()
}

func (a waited) Read(p []byte) (int, error) {
	a.at()
	return a.Reader.Read(p)
}

// At a question of the guided mode too: nobody has to press Enter first.
func TestInterruptedAtAQuestion(t *testing.T) {
	t.Chdir(t.TempDir())
	w, out := terminal()
	keyboard, typing := io.Pipe()
	defer typing.Close() //nolint:errcheck // nothing was typed
	ctx, interrupt := context.WithCancel(t.Context())
	w.Stdin = waited{keyboard, interrupt}
	if status := Run(ctx, nil, w); status != done || !strings.Contains(out.String(),
		"Đã thoát. Muốn làm tiếp, chạy lại: ntm") {
		t.Errorf("status %d: %s", status, out)
	}
}
