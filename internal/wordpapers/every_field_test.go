package wordpapers_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/docx/draw"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/vi"
	"ntm/internal/wordpapers"

	"github.com/shopspring/decimal"
)

// An office's template that names every field there is, each list in a table: whatever number
// stands in a field is one of the JSON's, and under a figure's id, name and other names stands
// the value that the JSON has for it.
func TestEveryFieldIsTheJSONs(t *testing.T) {
	lib, err := dossiertest.Invented()
	if err != nil {
		t.Fatal(err)
	}
	fields := wordpapers.Fields(lib)
	folder := t.TempDir()
	var data bytes.Buffer
	if err := everyField(fields).Write(&data); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "moi-truong.docx"), data.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	templates, err := wordpapers.ReadTemplates(lib, folder)
	if err != nil {
		t.Fatal(err)
	}
	for name, one := range subjects(t) {
		t.Run(name, func(t *testing.T) {
			one.o.Templates = templates
			known, stands, rows := numbersOf(t, one), map[string]string{}, 0
			for _, p := range papersOf(t, one.a, one.o) {
				if p.File != "moi-truong.docx" {
					continue
				}
				for line := range strings.SplitSeq(said(t, &p), "\n") {
					field, words, scalar := strings.Cut(line, " = ")
					switch {
					case strings.HasPrefix(line, "| "):
						rows++
						words = line
					case !scalar || field == "mã hồ sơ":
						continue
					default:
						stands[field] = words
					}
					for _, n := range inWords.FindAllString(words, -1) {
						if !slices.ContainsFunc(plainNumber(n), func(plain string) bool { return known[plain] }) {
							t.Errorf("%s: %s, which neither the assessment nor the report says", line, n)
						}
					}
				}
			}
			if rows < 10 || len(stands) < len(lib.FigureList) {
				t.Fatalf("%d rows, %d fields", rows, len(stands))
			}
			held := 0
			for id, value := range figuresOf(t, one) {
				for _, under := range []string{id, lib.Figures[id].Name} {
					graded := lib.Figures[id].Unit == criteria.Grade &&
						slices.Contains(criteria.Grades, vi.Lower(stands[under]))
					if !graded && !saysNumber(stands[under], value) {
						t.Errorf("%s is %q, the JSON has %s", under, stands[under], value)
					}
					held++
				}
			}
			if held == 0 && name != "chua-co-gi" {
				t.Error("no figure was held against the JSON")
			}
		})
	}
}

// everyField is a paper that names each field: in a line, or in the row of its list's table.
func everyField(fields []wordpapers.Field) *draw.Paper {
	p := new(draw.Paper)
	lists := map[string][]string{}
	for _, f := range fields {
		list, last, _ := strings.Cut(f.Name, ".")
		switch {
		case !f.List:
			p.Add(draw.Look{}, f.Name+" = {{"+f.Name+"}}")
		case !strings.HasPrefix(last, "hình"): // photographs are held elsewhere
			lists[list] = append(lists[list], "{{"+f.Name+"}}")
		}
	}
	for _, list := range slices.Sorted(maps.Keys(lists)) {
		p.Add(draw.Look{}, list)
		table := &draw.Table{}
		var row []draw.Cell
		for _, words := range lists[list] {
			table.Columns = append(table.Columns, 1)
			row = append(row, draw.Cell{Lines: []draw.Line{{Words: words}}})
		}
		table.Rows = append(table.Rows, row)
		p.AddTable(table)
	}
	return p
}

// figuresOf are the numbers of figures in the JSON, by id.
func figuresOf(t *testing.T, one subject) map[string]decimal.Decimal {
	t.Helper()
	whole, err := json.Marshal(one.a)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(whole, &tree); err != nil {
		t.Fatal(err)
	}
	out := map[string]decimal.Decimal{}
	var walk func(any)
	walk = func(tree any) {
		switch tree := tree.(type) {
		case []any:
			for _, v := range tree {
				walk(v)
			}
		case map[string]any:
			if f, is := tree["figure"].(map[string]any); is {
				if d, err := decimal.NewFromString(fmt.Sprint(f["value"])); err == nil {
					out[fmt.Sprint(f["id"])] = d
				}
			}
			for _, v := range tree {
				walk(v)
			}
		}
	}
	walk(tree)
	return out
}

// saysNumber tells whether words have a number, with as many decimals as they show.
func saysNumber(words string, value decimal.Decimal) bool {
	for _, n := range inWords.FindAllString(words, -1) {
		for _, plain := range plainNumber(n) {
			d, err := decimal.NewFromString(plain)
			if err == nil && value.Round(max(0, -d.Exponent())).Equal(d) {
				return true
			}
		}
	}
	return false
}
