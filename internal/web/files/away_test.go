package files

import (
	"mime"
	"strings"
	"testing"
)

// A name with tone marks, quotes and signs of other systems is one name, and leads nowhere.
func TestAttachment(t *testing.T) {
	for _, name := range []string{"tờ trình.pdf", `a"b.pdf`, "../../x", "\u202egpj.exe", "a\r\nX: y", "50%.pdf"} {
		said := attachment(name)
		_, params, err := mime.ParseMediaType(said)
		if err != nil || params["filename"] != name || strings.ContainsAny(said, "\r\n") {
			t.Errorf("%q is %q: %v %v", name, said, params, err)
		}
	}
}
