package form

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// inventedLawOf is the folder of the invented pack, as if it were a real province's, whose
// rows a wide sheet has.
func inventedLawOf(t *testing.T, province string) *criteria.Library {
	t.Helper()
	pack, err := os.ReadFile("../../testdata/criteria-gia-dinh/gia-dinh.yaml")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	pack = bytes.ReplaceAll(pack, []byte("\nprovince: Giả Định\n"), []byte("\nprovince: "+province+"\n"))
	if err := os.WriteFile(filepath.Join(folder, "gia-dinh.yaml"), pack, 0o600); err != nil {
		t.Fatal(err)
	}
	lib, err := packs.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// fullRow is what a province's clerk types for the invented commune, by column.
func fullRow(t *testing.T) map[string]any {
	t.Helper()
	report := formtest.Invented(t, "../../testdata")
	out := map[string]any{layout.WideTraits: "không", "construction_arrears": 0, "security_standard": "Đạt",
		"satisfaction_rate": "1275/1300", "satisfaction_coverage_rate": "1300/1850"}
	var fields []string
	for _, f := range report.OutstandingFields {
		fields = append(fields, f.Name)
	}
	out["smart_villages"], out["outstanding_fields"] = strings.Join(report.SmartVillage.Villages, "; "),
		strings.Join(fields, "; ")
	for i := range report.Figures {
		out[report.Figures[i].ID] = typedIn(&report.Figures[i])
	}
	return out
}

// filledWide is the blank wide sheet of a province with one row filled in.
func filledWide(t *testing.T, blank []byte, row map[string]any) string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(blank))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close() //nolint:errcheck // in memory
	rows, err := book.GetRows(layout.WideSheet)
	if err != nil {
		t.Fatal(err)
	}
	at, columns := 0, map[string]int{}
	for c, id := range rows[0] {
		columns[id] = c + 1
	}
	for n, cells := range rows {
		if len(cells) >= columns[layout.WideCode] && cells[columns[layout.WideCode]-1] == "16492" {
			at = n + 1
		}
	}
	for id, value := range row {
		if columns[id] == 0 || at == 0 {
			continue // a figure that a year does not ask
		}
		if err := book.SetCellValue(layout.WideSheet, draw.Ref(columns[id], at), value); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return writeTemp(t, "ghi.xlsx", out.Bytes())
}

// A commune whose row is full becomes eligible from the province's sheet alone, and no other
// way than by what the row says: with the poll, what is owed, the police's word and the titles
// of before.
func TestWideRowIsEligible(t *testing.T) {
	lib := inventedLawOf(t, "Thanh Hóa")
	blank, _ := wideBlank(t)
	const title = "2021 (số 12/QĐ-UBND ngày 15/11/2021)"
	for _, tt := range []struct {
		name   string
		change map[string]any // to the full row; nil is a cell left empty
		want   string         // the verdicts, from NTM up
	}{
		{"no title", map[string]any{"title_of_ntm": "không"}, "eligible eligible"},
		{"a title", map[string]any{"title_of_ntm": title}, "eligible eligible"},
		{"a title, and something of this year's NTM unknown", map[string]any{"title_of_ntm": title,
			"planning_rules_implemented": nil}, "undetermined eligible"},
		{"no title, and something of this year's NTM unknown", map[string]any{"title_of_ntm": "không",
			"planning_rules_implemented": nil}, "undetermined undetermined"},
		{"no poll", map[string]any{"satisfaction_rate": nil, "satisfaction_coverage_rate": nil},
			"undetermined undetermined"},
		// By a threshold that nobody has checked, which fails no commune.
		{"few satisfied", map[string]any{"satisfaction_rate": "900/1300"}, "undetermined undetermined"},
		{"the share of those asked", map[string]any{"satisfaction_coverage_rate": "71 %"}, "eligible eligible"},
		{"money is owed", map[string]any{"construction_arrears": 250}, "not_eligible not_eligible"},
		{"nothing is said of what is owed", map[string]any{"construction_arrears": nil}, "undetermined undetermined"},
		{"the police say no", map[string]any{"security_standard": "Chưa đạt"}, "not_eligible not_eligible"},
		{"the police say nothing", map[string]any{"security_standard": nil}, "undetermined undetermined"},
	} {
		row := fullRow(t)
		for id, value := range tt.change {
			row[id] = value
		}
		all, wrong, notes := wideRead(t, filledWide(t, blank, row), 0)
		if len(all) == 0 || len(wrong) > 0 {
			t.Fatalf("%s: %v, %v", tt.name, wrong, notes)
		}
		in, err := assess.Prepare(lib, all[0].Report, "0.0.0-thu")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, level := range assess.Assess(in).Levels {
			got = append(got, string(level.Verdict))
		}
		if said := strings.Join(got, " "); !strings.HasPrefix(said+" ", tt.want+" ") {
			t.Errorf("%s: %s, want %s; %v", tt.name, said, tt.want, notes)
		}
	}
}
