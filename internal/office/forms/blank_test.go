package forms

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/form"
	"ntm/internal/office/officetest"
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
	d := officetest.New(t)
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
	d := officetest.New(t)
	b := Blank{Lib: packs.Embedded(), Year: 2024, Level: criteria.NTM,
		PreviousFile: d.Report("cu.yaml", "income_per_capita=69")}
	plan, _, err := b.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	file := d.File("bieu-mau.xlsx")
	write := func(out io.Writer) error { return b.Write(out, plan, officetest.Now()) }
	if err := whole.Write(file, false, write); err != nil {
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

// What an earlier report says that the new form does not ask is told, and what the earlier
// year did not ask is not taken for a no.
func TestWhatIsNotCarriedOver(t *testing.T) {
	d := officetest.New(t)
	report := func(year int, traits string, figures ...string) string {
		return d.Write("cu.yaml", fmt.Sprintf("schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"16489\"}\n"+
			"year: %d\ndate: %d-12-20\n%sfigures: [%s]\n", year, year, traits, strings.Join(figures, ", ")))
	}
	income, house := "{id: income_per_capita, value: 60}", "{id: commune_cultural_house, met: true}"
	for _, tt := range []struct {
		name, traits string
		year         int
		figures      []string
		notes        []string
		column       string // whose thresholds stand beside the figures, "" for none
		unknown      criteria.Trait
	}{
		{"nothing lost", "traits: [area_ii]\n", 2026, []string{income}, nil, "Nhóm 3", ""},
		{"a trait of another set", "traits: [specially_difficult]\n", 2025, nil,
			[]string{"không chép 1 đặc điểm xã đã trả lời Có: xã đặc biệt khó khăn"}, "", criteria.NextToUrban},
		{"a figure of another set", "traits: []\n", 2025, []string{income, house},
			[]string{"không chép 1 số liệu mà biểu mẫu này không hỏi: Nhà văn hóa"}, "", criteria.NextToUrban},
		{"answers of the same set", "traits: []\n", 2026, nil, nil, "Nhóm 2", ""},
		{"not answered", "", 2026, nil, nil, "", criteria.AreaII},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := Blank{Lib: withThe2026Income(t), Year: 2026,
				PreviousFile: report(tt.year, tt.traits, tt.figures...)}
			plan, notes, err := b.Plan(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if len(notes) != len(tt.notes) {
				t.Errorf("notes %v", notes)
			}
			for i := range min(len(notes), len(tt.notes)) {
				if !strings.Contains(notes[i].Message, tt.notes[i]) {
					t.Errorf("note %q, want %q", notes[i].Message, tt.notes[i])
				}
			}
			if !strings.Contains(plan.Column, cmp.Or(tt.column, "chưa rõ nhóm")) {
				t.Errorf("the thresholds are of %q, want %q", plan.Column, tt.column)
			}
			if tt.unknown != "" && !slices.Contains(b.previous.UnknownTraits(), tt.unknown) {
				t.Errorf("%s was never asked, and is taken for a no", tt.unknown)
			}
			if err := b.Write(io.Discard, plan, time.Unix(0, 0)); err != nil {
				t.Error(err)
			}
		})
	}
}

// withThe2026Income is the law with one indicator of 2026 whose thresholds are invented.
func withThe2026Income(t *testing.T) *criteria.Library {
	t.Helper()
	folder := t.TempDir()
	text := `schema: ntm.overlay.v1
id: gia-dinh
name: Quy định giả định
layer: office
years: {from: 2026, to: 2030}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2026-01-05}
add:
  - level: ntm
    no: '3'
    name: Phát triển kinh tế nông thôn
    indicators:
      - no: '3.1'
        name: Thu nhập giả định
        rules:
          - {figure: income_per_capita, at_least: {nhom-1: 9, nhom-2: 7, nhom-3: 5}, status: recalled, source: giả định}
`
	if err := os.WriteFile(filepath.Join(folder, "a.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	lib, err := packs.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}
