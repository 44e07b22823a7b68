package cli

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/term"
)

// Every command that reads a file ends with the person's patience, while it reads
// too, and says that it was stopped.
func TestEveryReader(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	form, law, book := at("bieu-mau.xlsx"), at("doi-chieu.xlsx"), at("ho-so.xlsx")
	const report, decision = "../../testdata/quang-trung-2023.yaml", "../../testdata/decisions/"
	for _, line := range [][]string{
		{"template", "--year", "2023", "--previous", report, "-o", form},
		{"dossier", report, "-o", book},
		{"criteria", "export", "ntm-2021-2025", "-o", law},
	} {
		if stdout, stderr, status := run(t, line...); status != done {
			t.Fatalf("%v: %d, %s%s", line, status, stdout, stderr)
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, line := range [][]string{
		{"check", form}, {"assess", form}, {"explain", form, "ntm/10"}, {"gap", form}, {"review", form},
		{"whatif", form, "income_per_capita=1"}, {"dossier", form, "-o", at("ra.xlsx")}, {"verify", book},
		{"opinions", book}, {"import", form, "-o", at("ra")}, {"template", "--previous", form, "-o", at("b.xlsx")},
		{"criteria", "import", law, "--office", "Văn phòng thử", "--criteria", at("luat")},
		{"criteria", "read", decision + "gia-dinh-mot-cot.csv", "-o", at("c.xlsx")},
		{"criteria", "read", decision + "gia-dinh-kieu-mau.docx", "-o", at("c.xlsx")},
		{"check", "../../testdata/forms/wide-semicolons.csv"},
	} {
		var stdout, stderr bytes.Buffer
		w := World{Terminal: term.Terminal{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr,
			Now: time.Now}, User: "người thử", Version: "v0-thử"}
		if status := Run(stopped, line, w); status != failed || !strings.Contains(stderr.String(),
			"đã dừng theo yêu cầu") {
			t.Errorf("%v: status %d: %.200s%.200s", line, status, stdout.String(), stderr.String())
		}
	}
}
