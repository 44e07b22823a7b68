package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A name that ends like a file which the command does not write is refused, with
// what to write instead, and nothing is made.
func TestOutputNames(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	report := "../../testdata/quang-trung-2023.yaml"
	db := filepath.Join(dir, "kho.db")
	if _, stderr, status := run(t, "import", report, "--db", db, "--as", "thử"); status != done {
		t.Fatal(stderr)
	}
	for _, tt := range []struct {
		out, says string
		args      []string
	}{
		{"hoso.pdf", "hoso.xlsx --pdf", []string{"dossier", report}},
		{"hoso.PDF", ".xlsx --pdf", []string{"dossier", report}},
		{"hoso.docx", "-o ho-so.xlsx", []string{"dossier", report}},
		{"hoso.xls", "-o ho-so.xlsx", []string{"dossier", report, report}},
		{"hoso.pdf", ".xlsx", []string{"dossier", "16492", "--year", "2023", "--db", db}},
		{"ra.json", "một thư mục", []string{"import", "--wide", report}},
		{"phieu.xlsx", "một thư mục", []string{"council", "ballots", "2023-1", "--db", db}},
		{"bb.docx", "-o bien-ban.xlsx", []string{"council", "minutes", "2023-1", "--db", db}},
		{"tinh.pdf", "-o bao-cao-tinh.xlsx", []string{"report", "--year", "2023", "--db", db}},
		{"kho.zip", "-o quang-trung.ntm", []string{"bundle", "16492", "--db", db}},
		{"sao.xlsx", "-o sao-luu.db", []string{"backup", "--db", db}},
		{"sao.ntm", "-o sao-luu.db", []string{"backup", "--db", db}},
		{"mau.pdf", "-o bieu-mau.xlsx", []string{"template", "--year", "2023"}},
		{"rong.ods", ".xlsx hoặc .csv", []string{"template", "--wide", "--province", "Thanh Hóa", "--year", "2023"}},
		{"bang.docx", "-o doi-chieu.xlsx", []string{"criteria", "export", "nang-cao-2021-2025"}},
		{"bang.csv", "-o doi-chieu.xlsx", []string{"criteria", "read", "quyet-dinh.docx"}},
	} {
		path := filepath.Join(dir, "o8", tt.out)
		_, stderr, status := run(t, append(tt.args, "-o", path)...)
		if status != wrongUse || !strings.Contains(stderr, tt.says) || !strings.Contains(stderr, tt.out) {
			t.Errorf("%v -o %s: status %d, want %q:\n%s", tt.args, tt.out, status, tt.says, stderr)
		}
		if _, err := os.Stat(filepath.Dir(path)); err == nil {
			t.Fatalf("%v -o %s made something", tt.args, tt.out)
		}
	}
	there := filepath.Join(dir, "ho-so.2023.pdf")
	if err := os.Mkdir(there, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"ho-so", "dot.1", "TP. Thanh Hóa", "moi.d/", "ho-so.2023.pdf"} {
		path := dir + "/" + folder
		if _, stderr, status := run(t, "dossier", report, "-o", path); status != done {
			t.Errorf("-o %s: status %d, %s", folder, status, stderr)
		}
	}
	if _, stderr, status := run(t, "backup", "--db", db, "-o", filepath.Join(dir, "sao-luu")); status != done {
		t.Errorf("a backup without an extension: %s", stderr)
	}
}
