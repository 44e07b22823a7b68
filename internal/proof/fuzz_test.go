package proof_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/problem"
	"ntm/internal/proof"
	"ntm/internal/xlsx/read"
)

// Whatever stands in a sheet of a dossier that came back, it is refused with a word
// that a person can act on, or held against the seal.
func FuzzDossier(f *testing.F) {
	whole := dossiertest.Written(f, dossiertest.QuangTrung(f).Only([]criteria.Level{criteria.KieuMau}))
	archive, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		f.Fatal(err)
	}
	parts, sheets := map[string][]byte{}, 0
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			f.Fatal(err)
		}
		if parts[part.Name], err = io.ReadAll(r); err != nil {
			f.Fatal(err)
		}
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			f.Add(part.Name, parts[part.Name])
			sheets++
		}
	}
	if sheets < 10 {
		f.Fatalf("%d sheets", sheets)
	}
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		for _, part := range archive.File {
			data := parts[part.Name]
			if part.Name == name {
				data = text
			}
			w, err := z.CreateHeader(&zip.FileHeader{Name: part.Name})
			if err == nil {
				_, err = w.Write(data)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		book, err := read.Read(t.Context(), "x.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err == nil {
			var w *proof.Workbook
			if w, err = proof.Open(book); err == nil {
				_, err = w.Verify()
			}
		}
		if err != nil && (problem.Of(err)[0].Message == "" || problem.Of(err)[0].Hint == "") {
			t.Errorf("no word to act on: %+v", err)
		}
	})
}
