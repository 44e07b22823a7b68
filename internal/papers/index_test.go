package papers_test

import (
	"bytes"
	"testing"
	"time"

	"ntm/internal/papers"
	"ntm/internal/xlsx/xlsxtest"
)

// A link of the index leads to a file beside it or nowhere.
func TestIndexStaysInItsFolder(t *testing.T) {
	var out bytes.Buffer
	entries := []papers.Entry{{File: "ho-so.xlsx", Title: "=1+1", Year: 2023}, {File: "../ho-so.xlsx"},
		{File: "https://x.vn/a.xlsx"}}
	if err := papers.WriteIndex(&out, entries, time.Date(2023, 11, 15, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	w := xlsxtest.Open(t, out.Bytes())
	const sheet = "Danh mục hồ sơ"
	for cell, want := range map[string]string{"E6": "ho-so.xlsx", "E7": "", "E8": ""} {
		if got := w.Link(sheet, cell); got != want {
			t.Errorf("%s leads to %q, want %q", cell, got, want)
		}
	}
	if w.Raw(sheet, "C6") != "=1+1" || w.Formula(sheet, "C6") != "" {
		t.Error("a name became a formula")
	}
}
