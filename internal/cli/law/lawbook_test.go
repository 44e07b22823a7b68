package law_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"

	"github.com/google/go-cmp/cmp"
)

// An office confirms nâng cao 10 for Bắc Trung Bộ, 2023, as it would: it exports
// the workbook, ticks the row in another program, and imports it.
func TestConfirmingAThresholdThroughTheWorkbook(t *testing.T) {
	python := "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import openpyxl").Run(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("python3-openpyxl is missing")
		}
		t.Skip("left out: python3-openpyxl is not installed")
	}
	dir := t.TempDir()
	book, office := filepath.Join(dir, "đối chiếu.xlsx"), filepath.Join(dir, "quy định")
	const report = "../../../testdata/quang-trung-2023.yaml"
	ok := func(args ...string) string {
		t.Helper()
		stdout, stderr, status := ntm.Run(t.Context(), args...)
		if status != 0 || stderr != "" {
			t.Fatalf("%v: status %d, %s", args, status, stderr)
		}
		return stdout
	}

	ok("criteria", "export", "nang-cao-2021-2025", "--province", "thanh hoá", "-o", book)
	if out := ok("criteria", "import", book, "--office", "Văn phòng thử", "--criteria",
		office); !strings.Contains(out, "Không có gì thay đổi.") {
		t.Errorf("the untouched workbook changes something: %s", out)
	}
	if _, err := os.Stat(office); err == nil {
		t.Error("the untouched workbook made a folder")
	}
	out, err := exec.Command(python, "testdata/tick.py", book, "nang-cao/10#", "2023", "Bắc Trung Bộ").CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "1" {
		t.Fatalf("ticked %s, %v", out, err)
	}
	if out := ok("criteria", "import", book, "--office", "Văn phòng thử", "--criteria", office,
		"--dry-run"); !strings.Contains(out, "Sẽ ghi: ") {
		t.Errorf("dry run: %s", out)
	}
	if _, err := os.Stat(office); err == nil {
		t.Error("the dry run wrote")
	}
	if out := ok("criteria", "import", book, "--office", "Văn phòng thử", "--criteria", office); strings.Count(out,
		" → ") != 1 {
		t.Errorf("imported: %s", out)
	}

	if got := ok("criteria", "resolve", "--commune", "16492", "--year", "2023", "--level", "nang-cao", "--criteria",
		office); !strings.Contains(got,
		"26/QĐ-THỬ, Phụ lục II; cơ quan sử dụng; đã xác nhận (Nguyễn Thử") {
		t.Errorf("resolve does not say who confirmed: %s", got)
	}
	explained := ok("explain", report, "nang-cao/10", "--criteria", office)
	for _, want := range []string{"văn bản: 26/QĐ-THỬ, Phụ lục II", "cấp quy định: cơ quan sử dụng",
		"tình trạng: đã xác nhận (Nguyễn Thử, ngày 20/04/2022)"} {
		if !strings.Contains(explained, want) {
			t.Errorf("explain does not say %q: %s", want, explained)
		}
	}

	before, after := unsure(t, ok("assess", report, "--json")),
		unsure(t, ok("assess", report, "--json", "--criteria", office))
	delete(before, "nang-cao/10")
	delete(before, "kieu-mau/2") // 1,10 times the confirmed one: now as sure as 319/QĐ-TTg itself
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("thresholds to check, before without the confirmed one and after: %s", diff)
	}
	const side = "nang-cao-2021-2025@2023:Thanh Hóa"
	if got := ok("criteria", "diff", side+"/ministry", side, "--criteria", office); !strings.Contains(got,
		"1 chỉ tiêu khác nhau.") || !strings.HasPrefix(got, "10: ") {
		t.Errorf("diff: %s", got)
	}
	if out := ok("criteria", "import", book, "--office", "Văn phòng thử", "--criteria",
		office); !strings.Contains(out, "Không có gì thay đổi.") {
		t.Errorf("imported twice, it changes something: %s", out)
	}
}

// unsure lists the thresholds of an assessment that are not sure.
func unsure(t *testing.T, document string) map[string]bool {
	t.Helper()
	var a struct {
		Levels []struct {
			Level    string
			Criteria []struct {
				Indicators []struct {
					No        string
					Threshold struct {
						Basis struct{ Status criteria.Status }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(document), &a); err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, l := range a.Levels {
		for _, c := range l.Criteria {
			for _, ind := range c.Indicators {
				if !ind.Threshold.Basis.Status.Sure() {
					out[l.Level+"/"+ind.No] = true
				}
			}
		}
	}
	return out
}

func TestImportRefusals(t *testing.T) {
	dir := t.TempDir()
	notABook := filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(notABook, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		status int
		want   string
		args   []string
	}{
		{2, "còn thiếu --office", []string{notABook}},
		{2, "--layer không nhận giá trị", []string{notABook, "--office", "a", "--layer", "nation", "--criteria", dir}},
		{2, "chưa biết ghi quy định vào thư mục nào", []string{notABook, "--office", "a"}},
		{1, "không mở được tệp này", []string{filepath.Join(dir, "none.xlsx"), "--office", "a", "--criteria",
			filepath.Join(dir, "qd")}},
		{1, "a.xlsx", []string{notABook, "--office", "a", "--criteria", filepath.Join(dir, "qd")}},
	} {
		stdout, stderr, status := ntm.Run(t.Context(), append([]string{"criteria", "import"}, tt.args...)...)
		if status != tt.status || stdout != "" || !strings.Contains(stderr, tt.want) {
			t.Errorf("%v: status %d, %q, want %q", tt.args, status, stderr, tt.want)
		}
	}
	for _, tt := range [][]string{{"ntm-2021-2025"}, {"ntm-2021-2025", "-o", "a.pdf"}, {"none", "-o", "a.xlsx"},
		{"ntm-2021-2025", "-o", filepath.Join(dir, "b.xlsx"), "--province", "Không Đâu"}} {
		if _, stderr, status := ntm.Run(t.Context(), append([]string{"criteria", "export"},
			tt...)...); status != 2 || !strings.Contains(stderr, "gợi ý") {
			t.Errorf("export %v: status %d, %q", tt, status, stderr)
		}
	}
}
