package packs

import (
	"strings"
	"testing"
	"testing/fstest"

	"ntm/criteria"
	"ntm/internal/problem"
)

// dividing is an invented division of the work.
const dividing = `schema: ntm.departments.v1
confirms:
  - figure: health_insurance_rate
    department: Công an
  - figure: thu nhập bình quân đầu người
    department: mat-tran
  - figure: construction_arrears
    department: y tế
  - sheet: hài lòng
    department: Tư pháp
`

func divided(text ...string) (*criteria.Library, error) {
	folder := fstest.MapFS{}
	for i, t := range text {
		folder[string(rune('a'+i))+".yaml"] = &fstest.MapFile{Data: []byte(t)}
	}
	return Over(Embedded(), Folder{FS: folder, Shown: "co-quan"})
}

// Figures are named by id or name, sheets by name or by the figure that stands on them; what is
// not named is as the program has it, and what is loaded over it has it too.
func TestAnOfficeDividesTheWork(t *testing.T) {
	lib, err := divided(dividing)
	if err != nil {
		t.Fatal(err)
	}
	over, err := Over(lib)
	if err != nil {
		t.Fatal(err)
	}
	for _, lib := range []*criteria.Library{lib, over} {
		for id, want := range map[string]string{
			"health_insurance_rate": "cong-an", "income_per_capita": "mat-tran", "construction_arrears": "y-te",
			"satisfaction_rate": "tu-phap", "satisfaction_coverage_rate": "tu-phap", "school_count": "giao-duc",
			"smart_villages": "van-hoa",
		} {
			if got := lib.Division.Of(lib.Figures[id].ID, lib.Figures[id].ConfirmedBy).ID; got != want {
				t.Errorf("%s is brought by %s, want %s", id, got, want)
			}
		}
		for sheet, want := range map[string]string{"Nợ đọng": "y-te", "Hài lòng": "tu-phap", "Nguồn lực": "tai-chinh"} {
			if got := lib.Division.OfSheet(sheet).ID; got != want {
				t.Errorf("%s is filled in by %s, want %s", sheet, got, want)
			}
		}
	}
	if Embedded().Division != nil {
		t.Error("the program's own division is another now")
	}
}

// Each slip is an error with its file and line.
func TestSlipsInADivision(t *testing.T) {
	for name, tt := range map[string]struct {
		from, to string
		line     int
		want     string
	}{
		"an unknown key": {"    department: Công an", "    department: Công an\n    by: x", 5,
			`khóa không có trong mẫu "by"`},
		"no department":         {"    department: Công an\n", "", 3, `thiếu "department"`},
		"an unknown department": {"Công an", "Ban Tiếp dân", 3, `không có bộ phận "Ban Tiếp dân"`},
		"an unknown figure":     {"health_insurance_rate", "bao_hiem", 3, `không có số liệu "bao_hiem"`},
		"an unknown sheet":      {"hài lòng", "Sổ tay", 9, `biểu mẫu không có tờ "Sổ tay"`},
		"neither":               {"  - figure: health_insurance_rate\n    ", "  - ", 3, "figure (số liệu) hoặc sheet"},
		"both": {"  - sheet: hài lòng", "  - {sheet: Nợ đọng, figure: x}\n  - sheet: hài lòng", 9,
			"department"},
		"twice by name": {"health_insurance_rate", "income_per_capita", 5, `"income_per_capita" đã giao`},
		"a sheet by its figure": {"hài lòng", "Nợ đọng", 9, `"Nợ đọng" đã giao cho một bộ phận ở co-quan/a.yaml,` +
			` dòng 7`},
		"nothing": {dividing, "schema: ntm.departments.v1\n", 1, `thiếu "confirms"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := divided(strings.Replace(dividing, tt.from, tt.to, 1))
			if err == nil {
				t.Fatal("loaded without complaint")
			}
			p := problem.Of(err)[0]
			if p.Line != tt.line || p.File != "co-quan/a.yaml" || !strings.Contains(p.Message, tt.want) {
				t.Errorf("%s, line %d: %s", p.File, p.Line, p.Message)
			}
		})
	}
	if _, err := divided(dividing, dividing); err == nil {
		t.Error("two files may say the same")
	}
}
