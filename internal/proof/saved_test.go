package proof_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/form"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/xuri/excelize/v2"
)

// A dossier of the worked case at each level, and of every report that the files of
// testdata hold, into which opinions were written wherever there is a place for one, is the
// same dossier when LibreOffice has saved it, and all its opinions are read.
func TestEveryCaseSavedAnew(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	all := map[string]*assess.Assessment{}
	for name, a := range map[string]*assess.Assessment{"quang-trung": dossiertest.QuangTrung(t),
		"gia-dinh": dossiertest.GiaDinh(t), "gia-dinh, spoiled": dossiertest.GiaDinh(t, dossiertest.Spoiled)} {
		all[name] = a
		for _, l := range a.Levels {
			all[name+", "+string(l.Level)] = a.Only([]criteria.Level{l.Level})
		}
	}
	if testenv.Whole() {
		maps.Copy(all, reportsOf(t, "../../testdata/forms/*.*", "../../testdata/faults/*.*"))
	}
	dir := t.TempDir()
	for n, name := range slices.Sorted(maps.Keys(testenv.Sample(t, all, "gia-dinh, spoiled, nang-cao"))) {
		path := filepath.Join(dir, fmt.Sprintf("%d.xlsx", n))
		opinions := filledIn(t, all[name], path)
		saved := readers.Save(t, readers.XLSX, filepath.Join(dir, "saved"), path)[0]
		check := dossiertest.Verified(t, xlsxtest.Must(os.ReadFile(saved)))
		if !check.Same() || check.Older || len(check.Unclear) > 0 {
			t.Errorf("%s: %d differences, %d unclear: %+v", name, len(check.Differences), len(check.Unclear),
				check.Differences[:min(5, len(check.Differences))])
		}
		got := map[string]string{}
		for _, o := range check.Opinions {
			got[o.Sheet+"!"+o.Cell] = o.Words
		}
		if !maps.Equal(opinions, got) || len(got) == 0 {
			t.Errorf("%s: %d opinions are written, %d read", name, len(opinions), len(got))
		}
	}
}

// filledIn writes a dossier with an opinion in each cell for one, and tells which.
func filledIn(t *testing.T, a *assess.Assessment, path string) map[string]string {
	t.Helper()
	sheets := xlsxtest.Must(dossier.Lay(a, dossier.Options{At: dossiertest.Signed}))
	f := xlsxtest.Must(excelize.OpenReader(bytes.NewReader(dossiertest.Written(t, a))))
	defer f.Close() //nolint:errcheck // lives in memory
	out := map[string]string{}
	for _, s := range sheets {
		for i, r := range s.Rows {
			for column, cell := range r.Cells {
				pen, asked := cell.Pen.(dossier.Pen)
				if !asked {
					continue
				}
				at, words := draw.Ref(column+1, i+1), fmt.Sprintf("Đạt, ý kiến %d", len(out))
				switch {
				case pen.By:
					words = "Sở giả định"
				case pen.On:
					words = "15/01/2024"
				default:
					out[s.Name+"!"+at] = words
				}
				if err := f.SetCellValue(s.Name, at, words); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return out
}

// reportsOf are the reports that can be read of files, judged by the nation's sets at the
// level that each is for.
func reportsOf(t *testing.T, globs ...string) map[string]*assess.Assessment {
	t.Helper()
	out := map[string]*assess.Assessment{}
	for _, glob := range globs {
		for _, path := range xlsxtest.Must(filepath.Glob(glob)) {
			source, err := form.Open(t.Context(), path, packs.Embedded(), 0)
			if err != nil {
				continue // no report, or one that is refused
			}
			for row := range source.Rows {
				one, err := source.Read(row)
				if err != nil {
					continue
				}
				in, err := assess.Prepare(packs.Embedded(), one.Report, "0.0.0-thu")
				if err != nil {
					t.Fatal(path, err)
				}
				a := assess.Assess(in)
				if one.Report.Level != "" {
					a = a.Only([]criteria.Level{one.Report.Level})
				}
				if out[fmt.Sprintf("%s, %d", filepath.Base(path), row.Number)] = a; row.Number > 4 {
					break // a province's sheet: its rows are alike
				}
			}
			_ = source.Close() // opened for reading: nothing is lost
		}
	}
	t.Logf("%d reports", len(out))
	if len(out) < 40 {
		t.Errorf("%d reports", len(out))
	}
	return out
}
