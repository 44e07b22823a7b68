package decision_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/decision"
	"ntm/internal/problem"
)

// zipOf is an archive with empty files of the names, and contents behind "=".
func zipOf(t testing.TB, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		name, content, _ := strings.Cut(name, "=")
		w, err := z.CreateHeader(&zip.FileHeader{Name: name})
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A file that cannot be opened is a problem of that file.
func TestReadRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.docx")
	if _, err := decision.Read(t.Context(), path); err == nil || problem.Of(err)[0].File != path {
		t.Errorf("%v", err)
	}
}

// twoHundredRows writes a decision of so many rows of eight columns, each of other words.
func twoHundredRows(t testing.TB) string {
	t.Helper()
	var rows strings.Builder
	cell := func(text string) {
		fmt.Fprintf(&rows, "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>", text)
	}
	line := func(cells ...string) {
		rows.WriteString("<w:tr>")
		for _, text := range cells {
			cell(text)
		}
		rows.WriteString("</w:tr>")
	}
	line("TT", "Nội dung tiêu chí", "Nhóm 1", "Nhóm 2", "Nhóm 3", "Tây Nguyên", "Đông Nam Bộ", "Chỉ tiêu chung")
	for i := range 200 {
		name := fmt.Sprintf("Tỷ lệ hộ, cơ sở sản xuất kinh doanh thứ %d được hỗ trợ, hướng dẫn theo quy định của "+
			"cơ quan có thẩm quyền (không tính hộ mới tách); chất lượng bảo đảm, cảnh quan sáng - xanh - sạch - đẹp", i)
		line(fmt.Sprintf("%d.%d", i/20+1, i%20+1), name, fmt.Sprintf("≥ %d%%", 60+i%40), "từ 71% trở lên", "Đạt",
			fmt.Sprintf("≥ 95%% (trong đó ≥ %d%% từ hệ thống)", 50+i%40), "UBND cấp tỉnh quy định cụ thể", "100%")
	}
	data := zipOf(t, `_rels/.rels=<Relationships><Relationship Type="x/officeDocument" `+
		`Target="word/document.xml"/></Relationships>`,
		`word/document.xml=<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`+
			`<w:body><w:tbl>`+rows.String()+`</w:tbl></w:body></w:document>`)
	path := filepath.Join(t.TempDir(), "gia-dinh.docx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func BenchmarkRead(b *testing.B) {
	path := twoHundredRows(b)
	for b.Loop() {
		d, err := decision.Read(b.Context(), path)
		if err != nil || len(d.Annexes) != 1 || len(d.Annexes[0].Rows) != 200 {
			b.Fatal(err)
		}
	}
}
