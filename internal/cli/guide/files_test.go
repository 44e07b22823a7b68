package guide

import (
	"os"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/dossier"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Only what can be assessed is proposed, the newest first.
func TestReportsOfTheFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	writeText(t, "bao cao.yaml", reportOf2023)
	writeText(t, "khac.yaml", "schema: ntm.overlay.v1\n")
	writeText(t, "hong.xlsx", "x")
	writeText(t, "ghi-chu.txt", "ntm.report.v1")
	writeText(t, "moi.JSON", `{"schema": "ntm.report.v1"}`)
	if err := os.Mkdir("thu-muc.yaml", 0o700); err != nil {
		t.Fatal(err)
	}
	a, err := stub{}.Assess("bao cao.yaml")
	if err != nil {
		t.Fatal(err)
	}
	made(t, "ho-so.xlsx", func(f *os.File) error { return dossier.Write(f, a, dossier.Options{}) })
	then := time.Now().Add(time.Hour)
	if err := os.Chtimes("moi.JSON", then, then); err != nil {
		t.Fatal(err)
	}
	want := []reportFile{{name: "moi.JSON"}, {name: "bao cao.yaml"}}
	if diff := cmp.Diff(want, reports(), cmp.AllowUnexported(reportFile{}), cmpopts.IgnoreFields(reportFile{},
		"changed")); diff != "" {
		t.Error(diff)
	}
}

// A form is told from other workbooks.
func TestFormOfTheFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	lib, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	plan, err := layout.NewPlan(lib, 2023, criteria.NangCao, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	made(t, "bieu-mau.xlsx", func(f *os.File) error { return blank.Write(f, plan, nil, time.Unix(0, 0)) })
	if !isReport("bieu-mau.xlsx") {
		t.Error("it is not")
	}
}

func made(t *testing.T, path string, write func(*os.File) error) {
	t.Helper()
	f, err := os.Create(path)
	if err == nil {
		err = write(f)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
