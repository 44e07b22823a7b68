package evidence

import (
	"os"
	"path/filepath"
	"testing"
)

// A file is read as it was hashed, or it is said why not.
func TestRead(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.jpg", "b.jpg", "c.jpg", "d.jpg"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("ảnh "+name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Hash(t.Context(), folder, []string{"a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg", "../x.jpg"})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "b.jpg"), []byte("ảnh B.jpg"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(folder, "c.jpg")); err != nil {
		t.Fatal(err)
	}
	files[3].Size = 1 << 20 // as of a large one
	for i, want := range []State{Found, Changing, Missing, TooLarge, Missing, Outside} {
		data, got, err := files[i].Read(t.Context(), folder, 1<<10)
		if err != nil || got != want || (got == Found) != (string(data) == "ảnh a.jpg") {
			t.Errorf("%s: %q, %s, %v, want %s", files[i].Path, data, got, err, want)
		}
	}
	if _, _, err := files[0].Read(t.Context(), filepath.Join(folder, "none"), 1<<10); err == nil {
		t.Error("read from no folder")
	}
}
