package cli

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// K4: of several imports at once into one folder, nothing is lost: it ends in what
// they come to one after the other.
func TestK4ImportsAtOnce(t *testing.T) {
	ntm := program(t)
	books := []string{"K4-a.xlsx", "K4-b.xlsx"}
	import1 := func(book, folder string) *exec.Cmd {
		cmd := exec.Command(
			ntm,
			"criteria",
			"import",
			filepath.Join("../../testdata/faults", book),
			"--office",
			"Văn phòng giả định",
			"--criteria",
			folder,
		)
		cmd.Env = append(cmd.Environ(), "NTM_CRITERIA=", "NTM_DB=")
		return cmd
	}
	marks := func(folder string) string {
		out, err := exec.Command("sh", "-c", "cat "+filepath.Join(folder, "*.yaml")).Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	inTurn := filepath.Join(t.TempDir(), "quy-dinh")
	for _, book := range books {
		if out, err := import1(book, inTurn).CombinedOutput(); err != nil {
			t.Fatalf("%s", out)
		}
	}
	inTurnBackwards := filepath.Join(t.TempDir(), "quy-dinh")
	for _, book := range []string{books[1], books[0]} {
		if out, err := import1(book, inTurnBackwards).CombinedOutput(); err != nil {
			t.Fatalf("%s", out)
		}
	}
	one, other := marks(inTurn), marks(inTurnBackwards)
	for range 4 {
		folder := filepath.Join(t.TempDir(), "quy-dinh")
		var running []*exec.Cmd
		for _, book := range books {
			cmd := import1(book, folder)
			cmd.Stderr = new(strings.Builder)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			running = append(running, cmd)
		}
		for _, cmd := range running {
			if err := cmd.Wait(); err != nil {
				t.Fatalf("%v: %s", err, cmd.Stderr)
			}
		}
		if got := marks(folder); got != one && got != other {
			t.Errorf("at once:\n%s\nin turn:\n%s", got, one)
		}
	}
}
