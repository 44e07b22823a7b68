package whole

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func text(text string) func(io.Writer) error {
	return func(out io.Writer) error {
		_, err := io.WriteString(out, text)
		return err
	}
}

// What is there stays unless force, and whatever goes wrong.
func TestWrite(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	for _, c := range []struct {
		name, path string
		force      bool
		write      func(io.Writer) error
		wrong      string // "" for none
		stands     string // at path afterwards
	}{
		{"a new file", path, false, text("một"), "", "một"},
		{"over it", path, false, text("hai"), "tệp đã có, không ghi đè", "một"},
		{"over it by force", path, true, text("hai"), "", "hai"},
		{"half of it", path, true, func(out io.Writer) error {
			_,
				_ = io.WriteString(out, "ba")
			return errors.New("hỏng")
		}, "không ghi được tệp (hỏng)", "hai"},
		{"a folder", folder, true, text("ba"), "đây là một thư mục", ""},
		{"in no folder", filepath.Join(folder, "thieu", "a.txt"), false, text("ba"),
			"không ghi được vào thư mục này", ""},
	} {
		err := Write(c.path, c.force, c.write)
		if (err == nil) != (c.wrong == "") || err != nil && !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%s: %v", c.name, err)
		}
		if got, _ := os.ReadFile(c.path); string(got) != c.stands {
			t.Errorf("%s: %q stands there", c.name, got)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestCopy(t *testing.T) {
	from, to := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	if Copy(from, to) == nil {
		t.Error("copied what is not there")
	}
	if err := os.WriteFile(from, []byte("một"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Copy(from, to); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(to); string(got) != "một" {
		t.Errorf("%q", got)
	}
}
