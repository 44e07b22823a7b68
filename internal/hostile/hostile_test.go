//go:build linux

// Package hostile gives the program files that were made to break it, and holds
// what it says of each against testdata/said.txt: one line a file and command, with
// the exit status. Whatever it is given, the real program comes to an end, keeps below
// 500 MB, never says that it met something unforeseen, and writes nothing but what it
// was asked for. How little of a file is unfolded before it is refused, the packages
// count that read it.
//
//	NTM_TEST_WHOLE=1 go test ./internal/hostile -update   # rewrites what it says, to be reviewed
package hostile

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite testdata/said.txt")

const (
	mostWait   = 5 * time.Minute // whatever else the machine does: only what never ends is a fault
	mostMemory = 500 << 20       // bytes
)

// attack is a file, and the commands it is given to: {} is the file.
type attack struct {
	file     string
	make     func(path string) error
	commands []string
}

// TestMain makes one attack, where a test asks for it in a process of its own: what
// that takes of memory would else be counted as the program's.
func TestMain(m *testing.M) {
	path := os.Getenv(makes)
	if path == "" {
		os.Exit(testenv.Run(m))
	}
	b, err := readBases(os.Getenv(basesOf))
	if err == nil {
		all := attacks(b)
		i := slices.IndexFunc(all, func(a attack) bool { return strings.HasSuffix(path, "/"+a.file) })
		err = all[i].make(path)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// What TestMain is asked for.
const makes, basesOf = "NTM_TEST_MAKES", "NTM_TEST_BASES"

func attacks(b bases) []attack { return slices.Concat(workbooks(b), texts(), stores(b), papers()) }

func TestHostile(t *testing.T) {
	program := filepath.Join(t.TempDir(), "ntm")
	if out, err := exec.Command("go", "build", "-o", program, "ntm/cmd/ntm").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	made := t.TempDir()
	makeBases(t, program, made)
	b, err := readBases(made)
	if err != nil {
		t.Fatal(err)
	}
	all := attacks(b)
	heard := make([]string, len(all))
	t.Run("all", func(t *testing.T) {
		for i, a := range all {
			if !testenv.Whole() && i%sample != 0 {
				continue
			}
			t.Run(a.file, func(t *testing.T) {
				t.Parallel()
				heard[i] = said(t, program, made, a)
			})
		}
	})
	compare(t, heard)
}

// sample is which of the attacks are made where the suite does not run whole: one in eighteen.
const sample = 18

// said makes an attack and gives what the program says of it.
func said(t *testing.T, program, made string, a attack) string {
	folder := t.TempDir()
	for _, inside := range []string{"moi", filepath.Dir(a.file)} {
		if err := os.MkdirAll(filepath.Join(folder, inside), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), makes+"="+filepath.Join(folder, a.file), basesOf+"="+made)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", a.file, err, out)
	}
	before := listed(t, folder)
	var all strings.Builder
	for _, command := range a.commands {
		if strings.HasPrefix(command, "process") { // on a store that is there: it makes none
			if err := os.CopyFS(filepath.Join(folder, "moi"), os.DirFS(filepath.Join(made, "kho"))); err != nil {
				t.Fatal(err)
			}
		}
		fmt.Fprintf(&all, "%s\n", run(t, program, folder, strings.ReplaceAll(command, "{}", a.file)))
		if diff := cmp.Diff(before, listed(t, folder)); diff != "" {
			t.Errorf("%s: %s wrote: %s", a.file, command, diff)
		}
	}
	return all.String()
}

// compare holds what was heard against what it says in testdata/said.txt.
func compare(t *testing.T, heard []string) {
	t.Helper()
	const golden = "testdata/said.txt"
	if *update && testenv.Whole() {
		if err := os.WriteFile(golden, []byte(strings.Join(heard, "")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want := string(text)
	if testenv.Whole() {
		if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(strings.Join(heard, ""), "\n")); diff != "" {
			t.Errorf("it says something else (-want +got):\n%s", diff)
		}
		return
	}
	t.Logf("every %dth attack; %s=1 for all", sample, testenv.WholeVariable)
	for _, one := range heard {
		for each := range strings.SplitSeq(one, "\n\n== ") {
			if !strings.Contains(want, each) {
				t.Errorf("it says something else:\n%s", each)
			}
		}
	}
}

// drawn are words that are others each time: ids of events, digests.
var drawn = regexp.MustCompile(`\b([A-Z2-7]{26}|[0-9a-f]{64}|(?:[0-9a-f]{4}-){7}[0-9a-f]{4})\b`)

// run gives what the program says of a file, its exit status before it.
func run(t *testing.T, program, folder, command string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), mostWait)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, strings.Fields(command)...)
	var out, errs bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = folder, &out, &errs
	cmd.Env = append(os.Environ(), "NTM_AS=người thử", "NTM_DB="+filepath.Join(folder, "moi", "kho.db"),
		"XDG_CONFIG_HOME="+folder)
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || ctx.Err() != nil {
		t.Errorf("%s: %v, %v", command, err, ctx.Err())
	}
	used := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
	if used > mostMemory {
		t.Errorf("%s: %d MB", command, used>>20)
	}
	text := errs.String()
	if status := cmd.ProcessState.ExitCode(); status == 3 { // what it found stands in its result
		text = out.String()
	}
	if strings.Contains(text, "ngoài dự kiến") || strings.Contains(text, "goroutine ") ||
		strings.Contains(text, "lỗi: lỗi") {
		t.Errorf("%s: %s", command, text)
	}
	status := cmd.ProcessState.ExitCode()
	if status == 0 && text == "" {
		text = "(không có gì để nói)"
	}
	lines := strings.Split(strings.TrimSpace(drawn.ReplaceAllString(strings.ReplaceAll(text, folder, "…"), "…")), "\n")
	const most = 6
	if len(lines) > most {
		lines = append(lines[:most], fmt.Sprintf("… %d dòng nữa", len(lines)-most))
	}
	return fmt.Sprintf("== ntm %s\n%d\n%s\n", command, status, strings.Join(lines, "\n"))
}

// asked are what the commands are asked to write, and what SQLite lays beside a
// file that it reads.
var asked = regexp.MustCompile(`/moi/|/ra\.xlsx$|-(?:wal|shm)$`)

// listed is what stands in a folder and below, each with its size.
func listed(t *testing.T, folder string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || asked.MatchString(path) {
			return err
		}
		info, err := e.Info()
		if err == nil {
			found = append(found, fmt.Sprintf("%s %d %v", path, info.Size(), info.Mode()))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
