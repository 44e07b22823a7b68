package office

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/form"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/whole"
)

// The level that was named must be one of the year's; without one it is the highest.
func TestUpTo(t *testing.T) {
	lib := packs.Embedded()
	for _, c := range []struct {
		named, want criteria.Level
		year        int
		refused     bool
	}{
		{"", criteria.KieuMau, 2023, false},
		{criteria.NTM, criteria.NTM, 2023, false},
		{"", criteria.NTM, 2026, false},
		{criteria.KieuMau, "", 2026, true},
		{"", criteria.NTM, 2009, true},
	} {
		got, err := UpTo(lib, c.named, c.year, "Thanh Hóa")
		if got != c.want || (err != nil) != c.refused {
			t.Errorf("%q in %d: %q, %v", c.named, c.year, got, err)
		}
	}
}

// Whose form it is: of the commune that is named, by the list of the day, else of the
// earlier report's, in the list of the year; else of none.
func TestWhoseForm(t *testing.T) {
	d := newDesk(t)
	old := d.Report("cu.yaml", "income_per_capita=69")
	town := "Thị trấn Tân Phong, Quảng Xương, Thanh Hóa"
	for _, c := range []struct {
		why   string
		blank Blank
		of    string // its code, "" for none in particular
		notes int
		wrong string
	}{
		{"of none", Blank{Year: 2023}, "", 0, ""},
		{"a code", Blank{Commune: "16492", Year: 2023}, "16492", 0, ""},
		{"a name", Blank{Commune: "Quảng Trung, Quảng Xương, Thanh Hóa", Year: 2023}, "16492", 0, ""},
		{"the earlier report's", Blank{Year: 2024, PreviousFile: old}, "16492", 0, ""},
		{"another than the earlier report's", Blank{Commune: "16495", Year: 2024, PreviousFile: old}, "16495", 1, ""},
		{"the same as the earlier report's", Blank{Commune: "16492", Year: 2024, PreviousFile: old}, "16492", 0, ""},
		{"a later report", Blank{Year: 2022, PreviousFile: old}, "", 0, "sau năm của biểu mẫu"},
		{"a report that is not there", Blank{Year: 2024, PreviousFile: d.File("khong.yaml")}, "", 0, "khong.yaml"},
		{"a commune that the reform ended", Blank{Year: 2026, PreviousFile: old}, "", 0, "không thấy xã Quảng Trung"},
		{"no such commune", Blank{Commune: "99999", Year: 2023}, "", 0, "99999"},
		{"a town", Blank{Commune: town, Year: 2023}, "", 0, "không"},
		{"2025, a name of before", Blank{Commune: "Quảng Trung, Quảng Xương, Thanh Hóa", Year: 2025}, "", 0,
			"chỉ có trước ngày 01/07/2025"},
		{"2025, a day of before", Blank{Commune: "16492", Year: 2025, Date: criteria.Day(2025, time.June, 30)},
			"16492", 0, ""},
		{"a level that the year has not", Blank{Commune: "16492", Year: 2023, Level: criteria.HienDai}, "", 0,
			"không có bộ tiêu chí mức"},
	} {
		c.blank.Lib = packs.Embedded()
		plan, note, err := c.blank.Plan(t.Context())
		if (err != nil) != (c.wrong != "") || err != nil && !strings.Contains(err.Error(), c.wrong) ||
			len(note) != c.notes {
			t.Errorf("%s: %v, notes %v", c.why, err, note)
		}
		if err != nil {
			continue
		}
		if plan.Place != nil && plan.Place.Code != c.of || (plan.Place == nil) != (c.of == "") {
			t.Errorf("%s: of %v", c.why, plan.Place)
		}
	}
}

// A form that was written is read back as what is carried over of the earlier report.
func TestBlankIsWritten(t *testing.T) {
	d := newDesk(t)
	b := Blank{Lib: packs.Embedded(), Year: 2024, Level: criteria.NTM,
		PreviousFile: d.Report("cu.yaml", "income_per_capita=69")}
	plan, _, err := b.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	file := d.File("bieu-mau.xlsx")
	if err := whole.Write(file, false, func(out io.Writer) error { return b.Write(out, plan, testNow()) }); err != nil {
		t.Fatal(err)
	}
	read, err := form.Read(t.Context(), file, b.Lib)
	if err != nil || read.Report.Year != 2024 || read.Up != criteria.NTM || len(read.Report.Figures) != 1 {
		t.Errorf("%+v, %v", read, err)
	}
}

// The xã of a province in the order of their codes; an unknown province is told with the
// one that may be meant.
func TestCommunesOf(t *testing.T) {
	all, err := CommunesOf("thanh hoa", 2023)
	if err != nil || len(all) < 400 || !slices.IsSortedFunc(all, func(a, b places.Unit) int {
		return strings.Compare(a.Code, b.Code)
	}) {
		t.Errorf("%d communes, %v", len(all), err)
	}
	for text, hint := range map[string]string{"Thanh Hoas": `"Thanh Hóa"`, "": "các tỉnh", "xyzxyz": "các tỉnh"} {
		if _, err := CommunesOf(text, 2023); err == nil || !strings.Contains(problem.Of(err)[0].Hint, hint) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
