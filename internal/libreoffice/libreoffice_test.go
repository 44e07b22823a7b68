package libreoffice_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ntm/internal/libreoffice"
)

// Where there is no LibreOffice that is said; where it makes nothing of a file, that is.
func TestConvert(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("there is no shell to stand for LibreOffice")
	}
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	for _, tt := range []struct {
		name, program string
		want          error
		made          string
	}{
		{"it makes nothing", "exit 0", libreoffice.ErrFailed, ""},
		{"it makes the file", `while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done
/bin/mkdir -p "$out"; printf made > "$out/tep.xlsx"`, nil, "made"},
	} {
		script := "#!/bin/sh\n" + tt.program + "\n"
		if err := os.WriteFile(filepath.Join(folder, "soffice"), []byte(script),
			0o700); err != nil { //nolint:gosec // it is run
			t.Fatal(err)
		}
		got := ""
		err := libreoffice.Convert(t.Context(), "gia-dinh.XLS", []byte("x"), "xlsx", func(path string) error {
			data, err := os.ReadFile(path)
			got = string(data)
			return err
		})
		if !errors.Is(err, tt.want) || got != tt.made {
			t.Errorf("%s: %v, made %q", tt.name, err, got)
		}
	}
}
