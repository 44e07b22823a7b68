package dossier_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
)

// opensWith are words at the head of sheets, which stand on no page but their first.
var opensWith = map[string]string{
	"Tổng hợp": "TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ", "Biểu NTM": "XÃ NÔNG THÔN MỚI NĂM",
	"Biểu nâng cao": "NÂNG CAO NĂM", "Biểu kiểu mẫu": "KIỂU MẪU NĂM", "Số liệu": "SỐ LIỆU DÙNG ĐỂ XÉT",
	"Nguồn lực": "KẾT QUẢ HUY ĐỘNG NGUỒN LỰC", "Nợ đọng": "BÁO CÁO NỢ ĐỌNG", "Hài lòng": "SỰ HÀI LÒNG CỦA NGƯỜI DÂN",
	"Khoảng cách": "NHỮNG NỘI DUNG CÒN THIẾU", "Minh chứng": "DANH MỤC VĂN BẢN, TÀI LIỆU",
	"Căn cứ pháp lý": "CĂN CỨ PHÁP LÝ CỦA", "Đối chiếu": "NỘI DUNG ĐỐI CHIẾU SỐ LIỆU",
	"Phiếu biểu quyết": "PHIẾU BIỂU QUYẾT", "Biên bản kiểm phiếu": "BIÊN BẢN KIỂM PHIẾU",
}

// TestPrinted has LibreOffice print Quảng Trung's dossier and reads the pages
// as a council member does.
func TestPrinted(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		readers.Absent(t, "pdftotext")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "ho-so.xlsx")
	a := dossiertest.QuangTrung(t)
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
	w := dossiertest.Open(t, a)
	numbered := 0
	w.Each(paperIndex, func(cell, value string) { // a page's number leads to its sheet
		sheet, _ := strings.CutSuffix(w.Link(paperIndex, cell), "!A1")
		if sheet == "" {
			return
		}
		page, err := strconv.Atoi(value)
		if err != nil || page < 1 || page > len(pages) {
			t.Errorf("%s: on page %q of %d", sheet, value, len(pages))
			return
		}
		numbered++
		if title := opensWith[strings.Trim(sheet, "'")]; !strings.Contains(pages[page-1], title) {
			t.Errorf("%s is not on page %d, as the index says", sheet, page)
		}
	})
	if numbered < 8 {
		t.Errorf("the index names pages of %d sheets", numbered)
	}
	if strings.Contains(text, "###") {
		t.Error("a number does not fit its cell")
	}
	// Each number as a line of the capital table prints it, in Vietnamese.
	for _, line := range []string{
		`Nhân dân đóng góp +412\.300 +76,6 %`, `Tổng số +538\.336`, `Hiến đất +10\.350 +m²`, `≤ ?5 ?% +1,53 % +Đạt`,
		`69 triệu`,
	} {
		if !regexp.MustCompile(line).MatchString(text) {
			t.Errorf("no line reads %s", line)
		}
	}
}
