package dossier_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
)

// The digest that a workbook carries is that of its assessment, and of no other:
// whatever a reader would see differently makes another digest.
func TestFingerprint(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ho-so.xlsx")
	if err := os.WriteFile(path, written(t, assessGiaDinh(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	found, err := dossier.ReadMade(path)
	if err != nil || !found.At.Equal(signed) {
		t.Fatalf("%+v, %v", found, err)
	}
	for name, tt := range map[string]struct {
		a    *assess.Assessment
		at   time.Time
		same bool
	}{
		"the same":             {assessGiaDinh(t), signed, true},
		"another day":          {assessGiaDinh(t), signed.AddDate(0, 0, 1), true},
		"another year":         {assessGiaDinh(t), signed.AddDate(1, 0, 0), false},
		"one level":            {assessGiaDinh(t).Only([]criteria.Level{criteria.KieuMau}), signed, false},
		"another remark":       {assessGiaDinh(t, func(r *commune.Report) { r.Figures[0].Note = "giả định" }), signed, false},
		"another file of it":   {assessGiaDinh(t, func(r *commune.Report) { r.Evidence[0].File = "gia-dinh.pdf" }), signed, false},
		"another program":      {func() *assess.Assessment { a := assessGiaDinh(t); a.Engine.Version = "0.0.1-thu"; return a }(), signed, false},
		"another council rule": {proceeding(assessGiaDinh(t), nil), signed, false},
	} {
		fingerprint, err := dossier.Fingerprint(tt.a, dossier.Options{At: tt.at})
		if err != nil || (fingerprint == found.Fingerprint) != tt.same {
			t.Errorf("%s: %s, %v; the workbook has %s", name, fingerprint, err, found.Fingerprint)
		}
	}
}

func TestNotMadeHere(t *testing.T) {
	folder := t.TempDir()
	whole := written(t, assessQuangTrung(t))
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("giả định"), "cut short": whole[:len(whole)-100], "other": zipped(t)} {
		path := filepath.Join(folder, strings.ReplaceAll(name, " ", "-"))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := dossier.ReadMade(path); !errors.Is(err, dossier.ErrNotOurs) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := dossier.ReadMade(filepath.Join(folder, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

func zipped(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := zip.NewWriter(&out).Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A link of the index leads to a file beside it or nowhere.
func TestIndexStaysInItsFolder(t *testing.T) {
	var out bytes.Buffer
	entries := []dossier.Entry{{File: "ho-so.xlsx", Title: "=1+1", Year: 2023}, {File: "../ho-so.xlsx"}, {File: "https://x.vn/a.xlsx"}}
	if err := dossier.WriteIndex(&out, entries, signed); err != nil {
		t.Fatal(err)
	}
	w := opened(t, out.Bytes())
	const sheet = "Danh mục hồ sơ"
	for cell, want := range map[string]string{"E6": "ho-so.xlsx", "E7": "", "E8": ""} {
		if got := w.link(sheet, cell); got != want {
			t.Errorf("%s leads to %q, want %q", cell, got, want)
		}
	}
	if w.raw(sheet, "C6") != "=1+1" || w.formula(sheet, "C6") != "" {
		t.Error("a name became a formula")
	}
}
