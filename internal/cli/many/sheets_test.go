package many

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/cli/command"

	"github.com/spf13/cobra"
)

// said runs a command with these arguments, and gives what it says.
func said(t *testing.T, of func(command.World) *cobra.Command, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	cmd := of(world(&out))
	cmd.SetArgs(args)
	cmd.SetOut(&out)
	cmd.SetErr(&out)
	cmd.SilenceUsage, cmd.SilenceErrors = true, true
	err := cmd.ExecuteContext(context.Background())
	return out.String(), err
}

// The questions of many communes under another set: as a screen, as a document, as a sheet.
func TestCompare(t *testing.T) {
	file, folder := province(t, 12), t.TempDir()
	text, err := said(t, NewCompare, file, "--under", "ntm-2026-2030")
	if err != nil || !strings.Contains(text, "12 xã") {
		t.Errorf("%v: %s", err, text)
	}
	if text, err = said(t, NewCompare, file, "--under", "ntm-2026-2030", "--json"); err != nil ||
		!strings.Contains(text, `"schema"`) {
		t.Errorf("%v: %s", err, text)
	}
	sheet := filepath.Join(folder, "so-bo.xlsx")
	if text, err = said(t, NewCompare, file, "--under", "ntm-2026-2030", "-o", sheet, "--full"); err != nil {
		t.Errorf("%v: %s", err, text)
	}
	if info, err := os.Stat(sheet); err != nil || info.Size() < 2000 {
		t.Error("no sheet", err)
	}
	for _, args := range [][]string{{file}, {file, "--under", "khong-co"}} {
		if text, err := said(t, NewCompare, args...); err == nil {
			t.Errorf("%q: %s", args, text)
		}
	}
}

// Titles of years before: the blank sheet, one that is read whole, and one of which nothing is.
func TestTitles(t *testing.T) {
	folder := t.TempDir()
	blank, db := filepath.Join(folder, "danh-hieu.xlsx"), filepath.Join(folder, "kho.db")
	if text, err := said(t, NewTitles, "template", "--province", "Thanh Hóa", "-o", blank); err != nil ||
		!strings.Contains(text, blank) {
		t.Errorf("%v: %s", err, text)
	}
	for _, args := range [][]string{{"template"}, {"template", "--province", "Thanh Hóa", "-o", blank},
		{"template", "--province", "Xứ Không Có"}} {
		if text, err := said(t, NewTitles, args...); err == nil {
			t.Errorf("%q: %s", args, text)
		}
	}
	const heads = "xã,huyện,tỉnh,danh hiệu,số quyết định,ngày,cơ quan\n"
	for name, c := range map[string]struct{ rows, says string }{
		"good": {"Quảng Trung,Quảng Xương,Thanh Hóa,Nông thôn mới,12/QĐ-GIẢ-ĐỊNH,15/01/2021,UBND tỉnh\n",
			"Quảng Trung"},
		"bad": {"Nơi Không Có,Quảng Xương,Thanh Hóa,Nông thôn mới,12/QĐ-GIẢ-ĐỊNH,15/01/2021,UBND tỉnh\n", ""},
	} {
		file := filepath.Join(folder, name+".csv")
		if err := os.WriteFile(file, []byte(heads+c.rows), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, json := range []string{"--json=false", "--json"} {
			text, err := said(t, NewTitles, "read", file, "--db", db, "--yes", "--as", "người thử", json)
			if (err == nil) != (c.says != "") {
				t.Errorf("%s: %v: %s", name, err, text)
			}
		}
	}
}

// The half-yearly report of a commune and of its province, its tables as a file, and what is no
// such report.
func TestHalfYear(t *testing.T) {
	var out bytes.Buffer
	w := world(&out)
	at, _ := kept(t, w)
	folder := t.TempDir()
	asked := func(to Where, h HalfYear) error {
		to.Stored, to.At, to.Year = at, new(command.AtFlag), 2023
		return h.Run(t.Context(), w, to)
	}
	layout, sheet := filepath.Join(folder, "bang.yaml"), filepath.Join(folder, "ky.xlsx")
	for name, c := range map[string]struct {
		to   Where
		h    HalfYear
		says string // "" for what is refused
	}{
		"commune":        {Where{}, HalfYear{Half: 1, commune: "16492"}, "Quảng Trung"},
		"province":       {Where{Province: "Thanh Hóa"}, HalfYear{Half: 2}, "Thanh Hóa"},
		"a document":     {Where{JSON: true}, HalfYear{Half: 2}, `"schema"`},
		"a sheet":        {Where{Out: sheet}, HalfYear{Half: 2, commune: "16492"}, sheet},
		"the tables":     {Where{}, HalfYear{layoutOut: layout}, layout},
		"no period":      {Where{}, HalfYear{commune: "16492"}, ""},
		"both":           {Where{Province: "Thanh Hóa"}, HalfYear{Half: 1, commune: "16492"}, ""},
		"no such table":  {Where{}, HalfYear{Half: 1, layout: filepath.Join(folder, "khong-co.yaml")}, ""},
		"no such report": {Where{}, HalfYear{Half: 1, commune: "99999"}, ""},
	} {
		out.Reset()
		err := asked(c.to, c.h)
		if (err == nil) != (c.says != "") || !strings.Contains(out.String(), c.says) {
			t.Errorf("%s: %v: %s", name, err, out.String())
		}
	}
	if err := asked(Where{}, HalfYear{Half: 2, commune: "16492", previous: sheet}); err != nil ||
		errors.Is(err, command.ErrToldFailed) {
		t.Error("with the one before:", err)
	}
}
