package commune

import (
	"os"
	"path/filepath"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/problem"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// readText reads a report from a file that holds the text.
func readText(t *testing.T, text string) error {
	path := filepath.Join(t.TempDir(), "bao-cao.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err := Read(path, packs.Embedded())
	return err
}

const head = "schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: 2023\n"

// What could not be judged is an error at every door, never a Report.
func TestG3EveryDoorChecks(t *testing.T) {
	lib := packs.Embedded()
	for name, c := range map[string]struct {
		body  string
		whole bool // may be judged
	}{
		"a report":                 {"figures: [{id: income_per_capita, value: 69}]\n", true},
		"nothing but its head":     {"", true},
		"a figure without a value": {"figures: [{id: income_per_capita}]\n", false},
		"a part without its whole": {"figures: [{id: multidimensional_poverty_rate, numerator: 1}]\n", false},
		"a whole of nothing": {"figures: [{id: multidimensional_poverty_rate, numerator: 1, denominator: " +
			"0}]\n", false},
		"a number for a declaration": {"figures: [{id: commune_master_plan, value: 1}]\n", false},
		"two values": {"figures: [{id: income_per_capita, value: 1}, {id: income_per_capita, " +
			"value: 2}]\n", false},
		"no document": {"figures: [\n", false},
	} {
		read := readText(t, head+c.body)
		_, kept := DecodeKept("kho", []byte(head+c.body), lib.Figures)
		for door, err := range map[string]error{"Read": read, "DecodeKept": kept} {
			if (err == nil) != c.whole {
				t.Errorf("%s by %s: %v", name, door, err)
			}
		}
	}
	if _, _, err := Read("không có.yaml", lib); err == nil {
		t.Error("a file that is not there is a report")
	}
}

// A commune that nobody knows is none; what a store kept is not asked again.
func TestG3WhatIsKeptIsNotAskedAgain(t *testing.T) {
	text := []byte("schema: ntm.report.v1\ncommune: {code: \"99999\"}\nyear: 2023\n")
	if readText(t, string(text)) == nil {
		t.Error("an unknown commune is taken")
	}
	if _, err := DecodeKept("kho", text, packs.Embedded().Figures); err != nil {
		t.Error(err)
	}
}

// Titles are read of a kept report by themselves, as the whole report has them.
func TestKeptTitles(t *testing.T) {
	whole, _, err := Read("../../testdata/xa-gia-dinh-2023.yaml", packs.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	text, err := whole.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(whole.Recognitions, KeptTitles(text), cmpopts.IgnoreTypes(problem.Pos{})); diff != "" ||
		len(whole.Recognitions) == 0 {
		t.Error(diff)
	}
	for _, none := range []string{"", "{", `{"recognitions": 3}`, `{"recognitions": [{"level": "x"}]}`,
		`{"figures": []}`} {
		if got := KeptTitles([]byte(none)); len(got) > 0 {
			t.Errorf("%s names %v", none, got)
		}
	}
}
