package door

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What kept the window from opening is told as text, for its owner alone; where the user's folder takes
// nothing, among the temporary files, and where these take nothing either there is no page.
func TestTroubleFile(t *testing.T) {
	none := filepath.Join(t.TempDir(), "tệp")
	if err := os.WriteFile(none, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{t.TempDir(), none, ""} {
		t.Setenv("TMPDIR", t.TempDir())
		file, err := TroubleFile(folder, "Chưa mở được", []string{"<b>một</b>", "hai"})
		if err != nil {
			t.Fatal(err)
		}
		page, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(page), "<p>&lt;b&gt;một&lt;/b&gt;</p><p>hai</p>") {
			t.Errorf("%q: %v %s", folder, err, page)
		}
		if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%q may be read by others: %v %v", folder, info.Mode(), err)
		}
	}
	t.Setenv("TMPDIR", none)
	if file, err := TroubleFile(none, "Chưa mở được", nil); err == nil {
		t.Error("it is written to", file)
	}
}
