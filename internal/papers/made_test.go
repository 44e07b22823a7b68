package papers

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/xlsx/draw"
)

func TestNotMadeHere(t *testing.T) {
	folder := t.TempDir()
	var paper bytes.Buffer
	if err := Write(&paper, draw.About{Title: "giả định"}, "abc", draw.NewSheet("x", draw.Page{}, 1)); err != nil {
		t.Fatal(err)
	}
	whole := paper.Bytes()
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("giả định"),
		"cut short": whole[:len(whole)-100], "other": zipped(t)} {
		path := filepath.Join(folder, strings.ReplaceAll(name, " ", "-"))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadMade(path); !errors.Is(err, ErrNotOurs) {
			t.Errorf("%s: %v", name, err)
		}
	}
	path := filepath.Join(folder, "whole")
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if made, err := ReadMade(path); err != nil || made.Fingerprint != "abc" {
		t.Errorf("%+v, %v", made, err)
	}
	if _, err := ReadMade(filepath.Join(folder, "none")); !errors.Is(err, fs.ErrNotExist) {
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
