package making

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/dossier"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
)

// Dossiers that are there and say the same are kept, others are not written over; of two
// reports of a commune the first counts.
func TestDossiers(t *testing.T) {
	d := officetest.New(t)
	a, b := d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70")
	out := filepath.Join(d.Folder, "ho-so")
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(force bool, files ...string) (m *Dossiers, wrong []error) {
		t.Helper()
		m = &Dossiers{Bulk: office.Bulk{Lib: packs.Embedded()}, Version: "v0-thử", Level: criteria.NTM, Out: out,
			At: officetest.Now(), Force: force}
		err := office.Each(t.Context(), &m.Bulk, files, func(i office.Item) Made {
			return m.Make(context.Background(),
				i)
		}, func(made Made) error {
			if m.Place(&made); made.Err != nil {
				wrong = append(wrong, made.Err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if written, err := m.Index(); err != nil || written != (len(m.Entries) > 0) {
			t.Error(written, err)
		}
		return m, wrong
	}
	if m, wrong := run(false, a, b); len(m.Entries) != 2 || m.Kept != 0 || len(wrong) > 0 ||
		m.Path(&m.Entries[0]) != filepath.Join(out, "ho-so-16492-quang-trung-2023.xlsx") {
		t.Errorf("%+v, %v", m.Entries, wrong)
	}
	if m, wrong := run(false, a, b); len(m.Entries) != 2 || m.Kept != 2 || len(wrong) > 0 {
		t.Errorf("kept %d, %v", m.Kept, wrong)
	}
	other := d.Report("c.yaml", "income_per_capita=68")
	if m, wrong := run(false, other, b); len(m.Entries) != 1 || len(wrong) != 1 {
		t.Errorf("written over: %+v, %v", m.Entries, wrong)
	}
	if m, wrong := run(true, other, a); len(m.Entries) != 1 || len(wrong) != 1 ||
		!strings.Contains(wrong[0].Error(), other) {
		t.Errorf("two of one commune: %+v, %v", m.Entries, wrong)
	}
	if made := filepath.Join(out, IndexName); !IsMade(made, nil) || IsMade(made, []string{made}) || IsMade(a, nil) {
		t.Error("what an earlier run left is not told from reports")
	}
}

// A dossier of one report is written where it is told, and over nothing unless that is
// meant; its PDF is named after it.
func TestWrite(t *testing.T) {
	d := officetest.New(t)
	a, _, err := office.JudgeFile(t.Context(), packs.Embedded(), d.Report("a.yaml", "income_per_capita=69"), "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	file := d.File("hồ sơ.xlsx")
	for _, step := range []struct {
		why    string
		force  bool
		writes bool
	}{{"a new one", false, true}, {"over another", false, false}, {"over another, meant", true, true}} {
		before, _ := os.ReadFile(file)
		err := Write(file, step.force, a, dossier.Options{At: officetest.Now()})
		if (err == nil) != step.writes {
			t.Errorf("%s: %v", step.why, err)
		}
		if after, err := os.ReadFile(file); err != nil || len(before) > 0 && !bytes.Equal(before, after) {
			t.Errorf("%s: other bytes of the same assessment, %v", step.why, err)
		}
	}
	for workbook, want := range map[string]string{"a.xlsx": "a.pdf", "ho.so.XLSX": "ho.so.pdf",
		"khong-duoi": "khong-duoi.pdf",
		file:         strings.TrimSuffix(file, "xlsx") + "pdf"} {
		if got := PDFOf(workbook); got != want {
			t.Errorf("%s becomes %s, want %s", workbook, got, want)
		}
	}
}
