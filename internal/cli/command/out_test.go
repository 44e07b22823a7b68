package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/office"
	"ntm/internal/term"
)

// A file is written under a name that says what it is, and under no other.
func TestOutFile(t *testing.T) {
	for _, tt := range []struct {
		path  string
		ends  []string
		wrong string // "" for one that passes
	}{
		{"a.xlsx", []string{".xlsx"}, ""},
		{"A.XLSX", []string{".xlsx"}, ""},
		{"a.csv", []string{".xlsx", ".csv"}, ""},
		{"a.docx", []string{".xlsx", ".csv"}, `tệp "a.docx" không phải .xlsx hoặc .csv`},
		{"a", []string{".xlsx"}, `tệp "a" không phải .xlsx`},
		{"a", []string{".db", ""}, ""},
		{"kho TP. Thanh Hóa", []string{".db", ""}, ""},
		{"dot.1", []string{".db", ""}, ""},
		{"a.pdf", []string{".db", ""}, `tệp "a.pdf" không phải .db`},
		{"", []string{".xlsx"}, "còn thiếu tên tệp .xlsx để ghi"},
	} {
		err := OutFile(tt.path, "-o a.xlsx", tt.ends...)
		if (err != nil) != (tt.wrong != "") || err != nil && !strings.Contains(err.Error(), tt.wrong) {
			t.Errorf("%q: %v, want %q", tt.path, err, tt.wrong)
		}
	}
}

// A file that is there is replaced only where that is asked for.
func TestNewFile(t *testing.T) {
	there := filepath.Join(t.TempDir(), "a.xlsx")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		path    string
		force   bool
		refused bool
	}{
		{there, false, true}, {there, true, false}, {there + ".xlsx", false, false}, {"a.docx", true, true},
	} {
		if err := NewFile(tt.path, "-o a.xlsx", ".xlsx", tt.force); (err != nil) != tt.refused {
			t.Errorf("%s, force %v: %v", tt.path, tt.force, err)
		}
	}
}

// A folder may bear any name but that of a file, unless it is there or ends in a slash.
func TestOutFolder(t *testing.T) {
	there := filepath.Join(t.TempDir(), "ho-so.pdf")
	if err := os.Mkdir(there, 0o700); err != nil {
		t.Fatal(err)
	}
	for path, passes := range map[string]bool{"ho-so": true, "TP. Thanh Hóa": true, "dot.1": true, there: true,
		"ho-so.xlsx/": true, "ho-so.xlsx": false, "ho-so.pdf": false} {
		if err := OutFolder(path, "ghi một thư mục"); (err == nil) != passes {
			t.Errorf("%q: %v", path, err)
		}
	}
}

// A level may be named, or all of them; a document has all where none is named.
func TestLevelsFlag(t *testing.T) {
	for _, tt := range []struct {
		text         string
		level, shown criteria.Level // shown is what a document has
	}{
		{"", "", office.EveryLevel}, {"all", office.EveryLevel, office.EveryLevel},
		{"ntm", criteria.NTM, criteria.NTM}, {"nâng cao", criteria.NangCao, criteria.NangCao},
	} {
		var l LevelsFlag
		if tt.text != "" {
			if err := l.Set(tt.text); err != nil {
				t.Error(err)
			}
		}
		if l.For(false) != tt.level || l.For(true) != tt.shown {
			t.Errorf("%q: %q, in a document %q", tt.text, l.Level, l.For(true))
		}
	}
	for _, flag := range []interface{ Type() string }{new(LevelFlag), new(DateFlag), new(AtFlag)} {
		if word := flag.Type(); word == "" || strings.ToUpper(word) != word {
			t.Errorf("the help calls a value %q", word)
		}
	}
	var at AtFlag
	if at.String() != "" {
		t.Errorf("a time that nobody gave is shown as %q", at.String())
	}
}

// NTM_CRITERIA that names no packs is told, judged without, and said beside what is judged.
func TestPacksThatAreNotThere(t *testing.T) {
	for _, name := range []string{filepath.Join(t.TempDir(), "khong-co"), t.TempDir()} {
		var said bytes.Buffer
		w := World{Criteria: name, Terminal: term.Terminal{Stderr: &said, Now: time.Now}}
		lib, err := new(Packs).Load(w)
		if err != nil || lib.NationOnly == "" || !strings.Contains(said.String(), "NTM_CRITERIA") {
			t.Errorf("%s: %v, %q", name, err, said.String())
			continue
		}
		var out bytes.Buffer
		s := term.NewScreen(term.Terminal{Stdout: &out})
		NationOnly(s, "")
		NationOnly(s, lib.NationOnly)
		if got := out.String(); strings.Count(got, "CHÚ Ý:") != 1 {
			t.Errorf("said %q", got)
		}
	}
	hurt := t.TempDir()
	if err := os.WriteFile(filepath.Join(hurt, "hong.yaml"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := World{Criteria: hurt, Terminal: term.Terminal{Stderr: new(bytes.Buffer), Now: time.Now}}
	if _, err := new(Packs).Assess(t.Context(), w, "../../../testdata/quang-trung-2023.yaml"); err == nil ||
		!strings.Contains(err.Error(), "hong.yaml") {
		t.Errorf("judged by a damaged pack: %v", err)
	}
}
