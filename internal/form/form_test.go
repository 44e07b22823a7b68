package form

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/problem"
)

func TestReadTheReportsOfTestdata(t *testing.T) {
	for _, name := range []string{"quang-trung-2023.yaml", "xa-gia-dinh-2023.yaml"} {
		r, err := Read(t.Context(), filepath.Join("../../testdata", name), packs.Embedded())
		if err != nil || r.Report.Year != 2023 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A report reads the same whether it is YAML or JSON.
func TestJSON(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.json")
	text := `{"schema": "ntm.report.v1", "commune": {"code": "16492"}, "year": 2023,
 "figures": [{"id": "income_per_capita", "value": 69.0}, {"id": "multidimensional_poverty_rate", "value": "1.53"}]}`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Read(t.Context(), path, packs.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Report.Figures[0].Measure.(commune.Number); got.Exponent() != -1 ||
		fmt.Sprint(r.Report.Figures[1].Measure) != "1.53" {
		t.Errorf("read %v", r.Report.Figures)
	}
}

func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	for name, tt := range map[string]struct{ text, want string }{
		"a.docx": {"x", `không phải là tệp Excel .xlsx hay tệp CSV`},
		"b.yaml": {"schema: ntm.report.v1\nyear: 2023\ncommune: {code: \"16492\"}\nfigures: [{id: x, value: 1}]\n",
			`không có số liệu nào mã "x"`},
		"c.json": {"{", "sai cú pháp JSON"},
		"d.yaml": {"schema: ntm.overlay.v1\nyear: 2023\ncommune: {code: \"16492\"}\n",
			`schema là "ntm.overlay.v1", cần "ntm.report.v1"`},
		"e.yaml":  {"schema: ntm.report.v1\ncommune: {code: \"16492\"}\n", `thiếu "year"`},
		"g.yaml":  {"schema: ntm.report.v1\nyear: 2023\n", `thiếu "commune"`},
		"no.yaml": {"", "không có tệp này"},
	} {
		path := filepath.Join(dir, name)
		if tt.text != "" {
			if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := Read(t.Context(), path, packs.Embedded())
		if err == nil {
			t.Errorf("%s was read", name)
			continue
		}
		if p := problem.Of(err)[0]; !strings.Contains(p.Message, tt.want) || p.File != path {
			t.Errorf("%s: got %v, want %q", name, p, tt.want)
		}
	}
}
