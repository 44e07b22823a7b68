package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/form"
)

// needs skips a test that another program is missing for; in CI it fails.
func needs(t *testing.T, name string, args ...string) {
	t.Helper()
	if err := exec.Command(name, args...).Run(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s %v: %v", name, args, err)
		}
		t.Skipf("left out: %s %v: %v", name, args, err)
	}
}

// A blank form that another program fills in is assessed to the very document
// that the same report in YAML is; and again after LibreOffice has saved it.
func TestAFilledFormIsItsReport(t *testing.T) {
	t.Parallel()
	const python = "/usr/bin/python3"
	needs(t, python, "-c", "import openpyxl")
	needs(t, "soffice", "--version")
	ok := func(args ...string) string {
		t.Helper()
		stdout, stderr, status := run(t, args...)
		if status != done || stderr != "" {
			t.Fatalf("%v: status %d, %s", args, status, stderr)
		}
		return stdout
	}
	for _, tt := range []struct{ name, commune string }{{"xa-gia-dinh-2023", ""}, {"quang-trung-2023", "16492"}} {
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

			read, err := form.Read(yaml, lawpacks.Embedded())
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
			if out, err := exec.Command(python, "testdata/fill.py", json, blank).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if diff := cmp.Diff(want, assessed(blank)); diff != "" {
				t.Errorf("the form: %s", diff)
			}
			saved := filepath.Join(dir, "saved")
			office := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", saved, blank)
			office.Env = append(os.Environ(), "HOME="+dir)
			if out, err := office.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if diff := cmp.Diff(want, assessed(filepath.Join(saved, "biểu mẫu.xlsx"))); diff != "" {
				t.Errorf("the form that LibreOffice saved: %s", diff)
			}
		})
	}
}
