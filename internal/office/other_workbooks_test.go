package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A workbook of another kind among the reports is named, with what to do; what is
// no workbook is none of them.
func TestOtherWorkbooksAreNamed(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.yaml", "xa-1.xls", "c/xa-2.ODS", "c/xa-3.xlsm", "d/xa-4.xlsb", "d/xa-5.et",
		"c/anh.jpg", "c/van-ban.pdf", "~$xa.xls"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, problems := Inputs([]string{dir})
	if len(files) != 1 || len(problems) != 5 {
		t.Fatalf("%d files, %d problems: %v", len(files), len(problems), problems)
	}
	for _, p := range problems {
		if !strings.Contains(p.File, "xa-") || !strings.Contains(p.Hint, ".xlsx") {
			t.Errorf("%+v", p)
		}
	}
}
