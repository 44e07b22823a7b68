package form

import (
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

// What stands in a cell comes back as it is read, whatever format the cell has.
func TestReturnedCells(t *testing.T) {
	percent, day, own := 10, 14, `#,##0,"nghìn"`
	for name, tt := range map[string]struct {
		column string
		value  any
		style  *excelize.Style
		want   any
		wrong  string
	}{
		"a number":             {"ntm:value", 95.5, nil, 95.5, ""},
		"a text":               {"ntm:value", " từ 97% trở lên ", nil, "từ 97% trở lên", ""},
		"shown as per cent":    {"ntm:value", 0.955, &excelize.Style{NumFmt: percent}, "95,5 %", ""},
		"a day in a note":      {"ntm:note", 45245.0, &excelize.Style{NumFmt: day}, "15/11/2023", ""},
		"a dash":               {"ntm:value", "-", nil, nil, ""},
		"scaled by its format": {"ntm:value", 95500.0, &excelize.Style{CustomNumFmt: &own}, nil, "nhưng đang giữ số"},
		"struck through": {"ntm:value", "95", &excelize.Style{Font: &excelize.Font{Strike: true}}, nil,
			"gạch ngang"},
		"a font of before Unicode": {"ntm:note", "nghÌo", &excelize.Style{Font: &excelize.Font{Family: ".VnTime"}}, nil,
			"bảng mã cũ"},
	} {
		t.Run(name, func(t *testing.T) {
			plan := formtest.PlanFor(t, 2023, criteria.NTM).Part(division.DepartmentByID("y-te"))
			data := formtest.Template(t, blank.Write, plan, nil)
			at := formtest.NewBlankForm(t, data).Keyed(layout.FigureSheet, "health_insurance_rate", tt.column)
			file := formtest.Opened(t, data)
			if err := file.SetCellValue(layout.FigureSheet, at, tt.value); err != nil {
				t.Fatal(err)
			}
			if tt.style != nil {
				style, err := file.NewStyle(tt.style)
				if err == nil {
					err = file.SetCellStyle(layout.FigureSheet, at, at, style)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			path := filepath.Join(t.TempDir(), "y-te.xlsx")
			if err := file.SaveAs(path); err != nil {
				t.Fatal(err)
			}
			r, err := Return(t.Context(), path, packs.Embedded(), func(string) bool { return false })
			if tt.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), tt.wrong) || !strings.Contains(err.Error(), "ô "+at) {
					t.Errorf("%v, want %s at %s", err, tt.wrong, at)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got any
			for _, rec := range r.Records {
				if rec.Key == "health_insurance_rate" {
					got = rec.Cells[tt.column].Value
				}
			}
			if got != tt.want || r.Department == nil || r.Department.ID != "y-te" || r.Year != 2023 {
				t.Errorf("read %v of %v, %d", got, r.Department, r.Year)
			}
		})
	}
}

func TestCiting(t *testing.T) {
	renamed := map[string]string{"1": "CA1", "yt2": "GDYT2"}
	for value, want := range map[any]any{
		"1": "CA1", 1.0: "CA1", "1; 3": "CA1; 3", "3, YT2 và 1": "3; GDYT2; CA1", "1-3": "CA1; 2; 3", "3; 4": "3; 4",
		"11": "11",
	} {
		if got, _ := Citing(value, renamed); got != want {
			t.Errorf("%v: %v, want %v", value, got, want)
		}
	}
}
