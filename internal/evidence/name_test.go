package evidence_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"ntm/internal/evidence"

	"pgregory.net/rapid"
)

// A name that a browser sends is one name in one folder on every system, whatever it was.
func TestFileNames(t *testing.T) {
	for given, want := range map[string]string{"../../x.pdf": "x.pdf", `C:\x\y.pdf`: "y.pdf", "...": "tep",
		"a\u202efdp.exe": "afdp.exe", ".htaccess": "tep.htaccess", "tờ trình.pdf": "tờ trình.pdf", "": "tep",
		"x." + strings.Repeat("y", 20): "x." + strings.Repeat("y", 20), "a b .pdf": "a b.pdf",
		strings.Repeat("ă", 70) + ".pdf": strings.Repeat("ă", 58) + ".pdf"} {
		if got := evidence.NameOf(given); got != want {
			t.Errorf("%q is %q, want %q", given, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		name := evidence.NameOf(rapid.String().Draw(t, "name"))
		if name == "" || filepath.Base(name) != name || len(name) > evidence.MostOfName+12 || !utf8.ValidString(name) ||
			strings.ContainsAny(name, `/\:*?"<>|`+"\x00\r\n") ||
			strings.HasSuffix(name, ".") ||
			strings.HasSuffix(name, " ") {
			t.Fatalf("%q", name)
		}
	})
}
