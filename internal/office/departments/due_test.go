package departments

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/form/layout"
	"ntm/internal/office/forms"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// dated writes days into the page In nhanh of a form, by the names of the departments.
func dated(t *testing.T, path string, days map[string]any) {
	t.Helper()
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // saved before
	for who, day := range days {
		found, err := file.SearchSheet(layout.BriefSheet, who)
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v, %v", who, found, err)
		}
		_, row, err := excelize.CellNameToCoordinates(found[0])
		if err == nil {
			err = file.SetCellValue(layout.BriefSheet, fmt.Sprintf("C%d", row), day)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Save(); err != nil {
		t.Fatal(err)
	}
}

// By when departments answer goes with the form: into their parts, back, and into a form of the
// same year that is made from it; another year has other days.
func TestDaysGoWithTheForm(t *testing.T) {
	folder := t.TempDir()
	whole := written(t, folder, "xa.xlsx", planned(t), layout.NewAnswers())
	dated(t, whole, map[string]any{"Y tế": "15/11/2023", "Công an": "thứ sáu 17/11",
		"Tài chính": time.Date(2023, 11, 20, 0, 0, 0, 0, time.UTC)})
	want := map[string]string{"y-te": "15/11/2023", "cong-an": "thứ sáu 17/11", "tai-chinh": "20/11/2023"}
	opened := gathered(t, whole)
	if diff := cmp.Diff(want, opened.Plan.Due); diff != "" {
		t.Fatalf("of the form (-want +got):\n%s", diff)
	}
	var parts []string
	for _, p := range Split(opened.Plan) {
		parts = append(parts, written(t, folder, p.Department.ID+".xlsx", p, opened.Part(p)))
	}
	back := gathered(t, parts...)
	if diff := cmp.Diff(want, back.Plan.Due); diff != "" {
		t.Errorf("of the parts (-want +got):\n%s", diff)
	}
	again := gathered(t, written(t, folder, "gop.xlsx", back.Plan, back.Answers))
	if diff := cmp.Diff(want, again.Plan.Due); diff != "" {
		t.Errorf("of the gathered form (-want +got):\n%s", diff)
	}
	for _, o := range back.Owed {
		if o.Department == "Công an" && o.state() != "đã gửi, còn thiếu, hạn thứ sáu 17/11" {
			t.Errorf("the police: %s", o.state())
		}
	}
	for year, want := range map[int]map[string]string{2023: want, 2024: nil} {
		b := forms.Blank{Lib: packs.Embedded(), Year: year, PreviousFile: whole}
		plan, _, err := b.Plan(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, plan.Due); diff != "" {
			t.Errorf("of a form of %d made from it (-want +got):\n%s", year, diff)
		}
	}
}

// Two days for one department are asked, and neither stands.
func TestTwoDaysAreAsked(t *testing.T) {
	folder := t.TempDir()
	one := written(t, folder, "mot.xlsx", planned(t), layout.NewAnswers())
	two := written(t, folder, "hai.xlsx", planned(t), layout.NewAnswers())
	dated(t, one, map[string]any{"Y tế": "15/11/2023", "Công an": "17/11/2023"})
	dated(t, two, map[string]any{"Y tế": "25/11/2023", "Công an": "17/11/2023"})
	all := gathered(t, one, two)
	if diff := cmp.Diff(map[string]string{"cong-an": "17/11/2023"}, all.Plan.Due); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(all.Twice) != 1 || all.Twice[0].Name != "Hạn trả lời: Y tế" || len(all.Twice[0].Said) != 2 ||
		filepath.Base(all.Twice[0].Said[1].File) != "hai.xlsx" {
		t.Errorf("asked: %+v", all.Twice)
	}
}
