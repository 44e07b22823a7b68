package open_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/document/open"
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

func wide(text string) []byte {
	var out []byte
	for _, b := range []byte(text) {
		out = append(out, b, 0)
	}
	return out
}

// Files that are no decision, and what is said of them.
func TestRefusedFiles(t *testing.T) {
	ole := []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for _, c := range []struct {
		name string
		data []byte
		want string // in the message or the hint
	}{
		{"a.pdf", []byte("%PDF-1.7 ..."), "mở bằng Word, lưu thành .docx"},
		{"scan.jpg", []byte("\xFF\xD8\xFF\xE0"), "hình ảnh"},
		{"mat-khau.docx", append(ole, wide("EncryptedPackage")...), "mật khẩu"},
		{"a.xls", append(ole, wide("Workbook")...), "kiểu cũ (.xls)"},
		{"a.msg", append(ole, wide("__nameid")...), "không rõ đây là loại tệp gì"},
		{"a.pptx", zipOf(t, "ppt/slides/slide1.xml"), "trình chiếu"},
		{"a.docx", zipOf(t, "word/document.xml"), "không phải là tệp Word"},
		{"cut.docx", zipOf(t, "word/document.xml")[:40], "hỏng hoặc bị cắt"},
		{"a.bin", []byte{1, 2, 3}, "không rõ đây là loại tệp gì"},
		{"empty.docx", nil, "tệp trống"},
		{"cells.csv", []byte("\xD0\xE0i"), "UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, c.data, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := open.Document(t.Context(), path)
			if err == nil {
				t.Fatal("read")
			}
			p := problem.Of(err)[0]
			if !strings.Contains(p.Message+"; "+p.Hint, c.want) || p.File != path || p.Hint == "" {
				t.Errorf("said %+v, want %q", p, c.want)
			}
		})
	}
	for _, path := range []string{t.TempDir(), filepath.Join(t.TempDir(), "none.docx")} {
		if _, err := open.Document(t.Context(), path); err == nil || problem.Of(err)[0].Hint == "" {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// A file is what its content is, whatever it is called.
func TestKindByContent(t *testing.T) {
	data, err := os.ReadFile("../../../testdata/decisions/gia-dinh-trang-web.html")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "quyet-dinh.doc")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := open.Document(t.Context(), path)
	if err != nil || len(d.Blocks) == 0 || d.File != path {
		t.Errorf("%v, %+v", err, d)
	}
}

// Old Word's files without LibreOffice, and with one that fails and says it did not.
func TestOfficeMissingOrFailing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.rtf")
	if err := os.WriteFile(file, []byte(`{\rtf1 a}`), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	if _, err := os.Stat("/usr/lib/libreoffice/program/soffice"); err != nil {
		if _, err := open.Document(t.Context(), file); err == nil || !strings.Contains(err.Error(),
			"không có LibreOffice") {
			t.Errorf("without: %v", err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "soffice"), []byte("#!/bin/sh\nexit 0\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := open.Document(t.Context(), file); err == nil || !strings.Contains(err.Error(),
		"LibreOffice không mở được") {
		t.Errorf("failing: %v", err)
	}
}

// Hostile files of docx come through as problems of the file.
func TestHostile(t *testing.T) {
	files, err := filepath.Glob("../../docx/testdata/9*.docx")
	if err != nil || len(files) == 0 {
		t.Fatalf("none: %v", err)
	}
	for _, file := range files {
		if _, err := open.Document(t.Context(), file); err == nil || problem.Of(err)[0].File != file {
			t.Errorf("%s: %v", file, err)
		}
	}
}
