package form

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/foreign"
	"ntm/internal/xlsx/read"
)

// Workbooks of other kinds are read where that is asked for, and are else named with what to
// do; what is none of either is refused.
func TestConverting(t *testing.T) {
	testenv.LeftToWhole(t)
	readers.NeedLibreOffice(t)
	lib := packs.Embedded()
	for _, name := range []string{"excel-97.xls", "open-document.ods"} {
		path := "../../testdata/forms/" + name
		if _, err := Read(t.Context(), path, lib); err == nil || !strings.Contains(err.Error(), "đây là tệp") {
			t.Errorf("%s, not asked for: %v", name, err)
		}
		got, err := Read(foreign.Converting(t.Context()), path, lib)
		switch {
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case len(got.Report.Figures) == 0 || !strings.Contains(got.Notes[0].Message, "LibreOffice"):
			t.Errorf("%s: %d figures, %v", name, len(got.Report.Figures), got.Notes)
		}
	}
	path := writeTemp(t, "gia-dinh.xls", append([]byte("\xD0\xCF\x11\xE0"), make([]byte, 600)...))
	if _, err := Read(foreign.Converting(t.Context()), path, lib); err == nil {
		t.Error("what is no workbook was read")
	}
}

func kindOf(words string) read.Kind {
	if words == "" {
		return read.Blank
	}
	return read.Text
}

// The level that is chosen in the form goes before the one that it was made for.
func TestLevelOfTheForm(t *testing.T) {
	r := &reader{}
	for words, want := range map[string]string{"Xã nông thôn mới nâng cao": "nang-cao", "nâng cao": "nang-cao",
		"NTM": "ntm", "kiểu mẫu": "kieu-mau", "": "", "vàng": "!"} {
		r.problems = nil
		got := string(r.levelOf(given{Cell: read.Cell{Kind: kindOf(words), Text: words}}))
		if len(r.problems) > 0 {
			got = "!"
		}
		if got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}
