package cases

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ntm/criteria/packs"
	"ntm/internal/problem"
)

// The cases that come with the packs, real communes among them.
func TestCasesBesideThePacks(t *testing.T) {
	got, err := RunAll(packs.Embedded(), packs.Files(), "packs")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range got.Failures {
		t.Error(m)
	}
	if got.Files != 3 || got.Cases < 50 || got.Outcomes < 80 {
		t.Errorf("only %d files, %d cases, %d outcomes", got.Files, got.Cases, got.Outcomes)
	}
}

const good = given + expected

const given = `schema: ntm.cases.v1
cases:
  - name: Thu nhập
    source: thử
    commune: {region: btb}
    year: 2023
    figures:
      income_per_capita: 42
      irrigated_area_rate: {numerator: 4, denominator: 5}
      clean_landscape: true
      disaster_readiness_grade: Khá
`

const expected = `    expect:
      ntm/10: met
      nang-cao/10: not_met
      ntm/3.1: met
      ntm/17.3: met
      ntm/3.2: met
      ntm/13.1: no_figure
      ntm/security: no_figure
      ntm: undetermined
`

func TestACase(t *testing.T) {
	lib := packs.Embedded()
	list, err := Read("cases.yaml", []byte(good), lib)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || len(list[0].Expect) != 8 {
		t.Fatalf("read %+v", list)
	}
	if got := run(lib, list[0]); len(got) != 0 {
		t.Errorf("failed: %v", got)
	}
}

func TestAMismatchSaysWhatWhereAndWhy(t *testing.T) {
	wrong := strings.NewReplacer("ntm/10: met", "ntm/10: not_met", "ntm: undetermined", "ntm: eligible").Replace(good)
	got, err := RunAll(packs.Embedded(), fstest.MapFS{"2021-2025/cases.yaml": {Data: []byte(wrong)}}, "gói")
	if err != nil {
		t.Fatal(err)
	}
	if got.Files != 1 || got.Cases != 1 || got.Outcomes != 8 || len(got.Failures) != 2 {
		t.Fatalf("got %+v", got)
	}
	m := got.Failures[0]
	if m.File != filepath.Join("gói", "2021-2025", "cases.yaml") || m.Line != 13 || m.Case != "Thu nhập" ||
		m.Indicator != "ntm/10" || m.Got != "met" || m.Want != "not_met" {
		t.Errorf("got %+v", m)
	}
	for _, want := range []string{"dòng 13", `ra "Đạt", tình huống này ghi "Chưa đạt"`,
		"42 triệu đồng/người/năm; yêu cầu: ≥ 42", "318/QĐ-TTg", "theo trí nhớ"} {
		if !strings.Contains(m.Problem().Error(), want) {
			t.Errorf("%q does not say %q", m.Problem(), want)
		}
	}
	if level := got.Failures[1].Problem().Error(); !strings.Contains(level,
		`ra "Chưa đủ căn cứ kết luận", tình huống này ghi "Đủ điều kiện"`) {
		t.Error(level)
	}
}

// Each slip of the pen is an error with its line and a sentence.
func TestSlipsInCases(t *testing.T) {
	tests := []struct {
		name, from, to string
		line           int
		want           string
	}{
		{"unknown figure", "income_per_capita", "income_per_capite", 8, `không có số liệu nào mã "income_per_capite"`},
		{"unknown indicator", "ntm/13.1", "ntm/13.9", 18, `năm 2023 không có "ntm/13.9" để xét`},
		{"indicator of another period", "ntm/13.1", "ntm/14.3", 18, `năm 2023 không có "ntm/14.3"`},
		{"unknown level", "ntm: undetermined", "tot: undetermined", 20, `năm 2023 không có "tot"`},
		{"an outcome of its own making", "ntm/10: met", "ntm/10: dat", 13,
			`đọc thấy kết quả "dat", cần một trong: met`},
		{"a verdict for an indicator", "ntm/10: met", "ntm/10: eligible", 13, `đọc thấy kết quả "eligible"`},
		{"an outcome for a level", "ntm: undetermined", "ntm: met", 20,
			`đọc thấy kết luận "met", cần một trong: eligible`},
		{"met for a number", "income_per_capita: 42", "income_per_capita: true", 8, "ghi met cho một con số"},
		{"a number for what is met or not", "clean_landscape: true", "clean_landscape: 1", 10,
			"cần met: true hoặc met: false"},
		{"half a rate", ", denominator: 5", "", 9, "ghi sai cách"},
		{"unknown key of a rate", "denominator: 5", "denom: 5", 9, `khóa không có trong mẫu "denom"`},
		{"unknown key", "source: thử", "sourse: thử", 4, `khóa không có trong mẫu "sourse"`},
		{"no source", "    source: thử\n", "", 3, `thiếu "source"`},
		{"nothing expected", expected, "", 3, `thiếu "expect"`},
		{"unknown region", "region: btb", "region: btbb", 5, `region là "btbb"`},
		{"unknown trait", "{region: btb}", "{region: btb, traits: [ngheo]}", 5, `đọc thấy đặc điểm "ngheo"`},
		{"a year without a standard", "year: 2023", "year: 2010", 3, "không có bộ tiêu chí nào áp dụng cho năm 2010"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read("cases.yaml", []byte(strings.Replace(good, tt.from, tt.to, 1)), packs.Embedded())
			if err == nil {
				t.Fatal("read without complaint")
			}
			if !slices.ContainsFunc(problem.Of(err), func(p problem.Problem) bool {
				return p.File == "cases.yaml" && p.Line == tt.line && strings.Contains(p.Message, tt.want)
			}) {
				t.Errorf("got %v\nwant line %d: %s", err, tt.line, tt.want)
			}
		})
	}
}

// Cases lie among packs: the loader passes them over, and RunAll passes over
// the packs.
func TestCasesLieAmongPacks(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "cases.yaml"), []byte(good), 0o600); err != nil {
		t.Fatal(err)
	}
	lib, err := packs.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := RunAll(lib, os.DirFS(dir), dir); err != nil || got.Cases != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := RunAll(lib, os.DirFS(filepath.Join(dir, "none")), "none"); err == nil ||
		!strings.Contains(err.Error(), "không đọc được thư mục") {
		t.Errorf("of no folder: %v", err)
	}
	broken := fstest.MapFS{"a.yaml": {Data: []byte("schema: ntm.cases.v1\ncase: []\n")},
		"b.yaml": {Data: []byte("schema: ntm.cases.v1\n")}}
	if _, err := RunAll(lib, broken, ""); len(problem.Of(err)) < 2 {
		t.Errorf("two broken files: %v", err)
	}
}
