//go:build unix

package sitting

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"ntm/internal/docket"
)

// A pipe among the ballots is told of; nobody waits for what it would say.
func TestBallotIsNoPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "phieu.xlsx")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := (&Sitting{Council: &docket.Council{}}).read(t.Context(), []string{pipe}); err == nil ||
		!strings.Contains(err.Error(), "phieu.xlsx: đây không phải một tệp") {
		t.Errorf("%v", err)
	}
}
