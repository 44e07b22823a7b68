package read

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/problem"
)

// What is no workbook is called by its name, with what to do about it.
func TestForeignFiles(t *testing.T) {
	whole := zipped(parts{firstSheet: sheetOf(one)})
	flipped := bytes.Replace(whole, []byte("PK\x01\x02"), []byte("PK\x01\x03"), 1)
	for _, tt := range []struct {
		name, file string
		data       []byte
		says, hint string
	}{
		{"an empty file", "a.xlsx", nil, "tệp trống", "chép lại"},
		{"an empty CSV", "a.csv", nil, "tệp trống", "chép lại"},
		{"an old workbook", "a.xls", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook"), "(.xls)", "bỏ mật khẩu"},
		{"one with a password", "a.xlsx", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 EncryptedPackage"),
			"có mật khẩu", "bỏ mật khẩu"},
		{"a web page as old systems export", "a.xls", []byte("\xEF\xBB\xBF\r\n <html><table>"), "trang web", "Save As"},
		{"a PDF", "a.xlsx", []byte("%PDF-1.7 ..."), "không phải là tệp Excel", "chọn nhầm tệp"},
		{"a picture named as a CSV", "a.csv", []byte("\x89PNG\r\n\x1a\n..."), "không phải là tệp Excel",
			"chọn nhầm tệp"},
		{"a text named as a workbook", "a.xlsx", []byte("Mã xã;Tên xã"), "không phải là tệp Excel", "chọn nhầm tệp"},
		{"a report", "a.yaml", []byte("schema: ntm.report.v1"), "không phải là tệp Excel", "chọn nhầm tệp"},
		{"any archive", "a.zip", zipped(parts{types: without}), "không phải là tệp Excel", "chọn nhầm tệp"},
		{"OpenDocument", "a.ods", zipped(parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
			"OpenDocument", ".xlsx"},
		{"Word", "a.docx", zipped(parts{"word/document.xml": "<document/>"}), "Word", "chép bảng"},
		{"slides", "a.pptx", zipped(parts{"ppt/presentation.xml": "<presentation/>"}), "trình chiếu", "chép bảng"},
		{"a binary workbook", "a.xlsb", zipped(parts{"xl/workbook.bin": "x"}), ".xlsb", "Save As"},
		{"macros", "a.xlsx", zipped(parts{"xl/vbaProject.bin": "x"}), "macro", ".xlsx"},
		{"macros by their type", "a.xlsm",
			zipped(parts{types: `<Types><Override PartName="/xl/workbook.xml" ` +
				`ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`}), "macro", ".xlsx"},
		{"a sheet of macros", "a.xlsx",
			zipped(parts{workbookRels: `<Relationships><Relationship Id="r1" ` +
				`Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" ` +
				`Target="macrosheets/sheet1.xml"/></Relationships>`}), "macro", ".xlsx"},
		{"no sheet", "a.xlsx", zipped(parts{workbook: `<workbook><sheets/></workbook>`}), "không có trang tính",
			"chọn nhầm tệp"},
		{"a sheet that leads nowhere", "a.xlsx",
			zipped(parts{workbook: `<workbook><sheets><sheet name="a"/></sheets></workbook>`}), "hỏng", "chép lại"},
		{"a sheet whose part is missing", "a.xlsx", zipped(parts{firstSheet: without}), "hỏng", "chép lại"},
		{"no relations", "a.xlsx", zipped(parts{rootRels: without}), "hỏng", "chép lại"},
		{"two workbooks in one", "a.xlsx",
			zipped(parts{rootRels: `<Relationships><Relationship Id="r1" Type="a/officeDocument" ` +
				`Target="xl/workbook.xml"/><Relationship Id="r2" Type="b/officeDocument" ` +
				`Target="xl/workbook.xml"/></Relationships>`}), "hỏng", "chép lại"},
		{"two parts of one name", "a.xlsx", zipped(parts{"xl/Workbook.xml": "<workbook/>"}), "hỏng", "chép lại"},
		{"another root", "a.xlsx", zipped(parts{workbook: `<document/>`}), "hỏng", "chép lại"},
		{"two roots", "a.xlsx", zipped(parts{firstSheet: sheetOf("") + "<worksheet/>"}), "hỏng", "chép lại"},
		{"no root", "a.xlsx", zipped(parts{firstSheet: `<?xml version="1.0"?>`}), "hỏng", "chép lại"},
		{"a sheet that breaks off", "a.xlsx",
			zipped(parts{firstSheet: strings.TrimSuffix(sheetOf(one), "</worksheet>")}), "hỏng", "chép lại"},
		{"an archive that breaks off", "a.xlsx", whole[:len(whole)-40], "cắt ngắn", "chép lại"},
		{"an archive of two bytes", "a.xlsx", []byte("PK"), "cắt ngắn", "chép lại"},
		{"an archive whose directory is wrong", "a.xlsx", flipped, "hỏng", "chép lại"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := refused(t, tt.file, tt.data)
			if !strings.Contains(p.Message, tt.says) || !strings.Contains(p.Hint, tt.hint) {
				t.Errorf("got %+v", p)
			}
		})
	}
}

// A byte changed within a part is noticed, though its XML may still be whole.
func TestChecksumIsHeld(t *testing.T) {
	data := zipped(parts{firstSheet: sheetOf(one)})
	b := mustRead(t, "thu.xlsx", data)
	for _, file := range b.parts.parts {
		file.file.CRC32++
	}
	_, err := tryCells(b.Sheets[0])
	var p problem.Problem
	if !errors.As(err, &p) || p.Message != errDamaged.Message {
		t.Errorf("got %v", err)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	t.Run("by its content", func(t *testing.T) {
		for _, name := range []string{"a.xlsx", "a.csv", "a", "a.XLSX.tmp"} {
			b, err := Open(t.Context(), write(name, zipped(parts{firstSheet: sheetOf(one)}), 0o600))
			if err != nil {
				t.Fatal(err)
			}
			if got := cells(t, b.Sheets[0]); got["A1"].Text != "1" {
				t.Errorf("%s: got %+v", name, got)
			}
			if err := b.Close(); err != nil {
				t.Error(err)
			}
		}
	})
	for _, tt := range []struct{ name, path, says string }{
		{"missing", filepath.Join(dir, "thiếu.xlsx"), "không có tệp này"},
		{"a folder", dir, "thư mục"},
		{"nobody may read it", write("kín.xlsx", []byte("x"), 0), "không có quyền"},
		{"no file", os.DevNull, "tệp thường"},
		{"too large", huge(t, filepath.Join(dir, "lớn.xlsx")), "64 MB"},
		{"damaged", write("hỏng.xlsx", []byte("PK\x03\x04"), 0o600), "hỏng"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if strings.HasPrefix(tt.name, "nobody") && os.Geteuid() <= 0 {
				t.Skip("the administrator may read everything, and Windows knows no such mode")
			}
			_, err := Open(t.Context(), tt.path)
			var p problem.Problem
			if !errors.As(err, &p) || p.File != tt.path || !strings.Contains(p.Message, tt.says) || p.Hint == "" {
				t.Errorf("got %+v", err)
			}
		})
	}
}

// huge is a file that takes no room.
func huge(t *testing.T, path string) string {
	t.Helper()
	file, err := os.Create(path)
	if err == nil {
		err = errors.Join(file.Truncate(maxFile+1), file.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}
