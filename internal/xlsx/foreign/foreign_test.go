package foreign

import (
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/problem"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
)

// A workbook of another kind is opened only where that is asked for, and says how it was read.
func TestOpen(t *testing.T) {
	old := "../../../testdata/forms/excel-97.xls"
	if _, _, err := Open(t.Context(), old); err == nil || !strings.HasSuffix(problem.Of(err)[0].Hint, OrConvert) {
		t.Errorf("not asked for: %v", err)
	}
	if _, _, err := Open(t.Context(), filepath.Join(t.TempDir(), "thieu.xls")); err == nil {
		t.Error("a file that is not there was opened")
	}
	testenv.LeftToWhole(t)
	readers.NeedLibreOffice(t)
	book, said, err := Open(Converting(t.Context()), old)
	if err != nil || len(book.Sheets) == 0 || len(said) != 1 || !strings.Contains(said[0].Message, "LibreOffice") {
		t.Errorf("%v, %v", said, err)
	}
}

// A file is what is in it, whatever it is called.
func TestByContent(t *testing.T) {
	for data, want := range map[string]string{"\xD0\xCF\x11\xE0...": "tep.xls", "PK application/vnd.oasis." +
		"opendocument.spreadsheet": "tep.ods", "": "a.et"} {
		if got := byContent("a.et", []byte(data)); got != want {
			t.Errorf("%q is opened as %s, want %s", data, got, want)
		}
	}
}
