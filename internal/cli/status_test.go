package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// The exit statuses are a contract with other programs.
func TestExitStatus(t *testing.T) {
	const report, invented, office = "../../testdata/quang-trung-2023.yaml", "../../testdata/xa-gia-dinh-2023.yaml",
		"../../testdata/criteria-gia-dinh"
	wrong := filepath.Join(t.TempDir(), "sai.yaml")
	if err := os.WriteFile(wrong, []byte("schema: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		want int
		args []string
	}{
		{0, []string{"assess", report}},
		{0, []string{"assess", invented, "--criteria", office, "--require", "kieu-mau"}},
		{0, []string{"assess", invented, "--criteria", office, "--level", "ntm", "--require", "kieu-mau"}},
		{0, []string{"version"}},
		{0, nil},
		{1, []string{"assess", wrong}},
		{1, []string{"assess", "không-có.yaml"}},
		{1, []string{"assess", report, "--criteria", "không-có"}},
		{1, []string{"assess", report, "--dossier", "không-có/a.xlsx"}},
		{2, []string{"assess"}},
		{2, []string{"assess", report, "--require", "x"}},
		{2, []string{"explain", report, "ntm/99"}},
		{2, []string{"none"}},
		{2, []string{"whatif", report, "income_per_head=1"}},
		{1, []string{"check", report, wrong}},
		{2, []string{"criteria", "show", "x"}},
		{3, []string{"assess", report, "--require", "ntm"}},
		{3, []string{"assess", invented, "--require", "ntm"}},
		{3, []string{"assess", report, "--json", "--level", "kieu-mau", "--require", "ntm"}},
	} {
		_, stderr, got := run(t, tt.args...)
		if got != tt.want || (got == 0 || got == 3) != (stderr == "") {
			t.Errorf("%v: status %d, want %d; stderr %q", tt.args, got, tt.want, stderr)
		}
	}
}
