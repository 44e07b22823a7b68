package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInputs(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.xlsx", "a.YAML", "c/d.json", "c/e.csv", "c/ghi-chu.docx", "~$b.xlsx",
		".an/f.yaml", ".g.yaml", "rong/x.txt"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for _, tt := range []struct {
		given, want []string
		problems    int
	}{
		{[]string{"."}, []string{"a.YAML", "b.xlsx", "c/d.json", "c/e.csv"}, 0},
		{[]string{"c", "b.xlsx", "khong-co.xlsx"}, []string{"c/d.json", "c/e.csv", "b.xlsx", "khong-co.xlsx"}, 0},
		{[]string{"c/ghi-chu.docx", ".an"}, []string{"c/ghi-chu.docx", ".an/f.yaml"}, 0}, // named, they are meant
		{[]string{"rong", "c/d.json"}, []string{"c/d.json"}, 1},
		{[]string{"*.xlsx", "*.pdf"}, []string{"b.xlsx", "*.pdf"}, 0},
	} {
		files, problems := Inputs(tt.given)
		for i := range files {
			files[i] = filepath.ToSlash(files[i])
		}
		if diff := cmp.Diff(tt.want, files); diff != "" || len(problems) != tt.problems {
			t.Errorf("%q: %v\n%s", tt.given, problems, diff)
		}
	}
}

// What is no file of reports may be a commune of the store.
func TestNamesCommune(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("16492", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"16489": true, "Quảng Trung, Thanh Hóa": true, "xã Quảng Trung": true, "~thanh-hoa/quang-trung": true,
		"16492": false, "bao cao.yaml": false, "*.xlsx": false, "thu-muc": false, `a\b c`: false,
	} {
		if got := NamesCommune([]string{name}); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
	if NamesCommune([]string{"16489", "16490"}) || NamesCommune(nil) {
		t.Error("not one name")
	}
}

// What a folder has of other kinds is told with the ways to have it read: --convert is one of those for a workbook
// that LibreOffice reads, and of no other.
func TestTheWayToReadAnotherKind(t *testing.T) {
	for name, converts := range map[string]bool{"16564.xls": true, "A.ODS": true, "b.xlsm": false, "c.numbers": false} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		_, problems := Inputs([]string{dir})
		if len(problems) != 1 || strings.Contains(problems[0].Hint, "--convert") != converts {
			t.Errorf("%s: %+v", name, problems)
		}
	}
}
