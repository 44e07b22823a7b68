package lawdesk

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/internal/problem"

	"github.com/xuri/excelize/v2"
)

// What the loader refuses of a workbook is told of the sheet and the cell, and of no YAML.
func TestTheCellIsNamed(t *testing.T) {
	m := importing(t, filepath.Join(t.TempDir(), "quy-dinh"))
	for name, tt := range map[string]struct {
		key, value, want string
	}{
		"laxer than the nation": {"ntm/10# 2023-2023 .. btb", "30", "dễ hơn mức"},
		"laxer in another year": {"ntm/10# 2024-2024 .. dbsh", "12", "dễ hơn mức"},
		"a rate that is laxer":  {"ntm/3.1# 2021-2025 .. btb", "5", "dễ hơn mức"},
		"poverty that is laxer": {"ntm/11# 2021-2025 .. btb", "90", "dễ hơn mức"},
	} {
		w, err := excelize.OpenFile(m.File)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := w.GetRows("Đối chiếu")
		if err != nil {
			t.Fatal(err)
		}
		cell := ""
		for i, row := range rows {
			for id, text := range map[string]string{"ntm:head.by": "Người Giả Định", "ntm:head.on": "15/3/2026",
				"ntm:head.decision": "318/QĐ-TTg"} {
				if column := slices.Index(row, id); column >= 0 {
					at, _ := excelize.CoordinatesToCellName(column+1, i+3)
					if err := w.SetCellValue("Đối chiếu", at, text); err != nil {
						t.Fatal(err)
					}
				}
			}
			if slices.Contains(row, tt.key) {
				for _, ids := range rows {
					if column := slices.Index(ids, "ntm:value"); column >= 0 {
						cell, _ = excelize.CoordinatesToCellName(column+1, i+1)
					}
				}
			}
		}
		if cell == "" {
			t.Fatalf("%s: no row %s", name, tt.key)
		}
		if err := w.SetCellValue("Đối chiếu", cell, tt.value); err != nil {
			t.Fatal(err)
		}
		filled := *m
		filled.File = filepath.Join(t.TempDir(), "da-dien.xlsx")
		if err := w.SaveAs(filled.File); err != nil {
			t.Fatal(err)
		}
		_, err = filled.Take(t.Context(), true)
		if list := problem.Of(err); len(list) != 1 || list[0].File != filled.File || list[0].Sheet != "Đối chiếu" ||
			list[0].Cell != cell || list[0].Line != 0 || !strings.Contains(list[0].Message, tt.want) ||
			strings.Contains(list[0].Hint, "laxer_by") {
			t.Errorf("%s at %s: %+v", name, cell, list)
		}
	}
}
