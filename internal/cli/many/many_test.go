package many

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/cli/command"
	"ntm/internal/invented"
	"ntm/internal/term"
)

// province is a wide sheet of invented communes.
func province(t *testing.T, communes int) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "gia-dinh.csv")
	var sheet bytes.Buffer
	if err := invented.New(packs.Embedded(), 7).WriteCSV(&sheet, 0, communes, 2023); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, sheet.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func world(out *bytes.Buffer) command.World {
	return command.World{Terminal: term.Terminal{Stdout: out, Stderr: out, Now: time.Now},
		Version: "v0-thử"}
}

// A long list is cut with how many more there are and how to see them; in full it is not.
func TestLists(t *testing.T) {
	given := []string{province(t, 60), "khong-co.yaml"}
	for _, full := range []bool{false, true} {
		var gaps, turns bytes.Buffer
		asked := Asked{Given: given, Full: full}
		err := asked.Gaps(t.Context(), world(&gaps), packs.Embedded(), criteria.NTM, 9)
		if !errors.Is(err, command.ErrToldFailed) { // one file is not there
			t.Fatal(err)
		}
		err = asked.WhatIf(t.Context(), world(&turns), packs.Embedded(), []string{"10=-30"}, criteria.NTM)
		if !errors.Is(err, command.ErrToldFailed) {
			t.Fatal(err)
		}
		for said, want := range map[string]bool{"xã nữa: thêm --full": !full, "điều kiện nữa: thêm --full": !full,
			"khong-co.yaml: ": true, "Chưa đánh giá được": true} {
			if strings.Contains(gaps.String(), said) != want {
				t.Errorf("full %v: %q is not as it should be in\n%s", full, said, gaps.String())
			}
		}
		if n := strings.Count(turns.String(), "10: đạt → "); full != (n > 0) {
			t.Errorf("full %v: %d in\n%s", full, n, turns.String())
		}
	}
}

// The first argument is a file, and so is what is there beside it; a store is asked with
// suppositions alone.
func TestApart(t *testing.T) {
	folder := t.TempDir()
	there := filepath.Join(folder, "b.yaml")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var year Asked
	year.Year = 2023
	if files, supposed := year.Apart([]string{"10=72"}); len(files) > 0 || len(supposed) != 1 {
		t.Errorf("with a year alone: %q, %q", files, supposed)
	}
	for _, c := range []struct {
		province        string
		given           []string
		files, supposed int
		many            bool
	}{{"", []string{"a.yaml", "10=72"}, 1, 1, false}, {"", []string{"a.yaml", there, "10=72", "thu nhập +5"}, 2, 2,
		true},
		{"", []string{folder, "10=72"}, 1, 1, true}, {"Thanh Hóa", []string{"10=72"}, 0, 1, true},
		{"", nil, 0, 0, false}, {"", []string{"10=72"}, 1, 0, false}} {
		o := Asked{province: c.province}
		files, supposed := o.Apart(c.given)
		if len(files) != c.files || len(supposed) != c.supposed || o.Many(files) != c.many {
			t.Errorf("%q: %q, %q, many %v", c.given, files, supposed, o.Many(files))
		}
	}
}
