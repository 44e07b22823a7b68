package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/testenv"

	"github.com/xuri/excelize/v2"
)

// What a report is for is what is shown of it, asked for in its dossier and put to
// the vote, until another level is named. JSON keeps all levels.
func TestOwnLevel(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	dir := t.TempDir()
	ok := func(args ...string) string {
		t.Helper()
		stdout, stderr, status := run(t, args...)
		if status != done {
			t.Fatalf("%v: status %d, %s", args, status, stderr)
		}
		return stdout
	}
	form := func(name string, args ...string) string {
		path := filepath.Join(dir, name+".xlsx")
		ok(append([]string{"template", "--commune", "16492", "--year", "2023", "-o", path}, args...)...)
		return path
	}
	document := func(name, level string) string {
		path := filepath.Join(dir, name+".yaml")
		text := "schema: ntm.report.v1\nlevel: " + level + "\ncommune: {code: \"16492\"}\nyear: 2023\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	wide := filepath.Join(dir, "rong.xlsx")
	ok("template", "--wide", "--province", "Thanh Hóa", "--year", "2023", "--level", "nang-cao", "-o", wide)
	again := form("lai-ntm", "--previous", document("cu", "ntm"))
	commands := [][]string{{"gap"}, {"assess"}, {"whatif", "income_per_capita=60"}}
	for _, tt := range []struct{ file, own, asks string }{
		{form("ntm", "--level", "ntm"), "XÃ NÔNG THÔN MỚI:", "đạt chuẩn nông thôn mới năm 2023"},
		{form("nang-cao", "--level", "nang-cao"), "XÃ NÔNG THÔN MỚI NÂNG CAO:", "đạt chuẩn nông thôn mới nâng cao năm"},
		{form("kieu-mau", "--level", "kieu-mau"), "XÃ NÔNG THÔN MỚI KIỂU MẪU:", "đạt chuẩn nông thôn mới kiểu mẫu năm"},
		{document("van-ban", "nang-cao"), "XÃ NÔNG THÔN MỚI NÂNG CAO:", "đạt chuẩn nông thôn mới nâng cao năm"},
		{again, "XÃ NÔNG THÔN MỚI:", "đạt chuẩn nông thôn mới năm 2023"},
		{form("khong-chon"), "", "đạt chuẩn nông thôn mới kiểu mẫu năm"},
		{"../../testdata/quang-trung-2023.yaml", "", "đạt chuẩn nông thôn mới kiểu mẫu năm"},
	} {
		name := filepath.Base(tt.file)
		for _, command := range commands[:testenv.Some(t, 1, len(commands))] {
			args := append([]string{command[0], tt.file}, command[1:]...)
			shown := ok(args...)
			if n := strings.Count(shown, "XÃ NÔNG THÔN MỚI"); (tt.own == "" && n != 3) ||
				(tt.own != "" && (n != 1 || !strings.Contains(shown, tt.own))) {
				t.Errorf("%s %s shows %d levels, want %q:\n%s", command[0], name, n, tt.own, shown)
			}
			if n := strings.Count(ok(append(args, "--level", "all")...), "XÃ NÔNG THÔN MỚI"); n != 3 {
				t.Errorf("%s %s --level all shows %d levels", command[0], name, n)
			}
		}
		var doc struct{ Levels []any }
		if err := json.Unmarshal([]byte(ok("assess", tt.file, "--json")), &doc); err != nil || len(doc.Levels) != 3 {
			t.Errorf("assess %s --json has %d levels: %v", name, len(doc.Levels), err)
		}
		path := filepath.Join(dir, "ho-so-"+name+".xlsx")
		ok("dossier", tt.file, "-o", path)
		book, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range []string{"Phiếu biểu quyết", "Biên bản kiểm phiếu", "Bìa"} {
			rows, err := book.GetRows(sheet)
			text := strings.ToLower(strings.Join(flat(rows), " "))
			if sheet == "Bìa" {
				text = strings.ReplaceAll(text, "xã đạt chuẩn ", "đạt chuẩn ")
			}
			if err != nil || !strings.Contains(text, tt.asks) {
				t.Errorf("%s of %s does not ask for %q: %v\n%s", sheet, name, tt.asks, err, text)
			}
		}
	}
	if shown, stderr, _ := run(t, "assess", wide); strings.Contains(shown, "Kiểu mẫu") {
		t.Errorf("a wide sheet for nâng cao shows kiểu mẫu:\n%s%s", shown, stderr)
	}
	if _, stderr, status := run(t, "assess", document("sai", "xa-dep")); status == done ||
		!strings.Contains(stderr, "xa-dep") {
		t.Errorf("a level that is none: %d, %s", status, stderr)
	}
	if _, stderr, status := run(t, "assess", document("hien-dai", "hien-dai")); status == done ||
		!strings.Contains(stderr, "level") {
		t.Errorf("a level that the year has not: %d, %s", status, stderr)
	}
}

// flat is all cells of a sheet in one list.
func flat(rows [][]string) []string {
	var out []string
	for _, row := range rows {
		out = append(out, row...)
	}
	return out
}
