package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	lawpacks "ntm/criteria/packs"
	"ntm/internal/form"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"

	"github.com/google/go-cmp/cmp"
)

// A blank form that another program fills in is assessed to the very document
// that the same report in YAML is; and again after LibreOffice has saved it.
func TestAFilledFormIsItsReport(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	python := readers.Python(t, "openpyxl")
	readers.NeedLibreOffice(t)
	ok := func(args ...string) string {
		t.Helper()
		stdout, stderr, status := run(t, args...)
		if status != done || stderr != "" {
			t.Fatalf("%v: status %d, %s", args, status, stderr)
		}
		return stdout
	}
	communes := []struct{ name, commune string }{{"quang-trung-2023", "16492"}, {"xa-gia-dinh-2023", ""}}
	for _, tt := range communes {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			yaml := filepath.Join("../../testdata", tt.name+".yaml")
			assessed := func(file string) string {
				return ok("assess", file, "--json", "--criteria", "../../testdata/criteria-gia-dinh")
			}
			want := assessed(yaml)
			if strings.Count(want, `"no"`) < 100 {
				t.Fatal("the report is hardly assessed")
			}

			read, err := form.Read(t.Context(), yaml, lawpacks.Embedded())
			if err != nil {
				t.Fatal(err)
			}
			document, err := read.Report.JSON()
			if err != nil {
				t.Fatal(err)
			}
			json, blank := filepath.Join(dir, "r.json"), filepath.Join(dir, "biểu mẫu.xlsx")
			if err := os.WriteFile(json, document, 0o600); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, assessed(json)); diff != "" {
				t.Errorf("the report as JSON: %s", diff)
			}
			args := []string{"template", "--year", "2023", "-o", blank}
			if tt.commune != "" {
				args = append(args, "--commune", tt.commune)
			}
			ok(args...)
			readers.Run(t, nil, python, "testdata/fill.py", json, blank)
			if diff := cmp.Diff(want, assessed(blank)); diff != "" {
				t.Errorf("the form: %s", diff)
			}
			saved := readers.Save(t, readers.XLSX, filepath.Join(dir, "saved"), blank)[0]
			if diff := cmp.Diff(want, assessed(saved)); diff != "" {
				t.Errorf("the form that LibreOffice saved: %s", diff)
			}
		})
	}
}
