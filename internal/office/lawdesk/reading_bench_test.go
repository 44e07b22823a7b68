package lawdesk

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
)

// inventedCells are cells as decisions write them; what they ask is invented.
var inventedCells = []string{"≥ 80%", "từ 70% trở lên", "Đạt", "100%", "UBND cấp tỉnh quy định cụ thể",
	"≥ 95% (trong đó ≥ 55% từ hệ thống cấp nước tập trung)", "≥ 01 mô hình", "không quá 5%"}

// bigDecision writes a Word file with a table of so many rows and eight columns: the
// indicators that the program has, then others of like names.
func bigDecision(t testing.TB, rows int) string {
	t.Helper()
	var body strings.Builder
	for _, line := range []string{"THỦ TƯỚNG CHÍNH PHỦ", "Số: 318/QĐ-TTg", "Hà Nội, ngày 08 tháng 3 năm 2022",
		"QUYẾT ĐỊNH", "Ban hành Bộ tiêu chí quốc gia giả định về xã nông thôn mới giai đoạn 2021-2025", "PHỤ LỤC I",
		"BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2021 - 2025"} {
		fmt.Fprintf(&body, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", line)
	}
	row := func(cells ...string) {
		body.WriteString("<w:tr>")
		for _, text := range cells {
			fmt.Fprintf(&body, "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>", html.EscapeString(text))
		}
		body.WriteString("</w:tr>")
	}
	body.WriteString("<w:tbl>")
	row("TT", "Tên tiêu chí", "Nội dung tiêu chí", "Chỉ tiêu chung", "TDMN phía Bắc", "ĐB sông Hồng", "Bắc Trung Bộ",
		"Tây Nguyên")
	std, _ := packs.Embedded().StandardByID("ntm-2021-2025")
	for n, again := 0, 0; n < rows; again++ {
		for _, c := range std.Criteria {
			for i, ind := range c.Indicators {
				no, name := ind.No, ind.Name
				if again > 0 {
					no, name = fmt.Sprintf("%s.%d", c.No, again*len(c.Indicators)+i+1), fmt.Sprint(name, " lần ", again)
				}
				if n++; n > rows {
					continue
				}
				cells := []string{no, c.Name, name}
				for k := range 5 {
					cells = append(cells, inventedCells[(n*3+k*5)%len(inventedCells)])
				}
				row(cells...)
			}
		}
	}
	body.WriteString("</w:tbl>")
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" ` +
			`Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
			`<w:body>` + body.String() + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "gia-dinh.docx")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// From a Word file with 209 rows and eight columns to the workbook.
func BenchmarkReading(b *testing.B) {
	path := bigDecision(b, 209)
	lib := packs.Embedded()
	for b.Loop() {
		r := Reading{Lib: lib, Files: []string{path}}
		if err := r.Read(b.Context()); err != nil {
			b.Fatal(err)
		}
		if _, err := r.Write(io.Discard, now()); err != nil {
			b.Fatal(err)
		}
	}
}
