package dossier_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
)

// TestPrinted has LibreOffice print Quảng Trung's dossier and reads the pages
// as a council member does.
func TestPrinted(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		readers.Absent(t, "pdftotext")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "ho-so.xlsx")
	a := dossiertest.QuangTrung(t)
	if !testenv.Whole() {
		a = a.Only([]criteria.Level{criteria.NTM})
	}
	if err := os.WriteFile(path, dossiertest.Written(t, a), 0o600); err != nil {
		t.Fatal(err)
	}
	printed := readers.Save(t, readers.PDF, dir, path)[0]
	text := string(readers.Run(t, nil, "pdftotext", "-layout", printed, "-"))
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")

	for i, page := range pages {
		if !strings.Contains(page, "DỰ THẢO") {
			t.Errorf("page %d does not say that this is a draft", i+1)
		}
		single := i == 0 || strings.Contains(page, "HỘI ĐỒNG THẨM ĐỊNH") // papers of their own
		if !single && !strings.Contains(page, fmt.Sprintf("Trang %d/%d", i+1, len(pages))) {
			t.Errorf("page %d is not numbered", i+1)
		}
		if i > 0 && len(strings.Fields(page)) < 25 {
			t.Errorf("page %d is nearly empty:\n%s", i+1, page)
		}
	}
	if strings.Contains(text, "###") {
		t.Error("a number does not fit its cell")
	}
	// Each number as a line of the capital table prints it, in Vietnamese.
	for _, line := range []string{
		`Nhân dân đóng góp +412\.300 +76,6 %`, `Tổng số +538\.336`, `Hiến đất +10\.350 +m²`, `≤ ?5 ?% +1,53 % +Đạt`,
		`69 triệu đồng`,
	} {
		if !regexp.MustCompile(line).MatchString(text) {
			t.Errorf("no line reads %s", line)
		}
	}
}
