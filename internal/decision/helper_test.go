package decision_test

import (
	"os/exec"
	"path/filepath"
	"testing"

	"ntm/internal/testenv"
)

// needsOffice tells whether a file is read by way of LibreOffice.
func needsOffice(file string) bool {
	switch filepath.Ext(file) {
	case ".doc", ".odt", ".rtf":
		return true
	}
	return false
}

// office leaves a test out where LibreOffice's writer is not installed.
func office(t *testing.T) {
	t.Helper()
	testenv.LeftToWhole(t)
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not installed")
	}
	if found, err := filepath.Glob("/usr/lib*/libreoffice/program/libswlo.so"); err != nil || len(found) == 0 {
		t.Skip("LibreOffice's writer is not installed")
	}
}
