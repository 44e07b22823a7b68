package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ntm/internal/xlsx/xlsxtest"
)

// obeyed is what a terminal would obey rather than show.
var obeyed = regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

// The names of files and the words in cells reach the terminal as words, whichever
// command tells of them, of what it did or of what is wrong.
func TestNamesAndWords(t *testing.T) {
	const nasty = "a\x1b[31m\x1b]0;b\x07\u009b2J\u202egnp\r"
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	report := string(xlsxtest.Must(os.ReadFile("../../testdata/quang-trung-2023.yaml")))
	write := func(path, text string) string {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Skipf("this system has no such names: %v", err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Skipf("this system has no such names: %v", err)
		}
		return path
	}
	good := write(at(nasty+"/"+nasty+".yaml"), report)
	wrong := write(at("sai/"+nasty+".yaml"), "year: "+fmt.Sprintf("%q", nasty))
	words := write(at("chu.yaml"), strings.Replace(report, `"Báo Nhân Dân`, fmt.Sprintf("%q#", nasty), 1)+
		fmt.Sprintf("\nnote: %q\n", nasty))
	none := at("không có " + nasty + ".xlsx")
	sheet := write(at(nasty+".csv"), "Mã xã;Năm;"+nasty+"\n16492;2023;"+nasty+"\n")
	out, db := at(nasty+".xlsx"), at("kho.db")
	for _, line := range [][]string{
		{"check", good}, {"check", wrong}, {"check", good, wrong}, {"check", good, wrong, "--json"}, {"check", sheet},
		{"assess", good, "--dossier", out}, {"verify", out}, {"verify", out, "-o", out}, {"opinions", out},
		{"assess", good, wrong}, {"assess", words}, {"explain", good, nasty}, {"explain", words, "ntm/10"},
		{"gap", wrong}, {"whatif", good, nasty + "=1"}, {"dossier", good, "-o", at("ra" + nasty)},
		{"dossier", wrong, "-o", at("ra")}, {"template", "--commune", nasty}, {"template", "--previous", none},
		{"verify", none}, {"opinions", none}, {"import", good, "--db", db, "--as", "người thử"},
		{"import", wrong, none, "--db", db, "--as", "người thử"}, {"list", "--db", db, "--province", nasty},
		{"show", nasty, "--db", db}, {"list", "--db", at(nasty + ".db")}, {nasty}, {"check", "--" + nasty},
		{"criteria", "import", none, "--office", nasty}, {"criteria", "read", none, "-o", out},
		{"criteria", "list", "--criteria", at(nasty)}, {"council", "open", "--members", none},
	} {
		stdout, stderr, _ := run(t, line...)
		for name, text := range map[string]string{"stdout": stdout, "stderr": stderr} {
			if found := obeyed.FindString(text); found != "" {
				i := strings.Index(text, found)
				t.Errorf("%q: %s has %q in %.80q", line[0], name, found, text[max(0, i-30):])
			}
		}
		if stdout == "" && stderr == "" {
			t.Errorf("%q says nothing", line)
		}
	}
}

// Only what was not written is told as not written.
func TestReadingIsNotWriting(t *testing.T) {
	if os.Getuid() == 0 {
		t.Log("the superuser may read everything: only the words are tried, in internal/problem")
		return
	}
	folder := filepath.Join(t.TempDir(), "kín")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(folder, "bao-cao.yaml")
	text := `{schema: ntm.report.v1, commune: {code: "16492"}, year: 2023, evidence: [{id: a, title: Giấy, file: ` +
		`a.pdf}]}`
	if err := errors.Join(os.WriteFile(report, []byte(text), 0o600), os.Chmod(folder, 0o100)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, fs.ModePerm) //nolint:errcheck // or the folder of the test is not taken away
	for _, line := range [][]string{{"assess", report, "--dossier", filepath.Join(t.TempDir(), "a.xlsx")},
		{"dossier", report, "-o", filepath.Join(t.TempDir(), "a.xlsx")}} {
		_, stderr, status := run(t, line...)
		if status != failed || !strings.Contains(stderr, "không có quyền đọc") ||
			strings.Contains(stderr, "không ghi được") {
			t.Errorf("%s: %d, %s", line[0], status, stderr)
		}
		holdsNoEnglish(t, line[0], stderr)
	}
}
