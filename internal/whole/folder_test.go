package whole

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A folder is made where there is none, and what else stands there is told.
func TestFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b")
	for range 2 {
		if err := Folder(path); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(path, "tep")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Folder(file); err == nil || !strings.HasPrefix(err.Error(), file) {
		t.Errorf("%v", err)
	}
}
