//go:build unix

package making

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/office"
	"ntm/internal/office/officetest"
)

// fakeOffice stands for LibreOffice: it writes a PDF for each workbook, but for one whose
// name says "hong".
const fakeOffice = `#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in
    --outdir) out=$2; shift ;;
    *hong*) ;;
    *.xlsx) mkdir -p "$out"; printf '%%PDF-giả' > "$out/$(basename "$1" .xlsx).pdf" ;;
  esac
  shift
done
`

// PDFs come beside their workbooks, many at a time; what cannot be printed is told, and
// an interrupt ends it.
func TestConvert(t *testing.T) {
	folder := t.TempDir()
	program := filepath.Join(folder, "soffice")
	if err := os.WriteFile(program, []byte(fakeOffice), 0o700); err != nil { //nolint:gosec // it is run
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	found, err := FindLibreOffice()
	if err != nil || found.program != program {
		t.Fatal(found, err)
	}
	books := []string{filepath.Join(folder, "hồ sơ một.xlsx"), filepath.Join(folder, "hong.xlsx"),
		filepath.Join(folder, "hai.xlsx")}
	var told []error
	if err := found.Convert(t.Context(), books, func(err error) { told = append(told, err) }); err != nil {
		t.Fatal(err)
	}
	if len(told) != 3 || told[0] != nil || told[1] == nil || told[2] != nil ||
		!strings.HasPrefix(told[1].Error(), filepath.Join(folder, "hong.pdf")) {
		t.Errorf("told %v", told)
	}
	text, err := os.ReadFile(filepath.Join(folder, "hồ sơ một.pdf"))
	if err != nil || string(text) != "%PDF-giả" {
		t.Errorf("%q, %v", text, err)
	}
	if err := found.Convert(t.Context(), nil, nil); err != nil {
		t.Errorf("no workbooks: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := found.Convert(ctx, books, func(error) { t.Error("told of") }); !errors.As(err, new(office.Stopped)) {
		t.Errorf("it was stopped: %v", err)
	}
}

// A PDF is made again where its workbook is newer, and not over another's file.
func TestWantsPDF(t *testing.T) {
	d := officetest.New(t)
	book := d.Write("a.xlsx", "")
	for _, step := range []struct {
		why            string
		force, isThere bool
		wants, wrong   bool
	}{
		{"there is none", false, true, true, false},
		{"it was made of this workbook", false, true, false, false},
		{"the workbook is made anew", false, false, true, true},
		{"all are", true, true, true, false},
	} {
		wants, err := wantsPDF(book, step.force, step.isThere)
		if wants != step.wants || (err != nil) != step.wrong {
			t.Errorf("%s: %t, %v", step.why, wants, err)
		}
		d.Write("a.pdf", "")
	}
}
