package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"ntm/internal/problem"
	"ntm/internal/testenv"
)

// Files that were made to do harm, or came to it: each is refused in a sentence.
func TestHostileFiles(t *testing.T) {
	file := func(name string) []byte {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	whole := word(t, table(row(said("80%"))))
	many := func(n int) []part {
		parts := make([]part, n)
		for i := range parts {
			parts[i] = part{fmt.Sprintf("word/p%d.xml", i), ""}
		}
		return parts
	}
	main := part{"_rels/.rels", relations("officeDocument", "word/document.xml")}
	for _, c := range testenv.Every(t, 6, []struct {
		name string
		data []byte
		want string
	}{
		{"depth", file("90-bomb-deep.docx"), "lồng quá sâu"},
		{"entities", file("92-entities.docx"), "DOCTYPE"},
		{"millions of cells", file("93-many-cells.docx"), "quá nhiều ô"},
		{"zip bomb", word(t, para(run("", strings.Repeat(" ", 64<<20)))), "một phần hơn 64 MB"},
		{"millions of elements", word(t, strings.Repeat("<a/>", 2_000_001)), "hơn 2 triệu phần tử"},
		{"a bomb beside", word(t, "<w:p/>", part{"word/styles.xml", "<w:styles xmlns:w='" + transitional + "'>" +
			strings.Repeat(" ", 64<<20)}), "một phần hơn 64 MB"},
		{"header that lies", lying(t, whole), "hỏng hoặc bị cắt"},
		{"too many entries", zipped(t, many(4097)...), "hơn 4.096"},
		{"twice the same name", zipped(t, main, part{"word/document.xml", "<a/>"}, part{"Word/Document.xml",
			"<a/>"}), "hai phần cùng tên"},
		{"cut", whole[:len(whole)/2], "hỏng hoặc bị cắt"},
		{"cut within the text", zipped(t, main, part{"word/document.xml", `<w:document xmlns:w="` + transitional +
			`"><w:body><w:p>`}), "hỏng hoặc bị cắt"},
		{"empty", nil, "tệp trống"},
		{"no zip", []byte("PK, but nothing else"), "hỏng hoặc bị cắt"},
		{"no relations", zipped(t, part{"word/document.xml", "<a/>"}), "không phải là tệp Word"},
		{"relation to nothing", zipped(t, main), "không phải là tệp Word"},
		{"a workbook", zipped(t, main, part{"word/document.xml",
			`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`}),
			"không phải là tệp Word"},
		{"span of a thousand", word(t, table(row(cell(`<w:gridSpan w:val="1000"/>`)))), "hơn 63 cột"},
		{"row of a hundred cells", word(t, table(row(strings.Repeat("<w:tc/>", 100)))),
			"bảng 1, dòng 0: bảng có hơn 63 cột"},
		{"begins in column 1000", word(t, table(`<w:tr><w:trPr><w:gridBefore w:val="999"/></w:trPr></w:tr>`)),
			"hơn 63 cột"},
		{"many paragraphs", word(t, strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 200_001)), "quá nhiều đoạn"},
		{"many styles", word(t, "", part{"word/styles.xml", "<w:styles xmlns:w='" + transitional + "'>" +
			manyStyles() + "</w:styles>"}), "quá nhiều kiểu"},
		{"two elements crossed", word(t, "<w:p><w:r></w:p></w:r>"), "hỏng hoặc bị cắt"},
		{"unknown entity", word(t, "<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>"), "hỏng hoặc bị cắt"},
	}) {
		t.Run(c.name, func(t *testing.T) {
			d, err := read(t, c.data)
			if err == nil {
				t.Fatalf("read as %d blocks", len(d.Blocks))
			}
			list := problem.Of(err)
			if !strings.Contains(err.Error(), c.want) || list[0].File != "gia-dinh.docx" || list[0].Hint == "" {
				t.Errorf("said %q (hint %q), want %q", err, list[0].Hint, c.want)
			}
		})
	}
}

func manyStyles() string {
	var out strings.Builder
	for i := range 10_001 {
		fmt.Fprintf(&out, `<w:style w:styleId="s%d"/>`, i)
	}
	return out.String()
}

// lying is the file with a header that says its parts are of no size.
func lying(t *testing.T, data []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		raw, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		header := f.FileHeader
		header.UncompressedSize64 = 1
		w, err := z.CreateRaw(&header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := bytes.NewBuffer(nil).ReadFrom(raw); err != nil {
			t.Fatal(err)
		}
		raw, _ = f.OpenRaw()
		var body bytes.Buffer
		if _, err := body.ReadFrom(raw); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(body.Bytes()); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Whatever is read ends, and holds to the grid.
func FuzzRead(f *testing.F) {
	files, err := os.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, entry := range files {
		if info, err := entry.Info(); err == nil && info.Size() < 8<<10 && strings.HasSuffix(entry.Name(), ".docx") {
			data, err := os.ReadFile("testdata/" + entry.Name())
			if err != nil {
				f.Fatal(err)
			}
			in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				f.Fatal(err)
			}
			for _, part := range in.File {
				if part.Name != "word/document.xml" {
					continue
				}
				content, err := part.Open()
				if err != nil {
					f.Fatal(err)
				}
				var text bytes.Buffer
				if _, err := text.ReadFrom(content); err != nil {
					f.Fatal(err)
				}
				if text.Len() < 16<<10 {
					f.Add(text.String())
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, main string) {
		d, err := read(t, zipped(t, part{"_rels/.rels", relations("officeDocument", "word/document.xml")},
			part{"word/document.xml", main}))
		if err != nil {
			return
		}
		for table := range d.Tables() {
			for _, c := range table.Cells {
				if c.Row < 1 || c.Row+c.Rows-1 > table.Rows || c.Column+c.Columns-1 > table.Columns {
					t.Errorf("cell at %d,%d of %dx%d in a table of %dx%d", c.Row, c.Column, c.Rows, c.Columns,
						table.Rows, table.Columns)
				}
			}
		}
	})
}
