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

// On Windows LibreOffice is not on the path: it is found where its installer puts it, by the name of the
// program that waits until it is done.
func TestProgramOfWindows(t *testing.T) {
	for _, variable := range []string{"PATH", "ProgramFiles", "ProgramFiles(x86)"} {
		t.Setenv(variable, "")
	}
	if found := libreoffice.Program(); found != "" {
		t.Skip("LibreOffice stands where it cannot be hidden: " + found)
	}
	folder := t.TempDir()
	at := filepath.Join(folder, "LibreOffice", "program")
	if err := os.MkdirAll(at, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"soffice.exe", "soffice.com"} {
		if err := os.WriteFile(filepath.Join(at, name), []byte("#!/bin/sh\n"),
			0o700); err != nil { //nolint:gosec // it is looked for
			t.Fatal(err)
		}
	}
	t.Setenv("ProgramFiles(x86)", folder)
	if found := libreoffice.Program(); found != filepath.Join(at, "soffice.com") {
		t.Errorf("found %q", found)
	}
}

// A profile's folder is an address, whatever the system and the letters of its name.
func TestProfileIn(t *testing.T) {
	for folder, want := range map[string]string{"/tmp/ntm 1/hồ": "file:///tmp/ntm%201/h%E1%BB%93",
		"C:/Users/An": "file:///C:/Users/An"} {
		if got := libreoffice.ProfileIn(folder); got != "-env:UserInstallation="+want {
			t.Errorf("%s is %s, want %s", folder, got, want)
		}
	}
}
