package law_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"ntm/internal/cli/clitest"

	"github.com/rogpeppe/go-internal/testscript"
)

// python is the one that Debian's openpyxl belongs to.
const python = "/usr/bin/python3"

// hasOpenpyxl is the condition of scripts in which a person fills in a workbook. Where
// everything must be tested, its want is a failure.
func hasOpenpyxl(condition string) (bool, error) {
	if condition != "openpyxl" {
		return clitest.Condition(condition)
	}
	err := exec.Command(python, "-c", "import openpyxl").Run()
	if err != nil && os.Getenv("CI") == "true" {
		return false, fmt.Errorf("python3-openpyxl is missing: %w", err)
	}
	return err == nil, nil
}

// official has a person take what was read into a workbook: official FILE [ARGUMENT…] of
// confirm.py.
func official(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: official FILE [procedure] [NO=FIGURE…]")
	}
	out, err := exec.Command(python, append([]string{confirmPath, ts.MkAbs(args[0])}, args[1:]...)...).CombinedOutput()
	if err != nil {
		ts.Fatalf("confirm.py: %v\n%s", err, out)
	}
}

var confirmPath, _ = filepath.Abs("testdata/confirm.py")
