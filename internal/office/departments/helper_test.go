package departments

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/criteria/packs"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"

	"github.com/xuri/excelize/v2"
)

// planned is the plan of Quảng Trung's form up to kiểu mẫu.
func planned(t *testing.T) *layout.Plan { return formtest.PlanFor(t, 2023, criteria.KieuMau) }

// written writes a plan's form with answers in it.
func written(t *testing.T, folder, name string, plan *layout.Plan, a *layout.Answers) string {
	t.Helper()
	var out bytes.Buffer
	if err := blank.WriteFilled(&out, plan, nil, a, formtest.WrittenAt, nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// part writes a department's form with figures' cells in it: "figure column" and what
// stands there.
func part(t *testing.T, folder, id string, cells map[string]any, rows map[string][]map[string]any) string {
	t.Helper()
	plan := planned(t).Part(division.DepartmentByID(id))
	a := layout.NewAnswers()
	for at, value := range cells {
		key, column, _ := strings.Cut(at, " ")
		sheet := layout.FigureSheet
		for _, table := range layout.Tables {
			for _, q := range table.Questions {
				if q.Key == key {
					sheet = table.Sheet
				}
			}
		}
		a.Set(sheet, key, "ntm:"+column, value)
	}
	for table, all := range rows {
		a.Rows[table] = all
	}
	return written(t, folder, id+".xlsx", plan, a)
}

func gathered(t *testing.T, files ...string) *Gathered {
	t.Helper()
	g := Gathering{Lib: packs.Embedded(), Files: files}
	out, err := g.Gather(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// cellsOf are all cells of a form's sheets.
func cellsOf(t *testing.T, path string) map[string]string {
	t.Helper()
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // opened for reading
	out := map[string]string{}
	for _, sheet := range file.GetSheetList() {
		if sheet == SheetName {
			continue
		}
		rows, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for k, text := range row {
				if text != "" {
					out[fmt.Sprintf("%s!%d,%d", sheet, i+1, k+1)] = text
				}
			}
		}
	}
	return out
}
