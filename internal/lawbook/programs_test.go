package lawbook

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"ntm/criteria"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"

	"github.com/google/go-cmp/cmp"
)

// fillIn writes into cells as a person with another program would: openpyxl
// reads the whole workbook and writes it anew.
const fillIn = `import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for sheet, cell, value in json.load(sys.stdin):
    book[sheet][cell] = value
book.save(sys.argv[2])
`

// An office fills in the workbook with openpyxl, saves it with LibreOffice, and
// what it wrote stands in the packs.
func TestRoundTripThroughOtherPrograms(t *testing.T) {
	testenv.LeftToWhole(t)
	python := readers.Python(t, "openpyxl")
	readers.NeedLibreOffice(t)
	lib := library(t)
	dir := t.TempDir()
	blank, filled := filepath.Join(dir, "trong.xlsx"), filepath.Join(dir, "ghi.xlsx")
	data := exported(t, lib, "nang-cao-2021-2025")
	if err := os.WriteFile(blank, data, 0o600); err != nil {
		t.Fatal(err)
	}
	w := open(t, data)
	var entries [][3]any
	for id, v := range head {
		entries = append(entries, [3]any{checkSheet, w.headCell(id), v})
	}
	cell := func(key, id string) string { return w.at(checkSheet, id, w.row(key)) }
	entries = append(entries,
		[3]any{checkSheet, cell(income, idTick), "x"},
		[3]any{checkSheet, cell(waste, idValue), "95,50"},
		[3]any{checkSheet, cell(trees, idValue), 4.3},
		[3]any{checkSheet, cell(left, idValue), "100 %"}, [3]any{checkSheet, cell(left, idWay), "≥"},
		[3]any{addSheet, w.newCell(0, idCriterion), "20. Tiêu chí giả định"}, [3]any{addSheet, w.newCell(0, idNo),
			"20.1"},
		[3]any{addSheet, w.newCell(0, idName), "Chỉ tiêu giả định"}, [3]any{addSheet, w.newCell(0, idNewName),
			"Số nhà giả định"},
		[3]any{addSheet, w.newCell(0, idUnit), "nhà"}, [3]any{addSheet, w.newCell(0, idWay), "≥"},
		[3]any{addSheet, w.newCell(0, idValue), 3},
	)
	input, err := json.Marshal(entries)
	if err != nil {
		t.Fatal(err)
	}
	readers.Run(t, input, python, "-c", fillIn, blank, filled)
	saved := resaved(t, dir, filled)

	want := readFile(t, filled, lib)
	got := readFile(t, saved, lib)
	if diff := cmp.Diff(want.Changes(), got.Changes(), sameDays); diff != "" || len(got.Changes()) != 5 {
		t.Errorf("LibreOffice's file reads otherwise (-openpyxl +LibreOffice):\n%s", diff)
	}
	golden(t, "round-trip.yaml", string(bytes.Join([][]byte{[]byte(packsOf(t, got)[0]), []byte(packsOf(t, got)[1])},
		[]byte("---\n"))))

	after := library(t, packsOf(t, got)...)
	r := requirements(t, after)
	for key, want := range map[string]string{
		"nang-cao/10 2023 in 2023 btb": "≥ 50 triệu đồng/người/năm", "nang-cao/17.3 2022 in 2022 btb": "≥ 95,50 %",
		"nang-cao/17.11 2022 in 2022 btb": "≥ 4,3 m2/người",
		"nang-cao/2.1 2025 in 2025 dbsh":  "100 %", "nang-cao/20.1 2021 in 2021 btb": "≥ 3 nhà",
	} {
		one := r[key]
		if b := one.Basis; one.String() != want || b.Status != criteria.Confirmed || b.Layer != criteria.Office ||
			b.CheckedBy == "" {
			t.Errorf("%s: %s, %+v", key, one.String(), b)
		}
	}
	// An untouched workbook that LibreOffice saved changes nothing.
	if changes := readFile(t, resaved(t, dir, blank), lib).Changes(); len(changes) > 0 {
		t.Errorf("saved again untouched, it changes %+v", changes)
	}
}

// resaved is the file as LibreOffice saves it.
func resaved(t *testing.T, dir, path string) string {
	t.Helper()
	return readers.Save(t, readers.XLSX, filepath.Join(dir, "libreoffice"), path)[0]
}

func readFile(t *testing.T, path string, lib *criteria.Library) *Filled {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	filled, err := Read(t.Context(), filepath.Base(path), bytes.NewReader(data), lib, nil)
	if err != nil {
		t.Fatal(err)
	}
	return filled
}

// sameDays compares what an entry changes.
var sameDays = cmp.Comparer(func(a, b criteria.Date) bool { return a.String() == b.String() })
