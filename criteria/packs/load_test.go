package packs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/problem"
)

func TestEmbeddedPacks(t *testing.T) {
	lib := Embedded()
	counts := map[criteria.Level][2]int{criteria.NTM: {19, 57}, criteria.NangCao: {19, 75}, criteria.KieuMau: {3, 3}}
	for level, want := range counts {
		std, ok := lib.Standard(level, 2023)
		if !ok {
			t.Fatalf("no standard for %s", level)
		}
		indicators := 0
		for _, c := range std.Criteria {
			indicators += len(c.Indicators)
		}
		if len(std.Criteria) != want[0] || indicators != want[1] {
			t.Errorf("%s has %d criteria and %d indicators, want %v", std.ID, len(std.Criteria), indicators, want)
		}
	}
	if _, ok := lib.Procedure(2023); !ok {
		t.Error("no procedure for 2023")
	}
}

// Every figure of the dictionary is judged somewhere, or left out of one that is.
func TestNoFigureIsIdle(t *testing.T) {
	lib := Embedded()
	used := map[string]bool{}
	for _, on := range []criteria.Date{criteria.Day(2020, 12, 31), criteria.Day(2023, 12, 31),
		criteria.Day(2024, 12, 31)} {
		for _, q := range everyRegionAndProvince(lib) {
			q.Year, q.On = on.Year(), on
			set, err := lib.Resolve(q)
			if err != nil {
				t.Fatal(err)
			}
			for i := range set.Levels {
				for j := range set.Levels[i].Criteria {
					for k := range set.Levels[i].Criteria[j].Indicators {
						set.Levels[i].Criteria[j].Indicators[k].Requirement.Leaves(
							func(r *criteria.Requirement) { used[r.Figure.ID] = true })
					}
				}
				for j := range set.Levels[i].Conditions {
					used[set.Levels[i].Conditions[j].Requirement.Figure.ID] = true
				}
			}
		}
	}
	for _, f := range lib.FigureList {
		if !used[f.ID] && !used[f.LeavesOutOf] && f.Told == "" {
			t.Errorf("%s: no indicator judges %s", f.Pos.File, f.ID)
		}
	}
}

// everyRegionAndProvince asks in every region, and in every province that a pack is for.
func everyRegionAndProvince(lib *criteria.Library) []criteria.Query {
	var out []criteria.Query
	for _, column := range criteria.Regions {
		out = append(out, criteria.Query{Region: column})
	}
	for _, o := range lib.Overlays {
		out = append(out, criteria.Query{Region: criteria.SouthCentral, Province: o.Province})
	}
	return out
}

// loadOffice loads the embedded packs with one office pack over them.
func loadOffice(t *testing.T, packs ...string) (*criteria.Library, error) {
	t.Helper()
	dir := t.TempDir()
	for i, text := range packs {
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return Load(dir)
}

// Each slip of the pen is an error with its file, line and a sentence.
func TestSlipsInAnOverlay(t *testing.T) {
	tests := []struct {
		name, from, to string
		line           int
		want           string
	}{
		{"unknown key", "at_least: 100", "at_lest: 100", 9, `khóa không có trong mẫu "at_lest"`},
		{"duplicate key", "source: thử", "source: thử\n    source: thử", 12, `khóa "source" viết hai lần`},
		{"misspelt region", "at_least: 100", "at_least: {btbb: 100}", 9, `không có vùng hoặc nhóm "btbb"`},
		{"unknown layer", "layer: office", "layer: xã", 4, `đọc thấy cấp "xã"`},
		{"a year missing in a series", "at_least: 100", "at_least: {2021: 1, 2022: 1, 2023: 1, 2025: 1}", 9,
			"dãy ngưỡng thiếu năm 2024"},
		{"years beside columns", "at_least: 100", "at_least: {2021: 1, btb: 1}", 9, `khóa "btb" đứng lẫn với các năm`},
		{"no basis", "    source: thử\n", "", 8, "ngưỡng chưa có căn cứ"},
		{"no decision", "decision: {number: 00/QĐ-THỬ}\n", "", 1, `thiếu "decision"`},
		{"confirmed by nobody", "    checked_by: người thử\n", "", 8, "phải ghi ai xác nhận"},
		{"unknown indicator", "ntm/2.1", "ntm/99", 8, `không có chỉ tiêu "ntm/99"`},
		{"an indicator of another period only", "ntm/2.1", "ntm/14.3", 8,
			`không có chỉ tiêu "ntm/14.3" trong các năm 2021-2025`},
		{"unknown figure", "at_least: 100", "figure: thu_nhap\n    at_least: 100", 8, `không có số liệu "thu_nhap"`},
		{"two ways to judge", "at_least: 100", "at_least: 100\n    declared: true", 8, "có 2 cách xét"},
		{"no way to judge", "    at_least: 100\n", "", 8, "có 0 cách xét"},
		{"a number for what is met or not", "at_least: 100", "figure: clean_landscape\n    at_least: 100", 8,
			"không hợp với cách xét này"},
		{"a status of its own making", "status: confirmed", "status: sure", 10, `đọc thấy tình trạng "sure"`},
		{"a date that is none", "2023-01-01", "1/1/2023", 13, `đọc thấy ngày "1/1/2023"`},
		{"unknown schema", "ntm.overlay.v1", "ntm.overlay.v9", 1, "không rõ loại tệp"},
	}
	if _, err := loadOffice(t, goodOverlay); err != nil {
		t.Fatalf("the pack without a slip: %v", err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := loadOffice(t, strings.Replace(goodOverlay, tt.from, tt.to, 1))
			if err == nil {
				t.Fatal("loaded without complaint")
			}
			p := problem.Of(err)[0]
			if filepath.Base(p.File) != "a.yaml" || p.Line != tt.line || !strings.Contains(p.Message, tt.want) {
				t.Errorf("got %s, line %d: %s\nwant line %d: %s", p.File, p.Line, p.Message, tt.line, tt.want)
			}
		})
	}
}

func TestTwoOverlaysOnOneDay(t *testing.T) {
	second := strings.Replace(goodOverlay, "id: thu", "id: thu-hai", 1)
	_, err := loadOffice(t, goodOverlay, second)
	if err == nil || !strings.Contains(err.Error(), "thu-hai và thu") {
		t.Errorf("got %v, want an error that names both", err)
	}
	apart := strings.Replace(second, "at_least: 100", "from: 2024-01-01\n    at_least: 100", 1)
	first := strings.Replace(goodOverlay, "at_least: 100", "until: 2023-12-31\n    at_least: 100", 1)
	if _, err := loadOffice(t, first, apart); err != nil {
		t.Errorf("one after the other: %v", err)
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	_, err := loadOffice(t, strings.Replace(goodOverlay, "at_least", "at_lest", 1),
		strings.Replace(goodOverlay, "office", "xã", 1))
	if got := len(problem.Of(err)); got < 2 {
		t.Errorf("%d problems of two broken packs: %v", got, err)
	}
}

func TestLoadOfNoFolder(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), "none"))
	if err == nil || problem.Of(err)[0].Hint == "" {
		t.Errorf("got %v, want an error with a hint", err)
	}
}
