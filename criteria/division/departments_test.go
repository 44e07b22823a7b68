package division

import "testing"

// figure is what a division asks of one.
type figure struct{ ID, ConfirmedBy string }

// Every figure has one department: by the sheet that it stands on, by what an office says, else
// by the branch that confirms it; what no branch of the program's confirms is for the last one.
func TestDivision(t *testing.T) {
	if len(Departments()) < 2 || CoordinatingDepartment() != Departments()[len(Departments())-1] {
		t.Fatal("departments are not as they are told")
	}
	health, last := DepartmentByID("y-te"), CoordinatingDepartment()
	if health == nil || DepartmentNamed("Y TẾ") != health || DepartmentNamed("y-te") != health ||
		DepartmentByID("Y tế") != nil || DepartmentNamed("Thủy lợi không có") != nil {
		t.Error("a department is not found by its id or its name alone")
	}
	branch := figure{ID: "giả định", ConfirmedBy: health.Branches[0]}
	nobody := figure{ID: "khác", ConfirmedBy: "không ai"}
	var owner *Department
	var sheet Sheet
	for _, d := range Departments() {
		for _, s := range d.Sheets {
			owner, sheet = d, s
		}
	}
	if len(Sheets()) == 0 || len(sheet.Figures) == 0 {
		t.Fatal("no sheet with figures of its own")
	}
	stands := figure{ID: sheet.Figures[0], ConfirmedBy: health.Branches[0]}
	own := &Division{Figures: map[string]*Department{branch.ID: last, stands.ID: last},
		Sheets: map[string]*Department{sheet.Name: health}}
	for _, c := range []struct {
		name     string
		division *Division
		of       figure
		want     *Department
	}{
		{"by its branch", nil, branch, health}, {"by nobody", nil, nobody, last}, {"by its sheet", nil, stands, owner},
		{"as an office says", own, branch, last}, {"an office says nothing", own, nobody, last},
		{"with its sheet, whatever is said of the figure", own, stands, health},
	} {
		if got := c.division.Of(c.of.ID, c.of.ConfirmedBy); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.ID, c.want.ID)
		}
	}
	if SheetOf(stands.ID) != sheet.Name || SheetOf(branch.ID) != "" {
		t.Error("figures stand on other sheets")
	}
}
