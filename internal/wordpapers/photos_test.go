package wordpapers_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/docx/draw"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv/readers"
	"ntm/internal/wordpapers"
)

// The report shows every photograph with its number and its evidence's title, two in a row,
// none of them wider or higher than its box; python-docx and LibreOffice find them there.
func TestPhotos(t *testing.T) {
	photos, named := dossiertest.Photographs(t, 5)
	for _, p := range papersOf(t, dossiertest.GiaDinh(t, named), wordpapers.Options{Photos: photos}) {
		if p.Kind.ID != "bao-cao-ket-qua" {
			if bytes.Contains(p.Data, []byte("ntm-anh")) {
				t.Errorf("%s shows photographs", p.File)
			}
			continue
		}
		text := said(t, &p)
		for _, want := range []string{"HÌNH ẢNH MINH HỌA\n",
			"| \ufffc / Ảnh 1. Ảnh giả định & <1> | \ufffc / Ảnh 2. Ảnh giả định & <2> |",
			"Ảnh 5. Ảnh giả định & <5>"} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%s", want, text[max(0, strings.Index(text, "HÌNH")):])
			}
		}
		held(t, p.Data, 5)
	}
	for _, p := range papersOf(t, dossiertest.GiaDinh(t), wordpapers.Options{}) {
		if strings.Contains(said(t, &p), "HÌNH ẢNH") {
			t.Errorf("%s has a page for photographs, and there are none", p.File)
		}
	}
}

// held asks python-docx for the pictures, also in what LibreOffice makes of the paper.
func held(t *testing.T, data []byte, want int) {
	t.Helper()
	python := readers.Python(t, "docx")
	folder := t.TempDir()
	file := filepath.Join(folder, "bao-cao.docx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	again := readers.Save(t, readers.Format{Extension: "docx", Filter: "MS Word 2007 XML"}, filepath.Join(folder, "lo"),
		file)
	const script = `import docx, json, sys
json.dump([[[s.width.mm, s.height.mm] for s in docx.Document(name).inline_shapes] for name in json.load(sys.stdin)],
    sys.stdout)`
	names, err := json.Marshal(append(again, file))
	if err != nil {
		t.Fatal(err)
	}
	var read [][][2]float64
	if err := json.Unmarshal(readers.Run(t, names, python, "-c", script), &read); err != nil {
		t.Fatal(err)
	}
	for i, shapes := range read {
		if len(shapes) != want {
			t.Errorf("file %d has %d pictures, want %d", i, len(shapes), want)
		}
		for _, s := range shapes {
			if s[0] > 76.1 || s[1] > 96.1 || s[0] < 60 && s[1] < 90 {
				t.Errorf("file %d: %.1f × %.1f mm in a box of 76 × 96", i, s[0], s[1])
			}
		}
	}
}

// An office's own template names photographs one by one.
func TestPhotosOfOwnTemplate(t *testing.T) {
	var own draw.Paper
	own.Add(draw.Look{}, "{{ảnh.tt}}. {{ảnh.chú thích}} {{ảnh.hình}}")
	var data bytes.Buffer
	folder := t.TempDir()
	if err := errors.Join(own.Write(&data), os.WriteFile(filepath.Join(folder, "to-trinh.docx"), data.Bytes(),
		0o600)); err != nil {
		t.Fatal(err)
	}
	templates, err := wordpapers.ReadTemplates(nil, folder)
	if err != nil {
		t.Fatal(err)
	}
	photos, named := dossiertest.Photographs(t, 3)
	o := wordpapers.Options{Photos: photos, Templates: templates}
	for _, p := range papersOf(t, dossiertest.QuangTrung(t, named), o) {
		if p.Kind.ID != "to-trinh" {
			continue
		}
		if n := strings.Count(partOf(t, p.Data, "word/document.xml"), "<w:drawing>"); n != 3 {
			t.Errorf("%d pictures", n)
		}
		if text := said(t, &p); !strings.Contains(text, "3. Ảnh giả định & <3>") {
			t.Error(text)
		}
	}
}
