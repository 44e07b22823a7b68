//go:build unix

package evidence_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"ntm/internal/evidence"
)

// Who opens a pipe waits for its writer, who may never come.
func TestPipe(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(folder, "ong.pdf"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := evidence.Hash(t.Context(), folder, []string{"ong.pdf"})
	if err != nil || len(got) != 1 || got[0].State != evidence.NotPlain {
		t.Errorf("%+v, %v", got, err)
	}
}
