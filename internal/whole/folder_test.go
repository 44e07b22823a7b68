package whole

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/problem"
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

// Content is put as it is written, an error of the system is told without its English.
func TestPut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := Put(path, false, []byte("một")); err != nil {
		t.Fatal(err)
	}
	if err := Put(path, false, []byte("hai")); err == nil {
		t.Error("written over without being asked")
	}
	err := Write(path, true, func(io.Writer) error {
		_, err := os.ReadFile(filepath.Join(path, "thieu"))
		return err
	})
	if err == nil || !strings.HasSuffix(problem.Of(err)[0].Message, "không ghi được tệp") {
		t.Errorf("%v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "một" {
		t.Errorf("%q stands there", got)
	}
}
