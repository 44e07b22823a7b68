package readers_test

import (
	"os"
	"path/filepath"
	"testing"

	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
)

func TestMain(m *testing.M) { os.Exit(testenv.Run(m)) }

// What LibreOffice saves is there when Save returns, file after file; what it cannot
// open is told.
func TestSave(t *testing.T) {
	testenv.LeftToWhole(t)
	folder := t.TempDir()
	table := filepath.Join(folder, "bảng.csv")
	if err := os.WriteFile(table, []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, as := range []readers.Format{readers.XLSX, readers.PDF} {
		saved := readers.Save(t, as, filepath.Join(folder, "ra"), table)
		if data, err := os.ReadFile(saved[0]); err != nil || len(data) < 1000 {
			t.Errorf("%s: %d bytes, %v", saved[0], len(data), err)
		}
	}
}
