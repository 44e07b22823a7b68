package form

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/problem"
)

func readText(t *testing.T, name, text string) error {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Read(t.Context(), path, packs.Embedded())
	return err
}

const report = "schema: ntm.report.v1\nyear: 2023\ncommune: {code: \"16492\"}\n"

func TestWhichFilesAreReports(t *testing.T) {
	for name, ok := range map[string]bool{"a.yaml": true, "a.yml": true, "a.YAML": true, "a": true, "a.xls": false,
		"a.txt": false, "a.yaml.bak": false} {
		if err := readText(t, name, report); (err == nil) != ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := readText(t, "a.JSON", report); err == nil || !strings.Contains(err.Error(), "sai cú pháp JSON") {
		t.Errorf("YAML under a JSON name: %v", err)
	}
}

// What is wrong with the figures and with the place is said at once, and a
// place that already has a mistake is not complained of twice.
func TestFiguresAndPlaceAreCheckedTogether(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"both", strings.Replace(report, "16492", "99999", 1) + "figures: [{id: x, value: 1}]\n",
			[]string{"99999", `mã "x"`}},
		{"the place alone", strings.Replace(report, "16492", "99999", 1), []string{"99999"}},
		{"nobody named", "schema: ntm.report.v1\nyear: 2023\ncommune: {district: A}\n", []string{"chưa nói là xã nào"}},
		{"named twice over", "schema: ntm.report.v1\nyear: 2023\ncommune: {code: \"99999\", declared: {name: A, " +
			"province: B, region: tn}}\n", []string{"vừa ghi theo danh mục vừa ghi declared"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := readText(t, "a.yaml", tt.text)
			if err == nil {
				t.Fatal("read without complaint")
			}
			list := problem.Of(err)
			if len(list) != len(tt.want) {
				t.Fatalf("%d problems: %v", len(list), err)
			}
			for i, p := range list {
				if !strings.Contains(p.Message, tt.want[i]) || p.Line != 3+i {
					t.Errorf("got %v, want %s", p, tt.want[i])
				}
			}
		})
	}
}
