// Package readers is the other programs that tests have read and write what this one
// does: LibreOffice, and Python with openpyxl. Where they are missing a test is skipped
// in one line; in CI, which installs them, it fails.
package readers

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Absent ends a test for want of a program.
func Absent(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing, and CI=true", what)
	}
	t.Skipf("%s is missing: what it reads and writes is not tested", what)
}

// Python is a Python that has those modules.
func Python(t testing.TB, modules ...string) string {
	t.Helper()
	program := python()(strings.Join(modules, ", "))
	if program == "" {
		Absent(t, "python3 with "+strings.Join(modules, ", "))
	}
	return program
}

// python finds them; each question is asked once.
var python = sync.OnceValue(func() func(modules string) string {
	var known sync.Map
	return func(modules string) string {
		found, _ := known.LoadOrStore(modules, sync.OnceValue(func() string {
			for _, program := range []string{"/usr/bin/python3", "python3"} { // the distribution's has its modules
				if exec.Command(program, "-c", "import "+modules).Run() == nil {
					return program
				}
			}
			return ""
		}))
		return found.(func() string)()
	}
})

// A Format is what LibreOffice saves a workbook as; options stand behind a colon in the
// name of the filter.
type Format struct{ Extension, Filter string }

// The formats that most tests save in.
var (
	XLSX = Format{"xlsx", "Calc MS Excel 2007 XML"}
	PDF  = Format{"pdf", "calc_pdf_Export"}
)

// Save has LibreOffice open files and save each in a format in a folder, under its own
// name. One LibreOffice works for all tests of a package, one file after the other.
func Save(t testing.TB, as Format, folder string, paths ...string) []string {
	t.Helper()
	NeedLibreOffice(t)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	saved := make([]string, len(paths))
	for i, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + "." + as.Extension
		saved[i] = filepath.Join(folder, name)
		if err := libreOffice.save(path, saved[i], as.Filter); err != nil {
			t.Fatalf("LibreOffice, %s: %v", path, err)
		}
	}
	return saved
}

// NeedLibreOffice skips a test where LibreOffice, or its bridge to Python, is missing.
func NeedLibreOffice(t testing.TB) {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		Absent(t, "LibreOffice")
	}
	Python(t, "uno")
}

//go:embed convert.py
var convert string

var libreOffice office

// office is a running LibreOffice, started when it is first needed; it ends when the
// tests do.
type office struct {
	one  sync.Mutex
	jobs io.Writer
	said *bufio.Reader
}

func (o *office) save(from, to, filter string) error {
	o.one.Lock()
	defer o.one.Unlock()
	if o.jobs == nil {
		if err := o.start(); err != nil {
			return err
		}
	}
	job, err := json.Marshal(map[string]string{"from": from, "to": to, "filter": filter})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(o.jobs, "%s\n", job); err != nil {
		return err
	}
	said, err := o.said.ReadString('\n')
	if err != nil {
		return err
	}
	if said = strings.TrimSpace(said); said != "done" {
		return fmt.Errorf("%s", said)
	}
	return nil
}

func (o *office) start() error {
	cmd := exec.Command(python()("uno"), "-c", convert)
	jobs, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	said, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	o.jobs, o.said = jobs, bufio.NewReader(said)
	return cmd.Start()
}

// Run runs a program on what it is given to read, and gives what it prints.
func Run(t testing.TB, input []byte, program string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	var complaints bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, complaints.String())
	}
	return out
}
