package making

import (
	"os"
	"strings"
	"testing"
)

// What LibreOffice does not deliver is told of, and what it does too slowly is
// not waited for.
func TestLibreOfficeThatFails(t *testing.T) {
	program, err := os.Executable() // does not understand the line, and ends
	if err != nil {
		t.Fatal(err)
	}
	var told []error
	if err := (LibreOffice{program}).Convert(t.Context(), []string{"a.xlsx", "b.xlsx"},
		func(err error) { told = append(told, err) }); err != nil || len(told) != 2 || told[1] == nil ||
		!strings.Contains(told[1].Error(), "b.pdf: LibreOffice không xuất được") {
		t.Errorf("%v, told %v", err, told)
	}
}
